import type { NetworkNode } from './node.ts';

/** How well words name a node, best first. */
const TIERS: readonly ((node: NetworkNode, words: string) => boolean)[] = [
  ({ key, id }, words) => key === words || id === words,
  ({ name }, words) => name === words,
  ({ aliases }, words) => aliases.includes(words),
  ({ name, aliases }, words) => name.includes(words) || aliases.some((alias) => alias.includes(words)),
];

/**
 * The numbers of the nodes of some kinds that words may mean: those of the best tier that any is of (id, name, other name, part of a
 * name), in order. One number is an answer; several are candidates, and never settled by a guess.
 */
export function matching(
  nodes: readonly NetworkNode[],
  words: string,
  kinds: readonly NetworkNode['kind'][],
): number[] {
  if (words === '') return [];
  for (const holds of TIERS) {
    const found = nodes.flatMap((node, i) => (kinds.includes(node.kind) && holds(node, words) ? [i] : []));
    if (found.length > 0) return found;
  }
  return [];
}
