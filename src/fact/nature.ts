import type { FactRow } from './row.ts';

/** What a figure is in time. Days are `YYYY-MM-DD`, with 00 and 99 for what is open within a year or month. */
export interface Nature {
  /** Figures of one nature can be compared: stocks counted from one start, flows of periods of one length. */
  readonly key: string;
  /** For a stock the time at which it was there, for a flow its period. */
  readonly first: string;
  readonly last: string;
}

const COMPARED: ReadonlySet<string> = new Set(['DEPLOYED', 'FUNDED', 'STAFFED']);

/**
 * Whether a figure is a stock (cumulative, in use; of a rise the new state) or a flow (new; money that words date), and when. Null for
 * what words leave open, for parts, and for outcomes: such figures are compared with no other.
 */
export function natureOf(row: FactRow): Nature | null {
  const { kind, figure, scope, first, last, dated } = row;
  if (!COMPARED.has(kind) || figure === null || first === '') return null;
  if (scope === 'cumulative' || scope === 'in_use') return stock(first, last);
  const isFlow = dated && (scope === 'new' || (kind === 'FUNDED' && scope === null));
  return isFlow ? { key: `flow ${lengthOf(first, last)}`, first, last } : null;
}

/** A total is there when its period ends; one since 2015 is not compared with one since 2017. */
function stock(first: string, last: string): Nature {
  const at = last.replaceAll('-99', '-00');
  return { key: first < at ? `stock since ${first}` : 'stock', first: first < at ? at : first, last };
}

/** How long a period is: whole months where it begins and ends with one, else days. */
function lengthOf(first: string, last: string): string {
  const [year, month, day] = parts(first);
  const [endYear, endMonth, endDay] = parts(last);
  const [from, to] = [Math.max(1, month), Math.min(12, endMonth)];
  if (day <= 1 && endDay >= daysIn(endYear, to)) return `${12 * (endYear - year) + to - from + 1} months`;
  const end = Date.UTC(endYear, to - 1, Math.min(endDay, daysIn(endYear, to)));
  return `${Math.round((end - Date.UTC(year, from - 1, Math.max(1, day))) / 86_400_000) + 1} days`;
}

function parts(day: string): [number, number, number] {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return [year, month, date];
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
