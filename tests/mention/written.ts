import fc from 'fast-check';
import type { Span } from '../../src/article/article.ts';
import type { Figure } from '../../src/mention/mention.ts';
import { readText } from '../../src/text/read.ts';
import type { Text } from '../../src/text/text.ts';
import { lines } from '../text/lines.ts';

/** A number as it is written, and what it says: worked out from its parts, never by reading it. */
export interface Written {
  readonly surface: string;
  readonly value: number;
  /** The step of its last stated digit. */
  readonly step: number;
}

const HAN = '零一二三四五六七八九';
const SMALL = ['', '十', '百', '千'];
const LARGE: Readonly<Record<string, number>> = { '': 0, 万: 4, 亿: 8, 万亿: 12 };

/** The power of ten that a written decimal has in its last digit that is not zero. */
function stepOf(digits: string, scale: number): number {
  const [whole = '', decimals = ''] = digits.split('.');
  const power = decimals === '' ? (/0*$/.exec(whole)?.[0].length ?? 0) : -decimals.length;
  return Number(`1e${power + scale}`);
}

/** Up to four digits in characters: 1070 is 一千零七十. */
function section(n: number): string {
  if (n === 0) return '零';
  const digits = [...String(n)].map(Number);
  const words = digits.map((d, i) => (d === 0 ? '零' : HAN[d] + (SMALL[digits.length - 1 - i] ?? '')));
  return words.join('').replace(/零+/g, '零').replace(/零$/, '');
}

/** A whole number below 10^12 in characters, as schools teach it. */
export function inHan(n: number): string {
  if (n < 1e4) return section(n);
  const [unit, word] = n < 1e8 ? [1e4, '万'] : [1e8, '亿'];
  const rest = n % unit;
  const joint = rest > 0 && rest < unit / 10 ? '零' : '';
  return inHan(Math.floor(n / unit)) + word + joint + (rest > 0 ? inHan(rest) : '');
}

const grouped = (digits: string, comma: string): string => digits.replace(/\B(?=(\d{3})+$)/g, comma);
const fullWidth = (text: string): string =>
  text.replace(/[0-9.%]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));

const from = (low: number, high: number): fc.Arbitrary<number> =>
  fc
    .integer({ min: low, max: high })
    .chain((n) => fc.constantFrom(1, 1, 10, 100, 1000).map((r) => Math.max(low, n - (n % r))));

/** 3557, 3,557, 3，557 and any of them in full width. */
const whole = fc
  .tuple(fc.oneof(from(1, 9999), from(1, 9_999_999)), fc.constantFrom('', '', ',', '，'), fc.boolean())
  .map(([n, comma, wide]): Written => {
    const surface = grouped(String(n), comma);
    return { surface: wide ? fullWidth(surface) : surface, value: n, step: stepOf(String(n), 0) };
  });

/** 4090.83, 4090.83万, 1.2万亿. */
const decimal = fc
  .tuple(from(0, 9999), fc.integer({ min: 1, max: 99 }), fc.constantFrom(...Object.keys(LARGE)), fc.boolean())
  .map(([n, part, unit, wide]): Written => {
    const digits = `${n}.${String(part).padStart(2, '0')}`;
    const scale = LARGE[unit] ?? 0;
    const surface = (wide ? fullWidth(digits) : digits) + unit;
    return { surface, value: Number(`${digits}e${scale}`), step: stepOf(digits, scale) };
  });

/** 500万, 3亿. */
const scaled = fc.tuple(from(1, 9999), fc.constantFrom('万', '亿', '万亿')).map(([n, unit]): Written => {
  const scale = LARGE[unit] ?? 0;
  return { surface: `${n}${unit}`, value: Number(`${n}e${scale}`), step: stepOf(String(n), scale) };
});

/** 1亿3000万, 1亿3000万5600, 3万5000: a last part of one digit is another form (3万5). */
const mixed = fc.oneof(
  fc
    .tuple(from(1, 999), from(1, 9999))
    .map(([a, b]) => ({ surface: `${a}亿${b}万`, value: a * 1e8 + b * 1e4, step: stepOf(String(b), 4) })),
  fc
    .tuple(from(1, 9999), from(10, 9999))
    .map(([a, b]) => ({ surface: `${a}万${b}`, value: a * 1e4 + b, step: stepOf(String(b), 0) })),
  fc
    .tuple(from(1, 999), from(1, 9999), from(10, 9999))
    .map(([a, b, c]) => ({ surface: `${a}亿${b}万${c}`, value: a * 1e8 + b * 1e4 + c, step: stepOf(String(c), 0) })),
);

/** 六百六十八, 两千六百, 一亿零三十万; 两 for 二 before 百, 千, 万 and 亿, 十 for 一十 in front, 〇 for 零. */
const hanWhole: fc.Arbitrary<Written> = fc
  .tuple(
    fc.oneof(from(1, 99), from(1, 9999), from(1, 99_999_999), from(1, 999_999_999_999)),
    fc.boolean(),
    fc.boolean(),
  )
  .map(([n, spoken, round]) => {
    const taught = inHan(n).replace(/^一十/, '十');
    const said = spoken
      ? taught.replace(/二(?=[百千万亿])/g, (c, i: number) => (taught[i - 1] === '十' ? c : '两'))
      : taught;
    return { surface: round ? said.replaceAll('零', '〇') : said, value: n, step: stepOf(String(n), 0) };
  });

/** 1亿零300万: where a digit is left out, 零 may say so. */
const gapped = fc.tuple(from(1, 999), from(1, 999), fc.constantFrom('零', '〇')).map(([a, b, zero]): Written => {
  return { surface: `${a}亿${zero}${b}万`, value: a * 1e8 + b * 1e4, step: stepOf(String(b), 4) };
});

/** 一点二亿, 一百零三点五万: without 万 or 亿 only a measure word behind it tells 三点五 from an hour. */
const point = fc
  .tuple(from(0, 9999), fc.stringMatching(/^\d{0,2}[1-9]$/), fc.constantFrom('万', '亿', '万亿'))
  .map(([n, part, unit]): Written => {
    const scale = LARGE[unit] ?? 0;
    const surface = `${inHan(n).replace(/^一十/, '十')}点${[...part].map((d) => HAN[Number(d)]).join('')}${unit}`;
    return { surface, value: Number(`${n}.${part}e${scale}`), step: stepOf(`${n}.${part}`, scale) };
  });

/** Digits, with or without 万 and 亿. */
export const arabic: fc.Arbitrary<Written> = fc.oneof(whole, decimal, scaled, mixed, gapped);

/** Characters. */
export const han: fc.Arbitrary<Written> = fc.oneof(hanWhole, hanWhole, point);

/** To twelve digits: 0.9 and 1.1 are no binary fractions. */
export const plain = (n: unknown): unknown => (typeof n === 'number' ? Number(n.toPrecision(12)) : n);

/**
 * What is found in a sentence where a surface takes the place of #: the words of the article where it stands, value,
 * bounds, approximator and unit, figures to twelve digits.
 */
export function reading<T extends Span & Figure & { readonly unit?: string }>(
  sentence: string,
  surface: string,
  find: (text: Text) => readonly T[],
): unknown[][] {
  const text = readText(lines(sentence.replace('#', () => surface)));
  return find(text).map((n) => {
    const start = text.offsets[n.start] ?? -1;
    const words = text.article.text.slice(start, (text.offsets[n.end - 1] ?? -1) + 1);
    return [words, ...[n.value, n.min, n.max].map(plain), n.approx, n.unit ?? ''];
  });
}
