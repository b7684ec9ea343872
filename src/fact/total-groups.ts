import type { FactRow } from './row.ts';
import type { FactTable } from './table.ts';
import { type Total, type TotalRequest, totalOf } from './total.ts';

/** By what a total can be asked for once more for each. */
export type Grouping = 'place' | 'year' | 'program' | 'asset';

/** The total of one group: the request with that place, year, program or asset. Groups overlap, and never add up to the whole. */
export interface TotalGroup {
  /** Code, year, id or asset. */
  readonly key: string;
  /** The place's name; else the key. */
  readonly name: string;
  readonly total: Total;
}

/**
 * A total per place of the next level down (of the country: province), per year, program or asset that the facts asked about
 * have, in order of the key. A fact of several years or programs belongs to each.
 */
export function totalsBy(table: FactTable, request: TotalRequest, by: Grouping): TotalGroup[] {
  const { stage: _, ...asked } = request;
  const rows = table.select(asked);
  if (by !== 'place') {
    const keys = [...new Set(rows.flatMap((row) => keysOf(row, by)))].sort();
    return keys
      .filter((key) => by !== 'year' || isAsked(key, request))
      .map((key) => ({ key, name: key, total: totalOf(table, { ...request, ...narrowed(key, by) }) }));
  }
  return table.places
    .children(request.place ?? null)
    .map(({ code, name }) => ({ key: code, name, total: totalOf(table, { ...request, place: code }) }))
    .filter(({ total }) => total.added.length + total.leftOut.length > 0);
}

function narrowed(key: string, by: Exclude<Grouping, 'place'>): Partial<TotalRequest> {
  return by === 'year' ? { from: key, to: key } : { [by]: key };
}

function keysOf(row: FactRow, by: Exclude<Grouping, 'place'>): readonly string[] {
  if (by === 'program') return row.programIds;
  if (by === 'asset') return row.asset === null ? [] : [row.asset];
  const [first, last] = [Number(row.first.slice(0, 4)), Number(row.last.slice(0, 4))];
  // What holds always has no years of its own; it belongs to each that others have.
  return row.first === '' || last > 9000 ? [] : Array.from({ length: last - first + 1 }, (_, i) => String(first + i));
}

/** Whether a year shares a day with the period asked for. */
function isAsked(year: string, { from, to }: TotalRequest): boolean {
  return (from === undefined || from.slice(0, 4) <= year) && (to === undefined || year <= to.slice(0, 4));
}
