// npm run neo4j: Neo4j Community with the demo corpus loaded, until Ctrl-C. Its data stays in .neo4j/home.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { missingTools, NEO4J_VERSION, startNeo4j } from './neo4j-jars.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const cli = `${root}dist/cli/main.js`;
const reason = missingTools();
if (reason !== null) fail(`${reason}; with Docker, use: docker compose up`);
if (!existsSync(cli)) fail('run npm run build first');

console.log(`Starting Neo4j ${NEO4J_VERSION}; the first time fetches its jars (140 MB).`);
const neo4j = await startNeo4j({ home: `${root}.neo4j/home` });
const paths = process.argv.slice(2);
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

function fail(message) {
  console.error(`neo4j: ${message}`);
  process.exit(1);
}
