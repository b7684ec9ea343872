import type {
  DocumentNode,
  FieldNode,
  FragmentDefinitionNode,
  OperationDefinitionNode,
  SelectionSetNode,
} from 'graphql';
import { refused } from './errors.ts';

/** What one request may ask for. */
export const LIMITS = {
  /** Levels of fields, introspection aside. */
  depth: 14,
  aliases: 30,
  /** Nodes that lists of lists may come to, by their `first`. */
  nodes: 20_000,
  tokens: 1000,
  /** Bytes of the request. */
  bytes: 100 * 1024,
} as const;

const USUAL_FIRST = 20;

/** @throws BAD_USER_INPUT for an operation that goes too deep, has too many aliases, or asks for too many nodes. */
export function checkLimits(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): void {
  const walk = new Walk(document, variables);
  walk.selection(operation.selectionSet, 1, 1);
  if (walk.depth > LIMITS.depth) throw refused(`the query is ${walk.depth} levels deep; ${LIMITS.depth} are allowed`);
  if (walk.aliases > LIMITS.aliases) throw refused(`the query has more than ${LIMITS.aliases} aliases`);
  if (walk.nodes > LIMITS.nodes) {
    throw refused(`the query may return more than ${LIMITS.nodes} nodes; ask for fewer with first`);
  }
}

class Walk {
  depth = 0;
  aliases = 0;
  nodes = 0;
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;

  constructor(
    document: DocumentNode,
    readonly variables: Readonly<Record<string, unknown>>,
  ) {
    const fragments = document.definitions.filter((definition) => definition.kind === 'FragmentDefinition');
    this.#fragments = new Map(fragments.map((fragment) => [fragment.name.value, fragment]));
  }

  /** Fields below `level`, each of which may come `times` over. */
  selection(set: SelectionSetNode | undefined, level: number, times: number): void {
    for (const selection of set?.selections ?? []) {
      if (selection.kind === 'Field') this.#field(selection, level, times);
      else if (selection.kind === 'InlineFragment') this.selection(selection.selectionSet, level, times);
      else this.selection(this.#fragments.get(selection.name.value)?.selectionSet, level, times);
    }
  }

  #field(field: FieldNode, level: number, times: number): void {
    if (field.name.value.startsWith('__')) return;
    if (field.alias !== undefined) this.aliases += 1;
    this.depth = Math.max(this.depth, level);
    const total = times * this.#first(field);
    if (total > times) this.nodes += total;
    this.selection(field.selectionSet, level + 1, total);
  }

  /** How many a list may return: its `first`, or what a list has without one. */
  #first(field: FieldNode): number {
    const argument = field.arguments?.find(({ name }) => name.value === 'first');
    if (argument === undefined) return isConnection(field) ? USUAL_FIRST : 1;
    const { value } = argument;
    if (value.kind === 'IntValue') return Math.max(1, Number(value.value));
    const given = value.kind === 'Variable' ? Number(this.variables[value.name.value] ?? USUAL_FIRST) : USUAL_FIRST;
    return Number.isFinite(given) ? Math.max(1, given) : USUAL_FIRST;
  }
}

/** A connection shows by what is selected of it. */
function isConnection(field: FieldNode): boolean {
  const selected = field.selectionSet?.selections ?? [];
  return selected.some((s) => s.kind === 'Field' && (s.name.value === 'nodes' || s.name.value === 'edges'));
}
