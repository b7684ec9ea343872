import type { Correction, Decision } from '../../review/decision.ts';
import { claimsOf } from '../../review/decision.ts';
import type { Row } from '../../store/store.ts';
import type { Context } from '../context.ts';
import { asObject, type GraphObject } from '../graph.ts';
import { globalId } from '../ids.ts';

/** Fields of Review that are no property of its node. */
export const Review = {
  id: (review: GraphObject) => globalId('Review', String(review.id)),
  key: (review: GraphObject) => review.id,
  claims: (review: GraphObject, _: unknown, { graph }: Context) => graph.nodes('Claim', claimsOf(decided(review))),
  article: (review: GraphObject, _: unknown, { graph }: Context) => {
    const decision = decided(review);
    return graph.node('Article', 'article' in decision ? decision.article : null);
  },
  holds: (review: GraphObject, _: unknown, { graph }: Context) => {
    const decision = decided(review);
    return graph.node('Claim', 'holds' in decision ? decision.holds : null);
  },
  corrected: (review: GraphObject): Correction | null => {
    const decision = decided(review);
    return 'claim' in decision ? (decision.set ?? null) : null;
  },
};

/** The decisions on a claim or an article. */
export function reviewsOf(query: 'decisionsOfClaims' | 'decisionsOfArticles') {
  return async (node: GraphObject, _: unknown, { graph }: Context): Promise<GraphObject[]> => {
    const rows = await graph.rows(query, String(node.id));
    return rows.map(reviewObject);
  };
}

function reviewObject({ id, decision }: Row): GraphObject {
  const { verdict, note, on } = JSON.parse(String(decision)) as Decision;
  return asObject('Review', {
    id: id ?? null,
    verdict,
    note: note ?? null,
    on: on ?? null,
    decision: decision ?? null,
  });
}

function decided(review: GraphObject): Decision {
  return JSON.parse(String(review.decision)) as Decision;
}
