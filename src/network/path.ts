import type { LinkGraph } from './graph.ts';
import { cheapest } from './shortest.ts';

/** A path of more steps joins nobody in a way that a reader could follow. */
export const MOST_STEPS = 8;

/** From one node to the next, along one link. */
export interface Step {
  /** Numbers of nodes in the roster, and of the link between them. */
  readonly from: number;
  readonly to: number;
  readonly link: number;
}

/**
 * The path between two nodes that costs least, where a step costs 1 + 1/sources: fewest steps first, and of these the best
 * supported; three steps beat two only where many sources state each. Null where there is none of at most `MOST_STEPS`; no
 * steps from a node to itself.
 */
export function pathBetween(graph: LinkGraph, from: number, to: number): Step[] | null {
  const nodes = from === to ? [from] : cheapest(graph, from, to);
  if (nodes === null || nodes.length - 1 > MOST_STEPS) return null;
  return nodes.slice(1).map((node, i) => {
    const before = nodes[i] ?? from;
    return { from: before, to: node, link: graph.getEdgeAttribute(String(before), String(node), 'link') };
  });
}
