import type { GraphNode, GraphRelationship } from '../graph/schema.ts';
import { writeStatement } from './queries.ts';
import type { Params, WriteBatch } from './store.ts';

/** Rows for one statement, in the order given. */
export function batch(name: string, rows: readonly Params[]): WriteBatch {
  return { statement: writeStatement(name), rows };
}

/** Rows of keys for one statement, each key once. */
export function keyed(name: string, keys: Iterable<string>): WriteBatch {
  return batch(
    name,
    [...new Set(keys)].sort().map((key) => ({ key })),
  );
}

/** The statements that put nodes, one per label. */
export function putNodes(nodes: Iterable<GraphNode>): WriteBatch[] {
  return grouped(
    [...nodes],
    (node) => `put${node.label}`,
    ({ key, properties }) => ({ key, properties }),
  );
}

/** The statements that join nodes, one per relationship type and pair of labels. */
export function putRelationships(relationships: Iterable<GraphRelationship>): WriteBatch[] {
  return grouped(
    [...relationships],
    ({ type, from, to }) => `link${from.label}${pascal(type)}${to.label}`,
    ({ from, to, properties }) => ({ from: from.key, to: to.key, properties }),
  );
}

function grouped<T>(items: readonly T[], name: (item: T) => string, row: (item: T) => Params): WriteBatch[] {
  return [...groupBy(items, name)].map(([statement, of]) => batch(statement, of.map(row)));
}

/** The items by what `key` says of them, in the order in which they first came. */
export function groupBy<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group === undefined) groups.set(key(item), [item]);
    else group.push(item);
  }
  return groups;
}

/** PART_OF → PartOf: how file names spell a relationship type. */
function pascal(type: string): string {
  return type
    .split('_')
    .map((word) => word.charAt(0) + word.slice(1).toLowerCase())
    .join('');
}
