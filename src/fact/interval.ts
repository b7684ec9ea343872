import type { Approximator } from '../mention/mention.ts';

/** A figure with the interval that its words allow. */
export interface Stated {
  readonly figure: number | null;
  readonly min: number | null;
  readonly max: number | null;
  readonly approx: Approximator;
}

interface Interval {
  readonly low: number;
  readonly high: number;
  /** Whether the end is left out: 余 ends before the next step (6600余万 = [6600万, 6700万)), 近 before its figure. */
  readonly highOpen: boolean;
}

function interval(stated: Stated): Interval {
  const low = stated.min ?? (stated.approx === 'up_to' ? Number.NEGATIVE_INFINITY : (stated.figure ?? Number.NaN));
  const unbounded = stated.approx === 'over' || stated.approx === 'range';
  const high = stated.max ?? (unbounded ? Number.POSITIVE_INFINITY : (stated.figure ?? Number.NaN));
  const highOpen = (stated.approx === 'over' || stated.approx === 'nearly') && high > low;
  return { low, high, highOpen };
}

/** Whether two figures can both be true of one thing; two claims without a figure agree, one with and one without do not. */
export function figuresMeet(a: Stated, b: Stated): boolean {
  if (a.figure === null || b.figure === null) return a.figure === b.figure;
  const x = interval(a);
  const y = interval(b);
  return below(x, y) && below(y, x);
}

function below(x: Interval, y: Interval): boolean {
  return x.low < y.high || (x.low === y.high && !y.highOpen);
}

interface Dated {
  readonly from: string | null;
  readonly to: string | null;
  readonly asOf: string | null;
  readonly year: number | null;
  readonly dateText: string | null;
}

/** First and last day, as comparable strings. */
export interface Period {
  readonly first: string;
  readonly last: string;
}

/**
 * The period of a claim, at the precision stated. An open end reaches its publication; a claim that gives no date
 * holds for the year in which it was published; with neither, always.
 */
export function periodOf(claim: Dated, publishedOn: string | null): Period {
  const stated = claim.dateText === null || claim.year === null ? null : String(claim.year);
  const first = claim.from ?? claim.asOf ?? stated;
  if (first !== null) {
    const last = claim.to ?? claim.asOf ?? first;
    return { first: pad(first, '00'), last: pad([first, last].sort()[1] ?? last, '99') };
  }
  const year = publishedOn?.slice(0, 4) ?? claim.year?.toString();
  return year === undefined ? { first: '', last: '9999' } : { first: pad(year, '00'), last: pad(year, '99') };
}

function pad(date: string, part: string): string {
  return date.length <= 4 ? `${date}-${part}-${part}` : date.length <= 7 ? `${date}-${part}` : date;
}

/** Whether two periods share a day. */
export function periodsOverlap(a: Period, b: Period): boolean {
  return a.first <= b.last && b.first <= a.last;
}
