import type { Resolver } from '../context.ts';
import { keyOf } from '../ids.ts';

/** `Query.claim` */
export const claim: Resolver<unknown, { readonly id: string }> = (_, { id }, { graph }) =>
  graph.node('Claim', keyOf('Claim', id));
