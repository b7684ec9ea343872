import type { Text } from '../text/text.ts';
import { clockEnd, type DateParts, readParts } from './date-read.ts';
import { isPlausible, type LastDate, type Reference, type Resolved, resolve } from './date-resolve.ts';
import { type DateSense, readDateWord } from './date-word.ts';
import type { DateMention } from './mention.ts';
import { Sticky } from './sticky.ts';

const TRIGGERS = new Uint8Array(65536);
for (const c of '0123456789〇○零一二三四五六七八九十两今去前明后本上下当同次翌是该年第全昨日近最连截到至从自目现如迄记发每多数几些历常长这过未接“"') {
  TRIGGERS[c.charCodeAt(0)] = 1;
}
const BEFORE = new Sticky('截自从到至', /截至到?|截止到?|自从|从|自|到|至/y);
const YEAR_RANGE = new Sticky('0123456789', /(\d{4})年?[-—–~～至到]{1,2}(\d{4})年(?:度)?/y);
const TO_NOW = new Sticky('一到至迄以之', /(?:一直)?(?:到|至|迄)(?:今|现在|目前)|以后|之后/y);
const SINCE = new Sticky('以来算开启时起', /以来|来(?=[，、])|(?:算|开始|启动|时)?起(?!步|来|诉|点|草|到)/y);
const UNTIL = new Sticky('之以前', /(?:之|以)?前(?!后|列|期|往|来|进|三|两|五|十|端|\d)/y);
const JOINT = new Sticky('-—–~～至到', /[-—–~～至到]{1,2}/y);
const COMING = /将(?!$)|预计|计划|力争|拟|有望|确保|争取|届时|明年/;
const SENTENCE_END = /[。！？!?；\n]/;

/**
 * Dates and periods of a text in order, without overlap. Years come from the words, from the publication (今年; a
 * month without a year is the latest not after it, unless the clause looks ahead) or from the date named before.
 * A period before a date that lies ahead (年底前) has `to` only, and `year` is then the year of `to`.
 */
export function findDates(text: Text): DateMention[] {
  const reference = referenceOf(text);
  const found: DateMention[] = [];
  let last: Ended | null = null;
  const { chars } = text;
  for (let i = 0; i < chars.length; i++) {
    if (TRIGGERS[chars.charCodeAt(i)] !== 1) continue;
    const read: DateRead | null = readDate(chars, i, reference, last);
    if (read === null) continue;
    found.push({ type: 'date', start: i, end: read.end, surface: chars.slice(i, read.end), ...read.sense });
    if (read.last !== null) last = { ...read.last, anchor: read.last.anchor ?? anchorOf(last), end: read.end };
    i = read.end - 1;
  }
  return found;
}

const accounts = new WeakMap<Text, { readonly year: number | null }>();

/** The year that an article accounts for (关于2013年度…的总结), when it appeared the year after; null for other articles. */
export function accountYear(text: Text): number | null {
  const known = accounts.get(text) ?? { year: findAccountYear(text) };
  accounts.set(text, known);
  return known.year;
}

function findAccountYear(text: Text): number | null {
  const { publishedYear } = text.article;
  const { title, hints, text: whole } = text.article;
  const yearbook = [title ?? '', ...hints.map((h) => whole.slice(h.start, h.end)), ...headLines(text)]
    .map((words) => Number(YEARBOOK.exec(words)?.[1] ?? 0))
    .find((y) => y > 0);
  if (yearbook !== undefined && (publishedYear ?? yearbook) >= yearbook) return yearbook - 1;
  const titles = text.paragraphs.filter((p) => p.role !== 'prose').map((p) => text.chars.slice(p.start, p.end));
  const year = titles.map((t) => Number(ACCOUNT.exec(t)?.[1] ?? 0)).find((y) => y > 0);
  if (year !== undefined && (publishedYear === null || publishedYear === year + 1)) return year;
  return year === undefined || year === publishedYear ? reportedYear(text, titles) : null;
}

/** The lines that a page opens with, where a book names itself. */
const headLines = (text: Text): string[] =>
  text.paragraphs.slice(0, OPENING).map((p) => text.chars.slice(p.start, Math.min(p.end, p.start + 40)));

/** A report of work that says no year in its title and opens with the year before (2014年，全院受理…). */
function reportedYear(text: Text, titles: readonly string[]): number | null {
  const { publishedYear } = text.article;
  if (publishedYear === null || !titles.some((t) => /工作(?:报告|总结|回顾|情况)/u.test(t))) return null;
  const opening = text.sentences
    .filter((s) => text.paragraphs[s.paragraph]?.role === 'prose')
    .slice(0, OPENING)
    .map((s) => Number(/^(?:各位代表：?)?((?:19|20)\d{2})年[，,]/u.exec(text.chars.slice(s.start, s.end))?.[1] ?? 0));
  const early = Number(text.article.publishedOn?.slice(5, 7) ?? LATE) < LATE;
  const looksBack =
    early && titles.some((t) => t.includes('政府工作报告')) && PAST_YEAR.test(text.chars.slice(0, LEAD));
  return opening.includes(publishedYear - 1) || looksBack ? publishedYear - 1 : null;
}

/** 过去的一年，我们…: how a report given early in a year begins its account. */
const PAST_YEAR = /(?:^|[\n。：])(?:(?:过去|刚刚过去)的?一年[，里中]|一年来，)/u;
/** The month from which a report no longer accounts for the year before. */
const LATE = 5;
/** Characters within which a report begins its account. */
const LEAD = 800;

/** Lines within which a book names itself, and sentences within which a report says which year it is of. */
const OPENING = 3;

/** 某县年鉴（2018）, 年鉴2018卷: a yearbook records the year before. */
const YEARBOOK = /年[鉴鑑鑒]》?\s*[（(〔【]?((?:19|20)\d{2})/u;

/** Accounts of a whole year, which appear after it. */
const ACCOUNT =
  /((?:19|20)\d{2})年(?:度|全年)?[^，。：\n]{0,20}(?:决算|预算执行|绩效(?:自评|评价|报告)|总结|小结|述职|工作报告|工作情况|完成情况|统计|回顾|年报|综述)/u;

function referenceOf(text: Text): Reference {
  const { publishedOn, publishedYear } = text.article;
  const account = accountYear(text);
  if (publishedOn === null) {
    const iso = publishedYear === null ? null : String(publishedYear);
    return { year: publishedYear, month: null, day: null, iso, account };
  }
  const [year = 0, month = 0, day = 0] = publishedOn.split('-').map(Number);
  return { year, month, day, iso: publishedOn, account };
}

/** The date before, and where it ends. */
type Ended = LastDate & { readonly end: number };

const anchorOf = (last: Ended | null): LastDate['anchor'] => last?.anchor ?? null;

function nearness(chars: string, last: Ended, at: number): LastDate {
  const between = chars.slice(last.end, Math.min(at, last.end + 400));
  const inParagraph = at - last.end < 400 && !between.includes('\n');
  return { ...last, inParagraph, near: inParagraph && !SENTENCE_END.test(between) };
}

interface DateRead {
  readonly end: number;
  readonly sense: DateSense;
  readonly last: LastDate | null;
}

function readDate(chars: string, at: number, reference: Reference, last: Ended | null): DateRead | null {
  const word = readDateWord(chars, at, reference);
  if (word !== null) return { end: wordEnd(chars, at, word), sense: word.sense, last: null };
  const before = BEFORE.at(chars, at)?.[0] ?? '';
  const years = readYearRange(chars, at + before.length, reference);
  if (years !== null) return years;
  const first = readParts(chars, at + before.length);
  if (first === null || !isDate(first, reference))
    return before === '' ? null : afterPreposition(chars, at, before, reference);
  const future = looksAhead(chars, at, first.end);
  const from = resolve(first, reference, last === null ? null : nearness(chars, last, at), future);
  return rangeRead(chars, first, from, reference) ?? pointRead(chars, before, first, from, reference, future);
}

/** 2010—2012年; the first year may leave out its 年. */
function readYearRange(chars: string, at: number, reference: Reference): DateRead | null {
  const range = YEAR_RANGE.at(chars, at);
  if (range === null || /\d/.test(chars.charAt(at - 1))) return null;
  const [first, second] = [Number(range[1]), Number(range[2])];
  if (!isPlausible(first, reference) || second <= first || second > first + 30) return null;
  const sense: DateSense = { from: String(first), to: String(second), asOf: null, year: first, sense: 'period' };
  return { end: at + range[0].length, sense, last: null };
}

/** 从去年 is read with its preposition; 从昨日 is not a date with one. */
function afterPreposition(chars: string, at: number, before: string, reference: Reference): DateRead | null {
  const word = before === '截至' || before === '截止' ? readDateWord(chars, at + before.length, reference) : null;
  if (word === null || word.sense.to === null) return null;
  const { to } = word.sense;
  return {
    end: at + before.length + word.length,
    sense: { from: null, to: null, asOf: to, year: Number(to.slice(0, 4)), sense: 'as_of' },
    last: null,
  };
}

function wordEnd(chars: string, at: number, word: { length: number; sense: DateSense }): number {
  return word.sense.sense === 'point' ? clockEnd(chars, at + word.length) : at + word.length;
}

function isDate(parts: DateParts, reference: Reference): boolean {
  return parts.year?.of !== 'calendar' || isPlausible(parts.year.value, reference);
}

/** 要求，到9月底覆盖率达到100%: a term that is set, not one that has passed. */
const isTarget = (chars: string, start: number, end: number): boolean =>
  /(?:要求|目标是?|力争)[^。；]{0,4}到$/u.test(
    chars.slice(Math.max(0, start - 10), start).concat(chars[start] === '到' ? '到' : ''),
  ) && !/^[^，。；]{0,12}已/u.test(chars.slice(end, end + 14));

/** Whether the clause speaks of what is to come. */
function looksAhead(chars: string, start: number, end: number): boolean {
  if (UNTIL.at(chars, end) !== null || isTarget(chars, start, end)) return true;
  const before = chars.slice(Math.max(0, start - 12), start);
  const cut = Math.max(before.lastIndexOf('。'), before.lastIndexOf('，'), before.lastIndexOf('；'));
  return COMING.test(before.slice(cut + 1)) || COMING.test(chars.slice(end, end + 6).split(/[，。；]/, 1)[0] ?? '');
}

function lastOf(parts: DateParts, resolved: Resolved): LastDate {
  const { year, month, day } = resolved;
  const anchor = parts.year?.of === 'calendar' ? year : null;
  return { year, month, day, anchor, explicit: parts.year !== null, near: true, inParagraph: true };
}

/** 2010—2012年, 3月至5月, 2016年3月至2017年5月: what the second leaves out, the first gives. */
function rangeRead(chars: string, first: DateParts, from: Resolved, reference: Reference): DateRead | null {
  const joint = JOINT.at(chars, first.end)?.[0];
  if (joint === undefined) return null;
  const second = readParts(chars, first.end + joint.length);
  if (second === null || !isDate(second, reference)) return null;
  const to = resolve(second, reference, lastOf({ ...first, year: { of: 'calendar', value: 0 } }, from), false);
  if (to.to !== null && from.from !== null && to.to < from.from) return null;
  const sense: DateSense = { from: from.from, to: to.to, asOf: null, year: from.year, sense: 'period' };
  return { end: second.end, sense, last: lastOf(second, to) };
}

function pointRead(
  chars: string,
  before: string,
  parts: DateParts,
  date: Resolved,
  reference: Reference,
  future: boolean,
): DateRead {
  const since = SINCE.at(chars, parts.end)?.[0] ?? TO_NOW.at(chars, parts.end)?.[0] ?? '';
  const until = since === '' ? (UNTIL.at(chars, parts.end)?.[0] ?? '') : '';
  const from = before === '从' || before.startsWith('自') || since !== '';
  const sense = from
    ? sinceSense(date)
    : until !== ''
      ? untilSense(date, reference)
      : plainSense(before, parts, date, reference, future);
  const tail = from ? since.length : until.length;
  return { end: parts.end + tail, sense, last: lastOf(parts, date) };
}

function sinceSense(date: Resolved): DateSense {
  return { from: date.from, to: null, asOf: null, year: date.year, sense: 'since' };
}

/** 年底前 lies ahead; 2014年3月以前 does not. */
function untilSense(date: Resolved, reference: Reference): DateSense {
  const ahead = isAhead(date, reference);
  return { from: null, to: date.until, asOf: null, year: date.year, sense: ahead ? 'future' : 'period' };
}

function isAhead(date: Resolved, reference: Reference): boolean {
  if (reference.iso === null) return true;
  if (date.until === null) return false;
  const length = Math.min(date.until.length, reference.iso.length);
  return date.until.slice(0, length) > reference.iso.slice(0, length);
}

function plainSense(
  before: string,
  parts: DateParts,
  date: Resolved,
  reference: Reference,
  future: boolean,
): DateSense {
  const ahead = date.from !== null && reference.iso !== null && isAhead({ ...date, until: date.from }, reference);
  if (before.startsWith('截') || (before !== '' && !ahead && !future))
    return { from: null, to: null, asOf: date.until, year: date.year, sense: 'as_of' };
  const { from, to, year } = date;
  if (ahead || future) return { from, to, asOf: null, year, sense: 'future' };
  const period = from !== to && (parts.days === null || parts.days[0] === parts.days[1] || !parts.atEnd);
  return { from, to, asOf: null, year, sense: period ? 'period' : 'point' };
}
