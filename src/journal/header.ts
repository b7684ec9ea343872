import { randomUUID } from 'node:crypto';
import { open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { XueliangError } from '../errors.ts';
import { syncFolder, unwritable } from './disk.ts';

const HEADER = 'journal.json';
const FORMAT = 1;

/** The name of the journal in a folder with these segments; null where there is no journal yet. @throws JOURNAL_DAMAGED. */
export async function idOf(folder: string, segments: readonly string[]): Promise<string | null> {
  const file = join(folder, HEADER);
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text === null && segments.length === 0) return null;
  const { id, format } = parsed(text ?? '');
  if (typeof id === 'string' && format === FORMAT) return id;
  throw new XueliangError('JOURNAL_DAMAGED', 'the header of the journal does not read', { location: { file } });
}

function parsed(text: string): { readonly id?: unknown; readonly format?: unknown } {
  try {
    return JSON.parse(text) ?? {};
  } catch {
    return {};
  }
}

/** Gives a new journal its name, which is on disk when this returns. @throws STORE_FULL, STORE_READ_ONLY. */
export async function newId(folder: string): Promise<string> {
  const id = randomUUID();
  const fresh = join(folder, `${HEADER}.new`);
  try {
    const file = await open(fresh, 'w');
    await file.writeFile(`${JSON.stringify({ format: FORMAT, id, begun: new Date().toISOString() })}\n`);
    await file.sync();
    await file.close();
    await rename(fresh, join(folder, HEADER));
    await syncFolder(folder);
  } catch (error) {
    throw unwritable(error, fresh);
  }
  return id;
}
