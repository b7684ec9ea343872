import { territory } from './place-tree.ts';
import type { FactRow } from './row.ts';
import type { FactTable } from './table.ts';
import { thingOf } from './thing.ts';
import { unitClass } from './unit-class.ts';

const made = new WeakMap<FactTable, ReadonlyMap<FactRow, string>>();

/**
 * What each fact shares with others that speak of the same thing at another time or stage: its fact key without stage and scope,
 * the place standing for whoever acted there. A fact that names no thing, or neither a place nor an actor, is in none. Made once
 * for a table, in time linear in its size.
 */
export function strandsOf(table: FactTable): ReadonlyMap<FactRow, string> {
  const known = made.get(table);
  if (known !== undefined) return known;
  const things = new Map<string, string | null>();
  const strands = new Map<FactRow, string>();
  for (const row of table.rows) {
    const words = [row.kind, row.asset, row.assetText, row.counted].join('|');
    if (!things.has(words)) things.set(words, thingOf(row));
    const thing = things.get(words) ?? null;
    const strand = strandOf(row, thing);
    if (strand !== null) strands.set(row, strand);
  }
  made.set(table, strands);
  return strands;
}

function strandOf(row: FactRow, thing: string | null): string | null {
  const named = thing ?? (row.kind === 'FUNDED' && row.programIds.length > 0 ? 'program' : null);
  const where = row.placeCode === null ? actorsOf(row) : territory(row.placeCode);
  if (named === null || where === '') return null;
  return [row.kind, where, [...row.programIds].sort().join(' '), named, unitClass(row.unit) ?? ''].join('|');
}

/** Who acted, in one string; '' where the words name nobody. */
export function actorsOf({ actorRefs, actorNames }: FactRow): string {
  return actorNames
    .map((name, i) => actorRefs[i] || name)
    .sort()
    .join(' ');
}
