import { ERRORS } from '../../errors.ts';
import { globalId } from '../ids.ts';
import type { IngestResult, Ingestion as Job } from '../ingestion.ts';
import { type ListArgs, listing } from '../listing.ts';

/** Fields of Ingestion that it does not hold. */
export const Ingestion = {
  ended: ({ results }: Job) => results.length,
  written: counted('written'),
  unchanged: counted('unchanged'),
  refused: counted('refused'),
  results: ({ results }: Job, args: ListArgs) => listing(results, ({ index }) => String(index), args),
};

/** Fields of IngestResult that it does not hold. */
export const IngestResultFields = {
  articleId: ({ articleId }: IngestResult) => (articleId === null ? null : globalId('Article', articleId)),
  error: ({ error }: IngestResult) => {
    if (error === null) return null;
    const { code, message, retriable } = error;
    // A fault of ours may name files: its own words stay here.
    return { code, message: code === 'INTERNAL' ? ERRORS.INTERNAL.meaning : message, retriable };
  },
};

function counted(outcome: IngestResult['outcome']) {
  return ({ results }: Job) => results.filter((result) => result.outcome === outcome).length;
}
