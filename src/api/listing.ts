import { type PageInfo, pageInfo, pageSize } from './connection.ts';
import { badRequest } from './errors.ts';
import { fromCursor, toCursor } from './ids.ts';

/** How much of a list in memory is asked for. */
export interface ListArgs {
  readonly first?: number | null;
  readonly after?: string | null;
}

/** A page of a list in memory. */
export interface Listing<T> {
  readonly nodes: readonly T[];
  readonly pageInfo: PageInfo;
  readonly totalCount: number;
}

/**
 * A page of a list that stands whole in memory, after the item with the cursor's key.
 * @throws BAD_USER_INPUT for a cursor whose item is no longer in the list
 */
export function listing<T>(items: readonly T[], keyOf: (item: T) => string, { first, after }: ListArgs): Listing<T> {
  const size = pageSize(first);
  const key = fromCursor(after);
  const start = key === '' ? 0 : 1 + items.findIndex((item) => keyOf(item) === key);
  if (key !== '' && start === 0) throw badRequest('after: no longer in this list; ask for its beginning again');
  const nodes = items.slice(start, start + size);
  const cursors = nodes.map((node) => toCursor(keyOf(node)));
  const has = { hasPreviousPage: start > 0, hasNextPage: start + size < items.length };
  return { nodes, pageInfo: pageInfo(cursors, has), totalCount: items.length };
}
