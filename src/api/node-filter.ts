import {
  areasOf,
  defined,
  type Given,
  keys,
  type PeriodFilter,
  type Plan,
  periodParams,
  some,
  words,
} from './filter.ts';
import { planned } from './lead.ts';
import type { Order } from './order.ts';

type Sorted = Order | null | undefined;

/** `PlaceFilter` of the schema. */
export interface PlaceFilter {
  readonly level?: Given<string>;
  readonly parent?: Given<string>;
  readonly within?: Given<string>;
  readonly name?: string | null;
}

/** How places that pass a filter are read. */
export function planPlaces({ level, parent, within, name }: PlaceFilter, order: Sorted): Plan {
  const own = { levels: some('level', level), parents: some('parent', parent), name: words('name', name) };
  return planned('places', [inside('placesWithin', within)], defined(own), order);
}

/** `AgencyFilter` of the schema. */
export interface AgencyFilter {
  readonly type?: Given<string>;
  readonly place?: Given<string>;
  readonly within?: Given<string>;
  readonly name?: string | null;
}

/** How agencies that pass a filter are read. */
export function planAgencies({ type, place, within, name }: AgencyFilter, order: Sorted): Plan {
  const own = { types: some('type', type), codes: some('place', place), name: words('name', name) };
  return planned('agencies', [inside('agenciesWithin', within)], defined(own), order);
}

/** `ProgramFilter` of the schema. */
export interface ProgramFilter {
  readonly category?: Given<string>;
  readonly discovered?: boolean | null;
  readonly within?: Given<string>;
  readonly name?: string | null;
}

/** How programs that pass a filter are read. */
export function planPrograms({ category, discovered, within, name }: ProgramFilter, order: Sorted): Plan {
  const own = { categories: some('category', category), discovered, name: words('name', name) };
  return planned('programs', [inside('programsWithin', within)], defined(own), order);
}

/** `ArticleFilter` of the schema. */
export interface ArticleFilter {
  readonly outlet?: Given<string>;
  readonly program?: Given<string>;
  readonly year?: Given<number>;
  readonly subject?: Given<string>;
  readonly within?: Given<string>;
  readonly script?: Given<string>;
  readonly state?: Given<string>;
  readonly published?: PeriodFilter | null;
  readonly title?: string | null;
}

/** How articles that pass a filter are read. */
export function planArticles({ outlet, program, published, within, ...filter }: ArticleFilter, order: Sorted): Plan {
  const own = {
    years: some('year', filter.year),
    subjects: some('subject', filter.subject),
    within: some('within', within) && areasOf(some('within', within) ?? []),
    scripts: some('script', filter.script),
    states: some('state', filter.state),
    title: words('title', filter.title),
    ...periodParams(published),
  };
  const leads = [
    { query: 'articlesAboutPrograms', from: keys('program', 'Program', program), lead: 'keys', condition: 'programs' },
    { query: 'articlesFromOutlets', from: some('outlet', outlet), lead: 'keys', condition: 'outlets' },
  ] as const;
  return planned('articles', leads, defined(own), order);
}

/** `OutletFilter` of the schema. */
export interface OutletFilter {
  readonly name?: string | null;
}

/** How outlets that pass a filter are read. */
export function planOutlets({ name }: OutletFilter, order: Sorted): Plan {
  return planned('outlets', [], defined({ name: words('name', name) }), order);
}

function inside(query: string, within: Given<string>) {
  const codes = some('within', within);
  const from = codes === undefined ? undefined : areasOf(codes);
  return { query, from, lead: 'areas', condition: 'within' } as const;
}
