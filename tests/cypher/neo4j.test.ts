import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Driver } from 'neo4j-driver';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { load } from '../../src/load.ts';
import { openStore } from '../../src/store/engines.ts';
import { writeRecords } from '../../src/store/load.ts';
import { openArchive } from '../../src/store/open-archive.ts';
import { corpus, edges } from '../store/corpus.ts';
import { divisions } from '../store/fixture.ts';
import { driverOf, emptied, SERVERS, type Server } from '../store/servers.ts';
import { worked, workedFiles } from './worked.ts';

const FILES = workedFiles();

describe.each(SERVERS)('$title', (server) => {
  describe.skipIf(server.reason !== null)('queries for Neo4j Browser', () => on(server));
});

function on(server: Server): void {
  const { url, credentials } = server;
  let driver: Driver;
  const rows = new Map<string, number>();

  const count = async () => {
    for (const file of FILES) {
      const { text, params } = worked(file);
      const { records } = await driver.executeQuery(text, params, { routing: 'READ' });
      rows.set(file, (rows.get(file) ?? 0) + records.length);
    }
  };
  const empty = async () => (await emptied(server)).close();

  beforeAll(async () => {
    driver = driverOf(server);
    await empty();
    const invented = await openStore(url, credentials);
    await writeRecords(invented, [...corpus(), edges()], divisions);
    await invented.close();
    await count();
    await empty();
    const journal = mkdtempSync(join(tmpdir(), 'xueliang-browser-'));
    const demo = await openArchive(url, { ...credentials, journal });
    await load(['demo/articles'], demo);
    await demo.close();
    rmSync(journal, { recursive: true, force: true });
    await count();
  }, 180_000);
  afterAll(() => driver?.close());

  it('are at least twenty', () => {
    expect(FILES.length).toBeGreaterThanOrEqual(20);
  });

  it.each(FILES)('%s says what it answers, in English and Chinese, and finds it', async (file) => {
    const { head, text, params } = worked(file);
    expect(head).toHaveLength(2);
    expect(head[1]).toMatch(/\p{Script=Han}/u);
    expect(text).toMatch(/\bLIMIT \d+\b/);
    expect(rows.get(file)).toBeGreaterThan(0);
    const { summary } = await driver.executeQuery(`EXPLAIN ${text}`, params);
    expect(summary.queryType).toBe('r');
  });
}
