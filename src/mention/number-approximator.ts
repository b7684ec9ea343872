import type { Span } from '../article/article.ts';
import type { Approximator, Figure } from './mention.ts';

type Word = readonly [word: string, approx: Approximator, notAfter: string];

/** Longest first; a one-character word is not an approximator when it ends one of the words that `notAfter` begins. */
const BEFORE: readonly Word[] = [
  ['不少于', 'over', ''],
  ['不低于', 'over', ''],
  ['不超过', 'up_to', ''],
  ['不高于', 'up_to', ''],
  ['不多于', 'up_to', ''],
  ['差不多', 'about', ''],
  ['至少', 'over', ''],
  ['超过', 'over', ''],
  ['突破', 'over', ''],
  ['超出', 'over', ''],
  ['将近', 'nearly', ''],
  ['接近', 'nearly', ''],
  ['大约', 'about', ''],
  ['大概', 'about', ''],
  ['约为', 'about', ''],
  ['不足', 'up_to', ''],
  ['不到', 'up_to', '达看'],
  ['至多', 'up_to', ''],
  ['最多', 'up_to', ''],
  ['逾', 'over', ''],
  ['超', 'over', '赶反'],
  ['近', 'nearly', '最附临邻靠贴亲'],
  ['约', 'about', '节条公制预签合违相邀履集'],
];

/** 上 and 过 mean more than only before 百, 千, 万, 亿 and tenths. */
const BEFORE_ROUND: readonly Word[] = [
  ['上', 'over', '以'],
  ['过', 'over', '通经不'],
];

const AFTER: readonly (readonly [string, Approximator])[] = [
  ['及以上', 'over'],
  ['以上', 'over'],
  ['有余', 'over'],
  ['开外', 'over'],
  ['左右', 'about'],
  ['上下', 'about'],
  ['及以下', 'up_to'],
  ['以下', 'up_to'],
  ['以内', 'up_to'],
  ['之内', 'up_to'],
  ['之多', 'exact'],
];

const WORDS_BEFORE = byLast(BEFORE);
const WORDS_BEFORE_ROUND = byLast(BEFORE_ROUND);

function byLast(words: readonly Word[]): ReadonlyMap<string, readonly Word[]> {
  const index = new Map<string, Word[]>();
  for (const word of words) {
    const last = word[0].slice(-1);
    index.set(last, [...(index.get(last) ?? []), word]);
  }
  return index;
}

/** Sums of decimal parts, without the noise of binary fractions. */
export function round(value: number): number {
  return Number.isSafeInteger(value) ? value : Number(value.toPrecision(14));
}

/** The interval of a stated value: 近 [0.9x, x], 约 ±10 %, 超过 and 以上 without an upper end, 不超过 from 0. */
export function bounds(value: number, approx: Approximator): Figure {
  const near = (factor: number): number => round(value * factor);
  if (approx === 'over') return { value, min: value, max: null, approx };
  if (approx === 'nearly') return { value, min: near(0.9), max: value, approx };
  if (approx === 'about') return { value, min: near(0.9), max: near(1.1), approx };
  if (approx === 'up_to') return { value, min: 0, max: value, approx };
  return { value, min: value, max: value, approx };
}

/** A figure with the approximator that stands right before its digits; 余 and 多 inside the number win over it. */
export function withApproximators(chars: string, digits: Span, figure: Figure): Span & Figure {
  const word = wordBefore(chars, digits.start);
  const { value, min, max, approx } = word === null ? figure : approximated(figure, word[1]);
  return { start: digits.start - (word?.[0].length ?? 0), end: digits.end, value, min, max, approx };
}

/** A figure with the approximator that follows its unit (300元以上, 20个左右); `end` is where the unit ends. */
export function withTail<T extends Span & Figure>(chars: string, read: T, end: number): T {
  for (const [word, approx] of AFTER) {
    if (chars.startsWith(word, end)) return { ...read, ...approximated(read, approx), end: end + word.length };
  }
  return { ...read, end };
}

function approximated(figure: Figure, approx: Approximator): Figure {
  const { value, min, max } = figure;
  if (figure.approx !== 'exact' || approx === 'exact') return { value, min, max, approx: figure.approx };
  return bounds(value, approx);
}

function wordBefore(chars: string, at: number): Word | null {
  if (at === 0) return null;
  return (
    lookUp(WORDS_BEFORE, chars, at) ??
    ('百千万亿九八七六'.includes(chars.charAt(at)) ? lookUp(WORDS_BEFORE_ROUND, chars, at) : null)
  );
}

function lookUp(words: ReadonlyMap<string, readonly Word[]>, chars: string, at: number): Word | null {
  for (const word of words.get(chars.charAt(at - 1)) ?? []) {
    const start = at - word[0].length;
    if (start < 0 || !chars.startsWith(word[0], start)) continue;
    return start > 0 && word[2].includes(chars.charAt(start - 1)) ? null : word;
  }
  return null;
}
