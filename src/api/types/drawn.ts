import type { Context } from '../context.ts';
import type { DrawnEdge, DrawnNode } from '../neighborhood.ts';

/** Fields of GraphNode that it does not hold. */
export const GraphNode = {
  node: ({ kind, key }: DrawnNode, _: unknown, { graph }: Context) => (kind === 'Asset' ? null : graph.node(kind, key)),
};

/** Fields of GraphEdge that it does not hold. */
export const GraphEdge = {
  figure: ({ held }: DrawnEdge) => held.figure,
  min: ({ held }: DrawnEdge) => held.min,
  max: ({ held }: DrawnEdge) => held.max,
  year: ({ held }: DrawnEdge) => held.year,
  stage: ({ held }: DrawnEdge) => held.stage,
  factId: ({ held }: DrawnEdge) => (typeof held.factId === 'string' ? `Fact:${held.factId}` : null),
  fact: ({ held }: DrawnEdge, _: unknown, { graph }: Context) => graph.node('Fact', held.factId),
  article: ({ held }: DrawnEdge, _: unknown, { graph }: Context) => graph.node('Article', held.articleId),
};
