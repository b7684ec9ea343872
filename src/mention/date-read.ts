import type { Span } from '../article/article.ts';
import { Sticky } from './sticky.ts';

/** What a year word refers to: a calendar year, the year of publication (今年, 去年), the year that the text accounts for (本年, 上年) or the year named last (当年, 次年). */
export interface YearWord {
  readonly of: 'calendar' | 'publication' | 'account' | 'context';
  /** The year itself, or years to add. */
  readonly value: number;
}

/** A date as written, before its year is known. Ranges are inclusive; a single month or day is a range of one. */
export interface DateParts extends Span {
  readonly year: YearWord | null;
  readonly months: readonly [number, number] | null;
  readonly days: readonly [number, number] | null;
  /** Whether it names the end of its year or month (年底, 月底): a figure as of then holds to its last day. */
  readonly atEnd: boolean;
  /** Whether the month is named only by 当月 or 同月, or left out (23日). */
  readonly monthOpen: boolean;
}

const HAN = '〇一二三四五六七八九';
const YEAR = new Sticky('0123456789〇○零一二三四五六七八九', /(\d{4}|[〇○零一二三四五六七八九]{4})年(?:度(?!假))?/y);
const SHORT_YEAR = new Sticky('012', /(0\d|1\d|2\d)年(?=\d{1,2}月)/y);
const YEAR_WORD = new Sticky(
  '今去前明后本上当同次翌该是',
  /(?:[今去前明后本上当同次翌该]|(?<=^|[，。；】）\n])是)年(?:度(?!假))?/y,
);
const YEAR_OFFSET: Record<string, number> = { 今: 0, 本: 0, 去: -1, 上: -1, 前: -2, 明: 1, 后: 2 };
const CONTEXT_OFFSET: Record<string, number> = { 当: 0, 同: 0, 是: 0, 该: 0, 次: 1, 翌: 1 };
/** 目前年均, 说明年底, 晚上年轻: the first character belongs to the word before. */
const NOT_BEFORE_YEAR_WORD = /[目以此之日当提空说证声表往晚早马历]/;
const NOT_AFTER_YEAR_WORD = /[纪轻龄均检货味迈老级薪少]/;
const MONTH = new Sticky('0123456789一二三四五六七八九十', /(1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月(?:份)?/y);
const MONTH_RANGE = new Sticky(
  '0123456789一二三四五六七八九十',
  /(1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])(?:月份?)?[-—–~～至到]{1,2}(1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月(?:份)?(?!\d)/y,
);
const DAY = new Sticky(
  '0123456789一二三四五六七八九十',
  /(3[01]|[12]\d|0?[1-9]|三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九])[日号](?![常均报内夜])/y,
);
const DAY_RANGE = new Sticky('0123456789', /(3[01]|[12]\d|0?[1-9])日?[-—–~～至到]{1,2}(3[01]|[12]\d|0?[1-9])[日号]/y);
const NUMERIC = new Sticky('0123456789', /(\d{4})([-./])(1[0-2]|0?[1-9])\2(3[01]|[12]\d|0?[1-9])(?!\d)/y);
const YEAR_PART = new Sticky(
  '年初底末终中第一二三四1234上下全前',
  /年?(初|底|末|终|中)(?!期|国|心|央|共|华|学|小|等|级|端|止|于|步|衷|结)|第?([一二三四1-4])季度|(上|下)半年|全年|前([二三两23])个?季度|前(1[012]|[2-9]|[二三两四五六七八九十])个月/y,
);
const MONTH_PART = new Sticky('初上中下底末', /(初|上旬|中旬|下旬|底|末)(?!期|步)/y);
const CLOCK =
  /(?:凌晨|清晨|早晨|早上|上午|中午|下午|傍晚|晚上|晚间|夜间|深夜|午夜|晚(?!会|饭|报|点))?(?:\d{1,2}[时点:：](?:\d{1,2}分?)?许?)?/y;
const YEAR_PARTS: Record<string, readonly [number, number]> = {
  初: [1, 3],
  中: [6, 7],
  底: [12, 12],
  末: [12, 12],
  终: [12, 12],
  上: [1, 6],
  下: [7, 12],
};
const MONTH_PARTS: Record<string, readonly [number, number]> = {
  初: [1, 10],
  上旬: [1, 10],
  中旬: [11, 20],
  下旬: [21, 31],
  底: [21, 31],
  末: [21, 31],
};
const QUARTERS = '一二三四';

/** A year, month, day or part of one at `start`, with its hour; null when none stands there. */
export function readParts(chars: string, start: number): DateParts | null {
  if (/\d/.test(chars.charAt(start - 1)) && /\d/.test(chars.charAt(start))) return null;
  const numeric = NUMERIC.at(chars, start);
  if (numeric !== null) return fromNumeric(chars, start, numeric);
  const year = readYear(chars, start);
  const at = year?.end ?? start;
  return readInYear(chars, start, at, year?.word ?? null);
}

function fromNumeric(chars: string, start: number, match: RegExpExecArray): DateParts {
  const [whole, year = '', , month = '', day = ''] = match;
  const end = clockEnd(chars, start + whole.length);
  return {
    start,
    end,
    year: { of: 'calendar', value: Number(year) },
    months: one(Number(month)),
    days: one(Number(day)),
    atEnd: false,
    monthOpen: false,
  };
}

function readYear(chars: string, start: number): { word: YearWord; end: number } | null {
  const digits = YEAR.at(chars, start);
  if (digits !== null)
    return { word: { of: 'calendar', value: digitsOf(digits[1] ?? '') }, end: start + digits[0].length };
  const short = SHORT_YEAR.at(chars, start);
  if (short !== null) return { word: { of: 'calendar', value: 2000 + Number(short[1]) }, end: start + short[0].length };
  const word = YEAR_WORD.at(chars, start);
  if (word === null || NOT_BEFORE_YEAR_WORD.test(chars.charAt(start - 1))) return null;
  const end = start + word[0].length;
  if (NOT_AFTER_YEAR_WORD.test(chars.charAt(end))) return null;
  const first = chars.charAt(start);
  const context = CONTEXT_OFFSET[first];
  if (context !== undefined) return { word: { of: 'context', value: context }, end };
  const of = first === '上' || first === '本' ? 'account' : 'publication';
  return { word: { of, value: YEAR_OFFSET[first] ?? 0 }, end };
}

function digitsOf(written: string): number {
  const digits = [...written].map((c) => ('零○'.includes(c) ? 0 : HAN.includes(c) ? HAN.indexOf(c) : Number(c)));
  return Number(digits.join(''));
}

/** What follows the year: a month, a part of the year, or nothing; without a year, a month, a day or a part of this year. */
function readInYear(chars: string, start: number, at: number, year: YearWord | null): DateParts | null {
  const whole = { start, year, monthOpen: false, atEnd: false };
  const range = MONTH_RANGE.at(chars, at);
  if (range !== null && hanNumber(range[1]) < hanNumber(range[2])) {
    return { ...whole, end: at + range[0].length, months: [hanNumber(range[1]), hanNumber(range[2])], days: null };
  }
  const month = MONTH.at(chars, at);
  if (month !== null && !'个每满半整数几'.includes(chars.charAt(at - 1) || ' ')) {
    return readInMonth(chars, at + month[0].length, { ...whole, months: one(hanNumber(month[1])) });
  }
  const thatMonth = chars.startsWith('当月', at) || chars.startsWith('同月', at);
  if (thatMonth) return readInMonth(chars, at + 2, { ...whole, months: null, monthOpen: true });
  const part = readYearPart(chars, at, year);
  if (part !== null) return { ...whole, ...part, days: null };
  if (year !== null) return { ...whole, end: at, months: null, days: null };
  return /\d/.test(chars.charAt(at)) ? readDay(chars, at) : null;
}

type Started = Pick<DateParts, 'start' | 'year' | 'months' | 'monthOpen' | 'atEnd'>;

function readInMonth(chars: string, at: number, started: Started): DateParts {
  const range = DAY_RANGE.at(chars, at);
  if (range !== null && Number(range[1]) < Number(range[2])) {
    return { ...started, end: at + range[0].length, days: [Number(range[1]), Number(range[2])] };
  }
  const day = DAY.at(chars, at);
  if (day !== null) return { ...started, end: clockEnd(chars, at + day[0].length), days: one(hanNumber(day[1])) };
  const part = MONTH_PART.at(chars, at)?.[1];
  if (part === undefined) return { ...started, end: at, days: null };
  return { ...started, end: at + part.length, days: MONTH_PARTS[part] ?? null, atEnd: part === '底' || part === '末' };
}

/** 年初, 上半年, 第三季度; without a year only where 年 is written (年底) or the part is a season of the year. */
function readYearPart(
  chars: string,
  at: number,
  year: YearWord | null,
): Pick<DateParts, 'end' | 'months' | 'atEnd'> | null {
  const match = YEAR_PART.at(chars, at);
  if (match === null) return null;
  const [whole, point, quarter, half, quarters, months] = match;
  const end = at + whole.length;
  const first = quarters === undefined ? countOf(months) : countOf(quarters) * 3;
  if (first > 0) return year === null && quarters === undefined ? null : { end, months: [1, first], atEnd: true };
  if (point !== undefined) {
    if (
      year === null &&
      (whole.length < 2 || /[\d一二三四五六七八九十百千两几多每往当历常整全同中青少成老]/.test(chars.charAt(at - 1)))
    )
      return null;
    return { end, months: YEAR_PARTS[point] ?? null, atEnd: YEAR_PARTS[point]?.[0] === 12 };
  }
  if (quarter === undefined)
    return half === undefined ? wholeYear(end, year) : { end, months: YEAR_PARTS[half] ?? null, atEnd: true };
  const n = QUARTERS.includes(quarter) ? QUARTERS.indexOf(quarter) : Number(quarter) - 1;
  return { end, months: [n * 3 + 1, n * 3 + 3], atEnd: true };
}

function countOf(written: string | undefined): number {
  return written === undefined ? 0 : written === '两' ? 2 : hanNumber(written);
}

function wholeYear(end: number, year: YearWord | null): Pick<DateParts, 'end' | 'months' | 'atEnd'> | null {
  return year === null ? null : { end, months: null, atEnd: false };
}

/** 23日 with no month before it. */
function readDay(chars: string, at: number): DateParts | null {
  const day = DAY.at(chars, at);
  if (day === null || !day[0].endsWith('日') || '时期共长每近达前后满约'.includes(chars.charAt(at - 1) || ' '))
    return null;
  const end = clockEnd(chars, at + day[0].length);
  return { start: at, end, year: null, months: null, days: one(Number(day[1])), atEnd: false, monthOpen: true };
}

/** The end of an hour or time of day that follows a day. */
export function clockEnd(chars: string, at: number): number {
  const from = chars.charAt(at) === ' ' ? at + 1 : at;
  CLOCK.lastIndex = from;
  const clock = CLOCK.exec(chars)?.[0] ?? '';
  return clock === '' ? at : from + clock.length;
}

function hanNumber(written: string | undefined): number {
  const text = written ?? '';
  if (/^\d/.test(text)) return Number(text);
  const [tens, ones] = text.includes('十') ? text.split('十') : ['0', text];
  const digit = (c: string | undefined, none: number): number =>
    c === undefined || c === '' ? none : c === '0' ? 0 : HAN.indexOf(c);
  return digit(tens, 1) * 10 + digit(ones, 0);
}

function one(value: number): readonly [number, number] {
  return [value, value];
}
