import type { Context, Resolver } from './context.ts';
import { badRequest } from './errors.ts';
import type { Plan } from './filter.ts';
import type { Counting, Graph, GraphObject } from './graph.ts';
import { fromCursor, keyOf, type NodeType, toCursor } from './ids.ts';
import { cursorOf, type Order, orderParams } from './order.ts';
import { pagesOf, selectsPath } from './selected.ts';

/** The arguments of every list. */
export interface PageArgs {
  readonly first?: number | null;
  readonly after?: string | null;
}

/** Where a page lies in its list. */
export interface PageInfo {
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly startCursor: string | null;
  readonly endCursor: string | null;
}

/** A page of a list; what costs a statement of its own is read when it is asked for. */
interface Connection {
  readonly edges: () => Promise<readonly { readonly cursor: string; readonly node: GraphObject }[]>;
  readonly nodes: () => Promise<readonly GraphObject[]>;
  readonly pageInfo: () => Promise<PageInfo>;
  readonly totalCount: () => Promise<number>;
}

const LARGEST = 100;
const USUAL = 20;

/** How many of a list are asked for; @throws BAD_USER_INPUT for fewer than none or more than a hundred. */
export function pageSize(first: number | null | undefined): number {
  const size = first ?? USUAL;
  if (size < 0 || size > LARGEST) throw badRequest(`first: from 0 to ${LARGEST}, not ${size}`);
  return size;
}

/** How the nodes that pass a filter are read. */
export type Planner<Filter> = (filter: Filter, order: Order | null | undefined, graph: Graph) => Plan | Promise<Plan>;

/** The arguments of a list of the whole store. */
export interface ListArgs<Filter> extends PageArgs {
  readonly filter?: Filter | null;
  readonly orderBy?: Order | null;
}

/** Where a list is asked for how many claims each of its nodes has. */
const CLAIM_COUNTS = [
  ['nodes', 'claims', 'totalCount'],
  ['edges', 'node', 'claims', 'totalCount'],
];

/** A list of the whole store: a statement for the page, and its twin that counts. */
export function listed<Filter>(type: NodeType, planner: Planner<Filter>): Resolver<unknown, ListArgs<Filter>> {
  return async (_, { filter, orderBy, after, ...args }, { graph }, info): Promise<Connection> => {
    const first = pageSize(args.first);
    const page = orderParams(orderBy, after);
    const plan = await planner(filter ?? ({} as Filter), orderBy, graph);
    const begun = plan.isByKey ? { afterKey: page.afterKey ?? '' } : page;
    const params = { ...plan.params, ...begun, ...graph.wanted(type), first: first + 1 };
    const rows = await (selectsPath(info, ...CLAIM_COUNTS)
      ? graph.counted(plan.query, params)
      : graph.read(plan.query, params));
    const nodes = rows.slice(0, first).map((row) => graph.object(type, row[type.toLowerCase()]));
    const cursors = rows.slice(0, first).map((row) => cursorOf(orderBy, row));
    const has = {
      hasPreviousPage: begun.afterKey !== undefined && begun.afterKey !== '',
      hasNextPage: rows.length > first,
    };
    return {
      edges: async () => nodes.map((node, i) => ({ cursor: cursors[i] ?? '', node })),
      nodes: async () => nodes,
      pageInfo: async () => pageInfo(cursors, has),
      totalCount: async () => Number((await graph.read(plan.counting, plan.params))[0]?.total ?? 0),
    };
  };
}

/** How what a node is related to is read. */
export interface Relation {
  /** A statement over `$keys` that gives pages of keys. */
  readonly query: string;
  /** Its twin that counts them, where that is cheaper. */
  readonly counting?: Counting;
  /** The key property of the node, `id` unless said otherwise. */
  readonly property?: string;
}

/** A list of what a node is related to; what is not asked for is not read. */
export function related(type: NodeType, relation: Relation): Resolver<GraphObject, PageArgs> {
  const { query, counting, property = 'id' } = relation;
  return (parent, args, { graph }: Context): Connection => {
    const first = pageSize(args.first);
    const key = String(parent[property]);
    const after = fromCursor(args.after);
    const page = () => graph.related(query, key, after, first);
    const info = async () => {
      const { ids, total } = await page();
      return pageInfo(ids.map(toCursor), { hasPreviousPage: after !== '', hasNextPage: total > ids.length });
    };
    const nodes = async () => graph.nodes(type, (await page()).ids);
    const edges = async () => {
      const { ids } = await page();
      return (await nodes()).map((node, i) => ({ cursor: toCursor(ids[i] ?? ''), node }));
    };
    const totalCount = async () => {
      if (counting !== undefined) return graph.count(counting, key);
      return (await (after === '' ? page() : graph.related(query, key, '', 0))).total;
    };
    return { edges, nodes, pageInfo: info, totalCount };
  };
}

/** A node by its key or global id, read with the first page of its claims, where that is asked for. */
export function byKey<Name extends string>(
  type: NodeType,
  argument: Name,
  claims: string,
): Resolver<unknown, { readonly [name in Name]: string }> {
  return async (_, args, { graph }, info) => {
    const key = keyOf(type, args[argument]);
    const pages = pagesOf(info, 'claims').filter(
      ({ first, after }) => (after ?? null) === null && isPage(first ?? USUAL),
    );
    // Pages bring the node with them. What fails here fails where they are asked for, and is said there.
    await Promise.allSettled(pages.map(({ first }) => graph.related(claims, key, '', Number(first ?? USUAL))));
    return graph.node(type, key);
  };
}

const isPage = (first: unknown): boolean => typeof first === 'number' && first > 0 && first <= LARGEST;

/** Where a page lies in its list, by the cursors of what is on it. */
export function pageInfo(cursors: readonly string[], has: Pick<PageInfo, 'hasNextPage' | 'hasPreviousPage'>): PageInfo {
  return { ...has, startCursor: cursors[0] ?? null, endCursor: cursors.at(-1) ?? null };
}
