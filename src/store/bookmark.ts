import { batch } from './batches.ts';
import { statement } from './queries.ts';
import type { Condition, Row, Store, WriteBatch } from './store.ts';

/** The key of the one node that says so. */
export const JOURNAL_KEY = 'journal';

/** Of which journal a store's graph is made, up to which entry, by which version of its engine. */
export interface Bookmark {
  readonly journal: string;
  readonly sequence: number;
  readonly engine: string;
}

/** What the store says of itself; null when it says nothing. */
export async function readBookmark(store: Store): Promise<Bookmark | null> {
  const [row] = await store.read(statement('journal'));
  const said = row?.journal as Row | undefined;
  if (said === undefined) return null;
  return { journal: String(said.journal), sequence: Number(said.sequence), engine: String(said.engine) };
}

/** Written in the transaction of the articles that it speaks of, so that it is never ahead of them, nor behind. */
export function bookmarkBatch({ engine }: Store, journal: string, sequence: number): WriteBatch {
  const properties = { key: JOURNAL_KEY, journal, sequence, engine: `${engine.name} ${engine.version}` };
  return batch('putJournal', [{ key: JOURNAL_KEY, properties }]);
}

/** The sequence of a graph that is being made anew, and is not whole: who finds it begins again. */
export const REBUILDING = -1;

/** That the store still says what it said; whoever else writes is waited for. */
export function unchanged(said: Pick<Bookmark, 'journal' | 'sequence'> | null): Condition {
  const { journal = null, sequence = null } = said ?? {};
  return { batch: batch('holdJournal.neo4j', [{ key: 'journal' }]), expected: [{ journal, sequence }] };
}

/** Whether there is any article in the graph. */
export async function isEmpty(store: Store): Promise<boolean> {
  const [row] = await store.read(statement('articlesCount'));
  return Number(row?.total ?? 0) === 0;
}
