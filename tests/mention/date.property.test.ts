import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findDates } from '../../src/mention/date.ts';
import { readText } from '../../src/text/read.ts';
import { often } from '../reliability/often.ts';
import { lines } from '../text/lines.ts';
import { inHan } from './written.ts';

/**
 * Days are made, written in each form there is and read back in an article of a known day; what they have to mean is
 * worked out here with the calendar, never by reading.
 */
const SINCE_1990 = { min: new Date('1990-01-01'), max: new Date('2035-12-31'), noInvalidDate: true };
const date = fc.date(SINCE_1990).map((d) => new Date(`${d.toISOString().slice(0, 10)}T00:00:00Z`));
/** A day, and the day of the article that tells it: the same or up to six years later. */
const told = fc.tuple(date, fc.nat(2000)).map(([day, later]) => ({ day, published: plusDays(day, later) }));
const carrier = fc.constantFrom(
  '#，全县装了探头。',
  '全县#装了探头。',
  '村里的探头（#）都装好了。',
  '群众放心。#，探头装好了。',
);

function plusDays(day: Date, days: number): Date {
  return new Date(day.getTime() + days * 86_400_000);
}

const year = (d: Date): number => d.getUTCFullYear();
const month = (d: Date): number => d.getUTCMonth() + 1;
const day = (d: Date): number => d.getUTCDate();
/** ISO to the day, month (7 characters) or year (4). */
const iso = (d: Date, length = 10): string => d.toISOString().slice(0, length);
const two = (n: number): string => String(n).padStart(2, '0');
const lastOfMonth = (y: number, m: number): string => iso(new Date(Date.UTC(y, m, 0)));
const wide = (text: string): string => text.replace(/\d/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
const hanYear = (y: number, zero: string): string =>
  [...String(y)].map((d) => (d === '0' ? zero : inHan(Number(d)))).join('');
const hanCount = (n: number): string => inHan(n).replace(/^一十/, '十');

interface Meaning {
  readonly from?: string | null;
  readonly to?: string | null;
  readonly asOf?: string;
  readonly sense: string;
}

/** Reads a date in a sentence, where it has to be the only one, whole. */
function expectDate(sentence: string, surface: string, published: Date, meaning: Meaning): void {
  const article = lines(
    sentence.replace('#', () => surface),
    { publishedOn: iso(published), publishedYear: year(published) },
  );
  const text = readText(article);
  const found = findDates(text).map((d) => {
    const end = (text.offsets[d.end - 1] ?? -1) + 1;
    const words = article.text.slice(text.offsets[d.start] ?? -1, end);
    return [words, d.from, d.to, d.asOf, d.year, d.sense];
  });
  const { from = null, to = null, asOf = null, sense } = meaning;
  const named = from ?? asOf ?? to;
  expect(found).toEqual([[surface, from, to, asOf, named === null ? null : Number(named.slice(0, 4)), sense]]);
}

const point = (at: string): Meaning => ({ from: at, to: at, sense: 'point' });

describe('dates that were made are read as what they are', () => {
  it('with their year, to the day, month and year, in digits of either width and in characters', () => {
    fc.assert(
      fc.property(carrier, told, fc.constantFrom('〇', '○', '零'), (sentence, { day: d, published }, zero) => {
        const [y, m, n] = [year(d), month(d), day(d)];
        const days = [
          ...['-', '.', '/'].flatMap((sign) => [[y, m, n].join(sign), [y, two(m), two(n)].join(sign)]),
          ...[`${y}年${m}月${n}日`, `${y}年${two(m)}月${two(n)}日`, wide(`${y}年${m}月${n}日`)],
          `${hanYear(y, zero)}年${hanCount(m)}月${hanCount(n)}日`,
        ];
        for (const surface of days) expectDate(sentence, surface, published, point(iso(d)));
        for (const surface of [`${y}年${m}月`, `${y}年${m}月份`, `${hanYear(y, zero)}年${hanCount(m)}月`])
          expectDate(sentence, surface, published, point(iso(d, 7)));
        for (const surface of [`${y}年`, `${hanYear(y, zero)}年`])
          expectDate(sentence, surface, published, point(String(y)));
      }),
      often(300),
    );
  });

  it('without a year: the latest not after publication', () => {
    fc.assert(
      fc.property(carrier, date, fc.nat(364), (sentence, published, ago) => {
        const d = plusDays(published, -ago);
        // A month without its day is taken for one of this year as soon as it has begun.
        expectDate(sentence, `${month(d)}月${day(d)}日`, published, point(iso(d)));
        expectDate('云岭网青禾#讯（记者）探头装好了。', `${month(d)}月${day(d)}日`, published, point(iso(d)));
        if (ago < 334) expectDate(sentence, `${month(d)}月`, published, point(iso(d, 7)));
        for (const [word, days] of [
          ['昨日', 1],
          ['昨天', 1],
          ['前天', 2],
          ['今日', 0],
        ] as const)
          expectDate(sentence, word, published, point(iso(plusDays(published, -days))));
      }),
      often(300),
    );
  });

  it('今年, 去年 and 前年, with and without a month, and 本月 and 上月', () => {
    const words = fc.constantFrom(['今年', 0] as const, ['去年', -1] as const, ['前年', -2] as const);
    fc.assert(
      fc.property(carrier, date, words, fc.integer({ min: 1, max: 12 }), (sentence, published, [word, years], m) => {
        const y = year(published) + years;
        expectDate(sentence, word, published, point(String(y)));
        if (years < 0 || m <= month(published))
          expectDate(sentence, `${word}${m}月`, published, point(`${y}-${two(m)}`));
        expectDate(sentence, '本月', published, point(iso(published, 7)));
        expectDate(sentence, '上月', published, point(iso(plusDays(published, -day(published)), 7)));
      }),
      often(300),
    );
  });

  it('以来, 起 and 至今 leave the end open', () => {
    fc.assert(
      fc.property(carrier, told, (sentence, { day: d, published }) => {
        const [y, m] = [year(d), month(d)];
        const since = (from: string): Meaning => ({ from, sense: 'since' });
        for (const surface of [`${y}年以来`, `从${y}年起`, `自${y}年以来`, `${y}年至今`])
          expectDate(sentence, surface, published, since(String(y)));
        for (const surface of [`${y}年${m}月以来`, `自${y}年${m}月起`, `从${y}年${m}月至今`])
          expectDate(sentence, surface, published, since(iso(d, 7)));
        expectDate(sentence, '今年以来', published, since(iso(published, 4)));
        expectDate(sentence, '去年以来', published, since(String(year(published) - 1)));
      }),
      often(300),
    );
  });

  it('截至 holds to the last day of what it names', () => {
    fc.assert(
      fc.property(carrier, told, (sentence, { day: d, published }) => {
        const [y, m, n] = [year(d), month(d), day(d)];
        const until = (asOf: string): Meaning => ({ asOf, sense: 'as_of' });
        for (const word of ['截至', '截止', '截止到']) {
          expectDate(sentence, `${word}${y}年${m}月${n}日`, published, until(iso(d)));
          expectDate(sentence, `${word}${y}年${m}月底`, published, until(lastOfMonth(y, m)));
          expectDate(sentence, `${word}${y}年底`, published, until(`${y}-12-31`));
          expectDate(sentence, `${word}目前`, published, until(iso(published)));
        }
      }),
      often(200),
    );
  });

  it('periods', () => {
    const pair = fc
      .tuple(told, fc.nat(1500))
      .map(([{ day: d, published }, ago]) => ({ a: plusDays(d, -ago), b: d, published }));
    const sign = fc.constantFrom('至', '到', '—', '-', '～');
    fc.assert(
      fc.property(carrier, pair, sign, (sentence, { a, b, published }, sign) => {
        const period = (from: string, to: string): Meaning => ({ from, to, sense: 'period' });
        const [y, m] = [year(b), month(b)];
        if (year(a) < y) expectDate(sentence, `${year(a)}${sign}${y}年`, published, period(iso(a, 4), iso(b, 4)));
        if (iso(a, 7) < iso(b, 7))
          expectDate(sentence, `${year(a)}年${month(a)}月${sign}${y}年${m}月`, published, period(iso(a, 7), iso(b, 7)));
        if (iso(a) < iso(b)) {
          const whole = (d: Date): string => `${year(d)}年${month(d)}月${day(d)}日`;
          expectDate(sentence, whole(a) + sign + whole(b), published, period(iso(a), iso(b)));
          if (year(a) === y)
            expectDate(sentence, `${whole(a)}${sign}${m}月${day(b)}日`, published, period(iso(a), iso(b)));
        }
        if (m > 1) expectDate(sentence, `${y}年1${sign}${m}月`, published, period(`${y}-01`, iso(b, 7)));
        if (day(b) > 1)
          expectDate(sentence, `${y}年${m}月1日${sign}${day(b)}日`, published, period(`${iso(b, 7)}-01`, iso(b)));
      }),
      often(300),
    );
  });

  it('parts of a year that is over', () => {
    const before = date.map((published) => ({ y: year(published) - 1, published }));
    const PARTS: readonly (readonly [string, number, number])[] = [
      ['上半年', 1, 6],
      ['下半年', 7, 12],
      ...['一', '二', '三', '四'].flatMap((q, i) =>
        [`${q}季度`, `第${q}季度`].map((w) => [w, i * 3 + 1, i * 3 + 3] as const),
      ),
      ['前三季度', 1, 9],
      ['前10个月', 1, 10],
      ['前11个月', 1, 11],
    ];
    fc.assert(
      fc.property(carrier, before, fc.constantFrom(...PARTS), (sentence, { y, published }, [word, from, to]) => {
        const meaning: Meaning = { from: `${y}-${two(from)}`, to: `${y}-${two(to)}`, sense: 'period' };
        for (const name of [`${y}年`, '去年']) expectDate(sentence, name + word, published, meaning);
      }),
      often(200),
    );
  });
});
