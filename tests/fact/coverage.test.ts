import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Counties } from '../../src/fact/county.ts';
import { type CoverageRequest, coverageOf, type LookedAt, type Search } from '../../src/fact/coverage.ts';
import { type CoverageState, coverageRate } from '../../src/fact/coverage-rate.ts';
import type { FactRow } from '../../src/fact/row.ts';
import { FactTable } from '../../src/fact/table.ts';
import { row } from './rows.ts';

const search = (on: string, found = false): Search => ({ on, where: '百度', found });
const nobody: LookedAt = { mentions: new Map(), copyOf: new Map(), searches: new Map() };

const coverage = (rows: readonly FactRow[], request: Partial<CoverageRequest> = {}, looked: Partial<LookedAt> = {}) =>
  coverageOf(new FactTable(rows), { year: 2022, ...request }, { ...nobody, ...looked });
const county = (found: ReturnType<typeof coverage>, code: string) =>
  found.prefectures.flatMap(({ counties }) => counties).find((one) => one.code === code);

describe('the silence map', () => {
  const rows = [
    row({ id: 'a' }),
    row({ id: 'b', placeCode: '370503100/仁和村', articleIds: ['copy'] }),
    row({ id: 'c', asset: 'alarm', placeCode: '370502' }),
  ];
  const found = coverage(
    rows,
    { asset: 'camera', place: '370500' },
    {
      mentions: new Map([['370523', 4]]),
      copyOf: new Map([['copy', 'a-article']]),
      searches: new Map([['370522', [search('2020-01'), search('2021-05-02')]]]),
    },
  );

  it('says of each county: reported, mentioned, searched, or that nobody looked', () => {
    expect(found.prefectures).toHaveLength(1);
    expect(found.prefectures[0]?.counties.map(({ ownName, state }) => [ownName, state])).toEqual([
      ['东营区', 'mentioned'],
      ['河口区', 'reported'],
      ['垦利区', 'not_searched'],
      ['利津县', 'searched'],
      ['广饶县', 'mentioned'],
    ]);
  });

  it('counts facts and independent sources, and never shows absence as zero', () => {
    expect(county(found, '370503')).toMatchObject({ facts: 2, sources: 1, articles: null, searchedOn: null });
    expect(county(found, '370523')).toMatchObject({ facts: null, sources: null, articles: 4 });
    expect(county(found, '370522')).toMatchObject({ facts: null, searchedOn: '2021-05-02', foundElsewhere: false });
    expect(county(found, '370505')).toMatchObject({ facts: null, sources: null, articles: null, searchedOn: null });
    const counts = found.prefectures
      .flatMap(({ counties }) => counties)
      .flatMap(({ facts, sources, articles }) => [facts, sources, articles]);
    expect(counts).not.toContain(0);
  });

  it('has rates with their denominators, per prefecture, province and in all', () => {
    const rate = {
      divisions: 5,
      reported: 1,
      mentioned: 2,
      searched: 1,
      notSearched: 1,
      lookedAt: 4,
      rate: 0.25,
      lookedAtShare: 0.8,
    };
    expect(found.total).toEqual(rate);
    expect(found.prefectures[0]?.rate).toEqual(rate);
    expect(found.provinces).toMatchObject([{ code: '370000', name: '山东省', rate }]);
    expect(coverage([], { place: '370500' }).total).toMatchObject({ lookedAt: 0, rate: null, lookedAtShare: 0 });
    expect(coverage([], { place: '999999' }).total).toMatchObject({ divisions: 0, rate: null, lookedAtShare: null });
  });

  it('says what was found of which nothing is loaded', () => {
    const looked = { searches: new Map([['370522', [search('2020', true)]]]) };
    expect(county(coverage([], {}, looked), '370522')).toMatchObject({ state: 'searched', foundElsewhere: true });
    expect(county(coverage([row({ id: 'a', placeCode: '370522' })], {}, looked), '370522')).toMatchObject({
      state: 'reported',
      foundElsewhere: false,
    });
  });

  it('keeps facts about a prefecture or province apart: they are about none of its counties', () => {
    const above = coverage([
      row({ id: 'a', placeCode: '370500' }),
      row({ id: 'b', placeCode: '370000' }),
      row({ id: 'c', placeCode: null }),
    ]);
    expect(above.total).toMatchObject({ reported: 0, lookedAt: 0 });
    expect(above.prefectures.find(({ code }) => code === '370500')?.ownFacts).toBe(1);
    expect(above.provinces.find(({ code }) => code === '370000')?.ownFacts).toBe(1);
    expect(above.provinces.find(({ code }) => code === '110000')?.ownFacts).toBeNull();
    expect(above.unplaced).toBe(1);
  });

  it('lists functional zones apart, those of texts too', () => {
    const zoned = coverage([row({ id: 'a', placeCode: '370572' }), row({ id: 'b', placeCode: '430600/岳阳经开区' })]);
    expect(zoned.total.reported).toBe(0);
    expect(zoned.zones.filter(({ state }) => state === 'reported').map(({ name }) => name)).toEqual([
      '东营港经济开发区',
      '岳阳市岳阳经开区',
    ]);
    expect(coverage([], { place: '370500' }).zones.map(({ code }) => code.slice(0, 4))).toEqual(
      expect.arrayContaining(['3705']),
    );
  });

  it('asks for a year, a program, a kind', () => {
    const told = [row({ id: 'a', programIds: ['雪亮工程'] })];
    expect(coverage(told, { program: '雪亮工程' }).total.reported).toBe(1);
    expect(coverage(told, { program: '天网工程' }).total).toMatchObject({ reported: 0, mentioned: 1 });
    expect(coverage(told, { kind: 'FUNDED' }).total.reported).toBe(0);
    expect(coverage(told, { from: '2016', to: '2016' }).total.reported).toBe(0);
    expect(coverage(told, { from: '2017', to: '2017' }).total.reported).toBe(1);
  });
});

describe('divisions in the year that is asked for', () => {
  const kenli = [row({ id: 'a', placeCode: '370521' })];

  it('垦利县 until 2015, 垦利区 from 2016, with the facts of both', () => {
    for (const placeCode of ['370521', '370505']) {
      expect(county(coverage([row({ id: 'a', placeCode })], { year: 2015 }), '370521')?.state).toBe('reported');
      expect(county(coverage([row({ id: 'a', placeCode })], { year: 2016 }), '370505')?.state).toBe('reported');
    }
    expect(county(coverage(kenli, { year: 2015 }), '370505')).toBeUndefined();
    expect(county(coverage(kenli, { year: 2016 }), '370521')).toBeUndefined();
  });

  it('莱城区 in 莱芜市 until 2017, 莱芜区 in 济南市 since', () => {
    const told = [row({ id: 'a', placeCode: '371202' })];
    const prefecture = (year: number) => coverage(told, { year }).prefectures.find(({ rate }) => rate.reported === 1);
    expect([prefecture(2017)?.name, prefecture(2019)?.name]).toEqual(['莱芜市', '济南市']);
    expect(coverage([row({ id: 'a', placeCode: '371200' })], { year: 2017 }).unplaced).toBe(0);
  });

  it('a prefecture without counties stands for itself', () => {
    const counties = new Counties(2022);
    expect(counties.all.filter(({ level }) => level === 'city').map(({ ownName }) => ownName)).toEqual([
      '东莞市',
      '中山市',
      '儋州市',
      '嘉峪关市',
    ]);
    expect(counties.homeOf('441900')).toEqual({ at: 'county', code: '441900' });
    expect(counties.homeOf('370500')).toEqual({ at: 'above', code: '370500' });
    expect(counties.all.length).toBeGreaterThan(2800);
  });

  it('every county of any year is in one of the year that is asked for, or in none', () => {
    const codes = [...new Counties(2000).all, ...new Counties(2024).all].map(({ code }) => code);
    fc.assert(
      fc.property(fc.constantFrom(...codes), fc.integer({ min: 1999, max: 2024 }), (code, year) => {
        const counties = new Counties(year);
        const home = counties.homeOf(code);
        expect(home === null || (home.at === 'county' && counties.has(home.code))).toBe(true);
        if (counties.has(code)) expect(home?.code).toBe(code);
      }),
      { numRuns: 40 },
    );
  });
});

describe('rates', () => {
  it('divide what was reported by what anybody looked at', () => {
    const state = fc.constantFrom<CoverageState>('reported', 'mentioned', 'searched', 'not_searched');
    fc.assert(
      fc.property(fc.array(state), (states) => {
        const rate = coverageRate(states);
        expect(rate.lookedAt + rate.notSearched).toBe(states.length);
        expect(rate.rate === null).toBe(rate.lookedAt === 0);
        if (rate.rate !== null) expect(rate.rate * rate.lookedAt).toBeCloseTo(rate.reported);
      }),
    );
  });
});
