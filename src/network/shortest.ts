import { bidirectional } from 'graphology-shortest-path/dijkstra.js';
import { createUnweightedIndexedBrandes } from 'graphology-shortest-path/indexed-brandes.js';
import type { LinkGraph } from './graph.ts';

/** The nodes of the cheapest path by `cost`, both ends included (Dijkstra from both sides); null where nothing joins them. */
export function cheapest(graph: LinkGraph, from: number, to: number): number[] | null {
  const [a, b] = [String(from), String(to)];
  if (!graph.hasNode(a) || !graph.hasNode(b)) return null;
  const found: string[] | null = bidirectional(graph, a, b, 'cost');
  return found === null ? null : found.map(Number);
}

/**
 * The share of each node of the graph, in its order, in shortest paths from the node number `source` to all others: its dependency
 * (Brandes, "A faster algorithm for betweenness centrality", 2001). Paths are counted anew as floats: the package counts them
 * in 32 bits, which dense graphs exceed.
 */
export function dependencies(graph: LinkGraph): (source: number) => Float64Array {
  const brandes = createUnweightedIndexedBrandes(graph);
  return (source) => {
    const [stack, before] = brandes(source);
    const farthestFirst: number[] = [];
    while (stack.size > 0) farthestFirst.push(stack.pop() ?? source);
    const [paths, shares] = [new Float64Array(graph.order), new Float64Array(graph.order)];
    paths[source] = 1;
    for (const node of farthestFirst.toReversed())
      for (const v of before[node] ?? []) paths[node] = at(paths, node) + at(paths, v);
    for (const node of farthestFirst) {
      const share = (1 + at(shares, node)) / at(paths, node);
      for (const v of before[node] ?? []) shares[v] = at(shares, v) + at(paths, v) * share;
    }
    shares[source] = 0;
    return shares;
  };
}

function at(numbers: Float64Array, i: number): number {
  return numbers[i] ?? 0;
}
