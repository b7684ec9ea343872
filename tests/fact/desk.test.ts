import { describe, expect, it } from 'vitest';
import { conflictsOf } from '../../src/fact/desk.ts';
import { outletKind } from '../../src/fact/outlet-kind.ts';
import { FactTable } from '../../src/fact/table.ts';
import { row } from './rows.ts';

describe('the conflict desk', () => {
  const pair = (name: string, small: number, large: number, placeCode: string) => [
    row({ id: `${name}1`, figure: small, min: small, max: small, placeCode, rivals: [`${name}2`] }),
    row({ id: `${name}2`, figure: large, min: large, max: large, placeCode, rivals: [`${name}1`] }),
  ];

  it('sets each pair side by side once, the smaller figure first', () => {
    const [only, ...others] = conflictsOf(new FactTable(pair('a', 1926, 2100, '370503')));
    expect(others).toEqual([]);
    expect(only?.facts.map((fact) => fact.figure)).toEqual([1926, 2100]);
    expect(only?.gap).toBeCloseTo(174 / 2100);
  });

  it('puts first what matters most: the wider gap, and of equal gaps the larger figures', () => {
    const rows = [...pair('a', 9, 10, '370503'), ...pair('b', 900, 1000, '370502'), ...pair('c', 500, 1000, '370505')];
    const order = conflictsOf(new FactTable(rows)).map(({ facts }) => facts[0].figure);
    expect(order).toEqual([500, 900, 9]);
  });

  it('measures the gap from bound to bound', () => {
    const [over, exact] = [
      row({ id: 'a', figure: 500, min: 500, max: 600, rivals: ['b'] }),
      row({ id: 'b', figure: 800, min: 800, max: 800, rivals: ['a'] }),
    ];
    expect(conflictsOf(new FactTable([over, exact]))[0]?.gap).toBeCloseTo(0.25);
  });
});

describe('the kind of an outlet', () => {
  it.each([
    ['东营日报', 'paper'],
    ['平安山东微信公众号', 'social'],
    ['河口区人民政府', 'government'],
    ['济南市公安局', 'public_security'],
    ['中国长安网', 'political_legal'],
    ['滨州电视台', 'broadcast'],
    ['新华网', 'official_media'],
    ['大众网', 'news_site'],
    ['齐鲁', null],
    [null, null],
  ])('%s', (name, kind) => {
    expect(outletKind(name)).toBe(kind);
  });
});
