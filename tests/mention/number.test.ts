import { describe, expect, it } from 'vitest';
import { findNumbers } from '../../src/mention/number.ts';

/** surface, value, min, max, approx, unit of each number. */
function read(chars: string): string {
  return findNumbers(chars)
    .map((n) =>
      [chars.slice(n.start, n.end), n.value, n.min, n.max, n.approx, n.unit]
        .map(String)
        .filter((x) => x !== '')
        .join(' '),
    )
    .join(' | ');
}

describe('findNumbers', () => {
  it.each([
    ['3557个', '3557 3557 3557 3557 exact'],
    ['3,557台', '3,557 3557 3557 3557 exact'],
    ['1,234,567', '1,234,567 1234567 1234567 1234567 exact'],
    ['4090.83', '4090.83 4090.83 4090.83 4090.83 exact'],
    ['5.4万', '5.4万 54000 54000 54000 exact'],
    ['3.99亿', '3.99亿 399000000 399000000 399000000 exact'],
    ['1亿3000万', '1亿3000万 130000000 130000000 130000000 exact'],
    ['1.2万亿', '1.2万亿 1200000000000 1200000000000 1200000000000 exact'],
    ['3万5千', '3万5千 35000 35000 35000 exact'],
    ['3万5000', '3万5000 35000 35000 35000 exact'],
    ['三万五', '三万五 35000 35000 35000 exact'],
    ['六百六十八', '六百六十八 668 668 668 exact'],
    ['一千二百九十三名', '一千二百九十三 1293 1293 1293 exact'],
    ['一百零五', '一百零五 105 105 105 exact'],
    ['一百二', '一百二 120 120 120 exact'],
    ['两百', '两百 200 200 200 exact'],
    ['廿四', '廿四 24 24 24 exact'],
    ['二〇〇六', '二〇〇六 2006 2006 2006 exact'],
    ['两千六百多', '两千六百多 2600 2600 2700 over'],
    ['六千余', '六千余 6000 6000 7000 over'],
    ['500余万', '500余万 5000000 5000000 6000000 over'],
    ['6600余万', '6600余万 66000000 66000000 67000000 over'],
    ['20多万', '20多万 200000 200000 300000 over'],
    ['80万余', '80万余 800000 800000 900000 over'],
    ['1400余次', '1400余 1400 1400 1500 over'],
    ['16000余名', '16000余 16000 16000 17000 over'],
    ['万余', '万余 10000 10000 20000 over'],
    ['千余名', '千余 1000 1000 2000 over'],
    ['十几个', '十几 10 10 20 over'],
    ['二十几', '二十几 20 20 30 over'],
    ['近百名', '近百 100 90 100 nearly'],
    ['将近2000', '将近2000 2000 1800 2000 nearly'],
    ['近千', '近千 1000 900 1000 nearly'],
    ['上千', '上千 1000 1000 null over'],
    ['上百', '上百 100 100 null over'],
    ['超过300', '超过300 300 300 null over'],
    ['不少于1200', '不少于1200 1200 1200 null over'],
    ['至少5', '至少5 5 5 null over'],
    ['约6000', '约6000 6000 5400 6600 about'],
    ['大约40', '大约40 40 36 44 about'],
    ['不超过7', '不超过7 7 0 7 up_to'],
    ['不足100', '不足100 100 0 100 up_to'],
    ['最多3', '最多3 3 0 3 up_to'],
    ['二十来分钟', '二十来 20 18 22 about'],
    ['数十', '数十 10 10 100 about'],
    ['几十', '几十 10 10 100 about'],
    ['数百万', '数百万 1000000 1000000 10000000 about'],
    ['30—50万', '30—50万 300000 300000 500000 range'],
    ['5至10', '5至10 5 5 10 range'],
    ['3-5', '3-5 3 3 5 range'],
    ['1.5至2万', '1.5至2万 15000 15000 20000 range'],
    ['5000至1万', '5000至1万 5000 5000 10000 range'],
    ['三四十', '三四十 30 30 40 range'],
    ['十五六', '十五六 15 15 16 range'],
    ['两三百', '两三百 200 200 300 range'],
    ['百分之九十', '百分之九十 90 90 90 exact %'],
    ['百分之百', '百分之百 100 100 100 exact %'],
    ['千分之三', '千分之三 3 3 3 exact ‰'],
  ])('reads %s', (chars, expected) => expect(read(chars)).toBe(expected));

  it.each(['千家万户', '百姓', '三分之二', '万众', '数字', '余下'])('finds no number in %s', (chars) =>
    expect(read(chars)).toBe(''),
  );

  it.each([
    ['附近5个', '5 5 5 5 exact'],
    ['节约30', '30 30 30 30 exact'],
    ['人数百分之九十', '百分之九十 90 90 90 exact %'],
    ['从230到410个', '230 230 230 230 exact | 410 410 410 410 exact'],
  ])('does not take part of a word for an approximator or range: %s', (chars, expected) =>
    expect(read(chars)).toBe(expected),
  );

  it('stays linear on long runs of digits and units', () => {
    for (const junk of ['一', '1', '万', '5至', '百分之', '1,000']) {
      const started = performance.now();
      findNumbers(junk.repeat(50_000));
      expect(performance.now() - started).toBeLessThan(3000);
    }
  });
});
