import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundaryChanges } from '../../src/fact/boundary.ts';
import { natureOf } from '../../src/fact/nature.ts';
import type { FactRow } from '../../src/fact/row.ts';
import { isReportedDone, stageSequences } from '../../src/fact/stages.ts';
import { FactTable } from '../../src/fact/table.ts';
import { timelineOf } from '../../src/fact/timeline.ts';
import { row } from './rows.ts';

type Given = Partial<FactRow>;

const year = (y: number): Given => ({
  first: `${y}-00-00`,
  last: `${y}-99-99`,
  firstReport: `${y}-12-01`,
  lastReport: `${y}-12-01`,
});
const exactly = (figure: number): Given => ({ figure, min: figure, max: figure });
/** 累计建成探头, as of a year. */
const stock = (id: string, y: number, figure: number, given: Given = {}) =>
  row({ id, scope: 'cumulative', ...year(y), ...exactly(figure), ...given });
const flow = (id: string, y: number, figure: number, given: Given = {}) =>
  stock(id, y, figure, { scope: 'new', ...given });

const timeline = (rows: readonly FactRow[], place = '370503') => timelineOf(new FactTable(rows), { place });
const changes = (rows: readonly FactRow[], place?: string) =>
  timeline(rows, place).flatMap(({ change }) => change ?? []);

describe('a timeline', () => {
  it('goes by period, then by report; what nobody dates comes last', () => {
    const always = row({ id: 'x', first: '', last: '9999' });
    const rows = [always, stock('c', 2018, 3), stock('b', 2016, 2, { firstReport: '2017-05-01' }), stock('a', 2016, 1)];
    expect(timeline(rows).map(({ fact }) => fact.id)).toEqual(['a', 'b', 'c', 'x']);
  });

  it('is of a place alone or with those below it, or of a program', () => {
    const table = new FactTable([
      stock('a', 2016, 1),
      stock('b', 2016, 1, { placeCode: '370503100', programIds: ['雪亮工程'] }),
    ]);
    expect(timelineOf(table, { place: '370503' })).toHaveLength(1);
    expect(timelineOf(table, { place: '370503', below: true })).toHaveLength(2);
    expect(timelineOf(table, { program: '雪亮工程' }).map(({ fact }) => fact.id)).toEqual(['b']);
  });

  it('states changes between neighbours: difference, ratio, direction', () => {
    const [first, second, ...others] = changes([
      stock('a', 2015, 1000),
      stock('b', 2017, 1500),
      stock('c', 2018, 1200),
    ]);
    expect(others).toEqual([]);
    expect(first).toMatchObject({
      from: 'a',
      direction: 'up',
      flags: [],
      difference: { figure: 500, min: 500, max: 500 },
    });
    expect(first?.ratio.figure).toBeCloseTo(1.5);
    expect(second).toMatchObject({ from: 'b', direction: 'down', difference: { figure: -300 } });
    expect(changes([stock('a', 2015, 7), stock('b', 2016, 7)])).toMatchObject([{ direction: 'same', flags: [] }]);
  });

  it.each<[string, Given]>([
    ['a stock and a flow', { scope: 'new' }],
    ['what no word calls either', { scope: null }],
    ['cameras and points', { counted: '监控点位' }],
    ['a narrower thing', { counted: '高清探头' }],
    ['another place', { placeCode: '370502' }],
    ['another program', { programIds: ['天网工程'] }],
    ['a plan', { stage: 'planned' }],
    ['what was cancelled', { stage: 'cancelled' }],
    ['another unit class', { unit: '公里' }],
    ['a total since another year', { first: '2014-00-00' }],
    ['a part', { scope: 'of_which' }],
    ['no figure', { figure: null }],
  ])('states none between %s', (_, given) => {
    const table = new FactTable([stock('a', 2015, 1000), stock('b', 2017, 1500, given)]);
    expect(timelineOf(table, { place: '370500', below: true }).map(({ change }) => change)).toEqual([null, null]);
  });

  it('compares flows of periods of one length only, and money only where words date it and one payer pays', () => {
    const half = { first: '2017-01-00', last: '2017-06-99' };
    expect(changes([flow('a', 2016, 10), flow('b', 2017, 20)])).toHaveLength(1);
    expect(changes([flow('a', 2016, 10), flow('b', 2017, 20, half)])).toEqual([]);
    expect(changes([flow('a', 2016, 10), flow('b', 2017, 20, { dated: false })])).toEqual([]);
    const money = { kind: 'FUNDED', unit: 'CNY', scope: null, counted: null } as const;
    expect(changes([flow('a', 2016, 10, money), flow('b', 2017, 20, money)])).toHaveLength(1);
    const paid = { ...money, actorTypes: ['place'], actorRefs: ['370503'], actorNames: ['河口区'] };
    expect(changes([flow('a', 2016, 10, money), flow('b', 2017, 20, paid)])).toEqual([]);
    expect(changes([flow('a', 2016, 10, { ...money, dated: false }), flow('b', 2017, 20, money)])).toEqual([]);
  });

  it('claims no direction where the figures may be the same', () => {
    const over = { min: 1000, max: 1100, approx: 'over' } as const;
    expect(changes([stock('a', 2015, 1000, over), stock('b', 2016, 1050)])).toMatchObject([
      { direction: null, flags: ['approximate'], difference: { figure: 50, min: -50, max: 50 } },
    ]);
    // 1000余 ends before 1100.
    expect(changes([stock('a', 2015, 1000, over), stock('b', 2016, 1100)])).toMatchObject([
      { direction: 'up', flags: [] },
    ]);
    expect(changes([stock('a', 2015, 1000, { max: null, approx: 'over' }), stock('b', 2016, 1500)])).toMatchObject([
      { direction: null, difference: { min: null, max: 500 }, ratio: { min: null } },
    ]);
  });

  it('takes rivals for one time, with the bounds of both, and says so', () => {
    const rows = [
      stock('a', 2015, 1000),
      stock('b', 2017, 1926, { rivals: ['c'] }),
      stock('c', 2017, 2100, { rivals: ['b'], sources: 2 }),
    ];
    const entries = timeline(rows);
    expect(entries.map(({ series }) => series)).toEqual([1, 1, 1]);
    expect(
      entries.flatMap(({ fact, change }) => (change === null ? [] : [[fact.id, change.flags, change.difference]])),
    ).toEqual([['c', ['disputed'], { figure: 1100, min: 926, max: 1100 }]]);
  });

  it('never claims a direction that some admissible figures deny', () => {
    const end = fc.integer({ min: 1, max: 50 });
    fc.assert(
      fc.property(end, end, end, end, (a, b, c, d) => {
        const [x, y] = [
          [Math.min(a, b), Math.max(a, b)],
          [Math.min(c, d), Math.max(c, d)],
        ] as [[number, number], [number, number]];
        const rows = [
          stock('a', 2015, x[0], { max: x[1], approx: 'about' }),
          stock('b', 2016, y[0], { max: y[1], approx: 'about' }),
        ];
        const [change] = changes(rows);
        if (change?.direction === 'up') expect(y[0]).toBeGreaterThan(x[1]);
        if (change?.direction === 'down') expect(y[1]).toBeLessThan(x[0]);
        if (change?.direction === null) expect(y[0] <= x[1] && x[0] <= y[1]).toBe(true);
        expect(change?.difference).toMatchObject({ min: y[0] - x[1], max: y[1] - x[0] });
      }),
    );
  });
});

describe('divisions in time', () => {
  it('垦利县 and, from 2016, 垦利区 are one place: one series, no boundary', () => {
    const rows = [stock('a', 2015, 100, { placeCode: '370521' }), stock('b', 2017, 300, { placeCode: '370505' })];
    for (const place of ['370521', '370505']) {
      expect(changes(rows, place)).toMatchObject([{ direction: 'up', flags: [] }]);
      expect(timeline(rows, place).map(({ former }) => former)).toEqual([false, false]);
    }
    expect(boundaryChanges('370500')).toEqual([]);
  });

  it('莱芜 came to 济南 by 2019: the number of 济南 is flagged, that of 莱芜 is no series with 莱芜区', () => {
    const jinan = (id: string, y: number, n: number) => stock(id, y, n, { placeCode: '370100' });
    const rows = [jinan('a', 2016, 1000), jinan('b', 2017, 1100), jinan('c', 2019, 1900), jinan('d', 2020, 2000)];
    expect(changes(rows, '370100').map(({ flags }) => flags)).toEqual([[], ['boundary'], []]);
    expect(changes(rows, '370100')[1]?.boundaries).toContainEqual({
      year: 2018,
      from: '莱芜市莱城区',
      to: '济南市莱芜区',
    });
    const laiwu = [stock('x', 2017, 500, { placeCode: '371202' }), stock('y', 2019, 900, { placeCode: '370116' })];
    expect(timeline(laiwu, '370116').map(({ fact, change, former }) => [fact.id, change, former])).toEqual([
      ['x', null, true],
      ['y', null, false],
    ]);
    expect(timeline(laiwu, '371202')).toHaveLength(1);
  });
});

describe('the nature of a figure', () => {
  it.each<[Given, string | undefined]>([
    [{ scope: 'cumulative' }, 'stock'],
    [{ scope: 'in_use', dated: false }, 'stock'],
    [{ scope: 'cumulative', first: '2015-00-00', last: '2017-06-99' }, 'stock since 2015-00-00'],
    [{ scope: 'new' }, 'flow 12 months'],
    [{ scope: 'new', first: '2017-01-01', last: '2017-12-31' }, 'flow 12 months'],
    [{ scope: 'new', first: '2016-07-00', last: '2017-02-99' }, 'flow 8 months'],
    [{ scope: 'new', first: '2017-03-10', last: '2017-03-19' }, 'flow 10 days'],
    [{ scope: 'new', first: '', last: '9999' }, undefined],
    [{ kind: 'OUTCOME', scope: 'cumulative' }, undefined],
  ])('%j', (given, key) => {
    expect(natureOf(row({ id: 'a', ...given }))?.key).toBe(key);
  });
});

describe('plans and what was reported', () => {
  const plan = (given: Given = {}) =>
    row({
      id: 'plan',
      stage: 'planned',
      ...year(2016),
      firstReport: '2015-11-02',
      lastReport: '2015-11-02',
      ...exactly(2000),
      ...given,
    });
  const done = (given: Given = {}) => row({ id: 'done', ...year(2016), ...exactly(1926), ...given });
  const sequences = (...rows: readonly FactRow[]) => stageSequences(new FactTable(rows));
  const reached = (...rows: readonly FactRow[]) =>
    sequences(...rows).flatMap(({ plans }) => plans.map((report) => report.reached));

  it('stand side by side: planned in 2015 for 2016, tendered, done', () => {
    const tender = done({ id: 'tender', stage: 'tendered', ...exactly(2000), scope: 'new' });
    const [only] = sequences(done({ scope: 'cumulative' }), plan(), tender);
    expect(only).toMatchObject({ kind: 'DEPLOYED', placeName: '东营市河口区', asset: 'camera', thing: '探头' });
    expect(only?.plans[0]?.plan.figure).toBe(2000);
    expect(only?.plans[0]?.results.map(({ stage, figure }) => [stage, figure])).toEqual([
      ['tendered', 2000],
      ['done', 1926],
    ]);
    expect(only?.plans.map(isReportedDone)).toEqual([true]);
  });

  it('of which nothing is reported afterwards is not reported as done', () => {
    expect(reached(plan())).toEqual([null]);
    expect(reached(plan(), done({ first: '2014-00-00', last: '2014-99-99' }))).toEqual([null]);
    expect(reached(plan(), done({ firstReport: '2015-01-01', lastReport: '2015-01-01' }))).toEqual([null]);
    expect(reached(plan(), done({ counted: '监控点位' }))).toEqual([null]);
    expect(reached(plan(), done({ programIds: ['天网工程'] }))).toEqual([null]);
    expect(reached(plan(), done({ stage: 'building' }))).toEqual(['building']);
    expect(sequences(plan(), done({ stage: 'building' }))[0]?.plans.map(isReportedDone)).toEqual([false]);
    expect(reached(done())).toEqual([]);
  });

  it('follow the place through its codes, and a part elsewhere is a result too', () => {
    expect(reached(plan({ placeCode: '370521' }), done({ placeCode: '370505' }))).toEqual(['done']);
    const city = row({ id: 'city', placeCode: '370500', ...exactly(3557) });
    expect(reached(plan(), city, done({ scope: 'of_which', wholes: ['city'] }))).toEqual(['done']);
    expect(reached(plan(), plan({ id: 'part', wholes: ['plan'], scope: 'of_which' }))).toEqual([null]);
  });
});
