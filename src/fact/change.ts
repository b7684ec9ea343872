import { type BoundaryChange, boundaryChanges } from './boundary.ts';
import { figuresMeet, type Stated } from './interval.ts';
import { territory } from './place-tree.ts';
import type { FactRow } from './row.ts';

/** What is to be known of a change: the territory changed, other sources deny a figure, the figures may be the same. */
export type ChangeFlag = 'boundary' | 'disputed' | 'approximate';

/** What lies between two figures, as far as their words tell; null is open. */
export interface Between {
  readonly figure: number | null;
  readonly min: number | null;
  readonly max: number | null;
}

/** How a figure differs from the one before it in its series. */
export interface Change {
  /** Id of that one. */
  readonly from: string;
  readonly difference: Between;
  /** The figure by the one before it. */
  readonly ratio: Between;
  /** Null where the figures may be the same. */
  readonly direction: 'up' | 'down' | 'same' | null;
  readonly flags: readonly ChangeFlag[];
  readonly boundaries: readonly BoundaryChange[];
}

/** What a series says of one time: several facts where their periods overlap. */
export interface Moment {
  /** The one with the most sources, then the earliest reported. */
  readonly fact: FactRow;
  readonly facts: readonly FactRow[];
  readonly first: string;
  readonly last: string;
}

/** The change from one moment of a series to the next. */
export function changeBetween(before: Moment, after: Moment): Change {
  const [a, b] = [statedBy(before), statedBy(after)];
  const boundaries = changesBetween(before, after);
  const may = figuresMeet(a, b);
  const isSame = may && isPoint(a) && isPoint(b);
  const flags: ChangeFlag[] = [];
  if (boundaries.length > 0) flags.push('boundary');
  if ([...before.facts, ...after.facts].some(({ rivals }) => rivals.length > 0)) flags.push('disputed');
  if (may && !isSame) flags.push('approximate');
  const direction = isSame ? 'same' : may ? null : (b.figure ?? 0) > (a.figure ?? 0) ? 'up' : 'down';
  return { from: before.fact.id, difference: difference(a, b), ratio: ratio(a, b), direction, flags, boundaries };
}

/** The figure of a moment, with the bounds of all that is said of it. */
function statedBy({ fact, facts }: Moment): Stated {
  if (facts.length === 1) return fact;
  const ends = (of: (row: FactRow) => number | null) => facts.map(of);
  const [lows, highs] = [ends(({ min }) => min), ends(({ max }) => max)];
  const min = lows.includes(null) ? null : Math.min(...lows.flatMap((n) => n ?? []));
  const max = highs.includes(null) ? null : Math.max(...highs.flatMap((n) => n ?? []));
  return { figure: fact.figure, min: min ?? 0, max, approx: 'range' };
}

function isPoint({ min, max }: Stated): boolean {
  return min !== null && min === max;
}

function difference(a: Stated, b: Stated): Between {
  return { figure: minus(b.figure, a.figure), min: minus(b.min, a.max), max: minus(b.max, a.min) };
}

function ratio(a: Stated, b: Stated): Between {
  return { figure: by(b.figure, a.figure), min: by(b.min, a.max), max: by(b.max, a.min) };
}

function minus(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : a - b;
}

function by(a: number | null, b: number | null): number | null {
  return a === null || b === null || b === 0 ? null : a / b;
}

function changesBetween({ fact, first }: Moment, { last }: Moment): readonly BoundaryChange[] {
  if (fact.placeCode === null) return [];
  const [from, to] = [Number(first.slice(0, 4)), Number(last.slice(0, 4))];
  return boundaryChanges(territory(fact.placeCode)).filter(({ year }) => from <= year && year <= to);
}
