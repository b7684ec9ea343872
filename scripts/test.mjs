// `npm test`: builds, checks types and style, runs every test that this machine allows, and says what was skipped.
// The last line is always `N passed, N failed, N skipped`.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const require = createRequire(import.meta.url);
const folder = mkdtempSync(join(tmpdir(), 'xueliang-test-'));
const report = join(folder, 'vitest.json');

/** The script that a package runs as, called by this very Node. */
function bin(name, command) {
  const manifest = require.resolve(`${name}/package.json`);
  const { bin: bins } = JSON.parse(readFileSync(manifest, 'utf8'));
  return join(dirname(manifest), typeof bins === 'string' ? bins : bins[command]);
}

/** A part whose outcome is one of the counted ones. */
function check(name, script, args) {
  const { status } = spawnSync(process.execPath, [script, ...args], { cwd: root, stdio: 'inherit' });
  console.log(`${status === 0 ? 'ok' : 'FAILED'}: ${name}`);
  return { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1, skipped: 0 };
}

/** Runs vitest and counts what its report says; a run that dies, or a file that does not load, is a failure. */
function tests() {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const args = [bin('vitest', 'vitest'), 'run', ...reporters, ...process.argv.slice(2)];
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  const result = readReport();
  if (result === null) return { passed: 0, failed: 1, skipped: 0 };
  const all = result.testResults.flatMap((file) => file.assertionResults);
  const broken = result.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
  const skipped = all.filter((test) => test.status !== 'passed' && test.status !== 'failed');
  listSkipped(skipped);
  listSlowest(result.testResults);
  listFailed(result.testResults);
  const passed = all.filter((test) => test.status === 'passed').length;
  const failed = all.filter((test) => test.status === 'failed').length + broken.length;
  return { passed, failed: failed === 0 && status !== 0 ? 1 : failed, skipped: skipped.length };
}

function readReport() {
  try {
    return JSON.parse(readFileSync(report, 'utf8'));
  } catch {
    return null;
  }
}

/** Skipped tests by the group that gives the reason, which stands in its name. */
function listSkipped(skipped) {
  const groups = new Map();
  for (const test of skipped) {
    const group = test.ancestorTitles.find((title) => title.includes('skipped:')) ?? test.fullName;
    groups.set(group, (groups.get(group) ?? 0) + 1);
  }
  for (const [group, count] of groups) console.log(`skipped ${count}: ${group}`);
}

/** The files that took longest, in seconds: where a run's time goes. */
function listSlowest(files) {
  const timed = files.map(({ name, startTime, endTime }) => ({
    name,
    seconds: Math.round((endTime - startTime) / 1000),
  }));
  const slowest = timed.sort((a, b) => b.seconds - a.seconds).slice(0, 20);
  console.log(`slowest: ${slowest.map(({ name, seconds }) => `${relative(root, name)} ${seconds} s`).join(', ')}`);
}

/** Failed tests again with what they said first, at the end, where a cut log still shows them. */
function listFailed(files) {
  for (const file of files) {
    if (file.status !== 'failed') continue;
    if (file.assertionResults.length === 0) console.log(`FAILED: ${relative(root, file.name)}: ${file.message}`);
    for (const test of file.assertionResults.filter(({ status }) => status === 'failed'))
      console.log(
        `FAILED: ${relative(root, file.name)}: ${test.fullName}: ${test.failureMessages.join('; ').slice(0, 500)}`,
      );
  }
}

const parts = [
  check('build', join(root, 'scripts/build.mjs'), []),
  check('types', bin('typescript', 'tsc'), ['--noEmit', '-p', 'tsconfig.tests.json']),
  check('lint', bin('@biomejs/biome', 'biome'), ['check', '.']),
  tests(),
];
rmSync(folder, { recursive: true, force: true });
const sum = (key) => parts.reduce((total, part) => total + part[key], 0);
process.exitCode = sum('failed') === 0 ? 0 : 1;
console.log(`${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`);
