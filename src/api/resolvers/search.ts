import type { Hit } from '../../store/store.ts';
import { pageSize } from '../connection.ts';
import type { Resolver } from '../context.ts';
import { badRequest } from '../errors.ts';
import { asObject, type Graph } from '../graph.ts';
import type { NodeType } from '../ids.ts';
import { selects, selectsOnly } from '../selected.ts';

const TYPES: readonly NodeType[] = ['Place', 'Agency', 'Program', 'Outlet', 'Article', 'Claim'];
const LONGEST = 200;

interface Args {
  readonly text: string;
  readonly types?: readonly NodeType[] | null;
  readonly first?: number | null;
}

/** `Query.search`: what is not asked for is not looked for, and what is asked for together is looked for together. */
export const search: Resolver<unknown, Args> = (_, { text, types, first }, { graph }, info) => {
  const words = text.trim();
  if (words.length > LONGEST) throw badRequest(`text: at most ${LONGEST} characters`);
  const size = pageSize(first);
  const asked = words === '' ? [] : [...new Set(types ?? TYPES)];
  const isBoth = info !== undefined && size > 0 && ['hits', 'facets'].every((name) => selects(info, name));
  const both = isBoth ? graph.searchBoth(words, asked, size) : undefined;
  // What fails here fails where it is asked for, and is said there.
  both?.catch(() => undefined);
  return {
    hits: async () => {
      const hits = size === 0 ? [] : ((await both)?.hits ?? (await graph.search(words, asked, size)));
      return selectsOnly(info, ['hits', 'node'], IDENTITY) ? hits.map(identified) : found(graph, hits);
    },
    facets: async () => facets((await both)?.totals ?? (await graph.searchCounts(words, asked)), asked),
  };
};

/** What of a node is known from a hit: where nothing else is asked for, nodes are not read. */
const IDENTITY: ReadonlySet<string> = new Set(['id', '__typename']);

function identified({ label, key, name, score }: Hit): object {
  const type = label as NodeType;
  return { node: asObject(type, { [KEYS[type] ?? 'id']: key }), type, name, score };
}

/** The property that holds the key, where it is not `id`. */
const KEYS: Readonly<Partial<Record<NodeType, string>>> = { Place: 'code', Outlet: 'name' };

function facets(totals: ReadonlyMap<string, number>, types: readonly NodeType[]): object[] {
  const counted = types.map((type) => ({ type, total: totals.get(type) ?? 0, capped: false }));
  return counted.sort((a, b) => b.total - a.total || TYPES.indexOf(a.type) - TYPES.indexOf(b.type));
}

async function found(graph: Graph, hits: readonly Hit[]): Promise<object[]> {
  const nodes = await Promise.all(hits.map(({ label, key }) => graph.node(label as NodeType, key)));
  return hits.flatMap(({ label, name, score }, i) => {
    const node = nodes[i] ?? null;
    return node === null ? [] : [{ node, type: label, name, score }];
  });
}
