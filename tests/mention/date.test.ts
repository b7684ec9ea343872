import { describe, expect, it } from 'vitest';
import { findDates } from '../../src/mention/date.ts';
import { textOf } from './text-of.ts';

/** surface, from..to or @asOf, year, sense. */
function read(chars: string, publishedOn: string | null = '2017-12-27', publishedYear: number | null = null): string {
  return findDates(textOf(chars, publishedOn, publishedYear))
    .map((d) => `${d.surface} ${d.asOf === null ? `${d.from}..${d.to}` : `@${d.asOf}`} ${d.year} ${d.sense}`)
    .join(' | ');
}

describe('findDates', () => {
  it.each([
    ['从2017年4月份起，', '从2017年4月份起 2017-04..null 2017 since'],
    ['4月，', '4月 2017-04..2017-04 2017 point'],
    ['12月27日上午9时30分', '12月27日上午9时30分 2017-12-27..2017-12-27 2017 point'],
    ['昨日下午', '昨日下午 2017-12-26..2017-12-26 2017 point'],
    ['日前，', '日前 2017-12-27..2017-12-27 2017 point'],
    ['近日，', '近日 2017-12-27..2017-12-27 2017 point'],
    ['今年以来', '今年以来 2017..null 2017 since'],
    ['去年11月份以来', '去年11月份以来 2016-11..null 2016 since'],
    ['自今年4月份以来', '自今年4月份以来 2017-04..null 2017 since'],
    ['2005年5月至今', '2005年5月至今 2005-05..null 2005 since'],
    ['从二〇〇八年十月算起', '从二〇〇八年十月算起 2008-10..null 2008 since'],
    ['截至11月底，', '截至11月底 @2017-11-30 2017 as_of'],
    ['截至2017年12月31日', '截至2017年12月31日 @2017-12-31 2017 as_of'],
    ['到8月底', '到8月底 @2017-08-31 2017 as_of'],
    ['截至目前', '截至目前 @2017-12-27 2017 as_of'],
    ['到目前为止', '到目前为止 @2017-12-27 2017 as_of'],
    ['目前年均', '目前 @2017-12-27 2017 as_of'],
    ['现在', '现在 @2017-12-27 2017 as_of'],
    ['年底前', '年底前 null..2017-12-31 2017 future'],
    ['到2020年', '到2020年 2020..2020 2020 future'],
    ['预计在6月底完成', '6月底 2017-06-21..2017-06-30 2017 future'],
    ['明年', '明年 2018..2018 2018 future'],
    ['2010—2012年', '2010—2012年 2010..2012 2010 period'],
    ['2016年3月至2017年5月', '2016年3月至2017年5月 2016-03..2017-05 2016 period'],
    ['3月16日至18日', '3月16日至18日 2017-03-16..2017-03-18 2017 period'],
    ['今年1-9月份', '今年1-9月份 2017-01..2017-09 2017 period'],
    ['“十二五”期间', '“十二五”期间 2011..2015 2011 period'],
    ['十三五期间', '十三五期间 2016..2020 2016 period'],
    ['上半年', '上半年 2017-01..2017-06 2017 period'],
    ['今年一季度', '今年一季度 2017-01..2017-03 2017 period'],
    ['年初', '年初 2017-01..2017-03 2017 period'],
    ['近三年', '近三年 2015..2017 2015 period'],
    ['2014年3月以前', '2014年3月以前 null..2014-03 2014 period'],
    ['近年来', '近年来 null..null null vague'],
    ['每日派出', '每日 null..null null recurring'],
    ['二〇一六年五月', '二〇一六年五月 2016-05..2016-05 2016 point'],
    ['2016年底', '2016年底 2016-12..2016-12 2016 point'],
    ['2015年启动', '2015年 2015..2015 2015 point'],
    ['前年', '前年 2015..2015 2015 point'],
    ['2016-10-18 08:53', '2016-10-18 08:53 2016-10-18..2016-10-18 2016 point'],
    ['上月', '上月 2017-11..2017-11 2017 point'],
  ])('reads %s', (chars, expected) => expect(read(chars)).toBe(expected));

  it('takes a month without a year for the latest one not after publication', () => {
    expect(read('截至11月底，', '2018-02-01')).toBe('截至11月底 @2017-11-30 2017 as_of');
    expect(read('将于11月建成', '2018-02-01')).toBe('11月 2018-11..2018-11 2018 future');
  });

  it('lets 当月 and a bare day lean on the month named last', () => {
    expect(read('今年4月起排查。6月，全区建成。当月中旬又丢了；23日凌晨蹲守', '2017-09-17')).toBe(
      '今年4月起 2017-04..null 2017 since | 6月 2017-06..2017-06 2017 point | 当月中旬 2017-06-11..2017-06-20 2017 period | 23日凌晨 2017-06-23..2017-06-23 2017 point',
    );
    expect(read('记者27日获悉', '2017-03-02')).toBe('27日 2017-02-27..2017-02-27 2017 point');
  });

  it('keeps the year of the sentence for a later month', () => {
    expect(read('2015年3月立项，5月开工', '2017-09-17')).toBe(
      '2015年3月 2015-03..2015-03 2015 point | 5月 2015-05..2015-05 2015 point',
    );
  });

  it('leaves the year open when nothing gives it', () => {
    expect(read('今年4月，', null)).toBe('今年4月 null..null null point');
    expect(read('今年4月，', null, 2010)).toBe('今年4月 2010-04..2010-04 2010 point');
  });

  it.each([
    '1926个',
    '2000名干警',
    '1950年',
    '2050年',
    '3个月',
    '3年内',
    '日常',
    '人民日报',
    '上午9时',
    '“4.11”案',
    '15日内',
    '2017路',
    '每个月',
    '目的',
    '上年纪',
    '第三方',
  ])('finds no date in %s', (chars) => expect(read(chars)).toBe(''));
});
