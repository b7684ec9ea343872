import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { coverageOf } from '../../src/fact/coverage.ts';
import { stageSequences } from '../../src/fact/stages.ts';
import type { FactTable } from '../../src/fact/table.ts';
import { timelineOf } from '../../src/fact/timeline.ts';
import { unitCosts } from '../../src/fact/unit-cost.ts';
import { load } from '../../src/load.ts';
import { openStore } from '../../src/store/engines.ts';
import { readFactTable } from '../../src/store/fact-table.ts';
import { writeRecords } from '../../src/store/load.ts';
import { readCopies, readMentionCounts } from '../../src/store/looked-at.ts';
import { openArchive } from '../../src/store/open-archive.ts';
import { statement } from '../../src/store/queries.ts';
import type { Row, Store } from '../../src/store/store.ts';
import { corpus } from './corpus.ts';
import { divisions } from './fixture.ts';

/** The corpora on which Cypher and TypeScript must answer alike. */
const CORPORA: Readonly<Record<string, () => Promise<Store>>> = {
  demo: async () => {
    const archive = await openArchive('memory:');
    await load(['demo/articles'], archive);
    return { ...bound(archive.store), close: () => archive.close() };
  },
  fixture: async () => {
    const store = await openStore('memory:');
    await writeRecords(store, corpus(), divisions);
    return store;
  },
};

function bound(store: Store): Store {
  const names = ['migrate', 'read', 'write', 'search', 'reset', 'checkpoint', 'close'] as const;
  const methods = Object.fromEntries(names.map((name) => [name, (store[name] as () => unknown).bind(store)]));
  return { engine: store.engine, ...methods } as unknown as Store;
}

describe.each(Object.entries(CORPORA))('on the %s corpus Cypher and TypeScript agree', (name, open) => {
  let store: Store;
  let table: FactTable;
  const ask = (query: string, params = {}): Promise<Row[]> => store.read(statement(query), params);

  beforeAll(async () => {
    store = await open();
    table = await readFactTable(store);
  });
  afterAll(() => store.close());

  it('on unit costs', async () => {
    const rows = await ask('unitCosts', { first: 1000 });
    const quotients = new Map(rows.map((row) => [`${row.moneyId} ${row.boughtId}`, row]));
    const costs = unitCosts(table);
    expect(quotients.size).toBe(costs.length);
    expect(costs.length).toBeGreaterThan(0);
    for (const { money, bought, yuan, min, max, flags } of costs) {
      const row = quotients.get(`${money.id} ${bought.id}`);
      if (yuan !== null) expect(row?.yuan).toBeCloseTo(yuan, 6);
      if (!flags.includes('shared') && min !== null) expect(row?.min).toBeCloseTo(min, 6);
      if (!flags.includes('partial') && max !== null) expect(row?.max).toBeCloseTo(max, 6);
    }
  });

  it('on the timeline of a place', async () => {
    const place = name === 'demo' ? '420100' : '990102';
    // The places of the fixture are invented: the tree knows nothing below them.
    for (const below of name === 'demo' ? [false, true] : [false]) {
      const rows = await ask('timelineOfPlace', { place, below: below ? 1 : 0 });
      const entries = timelineOf(table, { place, below });
      expect(entries.map(({ fact }) => fact.id).sort()).toEqual(rows.map(({ factId }) => factId).sort());
      expect(entries.map(({ fact }) => fact.first)).toEqual(rows.map(({ first }) => first));
      expect(entries.length).toBeGreaterThan(3);
    }
  });

  it('on plans and their results', async () => {
    const pairs = stageSequences(table).flatMap(({ plans }) =>
      plans.flatMap(({ plan, results }) => results.map(({ id }) => `${plan.id} ${id}`)),
    );
    const rows = await ask('plansAndResults', { first: 1000 });
    // The statement tells cameras and points, and 示范村 and 标语, by their kind of thing only: it may find more, never less.
    const found = rows.map(({ plannedId, reportedId }) => `${plannedId} ${reportedId}`);
    expect(found).toEqual(expect.arrayContaining(pairs));
    if (name === 'demo') return;
    // The demo articles tell of no plan beside its result.
    expect(pairs).toEqual(found);
    expect(found.length).toBeGreaterThan(0);
  });

  it('on counties', async () => {
    const looked = { mentions: await readMentionCounts(store), copyOf: await readCopies(store), searches: new Map() };
    const rows = await ask('coverageByCounty', { asset: 'camera' });
    const coverage = coverageOf(table, { asset: 'camera', year: 2022 }, looked);
    const known = coverage.prefectures
      .flatMap(({ counties }) => counties)
      .filter(({ state }) => state !== 'not_searched');
    const shown = known.map(({ code, state, facts, articles }) => ({ code, state, facts, articles }));
    const told = rows.map(({ code, state, facts, articles }) => ({ code, state, facts, articles }));
    // The counties of the fixture are invented: the gazetteer of the map knows none of them.
    expect(shown).toEqual(name === 'demo' ? told : []);
    expect(told.length).toBeGreaterThan(name === 'demo' ? 10 : 1);
  });
});
