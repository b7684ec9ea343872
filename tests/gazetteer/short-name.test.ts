import { describe, expect, it } from 'vitest';
import { Gazetteer } from '../../src/gazetteer/gazetteer.ts';
import { shortNames } from '../../src/gazetteer/short-name.ts';

const gazetteer = Gazetteer.load();

function shortOf(code: string): string[] {
  const division = gazetteer.get(code);
  if (!division) throw new Error(`no such division: ${code}`);
  return shortNames(division, division.parent ? (gazetteer.get(division.parent)?.ownName ?? null) : null);
}

describe('short names', () => {
  it.each([
    ['370500', ['东营']],
    ['522600', ['黔东南', '黔东南州']],
    ['650000', ['新疆']],
    ['152500', ['锡林郭勒']],
    ['150723', ['鄂伦春', '鄂伦春旗']],
    ['222400', ['延边', '延边州']],
    ['652800', ['巴音郭楞', '巴音郭楞州', '巴州']],
    ['654226', ['和布克赛尔', '和布克赛尔县']],
  ])('%s: %j', (code, expected) => {
    expect(shortOf(code)).toEqual(expected);
  });

  it('are none where one character would be left', () => {
    const county = [...gazetteer.all()].filter(
      (d) => d.level === 'county' && d.ownName.length === 2 && d.formerNames.length === 0,
    );
    expect(county.length).toBeGreaterThan(50);
    for (const d of county) expect(shortNames(d, null)).toEqual([]);
  });

  it('never repeat the full name', () => {
    for (const d of gazetteer.all()) if (d.level !== 'town') expect(shortNames(d, null)).not.toContain(d.ownName);
  });

  it('take a zone without its city', () => {
    expect(shortOf('371373')).toContain('临港区');
    expect(shortOf('370571')).toContain('经济技术开发区');
  });
});
