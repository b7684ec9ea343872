import type { Hit } from '../../store/store.ts';
import { pageSize } from '../connection.ts';
import type { Resolver } from '../context.ts';
import { badRequest } from '../errors.ts';
import type { Graph } from '../graph.ts';
import type { NodeType } from '../ids.ts';

const TYPES: readonly NodeType[] = ['Place', 'Agency', 'Program', 'Outlet', 'Article', 'Claim'];
const LONGEST = 200;

interface Args {
  readonly text: string;
  readonly types?: readonly NodeType[] | null;
  readonly first?: number | null;
}

/** `Query.search`: what is not asked for is not looked for. */
export const search: Resolver<unknown, Args> = (_, { text, types, first }, { graph }) => {
  const words = text.trim();
  if (words.length > LONGEST) throw badRequest(`text: at most ${LONGEST} characters`);
  const size = pageSize(first);
  const asked = words === '' ? [] : [...new Set(types ?? TYPES)];
  return {
    hits: async () => (size === 0 ? [] : found(graph, await graph.search(words, asked, size))),
    facets: async () => facets(graph, words, asked),
  };
};

async function facets(graph: Graph, words: string, types: readonly NodeType[]): Promise<object[]> {
  const totals = await graph.searchCounts(words, types);
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
