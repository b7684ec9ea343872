// `npm run test:long`: the faults of tests/reliability, often, and docs/reliability.md written from what was seen.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const vitest = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs');
const env = { ...process.env, XUELIANG_LONG: '1' };
const run = (script, args) =>
  spawnSync(process.execPath, [script, ...args], { cwd: root, stdio: 'inherit', env }).status;
process.exitCode =
  run(join(root, 'scripts/build.mjs'), []) || run(vitest, ['run', '--project', 'all', 'tests/reliability']);
