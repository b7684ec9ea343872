import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countNodes } from '../../src/store/search.ts';
import type { Store } from '../../src/store/store.ts';
import { type Engines, emptyEngines, loadAll } from './engines.ts';
import { ALL, NOTHING, QUERIES, SEARCHED, SYNTAX } from './searched.ts';
import { MISSING } from './servers.ts';

describe.skipIf(MISSING !== null)(`search on both engines${MISSING ? ` (${MISSING})` : ''}`, () => {
  let engines: Engines;
  beforeAll(async () => {
    engines = await emptyEngines();
    await loadAll(engines, SEARCHED);
  }, 180_000);
  afterAll(() => Promise.all(engines.map((store) => store.close())));

  /** What all engines answer, when it is the same. */
  async function agree(query: string, labels: readonly string[] = ALL): Promise<void> {
    const [first, ...others] = await Promise.all(engines.map((store) => store.search(query, labels, 20)));
    for (const other of others) expect(other, JSON.stringify(query)).toEqual(first);
  }

  it('asks at least 40 things', () => expect(QUERIES.length).toBeGreaterThanOrEqual(40));

  it('finds the same in the same order', async () => {
    for (const [query] of QUERIES) await agree(query);
    for (const [query] of QUERIES.filter((_, i) => i % 6 === 0)) await agree(query, ['Program', 'Claim']);
  }, 120_000);

  it('counts the same', async () => {
    for (const [query] of QUERIES) {
      const [first, ...others] = await Promise.all(
        engines.map((store) => {
          const read: Store['read'] = (asked, params) => store.read(asked, params);
          return countNodes({ engine: store.engine.name, read }, query, ALL);
        }),
      );
      for (const other of others) expect(other, JSON.stringify(query)).toEqual(first);
    }
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
