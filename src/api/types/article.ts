import { related } from '../connection.ts';
import type { Context } from '../context.ts';
import type { GraphObject } from '../graph.ts';
import { globalId } from '../ids.ts';
import { reviewsOf } from './review.ts';

/** Fields of Article that are no property of its node. */
export const Article = {
  id: (article: GraphObject) => globalId('Article', String(article.id)),
  key: (article: GraphObject) => article.id,
  subjectPlace: (article: GraphObject, _: unknown, { graph }: Context) => graph.node('Place', article.subjectPlace),
  publisher: (article: GraphObject, _: unknown, { graph }: Context) => graph.node('Outlet', article.outlet),
  claims: related('Claim', { query: 'claimIdsOfArticles' }),
  documentNumbers: (article: GraphObject) => article.documentNumbers ?? [],
  state: (article: GraphObject) => article.state ?? 'open',
  reviews: reviewsOf('decisionsOfArticles'),
  copyOf: async (article: GraphObject, _: unknown, { graph }: Context) => {
    const [row] = await graph.rows('copiesOf', String(article.id));
    return graph.node('Article', row?.id);
  },
  copies: related('Article', { query: 'copyIdsOfArticles' }),
};
