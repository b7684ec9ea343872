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
import { actorsOf, articlesOf, type Named, placesOf, programsOf } from './named.ts';
import type { Order } from './order.ts';

/** `FactFilter` of the schema: what is left out lets all through. */
export interface FactFilter extends Omit<Named, 'outlet'> {
  readonly kind?: Given<string>;
  readonly year?: Given<number>;
  readonly asset?: Given<string>;
  readonly stage?: Given<string>;
  readonly scope?: Given<string>;
  readonly approx?: Given<string>;
  readonly disputed?: boolean | null;
  readonly part?: boolean | null;
  readonly corrected?: boolean | null;
  readonly minSources?: number | null;
  readonly amount?: RangeFilter | null;
  readonly count?: (RangeFilter & { readonly unit?: Given<string> }) | null;
  readonly period?: PeriodFilter | null;
  readonly text?: string | null;
}

/** How facts that pass a filter are read: which index the statement begins from, and what else it looks at. */
export async function planFacts(filter: FactFilter, order: Order | null | undefined, graph: Graph): Promise<Plan> {
  const [places, actors, programs, articles] = await Promise.all([
    placesOf(filter, graph),
    actorsOf(filter, graph),
    programsOf(filter, graph),
    articlesOf(filter, graph),
  ]);
  const leads = [
    { query: 'factsInArticles', from: articles, lead: 'keys', condition: 'articles' },
    { query: 'factsAtPlaces', from: places.codes, lead: 'keys', condition: 'codes' },
    { query: 'factsWithin', from: places.within, lead: 'areas', condition: 'within' },
    { query: 'factsAboutPrograms', from: programs, lead: 'keys', condition: 'programs' },
    { query: 'factsOfYears', from: some('year', filter.year), lead: 'keys', condition: 'years' },
  ] as const;
  return planned('facts', leads, { ...ownParams(filter), ...defined({ actors: actors?.keys }) }, order, COMMON);
}

/** Conditions on what the fact itself holds. */
function ownParams({ count, ...filter }: FactFilter): Params {
  return defined({
    kinds: some('kind', filter.kind),
    assets: some('asset', filter.asset),
    stages: some('stage', filter.stage),
    scopes: some('scope', filter.scope),
    approximators: some('approx', filter.approx),
    disputed: filter.disputed,
    parts: filter.part,
    corrected: filter.corrected,
    sourcesMin: filter.minSources,
    text: words('text', filter.text),
    units: some('count.unit', count?.unit),
    ...rangeParams('amount', filter.amount),
    ...rangeParams('count', count),
    ...periodParams(filter.period),
  });
}
