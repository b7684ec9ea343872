import type { Scope } from '../claim/claim.ts';
import { type Dimension, type Group, type Grouped, groupsOf, type PlaceGrouping } from '../fact/dimension.ts';
import { territory } from '../fact/place-tree.ts';
import type { Selection } from '../fact/selection.ts';
import type { TotalStage } from '../fact/total.ts';
import type { PlaceLevel } from '../gazetteer/place.ts';
import type { Projection } from '../store/projection.ts';
import { badRequest } from './errors.ts';
import { keyOf } from './ids.ts';
import type { ListArgs } from './listing.ts';
import { checkedDate } from './totals.ts';

/** What facts are added up, as a client says it. */
export interface FigureFilter {
  readonly place?: string | null;
  readonly program?: string | null;
  readonly category?: string | null;
  readonly asset?: string | null;
  readonly agencyType?: string | null;
  readonly from?: string | null;
  readonly to?: string | null;
  readonly stage?: TotalStage | null;
  readonly scope?: Scope | null;
}

/** By what, in which order, and how much of it. */
export interface GroupArgs extends ListArgs {
  readonly filter?: FigureFilter | null;
  readonly by?: readonly Dimension[] | null;
  readonly level?: PlaceLevel | null;
}

/** More groups than these are no answer that anybody reads. */
const MOST_GROUPS = 10_000;

/** The filter as facts are selected by it: keys instead of global ids, nothing for what is left out. */
export function selectionOf(filter: FigureFilter): Selection {
  const { place, program, category, asset, agencyType, from, to, scope } = filter;
  return {
    ...(place == null ? {} : { place: keyOf('Place', place) }),
    ...(program == null ? {} : { program: keyOf('Program', program) }),
    ...(category == null ? {} : { category }),
    ...(asset == null ? {} : { asset }),
    ...(agencyType == null ? {} : { agencyType }),
    ...(from == null ? {} : { from: checkedDate('from', from) }),
    ...(to == null ? {} : { to: checkedDate('to', to) }),
    ...(scope == null ? {} : { scope }),
  };
}

/** @throws BAD_USER_INPUT where there are more groups than anybody reads. */
export function grouped(
  things: readonly Grouped[],
  { by, level }: GroupArgs,
  selection: Selection,
  known: Projection,
): Group[] {
  const { from, to, place } = selection;
  const places: PlaceGrouping = level == null ? { below: place === undefined ? null : territory(place) } : { level };
  const period = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
  const groups = groupsOf(things, { by: [...new Set(by ?? [])], places, categories: known.categories, ...period });
  if (groups.length <= MOST_GROUPS) return groups;
  throw badRequest(`by: ${groups.length} groups, more than ${MOST_GROUPS}; filter, or group by less`);
}
