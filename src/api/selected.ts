import type { GraphQLResolveInfo, SelectionSetNode } from 'graphql';

/** Whether a field is asked for of what another gives, in any of its selections; of a caller that does not say, all fields are. */
export function selects(info: GraphQLResolveInfo | undefined, name: string): boolean {
  return info === undefined || info.fieldNodes.some(({ selectionSet }) => holds(info, selectionSet, name));
}

function holds(info: GraphQLResolveInfo, set: SelectionSetNode | undefined, name: string): boolean {
  return (set?.selections ?? []).some((selection) => {
    if (selection.kind === 'Field') return selection.name.value === name;
    if (selection.kind === 'InlineFragment') return holds(info, selection.selectionSet, name);
    return holds(info, info.fragments[selection.name.value]?.selectionSet, name);
  });
}
