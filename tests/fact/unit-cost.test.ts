import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { costSummaries } from '../../src/fact/cost-summary.ts';
import type { FactRow } from '../../src/fact/row.ts';
import { modifiedZ, quartiles } from '../../src/fact/statistics.ts';
import { FactTable } from '../../src/fact/table.ts';
import { unitCosts } from '../../src/fact/unit-cost.ts';
import { row } from './rows.ts';

type Given = Partial<FactRow>;

/** 河口区投资6600余万元，新建各类视频监控探头1926个, but for what is given. */
function purchase(name: string, money: Given = {}, bought: Given = {}): [FactRow, FactRow] {
  const figure = money.figure ?? 66_000_000;
  const [min, max] = money.figure === undefined ? [66_000_000, 67_000_000] : [figure, figure];
  const said = { articleIds: [name], quote: `${name}投资，新建探头` };
  return [
    row({
      ...{ id: `${name}-money`, kind: 'FUNDED', unit: 'CNY', counted: null, figure, min, max, approx: 'over' },
      ...{ buys: [`${name}-thing`], ...said, ...money },
    }),
    row({ id: `${name}-thing`, scope: 'new', ...said, ...bought }),
  ];
}

const costs = (...rows: readonly FactRow[]) => unitCosts(new FactTable(rows));

describe('what one cost', () => {
  it('is 3.43 to 3.48 万 for 6600余万 and 1926', () => {
    const [cost, ...others] = costs(...purchase('a'));
    expect(others).toEqual([]);
    expect(cost).toMatchObject({ flags: [], stage: 'done', level: 'county', placeCode: '370503', outlier: null });
    expect([cost?.min, cost?.max, cost?.yuan].map((yuan) => ((yuan ?? 0) / 10_000).toFixed(2))).toEqual([
      '3.43',
      '3.48',
      '3.43',
    ]);
    expect(cost?.measure).toBe('DEPLOYED camera device item');
  });

  it('has an open end where the words leave one open', () => {
    expect(costs(...purchase('a', { max: null }))[0]).toMatchObject({ max: null });
    expect(costs(...purchase('a', {}, { max: null, approx: 'over' }))[0]).toMatchObject({ min: null });
    expect(costs(...purchase('a', {}, { min: 0, approx: 'up_to' }))[0]).toMatchObject({ max: null });
  });

  it('holds every quotient of a sum and a number that the words allow', () => {
    const end = fc.integer({ min: 1, max: 1_000_000 });
    const within = fc.tuple(end, end, fc.double({ min: 0, max: 1, noNaN: true }), fc.boolean());
    fc.assert(
      fc.property(within, within, ([a, b, at, isOpen], [c, d, from, isOpenToo]) => {
        const [sum, number] = [
          [Math.min(a, b), Math.max(a, b)],
          [Math.min(c, d), Math.max(c, d)],
        ] as [[number, number], [number, number]];
        const [high, many] = [isOpen ? null : sum[1], isOpenToo ? null : number[1]];
        const money = { figure: sum[0], min: sum[0], max: high };
        const [cost] = costs(...purchase('a', money, { figure: number[0], min: number[0], max: many }));
        const quotient =
          (sum[0] + at * (sum[1] - sum[0]) + (isOpen ? at * 1e9 : 0)) /
          (number[0] + from * (number[1] - number[0]) + (isOpenToo ? from * 1e9 : 0));
        expect(cost?.min ?? 0).toBeLessThanOrEqual(quotient * (1 + 1e-12));
        expect(cost?.max ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(quotient * (1 - 1e-12));
        expect([cost?.min === null, cost?.max === null]).toEqual([isOpenToo, isOpen]);
      }),
    );
  });

  it('is told only of things that are counted, by money that has a figure', () => {
    expect(costs(...purchase('a', {}, { figure: null }))).toEqual([]);
    expect(costs(...purchase('a', { figure: null }))).toEqual([]);
    expect(costs(...purchase('a', {}, { kind: 'OUTCOME', unit: '%' }))).toEqual([]);
    expect(costs(...purchase('a', { buys: [] }))).toEqual([]);
  });

  it('keeps planned money and what is done apart: the lesser of both stages', () => {
    expect(costs(...purchase('a', {}, { stage: 'planned' }))[0]?.stage).toBe('planned');
    expect(costs(...purchase('a', { stage: 'awarded' }))[0]?.stage).toBe('planned');
    expect(costs(...purchase('a', { stage: 'accepted' }, { stage: 'building' }))[0]?.stage).toBe('building');
  });
});

describe('money that bought more', () => {
  const atMost = { flags: ['shared'], min: null, yuan: null };

  it('says what each thing cost at most: several counted things', () => {
    const rows = purchase('a', { buys: ['a-thing', 'a-alarm'] });
    const all = costs(...rows, row({ id: 'a-alarm', asset: 'alarm', figure: 10, articleIds: ['a'] }));
    expect(all).toMatchObject([{ ...atMost, max: 6_700_000 }, atMost]);
  });

  it('or several kinds in its words', () => {
    expect(costs(...purchase('a', { assetText: '监控平台和探头' }))).toMatchObject([atMost]);
  });

  it('or in the same words another kind of thing, but not its whole nor a total of the same kind', () => {
    const also = (given: Given) =>
      row({ id: 'b', articleIds: ['a'], quote: 'a投资，新建探头，创建技防村', figure: 47, ...given });
    const other = { asset: 'other', assetText: '技防村' };
    expect(costs(...purchase('a'), also(other))).toMatchObject([atMost]);
    expect(costs(...purchase('a'), also({ scope: 'cumulative' }))).toMatchObject([{ flags: [] }]);
    expect(costs(...purchase('a', {}, { wholes: ['b'] }), also({}))).toMatchObject([{ flags: [] }]);
    expect(costs(...purchase('a'), also({ ...other, articleIds: ['elsewhere'] }))).toMatchObject([{ flags: [] }]);
    expect(costs(...purchase('a', { quote: '共有5.4万台，投资20亿元' }), also({ quote: '共有5.4万台' }))).toMatchObject(
      [atMost],
    );
  });

  it('but not where that other thing has money of its own', () => {
    const alarms = purchase(
      'b',
      { articleIds: ['a'] },
      { asset: 'alarm', articleIds: ['a'], quote: 'a投资，新建探头；另投30万元，装报警器' },
    );
    expect(costs(...purchase('a'), ...alarms).map(({ flags }) => flags)).toEqual([[], []]);
  });

  it('is not in the statistics', () => {
    const [summary] = costSummaries(costs(...purchase('a', { assetText: '监控平台和探头' })));
    expect(summary).toMatchObject({ all: null, listed: 1, outliers: null });
  });
});

describe('one of several sums for a thing', () => {
  const other = (given: Given) => purchase('a', { id: 'b', figure: 8_000_000, ...given })[0];

  it('says what it cost at least', () => {
    const all = costs(...purchase('a'), other({}));
    expect(all.map(({ flags, max, yuan }) => [flags, max, yuan])).toEqual([
      [['partial'], null, null],
      [['partial'], null, null],
    ]);
  });

  it('but not beside its own part, a rival, or a sum of another article or stage', () => {
    const flagsOf = (given: Given) =>
      costs(...purchase('a'), other(given)).find(({ money }) => money.id === 'a-money')?.flags;
    expect(flagsOf({ wholes: ['a-money'] })).not.toContain('partial');
    expect(flagsOf({ rivals: ['a-money'] })).not.toContain('partial');
    expect(flagsOf({ articleIds: ['elsewhere'] })).not.toContain('partial');
    expect(flagsOf({ stage: 'planned' })).not.toContain('partial');
  });
});

describe('the statistics', () => {
  const spread = (yuan: readonly number[]) =>
    yuan.flatMap((each, i) =>
      purchase(
        `p${i}`,
        { figure: each * 100 },
        { figure: 100, placeCode: ['370502', '370503', '370522', '370523', '370505'][i] ?? null },
      ),
    );
  const at = (i: number): Given => ({ first: `20${10 + i}-00-00`, last: `20${10 + i}-99-99` });
  const yearly = (yuan: readonly number[]) =>
    yuan.flatMap((each, i) => purchase(`p${i}`, { figure: each * 100, ...at(i) }, { figure: 100, ...at(i) }));

  it('count a purchase once, however often and in whatever words it is reported', () => {
    const again = [...purchase('a'), ...purchase('b'), ...purchase('c', { figure: 66_500_000 })];
    const all = costs(...again);
    expect(all.map(({ flags }) => flags)).toEqual(expect.arrayContaining([[], ['repeat'], ['repeat']]));
    expect(costSummaries(all)[0]).toMatchObject({ listed: 3, all: { count: 1 } });
    expect(costSummaries(costs(...purchase('a'), ...purchase('b', {}, { figure: 800 })))[0]?.all?.count).toBe(2);
    expect(costSummaries(costs(...purchase('a'), ...purchase('b', {}, { placeCode: '370502' })))[0]?.all?.count).toBe(
      2,
    );
  });

  it('count disputed figures once, and mark them', () => {
    const [money, thing] = purchase('a', {}, { rivals: ['b-thing'] });
    const all = costs(money, thing, ...purchase('b', {}, { figure: 2100, rivals: ['a-thing'] }));
    expect(all.map(({ flags }) => flags).sort()).toEqual([['disputed'], ['disputed', 'repeat']]);
  });

  it('give median and quartiles over all, by level of place and by year', () => {
    const [summary] = costSummaries(costs(...yearly([10_000, 20_000, 30_000, 40_000])));
    expect(summary).toMatchObject({
      asset: 'camera',
      thing: '探头',
      unit: '个',
      all: { count: 4, min: 10_000, median: 25_000, max: 40_000 },
    });
    expect(summary?.byLevel.map(({ of, costs: { count } }) => [of, count])).toEqual([['county', 4]]);
    expect(summary?.byYear.map(({ of, costs: { median } }) => [of, median])).toEqual([
      ['2010', 10_000],
      ['2011', 20_000],
      ['2012', 30_000],
      ['2013', 40_000],
    ]);
  });

  it('flag what stands apart with the reason, and drop nothing', () => {
    const usual = [10_000, 11_000, 12_000, 13_000, 14_000, 15_000];
    const all = costs(...yearly([...usual, 333_333]));
    expect(all).toHaveLength(7);
    expect(all.filter(({ outlier }) => outlier !== null)).toMatchObject([
      { yuan: 333_333, among: 7, outlier: { median: 13_000 } },
    ]);
    expect(all[0]?.outlier?.score).toBeGreaterThan(3.5);
    expect(all[0]?.outlier?.times).toBeCloseTo(25.6, 1);
    expect(costSummaries(all)[0]).toMatchObject({ listed: 7, outliers: 1, all: { count: 7, max: 333_333 } });
  });

  it('say nothing on outliers of fewer than five', () => {
    const all = costs(...yearly([10_000, 10_100, 10_200, 900_000]));
    expect(all.map(({ outlier, among }) => [outlier, among])).toEqual(Array(4).fill([null, null]));
    expect(costSummaries(all)[0]?.outliers).toBeNull();
  });

  it('judge a place’s costs among all', () => {
    const table = new FactTable(spread([10_000, 11_000, 12_000, 13_000, 900_000]));
    expect(unitCosts(table, { place: '370505' })).toMatchObject([
      { yuan: 900_000, among: 5, outlier: { median: 12_000 } },
    ]);
    expect(unitCosts(table, { place: '3701' })).toEqual([]);
    expect(unitCosts(table, { asset: 'alarm' })).toEqual([]);
    expect(unitCosts(table, { asset: 'camera', place: '370500' })).toHaveLength(5);
  });
});

describe('the modified z-score', () => {
  it('is that of the paper: 0.6745 (x − median) / MAD', () => {
    // Iglewicz & Hoaglin 1993: their example; median 3.02, MAD 0.14 give 4.91 for 4.04.
    const score = modifiedZ([3.02, 2.88, 3.16, 2.8, 3.2, 2.88, 3.16]);
    expect(score?.(4.04)).toBeCloseTo((0.6745 * (4.04 - 3.02)) / 0.14, 6);
  });

  it('takes the mean deviation where half of the sample is one value, and is none where all is', () => {
    expect(modifiedZ([1, 1, 1, 1, 6])?.(6)).toBeCloseTo(5 / (1.253314 * 1), 6);
    expect(modifiedZ([1, 1, 1])).toBeNull();
    expect(modifiedZ([])).toBeNull();
  });

  it('stands beside quartiles, linear between the values', () => {
    expect(quartiles([3, 1, 2])).toEqual({ count: 3, min: 1, q1: 1.5, median: 2, q3: 2.5, max: 3 });
    expect(quartiles([1, 2, 3, 4])).toMatchObject({ q1: 1.75, median: 2.5, q3: 3.25 });
    expect(quartiles([])).toBeNull();
  });
});
