import { sketch } from '../fact/sketch.ts';
import { buildGraph, type Divisions } from '../graph/build.ts';
import type { Graph } from '../graph/schema.ts';
import type { Reviews } from '../review/reviews.ts';
import type { ReadArticle } from './load.ts';
import { settledArticle, settledClaim } from './review.ts';

/**
 * What one article gives to the graph, with the key under which each claim meets others, and what people decided on it.
 * @throws XueliangError CLAIM_WITHOUT_QUOTE for a claim that cites no words.
 */
export function articleGraph(
  { record, text, sketch: given }: ReadArticle,
  divisions: Divisions,
  reviews: Reviews,
): Graph {
  const { nodes, relationships } = buildGraph(record, divisions);
  const sketched = given ?? (text === undefined ? null : sketch(text));
  const complete = nodes.map((node) => {
    if (node.label === 'Claim') return settledClaim(node, reviews);
    if (node.label !== 'Article') return node;
    const { properties } = settledArticle(node, reviews);
    return { ...node, properties: sketched === null ? properties : { ...properties, sketch: sketched } };
  });
  return { nodes: complete, relationships };
}
