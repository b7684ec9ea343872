import type { DateParts } from './date-read.ts';

/** When the article appeared, as far as it is known. */
export interface Reference {
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number | null;
  /** ISO, at the precision known. */
  readonly iso: string | null;
  /** The year before, where the article accounts for it: that of its months. */
  readonly account: number | null;
}

/** The date named last, on which 当月, 23日 and a month without a year lean. */
export interface LastDate {
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number | null;
  /** The calendar year named last: what 上年 and 年底 lean on in a chronicle, whose own year is not known. */
  readonly anchor: number | null;
  /** Whether it names a calendar year, and stands in the sentence being read. */
  readonly explicit: boolean;
  readonly near: boolean;
  /** Whether it stands in the paragraph being read. */
  readonly inParagraph: boolean;
}

/** A date with its year, month and day, as far as they are known. */
export interface Resolved {
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number | null;
  readonly from: string | null;
  readonly to: string | null;
  /** The last day that it covers at its precision; 年底 and 月底 to the day. */
  readonly until: string | null;
}

/** Years before the reform era and well after publication are no dates of a program. */
export function isPlausible(year: number, reference: Reference): boolean {
  return year >= 1978 && year <= (reference.year ?? 2030) + 6;
}

/** ISO at the precision of what is known; null without a year. */
export function isoDate(year: number | null, month: number | null, day: number | null): string | null {
  if (year === null) return null;
  const two = (n: number): string => String(n).padStart(2, '0');
  if (month === null) return String(year);
  return day === null ? `${year}-${two(month)}` : `${year}-${two(month)}-${two(Math.min(day, daysIn(year, month)))}`;
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** Fills in what the words leave out, from the publication and the date named last. */
export function resolve(parts: DateParts, reference: Reference, last: LastDate | null, future: boolean): Resolved {
  if (parts.monthOpen) return resolveDay(parts, reference, last);
  const year = yearOf(parts, reference, last, future);
  return within(parts, year, parts.months);
}

function within(parts: DateParts, year: number | null, months: readonly [number, number] | null): Resolved {
  const [first, final] = months ?? [null, null];
  const [firstDay, finalDay] = parts.days ?? [null, null];
  const to = isoDate(year, final, finalDay);
  const until = parts.atEnd ? isoDate(year, final ?? 12, finalDay ?? 31) : to;
  return { year, month: final, day: finalDay, from: isoDate(year, first, firstDay), to, until };
}

function yearOf(parts: DateParts, reference: Reference, last: LastDate | null, future: boolean): number | null {
  const { year } = parts;
  if (year?.of === 'calendar') return year.value;
  if (year?.of === 'publication') return reference.year === null ? null : reference.year + year.value;
  const { anchor } = last ?? { anchor: null };
  if (year?.of === 'account') return (reference.year ?? anchor ?? Number.NaN) + year.value || null;
  if (year?.of === 'context')
    return ((reference.year === null ? anchor : last?.year) ?? Number.NaN) + year.value || null;
  if (last !== null && last.year !== null && last.near && last.explicit) return last.year;
  if (reference.account !== null && !future) return reference.account;
  if (reference.year === null) return anchor;
  return !future && isAfter(parts, reference) ? reference.year - 1 : reference.year;
}

/** Whether the month (and day) would lie after publication in the year of publication. */
function isAfter(parts: DateParts, reference: Reference): boolean {
  const month = parts.months?.[0] ?? 0;
  if (reference.month === null || month < reference.month) return false;
  if (month > reference.month) return parts.months?.[0] === parts.months?.[1];
  return reference.day !== null && (parts.days?.[0] ?? 0) > reference.day;
}

/** 当月 and 同月 take the month named last; so does 23日 in its paragraph, else the latest such day before publication. */
function resolveDay(parts: DateParts, reference: Reference, last: LastDate | null): Resolved {
  const leans =
    last !== null &&
    last.month !== null &&
    (last.inParagraph || parts.days === null || parts.days[0] !== parts.days[1]);
  if (leans && last.month !== null) return within(parts, last.year, [last.month, last.month]);
  const { year, month, day } = reference;
  if (year === null || month === null) return within(parts, year, null);
  const before = day !== null && (parts.days?.[0] ?? 0) > day;
  if (!before) return within(parts, year, [month, month]);
  return month === 1 ? within(parts, year - 1, [12, 12]) : within(parts, year, [month - 1, month - 1]);
}
