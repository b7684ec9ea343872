// npm run neo4j [-- [--version 2026] [PATH…]]: Neo4j Community with the demo corpus loaded, until Ctrl-C. Its data stays in
// .neo4j/home, that of another version than the LTS in .neo4j/home-VERSION. XUELIANG_NEO4J_VERSION names one too.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { missingTools, NEO4J_VERSION, neo4jVersion, startNeo4j } from './neo4j-jars.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const cli = `${root}dist/cli/main.js`;
const { version, paths } = asked();
const reason = missingTools(version);
if (reason !== null) fail(`${reason}; with Docker, use: docker compose up`);
if (!existsSync(cli)) fail('run npm run build first');

console.log(`Starting Neo4j ${version}; the first time fetches its jars (140 MB).`);
const home = version === NEO4J_VERSION ? 'home' : `home-${version}`;
const neo4j = await startNeo4j({ version, home: `${root}.neo4j/${home}` });
const loaded = spawnSync(
  process.execPath,
  [cli, 'load', ...(paths.length > 0 ? paths : [`${root}demo/articles`]), '--store', neo4j.bolt],
  {
    stdio: 'inherit',
  },
);
if (loaded.status !== 0) console.error(`load ended with status ${loaded.status ?? loaded.signal}`);
console.log(`
Neo4j Browser: ${neo4j.browser}
  connect to ${neo4j.bolt}, authentication type "No authentication", and try:
  MATCH (a)-[r:FUNDED|DEPLOYED]->(b) RETURN a, r, b LIMIT 50
The store, for xueliang: --store ${neo4j.bolt}
Ctrl-C stops it.`);
let stopping = false;
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, async () => {
    if (stopping) return;
    stopping = true;
    await neo4j.stop();
    process.exit(0);
  });
}
setInterval(() => undefined, 60_000);

function asked() {
  try {
    const options = { version: { type: 'string', default: process.env.XUELIANG_NEO4J_VERSION || NEO4J_VERSION } };
    const { values, positionals } = parseArgs({ options, allowPositionals: true });
    return { version: neo4jVersion(values.version), paths: positionals };
  } catch (error) {
    return fail(error.message);
  }
}

function fail(message) {
  console.error(`neo4j: ${message}`);
  process.exit(1);
}
