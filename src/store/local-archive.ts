import type { XueliangError } from '../errors.ts';
import { buildGraph, type Divisions } from '../graph/build.ts';
import { type Entry, isReading, type JournalEntry, subjectOf } from '../journal/entry.ts';
import type { Journal } from '../journal/journal.ts';
import { type Damage, damaged, damageIn } from '../journal/scan.ts';
import type { Acknowledged, Archive, Writer } from './archive.ts';
import { type Bookmark, bookmarkBatch, REBUILDING, readBookmark, unchanged } from './bookmark.ts';
import { Loader } from './load.ts';
import { type Holder, lockedBy } from './owner.ts';
import { type Patience, patiently, retry } from './retry.ts';
import { recordVersion } from './schema-version.ts';
import type { Store } from './store.ts';

const BATCH = 100;
/** What the graph of a store without a journal is said to be made of. */
const NO_JOURNAL = 'none';

/** How other processes are answered meanwhile: first they are let go, and the lock goes when the store is closed. */
export interface Hosting {
  drain(): Promise<void>;
  release(): Promise<void>;
}

/** What an archive is made of. */
export interface Parts {
  readonly store: Store;
  /** Null for `memory:`, a Neo4j that is only read, and a journal that does not open. */
  readonly journal: Journal | null;
  /** Why the journal does not open, and where it is: then the graph is read, and nobody writes. */
  readonly broken?: { readonly error: XueliangError; readonly folder: string };
  /** Up to which entry the graph is made. */
  readonly sequence: number;
  readonly divisions: Divisions;
  /** How long writing waits for a server that does not answer; an embedded engine is asked a few times and no more. */
  readonly patience?: Patience;
}

/** Graph and journal in the hands of this process. Without a journal (`memory:`) the graph is all there is. */
export class LocalArchive implements Archive {
  readonly store: Store;
  readonly journal: Journal | null;
  readonly divisions: Divisions;
  readonly #broken: Parts['broken'];
  readonly #hosting: Hosting | undefined;
  readonly #patience: Patience | undefined;
  /** Up to which entry the graph is made. */
  #sequence: number;
  /** What the store says of itself, where it is known. */
  #held: Pick<Bookmark, 'journal' | 'sequence'> | null | undefined;
  #loader: Loader | undefined;
  #writer: Holder | undefined;
  #rebuilding = false;

  constructor(parts: Parts, hosting?: Hosting) {
    this.store = parts.store;
    this.journal = parts.journal;
    this.divisions = parts.divisions;
    this.#sequence = parts.sequence;
    this.#broken = parts.broken;
    this.#hosting = hosting;
    this.#patience = parts.patience;
  }

  async begin(who: Holder): Promise<Writer> {
    if (this.#broken !== undefined) throw this.#broken.error;
    if (this.#writer !== undefined) throw lockedBy(this.#writer);
    this.#writer = who;
    return {
      write: (entries) => this.#write(entries),
      rebuild: () => this.rebuild(),
      end: () => this.#end(who),
    };
  }

  async verify(): Promise<readonly Damage[]> {
    if (this.#broken !== undefined) return damageIn(this.#broken.folder);
    return (await this.journal?.verify()) ?? [];
  }

  async close(): Promise<void> {
    await this.#hosting?.drain();
    try {
      await this.store.close();
    } finally {
      await this.#hosting?.release();
    }
  }

  /** Writes into the graph what the journal has beyond it; returns how many articles. */
  async catchUp(): Promise<number> {
    if (this.journal === null) return 0;
    let articles = 0;
    let batch: JournalEntry[] = [];
    const flush = async (sequence: number) => {
      await this.#toGraph(batch, sequence);
      articles += batch.length;
      batch = [];
    };
    for await (const entry of this.journal.entries(this.#sequence)) {
      batch.push(entry);
      if (batch.length >= BATCH) await flush(entry.sequence);
    }
    if (this.#sequence < this.journal.last) await flush(this.journal.last);
    return articles;
  }

  /** Makes the store say that it is of this journal, as it now is. */
  async adopt(): Promise<void> {
    await this.#toGraph([], this.#sequence);
  }

  /** The journal is read through before anything is taken away. @throws JOURNAL_DAMAGED. */
  async rebuild(): Promise<number> {
    const [damage] = await this.verify();
    if (this.journal !== null && damage !== undefined) throw damaged(this.journal.folder, damage);
    this.#rebuilding = true;
    try {
      return await this.#rebuild();
    } finally {
      this.#rebuilding = false;
    }
  }

  async rebuilding(): Promise<boolean> {
    return this.#rebuilding;
  }

  /** A server is emptied bit by bit: whoever finds it half empty is to begin anew. */
  async #rebuild(): Promise<number> {
    const { journal, store } = this;
    const marked = journal === null ? [] : [bookmarkBatch(store, journal.id, REBUILDING)];
    if (this.#patience !== undefined) await this.#again(() => store.write(marked));
    await this.#again(() => store.reset());
    await this.#again(() => recordVersion(store));
    this.#loader = undefined;
    this.#held = undefined;
    this.#sequence = 0;
    return this.catchUp();
  }

  /** Journal first: once it is there, the graph follows, now or when it is next opened. */
  async #write(entries: readonly Entry[]): Promise<Acknowledged> {
    const latest = [...new Map(entries.map((entry) => [subjectOf(entry), entry])).values()];
    const readings = latest.filter(isReading);
    // What the graph would refuse must not come to stand in the journal.
    for (const { record } of readings) buildGraph(record, this.divisions);
    const claims = readings.reduce((sum, { record }) => sum + record.claims.length, 0);
    if (this.journal === null) {
      // Counted all the same: who keeps answers in memory sees by it that the graph is another.
      await this.#toGraph(latest, this.#sequence + 1);
      return { articles: entries.length, claims, known: 0, changed: latest.map(subjectOf) };
    }
    const behind = this.#sequence < this.journal.last;
    const { written, known } = await this.journal.append(latest);
    if (behind) await this.catchUp();
    else if (written.length > 0) await this.#toGraph(written, this.journal.last);
    return { articles: entries.length, claims, known, changed: written.map(subjectOf) };
  }

  /** After a failure it is asked first whether the write was made all the same. */
  async #toGraph(entries: readonly Entry[], sequence: number): Promise<void> {
    let failed = false;
    await this.#again(async () => {
      try {
        if (this.journal !== null && this.#held === undefined) this.#held = await readBookmark(this.store);
        if (failed && this.#isAt(sequence)) return;
        await this.#apply(entries, sequence);
      } catch (error) {
        // What was known of the store no longer holds: it is read anew.
        this.#loader = undefined;
        this.#held = undefined;
        failed = true;
        throw error;
      }
    });
    this.#sequence = sequence;
  }

  #isAt(sequence: number): boolean {
    return this.#held?.journal === this.journal?.id && this.#held?.sequence === sequence;
  }

  async #apply(entries: readonly Entry[], sequence: number): Promise<void> {
    this.#loader ??= await Loader.open(this.store, this.divisions);
    const decisions = entries.flatMap((entry) => (isReading(entry) ? [] : [entry.decision]));
    const readings = entries.filter(isReading);
    const mark = bookmarkBatch(this.store, this.journal?.id ?? NO_JOURNAL, sequence);
    if (this.journal === null) return void (await this.#loader.write(readings, [mark], decisions));
    await this.#loader.write(readings, [mark], decisions, unchanged(this.#held ?? null));
    this.#held = { journal: this.journal.id, sequence };
  }

  #again<T>(work: () => Promise<T>): Promise<T> {
    return this.#patience === undefined ? retry(work) : patiently(work, this.#patience);
  }

  async #end(who: Holder): Promise<void> {
    if (this.#writer !== who) return;
    this.#writer = undefined;
    await this.store.checkpoint();
  }
}
