import type { AgencyType } from '../gazetteer/agency-type.ts';
import { type Area, areasOf, type Given, keys, some } from './filter.ts';
import type { Graph } from './graph.ts';
import { parseGlobalId } from './ids.ts';

/** The part of a filter that names nodes; all conditions on places hold of one and the same place, and so for programs and actors. */
export interface Named {
  readonly place?: Given<string>;
  readonly within?: Given<string>;
  readonly level?: Given<string>;
  readonly program?: Given<string>;
  readonly category?: Given<string>;
  readonly actor?: Given<string>;
  readonly agencyType?: Given<AgencyType>;
  readonly article?: Given<string>;
  readonly outlet?: Given<string>;
}

/** The places that a filter means: by their codes, or as areas; neither where it asks for none. */
export async function placesOf(
  { place, within, level }: Named,
  graph: Graph,
): Promise<{ readonly codes?: readonly string[]; readonly within?: readonly Area[] }> {
  const exact = some('place', place);
  const inside = some('within', within);
  const areas = inside === undefined ? undefined : areasOf(inside);
  const levels = some('level', level);
  const ofLevel = levels === undefined ? undefined : await keysOf(graph, 'placeCodesOfLevels', levels);
  const codes = both(exact, ofLevel);
  if (codes === undefined) return areas === undefined ? {} : { within: areas };
  return { codes: areas === undefined ? codes : codes.filter((code) => areas.some((area) => holds(area, code))) };
}

function holds({ code, below }: Area, other: string): boolean {
  return other === code || other.startsWith(below);
}

/** Keys of the programs that a filter means, undefined where it asks for none. */
export async function programsOf({ program, category }: Named, graph: Graph): Promise<readonly string[] | undefined> {
  const categories = some('category', category);
  const ofCategory = categories === undefined ? undefined : await keysOf(graph, 'programIdsOfCategories', categories);
  return both(keys('program', 'Program', program), ofCategory);
}

/** Keys of actors, and whether all are bodies, or all are places. */
export interface Actors {
  readonly keys: readonly string[];
  readonly isAgency: boolean;
  readonly isPlace: boolean;
}

/** The bodies and places that a filter names as actors, undefined where it names none. */
export async function actorsOf({ actor, agencyType }: Named, graph: Graph): Promise<Actors | undefined> {
  const types = some('agencyType', agencyType);
  const ofType = types === undefined ? undefined : await keysOf(graph, 'agencyIdsOfTypes', types);
  const named = some('actor', actor)?.map((id) => parseGlobalId(id)?.key ?? id);
  const found = both(named, ofType);
  if (found === undefined) return undefined;
  const agencies = ofType === undefined ? found.filter(isAgencyKey).length : found.length;
  return { keys: found, isAgency: agencies === found.length, isPlace: agencies === 0 };
}

/** A body is keyed by place, type and name; the type tells it from a place that is keyed `parentCode/name`. */
function isAgencyKey(key: string): boolean {
  return /\/[a-z_]+\//.test(key);
}

/** Ids of the articles that a filter names, those of other outlets than it names left out; undefined where it names none. */
export async function articlesOf({ article, outlet }: Named, graph: Graph): Promise<readonly string[] | undefined> {
  const ids = keys('article', 'Article', article);
  const outlets = some('outlet', outlet);
  if (ids === undefined || outlets === undefined) return ids;
  const nodes = await graph.nodes('Article', ids);
  return nodes.filter((node) => outlets.includes(String(node.outlet))).map((node) => String(node.id));
}

async function keysOf(graph: Graph, query: string, of: readonly string[]): Promise<readonly string[]> {
  return (await graph.read(query, { keys: of })).map((row) => String(row.key));
}

function both(a: readonly string[] | undefined, b: readonly string[] | undefined): readonly string[] | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  const known = new Set(b);
  return a.filter((key) => known.has(key));
}
