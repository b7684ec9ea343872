import type { Resolver } from '../context.ts';
import { keyOf } from '../ids.ts';

/** `Query.article` */
export const article: Resolver<unknown, { readonly id: string }> = (_, { id }, { graph }) =>
  graph.node('Article', keyOf('Article', id));
