import louvainModule from 'graphology-communities-louvain';
import type { LinkGraph } from './graph.ts';
import { seeded } from './random.ts';

// The package exports the function itself, its types a module around it.
const louvain = louvainModule as unknown as typeof louvainModule.default;
const SEED = 20_150_506;

/** Nodes that are joined more closely to each other than to the rest. */
export interface Community {
  /** Numbers of its nodes in the roster, ascending. */
  readonly members: readonly number[];
}

/** A graph cut into communities. */
export interface Communities {
  /** The largest first, then the one with the lowest member. */
  readonly communities: readonly Community[];
  /** How much better the cut is than chance, up to 1; 0 for a graph without links. */
  readonly modularity: number;
}

/**
 * The communities of a graph by Louvain's method (Blondel and others, "Fast unfolding of communities in large networks", 2008),
 * links weighted by independent sources. The generator is seeded and nodes stand in a fixed order: the same cut every time.
 */
export function communitiesOf(graph: LinkGraph): Communities {
  if (graph.size === 0) return { communities: [], modularity: 0 };
  const { communities, modularity } = louvain.detailed(graph, { getEdgeWeight: 'sources', rng: seeded(SEED) });
  const members = new Map<number, number[]>();
  for (const node of graph.nodes()) {
    const community = communities[node] ?? -1;
    const listed = members.get(community);
    if (listed === undefined) members.set(community, [Number(node)]);
    else listed.push(Number(node));
  }
  const sorted = [...members.values()].sort((a, b) => b.length - a.length || (a[0] ?? 0) - (b[0] ?? 0));
  return { communities: sorted.map((group) => ({ members: group })), modularity };
}
