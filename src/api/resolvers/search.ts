import type { Hit } from '../../store/store.ts';
import { pageSize } from '../connection.ts';
import type { Resolver } from '../context.ts';
import { badRequest } from '../errors.ts';
import type { Graph } from '../graph.ts';
import type { NodeType } from '../ids.ts';
import { selects } from '../selected.ts';

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
export const search: Resolver<unknown, Args> = (_, { text, types, first }, { graph }, info) => {
  const words = text.trim();
  if (words.length > LONGEST) throw badRequest(`text: at most ${LONGEST} characters`);
  const size = pageSize(first);
  const asked = words === '' ? [] : [...new Set(types ?? TYPES)];
  // Facets count what hits are the best of: asked for together, they are read once.
  const counted = selects(info, 'facets') ? COUNTED : size;
  const best = new Map<NodeType, Promise<Hit[]>>();
  const bestOf = (type: NodeType) => {
    const found = best.get(type) ?? graph.search(words, [type], counted);
    best.set(type, found);
    return found;
  };
  return {
    hits: async () => (size === 0 ? [] : found(graph, await find(words, await Promise.all(asked.map(bestOf)), size))),
    facets: async () => facets(asked, await Promise.all(asked.map(bestOf))),
  };
};

function facets(types: readonly NodeType[], best: readonly (readonly Hit[])[]): object[] {
  const counted = types.map((type, i) => {
    const total = best[i]?.length ?? 0;
    return { type, total, capped: total === COUNTED };
  });
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
function find(words: string, best: readonly (readonly Hit[])[], first: number): Hit[] {
  const named = (hit: Hit) => (hit.name === words ? 1 : 0);
  return best
    .flatMap((hits) => hits.slice(0, first))
    .sort((a, b) => named(b) - named(a) || b.score - a.score || (a.key < b.key ? -1 : 1))
    .slice(0, first);
}
