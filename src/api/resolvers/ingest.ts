import type { ArticleInput } from '../article-input.ts';
import type { Resolver } from '../context.ts';
import { badRequest } from '../errors.ts';
import { writingFor } from '../visitor.ts';

interface Args {
  readonly articles: readonly ArticleInput[];
  readonly dryRun: boolean;
  readonly wait: boolean;
}

const MOST = 100;

/** `Mutation.ingest` */
export const ingest: Resolver<unknown, Args> = async (_, { articles, dryRun, wait }, context) => {
  const writing = writingFor(context);
  if (articles.length > MOST) throw badRequest(`articles: at most ${MOST} at a time, not ${articles.length}`);
  const { ingestion, ended } = writing.begin(articles, dryRun);
  if (wait) await ended;
  return ingestion;
};
