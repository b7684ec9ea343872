import type { Hit } from '../../store/store.ts';
import { pageSize } from '../connection.ts';
import type { Resolver } from '../context.ts';
import { badRequest } from '../errors.ts';
import type { Graph } from '../graph.ts';
import type { NodeType } from '../ids.ts';

const TYPES: readonly NodeType[] = ['Place', 'Agency', 'Program', 'Article', 'Claim'];
const LONGEST = 200;

interface Args {
  readonly text: string;
  readonly types?: readonly NodeType[] | null;
  readonly first?: number | null;
}

/** Matches are not counted beyond this: counting all would read all. */
const COUNTED = 1000;

/** `Query.search`: what is not asked for is not looked for. */
export const search: Resolver<unknown, Args> = (_, { text, types, first }, { graph }) => {
  const words = text.trim();
  if (words.length > LONGEST) throw badRequest(`text: at most ${LONGEST} characters`);
  const size = pageSize(first);
  const asked = words === '' ? [] : [...new Set(types ?? TYPES)];
  return {
    hits: async () => (size === 0 ? [] : found(graph, await find(graph, words, asked, size))),
    facets: async () => facets(graph, words, asked),
  };
};

async function facets(graph: Graph, words: string, types: readonly NodeType[]): Promise<object[]> {
  const counted = await Promise.all(
    types.map(async (type) => {
      const { length } = await graph.search(words, [type], COUNTED);
      return { type, total: length, capped: length === COUNTED };
    }),
  );
  return counted.sort((a, b) => b.total - a.total || TYPES.indexOf(a.type) - TYPES.indexOf(b.type));
}

async function found(graph: Graph, hits: readonly Hit[]): Promise<object[]> {
  const nodes = await Promise.all(hits.map(({ label, key }) => graph.node(label as NodeType, key)));
  return hits.flatMap(({ label, name, score }, i) => {
    const node = nodes[i] ?? null;
    return node === null ? [] : [{ node, type: label, name, score }];
  });
}

/** Best first; what bears just that name comes before what only mentions it. */
async function find(graph: Graph, words: string, types: readonly NodeType[], first: number): Promise<Hit[]> {
  const hits = await Promise.all(types.map((type) => graph.search(words, [type], first)));
  const named = (hit: Hit) => (hit.name === words ? 1 : 0);
  return hits
    .flat()
    .sort((a, b) => named(b) - named(a) || b.score - a.score || (a.key < b.key ? -1 : 1))
    .slice(0, first);
}
