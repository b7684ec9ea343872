// Compiles src/ and copies what is not code beside its readers (gazetteer data, the start page); dist/ is replaced in one move,
// so that a command which runs meanwhile never sees half of it.
import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, renameSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const fresh = `${root}dist.${process.pid}`;
try {
  const compiler = `${root}node_modules/typescript/bin/tsc`;
  execFileSync(process.execPath, [compiler, '-p', `${root}tsconfig.json`, '--outDir', fresh], { stdio: 'inherit' });
  cpSync(`${root}src`, fresh, { recursive: true, filter: (path) => !path.endsWith('.ts') });
  chmodSync(`${fresh}/cli/main.js`, 0o755);
  const old = `${fresh}.old`;
  if (existsSync(`${root}dist`)) renameSync(`${root}dist`, old);
  renameSync(fresh, `${root}dist`);
  rmSync(old, { recursive: true, force: true });
} finally {
  rmSync(fresh, { recursive: true, force: true });
}
