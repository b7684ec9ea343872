import { pageInfo, pageSize } from '../connection.ts';
import type { Resolver } from '../context.ts';
import { cursorOf, orderParams } from '../order.ts';
import type { ConflictPair } from '../types/conflict.ts';

interface Args {
  readonly first?: number | null;
  readonly after?: string | null;
}

/** `Query.conflicts` */
export const conflicts: Resolver<unknown, Args> = async (_, args, { graph }) => {
  const first = pageSize(args.first);
  const { afterKey = '', afterRank = '' } = orderParams(null, args.after);
  const rows = await graph.read('conflictPairs', { afterKey, afterOther: String(afterRank ?? ''), first: first + 1 });
  const pairs = rows
    .slice(0, first)
    .map(({ key, otherId }): ConflictPair => ({ key: String(key), other: String(otherId) }));
  const cursors = pairs.map(({ key, other }) => cursorOf(null, { key, rank: other }));
  return {
    nodes: pairs,
    edges: pairs.map((node, i) => ({ cursor: cursors[i], node })),
    pageInfo: pageInfo(cursors, { hasNextPage: rows.length > first, hasPreviousPage: afterKey !== '' }),
    totalCount: async () => Number((await graph.read('conflictPairsCount'))[0]?.total ?? 0),
  };
};
