import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { XueliangError } from '../errors.ts';

/** A file of the journal and how much of it counts. */
export interface Segment {
  readonly name: string;
  readonly bytes: number;
}

/** Writes at the known end of a segment: what a failed write left there is written over, or cut off. */
export async function durably(folder: string, { name, bytes }: Segment, more: Buffer): Promise<void> {
  try {
    const file = await open(join(folder, name), bytes === 0 ? 'w' : 'r+');
    try {
      await file.truncate(bytes);
      await file.write(more, 0, more.length, bytes);
      const { size } = await file.stat();
      if (size !== bytes + more.length)
        throw Object.assign(new Error('the disk took only part of it'), { code: 'ENOSPC' });
      await file.datasync();
    } finally {
      await file.close();
    }
  } catch (error) {
    throw unwritable(error, join(folder, name));
  }
}

/** What became of a write, in our words. */
export function unwritable(error: unknown, file: string): unknown {
  const { code = '' } = error as NodeJS.ErrnoException;
  const options = { location: { file }, cause: error };
  if (['ENOSPC', 'EDQUOT'].includes(code)) return new XueliangError('STORE_FULL', 'the disk is full', options);
  if (['EROFS', 'EACCES', 'EPERM'].includes(code))
    return new XueliangError('STORE_READ_ONLY', 'the data folder cannot be written to', options);
  if (['ENOTDIR', 'EEXIST', 'EISDIR'].includes(code))
    return new XueliangError(
      'USAGE',
      'a part of this path is a file where a folder is needed, or the reverse',
      options,
    );
  return error;
}

/** Makes names in a folder durable: a new file is nothing without its entry there. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}
