import type { PlaceLevel } from '../gazetteer/place.ts';
import { chainOf, territory } from './place-tree.ts';
import type { FactRow } from './row.ts';
import { agencyTypesOf, type Categories, categoriesOf } from './selection.ts';
import { stageGroup } from './stage-group.ts';

/** By what facts can be told apart into groups. */
export type Dimension = 'place' | 'program' | 'category' | 'asset' | 'agencyType' | 'year' | 'stage';

/** How facts are grouped by place: by the place of a level that holds theirs, or by the place right below another one. */
export type PlaceGrouping = { readonly level: PlaceLevel } | { readonly below: string | null };

/** A value that facts have in one dimension: a code, an id, a year, a word; null: none. */
export type Key = string | null;

/** What of a fact its groups depend on; unit costs have it, too. */
export interface Grouped {
  readonly placeCode: string | null;
  readonly programIds: readonly string[];
  readonly asset: string | null;
  readonly actorTypes: readonly string[];
  readonly actorRefs: readonly string[];
  readonly first: string;
  readonly last: string;
  readonly stage: string;
}

/** Some things with the values that they share, one for each dimension asked for. */
export interface Group {
  readonly keys: readonly Key[];
  /** Numbers of the things in their list, ascending. */
  readonly members: readonly number[];
}

/** By what is grouped, and what grouping needs to know. */
export interface Grouping {
  readonly by: readonly Dimension[];
  readonly places: PlaceGrouping;
  readonly categories: Categories;
  /** Years outside the period asked for make no groups. */
  readonly from?: string;
  readonly to?: string;
}

/**
 * Things by the values that they have, in order of the values, none last. What has several (years, programs) belongs to each group; what
 * holds always belongs to each year that others have. Linear in the things times the values that each has.
 */
export function groupsOf(things: readonly Grouped[], grouping: Grouping): Group[] {
  const readers = grouping.by.map((dimension) => reader(dimension, grouping, things));
  const root: Branch = { below: new Map(), members: [] };
  things.forEach((thing, i) => {
    gather(
      root,
      readers.map((read) => read(thing)),
      0,
      i,
    );
  });
  return leaves(root, readers.length, []).sort((a, b) => compareKeys(a.keys, b.keys));
}

/** Groups by their first value, and below it by the next: no names are put together for each thing. */
interface Branch {
  readonly below: Map<Key, Branch>;
  readonly members: number[];
}

const NONE: readonly Key[] = [null];

/** Puts a thing under each choice of one value from each list; a list without values has none for its value. */
function gather(branch: Branch, lists: readonly (readonly Key[])[], depth: number, thing: number): void {
  const keys = lists[depth];
  if (keys === undefined) {
    branch.members.push(thing);
    return;
  }
  for (const key of keys.length === 0 ? NONE : keys) {
    const known = branch.below.get(key);
    const next = known ?? { below: new Map(), members: [] };
    if (known === undefined) branch.below.set(key, next);
    gather(next, lists, depth + 1, thing);
  }
}

function leaves({ below, members }: Branch, depth: number, keys: readonly Key[]): Group[] {
  if (depth === 0) return members.length === 0 ? [] : [{ keys, members }];
  return [...below].flatMap(([key, next]) => leaves(next, depth - 1, [...keys, key]));
}

/** Orders groups by their values one after the other; none comes last. */
export function compareKeys(a: readonly Key[], b: readonly Key[]): number {
  const differs = a.findIndex((key, i) => key !== b[i]);
  if (differs < 0) return 0;
  const [x, y] = [a[differs] ?? null, b[differs] ?? null];
  if (x === null || y === null) return x === null ? 1 : -1;
  return x < y ? -1 : 1;
}

type Reader = (thing: Grouped) => readonly Key[];

function reader(dimension: Dimension, grouping: Grouping, things: readonly Grouped[]): Reader {
  switch (dimension) {
    case 'place':
      return placeReader(grouping.places);
    case 'program':
      return ({ programIds }) => programIds;
    case 'category':
      return (thing) => categoriesOf(thing, grouping.categories);
    case 'asset':
      return ({ asset }) => (asset === null ? [] : [asset]);
    case 'agencyType':
      return agencyTypesOf;
    case 'stage':
      return ({ stage }) => [stageGroup(stage)];
    case 'year':
      return yearReader(grouping, things);
  }
}

function placeReader(places: PlaceGrouping): Reader {
  const known = new Map<string, readonly Key[]>();
  return ({ placeCode }) => {
    if (placeCode === null) return [];
    const found = known.get(placeCode) ?? placeAbove(placeCode, places);
    known.set(placeCode, found);
    return found;
  };
}

function placeAbove(code: string, places: PlaceGrouping): readonly Key[] {
  const chain = chainOf(territory(code));
  if ('level' in places) return chain.filter(({ level }) => level === places.level).map((place) => place.code);
  const top = places.below === null ? chain.length : chain.findIndex((place) => place.code === places.below);
  return chain
    .slice(0, Math.max(0, top))
    .slice(-1)
    .map((place) => place.code);
}

function yearReader({ from, to }: Grouping, things: readonly Grouped[]): Reader {
  const isAsked = (year: string) =>
    (from === undefined || from.slice(0, 4) <= year) && (to === undefined || year <= to.slice(0, 4));
  const known = new Map<string, readonly string[]>();
  const own = (thing: Grouped) => {
    const span = thing.first.slice(0, 4) + thing.last.slice(0, 4);
    const found = known.get(span) ?? yearsOf(thing).filter(isAsked);
    known.set(span, found);
    return found;
  };
  for (const thing of things) own(thing);
  const all = [...new Set([...known.values()].flat())].sort();
  return (thing) => (isAlways(thing) ? all : own(thing));
}

/** The years that share a day with its period; none for what holds always. */
function yearsOf(thing: Pick<FactRow, 'first' | 'last'>): string[] {
  if (isAlways(thing)) return [];
  const [first, last] = [Number(thing.first.slice(0, 4)), Number(thing.last.slice(0, 4))];
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => String(first + i));
}

function isAlways({ first, last }: Pick<FactRow, 'first' | 'last'>): boolean {
  return first === '' || last.slice(0, 4) > '9000';
}
