import { XueliangError } from '../errors.ts';
import { readCsv } from './csv.ts';
import { filesOf, unreadable } from './files.ts';
import { readJsonLines } from './jsonl.ts';
import { ARTICLE_LIMIT } from './limit.ts';
import { type Fields, sourceOf } from './record.ts';
import { sniff } from './sniff.ts';
import type { Source } from './source.ts';
import { type Opened, open, readWhole } from './stream.ts';

/** How sources are read. */
export interface SourceOptions {
  readonly fields?: Fields;
  /** What `-` reads; standard input unless given. */
  readonly stdin?: NodeJS.ReadableStream;
}

/**
 * Every article under the paths (files, folders, globs, `-` for JSONL on standard input) in their order, folders and
 * globs sorted. What cannot be read comes out as an error in its place, and the rest goes on; nothing is thrown.
 */
export async function* readSources(
  paths: readonly string[],
  options: SourceOptions = {},
): AsyncGenerator<Source | XueliangError> {
  const fields = options.fields ?? {};
  for (const path of paths) {
    if (path === '-') {
      yield* guarded('-', readJsonLines((options.stdin ?? process.stdin) as AsyncIterable<Buffer>, '-', fields));
      continue;
    }
    const files = await filesOf(path);
    if (files instanceof XueliangError) yield files;
    else for (const file of files) yield* guarded(file, readFile(file, fields));
  }
}

/** Turns what a stream throws into an error that is reported. */
async function* guarded(
  file: string,
  sources: AsyncGenerator<Source | XueliangError>,
): AsyncGenerator<Source | XueliangError> {
  try {
    yield* sources;
  } catch (cause) {
    yield cause instanceof XueliangError ? cause : unreadable(file, cause);
  }
}

async function* readFile(file: string, fields: Fields): AsyncGenerator<Source | XueliangError> {
  const opened = await open(file);
  try {
    const content = sniff(opened.head, file);
    if (content === 'jsonl') yield* readJsonLines(opened.bytes, file, fields);
    else if (content === 'csv') yield* readCsv(opened.bytes, opened.head, file, fields);
    else if (content === 'empty') yield new XueliangError('SOURCE_EMPTY', 'this file is empty', { location: { file } });
    else if (content === 'binary') yield unknownFormat(file);
    else yield await readOne(opened, file, content === 'html');
  } finally {
    opened.close();
  }
}

async function readOne(opened: Opened, file: string, isHtml: boolean): Promise<Source | XueliangError> {
  const isLarge = opened.size !== null && opened.size > ARTICLE_LIMIT;
  const bytes = isLarge ? null : await readWhole(opened.bytes);
  if (bytes === null)
    return new XueliangError('SOURCE_TOO_LARGE', 'this article is larger than 20 MB', { location: { file } });
  return sourceOf(file, isHtml ? 'text/html' : 'text/plain', bytes);
}

const unknownFormat = (file: string): XueliangError =>
  new XueliangError(
    'SOURCE_UNKNOWN_FORMAT',
    'neither a web page, nor text, nor records (an image, an archive, an office file?)',
    { location: { file } },
  );
