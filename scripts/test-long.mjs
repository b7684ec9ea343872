// `npm run test:long`: the faults and properties of the test suite, often, and docs/reliability.md written from what was seen.
// `XUELIANG_FAULTS=DIR npm run test:long -- PART…` runs some parts and keeps in DIR what was seen and which passed: the page is
// written, and says so, once all have.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus, platform, release, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const vitest = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs');
const page = join(root, 'docs/reliability.md');
const kept = process.env.XUELIANG_FAULTS;
const folder = kept ?? mkdtempSync(join(tmpdir(), 'xueliang-faults-'));
const began = new Date().toISOString();
const ENGINES = { XUELIANG_SAME_CLAIMS: '100000', XUELIANG_SEQUENCES: '100' };
const PARTS = {
  faults: [vitest, 'run', 'tests/reliability', 'tests/store/engine-process.test.ts'],
  properties: [vitest, 'run', '.property.test.ts'],
  neo4j: [vitest, 'run', 'tests/store/neo4j.test.ts'],
  same: [vitest, 'run', 'same.neo4j.test.ts'],
  sequences: [vitest, 'run', 'sequences.neo4j.test.ts'],
  fuzz: [join(root, 'scripts/fuzz.mjs')],
  attack: [join(root, 'scripts/attack.mjs')],
};

const HEAD = `# What was done to it, and what was seen

Written by \`npm run test:long\`; the short form of every row runs in \`npm test\`. The journal is the truth on disk, the graph
follows from it (\`docs/errors.md\` has the codes). Every row ends in the digest of an undisturbed load, or says why not.
`;

const FOOT = `
What is not tried: loss of power (the journal is flushed with fdatasync before a load is acknowledged, and the graph is
made again from it), disks that lie about flushing, Windows.
`;

function run(args) {
  const env = { ...ENGINES, ...process.env, XUELIANG_FAULTS: folder };
  return spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit', env }).status;
}

/** Runs a part, and keeps when it passed, and with how much. */
function pass(part) {
  console.log(`${part}, ${new Date().toISOString()}`);
  if (run(PARTS[part]) !== 0) return false;
  const { XUELIANG_SAME_CLAIMS: claims, XUELIANG_SEQUENCES: sequences } = { ...ENGINES, ...process.env };
  writeFileSync(join(folder, `${part}.passed`), JSON.stringify({ part, began, claims, sequences }));
  return true;
}

/** Writes the page, when all of it passed and nothing was left out. */
function writePage(passed, suites) {
  const missing = suites.flatMap((suite) => suite.missing);
  if (missing.length > 0) return console.warn(`${page} is as it was; failed or left out: ${missing.join('; ')}`);
  const faults = suites.flatMap((suite) => suite.faults).sort((a, b) => (a.fault < b.fault ? -1 : 1));
  const rows = faults.map(({ fault, times, seen }) => `| ${fault} | ${times} | ${seen} |`);
  const date = new Date().toISOString().slice(0, 10);
  const where = `${date}, Node ${process.versions.node}, ${platform()} ${release()}, ${cpus().length} cores`;
  const runs = new Set(passed.map((one) => one.began)).size;
  const how = runs > 1 ? `, its parts in ${runs} runs` : '';
  const [claims] = passed.filter(({ part }) => part === 'same').map((one) => one.claims);
  const [sequences] = passed.filter(({ part }) => part === 'sequences').map((one) => one.sequences);
  const engines = `Besides, without a row: the same answers on three engines of ${claims} generated claims, and ${sequences} random
sequences of reads and writes ([engines.md](engines.md)); [fuzzing.md](fuzzing.md); [security.md](security.md#schemathesis).`;
  const table = ['| Fault | Times | Seen |', '| --- | --- | --- |', ...rows].join('\n');
  writeFileSync(page, `${HEAD}\n${where}${how}.\n\n${table}\n\n${engines}\n${FOOT}`);
}

/** What lies in the folder with this ending. */
function written(ending) {
  const names = readdirSync(folder).filter((name) => name.endsWith(ending));
  return names.map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')));
}

mkdirSync(folder, { recursive: true });
const asked = process.argv.slice(2);
const parts = asked.length === 0 ? Object.keys(PARTS) : asked;
const unknown = parts.filter((part) => !Object.hasOwn(PARTS, part));
if (unknown.length > 0)
  throw new Error(`no such part: ${unknown.join(', ')}; there are ${Object.keys(PARTS).join(', ')}`);
const built = run([join(root, 'scripts/build.mjs')]) === 0;
process.exitCode = built && parts.map(pass).every(Boolean) ? 0 : 1;
const passed = written('.passed');
if (passed.length === Object.keys(PARTS).length) writePage(passed, written('.json'));
if (kept === undefined) rmSync(folder, { recursive: true, force: true });
