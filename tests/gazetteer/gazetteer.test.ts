import { describe, expect, it } from 'vitest';
import { Gazetteer } from '../../src/gazetteer/gazetteer.ts';

const gazetteer = Gazetteer.load();
const names = (code: string) => gazetteer.towns(code).map((t) => t.ownName);

describe('the gazetteer', () => {
  it('is read once', () => {
    expect(Gazetteer.load()).toBe(gazetteer);
  });

  it('holds every province and no division without its parent', () => {
    const all = [...gazetteer.all()];
    expect(all.filter((d) => d.level === 'province')).toHaveLength(34);
    for (const d of all) expect(d.parent === null || gazetteer.get(d.parent) !== undefined, d.code).toBe(true);
    expect(all.filter((d) => d.parent === null).every((d) => d.level === 'province')).toBe(true);
  });

  it('bears one code a division, and ends no chain in a circle', () => {
    const codes = [...gazetteer.all()].map((d) => d.code);
    expect(new Set(codes).size).toBe(codes.length);
    for (const d of gazetteer.all()) expect(gazetteer.chain(d).length).toBeLessThanOrEqual(5);
  });

  it.each([
    ['370503', '东营市河口区', 'county'],
    ['500102', '重庆市涪陵区', 'county'],
    ['433127', '湘西土家族苗族自治州永顺县', 'county'],
    ['150521', '通辽市科尔沁左翼中旗', 'county'],
    ['429004', '仙桃市', 'county'],
    ['659001', '石河子市', 'county'],
    ['419001', '济源市', 'county'],
    ['152500', '锡林郭勒盟', 'city'],
    ['370571', '东营经济技术开发区', 'zone'],
  ])('names %s from the prefecture down', (code, name, level) => {
    const found = gazetteer.get(code);

    expect(found).toMatchObject({ name, level });
  });

  it('climbs from a town to its province', () => {
    const town = gazetteer.towns('370505').find((t) => t.ownName === '胜坨镇');
    expect(town && gazetteer.chain(town).map((d) => d.ownName)).toEqual(['胜坨镇', '垦利区', '东营市', '山东省']);
  });
});

describe('towns', () => {
  it.each([
    ['441900', '虎门镇'],
    ['442000', '小榄镇'],
    ['429004', '彭场镇'],
    ['659001', '北泉镇'],
    ['419001', '承留镇'],
    ['371373', '团林镇'],
    ['500102', '珍溪镇'],
  ])('of %s: %s, also where there is no county between', (code, town) => {
    expect(names(code)).toContain(town);
  });

  it('stand under one zone or county by one name', () => {
    for (const d of gazetteer.all()) {
      const own = names(d.code);
      expect(new Set(own).size, d.code).toBe(own.length);
    }
  });
});

describe('divisions in time', () => {
  it.each([
    ['370521', '垦利县', 2016, '370505'],
    ['140421', '长治县', 2018, '140404'],
    ['371200', '莱芜市', 2018, '370116'],
    ['110228', '密云县', 2015, '110118'],
  ])('%s %s ended in %i and became %s', (code, ownName, validTo, successor) => {
    expect(gazetteer.get(code)).toMatchObject({ ownName, validTo, successor });
    expect(gazetteer.get(successor)).toMatchObject({ validFrom: validTo, validTo: null });
  });

  it('end no earlier than they begin', () => {
    for (const d of gazetteer.all()) {
      if (d.validFrom !== null && d.validTo !== null) expect(d.validFrom, d.code).toBeLessThanOrEqual(d.validTo);
    }
  });
});

describe('villages', () => {
  it('are found by county and name, and lie in it', () => {
    const codes = gazetteer.villageCodes('330523', '大溪村');
    expect(codes).toHaveLength(1);
    expect(codes[0]).toMatch(/^330523\d{6}$/u);
    expect(gazetteer.get(codes[0]?.slice(0, 9) ?? '')?.parent).toBe('330523');
  });

  it('are none where the county is unknown or the name is', () => {
    expect(gazetteer.villageCodes('999999', '大溪村')).toEqual([]);
    expect(gazetteer.villageCodes('330523', '无此名村')).toEqual([]);
  });
});
