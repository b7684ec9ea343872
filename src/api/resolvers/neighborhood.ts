import type { Value } from '../../store/store.ts';
import type { Context, Resolver } from '../context.ts';
import { badRequest } from '../errors.ts';
import type { GraphObject } from '../graph.ts';
import { parseGlobalId } from '../ids.ts';
import { type DrawnKind, type DrawnNode, type Middle, neighborhoodOf } from '../neighborhood.ts';

interface Args {
  readonly id: string;
  readonly depth: number;
  readonly kinds: readonly string[];
  readonly limit: number;
}

const DEEPEST = 3;
const LARGEST = 500;

/** `Query.neighborhood` */
export const neighborhood: Resolver<unknown, Args> = async (_, { id, depth, kinds, limit }, context) => {
  if (depth < 1 || depth > DEEPEST) throw badRequest(`depth: from 1 to ${DEEPEST}, not ${depth}`);
  if (limit < 1 || limit > LARGEST) throw badRequest(`limit: from 1 to ${LARGEST}, not ${limit}`);
  return neighborhoodOf(context.graph, middleOf(id, context), { depth, kinds: [...new Set(kinds)], nodes: limit });
};

/** @throws BAD_USER_INPUT for what is never drawn. */
function middleOf(id: string, { graph }: Context): Middle {
  if (id.startsWith('Asset:')) {
    const key = id.slice('Asset:'.length);
    return { kind: 'Asset', key, read: async () => ({ id, kind: 'Asset', key, label: key, type: null, depth: 0 }) };
  }
  const parsed = parseGlobalId(id);
  if (parsed === null || !DRAWN.has(parsed.type)) {
    throw badRequest('id: a global id of a place, agency, program or thing (Place:370503, Asset:camera)');
  }
  const [kind, key] = [parsed.type as DrawnKind, parsed.key];
  const read = async () => {
    const node = await graph.node(parsed.type, key);
    return node && drawnOf(node, { id, kind, key });
  };
  return { kind, key, read };
}

function drawnOf(node: GraphObject, { id, kind, key }: Pick<DrawnNode, 'id' | 'kind' | 'key'>): DrawnNode {
  const text = (value: Value | undefined) => (typeof value === 'string' ? value : null);
  const type = text(node.level) ?? text(node.type) ?? text(node.category);
  return { id, kind, key, label: text(node.name) ?? key, type, depth: 0 };
}

const DRAWN: ReadonlySet<string> = new Set(['Place', 'Agency', 'Program']);
