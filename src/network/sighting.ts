import type { FactRow } from '../fact/row.ts';

/** When a program is seen at a place, and by what. */
export interface Sighting {
  /** The first and last day that the date may mean, `YYYY-MM-DD` with 00 and 99 for what is open; null where nothing dates it. */
  readonly from: string | null;
  readonly to: string | null;
  /** Whether words date the deed, or only its publication is known. */
  readonly basis: 'deed' | 'publication';
  /** The fact whose quote shows it; null where an article only mentions the program. */
  readonly fact: FactRow | null;
  /** An article that shows it: of a fact, the first by id. */
  readonly articleId: string;
}

/** A plan is dated ahead and may come to nothing: only that it was reported is sure. */
const AHEAD: ReadonlySet<string> = new Set(['planned', 'cancelled']);

/** The first day that a fact shows its program: the beginning of its period where words date it, else its first report. */
export function firstDay(fact: FactRow): string | null {
  if (isDeed(fact)) return fact.first;
  return fact.firstReport ?? (fact.dated || fact.first === '' ? null : fact.first);
}

function isDeed({ dated, first, stage }: FactRow): boolean {
  return dated && first !== '' && !AHEAD.has(stage);
}

/** A fact as a sighting. */
export function sightingOf(fact: FactRow): Sighting {
  const from = firstDay(fact);
  const basis = isDeed(fact) ? 'deed' : 'publication';
  return { from, to: from === null ? null : lastDay(from), basis, fact, articleId: fact.articleIds[0] ?? '' };
}

/** The last day that a date with 00 for what is open may mean. */
function lastDay(date: string): string {
  return date.includes('-00') ? date.replaceAll('-00', '-99') : date;
}

/** Whether one comes before another: by the first day it may mean, then by the last, then with a quote, then by id. */
export function isEarlier(a: Sighting, b: Sighting): boolean {
  if (a.from !== b.from) return (a.from ?? '9999') < (b.from ?? '9999');
  if (a.to !== b.to) return (a.to ?? '9999') < (b.to ?? '9999');
  if ((a.fact === null) !== (b.fact === null)) return a.fact !== null;
  return (a.fact?.id ?? a.articleId) < (b.fact?.id ?? b.articleId);
}
