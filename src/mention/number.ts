import type { Span } from '../article/article.ts';
import type { Figure } from './mention.ts';
import { bounds, round, withApproximators } from './number-approximator.ts';
import { type Reading, readCore, startsNumber } from './number-core.ts';

/**
 * A number as written, with the approximators beside it. Bounds: 余, 多 and 几 end before the next step of the last
 * stated digit (`max` is that exclusive end: 500余万 is [5000000, 6000000)); 数十 and 几百 are `about` with the power
 * of ten as value and [value, 10 × value); see number-approximator.ts for the words before and after.
 */
export interface NumberRead extends Span, Figure {
  /** Where the digits begin and end, approximators left out. */
  readonly digits: Span;
  /** Whether it is written in characters (六百六十八) rather than digits. */
  readonly chinese: boolean;
  /** Whether it is a bare string of digits in characters (二〇〇六). */
  readonly spelled: boolean;
  /** The multiplier that it ends in: 1e4 for 万, 1e8 for 亿, else 1. */
  readonly scale: number;
  /** `%` or `‰` when it is written 百分之 or 千分之, else ''. */
  readonly unit: string;
}

const SIGNS = '—–-~～至到';

/** Every number of `chars` in order, ranges (30—50万) and percentages in words joined. */
export function findNumbers(chars: string): NumberRead[] {
  const found: NumberRead[] = [];
  let last: NumberRead | null = null;
  for (let i = 0; i < chars.length; i++) {
    if (!startsNumber(chars.charCodeAt(i))) continue;
    const read = readNumber(chars, i);
    if (read === null) continue;
    if (read.value >= 0) found.push(read);
    last = read;
    i = last.end - 1;
  }
  return found;
}

function readNumber(chars: string, start: number): NumberRead | null {
  const unit = chars.startsWith('百分之', start) ? '%' : chars.startsWith('千分之', start) ? '‰' : '';
  const first = readCore(chars, unit === '' ? start : start + 3);
  if (first === null) return null;
  if (chars.startsWith('分之', first.pos)) return fraction(chars, start, first.pos + 2);
  const second = rangeEnd(chars, start, first);
  const figure = second === null ? figureOf(first) : rangeOf(first, second);
  const core = second ?? first;
  const digits = { start, end: core.pos };
  const words = withApproximators(chars, digits, figure);
  if (first.bare && words.approx === 'exact' && unit === '' && !isRound(chars, first)) return null;
  const { start: from, end, value, min, max, approx } = words;
  const { chinese, spelled, scale } = core;
  return { start: from, end, digits, value, min, max, approx, chinese, spelled, scale, unit };
}

/** 百万, 千万 and 百亿 are numbers of their own; a lone 百, 千 or 万 (百姓, 千家万户) needs an approximator beside it. */
function isRound(chars: string, core: Reading): boolean {
  return core.scale > 1 && core.total > core.scale && chars.charAt(core.pos) === '元';
}

/** 三分之二 is no figure that can be added or compared: it is passed over (value -1). */
function fraction(chars: string, start: number, after: number): NumberRead {
  const end = readCore(chars, after)?.pos ?? after;
  const span = { start, end };
  return {
    ...span,
    digits: span,
    value: -1,
    min: -1,
    max: -1,
    approx: 'exact',
    chinese: true,
    spelled: false,
    scale: 1,
    unit: '',
  };
}

/** The upper end of a range (30—50万, 5至10), when one stands right behind the lower end. */
function rangeEnd(chars: string, start: number, first: Reading): Reading | null {
  const sign = chars.charAt(first.pos);
  if (sign === '' || !SIGNS.includes(sign) || first.approx !== 'exact' || first.bare) return null;
  if (sign === '到' && /[从由自]$/.test(chars.slice(Math.max(0, start - 1), start))) return null;
  const at = first.pos + (chars.charAt(first.pos + 1) === sign ? 2 : 1);
  if (!startsNumber(chars.charCodeAt(at))) return null;
  const second = readCore(chars, chars.startsWith('百分之', at) ? at + 3 : at);
  if (second === null || second.bare) return null;
  return lowerEnd(first, second) < statedValue(second) ? second : null;
}

/** 30—50万 is 300000 to 500000, 5000至1万 is 5000 to 10000. */
function lowerEnd(first: Reading, second: Reading): number {
  const low = statedValue(first);
  const scaled = round(low * second.scale);
  return first.scale === 1 && scaled < statedValue(second) ? scaled : low;
}

function rangeOf(first: Reading, second: Reading): Figure {
  const low = lowerEnd(first, second);
  const { max } = figureOf(second);
  return { value: low, min: low, max, approx: 'range' };
}

function statedValue(r: Reading): number {
  return round(r.total + r.section);
}

function figureOf(r: Reading): Figure {
  const value = statedValue(r);
  if (r.vague) return { value, min: value, max: value * 10, approx: 'about' };
  if (r.approx === 'over') return { value, min: value, max: round(value + r.step), approx: 'over' };
  if (r.approx === 'about') return bounds(value, 'about');
  if (r.spread > 0) return { value, min: value, max: value + r.spread, approx: 'range' };
  return bounds(value, 'exact');
}

/** Two exact figures of one unit that a range sign joins (30万元至50万元, 5%—10%) are one range. */
export function joinRanges<T extends Span & Figure & { readonly surface: string }>(
  chars: string,
  found: readonly T[],
  alike: (low: T, high: T) => boolean,
): T[] {
  const joined: T[] = [];
  for (const high of found) {
    const low = joined.at(-1);
    if (low === undefined || !isRange(chars, low, high) || !alike(low, high)) joined.push(high);
    else joined[joined.length - 1] = rangeFrom(chars, low, high);
  }
  return joined;
}

function isRange(chars: string, low: Span & Figure, high: Span & Figure): boolean {
  const gap = high.start - low.end;
  if (gap < 1 || gap > 2 || low.approx !== 'exact' || high.value <= low.value) return false;
  for (let i = low.end; i < high.start; i++) if (!SIGNS.includes(chars.charAt(i))) return false;
  return chars.charAt(low.end) !== '到' || !'从由自'.includes(chars.charAt(low.start - 1) || ' ');
}

function rangeFrom<T extends Span & Figure>(chars: string, low: T, high: T): T {
  const surface = chars.slice(low.start, high.end);
  return { ...low, end: high.end, surface, max: high.max, approx: 'range' };
}
