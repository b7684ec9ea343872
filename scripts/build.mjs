// Compiles src/ and copies what is not code beside its readers (gazetteer data, the start page); dist/ is replaced in one move,
// so that a command which runs meanwhile never sees half of it.
import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, renameSync, rmSync, symlinkSync } from 'node:fs';
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

// npx finds a package's own command only where its dependencies have theirs.
const link = `${root}node_modules/.bin/xueliang`;
if (process.platform !== 'win32' && existsSync(`${root}node_modules/.bin`)) {
  rmSync(link, { force: true });
  symlinkSync('../../dist/cli/main.js', link);
}
