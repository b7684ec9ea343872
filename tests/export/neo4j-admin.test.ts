import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { missingTools, NEO4J_CURRENT, NEO4J_VERSION, neo4jAdmin, startNeo4j } from '../../scripts/neo4j-jars.mjs';
import { exportNeo4jAdmin } from '../../src/export/neo4j-admin.ts';
import type { GraphNode } from '../../src/graph/schema.ts';
import { compact } from '../../src/graph/schema.ts';
import { load } from '../../src/load.ts';
import type { Archive } from '../../src/store/archive.ts';
import { putNodes } from '../../src/store/batches.ts';
import { checkInvariants } from '../../src/store/check.ts';
import { digest } from '../../src/store/digest.ts';
import { openStore } from '../../src/store/engines.ts';
import { openArchive } from '../../src/store/open-archive.ts';
import { statement } from '../../src/store/queries.ts';
import type { Store } from '../../src/store/store.ts';

const TOOLS = [NEO4J_VERSION, NEO4J_CURRENT].map((version) => ({ version, reason: missingTools(version) }));
const missing = TOOLS.find(({ reason }) => reason !== null);
if (missing && process.env.CI) throw new Error(`CI needs the real import tools: ${missing.reason}`);

/** Texts that CSV is known to lose: quotes, delimiters, line ends, control characters, blanks at the ends, nothing. */
const HARD = ['', '""', '"', '\\', '\\"', 'a"b', ',', ';', '|', '\r', '\n', '\r\n', ' a ', '\t', '\0', '\ufeff', "'"];
const text = fc.oneof(
  fc.constantFrom(...HARD),
  fc.string({ unit: 'binary' }),
  fc.constantFrom('雪亮工程', '臺灣', '😀'),
);
const hardNode = fc.record({
  key: fc.uuid(),
  note: fc.option(text),
  texts: fc.array(text.map((t) => t.replaceAll('\u001f', ''))),
  figure: fc.option(fc.oneof(fc.integer(), fc.double({ noNaN: true, min: -1e9, max: 1e9 }), fc.maxSafeInteger())),
  at: fc.array(fc.maxSafeInteger()),
  flag: fc.option(fc.boolean()),
});

/** Nodes that try a cell of every type, beside those that articles give. */
function hardNodes(): GraphNode[] {
  return fc.sample(hardNode, { numRuns: 300, seed: 8 }).flatMap(({ key, note, texts, figure, at, flag }) => [
    { label: 'Review', key, properties: compact({ id: key, note, on: note }) },
    { label: 'Program', key, properties: compact({ id: key, name: note, aliases: texts, discovered: flag }) },
    { label: 'Outlet', key: note ?? key, properties: { name: note ?? key } },
    // Without an article or a fact key: only the figures count here.
    { label: 'Claim', key, properties: compact({ id: key, count: figure, start: at[0], evidenceStarts: at }) },
  ]);
}

for (const { version, reason } of TOOLS) {
  const skipped = reason === null ? '' : ` (skipped: ${reason})`;
  describe.skipIf(reason !== null)(`neo4j-admin ${version}${skipped}`, () => imports(version));
}

function imports(version: string): void {
  const work = mkdtempSync(join(tmpdir(), 'xueliang-export-'));
  const folder = join(work, 'csv');
  const home = join(work, 'home');
  let archive: Archive;
  let imported: Store;
  let stop: () => Promise<void> = async () => undefined;
  let journalled: readonly unknown[];

  beforeAll(async () => {
    archive = await openArchive(`file:${join(work, 'store.db')}`);
    await load(['demo/articles'], archive);
    journalled = await archive.store.read(statement('journal'));
    await archive.store.write(putNodes(hardNodes()));
    await exportNeo4jAdmin(archive.store, folder);
    neo4jAdmin(['database', 'import', 'full', 'neo4j', '@import.args'], { home, cwd: folder, version });
    const server = await startNeo4j({ home, version });
    stop = server.stop;
    imported = await openStore(server.bolt);
  }, 180_000);
  afterAll(async () => {
    await imported?.close();
    await stop();
    await archive?.close();
    rmSync(work, { recursive: true, force: true });
  });

  it('imports into a database with the digest of the store exported', async () => {
    expect(await digest(imported)).toBe(await digest(archive.store));
  });

  it('keeps integers integers, and says of which journal the graph is', async () => {
    expect(await imported.read(statement('journal'))).toEqual(journalled);
    const headers = readdirSync(folder).filter((name) => /^Claim(\.\d+)?\.header\.csv$/.test(name));
    const counts = headers.map((name) => /,count:(\w+)/.exec(readFileSync(join(folder, name), 'utf8'))?.[1]);
    expect(new Set(counts)).toEqual(new Set(['long', 'double']));
  });

  it('becomes a store like any other once it is opened: constraints, indexes, text search', async () => {
    const broken = (await checkInvariants(imported)).filter(({ key }) => !/^[0-9a-f]{8}-/.test(key));
    expect(broken).toEqual([]);
    expect((await imported.search('雪亮工程', ['Program'], 3))[0]).toMatchObject({
      label: 'Program',
      name: '雪亮工程',
    });
    const [program] = await imported.read(statement('programs'), { first: 1 });
    const again = putNodes([{ label: 'Program', key: String(program?.key), properties: { id: String(program?.key) } }]);
    await imported.write(again);
    const keys = (await imported.read(statement('checkKeysProgram'))).length;
    expect(keys).toBe(0);
  });
}
