// `npm run fuzz`: coverage-guided fuzzing of everything from bytes to claims, seeded with the demo articles, for
// FUZZ_SECONDS (300). What was run is dated in docs/fuzzing.md; an input that breaks something is kept and named.
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const root = fileURLToPath(new URL('..', import.meta.url));
const jsfuzz = createRequire(import.meta.url).resolve('jsfuzz/build/src/index.js');
const seconds = Number(process.env.FUZZ_SECONDS ?? 300);
const work = mkdtempSync(join(tmpdir(), 'xueliang-fuzz-'));
const corpus = mkdtempSync(join(work, 'corpus-'));

/** One CommonJS file, which the fuzzer can instrument, beside the data that it reads. */
async function bundle() {
  const file = join(root, 'dist/gazetteer/fuzz.cjs');
  const input = await rolldown({
    input: join(root, 'scripts/fuzz-target.mjs'),
    platform: 'node',
    external: [/^[^./]/],
  });
  await input.write({ file, format: 'cjs', codeSplitting: false });
  await input.close();
  return file;
}

/** The demo articles as text, page and record: the first byte says which. */
function seed() {
  const folder = join(root, 'demo/articles');
  for (const name of readdirSync(folder)) {
    const text = readFileSync(join(folder, name), 'utf8');
    const [title = '', ...body] = text.split('\n');
    writeFileSync(join(corpus, `${name}.0`), `\0${text}`);
    writeFileSync(join(corpus, `${name}.1`), `\x01<title>${title}</title><body><p>${body.join('</p><p>')}</p></body>`);
    writeFileSync(join(corpus, `${name}.2`), `\x02${JSON.stringify({ title, text: body.join('\n') })}`);
  }
}

function run(target) {
  const args = [jsfuzz, relative(work, target), corpus, '--timeout=20'];
  const child = spawn(process.execPath, args, { cwd: work, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  let last = '';
  const onOutput = (chunk) => {
    for (const line of String(chunk).split('\n')) {
      if (line.startsWith('#')) last = line;
      if (/PULSE|rror/.test(line)) console.log(line);
    }
  };
  child.stdout.on('data', onOutput);
  child.stderr.on('data', onOutput);
  // The fuzzer never ends by itself, and it has a worker: the whole group goes.
  const timer = setTimeout(() => process.kill(-child.pid, 'SIGKILL'), seconds * 1000);
  return new Promise((resolve) => {
    child.on('exit', () => {
      clearTimeout(timer);
      resolve(last);
    });
  });
}

seed();
const last = await run(await bundle());
const found = readdirSync(work).filter((name) => /^(?:crash|timeout|oom)-/.test(name));
if (found.length > 0) {
  console.error(`kept: ${found.map((name) => join(work, name)).join(', ')}`);
  process.exitCode = 1;
} else {
  const [, runs = '0', coverage = '0'] = /^#(\d+).*?cov: (\d+)/.exec(last) ?? [];
  const date = new Date().toISOString().slice(0, 10);
  writeFileSync(
    join(root, 'docs/fuzzing.md'),
    `# Fuzzing

Written by \`npm run fuzz\`, which \`npm run test:long\` calls. Bytes are changed at random and kept when they reach code that
no input reached before; they are read as plain text, as a web page and as a record, through every stage up to the
claims. Nothing may be thrown but errors with a code, nothing may take longer than 20 s, every offset has to stand in the
article text and every quote has to be what stands there.

${date}, Node ${process.versions.node}: ${runs} inputs in ${seconds} s, ${coverage} statements, branches and functions reached, none failed.

Property-based tests run in \`npm test\`, briefly and, but for the last, with a new seed each time, which a failure names;
\`npm run test:long\` tries those marked * twenty times as often.

| What is made | What has to hold | Where |
| --- | --- | --- |
| JSONL, CSV (UTF-8, GB18030), packed or not, with broken lines between | the same records, each with its line; each broken one named by its line, the rest read | \`tests/source/read.property.test.ts\` * |
| texts in UTF-8, UTF-16, GB18030 and Big5 | they decode to themselves; undeclared GB18030 and Big5 are tried on long texts in the words of news only, since short ones can be guessed wrong | \`tests/article/charset.property.test.ts\` * |
| pages of words, entities and tags that need not close | each visible character is found where it stands in the source | \`tests/article/html.property.test.ts\` * |
| numbers in each written form | value, bounds and approximator by the convention of the design | \`tests/mention/number.property.test.ts\` * |
| sums, counts and shares of them | the same, with their unit | \`tests/mention/money.property.test.ts\` * |
| days, months, years and periods in each written form | from, to, as-of, year and sense, by the calendar | \`tests/mention/date.property.test.ts\` * |
| figures and dates strung together without sense | spans in order and apart, bounds around the value, days that the calendar has | \`tests/mention/any-figure.property.test.ts\` * |
| any text | offsets inside the article; paragraphs, sentences and clauses that cover it | \`tests/text/any-input.test.ts\` |
| pages changed in what means nothing | the same claims | \`tests/claim/robust.test.ts\` |

Bytes of no sense are read there, too: what is thrown has to have its code. Tables are read, but not found
again in the source: their text may move. Not made: gzip of several members, UTF-16 without a mark, dates in other
calendars.
\`tests/regexp.test.ts\` checks every regular expression for backtracking that can blow up.
`,
  );
  rmSync(work, { recursive: true, force: true });
}
