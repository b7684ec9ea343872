import { afterAll, describe, expect, it } from 'vitest';
import type { FactRow } from '../../src/fact/row.ts';
import type { FactTable } from '../../src/fact/table.ts';
import { type TotalKind, totalsOf } from '../../src/fact/total.ts';
import { load } from '../../src/load.ts';
import { readFactTable } from '../../src/store/fact-table.ts';
import { writeRecords } from '../../src/store/load.ts';
import { openArchive } from '../../src/store/open-archive.ts';
import { statement } from '../../src/store/queries.ts';
import type { Store } from '../../src/store/store.ts';
import { corpus, edges, followers } from './corpus.ts';
import { divisions } from './fixture.ts';

const KINDS: readonly TotalKind[] = ['DEPLOYED', 'FUNDED', 'STAFFED'];

/** What totals compare, of a place itself and of those right below it: what the Cypher for Neo4j Browser must give. */
function candidates(table: FactTable, kind: TotalKind, place: string): FactRow[] {
  const all = totalsOf(table, { kind, place }).flatMap(({ added, leftOut }) => [...added, ...leftOut]);
  const children = table.places.children(place).map(({ code }) => code);
  const byId = new Map(all.map(({ fact }) => [fact.id, fact]));
  return [...byId.values()].filter(({ placeCode }) => placeCode === place || children.includes(placeCode ?? ''));
}

/** By place, asset, unit and stage how many facts there are, and the sum of all. */
function naive(rows: readonly FactRow[]): Map<string, [number, number]> {
  const sums = new Map<string, [number, number]>();
  for (const { placeCode, asset, unit, stage, figure } of rows) {
    const key = [placeCode, asset, unit, stage].join(' ');
    const [facts, sum] = sums.get(key) ?? [0, 0];
    sums.set(key, [facts + 1, sum + (figure ?? 0)]);
  }
  return sums;
}

async function compare(store: Store, table: FactTable): Promise<number> {
  let seen = 0;
  for (const kind of KINDS) {
    for (const { code: place } of table.places.all()) {
      const expected = candidates(table, kind, place).filter(({ figure }) => figure !== null);
      const rows = await store.read(statement('factsOfTotal'), { place, kind });
      expect(rows.map(({ factId }) => factId).sort()).toEqual(expected.map(({ id }) => id).sort());
      expect(rows.filter(({ itself, code }) => itself !== (code === place))).toEqual([]);
      const sums = await store.read(statement('naiveTotal'), { place, kind });
      const found = sums.map(({ code, asset, unit, stage, facts, sum }) => [
        [code, asset, unit, stage].join(' '),
        [facts, sum],
      ]);
      expect(new Map(found as [string, [number, number]][])).toEqual(naive(expected));
      seen += rows.length;
    }
  }
  return seen;
}

describe('the facts of a total in Cypher', () => {
  const open: { close(): Promise<void> }[] = [];
  afterAll(async () => {
    for (const one of open) await one.close();
  });

  it('are those that TypeScript compares: the demo articles', async () => {
    const archive = await openArchive('memory:');
    open.push(archive);
    await load(['demo/articles'], archive);
    expect(await compare(archive.store, await readFactTable(archive.store))).toBeGreaterThan(80);
  });

  it('are those that TypeScript compares: parts, rivals, plans, and a place that no gazetteer has', async () => {
    const archive = await openArchive('memory:');
    open.push(archive);
    await writeRecords(archive.store, [...corpus(), edges(), ...followers()], divisions);
    const table = await readFactTable(archive.store);
    expect(await compare(archive.store, table)).toBeGreaterThan(10);
  });

  it('of one program or thing, where it is asked for', async () => {
    const archive = await openArchive('memory:');
    open.push(archive);
    await writeRecords(archive.store, corpus(), divisions);
    const asked = { place: '990102', kind: 'DEPLOYED', asset: 'camera', program: '雪亮工程' };
    const rows = await archive.store.read(statement('factsOfTotal'), asked);
    expect(rows.map(({ figure, disputed }) => [figure, disputed])).toEqual(
      expect.arrayContaining([
        [1926, true],
        [2100, true],
      ]),
    );
    expect(await archive.store.read(statement('naiveTotal'), asked)).toMatchObject([{ facts: 2, sum: 4026 }]);
    const total = totalsOf(await readFactTable(archive.store), { ...asked, kind: 'DEPLOYED' })[0];
    expect(total).toMatchObject({ min: 1926, max: 2100, disputed: true, leftOut: [{ reason: 'dispute' }] });
  });
});
