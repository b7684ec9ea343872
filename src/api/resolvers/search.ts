import { pageSize } from '../connection.ts';
import type { Resolver } from '../context.ts';
import { badRequest } from '../errors.ts';
import type { NodeType } from '../ids.ts';

const TYPES: readonly NodeType[] = ['Place', 'Agency', 'Program', 'Article', 'Claim'];
const LONGEST = 200;

interface Args {
  readonly text: string;
  readonly types?: readonly NodeType[] | null;
  readonly first?: number | null;
}

/** `Query.search` */
export const search: Resolver<unknown, Args> = async (_, { text, types, first }, { graph }) => {
  const words = text.trim();
  if (words.length > LONGEST) throw badRequest(`text: at most ${LONGEST} characters`);
  const size = pageSize(first);
  const hits = words === '' || size === 0 ? [] : await graph.search(words, types ?? TYPES, size);
  const nodes = await Promise.all(hits.map(({ label, key }) => graph.node(label as NodeType, key)));
  return hits.flatMap(({ label, name, score }, i) => {
    const found = nodes[i];
    return found === null || found === undefined ? [] : [{ node: found, type: label, name, score }];
  });
};
