import { existsSync } from 'node:fs';
import { XueliangError } from '../errors.ts';
import type { Decision } from '../review/decision.ts';
import { isReading, type JournalEntry, type ReadingEntry, subjectOf } from './entry.ts';
import { idOf } from './header.ts';
import { type Damage, damaged, segmentsOf, wholeJournal } from './scan.ts';

/**
 * A journal as it stood when it was opened, for who only reads: nothing is changed or locked, others may go on writing, and a
 * tail that is half written is left out. Held are a number for each article, and the decisions.
 */
export class JournalView {
  private constructor(
    readonly folder: string,
    /** The journal's own name, by which a store knows it. */
    readonly id: string,
    /** The number of the last entry; 0 when there is none. */
    readonly last: number,
    /** The newest decision on each target. */
    readonly decisions: readonly Decision[],
    /** The number of each article's newest reading. */
    readonly newest: ReadonlySet<number>,
  ) {}

  /** Reads the journal through. @throws USAGE where there is none, JOURNAL_DAMAGED. */
  static async open(folder: string): Promise<JournalView> {
    const id = existsSync(folder) ? await idOf(folder, await segmentsOf(folder)) : null;
    if (id === null) throw new XueliangError('USAGE', `there is no journal in ${folder}`);
    const readings = new Map<string, number>();
    const decisions = new Map<string, Decision>();
    let last = 0;
    for await (const entry of sound(folder)) {
      if (isReading(entry)) readings.set(subjectOf(entry), entry.sequence);
      else decisions.set(subjectOf(entry), entry.decision);
      last = entry.sequence;
    }
    return new JournalView(folder, id, last, [...decisions.values()], new Set(readings.values()));
  }

  /** Each article's newest reading, in the journal's order, one at a time. @throws JOURNAL_DAMAGED. */
  async *readings(): AsyncGenerator<ReadingEntry> {
    for await (const entry of sound(this.folder)) {
      if (entry.sequence > this.last) return;
      if (isReading(entry) && this.newest.has(entry.sequence)) yield entry;
    }
  }
}

/** Whole entries; what does not read is a damage only if more follows it. */
async function* sound(folder: string): AsyncGenerator<JournalEntry> {
  let gap: Damage | null = null;
  for await (const part of wholeJournal(folder)) {
    if (gap !== null) throw damaged(folder, gap);
    if ('damage' in part) gap = part.damage;
    else yield part.entry;
  }
}
