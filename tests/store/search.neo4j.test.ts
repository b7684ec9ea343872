import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findAndCount } from '../../src/store/phrases.ts';
import { countNodes } from '../../src/store/search.ts';
import type { Hit, Store } from '../../src/store/store.ts';
import { type Engines, emptyEngines, loadAll } from './engines.ts';
import { article } from './fixture.ts';
import { ALL, NOTHING, QUERIES, SEARCHED, SYNTAX } from './searched.ts';
import { MISSING } from './servers.ts';

/** Claims of several lengths, many of one, some with the words twice: more than are asked for. */
const MANY = article(
  '探头清单',
  { publishedOn: '2019-01-01', outlet: '东营日报' },
  Array.from({ length: 60 }, (_, i) => ({
    kind: 'DEPLOYED' as const,
    words: `${'新'.repeat((i * 5) % 7)}装探头${i + 10}个${i % 4 === 0 ? '换探头' : ''}`,
    count: i + 10,
    places: ['370502'],
  })),
);

describe.skipIf(MISSING !== null)(`search on both engines${MISSING ? ` (${MISSING})` : ''}`, () => {
  let engines: Engines;
  beforeAll(async () => {
    engines = await emptyEngines();
    await loadAll(engines, [...SEARCHED, MANY]);
  }, 180_000);
  afterAll(() => Promise.all(engines.map((store) => store.close())));

  /** What all engines answer, when it is the same. */
  async function agree(query: string, labels: readonly string[] = ALL, limit = 20): Promise<void> {
    const [first, ...others] = await Promise.all(engines.map((store) => store.search(query, labels, limit)));
    for (const other of others) expect(other, JSON.stringify(query)).toEqual(first);
  }

  /** What has all words: on Neo4j however many claims of one length it takes for their keys to be looked up. */
  async function withAll(store: Store, query: string, limit: number): Promise<readonly Hit[]> {
    const whole = (await store.search(query, ALL, limit)).filter(({ score }) => score >= 1);
    const asked = { engine: store.engine.name, read: store.read.bind(store) };
    for (const many of [0, 1, 5, 1000]) {
      const found = await findAndCount(asked, query, ALL, limit, many);
      if (found !== null) expect(found.hits, `${query}, ${limit}, ${many}`).toEqual(whole);
    }
    return whole;
  }

  it('asks at least 40 things', () => expect(QUERIES.length).toBeGreaterThanOrEqual(40));

  it('finds the same in the same order', async () => {
    for (const [query] of QUERIES) await agree(query);
    for (const [query] of QUERIES.filter((_, i) => i % 6 === 0)) await agree(query, ['Program', 'Claim']);
    for (const [query] of QUERIES) await agree(query, ALL, 2);
  }, 120_000);

  it('finds the shortest of many quotes, however few are asked for', async () => {
    for (const limit of [1, 3, 7, 20, 60, 100]) await agree('探头', ALL, limit);
    expect(await engines[0].search('探头', ['Claim'], 100)).toHaveLength(60);
  }, 60_000);

  it('finds the same where many claims of one length are looked up by key', async () => {
    const phrases = ['探头', '新装探头', '换探头', '雪亮', '辅警 配备', '公安局', '东营', '没有'];
    for (const query of phrases)
      for (const limit of [1, 3, 7, 20, 60]) {
        const [expected, ...others] = await Promise.all(engines.map((store) => withAll(store, query, limit)));
        for (const found of others) expect(found, `${query}, ${limit}`).toEqual(expected);
      }
  }, 120_000);

  it('counts the same, by itself and beside what it finds', async () => {
    let both = 0;
    for (const [query] of QUERIES) {
      const counted = await Promise.all(
        engines.map(async (store) => {
          const asked = { engine: store.engine.name, read: store.read.bind(store) };
          const counts = await countNodes(asked, query, ALL);
          const found = await findAndCount(asked, query, ALL, 20);
          if (found !== null) expect(found.totals, query).toEqual(counts);
          both += found === null ? 0 : 1;
          return counts;
        }),
      );
      for (const other of counted) expect(other, JSON.stringify(query)).toEqual(counted[0]);
    }
    expect(both).toBeGreaterThan(10);
  }, 120_000);

  it('takes nothing for syntax, the same way', async () => {
    for (const query of [...NOTHING, ...SYNTAX]) await agree(query);
  }, 120_000);

  it('agrees on whatever is asked', async () => {
    const parts = fc.array(
      fc.constantFrom(
        ...['东', '营', '市', 'dy', 'a', '"', '*', '\\', ':', '/', ' OR ', '~', '1', '(', '臺', '河口', '公安局'],
      ),
    );
    const asked = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      parts.map((all) => all.join('')),
    );
    await fc.assert(
      fc.asyncProperty(asked, (query) => agree(query)),
      { numRuns: 25 },
    );
  }, 120_000);
});
