import pagerankModule from 'graphology-metrics/centrality/pagerank.js';
import type { LinkGraph } from './graph.ts';
import { sample, seeded } from './random.ts';
import { dependencies } from './shortest.ts';

// The package exports the function itself, its types a module around it.
const pagerank = pagerankModule as unknown as typeof pagerankModule.default;

/** From how many nodes shortest paths are counted; a graph of no more is measured exactly. */
export const PIVOTS = 192;
const SEED = 20_160_927;

/** How central a node is. */
export interface Centrality {
  /** Number of the node in the roster. */
  readonly node: number;
  /** How many nodes it is joined to. */
  readonly neighbours: number;
  /** Degree weighted by independent sources: the sum over its links. */
  readonly degree: number;
  /** Share of the shortest paths between two others that lead through it, from 0 to 1. */
  readonly betweenness: number;
  /** PageRank over links weighted by sources (Page, Brin and others, 1999; damping 0.85); all sum to 1. */
  readonly pagerank: number;
}

/** Centrality of all nodes of a graph, in its order. */
export interface Centralities {
  readonly nodes: readonly Centrality[];
  /** From how many nodes shortest paths were counted, of how many. */
  readonly pivots: number;
  /**
   * Betweenness is off by no more than this for any one node in 95 of 100 samples (Hoeffding's bound for the mean of `pivots`
   * shares; Brandes and Pich, "Centrality estimation in large networks", 2007); 0 where all nodes were pivots.
   */
  readonly error: number;
}

/** Measures all nodes; in time linear in the edges, for at most `most` pivots are drawn, always the same. */
export function centralities(graph: LinkGraph, most = PIVOTS): Centralities {
  const { order } = graph;
  const pivots = sample(order, most, seeded(SEED));
  const between = betweenness(graph, pivots);
  const ranks = order === 0 ? {} : pagerank(graph, { getEdgeWeight: 'sources' });
  const nodes = graph.mapNodes((node) => ({
    node: Number(node),
    neighbours: graph.degree(node),
    degree: graph.reduceEdges(node, (sum, _, { sources }) => sum + sources, 0),
    pagerank: ranks[node] ?? 0,
  }));
  const error = pivots.length === order ? 0 : Math.sqrt(Math.log(2 / 0.05) / (2 * pivots.length));
  return { nodes: nodes.map((node, i) => ({ ...node, betweenness: between[i] ?? 0 })), pivots: pivots.length, error };
}

/** Normalised for n nodes by (n-1)(n-2), and scaled up from the pivots to all nodes. */
function betweenness(graph: LinkGraph, pivots: readonly number[]): Float64Array {
  const { order } = graph;
  const sums = new Float64Array(order);
  if (order < 3) return sums;
  const sharesFrom = dependencies(graph);
  for (const pivot of pivots)
    sharesFrom(pivot).forEach((share, i) => {
      sums[i] = (sums[i] ?? 0) + share;
    });
  const scale = order / pivots.length / ((order - 1) * (order - 2));
  return sums.map((sum) => sum * scale);
}
