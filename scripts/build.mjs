// Compiles src/ and copies what is not code beside its readers (gazetteer data, the start page); dist/ is replaced in one move,
// so that a command which runs meanwhile never sees half of it. GraphiQL is built anew only when its source is newer.
import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const fresh = `${root}dist.${process.pid}`;
try {
  const compiler = `${root}node_modules/typescript/bin/tsc`;
  execFileSync(process.execPath, [compiler, '-p', `${root}tsconfig.json`, '--outDir', fresh], { stdio: 'inherit' });
  cpSync(`${root}src`, fresh, { recursive: true, filter: (path) => !path.endsWith('.ts') });
  chmodSync(`${fresh}/cli/main.js`, 0o755);
  await graphiql(`${root}dist/graphiql`, `${fresh}/graphiql`);
  const old = `${fresh}.old`;
  if (existsSync(`${root}dist`)) renameSync(`${root}dist`, old);
  renameSync(fresh, `${root}dist`);
  rmSync(old, { recursive: true, force: true });
} finally {
  rmSync(fresh, { recursive: true, force: true });
}

/** GraphiQL as it was built before, or built now: seconds, which `npm start` should not take each time. */
async function graphiql(before, outDir) {
  const sources = readdirSync(`${root}graphiql`).map((name) => `${root}graphiql/${name}`);
  const newest = Math.max(...[...sources, `${root}package-lock.json`].map((path) => statSync(path).mtimeMs));
  if (existsSync(`${before}/index.html`) && statSync(`${before}/index.html`).mtimeMs >= newest) {
    cpSync(before, outDir, { recursive: true, preserveTimestamps: true });
    return;
  }
  const { build } = await import('vite');
  await build({ configFile: `${root}graphiql/vite.config.mjs`, build: { outDir } });
}
