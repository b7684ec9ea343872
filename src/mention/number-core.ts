import type { Approximator } from './mention.ts';
import { decimalsAt } from './number-point.ts';

const HAN_DIGITS = '零一二三四五六七八九';
const DIGIT = new Map<number, number>([...HAN_DIGITS].map((c, i) => [c.charCodeAt(0), i]));
DIGIT.set(0x3007, 0).set(0x25cb, 0).set(0x4e24, 2);
const SMALL = new Map([
  [0x5341, 10],
  [0x767e, 100],
  [0x5343, 1000],
]);
const LARGE = new Map([
  [0x4e07, 1e4],
  [0x4ebf, 1e8],
]);
const BEFORE_LAI = '个名人台辆家户次件起处所座条分天岁万亿年里米块元位支间公小';
const NOT_BEFORE_SHU = '人总多少户次件个台无倍年岁分';

/** How far a number has been read. `digit` is null when no digit waits for its unit. */
export interface Reading {
  readonly start: number;
  pos: number;
  total: number;
  section: number;
  digit: number | null;
  step: number;
  /** What the upper of two neighbouring digits adds (三四十: 10). */
  spread: number;
  lastUnit: number;
  scale: number;
  approx: Approximator;
  vague: boolean;
  chinese: boolean;
  spelled: boolean;
  bare: boolean;
  closed: boolean;
}

/** Whether a number can begin with this character code. */
export function startsNumber(code: number): boolean {
  if (code < 0x3a) return code >= 0x30;
  return (
    code >= 0x25cb &&
    (DIGIT.has(code) || SMALL.has(code) || LARGE.has(code) || code === 0x6570 || code === 0x51e0 || code === 0x5eff)
  );
}

/** Reads the number that begins at `start`, approximators outside it left out; null when none does. */
export function readCore(chars: string, start: number): Reading | null {
  const r: Reading = {
    start,
    pos: start,
    total: 0,
    section: 0,
    digit: null,
    step: 1,
    spread: 0,
    lastUnit: Number.POSITIVE_INFINITY,
    scale: 1,
    approx: 'exact',
    vague: false,
    chinese: false,
    spelled: false,
    bare: false,
    closed: false,
  };
  while (r.pos < chars.length && !r.closed && take(chars, r)) r.pos++;
  const pending = r.digit;
  if (pending !== null) settle(chars, r, pending);
  return r.pos === start ? null : r;
}

/** A last digit without a unit: 3万5 and 三千五 leave out the next unit; 3万5000 and 一百零五 do not. */
function settle(chars: string, r: Reading, digit: number): void {
  const above = r.lastUnit === Number.POSITIVE_INFINITY ? r.scale : r.lastUnit;
  const short = above >= 100 && digit > 0 && digit < 10 && Number.isInteger(digit) && endsInUnit(chars, r.pos - 2);
  const unit = short && r.approx === 'exact' ? above / 10 : 1;
  r.section += digit * unit;
  r.step *= unit;
  r.spread *= unit;
  r.digit = null;
}

function endsInUnit(chars: string, at: number): boolean {
  const code = chars.charCodeAt(at);
  return SMALL.has(code) || LARGE.has(code);
}

/** Takes the character at `pos`, leaving `pos` on the last one taken; false when it does not belong to the number. */
function take(chars: string, r: Reading): boolean {
  const code = chars.charCodeAt(r.pos);
  if (code >= 0x30 && code <= 0x39) return r.digit === null && takeArabic(chars, r);
  if (DIGIT.has(code)) return r.digit === null && (isJoint(chars, r) || takeHan(chars, r));
  const small = SMALL.get(code);
  if (small !== undefined) return takeSmall(r, small);
  const large = LARGE.get(code);
  if (large !== undefined) return takeLarge(r, large);
  return takeWord(chars, r, chars.charAt(r.pos));
}

/** 1亿零300万: the 零 between a unit and digits. */
function isJoint(chars: string, r: Reading): boolean {
  return r.pos > r.start && endsInUnit(chars, r.pos - 1) && isZeroAt(chars, r.pos) && isDigitAt(chars, r.pos + 1);
}

function isZeroAt(chars: string, at: number): boolean {
  return DIGIT.get(chars.charCodeAt(at)) === 0;
}

function isDigitAt(chars: string, at: number): boolean {
  const code = chars.charCodeAt(at);
  return code >= 0x30 && code <= 0x39;
}

/** 3,557 and 4090.83: commas stand before exactly three digits. */
function takeArabic(chars: string, r: Reading): boolean {
  let end = r.pos;
  let digits = '';
  while (isDigitAt(chars, end)) digits += chars.charAt(end++);
  while (digits.length > 0 && groupAt(chars, end)) {
    digits += chars.slice(end + 1, end + 4);
    end += 4;
  }
  let decimals = 0;
  if (chars.charAt(end) === '.' && isDigitAt(chars, end + 1)) {
    digits += '.';
    for (end++; isDigitAt(chars, end); decimals++) digits += chars.charAt(end++);
  }
  r.digit = Number(digits);
  r.step = decimals > 0 ? 10 ** -decimals : lastStep(r.digit);
  r.pos = end - 1;
  return true;
}

function groupAt(chars: string, at: number): boolean {
  if (chars.charAt(at) !== ',') return false;
  return isDigitAt(chars, at + 1) && isDigitAt(chars, at + 2) && isDigitAt(chars, at + 3) && !isDigitAt(chars, at + 4);
}

function lastStep(value: number): number {
  let step = 1;
  while (value > 0 && value % (step * 10) === 0) step *= 10;
  return step;
}

/** One digit; two that follow each other (三四, 五六) are a range; more are spelled out (二〇〇六). */
function takeHan(chars: string, r: Reading): boolean {
  const digits: number[] = [];
  let end = r.pos;
  for (let d = DIGIT.get(chars.charCodeAt(end)); d !== undefined; d = DIGIT.get(chars.charCodeAt(++end)))
    digits.push(d);
  const started = r.section > 0 || r.total > 0;
  if (started) while (digits.length > 1 && digits[0] === 0) digits.shift();
  const [first = 0, second = 0] = digits;
  r.chinese = true;
  r.pos = end - 1;
  r.step = 1;
  r.digit = digits.length === 1 ? first : Number(digits.join(''));
  if (digits.length === 2 && first > 0 && second > first && second - first <= 2) {
    r.digit = first;
    r.spread = second - first;
  } else if (digits.length > 1) r.spelled = r.closed = true;
  return true;
}

function takeSmall(r: Reading, unit: number): boolean {
  if (unit >= r.lastUnit || (r.digit === null && r.section + r.total > 0)) return false;
  r.bare ||= r.digit === null && unit > 10;
  r.chinese ||= r.digit === null;
  r.section += (r.digit ?? 1) * unit;
  r.step = (r.digit === null ? 1 : r.step) * unit;
  r.spread *= unit;
  r.digit = null;
  r.lastUnit = unit;
  return true;
}

function takeLarge(r: Reading, unit: number): boolean {
  const stated = r.digit !== null || r.section > 0;
  if (!stated && r.total > 0 && unit <= r.scale) return false;
  if (r.total > 0 && stated && unit >= r.scale && r.scale > 1) return false;
  r.bare ||= !stated && r.total === 0;
  const value = r.section + (r.digit ?? 0);
  if (unit === 1e8) r.total = (r.total + (stated || r.total > 0 ? value : 1)) * unit;
  else r.total += (stated ? value : 1) * unit;
  r.step = stated || r.scale > 1 ? r.step * unit : unit;
  r.spread *= unit;
  r.section = 0;
  r.digit = null;
  r.lastUnit = Number.POSITIVE_INFINITY;
  r.scale = unit;
  return true;
}

/** The words inside a number: 余, 多, 几 and 来 after digits, 数 and 几 before a unit, 廿. */
function takeWord(chars: string, r: Reading, word: string): boolean {
  const begun = r.digit !== null || r.section > 0 || r.total > 0;
  const next = chars.charCodeAt(r.pos + 1);
  if (word === '点' && begun) return takePoint(chars, r);
  if (word === '余' || (word === '多' && begun) || (word === '几' && (r.section > 0 || isRoundTen(r.digit)))) {
    if (!begun || r.approx !== 'exact') return false;
    r.approx = 'over';
    if (word === '几' && (SMALL.get(next) ?? r.lastUnit) < r.lastUnit) r.pos++;
    r.closed = !LARGE.has(chars.charCodeAt(r.pos + 1));
    return true;
  }
  if (word === '来' && begun && BEFORE_LAI.includes(chars.charAt(r.pos + 1))) {
    r.approx = 'about';
    r.closed = !LARGE.has(next);
    return true;
  }
  return !begun && takeLead(chars, r, word, next);
}

/** 九十八点五, 十二点五万. */
function takePoint(chars: string, r: Reading): boolean {
  const plain = r.chinese && !r.bare && !r.closed && r.total === 0 && r.spread === 0 && r.approx === 'exact';
  const decimals = plain ? decimalsAt(chars, r.start, r.pos) : '';
  if (decimals === '') return false;
  r.digit = Number(`${r.digit ?? 0}.${decimals}`);
  r.step = 10 ** -decimals.length;
  r.pos += decimals.length;
  return true;
}

function isRoundTen(digit: number | null): boolean {
  return digit !== null && digit >= 10 && digit % 10 === 0;
}

function takeLead(chars: string, r: Reading, word: string, next: number): boolean {
  if (word === '廿') {
    r.section = 20;
    r.step = r.lastUnit = 10;
    r.chinese = true;
    return true;
  }
  if ((word !== '数' && word !== '几') || !(SMALL.has(next) || LARGE.has(next))) return false;
  if (word === '数' && r.pos > 0 && NOT_BEFORE_SHU.includes(chars.charAt(r.pos - 1))) return false;
  if (chars.startsWith('分之', r.pos + 2)) return false;
  r.digit = 1;
  r.vague = r.chinese = true;
  return true;
}
