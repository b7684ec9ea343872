import { UndirectedGraph } from 'graphology';
import type { Link } from './link.ts';
import type { NetworkNode } from './node.ts';

/** What an edge carries: its independent sources, its cost on a path, and the number of its link. */
export interface EdgeAttributes {
  readonly sources: number;
  /** One for the step and the less, the better it is supported: 1 + 1/sources, so that no detour through strong edges is free. */
  readonly cost: number;
  readonly link: number;
  readonly [name: string]: number;
}

/** The graph that algorithms run on; its nodes are numbers of the roster, as strings. */
export type LinkGraph = UndirectedGraph<Record<string, never>, EdgeAttributes>;

/**
 * The places, agencies and programs that links join, and these links, inserted in the order of their numbers: what an algorithm
 * finds depends on the facts alone. Kinds of things stay out: everybody buys cameras, which makes nobody neighbours.
 */
export function graphOf(nodes: readonly NetworkNode[], links: readonly Link[]): LinkGraph {
  const graph: LinkGraph = new UndirectedGraph();
  const kept = links.flatMap((link, i) => (isAsset(nodes, link) ? [] : [{ ...link, i }]));
  const joined = [...new Set(kept.flatMap(({ a, b }) => [a, b]))].sort((x, y) => x - y);
  for (const node of joined) graph.addNode(String(node));
  for (const { a, b, i, sources } of kept) {
    graph.addUndirectedEdge(String(a), String(b), { sources, cost: 1 + 1 / sources, link: i });
  }
  return graph;
}

function isAsset(nodes: readonly NetworkNode[], { a, b }: Link): boolean {
  return nodes[a]?.kind === 'asset' || nodes[b]?.kind === 'asset';
}
