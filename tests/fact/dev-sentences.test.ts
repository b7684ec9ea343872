import { existsSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { FactRow } from '../../src/fact/row.ts';
import type { FactTable } from '../../src/fact/table.ts';
import { gazetteerDivisions } from '../../src/graph/divisions.ts';
import { readings } from '../../src/readings.ts';
import { openStore } from '../../src/store/engines.ts';
import { readFactTable } from '../../src/store/fact-table.ts';
import { writeRecords } from '../../src/store/load.ts';
import { Tally } from '../../src/tally.ts';

const ARTICLES = '../shared/articles';

/** The sentences are those of real pages, which stay outside the repository. */
describe.skipIf(!existsSync(ARTICLES))(`facts of the pages in ${ARTICLES} (skipped where they are absent)`, () => {
  let table: FactTable;
  const said = (words: string): FactRow[] => table.rows.filter((row) => row.quote.includes(words));
  const figured = (figure: number, more: Partial<FactRow> = {}) =>
    table.rows.filter((row) => row.figure === figure && Object.entries(more).every(([k, v]) => row[k as 'id'] === v));

  beforeAll(async () => {
    const store = await openStore('memory:');
    const records = [];
    for await (const { record, text } of readings([ARTICLES], new Tally())) records.push({ record, text: text.chars });
    await writeRecords(store, records, gazetteerDivisions);
    table = await readFactTable(store);
    await store.close();
  });

  it('are never in conflict: no page speaks of the place of another', () => {
    expect(table.size).toBeGreaterThan(100);
    expect(table.rows.filter((row) => row.rivals.length > 0)).toEqual([]);
  });

  it('a city’s 3557 cameras and a district’s 1926 are two, and the second’s place lies in the first’s', () => {
    const [city, ...more] = figured(3557);
    const [district] = figured(1926);
    expect(more).toEqual([]);
    expect(table.places.holds(city?.placeCode ?? '', district?.placeCode ?? '')).toBe(true);
    expect(table.places.holds(district?.placeCode ?? '', city?.placeCode ?? '')).toBe(false);
  });

  it('seven results of one campaign are seven', () => {
    const results = [3038, 940, 987, 476, 81, 330, 306].map((figure) => figured(figure));
    expect(results.flat().map((row) => row.kind)).toEqual(Array(7).fill('OUTCOME'));
  });

  it('the district’s 800余万元 for mobile police rooms and the towns’ for centres are two', () => {
    const money = figured(8_000_000, { kind: 'FUNDED' });
    expect(money).toHaveLength(2);
    expect(
      new Set(money.map((row) => row.asset)).size + new Set(money.map((row) => row.actorNames.join())).size,
    ).toBeGreaterThan(2);
    expect(said('4090.83').map((row) => row.wholes)).toEqual([[]]);
  });

  it('a patrol of 80 people and its six squads are two', () => {
    const told = [80, 6].map((figure) => figured(figure, { kind: 'STAFFED', asset: 'patrol_team' }));
    expect(told.map((rows) => rows.length)).toEqual([1, 1]);
    expect(told.flat().flatMap((row) => row.rivals)).toEqual([]);
  });

  it('a figure that an article says twice is one', () => {
    expect(figured(33, { kind: 'DEPLOYED', asset: 'village_center' })).toHaveLength(1);
  });
});
