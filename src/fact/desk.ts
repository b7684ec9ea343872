import type { FactRow } from './row.ts';
import type { FactTable } from './table.ts';
import { measureOf } from './thing.ts';

/** Two facts of independent sources whose figures cannot both be true, and how much that matters. */
export interface Conflict {
  /** The one with the smaller figure first. */
  readonly facts: readonly [FactRow, FactRow];
  /** What lies between their bounds, as a share of the larger figure: 0.08 is eight per cent. */
  readonly gap: number;
  /**
   * From 0 to 1: the gap times the share of figures of the same measure that the larger one reaches or passes. A tenth of
   * a city's cameras matters more than a tenth of a village's.
   */
  readonly weight: number;
}

/** All conflicts, those that matter most first; none is retired, also not where a person has settled it. */
export function conflictsOf(table: FactTable): Conflict[] {
  const ranks = figuresByMeasure(table);
  const found: Conflict[] = [];
  for (const row of table.rows) {
    for (const id of row.rivals) {
      const rival = table.get(id);
      if (rival !== undefined && row.id < id) found.push(conflictOf(row, rival, ranks));
    }
  }
  return found.sort((a, b) => b.weight - a.weight || b.gap - a.gap || (a.facts[0].id < b.facts[0].id ? -1 : 1));
}

function conflictOf(a: FactRow, b: FactRow, ranks: ReadonlyMap<string, readonly number[]>): Conflict {
  const facts = [a, b].sort((x, y) => (x.figure ?? 0) - (y.figure ?? 0) || (x.id < y.id ? -1 : 1)) as [
    FactRow,
    FactRow,
  ];
  const [small, large] = facts;
  const gap = gapOf(small, large);
  return { facts, gap, weight: gap * rankOf(large.figure ?? 0, ranks.get(measureOf(large) ?? '') ?? []) };
}

/** What lies between the bounds of two figures, as a share of the larger one: 0.08 is eight per cent; the smaller comes first. */
export function gapOf(small: Bounded, large: Bounded): number {
  const figure = large.figure ?? 0;
  const between = (large.min ?? figure) - (small.max ?? small.figure ?? 0);
  return figure > 0 ? Math.max(0, between) / figure : 0;
}

type Bounded = Pick<FactRow, 'figure' | 'min' | 'max'>;

function figuresByMeasure(table: FactTable): Map<string, number[]> {
  const figures = new Map<string, number[]>();
  for (const row of table.rows) {
    const measure = measureOf(row) ?? '';
    const listed = figures.get(measure);
    if (row.figure === null) continue;
    if (listed === undefined) figures.set(measure, [row.figure]);
    else listed.push(row.figure);
  }
  for (const listed of figures.values()) listed.sort((a, b) => a - b);
  return figures;
}

/** The share of the sorted figures that this one reaches or passes. */
function rankOf(figure: number, sorted: readonly number[]): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) <= figure) low = middle + 1;
    else high = middle;
  }
  return sorted.length === 0 ? 1 : low / sorted.length;
}
