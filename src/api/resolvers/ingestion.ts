import type { Resolver } from '../context.ts';
import { writingFor } from '../visitor.ts';

/** `Query.ingestion` */
export const ingestion: Resolver<unknown, { readonly id: string }> = (_, { id }, context) =>
  writingFor(context).find(id) ?? null;
