import type { Asked } from '../store/hits.ts';
import { type Found, findAndCount } from '../store/phrases.ts';
import { statement } from '../store/queries.ts';
import { countNodes } from '../store/search.ts';
import type { Hit, Params, Row, Store, Value } from '../store/store.ts';
import { Batch } from './batch.ts';
import { NODE_TYPES, type NodeType } from './ids.ts';
import { claimProperties } from './properties.ts';

/** A node as a statement returns it: its properties, and its type for GraphQL. */
export type GraphObject = { readonly __typename: NodeType } & { readonly [property: string]: Value };

/** Keys related to a key: those of the page, and how many there are from its start on; more than the page has where they are not counted. */
export interface Related {
  readonly ids: readonly string[];
  readonly total: number;
}

/** Statements over `$keys` that count; Neo4j has a cheaper one of each (`claimDegreesOf…`). */
export type Counting = `claimTotalsOf${'Programs' | 'Agencies' | 'Places'}`;

/** Pages in order of key of which Neo4j says with each node how many claims it has, and what counts these elsewhere. */
const COUNTED: Readonly<Record<string, { readonly query: string; readonly counting: Counting }>> = {
  programsListed: { query: 'programsCounted', counting: 'claimTotalsOfPrograms' },
  agenciesListed: { query: 'agenciesCounted', counting: 'claimTotalsOfAgencies' },
  placesListed: { query: 'placesCounted', counting: 'claimTotalsOfPlaces' },
};

/** A statement that gives a page of nodes for one `$key`. */
interface Paged {
  readonly query: string;
  readonly type: NodeType;
  /** The type of what they are of. */
  readonly of: NodeType;
}

/** Statements over `$keys` of which one key alone is asked otherwise; what they relate is counted by a statement of its own. */
const PAGED: Readonly<Record<string, Paged>> = {
  claimIdsOfPrograms: { query: 'claimPageOfProgram', type: 'Claim', of: 'Program' },
  claimIdsOfAgencies: { query: 'claimPageOfAgency', type: 'Claim', of: 'Agency' },
  claimIdsOfPlaces: { query: 'claimPageOfPlace', type: 'Claim', of: 'Place' },
};

/** What one request reads of the store. Keys asked for together are read together, so that no list costs a statement per row. */
export class Graph {
  readonly store: Store;
  readonly #batches = new Map<string, Batch<Row>>();
  #wanted: readonly string[] | null = null;
  readonly #made = new Map<string, Batch<unknown>>();

  constructor(store: Store) {
    this.store = store;
  }

  /** The rows of one statement of `cypher/read`. */
  read(query: string, params: Params = {}): Promise<Row[]> {
    return this.store.read(statement(query), params);
  }

  /** The rows that a statement over `$keys` has for one key; columns `key` and others. */
  rows(query: string, key: string, params: Params = {}): Promise<readonly Row[]> {
    return this.#batch(query, params).load(key);
  }

  /** The node with that key, or null. */
  async node(type: NodeType, key: unknown): Promise<GraphObject | null> {
    if (typeof key !== 'string' || key === '') return null;
    const [row] = await this.rows(NODE_TYPES[type], key);
    return row === undefined ? null : this.object(type, row[type.toLowerCase()]);
  }

  /** Of claims only what these fields are made of is read from now on. */
  ask(fields: ReadonlySet<string>): void {
    this.#wanted = claimProperties(fields);
  }

  /** What a statement that reads nodes of that type is told of the properties that are asked for. */
  wanted(type: NodeType): Params {
    return type === 'Claim' && this.#wanted !== null ? { wanted: this.#wanted } : {};
  }

  /** What a statement says of a node as an object: a map of its properties, or a list of those that were asked for. */
  object(type: NodeType, said: Value | undefined): GraphObject {
    if (!Array.isArray(said) || this.#wanted === null) return asObject(type, said);
    const object: Record<string, Value> = { __typename: type };
    for (const [i, name] of this.#wanted.entries()) object[name] = said[i] ?? null;
    return object as GraphObject;
  }

  /** The nodes with those keys, in their order; keys that the store lacks are left out. */
  async nodes(type: NodeType, keys: unknown): Promise<GraphObject[]> {
    const found = await Promise.all((Array.isArray(keys) ? keys : []).map((key) => this.node(type, key)));
    return found.filter((node) => node !== null);
  }

  /** A page of the keys that a statement relates to a key. */
  async related(query: string, key: string, after: string, first: number): Promise<Related> {
    const [row] = await this.rows(query, key, { after, first });
    return row === undefined ? { ids: [], total: 0 } : { ids: (row.ids as string[]) ?? [], total: Number(row.total) };
  }

  /** How many a node is related to. */
  async count(counting: Counting, key: string): Promise<number> {
    const [row] = await this.rows(this.#counting(counting), key);
    return Number(row?.total ?? 0);
  }

  /** The rows of a page of nodes, and with them how many claims each has, where one statement can say both. */
  async counted(query: string, params: Params): Promise<Row[]> {
    const both = COUNTED[query];
    if (both === undefined || this.store.engine.name !== 'neo4j') return this.read(query, params);
    const rows = await this.read(both.query, params);
    const batch = this.#batch(this.#counting(both.counting), {});
    for (const { key, claims } of rows) batch.know(String(key), [{ key: key ?? null, total: claims ?? 0 }]);
    return rows;
  }

  #counting(counting: Counting): string {
    return this.store.engine.name === 'neo4j' ? counting.replace('Totals', 'Degrees') : counting;
  }

  /** What is made for a key, for all keys that are asked for together at once; `name` tells one such making from another. */
  async made<T>(
    name: string,
    make: (store: Store, keys: readonly string[]) => Promise<ReadonlyMap<string, T>>,
    key: string,
  ): Promise<T | null> {
    const begun = async (keys: readonly string[]) => {
      const found = await make(this.store, keys);
      return new Map([...found].map(([one, value]) => [one, [value]]));
    };
    const batch = this.#made.get(name) ?? new Batch<unknown>(begun);
    this.#made.set(name, batch);
    const [value = null] = await batch.load(key);
    return value as T | null;
  }

  /** Nodes by their words. */
  search(text: string, types: readonly string[], first: number): Promise<Hit[]> {
    return this.store.search(text, types, first);
  }

  /** How many nodes of each type have all words of a text. */
  searchCounts(text: string, types: readonly string[]): Promise<ReadonlyMap<string, number>> {
    return countNodes(this.#searched(), text, types);
  }

  /** Nodes by their words, and how many of each type have all: in one statement, where the engine finds both at once. */
  async searchBoth(text: string, types: readonly string[], first: number): Promise<Found> {
    const found = await findAndCount(this.#searched(), text, types, first);
    if (found !== null && found.hits.length > 0) return found;
    const [hits, totals] = await Promise.all([
      this.search(text, types, first),
      found?.totals ?? this.searchCounts(text, types),
    ]);
    return { hits, totals };
  }

  #searched(): Asked {
    return { engine: this.store.engine.name, read: this.store.read.bind(this.store) };
  }

  async #byKey(query: string, keys: readonly string[], params: Params): Promise<ReadonlyMap<string, readonly Row[]>> {
    const [key = ''] = keys;
    const paged = PAGED[query];
    if (paged !== undefined && keys.length === 1) return new Map([[key, [await this.#page(paged, key, params)]]]);
    const rows = new Map<string, Row[]>();
    const wanted = query === NODE_TYPES.Claim ? this.wanted('Claim') : {};
    for (const row of await this.read(query, { ...params, ...wanted, keys })) {
      const key = String(row.key);
      rows.set(key, [...(rows.get(key) ?? []), row]);
    }
    return rows;
  }

  /** The page of one key; what it is of, its nodes and their articles are read with it: of a busy place or program not all ids are gathered. */
  async #page({ query, type, of }: Paged, key: string, { after = '', first = 0 }: Params): Promise<Row> {
    const size = Number(first);
    const [found] = await this.read(query, { key, after, first: size + 1, ...this.wanted(type) });
    if (found === undefined) return { key, ids: [], total: 0 };
    const [ids, claims, read] = [found.ids, found.claims, found.articles].map((list) => list as readonly Value[]);
    this.#batch(NODE_TYPES[of], {}).know(key, [{ key, [of.toLowerCase()]: found.node ?? null }]);
    const [nodes, articles] = [this.#batch(NODE_TYPES[type], {}), this.#batch(NODE_TYPES.Article, {})];
    const page = (ids ?? []).slice(0, size);
    for (const [i, id] of page.entries()) {
      const [claim, article] = [claims?.[i] ?? null, read?.[i] ?? null];
      nodes.know(String(id), [{ key: id, [type.toLowerCase()]: claim }]);
      articles.know(String((article as Row).id), [{ article }]);
    }
    return { key, ids: page, total: ids?.length ?? 0 };
  }

  #batch(query: string, params: Params): Batch<Row> {
    const name = JSON.stringify([query, params]);
    const batch = this.#batches.get(name) ?? new Batch<Row>((keys) => this.#byKey(query, keys, params));
    this.#batches.set(name, batch);
    return batch;
  }
}

/** A map of properties as an object of that type. */
export function asObject(type: NodeType, properties: Value | undefined): GraphObject {
  return { ...(properties as Readonly<Record<string, Value>>), __typename: type } as GraphObject;
}
