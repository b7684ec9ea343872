import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import type { Entry, JournalEntry } from './entry.ts';
import { Journal } from './journal.ts';
import { type Damage, wholeJournal } from './scan.ts';

/** What was saved of a damaged journal, what did not read, and where the old one is kept. */
export interface Salvaged {
  readonly kept: number;
  readonly damage: readonly Damage[];
  readonly oldFolder: string;
}

const BATCH = 200;

/**
 * Makes a new journal of all entries that still read, in the place of the damaged one, which is kept aside. A crash on the
 * way leaves the old one where it is, or beside the new one. Null when nothing is damaged.
 */
export async function salvage(folder: string): Promise<Salvaged | null> {
  if (!existsSync(folder) || (await isSound(folder))) return null;
  const fresh = `${folder}.new`;
  await rm(fresh, { recursive: true, force: true });
  const journal = await Journal.open(fresh);
  const damage: Damage[] = [];
  let kept = 0;
  let batch: Entry[] = [];
  for await (const part of wholeJournal(folder)) {
    if ('damage' in part) damage.push(part.damage);
    else batch.push(withoutNumber(part.entry));
    if (batch.length < BATCH) continue;
    kept += (await journal.append(batch)).written.length;
    batch = [];
  }
  kept += (await journal.append(batch)).written.length;
  const oldFolder = freeName(`${folder}.damaged`);
  await rename(folder, oldFolder);
  await rename(fresh, folder);
  return { kept, damage, oldFolder };
}

async function isSound(folder: string): Promise<boolean> {
  try {
    return (await (await Journal.open(folder)).verify()).length === 0;
  } catch {
    return false;
  }
}

function withoutNumber({ sequence: _, ...entry }: JournalEntry): Entry {
  return entry;
}

function freeName(base: string): string {
  for (let i = 1; ; i++) if (!existsSync(`${base}-${i}`)) return `${base}-${i}`;
}
