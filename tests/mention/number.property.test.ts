import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findNumbers } from '../../src/mention/number.ts';
import { often } from '../reliability/often.ts';
import { arabic, han, inHan, plain, reading, type Written } from './written.ts';

/**
 * Numbers are made, written in each form there is and read back in a sentence, through the text stage: what they have to
 * mean is worked out here from their parts, by the convention of DESIGN.md, and never by reading.
 */
const CARRIERS = ['全县装了#个探头。', '#个探头已经装好。', '据统计，探头共有#个，群众放心。', '探头（#个）都在用。'];
const carrier = fc.constantFrom(...CARRIERS);
const number = fc.oneof(arabic, han);

/** Reads a surface in a sentence, where it has to be the only number, whole. */
function expectNumber(sentence: string, surface: string, figure: readonly unknown[], unit = ''): void {
  expect(reading(sentence, surface, (text) => findNumbers(text.chars))).toEqual([
    [surface, ...figure.map(plain), unit],
  ]);
}

const exact = (value: number) => [value, value, value, 'exact'];

/** What each word makes of a value. */
const WORDS: Readonly<Record<string, (value: number) => unknown[]>> = Object.fromEntries([
  ...['不少于', '不低于', '至少', '超过', '突破', '逾', '超'].map((w) => [w, (v: number) => [v, v, null, 'over']]),
  ...['不超过', '不足', '不到', '最多', '至多'].map((w) => [w, (v: number) => [v, 0, v, 'up_to']]),
  ...['约', '大约', '大概', '约为'].map((w) => [w, (v: number) => [v, v * 0.9, v * 1.1, 'about']]),
  ...['近', '将近', '接近'].map((w) => [w, (v: number) => [v, v * 0.9, v, 'nearly']]),
]);

/** 12 as 一点二. */
const pointed = (tenths: number): string => `${inHan(Math.floor(tenths / 10))}点${inHan(tenths % 10)}`;

const POWERS: readonly (readonly [string, number])[] = [
  ['十', 10],
  ['百', 100],
  ['千', 1000],
  ['万', 1e4],
  ['十万', 1e5],
  ['百万', 1e6],
  ['千万', 1e7],
  ['亿', 1e8],
  ['十亿', 1e9],
];

describe('numbers that were made are read as what they are', () => {
  it('exact ones, in digits of either width with separators, mixed with 万 and 亿, and in characters', () => {
    fc.assert(
      fc.property(carrier, number, (sentence, { surface, value }) => expectNumber(sentence, surface, exact(value))),
      often(3000),
    );
  });

  it('short for the next unit: 三万五, 两千六, 3万5', () => {
    const digit = fc.integer({ min: 1, max: 9 });
    const unit = fc.constantFrom(...POWERS.filter(([, power]) => power > 10 && power !== 1e5 && power !== 1e9));
    fc.assert(
      fc.property(carrier, digit, digit, unit, (sentence, a, b, [word, power]) => {
        const value = a * power + b * (power / 10);
        if (word.length === 1) expectNumber(sentence, inHan(a) + word + inHan(b), exact(value));
        if (word === '万' || word === '亿') expectNumber(sentence, `${a}${word}${b}`, exact(value));
      }),
      often(200),
    );
  });

  it('years of four characters', () => {
    fc.assert(
      fc.property(
        carrier,
        fc.integer({ min: 1000, max: 9999 }),
        fc.constantFrom('〇', '○', '零'),
        (sentence, n, zero) => {
          const surface = [...String(n)].map((d) => (d === '0' ? zero : inHan(Number(d)))).join('');
          expectNumber(sentence, surface, exact(n));
        },
      ),
      often(200),
    );
  });

  it('with a word before', () => {
    fc.assert(
      fc.property(carrier, fc.constantFrom(...Object.keys(WORDS)), number, (sentence, word, { surface, value }) =>
        expectNumber(sentence, word + surface, WORDS[word]?.(value) ?? []),
      ),
      often(1000),
    );
  });

  it('余 and 多 end at the next step of the last stated digit', () => {
    const open = (w: Written, word: string): Written[] => {
      const [, head = '', unit = ''] = /^(.*?)([万亿]?)$/u.exec(w.surface) ?? [];
      const inside = unit === '' || /[万亿]/u.test(head) ? [] : [{ ...w, surface: head + word + unit }];
      return [{ ...w, surface: w.surface + word }, ...inside];
    };
    // 三百零五余 and 十五多 is nobody's Chinese: in characters, only after a unit.
    const round = fc.oneof(
      arabic,
      han.filter(({ surface }) => /[十百千万亿]$/u.test(surface)),
    );
    fc.assert(
      fc.property(carrier, round, fc.constantFrom('余', '多'), (sentence, number, word) => {
        for (const { surface, value, step } of open(number, word))
          expectNumber(sentence, surface, [value, value, value + step, 'over']);
      }),
      often(1500),
    );
  });

  it('powers of ten: 数十, 几百万, 近百, 上千, 百余', () => {
    fc.assert(
      fc.property(carrier, fc.constantFrom(...POWERS), (sentence, [word, power]) => {
        for (const some of ['数', '几']) expectNumber(sentence, some + word, [power, power, power * 10, 'about']);
        expectNumber(sentence, `近${word}`, [power, power * 0.9, power, 'nearly']);
        for (const more of ['上', '超', '逾', '超过']) {
          if (more === '上' && word.startsWith('十')) continue;
          expectNumber(sentence, more + word, [power, power, null, 'over']);
        }
        expectNumber(sentence, `${word}余`, [power, power, power * 2, 'over']);
      }),
      often(60),
    );
  });

  it('ranges', () => {
    const ends = fc
      .tuple(fc.integer({ min: 1, max: 9998 }), fc.integer({ min: 1, max: 9999 }))
      .filter(([a, b]) => a < b);
    const sign = fc.constantFrom('至', '到', '—', '-', '～', '~', '–', '——');
    fc.assert(
      fc.property(carrier, ends, sign, (sentence, [a, b], sign) => {
        const range = (scale: number) => [a * scale, a * scale, b * scale, 'range'];
        expectNumber(sentence, `${a}${sign}${b}`, range(1));
        expectNumber(sentence, `${a}${sign}${b}万`, range(1e4));
        expectNumber(sentence, `${a}亿${sign}${b}亿`, range(1e8));
        expectNumber(sentence, `${inHan(a)}${sign}${inHan(b)}万`, range(1e4));
        expectNumber(sentence, `${a / 10}${sign}${b / 10}万`, range(1e3));
        if (a % 10 > 0 && b % 10 > 0) expectNumber(sentence, `${pointed(a)}${sign}${pointed(b)}万`, range(1e3));
      }),
      often(400),
    );
  });

  it('two neighbouring digits are a range: 三四十, 十五六, 两三百万', () => {
    const digit = fc.integer({ min: 1, max: 8 });
    const unit = fc.constantFrom<readonly [string, number]>(['', 1], ...POWERS);
    fc.assert(
      fc.property(carrier, digit, unit, (sentence, d, [word, power]) => {
        const pair = inHan(d) + inHan(d + 1);
        expectNumber(sentence, pair + word, [d * power, d * power, (d + 1) * power, 'range']);
        expectNumber(sentence, `二十${pair}`, [20 + d, 20 + d, 21 + d, 'range']);
        if (d === 2) expectNumber(sentence, `两三${word}`, [2 * power, 2 * power, 3 * power, 'range']);
      }),
      often(60),
    );
  });

  it('几 after a stated digit reaches to its next step: 十几, 一百几十, 二十几万', () => {
    const tens = fc.integer({ min: 1, max: 9 });
    fc.assert(
      fc.property(carrier, tens, (sentence, d) => {
        const over = (step: number) => [d * step, d * step, (d + 1) * step, 'over'];
        const digit = inHan(d);
        expectNumber(sentence, `${d === 1 ? '' : digit}十几`, over(10));
        expectNumber(sentence, `${digit}十几万`, over(1e5));
        expectNumber(sentence, `${d}0几`, over(10));
        expectNumber(sentence, `${digit}百几十`, over(100));
        expectNumber(sentence, `${digit}千几百万`, over(1e7));
      }),
      often(30),
    );
  });

  it('百分之 and 千分之', () => {
    const unit = fc.constantFrom(['百分之', '%'] as const, ['千分之', '‰'] as const);
    fc.assert(
      fc.property(
        carrier,
        unit,
        fc.oneof(han, arabic),
        fc.constantFrom('', '约', '近'),
        (sentence, [words, sign], n, word) => {
          const figure = word === '' ? exact(n.value) : (WORDS[word]?.(n.value) ?? []);
          expectNumber(sentence, word + words + n.surface, figure, sign);
        },
      ),
      often(500),
    );
  });
});
