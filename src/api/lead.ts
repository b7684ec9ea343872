import type { Params, Value } from '../store/store.ts';
import type { Plan } from './filter.ts';
import type { Order } from './order.ts';

/** A condition that a statement can begin from, for an index finds what passes it. */
export interface Lead {
  /** The statement that begins there. */
  readonly query: string;
  /** What it begins with; undefined where nothing of the kind is asked. */
  readonly from: readonly Value[] | undefined;
  /** How the statement calls that, and how the shared conditions do. */
  readonly lead: 'keys' | 'areas';
  readonly condition: string;
}

/**
 * Begins a list at the first of `leads` that is asked for, best first; all other conditions are looked at row by row. Without
 * one it goes through all of `plural`: in the order of an index where that is what is asked for. Statements that look at
 * conditions which few ask for only where $more is 1 are told by the names of the `common` ones.
 */
export function planned(
  plural: string,
  leads: readonly Lead[],
  own: Params,
  order: Order | null | undefined,
  common?: ReadonlySet<string>,
): Plan {
  const asked = leads.filter(({ from }) => from !== undefined);
  const [first] = asked;
  const others = asked.filter(({ condition }) => condition !== first?.condition);
  const conditions = { ...own, ...Object.fromEntries(others.map(({ condition, from }) => [condition, from ?? null])) };
  const params = { ...conditions, ...(common === undefined ? {} : { more: rest(conditions, common) }) };
  if (first !== undefined) {
    const begun = { ...params, [first.lead]: first.from ?? null };
    return { query: first.query, counting: `${first.query}Count`, params: begun, isByKey: false };
  }
  const isByKey = (order?.by ?? 'ID') === 'ID' && order?.direction !== 'DESC';
  return { query: `${plural}${isByKey ? 'Listed' : 'InOrder'}`, counting: `${plural}InOrderCount`, params, isByKey };
}

/** 1 where other conditions than the common ones are asked for: only then are they looked at, for each costs something on each row. */
function rest(conditions: Params, common: ReadonlySet<string>): number {
  return Object.keys(conditions).some((name) => !common.has(name)) ? 1 : 0;
}

/** The conditions that claims and facts have in common, and that are often asked for. */
export const COMMON: ReadonlySet<string> = new Set(['kinds', 'years', 'assets', 'stages']);
