import type { Resolver } from '../context.ts';
import { keyOf } from '../ids.ts';

/** `Query.outlet` */
export const outlet: Resolver<unknown, { readonly name: string }> = (_, { name }, { graph }) =>
  graph.node('Outlet', keyOf('Outlet', name));
