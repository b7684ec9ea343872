import type { Resolver } from '../context.ts';
import { badRequest } from '../errors.ts';
import { parseGlobalId } from '../ids.ts';

/** `Query.node` */
export const node: Resolver<unknown, { readonly id: string }> = (_, { id }, { graph }) => {
  const parsed = parseGlobalId(id);
  if (parsed === null) throw badRequest('id: not a global id; one looks like Place:370503');
  return graph.node(parsed.type, parsed.key);
};
