import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FactTable } from '../../src/fact/table.ts';
import { type TotalRequest, totalOf } from '../../src/fact/total.ts';
import { load } from '../../src/load.ts';
import type { Archive } from '../../src/store/archive.ts';
import { readFactTable } from '../../src/store/fact-table.ts';
import { openArchive } from '../../src/store/open-archive.ts';
import { rowOf } from './rows.ts';

const SHARED = '../shared';
const absent = !existsSync(`${SHARED}/articles`);
const note = absent ? ' (skipped: no ../shared beside this checkout)' : '';

interface GoldClaim {
  readonly id: string;
  readonly kind: string;
  readonly place_code: string | null;
  readonly asset: string | null;
  readonly count: number | null;
  readonly count_unit: string | null;
  readonly amount_cny: number | null;
  readonly year: number | null;
}

/** A fact to each claim of a gold file. */
function gold(name: string): FactTable {
  const { claims } = JSON.parse(readFileSync(`${SHARED}/gold/${name}.json`, 'utf8')) as {
    claims: readonly GoldClaim[];
  };
  const rows = claims.map(({ id, kind, place_code, asset, count, count_unit, amount_cny, year }) =>
    rowOf({
      ...{ id, kind, asset, placeCode: place_code, figure: count ?? amount_cny, publishedYear: year },
      unit: amount_cny === null ? count_unit : 'CNY',
    }),
  );
  return new FactTable(rows);
}

describe.skipIf(absent)(`what annotated articles say${note}`, () => {
  let archive: Archive;
  let table: FactTable;
  beforeAll(async () => {
    archive = await openArchive('memory:');
    await load([`${SHARED}/articles`], archive);
    table = await readFactTable(archive.store);
  });
  afterAll(async () => archive?.close());

  /** Figures added, and the reasons why others were not, by figure. */
  function answer(of: FactTable, request: TotalRequest) {
    const total = totalOf(of, request);
    const added = total.added.map(({ fact }) => fact.figure);
    return { ...total, added, leftOut: new Map(total.leftOut.map(({ fact, reason }) => [fact.figure, reason])) };
  }

  it('3557 of a city and 1926 of its district are not 5483, as read and as annotated', () => {
    for (const facts of [table, gold('000_cd65a6d1c87217f8')]) {
      const { figure, added, leftOut } = answer(facts, {
        kind: 'DEPLOYED',
        asset: 'camera',
        place: '370500',
        from: '2017',
        to: '2017',
      });
      expect({ figure, added }).toEqual({ figure: 3557, added: [3557] });
      expect(['part', 'may_overlap']).toContain(leftOut.get(1926));
    }
  });

  it('500万元 of a county and 800余万元 of its towns are two payers’', () => {
    const total = answer(table, { kind: 'FUNDED', asset: 'village_center', place: '370502' });
    expect([...total.added].sort()).toEqual([5_000_000, 8_000_000]);
    expect(total).toMatchObject({ figure: 13_000_000, min: 13_000_000, max: 14_000_000, exact: true });
  });

  it('parts of a budget are not added to it', () => {
    const { added, leftOut } = answer(table, { kind: 'FUNDED', place: '370502', from: '2009', to: '2009' });
    expect(added).toContain(40_908_300);
    for (const part of [700_000, 500_000, 1_000_000]) expect(leftOut.get(part)).toBe('part');
  });

  it('2865 and what it is made of, 1427 and 1438, are 2865', () => {
    for (const facts of [table, gold('18_如皋_2018')]) {
      expect(answer(facts, { kind: 'DEPLOYED', asset: 'camera', place: '320682' })).toMatchObject({
        figure: 2865,
        added: [2865],
      });
    }
  });

  it('two plans of one project are one', () => {
    const { added, leftOut } = answer(table, { kind: 'FUNDED', place: '341600', stage: 'planned' });
    expect(added).toEqual([2_000_000_000]);
    expect(leftOut.get(1_950_000_000)).toBe('may_overlap');
  });
});
