import { territory } from '../../fact/place-tree.ts';
import type { Network } from '../../network/network.ts';
import type { NodeKind } from '../../network/node.ts';
import { pageSize } from '../connection.ts';
import type { Context, Resolver } from '../context.ts';
import { badRequest } from '../errors.ts';
import { parseGlobalId } from '../ids.ts';
import type { DrawnKind, DrawnNode } from '../neighborhood.ts';

/** How many candidates a message lists. */
const LISTED = 10;

/** `Query.path` */
export const path: Resolver<unknown, { readonly from: string; readonly to: string }> = async (_, args, context) => {
  const { value: network, isCurrent } = await context.projections.network();
  const [from, to] = [numberOf(network, 'from', args.from), numberOf(network, 'to', args.to)];
  const found = network.path(from, to);
  if (found === null) return null;
  const numbers = [from, ...found.map((step) => step.to)];
  const nodes = numbers.map((number, i) => drawn(network, number, i));
  const steps = found.map((step, i) => {
    const link = network.links[step.link];
    const ids = (link?.facts ?? []).flatMap((fact) => network.fact(fact)?.id ?? []);
    return {
      from: nodes[i],
      to: nodes[i + 1],
      roles: link?.roles ?? [],
      sources: link?.sources ?? 0,
      factCount: ids.length,
      facts: ({ first }: { readonly first?: number | null }, { graph }: Context) =>
        graph.nodes('Fact', ids.slice(0, pageSize(first))),
    };
  });
  return { nodes, steps, current: isCurrent };
};

/** The node that a global id, or a name, means. @throws BAD_USER_INPUT where it means none, or several. */
function numberOf(network: Network, argument: string, words: string): number {
  const found = network.find(keyIn(words));
  const [only] = found;
  if (only !== undefined && found.length === 1) return only;
  if (only === undefined) throw badRequest(`${argument}: no fact or article names ${words}`);
  const listed = found.slice(0, LISTED).map((number) => drawn(network, number, 0).id);
  throw badRequest(`${argument}: ${words} may mean several; give one of these ids: ${listed.join('; ')}`);
}

/** The network knows a place by the code of its ground today. */
function keyIn(words: string): string {
  const parsed = parseGlobalId(words);
  if (parsed === null) return words;
  return `${parsed.type.toLowerCase()}:${parsed.type === 'Place' ? territory(parsed.key) : parsed.key}`;
}

const KINDS: Readonly<Record<NodeKind, DrawnKind>> = {
  place: 'Place',
  agency: 'Agency',
  program: 'Program',
  asset: 'Asset',
};

function drawn(network: Network, number: number, depth: number): DrawnNode {
  const node = network.nodes[number];
  if (node === undefined) throw new RangeError('a path goes over nodes of the network');
  const kind = KINDS[node.kind];
  return { id: `${kind}:${node.id}`, kind, key: node.id, label: node.name, type: node.sort, depth };
}
