import { describe, expect, it } from 'vitest';
import { readPage } from './page.ts';

const placesOf = (title: string, sentence: string) =>
  readPage(title, sentence).claims.map((c) => [c.place?.code, c.count ?? c.amountCny]);

describe('where it is', () => {
  it.each([
    ['潜山市技防', '潜山市安装探头100个。', [['340882', 100]]],
    ['潜山市技防', '潜山市在源潭镇安装探头150个。', [['340882101', 150]]],
    ['海原县技防', '宁夏海原县投入500万元，购置巡逻车。', [['640522', 5_000_000]]],
    ['三亚市技防', '海南省三亚市投资8000万元建设天网工程。', [['460200', 80_000_000]]],
    ['涪陵区技防', '重庆市涪陵区安装摄像机4000个，全区联网。', [['500102', 4000]]],
    ['呼伦贝尔市技防', '鄂温克族自治旗安装摄像机260个，全旗治安好转。', [['150724', 260]]],
    ['湖南省技防', '湖南省安装摄像机40万个。', [['430000', 400_000]]],
  ])('%s: %s', (title, sentence, expected) => {
    const found = placesOf(title, sentence);
    expect(found.slice(0, expected.length)).toEqual(expected);
  });

  it('is the county named in the same clause, not the one next to it', () => {
    expect(placesOf('六安市技防', '裕安区安装摄像机300个，霍山县安装摄像机500个。')).toEqual([
      ['341503', 300],
      ['341525', 500],
    ]);
  });

  it('is its own for the part of a total', () => {
    const { claims } = readPage('六安市技防', '六安市投入4000万元，其中金安区投入900万元。');
    const [total, part] = claims;
    expect([total?.place?.code, part?.place?.code]).toEqual(['341500', '341502']);
    expect(part?.partOf).toBe(total?.id);
  });

  it('goes on with the county in a clause of its own verb', () => {
    expect(placesOf('黔西南州技防', '黔西南州安装摄像机9000个，兴义市安装2500个。')).toEqual([
      ['522300', 9000],
      ['522301', 2500],
    ]);
  });

  it('is the village that the clause names', () => {
    const { claims } = readPage('武义县技防', '武义县桐琴镇东干村安装探头16个。');
    expect(claims[0]?.place?.name).toBe('金华市武义县桐琴镇东干村');
  });

  it('is the place of the page where the sentence names none', () => {
    const { claims, text } = readPage('凤台县技防建设', '凤台县召开平安建设会议。', '今年新安装摄像机500个。');
    const claim = claims.find((c) => c.count === 500);
    const { place } = claim?.evidence ?? {};
    expect(claim?.place?.code).toBe('340421');
    expect(place?.from).not.toBe('clause');
    expect(text.slice(place?.start, place?.end)).toBe('凤台县');
  });
});
