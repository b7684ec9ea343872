// Compiles src/ to dist/ and copies the gazetteer's data files beside their readers.
import { execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
rmSync(`${root}dist`, { recursive: true, force: true });
execFileSync(process.execPath, [`${root}node_modules/typescript/bin/tsc`, '-p', `${root}tsconfig.json`], {
  stdio: 'inherit',
});
mkdirSync(`${root}dist/gazetteer`, { recursive: true });
for (const file of readdirSync(`${root}src/gazetteer`)) {
  if (/\.(json|bin)$/.test(file)) copyFileSync(`${root}src/gazetteer/${file}`, `${root}dist/gazetteer/${file}`);
}
chmodSync(`${root}dist/cli/main.js`, 0o755);
