import type { Resolver } from '../context.ts';
import { keyOf } from '../ids.ts';

/** `Query.agency` */
export const agency: Resolver<unknown, { readonly id: string }> = (_, { id }, { graph }) =>
  graph.node('Agency', keyOf('Agency', id));
