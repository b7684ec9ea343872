import type { Params } from '../store/store.ts';
import type { Context, Resolver } from './context.ts';
import { badRequest } from './errors.ts';
import type { GraphObject } from './graph.ts';
import { fromCursor, type NodeType, toCursor } from './ids.ts';

/** The arguments of every list. */
export interface PageArgs {
  readonly first?: number | null;
  readonly after?: string | null;
  readonly filter?: Params | null;
}

/** A page of a list; what costs a statement of its own is read when it is asked for. */
interface Connection {
  readonly edges: () => Promise<readonly { readonly cursor: string; readonly node: GraphObject }[]>;
  readonly nodes: () => Promise<readonly GraphObject[]>;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
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

/** A list of the whole store: a statement for the page, and its twin that counts. */
export function listed(type: NodeType, query: string, counting: string): Resolver<unknown, PageArgs> {
  const column = type.toLowerCase();
  const property = type === 'Place' ? 'code' : 'id';
  return async (_, args, { graph }): Promise<Connection> => {
    const first = pageSize(args.first);
    const filter = { ...(args.filter ?? {}) };
    const rows = await graph.read(query, { ...filter, after: fromCursor(args.after), first: first + 1 });
    const nodes = rows.slice(0, first).map((row) => {
      const properties = row[column] as Params;
      return { ...properties, __typename: type } as GraphObject;
    });
    return connection({
      keys: nodes.map((node) => String(node[property])),
      nodes: async () => nodes,
      hasNextPage: rows.length > first,
      totalCount: async () => Number((await graph.read(counting, filter))[0]?.total ?? 0),
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
      keys: page.ids,
      nodes: () => graph.nodes(type, page.ids),
      hasNextPage: page.total > page.ids.length,
      totalCount: async () => (after === '' ? page.total : (await graph.related(query, key, '', 0)).total),
    });
  };
}

function connection(page: {
  readonly keys: readonly string[];
  readonly nodes: () => Promise<readonly GraphObject[]>;
  readonly hasNextPage: boolean;
  readonly totalCount: () => Promise<number>;
}): Connection {
  const cursors = page.keys.map(toCursor);
  const edges = async () => (await page.nodes()).map((node, i) => ({ cursor: cursors[i] ?? '', node }));
  const { nodes, totalCount, hasNextPage } = page;
  return { edges, nodes, totalCount, pageInfo: { hasNextPage, endCursor: cursors.at(-1) ?? null } };
}
