import type { Resolver } from '../context.ts';
import { keyOf } from '../ids.ts';

/** `Query.place` */
export const place: Resolver<unknown, { readonly code: string }> = (_, { code }, { graph }) =>
  graph.node('Place', keyOf('Place', code));
