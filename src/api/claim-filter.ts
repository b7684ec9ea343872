import type { Params } from '../store/store.ts';
import {
  defined,
  type Given,
  type PeriodFilter,
  type Plan,
  periodParams,
  type RangeFilter,
  rangeParams,
  some,
  words,
} from './filter.ts';
import type { Graph } from './graph.ts';
import { COMMON, planned } from './lead.ts';
import { type Actors, actorsOf, articlesOf, type Named, placesOf, programsOf } from './named.ts';
import type { Order } from './order.ts';

/** `ClaimFilter` of the schema: what is left out lets all through. */
export interface ClaimFilter extends Named {
  readonly kind?: Given<string>;
  readonly year?: Given<number>;
  readonly asset?: Given<string>;
  readonly stage?: Given<string>;
  readonly scope?: Given<string>;
  readonly approx?: Given<string>;
  readonly review?: Given<string>;
  readonly evidence?: { readonly field?: Given<string>; readonly within: string } | null;
  readonly amount?: RangeFilter | null;
  readonly count?: (RangeFilter & { readonly unit?: Given<string> }) | null;
  readonly period?: PeriodFilter | null;
  readonly text?: string | null;
}

/** How far words stand, the nearest first. */
const DISTANCES = ['clause', 'sentence', 'paragraph', 'heading', 'document'];
/** Places in the lists of a claim's evidence: it has at most one for each of six attributes. */
const POSITIONS = [0, 1, 2, 3, 4, 5];

/** How claims that pass a filter are read: which index the statement begins from, and what else it looks at. */
export async function planClaims(filter: ClaimFilter, order: Order | null | undefined, graph: Graph): Promise<Plan> {
  const [places, actors, programs, articles] = await Promise.all([
    placesOf(filter, graph),
    actorsOf(filter, graph),
    programsOf(filter, graph),
    articlesOf(filter, graph),
  ]);
  const leads = [
    { query: 'claimsInArticles', from: articles, lead: 'keys', condition: 'articles' },
    {
      query: 'claimsFromOutlets',
      from: articles === undefined ? some('outlet', filter.outlet) : undefined,
      lead: 'keys',
      condition: 'outlets',
    },
    ...(actors?.isAgency
      ? [{ query: 'claimsByAgencies', from: actors.keys, lead: 'keys', condition: 'actors' } as const]
      : []),
    ...(actors?.isPlace
      ? [{ query: 'claimsByPlaces', from: actors.keys, lead: 'keys', condition: 'actors' } as const]
      : []),
    { query: 'claimsAtPlaces', from: places.codes, lead: 'keys', condition: 'codes' },
    { query: 'claimsWithin', from: places.within, lead: 'areas', condition: 'within' },
    { query: 'claimsAboutPrograms', from: programs, lead: 'keys', condition: 'programs' },
    { query: 'claimsOfYears', from: some('year', filter.year), lead: 'keys', condition: 'years' },
  ] as const;
  return planned('claims', leads, { ...ownParams(filter), ...mixed(actors) }, order, COMMON);
}

/** Bodies and places together are found by no one index. */
function mixed(actors: Actors | undefined): Params {
  return actors === undefined || actors.isAgency || actors.isPlace ? {} : { actors: actors.keys };
}

/** Conditions on what the claim itself holds. */
function ownParams({ evidence, count, ...filter }: ClaimFilter): Params {
  return defined({
    kinds: some('kind', filter.kind),
    assets: some('asset', filter.asset),
    stages: some('stage', filter.stage),
    scopes: some('scope', filter.scope),
    approximators: some('approx', filter.approx),
    verdicts: some('review', filter.review),
    text: words('text', filter.text),
    units: some('count.unit', count?.unit),
    ...rangeParams('amount', filter.amount),
    ...rangeParams('count', count),
    ...periodParams(filter.period),
    ...(evidence ? { fields: some('evidence.field', evidence.field), ...nearParams(evidence.within) } : {}),
  });
}

function nearParams(within: string): Params {
  return { near: DISTANCES.slice(0, DISTANCES.indexOf(within) + 1), positions: POSITIONS };
}
