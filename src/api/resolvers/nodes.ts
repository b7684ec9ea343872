import type { Resolver } from '../context.ts';
import { badRequest } from '../errors.ts';
import { parseGlobalId } from '../ids.ts';

const MOST = 100;

/** `Query.nodes` */
export const nodes: Resolver<unknown, { readonly ids: readonly string[] }> = (_, { ids }, { graph }) => {
  if (ids.length > MOST) throw badRequest(`ids: at most ${MOST} at once, not ${ids.length}`);
  const parsed = ids.map((id) => {
    const found = parseGlobalId(id);
    if (found === null) throw badRequest(`ids: ${id.slice(0, 80)} is no global id; one looks like Place:370503`);
    return found;
  });
  return Promise.all(parsed.map(({ type, key }) => graph.node(type, key)));
};
