import type { Context, Resolver } from './context.ts';
import { badRequest } from './errors.ts';
import type { Plan } from './filter.ts';
import { asObject, type Graph, type GraphObject } from './graph.ts';
import { fromCursor, type NodeType, toCursor } from './ids.ts';
import { cursorOf, type Order, orderParams } from './order.ts';

/** The arguments of every list. */
export interface PageArgs {
  readonly first?: number | null;
  readonly after?: string | null;
}

/** A page of a list; what costs a statement of its own is read when it is asked for. */
interface Connection {
  readonly edges: () => Promise<readonly { readonly cursor: string; readonly node: GraphObject }[]>;
  readonly nodes: () => Promise<readonly GraphObject[]>;
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
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

/** A list of the whole store: a statement for the page, and its twin that counts. */
export function listed<Filter>(type: NodeType, planner: Planner<Filter>): Resolver<unknown, ListArgs<Filter>> {
  return async (_, { filter, orderBy, after, ...args }, { graph }): Promise<Connection> => {
    const first = pageSize(args.first);
    const page = orderParams(orderBy, after);
    const plan = await planner(filter ?? ({} as Filter), orderBy, graph);
    const begun = plan.isByKey ? { afterKey: page.afterKey ?? '' } : page;
    const rows = await graph.read(plan.query, { ...plan.params, ...begun, first: first + 1 });
    const nodes = rows.slice(0, first).map((row) => asObject(type, row[type.toLowerCase()]));
    return connection({
      cursors: rows.slice(0, first).map((row) => cursorOf(orderBy, row)),
      nodes: async () => nodes,
      hasPreviousPage: begun.afterKey !== undefined && begun.afterKey !== '',
      hasNextPage: rows.length > first,
      totalCount: async () => Number((await graph.read(plan.counting, plan.params))[0]?.total ?? 0),
    });
  };
}

/** A list of what a node is related to: a statement over `$keys` that gives pages of keys. */
export function related(type: NodeType, query: string, property = 'id'): Resolver<GraphObject, PageArgs> {
  return async (parent, args, { graph }: Context): Promise<Connection> => {
    const first = pageSize(args.first);
    const key = String(parent[property]);
    const after = fromCursor(args.after);
    const page = await graph.related(query, key, after, first);
    return connection({
      cursors: page.ids.map(toCursor),
      nodes: () => graph.nodes(type, page.ids),
      hasPreviousPage: after !== '',
      hasNextPage: page.total > page.ids.length,
      totalCount: async () => (after === '' ? page.total : (await graph.related(query, key, '', 0)).total),
    });
  };
}

function connection(page: {
  readonly cursors: readonly string[];
  readonly nodes: () => Promise<readonly GraphObject[]>;
  readonly hasPreviousPage: boolean;
  readonly hasNextPage: boolean;
  readonly totalCount: () => Promise<number>;
}): Connection {
  const { cursors, nodes, totalCount, hasNextPage, hasPreviousPage } = page;
  const edges = async () => (await nodes()).map((node, i) => ({ cursor: cursors[i] ?? '', node }));
  const pageInfo = { hasNextPage, hasPreviousPage, startCursor: cursors[0] ?? null, endCursor: cursors.at(-1) ?? null };
  return { edges, nodes, totalCount, pageInfo };
}
