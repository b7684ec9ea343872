import type { FactRow } from './row.ts';
import type { FactFilter, FactTable } from './table.ts';

/** What lets facts through beside place, program, kind, asset and period; what is left out lets all through. */
export interface Selection extends Omit<FactFilter, 'stages'> {
  /** Of programs of this category. */
  readonly category?: string;
  /** Done or paid by a body of this type. */
  readonly agencyType?: string;
  readonly scope?: string;
}

/** The categories of programs by id: facts do not carry them. */
export type Categories = ReadonlyMap<string, string>;

/** The numbers of the rows that a selection lets through, ascending. */
export function selected(table: FactTable, selection: Selection, categories: Categories): number[] {
  const { category, agencyType, scope, ...filter } = selection;
  const numbers = table.numbers(filter);
  if (category === undefined && agencyType === undefined && scope === undefined) return numbers;
  return numbers.filter((number) => {
    const row = table.rows[number];
    if (row === undefined || (scope !== undefined && row.scope !== scope)) return false;
    if (category !== undefined && !categoriesOf(row, categories).includes(category)) return false;
    return agencyType === undefined || agencyTypesOf(row).includes(agencyType);
  });
}

/** The categories of a fact's programs, each once. */
export function categoriesOf({ programIds }: Pick<FactRow, 'programIds'>, categories: Categories): string[] {
  return [...new Set(programIds.flatMap((id) => categories.get(id) ?? []))];
}

/** The types of the bodies that acted, each once; an agency's id is place, type and name. */
export function agencyTypesOf({ actorTypes, actorRefs }: Pick<FactRow, 'actorTypes' | 'actorRefs'>): string[] {
  return [...new Set(actorRefs.flatMap((ref, i) => (actorTypes[i] === 'agency' ? (ref.split('/').at(-2) ?? []) : [])))];
}
