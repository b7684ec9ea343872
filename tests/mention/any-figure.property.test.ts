import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Span } from '../../src/article/article.ts';
import { findDates } from '../../src/mention/date.ts';
import type { Figure } from '../../src/mention/mention.ts';
import { findMoney } from '../../src/mention/money.ts';
import { findNumbers } from '../../src/mention/number.ts';
import { findQuantities } from '../../src/mention/quantity.ts';
import { often } from '../reliability/often.ts';
import { textOf } from './text-of.ts';

/** What figures and dates are made of, strung together without sense: nothing may break, and all that is found is sound. */
const PIECES = fc.constantFrom(
  ...'零〇○一二三两九十百千万亿廿数几余多来近约上下过超至到从—-~,.%‰点分之百个元块钱成人年月日号前后今去本当同季度初底末',
  ...[
    '1',
    '20',
    '000',
    '1,000',
    '4090.83',
    '2017',
    '31',
    '12',
    '百分之',
    '不超过',
    '左右',
    '以上',
    '以来',
    '截至',
    '月底',
  ],
  ...['“十三五”', '期间', '上半年', '昨日', '近三年', '万元', '人民币', '投资', 'ab', '。', '，', '\n', '每', '预计'],
);
const ANY = fc.array(PIECES, { maxLength: 40 }).map((parts) => parts.join(''));
const day = fc.date({ min: new Date('1990-01-01'), max: new Date('2040-12-31'), noInvalidDate: true });
const PUBLISHED = fc.option(day.map((d) => d.toISOString().slice(0, 10)));

function expectSpans(chars: string, found: readonly (Span & { readonly surface?: string })[]): void {
  let end = 0;
  for (const n of found) {
    if (n.start < end || n.end <= n.start || n.end > chars.length) throw new Error(`${n.start}–${n.end} behind ${end}`);
    if (n.surface !== undefined) expect(n.surface).toBe(chars.slice(n.start, n.end));
    end = n.end;
  }
}

function expectFigures(found: readonly Figure[]): void {
  for (const { value, min, max } of found) {
    expect(min).toBeGreaterThanOrEqual(0);
    expect(value).toBeGreaterThanOrEqual(min);
    expect(max ?? value).toBeGreaterThanOrEqual(value);
    expect(Number.isFinite(max ?? value)).toBe(true);
  }
}

/** A date that the calendar has, at the precision given. */
function expectDate(iso: string | null): void {
  if (iso === null) return;
  const whole = `${iso}-01-01`.slice(0, 10);
  const at = new Date(`${whole}T00:00:00Z`);
  expect(Number.isNaN(at.getTime()) ? iso : at.toISOString().slice(0, 10)).toBe(whole);
}

describe('whatever stands there', () => {
  it('numbers, money and quantities stand in order, apart, inside their bounds', () => {
    fc.assert(
      fc.property(ANY, (chars) => {
        const numbers = findNumbers(chars);
        const money = findMoney(chars, numbers);
        const quantities = findQuantities(chars, money, numbers);
        for (const found of [numbers, money, quantities]) {
          expectSpans(chars, found);
          expectFigures(found);
        }
        for (const { start, end, digits } of numbers)
          expect(start <= digits.start && digits.start < digits.end && digits.end <= end).toBe(true);
        for (const q of quantities) expect(money.some((m) => m.start < q.end && q.start < m.end)).toBe(false);
      }),
      often(2000),
    );
  });

  it('dates stand in order, apart, and are days, months and years of the calendar, the first before the last', () => {
    fc.assert(
      fc.property(ANY, PUBLISHED, (chars, publishedOn) => {
        const dates = findDates(textOf(chars, publishedOn));
        expectSpans(chars, dates);
        for (const d of dates) {
          for (const iso of [d.from, d.to, d.asOf]) expectDate(iso);
          if (d.from !== null && d.to !== null) expect(d.from.slice(0, d.to.length) <= d.to).toBe(true);
          // 近三年 begins before the year of publication, which is its year.
          const named = d.from !== null && !/^(?:最?近|过去|这|前)|年多?来/u.test(d.surface) ? d.from : d.asOf;
          if (named !== null) expect(d.year).toBe(Number(named.slice(0, 4)));
        }
      }),
      often(2000),
    );
  });
});
