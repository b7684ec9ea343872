import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gazetteerDivisions } from '../../src/graph/divisions.ts';
import { openStore } from '../../src/store/engines.ts';
import { best } from '../../src/store/hits.ts';
import { writeRecords } from '../../src/store/load.ts';
import { statement, writeStatement } from '../../src/store/queries.ts';
import { recordVersion, upToDate } from '../../src/store/schema-version.ts';
import { countNodes } from '../../src/store/search.ts';
import type { Params, Store } from '../../src/store/store.ts';
import { ALL, NOTHING, QUERIES, SEARCHED, SYNTAX } from './searched.ts';

describe('search in the embedded engine', () => {
  let store: Store;
  beforeAll(async () => {
    store = await openStore('memory:');
    await writeRecords(store, [...SEARCHED], gazetteerDivisions);
  }, 60_000);
  afterAll(() => store.close());

  const names = async (query: string, labels = ALL, limit = 20) =>
    (await store.search(query, labels, limit)).map(({ name }) => name);

  it.each(QUERIES.filter(([, first]) => first !== undefined))('%s: %s comes first', async (query, first) => {
    expect((await names(query ?? ''))[0]).toBe(first);
  });

  it('puts a name before its beginnings, these before other keys, and those before parts of names', async () => {
    const hits = await store.search('平安', ['Program'], 20);
    expect(hits.map(({ name, score }) => [name, score])).toEqual([
      ['平安50', 3],
      ['平安东营', 3],
      ['平安建设', 3],
    ]);
    expect((await store.search('河口区', ['Place'], 1))[0]?.score).toBe(4);
    expect((await store.search('天网', ['Program'], 1))[0]?.score).toBe(3);
    expect((await store.search('skynet', ['Program'], 1))[0]?.score).toBe(2);
    expect((await store.search('工程', ['Program'], 5)).map(({ name, score }) => [name, score])).toEqual([
      ['天网工程', 1],
      ['雪亮工程', 1],
    ]);
  });

  it('has the first of a longer answer in a shorter one', async () => {
    for (const [query] of QUERIES) {
      const all = await names(query);
      for (const limit of [1, 3, 7]) expect(await names(query, ALL, limit), query).toEqual(all.slice(0, limit));
    }
  });

  it('counts what has all the words', async () => {
    const read: Store['read'] = (asked, params) => store.read(asked, params);
    for (const query of ['东营', '雪亮', '州', 'sharp eyes', '辅警 配备']) {
      const counts = await countNodes({ engine: store.engine.name, read }, query, ALL);
      for (const label of ALL)
        expect(counts.get(label), `${query} ${label}`).toBe((await names(query, [label], 500)).length);
    }
    expect(
      [...(await countNodes({ engine: store.engine.name, read }, ' ', ALL)).values()].every((total) => total === 0),
    ).toBe(true);
  });

  it('gives what has some of the words only where nothing has all', async () => {
    const [hit] = await store.search('配备辅警和保安', ALL, 5);
    expect(hit?.score).toBeLessThan(1);
    expect(hit?.score).toBeGreaterThanOrEqual(0.5);
    expect((await store.search('辅警', ALL, 5)).every(({ score }) => score >= 1)).toBe(true);
  });

  it.each(NOTHING.map((query) => [JSON.stringify(query), query]))('%s finds nothing', async (_, query) => {
    expect(await store.search(query, ALL, 5)).toEqual([]);
  });

  it('takes nothing for syntax', async () => {
    for (const query of SYNTAX) await expect(store.search(query, ALL, 5), query).resolves.toBeInstanceOf(Array);
    expect(await names('*东营市*')).toEqual(await names('东营市'));
    expect(await names('"东营" ~')).toEqual(await names('东营'));
    expect(await store.read(statement('programsCount'))).toEqual([{ total: 10 }]);
  });

  it('answers whatever is asked', async () => {
    const odd = fc.string({ unit: 'binary', maxLength: 40 });
    const mixed = fc.array(
      fc.constantFrom(...['东', '营', 'a', '"', '*', '\\', ':', '/', ' OR ', '~', '1', '(', '臺', '\ud800']),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          odd,
          mixed.map((parts) => parts.join('')),
        ),
        async (query) => {
          const hits = await store.search(query, ALL, 5);
          expect(hits).toEqual(best(hits, 5));
        },
      ),
      { numRuns: 150 },
    );
  }, 60_000);
});

describe('search in a store of an older program', () => {
  it('finds words once it is upgraded, though it knows no pinyin', async () => {
    const store = await openStore('memory:');
    const put = (name: string, key: string, properties: Params) =>
      store.write([{ statement: writeStatement(name), rows: [{ key, properties }] }]);
    const quote = '投资6600余万元建设Sharp Eyes';
    await put('putProgram', '雪亮工程', {
      id: '雪亮工程',
      name: '雪亮工程',
      searchText: '雪亮工程 雪亮 Sharp Eyes Project',
    });
    await put('putOutlet', 'Dazhong', { name: 'Dazhong' });
    await put('putArticle', 'a', { id: 'a', title: 'Sharp Eyes建成' });
    await put('putClaim', 'c', { id: 'c', quote });
    await recordVersion(store, 1);
    await upToDate(store);
    const found = (await store.search('sharp eyes', ALL, 9)).map(({ label, score }) => [label, score]);
    expect(found).toEqual([
      ['Program', 1],
      ['Article', 1],
      ['Claim', 1],
    ]);
    expect(await store.search('dazhong', ALL, 9)).toMatchObject([{ label: 'Outlet', name: 'Dazhong' }]);
    expect(await store.search('xueliang', ALL, 9)).toEqual([]);
    await store.close();
  });
});
