import { territory } from '../fact/place-tree.ts';
import { type Total, type TotalRequest, type TotalStage, totalsOf } from '../fact/total.ts';
import type { Held, Projection } from '../store/projection.ts';
import type { Resolver } from './context.ts';
import { badRequest } from './errors.ts';
import { factsOf } from './facts.ts';
import type { GraphObject } from './graph.ts';
import { keyOf } from './ids.ts';

/** A total on its way to a client: what was asked, and the facts that it was made of. */
export interface TotalAnswer {
  readonly total: Total;
  readonly held: Held<Projection>;
  readonly kind: TotalRequest['kind'];
  readonly stage: TotalStage;
  /** Code of the place whose tree derives it. */
  readonly place: string | undefined;
  /** The question as commands and packets put it; null where none of them can. */
  readonly request: TotalRequest | null;
}

/** The arguments of `total` and `totals`. */
export interface TotalArgs {
  readonly kind?: TotalRequest['kind'];
  readonly place?: string | null;
  readonly program?: string | null;
  readonly asset?: string | null;
  readonly from?: string | null;
  readonly to?: string | null;
  readonly stage?: TotalStage | null;
}

/** What the arguments ask: keys instead of global ids, nothing for what is left out. */
export function requestOf({ kind = 'DEPLOYED', place, program, asset, from, to, stage }: TotalArgs): TotalRequest {
  return {
    kind,
    ...(place == null ? {} : { place: keyOf('Place', place) }),
    ...(program == null ? {} : { program: keyOf('Program', program) }),
    ...(asset == null ? {} : { asset }),
    ...(from == null ? {} : { from: checkedDate('from', from) }),
    ...(to == null ? {} : { to: checkedDate('to', to) }),
    stage: stage ?? 'done',
  };
}

/** Totals as clients get them, of one question that commands can put, too. */
export function answers(totals: readonly Total[], held: Held<Projection>, request: TotalRequest): TotalAnswer[] {
  const { kind, stage = 'done', place } = request;
  const at = place === undefined ? undefined : territory(place);
  // Only the first total of a request is what a packet derives.
  return totals.map((total, i) => ({ total, held, kind, stage, place: at, request: i === 0 ? request : null }));
}

/** @throws BAD_USER_INPUT for what is no date. */
export function checkedDate(argument: string, date: string): string {
  if (/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/.test(date)) return date;
  throw badRequest(`${argument}: a date such as 2015, 2015-06 or 2015-06-30, not ${date}`);
}

/** The field `totals` of a node: what facts within it prove, each measure by itself. */
export function totalsWithin(within: (node: GraphObject) => TotalArgs): Resolver<GraphObject, TotalArgs> {
  return async (node, args, context) => {
    const held = await factsOf(context);
    const request = requestOf({ ...args, ...within(node) });
    return answers(totalsOf(held.value.facts, request), held, request);
  };
}
