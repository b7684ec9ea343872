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

/** `Query.search` */
export const search: Resolver<unknown, Args> = async (_, { text, types, first }, { graph }) => {
  const words = text.trim();
  if (words.length > LONGEST) throw badRequest(`text: at most ${LONGEST} characters`);
  const size = pageSize(first);
  const hits = words === '' || size === 0 ? [] : await find(graph, words, types ?? TYPES, size);
  const nodes = await Promise.all(hits.map(({ label, key }) => graph.node(label as NodeType, key)));
  return hits.flatMap(({ label, name, score }, i) => {
    const found = nodes[i];
    return found === null || found === undefined ? [] : [{ node: found, type: label, name, score }];
  });
};

/** Best first; what bears just that name comes before what only mentions it. */
async function find(graph: Graph, words: string, types: readonly NodeType[], first: number): Promise<Hit[]> {
  const found = await Promise.all([...new Set(types)].map((type) => graph.search(words, [type], first)));
  const named = (hit: Hit) => (hit.name === words ? 1 : 0);
  return found
    .flat()
    .sort((a, b) => named(b) - named(a) || b.score - a.score || (a.key < b.key ? -1 : 1))
    .slice(0, first);
}
