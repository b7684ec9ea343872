import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { heaviestOf } from '../../src/fact/candidates.ts';
import { derivationOf } from '../../src/fact/derivation.ts';
import { type Footprint, footprintsOf } from '../../src/fact/footprint.ts';
import { overlaps } from '../../src/fact/overlap.ts';
import type { FactRow } from '../../src/fact/row.ts';
import { FactTable } from '../../src/fact/table.ts';
import { totalOf, totalsOf } from '../../src/fact/total.ts';
import { totalsBy } from '../../src/fact/total-groups.ts';
import { generatedFacts } from './generated.ts';
import { rowOf, type Stated } from './rows.ts';

/** Places of one city and around it: counties, towns, zones, names of the text, what was joined to another city, nowhere. */
const PLACES = [
  ...['370000', '370500', '370502', '370503', '370503101', '370503400', '370503/河口经开区', '370571', '370571400'],
  ...['370521', '370505', '370502102/东村', '371200', '371202', '370100', '370116', '370112', null],
];
const ACTORS = [
  ['place', '370503', ''],
  ['place', '370503101', ''],
  ['class', '', '各镇'],
  ['class', '', '各级'],
] as const;

/** Facts that may overlap in every way that there is; few figures, so that sets of one weight are common. */
const stated: fc.Arbitrary<Stated> = fc
  .record({
    placeCode: fc.constantFrom(...PLACES),
    figure: fc.constantFrom(100, 200, 300, 700),
    least: fc.constantFrom(1, 1, 0.5, 0),
    from: fc.constantFrom(null, '2015', '2016', '2016-06', '2020'),
    scope: fc.constantFrom(null, 'new', 'cumulative', 'of_which'),
    stage: fc.constantFrom('done', 'done', 'accepted'),
    asset: fc.constantFrom('camera', 'platform', 'patrol_car', null),
    article: fc.constantFrom('x', 'y'),
    actor: fc.option(fc.constantFrom(...ACTORS)),
    wholes: fc.subarray(['f0', 'f3'], { maxLength: 1 }),
    rivals: fc.subarray(['f1', 'f2'], { maxLength: 1 }),
  })
  .map(({ least, article, actor, wholes, rivals, ...fact }) => ({
    ...{ ...fact, kind: 'FUNDED', min: fact.figure * least, publishedYear: 2017, articleIds: [article] },
    ...(actor === null ? {} : { actorTypes: [actor[0]], actorRefs: [actor[1]], actorNames: [actor[2]] }),
    // Links are rare, or they would be all that decides.
    ...(fact.figure === 700 ? { wholes, rivals } : {}),
  }));

function tables(most: number): fc.Arbitrary<FactRow[]> {
  return fc.array(stated, { minLength: 1, maxLength: most }).map((facts) =>
    facts.map((fact, i) => {
      const own = (ids: readonly string[] = []) =>
        ids.filter((id) => id !== `f${i}` && Number(id.slice(1)) < facts.length);
      return rowOf({ ...fact, wholes: own(fact.wholes), rivals: own(fact.rivals) }, i);
    }),
  );
}

function weightOf(facts: readonly Footprint[]): [number, number, number] {
  const sum = (of: (fact: Footprint) => number) => facts.reduce((total, fact) => total + of(fact), 0);
  return [sum(({ low }) => low), sum(({ row }) => row.figure ?? 0), -facts.length];
}

/** The heaviest of all sets of which no two overlap, by trying every one. */
function bruteForce(facts: readonly Footprint[]): readonly Footprint[] {
  let best: { set: Footprint[]; weight: number[] } = { set: [], weight: [0, 0, 0] };
  const extend = (from: number, set: Footprint[]): void => {
    const weight = weightOf(set);
    const differs = weight.findIndex((part, i) => part !== best.weight[i]);
    const [mine, its] = [set, best.set].map((one) =>
      one
        .map(({ row }) => row.id)
        .sort()
        .join(),
    );
    const isFirst = differs < 0 && (mine ?? '') < (its ?? '');
    if (isFirst || (differs >= 0 && (weight[differs] ?? 0) > (best.weight[differs] ?? 0)))
      best = { set: [...set], weight };
    for (let i = from; i < facts.length; i++) {
      const next = facts[i];
      if (next !== undefined && !set.some((one) => overlaps(one, next))) extend(i + 1, [...set, next]);
    }
  };
  extend(0, []);
  return best.set;
}

const ids = (facts: readonly Footprint[]) => facts.map(({ row }) => row.id).sort();

describe('the facts that a total adds', () => {
  it('are the heaviest set of which no two overlap, as trying all sets finds it', () => {
    fc.assert(
      fc.property(tables(10), (rows) => {
        const prints = footprintsOf(new FactTable(rows));
        const { added, exact } = heaviestOf(prints);
        expect({ ids: ids(added), exact }).toEqual({ ids: ids(bruteForce(prints)), exact: true });
      }),
      { numRuns: 1000 },
    );
  });

  it('never overlap, and leave out nothing without a fact that it overlaps with', () => {
    fc.assert(
      fc.property(tables(40), (rows) => {
        const table = new FactTable(rows);
        const prints = new Map(footprintsOf(table).map((fact) => [fact.row.id, fact]));
        const { added, leftOut } = totalOf(table, { kind: 'FUNDED' });
        const chosen = added.flatMap(({ fact }) => prints.get(fact.id) ?? []);
        for (const [i, a] of chosen.entries()) for (const b of chosen.slice(i + 1)) expect(overlaps(a, b)).toBe(false);
        expect(added.length + leftOut.length).toBe(rows.length);
        for (const { fact, by } of leftOut) {
          const [one, other] = [prints.get(fact.id), prints.get(by ?? '')];
          expect(one !== undefined && other !== undefined && overlaps(one, other)).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('do not depend on the order of rows', () => {
    const shuffled = tables(30).chain((rows) =>
      fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length, maxLength: rows.length })),
    );
    fc.assert(
      fc.property(shuffled, ([rows, others]) => {
        const request = { kind: 'FUNDED', place: '370500' } as const;
        expect(totalOf(new FactTable(others), request)).toEqual(totalOf(new FactTable(rows), request));
      }),
      { numRuns: 100 },
    );
  });

  it('hold on a large table too: no two overlap, along the whole country', () => {
    const table = new FactTable(generatedFacts(20_000, 7));
    const prints = new Map(footprintsOf(table).map((fact) => [fact.row.id, fact]));
    for (const place of ['370000', '330000', '440000']) {
      const { added, leftOut, exact } = totalOf(table, { kind: 'FUNDED', place });
      const chosen = added.flatMap(({ fact }) => prints.get(fact.id) ?? []);
      expect(chosen.length).toBeGreaterThan(30);
      expect(exact).toBe(true);
      for (const [i, a] of chosen.entries()) for (const b of chosen.slice(i + 1)) expect(overlaps(a, b)).toBe(false);
      for (const { fact, by } of leftOut.filter(({ by }) => by !== null)) {
        expect(overlaps(prints.get(fact.id) as Footprint, prints.get(by ?? '') as Footprint)).toBe(true);
      }
    }
  });
});

const CITY = { id: 'city', placeCode: '370500', figure: 3557 };
const COUNTY = { id: 'county', placeCode: '370503', figure: 1926, wholes: ['city'] };

describe('totals of several measures', () => {
  const table = new FactTable([
    rowOf({ ...CITY, counted: '监控探头' }),
    rowOf({ id: 'points', placeCode: '370500', figure: 9000, counted: '监控点' }),
    rowOf({ id: 'more', placeCode: '370502', figure: 800, counted: '监控点' }),
    rowOf({ id: 'rate', unit: '%', figure: 98 }),
  ]);

  it('say the thing itself first, then its forms, and never a rate', () => {
    const totals = totalsOf(table, { kind: 'DEPLOYED', asset: 'camera' });
    expect(totals.map(({ figure }) => figure)).toEqual([3557, 9000]);
    const reasons = totals.map(({ leftOut }) => leftOut.map(({ fact, reason }) => `${fact.id} ${reason}`).sort());
    expect(reasons).toEqual([['more measure', 'points measure', 'rate measure'], ['more may_overlap']]);
  });

  it('are empty where nothing is found', () => {
    const nothing = { figure: 0, min: 0, max: 0, upTo: 0, added: [], leftOut: [], exact: true, disputed: false };
    expect(totalOf(table, { kind: 'STAFFED' })).toEqual({ measure: null, unit: null, ...nothing });
    expect(totalOf(table, { kind: 'DEPLOYED', place: '110000' })).toMatchObject(nothing);
    expect(totalOf(table, { kind: 'DEPLOYED', asset: 'camera', stage: 'planned' })).toMatchObject({
      figure: 0,
      added: [],
    });
  });
});

describe('the tree of places', () => {
  it('says what the city says, what its counties come to, and that this is not added', () => {
    const town = { id: 'town', placeCode: '370503101', figure: 400 };
    const table = new FactTable(
      [CITY, COUNTY, town, { id: 'else', placeCode: '370502', figure: 100 }].map((f) => rowOf(f)),
    );
    const tree = derivationOf(table, totalOf(table, { kind: 'DEPLOYED', place: '370500' }), '370500');
    expect(tree).toMatchObject({ place: { code: '370500' }, figure: 3557, min: 3557, max: 3557, below: 2026 });
    expect(tree.added.map(({ fact }) => fact.id)).toEqual(['city']);
    expect(tree.steps.map(({ place, below, leftOut }) => [place?.code, below, leftOut[0]?.reason])).toEqual([
      ['370502', 0, 'may_overlap'],
      ['370503', 400, 'part'],
    ]);
  });

  it('sums up what was added below, leaves silent places out, and keeps what stands nowhere', () => {
    const table = new FactTable([
      rowOf({ id: 'a', placeCode: '370503101', figure: 300 }),
      rowOf({ id: 'b', placeCode: '370502102', figure: 200, max: null }),
      rowOf({ id: 'c', placeCode: null, figure: 50 }),
    ]);
    const tree = derivationOf(table, totalOf(table, { kind: 'DEPLOYED' }));
    expect(tree).toMatchObject({ place: null, figure: 500, min: 500, max: null });
    expect(tree.leftOut.map(({ fact }) => fact.id)).toEqual(['c']);
    expect(tree.steps.map(({ place }) => place?.code)).toEqual(['370500']);
    expect(tree.steps[0]?.steps.map(({ place, figure }) => [place?.code, figure])).toEqual([
      ['370502102', 200],
      ['370503101', 300],
    ]);
  });
});

describe('a total for each', () => {
  const table = new FactTable([
    rowOf({ ...CITY, from: '2015', to: '2017', programIds: ['雪亮工程'] }),
    rowOf({ ...COUNTY, from: '2017', programIds: ['雪亮工程', '天网工程'] }),
    rowOf({ id: 'alarms', asset: 'alarm', placeCode: '370502', figure: 40, from: '2016' }),
    rowOf({ id: 'always', placeCode: '110101', figure: 7, publishedYear: null }),
  ]);
  const keys = (by: 'place' | 'year' | 'program' | 'asset', more = {}) =>
    totalsBy(table, { kind: 'DEPLOYED', ...more }, by).map(({ key, total }) => [key, total.figure]);

  it('place of the next level, year, program and asset', () => {
    expect(keys('place')).toEqual([
      ['110000', 7],
      ['370000', 3557],
    ]);
    expect(keys('place', { place: '370500' })).toEqual([
      ['370502', 40],
      ['370503', 1926],
    ]);
    expect(keys('program')).toEqual([
      ['天网工程', 1926],
      ['雪亮工程', 3557],
    ]);
    expect(keys('asset')).toEqual([
      ['alarm', 40],
      ['camera', 3564],
    ]);
    expect(keys('year', { asset: 'camera' })).toEqual([
      ['2015', 3564],
      ['2016', 3564],
      ['2017', 3564],
    ]);
    expect(keys('year', { asset: 'camera', from: '2016-07', to: '2016' })).toEqual([['2016', 3564]]);
  });
});
