import { XueliangError } from '../errors.ts';
import type { Network } from '../network/network.ts';
import type { NetworkNode } from '../network/node.ts';

/** How many candidates a message lists. */
const LISTED = 10;

/**
 * The number of the node that a user means by a name or id. @throws USAGE where nothing or more than one bears it; candidates are
 * listed with the ids by which each can be meant.
 */
export function nodeNamed(network: Network, words: string, kinds?: readonly NetworkNode['kind'][]): number {
  const found = network.find(words, kinds);
  const [only] = found;
  if (only !== undefined && found.length === 1) return only;
  if (only === undefined) throw new XueliangError('USAGE', `no fact or article of this store names ${words}`);
  const listed = found.slice(0, LISTED).flatMap((number) => {
    const node = network.nodes[number];
    return node === undefined ? [] : [`${node.key} (${node.name})`];
  });
  const more = found.length > LISTED ? `; and ${found.length - LISTED} more` : '';
  throw new XueliangError('USAGE', `${words} may mean several; give one of these ids: ${listed.join('; ')}${more}`);
}
