/** A date as a page states it: to the day (`iso`), or only its month or year. */
export interface StatedDate {
  readonly iso: string | null;
  readonly year: number;
  readonly month: number | null;
  /** Offset in the text searched, and the end of the date. */
  readonly index: number;
  readonly end: number;
}

const ARABIC = /(?<!\d)((?:19|20)\d{2})\s?(?:([-/.年])\s?(\d{1,2})(?!\d)(?:\s?([-/.月])\s?(\d{1,2})(?!\d))?|年)/g;
const HAN =
  /(?<![一二三四五六七八九])([一二][〇○零O0九][〇○零O0一二三四五六七八九]{2})年(?:([一二三四五六七八九十]{1,2})月(?:([一二三四五六七八九十]{1,3})日)?)?/g;
/** 08.01.2015 and 1/8/2015: the day leads before dots; before strokes only a number above 12 tells which is which. */
const YEAR_LAST = /(?<![\d./-])(\d{1,2})([/.])(\d{1,2})\2((?:19|20)\d{2})(?![\d./-])/g;
/** 13-05-06: a year of two digits, only where month and day have two as well. */
const SHORT = /(?<![\d./-])([012]\d)([-/.])([01]\d)\2([0-3]\d)(?![\d./-])/g;
/** What every date above has: nearly all lines of a page have neither. */
const HAS_YEAR = /\d\d|年/;
const DIGITS = '〇一二三四五六七八九';

function hanNumber(s: string): number {
  const flat = s.replace(/[○零O0]/g, '〇');
  if (!flat.includes('十')) return [...flat].reduce((n, c) => n * 10 + DIGITS.indexOf(c), 0);
  const [tens = '', ones = ''] = flat.split('十');
  return (tens === '' ? 1 : DIGITS.indexOf(tens)) * 10 + (ones === '' ? 0 : DIGITS.indexOf(ones));
}

/** The ISO form of a real calendar date between 1995 and 2035, else null. */
export function isoDate(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (year < 1995 || year > 2035 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return date.toISOString().slice(0, 10);
}

function stated(year: number, month: number | null, day: number | null, index: number, end: number): StatedDate[] {
  if (year < 1995 || year > 2035) return [];
  const realMonth = month !== null && month >= 1 && month <= 12 ? month : null;
  const iso = realMonth !== null && day !== null ? isoDate(year, realMonth, day) : null;
  return [{ iso, year, month: realMonth, index, end }];
}

const numberOr = (s: string | undefined): number | null => (s === undefined ? null : Number(s));

/** The dates with a year in folded text, in order. */
export function datesIn(folded: string): StatedDate[] {
  if (!HAS_YEAR.test(folded)) return [];
  const found: StatedDate[] = [];
  for (const m of folded.matchAll(ARABIC)) {
    found.push(...stated(Number(m[1]), numberOr(m[3]), numberOr(m[5]), m.index, m.index + m[0].length));
  }
  for (const m of folded.matchAll(YEAR_LAST)) found.push(...yearLast(m));
  for (const m of folded.matchAll(SHORT)) {
    const day = stated(2000 + Number(m[1]), Number(m[3]), Number(m[4]), m.index, m.index + m[0].length);
    found.push(...day.filter((d) => d.iso !== null));
  }
  for (const m of folded.matchAll(HAN)) {
    const [month, day] = [m[2], m[3]].map((s) => (s === undefined ? null : hanNumber(s)));
    found.push(...stated(hanNumber(m[1] ?? ''), month ?? null, day ?? null, m.index, m.index + m[0].length));
  }
  return found.sort((a, b) => a.index - b.index);
}

function yearLast(m: RegExpExecArray): StatedDate[] {
  const [first, second] = [Number(m[1]), Number(m[3])];
  const [index, end] = [m.index, m.index + m[0].length];
  if (m[2] === '/' && first <= 12 && second <= 12 && first !== second)
    return stated(Number(m[4]), null, null, index, end);
  return second > 12
    ? stated(Number(m[4]), first, second, index, end)
    : stated(Number(m[4]), second, first, index, end);
}

const URL_DATE = /[/_\-t=](20\d{2})[-_/]?(0[1-9]|1[0-2])(?:[-_/]?(0[1-9]|[12]\d|3[01])(?!\d))?(?=[-_/.?&]|\d{2}\/|$)/;

/** The date that news sites put into an address (…/201712/…, /2017-12/27/, t20171227_1.html). */
export function dateInUrl(url: string): StatedDate | null {
  const m = URL_DATE.exec(url);
  if (m === null) return null;
  return stated(Number(m[1]), Number(m[2]), numberOr(m[3]), m.index, m.index + m[0].length)[0] ?? null;
}

const DATELINE = /^.{0,24}?(?:((?:19|20)\d{2})年)?(\d{1,2})月(\d{1,2})日(?:[\s(][^，。]{0,16})?(?:讯|电|消息|报道)/;

/** Month and day, and the year where it says one, of a dateline (…12月27日讯, …3月1日电) at the start of folded text. */
export function datelineDay(folded: string): { year: number | null; month: number; day: number } | null {
  const m = DATELINE.exec(folded);
  return m === null ? null : { year: numberOr(m[1]), month: Number(m[2]), day: Number(m[3]) };
}

/**
 * The day that a machine-readable field tells: ISO 8601 (an instant is read in Beijing time), 20171227, an epoch in
 * seconds or milliseconds, or a date in words.
 */
export function dateFromField(value: unknown): StatedDate | null {
  const text = String(value ?? '').trim();
  if (/^\d{10}$|^\d{13}$/.test(text)) return inBeijing(Number(text) * (text.length === 10 ? 1000 : 1));
  if (/^\d{4}-\d\d-\d\dT.*(?:Z|[+-]\d\d:?\d\d)$/.test(text)) return inBeijing(Date.parse(text));
  const compact = /^((?:19|20)\d\d)(\d\d)(\d\d)(?!\d)/.exec(text);
  if (compact !== null) return stated(Number(compact[1]), Number(compact[2]), Number(compact[3]), 0, 8)[0] ?? null;
  const year = /^((?:19|20)\d\d)$/.exec(text);
  return year === null ? (datesIn(text)[0] ?? null) : (stated(Number(year[1]), null, null, 0, 4)[0] ?? null);
}

const BEIJING = 8 * 3600 * 1000;

function inBeijing(instant: number): StatedDate | null {
  if (!Number.isFinite(instant) || Math.abs(instant) > 8e15 - BEIJING) return null;
  const day = new Date(instant + BEIJING);
  return stated(day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate(), 0, 0)[0] ?? null;
}
