import type { Resolver } from '../context.ts';
import { keyOf } from '../ids.ts';

/** `Query.fact` */
export const fact: Resolver<unknown, { readonly id: string }> = (_, { id }, { graph }) =>
  graph.node('Fact', keyOf('Fact', id));
