import type { Resolver } from '../context.ts';
import { keyOf } from '../ids.ts';

/** `Query.program` */
export const program: Resolver<unknown, { readonly id: string }> = (_, { id }, { graph }) =>
  graph.node('Program', keyOf('Program', id));
