import { mkdir, open, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { durably, type Segment, syncFolder, unwritable } from './disk.ts';
import { type Entry, type JournalEntry, subjectOf } from './entry.ts';
import { frame, frames, hashOf } from './frame.ts';
import { idOf, newId } from './header.ts';
import { type Damage, damaged, damageIn, segmentsOf, wholeJournal } from './scan.ts';

const SEGMENT_BYTES = 16 * 1024 * 1024;

/** What `append` did: entries that say what the newest on their subject says already are not written again. */
export interface Appended {
  readonly written: readonly JournalEntry[];
  readonly known: number;
}

/**
 * An append-only folder of segments, each named by the number of its first entry. An entry is durable when `append`
 * returns. One process writes at a time; the caller sees to that.
 */
export class Journal {
  readonly folder: string;
  /** The journal's own name, by which a store knows it. */
  readonly id: string;
  /** What was cut off when the journal was opened: a half-written or damaged tail. */
  readonly cut: Damage | null;
  #last: number;
  #segment: { name: string; bytes: number } | null;
  /** For each article, and each target of a decision, its newest entry: number and hash of what it says. Read when first needed. */
  #newest: Map<string, { sequence: number; sha256: string }> | undefined;

  readonly #segmentBytes: number;

  private constructor(
    folder: string,
    id: string,
    state: { last: number; segment: Segment | null; cut: Damage | null },
    segmentBytes: number,
  ) {
    this.folder = folder;
    this.id = id;
    this.#last = state.last;
    this.#segment = state.segment;
    this.cut = state.cut;
    this.#segmentBytes = segmentBytes;
  }

  /**
   * Opens the journal of a folder, or begins one; a segment takes entries until it has `segmentBytes`. The tail is checked:
   * what was half written is cut off and kept aside.
   * @throws XueliangError JOURNAL_DAMAGED when the last segment is damaged before its tail, or there is no header.
   */
  static async open(folder: string, segmentBytes = SEGMENT_BYTES): Promise<Journal> {
    await mkdir(folder, { recursive: true });
    const names = await segmentsOf(folder);
    const id = (await idOf(folder, names)) ?? (await newId(folder));
    const name = names.at(-1);
    if (name === undefined) return new Journal(folder, id, { last: 0, segment: null, cut: null }, segmentBytes);
    const { last, bytes, cut } = await openTail(folder, name);
    return new Journal(folder, id, { last, segment: { name, bytes }, cut }, segmentBytes);
  }

  /** The number of the last entry; 0 when there is none. */
  get last(): number {
    return this.#last;
  }

  /** Writes entries and returns when they are on disk (fsync). @throws STORE_FULL, STORE_READ_ONLY; then nothing counts. */
  async append(entries: readonly Entry[]): Promise<Appended> {
    const newest = await this.#index();
    const fresh = entries.map((entry) => ({ entry, sha256: hashOf(JSON.stringify(entry)) }));
    const changed = fresh.filter(({ entry, sha256 }) => newest.get(subjectOf(entry))?.sha256 !== sha256);
    const written = changed.map(({ entry }, i) => ({ sequence: this.#last + 1 + i, ...entry }));
    if (written.length > 0) await this.#write(written);
    changed.forEach(({ entry, sha256 }, i) => {
      newest.set(subjectOf(entry), { sequence: this.#last + 1 + i, sha256 });
    });
    this.#last += written.length;
    return { written, known: entries.length - written.length };
  }

  /**
   * Entries after a number, in order; of each article, and each target of decisions, only the newest.
   * @throws XueliangError JOURNAL_DAMAGED with segment and offset, at the first place that does not read.
   */
  async *entries(after = 0): AsyncGenerator<JournalEntry> {
    const newest = await this.#index();
    for await (const entry of this.#read(after)) {
      if (newest.get(subjectOf(entry))?.sequence === entry.sequence) yield entry;
    }
  }

  /** Reads everything, and tells what does not read; empty for a sound journal. */
  verify(): Promise<Damage[]> {
    return damageIn(this.folder);
  }

  async #index(): Promise<Map<string, { sequence: number; sha256: string }>> {
    if (this.#newest !== undefined) return this.#newest;
    const newest = new Map<string, { sequence: number; sha256: string }>();
    for await (const { sequence, ...entry } of this.#read(0)) {
      newest.set(subjectOf(entry), { sequence, sha256: hashOf(JSON.stringify(entry)) });
    }
    this.#newest = newest;
    return newest;
  }

  async *#read(after: number): AsyncGenerator<JournalEntry> {
    for await (const part of wholeJournal(this.folder, after)) {
      if ('damage' in part) throw damaged(this.folder, part.damage);
      if (part.entry.sequence > after) yield part.entry;
    }
  }

  async #write(entries: readonly JournalEntry[]): Promise<void> {
    const bytes = Buffer.concat(entries.map((entry) => frame(JSON.stringify(entry))));
    const isNew = this.#segment === null || this.#segment.bytes >= this.#segmentBytes;
    const first = String(entries[0]?.sequence).padStart(12, '0');
    const segment = isNew || this.#segment === null ? { name: `${first}.log`, bytes: 0 } : this.#segment;
    await durably(this.folder, segment, bytes);
    if (isNew) await syncFolder(this.folder);
    this.#segment = { name: segment.name, bytes: segment.bytes + bytes.length };
  }
}

/** Checks the last segment; a gap with nothing whole behind it is a tail, which is cut off. */
async function openTail(folder: string, name: string): Promise<{ last: number; bytes: number; cut: Damage | null }> {
  const segment = await readFile(join(folder, name));
  let last = Number.parseInt(name, 10) - 1;
  let bytes = 0;
  let cut: Damage | null = null;
  for (const part of frames(segment)) {
    const gap = 'body' in part ? null : part;
    if (cut !== null) throw damaged(folder, { ...cut, bytes: part.offset - cut.offset });
    if (gap !== null) {
      cut = { segment: name, offset: gap.offset, bytes: gap.end - gap.offset, keptIn: null };
      continue;
    }
    last += 1;
    bytes = part.end;
  }
  return { last, bytes, cut: cut === null ? null : await cutTail(folder, segment, cut) };
}

/** The old bytes are kept beside the segment. */
async function cutTail(folder: string, segment: Buffer, cut: Damage): Promise<Damage> {
  const keptIn = join(folder, `${cut.segment}.${cut.offset}.cut`);
  try {
    await writeFile(keptIn, segment.subarray(cut.offset));
    const file = await open(join(folder, cut.segment), 'r+');
    await file.truncate(cut.offset);
    await file.sync();
    await file.close();
  } catch (error) {
    throw unwritable(error, keptIn);
  }
  return { ...cut, keptIn };
}
