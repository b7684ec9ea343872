import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { digest } from '../../src/store/digest.ts';
import { openStore } from '../../src/store/engines.ts';
import { writeRecords } from '../../src/store/load.ts';
import { statement } from '../../src/store/queries.ts';
import { contract } from './contract.ts';
import { corpus, hub } from './corpus.ts';
import { divisions } from './fixture.ts';
import { testStatement } from './spy.ts';

describe('the embedded engine', () => {
  contract(() => openStore('memory:'));

  it('keeps its graph in a file, which one process has at a time', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'xueliang-'));
    const url = `file:${join(folder, 'deep', 'graph.db')}`;
    const first = await openStore(url);
    await writeRecords(first, corpus(), divisions);
    const before = await digest(first);
    await expect(openStore(url)).rejects.toMatchObject({ code: 'STORE_LOCKED' });
    await first.close();
    const again = await openStore(url);
    expect(await digest(again)).toBe(before);
    expect((await again.search('雪亮', ['Program'], 1))[0]?.name).toBe('雪亮工程');
    await again.close();
    rmSync(folder, { recursive: true });
  });

  it('survives a statement that it cannot answer, and says so', async () => {
    const store = await openStore('memory:');
    await writeRecords(store, hub(), divisions);
    const joins = 'MATCH (a:Claim)-[:ABOUT]->(p)<-[:ABOUT]-(b:Claim) RETURN a.id AS a, b.id AS b';
    await expect(store.read(testStatement(joins, [], ['a', 'b']))).rejects.toMatchObject({
      code: 'QUERY_FAILED',
      message: 'the embedded engine cannot answer this statement',
    });
    expect(await store.read(statement('claimsCount'))).toEqual([{ total: 320 }]);
    await store.close();
  });

  it('says so when a file is no store, or an address none', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'xueliang-'));
    writeFileSync(join(folder, 'x.db'), 'no database');
    await expect(openStore(`file:${join(folder, 'x.db')}`)).rejects.toMatchObject({ code: 'STORE_DAMAGED' });
    await expect(openStore('file:')).rejects.toMatchObject({ code: 'USAGE' });
    await expect(openStore('http://user:secret@host')).rejects.toSatisfy((error) => !String(error).includes('secret'));
    rmSync(folder, { recursive: true });
  });
});
