import { describe, expect, it } from 'vitest';
import { type Footprint, footprintsOf } from '../../src/fact/footprint.ts';
import { overlaps, relation } from '../../src/fact/overlap.ts';
import { FactTable } from '../../src/fact/table.ts';
import { rowOf, type Stated } from './rows.ts';

/** How two facts stand to each other, whichever comes first. */
function between(a: Stated, b: Stated): string {
  const rows = [rowOf({ id: 'a', ...a }), rowOf({ id: 'b', ...b })];
  const [x, y] = footprintsOf(new FactTable(rows)) as [Footprint, Footprint];
  expect(relation(y, x)).toBe(relation(x, y));
  expect(overlaps(x, y)).toBe(overlaps(y, x));
  expect(overlaps(x, y)).toBe(!['places', 'periods', 'purposes', 'payers'].includes(relation(x, y)));
  return relation(x, y);
}

const money = (more: Stated): Stated => ({ kind: 'FUNDED', asset: 'camera', ...more });
const county = { actorTypes: ['place'], actorRefs: ['370503'], actorNames: ['河口区'] };
const bureau = { actorTypes: ['agency'], actorRefs: ['370503/finance/河口区财政局'], actorNames: ['河口区财政局'] };
const firm = { actorTypes: ['agency'], actorRefs: ['370503/enterprise/移动'], actorNames: ['移动'] };
const town = { actorTypes: ['place'], actorRefs: ['370503101'], actorNames: ['仙河镇'] };
const classOf = (name: string) => ({ actorTypes: ['class'], actorRefs: [''], actorNames: [name] });

describe('places', () => {
  it.each([
    ['two counties', '370502', '370503', 'places'],
    ['a city and its county', '370500', '370503', 'may_overlap'],
    ['a county and a village that only the text names', '370503', '370503101/围子村', 'may_overlap'],
    ['two such villages of one town', '370503101/围子村', '370503101/东村', 'places'],
    ['a zone and a county of its city', '370571', '370503', 'zone'],
    ['a zone and a town of the city', '370571', '370503101', 'zone'],
    ['a zone and its city', '370571', '370500', 'may_overlap'],
    ['a town of a zone and a county', '370571400', '370502', 'zone'],
    ['a zone under a county and another county', '370503/河口经开区', '370502', 'places'],
    ['a zone under a county and its town', '370503/河口经开区', '370503101', 'zone'],
    ['a zone with a town’s code and a town of its county', '370503400', '370503101', 'zone'],
    ['a new area of a province and a city', '130000/雄安新区', '130600', 'zone'],
    ['a place and no place', '370503', null, 'may_overlap'],
    ['a county under its old and its new code', '370521', '370505', 'may_overlap'],
  ] as const)('%s', (_, a, b, expected) => {
    expect(between({ placeCode: a }, { placeCode: b })).toBe(expected);
  });

  it('a city that another got overlaps with that one only from then on', () => {
    const laiwu = { placeCode: '371200', publishedYear: 2017 };
    expect(between(laiwu, { placeCode: '370100', publishedYear: 2017 })).toBe('places');
    expect(between(laiwu, { placeCode: '370100', publishedYear: 2020 })).toBe('may_overlap');
    expect(between(laiwu, { placeCode: '370116', publishedYear: 2020 })).toBe('may_overlap');
    expect(between(laiwu, { placeCode: '370117', publishedYear: 2020 })).toBe('may_overlap');
    expect(between(laiwu, { placeCode: '370112', publishedYear: 2020 })).toBe('places');
  });
});

describe('periods', () => {
  it.each([
    ['things new in two years', { scope: 'new', from: '2015' }, { scope: 'new', from: '2016' }, 'periods'],
    ['things that are there in two years', { from: '2015' }, { from: '2016' }, 'may_overlap'],
    ['things new, one undated', { scope: 'new', from: '2015' }, { scope: 'new' }, 'may_overlap'],
    ['two stages', { scope: 'new', from: '2015' }, { scope: 'new', from: '2016', stage: 'accepted' }, 'may_overlap'],
    ['money', money({ from: '2015' }), money({ from: '2016' }), 'periods'],
    ['money in all', money({ from: '2015', scope: 'cumulative' }), money({ from: '2016' }), 'may_overlap'],
    ['running costs', money({ from: '2015', scope: 'in_use' }), money({ from: '2016' }), 'may_overlap'],
    ['money undated', money({ publishedYear: 2015 }), money({ from: '2016' }), 'may_overlap'],
  ] as const)('%s', (_, a, b, expected) => {
    expect(between(a, b)).toBe(expected);
  });
});

describe('purposes', () => {
  it.each([
    ['cameras and cars', money({}), money({ asset: 'patrol_car' }), 'purposes'],
    ['cameras and their platform, in two articles', money({}), money({ asset: 'platform' }), 'may_overlap'],
    ['cars and other things', money({ asset: 'other' }), money({ asset: 'patrol_car' }), 'may_overlap'],
    ['cars and nothing named', money({ asset: null }), money({ asset: 'patrol_car' }), 'may_overlap'],
    ['several things', money({ assetText: '监控平台和探头' }), money({ asset: 'patrol_car' }), 'may_overlap'],
    ['cars and cameras themselves', {}, { asset: 'patrol_car' }, 'may_overlap'],
  ] as const)('%s', (_, a, b, expected) => {
    expect(between(a, b)).toBe(expected);
  });

  it('cameras and their platform, in one article', () => {
    const told = { articleIds: ['x'] };
    expect(between(money(told), money({ ...told, asset: 'platform' }))).toBe('purposes');
  });

  it('what a sum bought says what it is for', () => {
    const bought = [rowOf({ id: 'cars', asset: 'patrol_car' }), rowOf({ id: 'cameras' })];
    const sums = [
      rowOf({ id: 'a', ...money({ buys: ['cameras', 'cars'] }) }),
      rowOf({ id: 'b', ...money({ asset: 'alarm' }) }),
    ];
    const cars = rowOf({ id: 'c', ...money({ asset: 'patrol_car' }) });
    const prints = footprintsOf(new FactTable([...bought, ...sums, cars]));
    const [a, , c] = prints.filter(({ row }) => row.kind === 'FUNDED') as [Footprint, Footprint, Footprint];
    expect(relation(a, c)).toBe('may_overlap');
  });
});

describe('payers', () => {
  it.each([
    ['a county and its towns', county, classOf('各镇'), 'payers'],
    ['a county and its bureau', county, bureau, 'may_overlap'],
    ['a bureau and its towns', bureau, classOf('各镇街道'), 'payers'],
    ['a county and a town', county, town, 'payers'],
    ['a town and all towns', town, classOf('各镇'), 'may_overlap'],
    ['a county and all levels', county, classOf('各级财政'), 'may_overlap'],
    ['a county and its offices', county, classOf('各部门'), 'may_overlap'],
    ['a county and the public', county, classOf('群众'), 'payers'],
    ['a county and a firm', county, firm, 'payers'],
    ['towns and villages', classOf('各镇'), classOf('各村'), 'may_overlap'],
    ['a county and nobody named', county, {}, 'may_overlap'],
  ] as const)('%s', (_, a, b, expected) => {
    const told = { articleIds: ['x'], asset: null };
    expect(between(money({ ...a, ...told }), money({ ...b, ...told }))).toBe(expected);
    expect(between(money({ ...a, asset: null }), money({ ...b, asset: null }))).toBe('may_overlap');
  });

  it('a shared payer is enough to overlap', () => {
    const both = {
      actorTypes: ['place', 'place'],
      actorRefs: ['370503', '370503101'],
      actorNames: ['河口区', '仙河镇'],
    };
    expect(between(money({ ...both, articleIds: ['x'] }), money({ ...town, articleIds: ['x'] }))).toBe('may_overlap');
  });
});

describe('parts and rivals', () => {
  it('are never added, whatever rule tells them apart', () => {
    expect(between({ wholes: ['b'], placeCode: '370502' }, {})).toBe('part');
    expect(between({ rivals: ['b'], placeCode: '370502' }, {})).toBe('dispute');
    expect(between({ scope: 'new', from: '2015', wholes: ['b'] }, { scope: 'new', from: '2016' })).toBe('part');
  });

  it('a part is told from strangers by its place alone', () => {
    const part = money({ from: '2015', wholes: ['elsewhere'] });
    expect(between(part, money({ from: '2016' }))).toBe('may_overlap');
    expect(between(part, money({ from: '2016', placeCode: '370502' }))).toBe('places');
    expect(between({ ...part, wholes: [], scope: 'of_which' }, money({ asset: 'patrol_car' }))).toBe('may_overlap');
  });
});
