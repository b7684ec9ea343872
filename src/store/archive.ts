import type { Entry } from '../journal/entry.ts';
import type { Damage } from '../journal/scan.ts';
import type { Holder } from './owner.ts';
import type { Store } from './store.ts';

/** What became of a batch of entries: durable in the journal, and in the graph. */
export interface Acknowledged {
  readonly articles: number;
  readonly claims: number;
  /** How many of them were known to the letter already, so that nothing was written. */
  readonly known: number;
  /** What the others are about: ids of articles, and targets of decisions. */
  readonly changed: readonly string[];
}

/** The one who may write, until `end`. */
export interface Writer {
  /** Returns once the entries are on disk and in the graph; what it threw for may be written again. */
  write(entries: readonly Entry[]): Promise<Acknowledged>;
  /** Makes the graph anew from the journal; returns how many articles it has. */
  rebuild(): Promise<number>;
  end(): Promise<void>;
}

/** A graph with the journal that it is made from, wherever the process is that has them. */
export interface Archive {
  readonly store: Store;
  /** Becomes the one writer. @throws STORE_LOCKED naming who is, JOURNAL_DAMAGED. */
  begin(who: Holder): Promise<Writer>;
  /** What of the journal does not read; empty for a store without one. */
  verify(): Promise<readonly Damage[]>;
  /** Whether the graph is being made again, so that it lacks much for now. */
  rebuilding(): Promise<boolean>;
  close(): Promise<void>;
}
