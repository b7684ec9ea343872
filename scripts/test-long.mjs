// `npm run test:long`: the faults and properties of the test suite, often, and docs/reliability.md written from what was seen.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus, platform, release, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const vitest = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs');
const page = join(root, 'docs/reliability.md');
const folder = mkdtempSync(join(tmpdir(), 'xueliang-faults-'));
const SUITES = [
  'tests/reliability',
  'tests/store/engine-process.test.ts',
  '.property.test.ts',
  'tests/store/neo4j.test.ts',
  'same.neo4j.test.ts',
  'sequences.neo4j.test.ts',
];

const HEAD = `# What was done to it, and what was seen

Written by \`npm run test:long\`; the short form of every row runs in \`npm test\`. The journal is the truth on disk, the graph
follows from it (\`docs/errors.md\` has the codes). Every row ends in the digest of an undisturbed load, or says why not.
`;

const FOOT = `
What is not tried: loss of power (the journal is flushed with fdatasync before a load is acknowledged, and the graph is
made again from it), disks that lie about flushing, Windows.
`;

function run(script, args) {
  const engines = { XUELIANG_SAME_CLAIMS: '100000', XUELIANG_SEQUENCES: '100' };
  const env = { ...engines, ...process.env, XUELIANG_FAULTS: folder };
  return spawnSync(process.execPath, [script, ...args], { cwd: root, stdio: 'inherit', env }).status;
}

/** Writes the page, when all of it passed and nothing was left out. */
function writePage(suites) {
  const missing = suites.flatMap((suite) => suite.missing);
  if (missing.length > 0) return console.warn(`${page} is as it was; failed or left out: ${missing.join('; ')}`);
  const faults = suites.flatMap((suite) => suite.faults).sort((a, b) => (a.fault < b.fault ? -1 : 1));
  const rows = faults.map(({ fault, times, seen }) => `| ${fault} | ${times} | ${seen} |`);
  const date = new Date().toISOString().slice(0, 10);
  const where = `${date}, Node ${process.versions.node}, ${platform()} ${release()}, ${cpus().length} cores`;
  const table = ['| Fault | Times | Seen |', '| --- | --- | --- |', ...rows].join('\n');
  writeFileSync(page, `${HEAD}\n${where}.\n\n${table}\n${FOOT}`);
}

const built = run(join(root, 'scripts/build.mjs'), []);
process.exitCode =
  built ||
  run(vitest, ['run', ...SUITES]) ||
  run(join(root, 'scripts/fuzz.mjs'), []) ||
  run(join(root, 'scripts/attack.mjs'), []);
const suites = readdirSync(folder).map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')));
if (process.exitCode === 0) writePage(suites);
rmSync(folder, { recursive: true, force: true });
