import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { XueliangError } from '../errors.ts';
import type { JournalEntry } from './entry.ts';
import { type Frame, frames } from './frame.ts';

const SEGMENT_NAME = /^(\d{12})\.log$/;

/** A place where the journal does not read. */
export interface Damage {
  readonly segment: string;
  readonly offset: number;
  readonly bytes: number;
  /** Where the bytes are kept that were cut off; null where nothing was changed. */
  readonly keptIn: string | null;
}

/** The journal's segments in order. */
export async function segmentsOf(folder: string): Promise<string[]> {
  return (await readdir(folder)).filter((name) => SEGMENT_NAME.test(name)).sort();
}

/** Every whole entry of the folder in order, and every place between them that does not read or is missing. */
export async function* wholeJournal(
  folder: string,
  after = 0,
): AsyncGenerator<{ readonly entry: JournalEntry } | { readonly damage: Damage }> {
  const names = await segmentsOf(folder);
  const begin = names.findLastIndex((name) => Number.parseInt(name, 10) <= after + 1);
  let next = begin < 0 ? 1 : Number.parseInt(names[begin] ?? '1', 10);
  let broken = false;
  for (const segment of names.slice(Math.max(begin, 0))) {
    for (const part of frames(await readFile(join(folder, segment)))) {
      const entry = 'body' in part ? entryIn(part) : null;
      const damage = { segment, offset: part.offset, bytes: part.end - part.offset, keptIn: null };
      const missing = entry !== null && entry.sequence > next && !broken;
      broken = entry === null;
      if (entry === null || missing) yield { damage: entry === null ? damage : { ...damage, bytes: 0 } };
      if (entry === null) continue;
      next = entry.sequence + 1;
      yield { entry };
    }
  }
}

function entryIn({ body }: Frame): JournalEntry | null {
  try {
    return JSON.parse(body) as JournalEntry;
  } catch {
    return null;
  }
}

/** Every place of a journal's folder that does not read. */
export async function damageIn(folder: string): Promise<Damage[]> {
  const found: Damage[] = [];
  for await (const part of wholeJournal(folder)) if ('damage' in part) found.push(part.damage);
  return found;
}

/** The error that names where a journal does not read. */
export function damaged(folder: string, { segment, offset, bytes }: Damage): XueliangError {
  const what = `the journal does not read here for ${bytes} bytes, and whole entries follow`;
  const location = { file: join(folder, segment), offset };
  return new XueliangError('JOURNAL_DAMAGED', `${what}; xueliang rebuild --salvage keeps what reads`, { location });
}
