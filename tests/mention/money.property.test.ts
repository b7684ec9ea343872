import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findMoney } from '../../src/mention/money.ts';
import { findQuantities } from '../../src/mention/quantity.ts';
import { often } from '../reliability/often.ts';
import { arabic, han, plain, reading } from './written.ts';

/**
 * Sums and counts that were made, with their unit and the word behind it, read back in a sentence. The numbers are those
 * of number.property.test.ts; here it is the unit, and what stands around it, that has to be read.
 */
const MONEY = ['全县投入#。', '#已经拨付到位。', '据统计，经费共#，群众放心。', '总投资（#）已落实。'];
const COUNTED = ['全县装了#探头。', '据统计，共有#，群众放心。'];
/** 三元 and 一块 may be words: in characters, sums begin with ten. */
const number = fc.oneof(
  arabic,
  han.filter(({ value }) => value >= 10),
);

/** What the word behind a unit makes of a value. */
const TAILS: Readonly<Record<string, (value: number) => unknown[]>> = {
  '': (v) => [v, v, v, 'exact'],
  以上: (v) => [v, v, null, 'over'],
  左右: (v) => [v, v * 0.9, v * 1.1, 'about'],
  上下: (v) => [v, v * 0.9, v * 1.1, 'about'],
  以下: (v) => [v, 0, v, 'up_to'],
  以内: (v) => [v, 0, v, 'up_to'],
};
const tail = fc.constantFrom(...Object.keys(TAILS));

describe('sums that were made', () => {
  function money(sentence: string, surface: string, figure: readonly unknown[]): void {
    expect(reading(sentence, surface, (text) => findMoney(text.chars))).toEqual([[surface, ...figure.map(plain), '']]);
  }

  it('are read with 元, 块钱 and 人民币 and the word behind', () => {
    const yuan = fc.constantFrom('元', '块钱', '人民币', '元人民币');
    fc.assert(
      fc.property(fc.constantFrom(...MONEY), number, yuan, tail, (sentence, { surface, value }, unit, word) =>
        money(sentence, surface + unit + word, TAILS[word]?.(value) ?? []),
      ),
      often(1200),
    );
  });

  it('are ranges when a sign joins them', () => {
    const two = fc.tuple(arabic, arabic).filter(([a, b]) => a.value < b.value);
    fc.assert(
      fc.property(fc.constantFrom(...MONEY), two, fc.constantFrom('至', '到', '—', '-'), (sentence, [a, b], sign) =>
        money(sentence, `${a.surface}元${sign}${b.surface}元`, [a.value, a.value, b.value, 'range']),
      ),
      often(500),
    );
  });

  it('are no sums in another currency', () => {
    fc.assert(
      fc.property(number, fc.constantFrom('美元', '欧元', '港元', '日元'), ({ surface }, unit) => {
        expect(reading('全县投入#。', surface + unit, (text) => findMoney(text.chars))).toEqual([]);
      }),
      often(200),
    );
  });
});

describe('counts that were made', () => {
  function count(sentence: string, surface: string, unit: string, figure: readonly unknown[]): void {
    const found = reading(sentence, surface, (text) => findQuantities(text.chars, []));
    expect(found).toEqual([[surface, ...figure.map(plain), unit]]);
  }

  it('are read with their measure word and the word behind', () => {
    const unit = fc.constantFrom('个', '台', '名', '辆', '处', '套', '公里', '人次');
    fc.assert(
      fc.property(fc.constantFrom(...COUNTED), number, unit, tail, (sentence, { surface, value }, word, behind) =>
        count(sentence, surface + word + behind, word, TAILS[behind]?.(value) ?? []),
      ),
      often(1200),
    );
  });

  it('are shares with % and ‰ of either width, and ranges of them', () => {
    const sign = fc.constantFrom(['%', '%'] as const, ['％', '%'] as const, ['‰', '‰'] as const);
    // 0.01 to 999.99, as it is written without noughts at its end.
    const share = fc.integer({ min: 1, max: 99_999 }).map((n) => n / 100);
    const ordered = fc.tuple(share, share).filter(([a, b]) => a < b);
    fc.assert(
      fc.property(ordered, sign, tail, ([a, b], [written, unit], behind) => {
        count('破案率达#。', `${b}${written}${behind}`, unit, TAILS[behind]?.(b) ?? []);
        const range = [a, a, b, 'range'];
        count('破案率达#。', `${a}${written}至${b}${written}`, unit, range);
        count('破案率达#。', `${a}—${b}${written}`, unit, range);
      }),
      often(300),
    );
  });
});
