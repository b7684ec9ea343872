import type { Held, Projection } from '../store/projection.ts';
import type { Context } from './context.ts';
import type { Graph } from './graph.ts';

const asked = new WeakMap<Graph, Promise<Held<Projection>>>();

/** The facts that all answers of one request are made of. */
export function factsOf({ graph, projections }: Context): Promise<Held<Projection>> {
  const known = asked.get(graph);
  if (known !== undefined) return known;
  const facts = projections.facts();
  asked.set(graph, facts);
  return facts;
}
