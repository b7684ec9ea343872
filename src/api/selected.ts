import type { DocumentNode, FieldNode, GraphQLResolveInfo, SelectionSetNode, ValueNode } from 'graphql';

/** Whether a field is asked for of what another gives, in any of its selections; of a caller that does not say, all fields are. */
export function selects(info: GraphQLResolveInfo | undefined, name: string): boolean {
  return info === undefined || selected(info, name).length > 0;
}

/** Whether nothing but these fields is asked for at the end of a path of fields; of a caller that does not say, more may be. */
export function selectsOnly(
  info: GraphQLResolveInfo | undefined,
  path: readonly string[],
  names: ReadonlySet<string>,
): boolean {
  if (info === undefined) return false;
  return at(info, path).every(({ selectionSet }) =>
    within(info, selectionSet).every(({ name }) => names.has(name.value)),
  );
}

/** Whether a document asks for what stands at the end of one of these paths of fields. */
export function selectsPath(info: GraphQLResolveInfo | undefined, ...paths: readonly (readonly string[])[]): boolean {
  return info !== undefined && paths.some((path) => at(info, path).length > 0);
}

/** The fields at the end of a path. */
function at(info: GraphQLResolveInfo, path: readonly string[]): readonly FieldNode[] {
  return path.reduce<readonly FieldNode[]>(
    (nodes, name) => nodes.flatMap(({ selectionSet }) => within(info, selectionSet, name)),
    info.fieldNodes,
  );
}

/** A page of a list, as a document asks for it. */
export interface AskedPage {
  readonly first?: unknown;
  readonly after?: unknown;
}

/** The pages that are asked for of a list of what a field gives; where its nodes are not asked for, none is. */
export function pagesOf(info: GraphQLResolveInfo | undefined, name: string): AskedPage[] {
  if (info === undefined) return [];
  return selected(info, name)
    .filter(({ selectionSet }) => ['nodes', 'edges'].some((list) => within(info, selectionSet, list).length > 0))
    .map(({ arguments: all = [] }) =>
      Object.fromEntries(all.map((argument) => [argument.name.value, given(info, argument.value)])),
    );
}

function selected(info: GraphQLResolveInfo, name: string): FieldNode[] {
  return info.fieldNodes.flatMap(({ selectionSet }) => within(info, selectionSet, name));
}

/** The fields of that name in a selection and its fragments; without a name all. */
function within(info: GraphQLResolveInfo, set: SelectionSetNode | undefined, name?: string): FieldNode[] {
  return (set?.selections ?? []).flatMap((selection) => {
    if (selection.kind === 'Field') return name === undefined || selection.name.value === name ? [selection] : [];
    if (selection.kind === 'InlineFragment') return within(info, selection.selectionSet, name);
    return within(info, info.fragments[selection.name.value]?.selectionSet, name);
  });
}

/** Variables, numbers and strings: what arguments of a page are. */
function given(info: GraphQLResolveInfo, value: ValueNode): unknown {
  if (value.kind === 'Variable') return info.variableValues[value.name.value];
  if (value.kind === 'IntValue') return Number(value.value);
  return value.kind === 'StringValue' ? value.value : undefined;
}

const known = new WeakMap<DocumentNode, ReadonlySet<string>>();

/** The names of all fields that a document asks for, of whatever; a document that comes again was looked through. */
export function fieldsIn(document: DocumentNode): ReadonlySet<string> {
  const seen = known.get(document);
  if (seen !== undefined) return seen;
  const found = new Set<string>();
  const sets = document.definitions.flatMap((one) => ('selectionSet' in one ? [one.selectionSet] : []));
  for (const set of sets) {
    for (const selection of set.selections) {
      if (selection.kind === 'Field') found.add(selection.name.value);
      if ('selectionSet' in selection && selection.selectionSet !== undefined) sets.push(selection.selectionSet);
    }
  }
  known.set(document, found);
  return found;
}
