import { stat } from 'node:fs/promises';
import { isAbsolute } from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';
import { XueliangError } from '../errors.ts';

const ARTICLES = '**/*.{txt,html,htm,shtml,xhtml,jsonl,ndjson,csv}{,.gz}';

const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * The files that a path, folder or glob names, sorted; a folder yields the files below it that may hold articles.
 * A path without any is an error of its own: SOURCE_NOT_FOUND or SOURCE_UNREADABLE.
 */
export async function filesOf(path: string): Promise<readonly string[] | XueliangError> {
  try {
    const found = await stat(path);
    return found.isDirectory() ? await below(path) : [path];
  } catch (cause) {
    if (!isMissing(cause)) return unreadable(path, cause);
  }
  if (!isDynamicPattern(path))
    return new XueliangError('SOURCE_NOT_FOUND', 'no such file or folder', { location: { file: path } });
  const files = await glob(path.replaceAll('\\', '/'), { expandDirectories: false, absolute: isAbsolute(path) });
  return files.length > 0
    ? files.sort(byCodeUnit)
    : new XueliangError('SOURCE_NOT_FOUND', 'no file matches this pattern', { location: { file: path } });
}

async function below(folder: string): Promise<readonly string[] | XueliangError> {
  const files = await glob(ARTICLES, { cwd: folder, caseSensitiveMatch: false });
  const prefix = folder.endsWith('/') ? folder : `${folder}/`;
  if (files.length > 0) return files.sort(byCodeUnit).map((f) => prefix + f);
  return new XueliangError(
    'SOURCE_NOT_FOUND',
    'this folder holds no article (.txt .html .htm .shtml .xhtml .jsonl .ndjson .csv, or these with .gz)',
    {
      location: { file: folder },
    },
  );
}

const isMissing = (error: unknown): boolean =>
  /^(?:ENOENT|ENOTDIR|EINVAL|ENAMETOOLONG)$/.test(String((error as { code?: unknown }).code));

/** A file that exists and cannot be read. */
export function unreadable(file: string, cause: unknown): XueliangError {
  const reason = cause instanceof Error ? cause.message.replace(/,.*$/s, '') : String(cause);
  return new XueliangError('SOURCE_UNREADABLE', `cannot be read: ${reason}`, { location: { file }, cause });
}
