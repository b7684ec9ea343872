import { Readable } from 'node:stream';
import { type CsvError, parse } from 'csv-parse';
import type { XueliangError } from '../errors.ts';
import { ARTICLE_LIMIT } from './limit.ts';
import { type Fields, malformed, recordSource, recordTooLarge } from './record.ts';
import type { Source } from './source.ts';
import type { Bytes } from './stream.ts';

interface Row {
  readonly record: Record<string, string>;
  readonly info: { readonly lines: number };
}

/** Reads one article per row below the header row; a broken row is an error with its line, and the rest goes on. */
export async function* readCsv(
  bytes: Bytes,
  head: Uint8Array,
  file: string,
  fields: Fields,
): AsyncGenerator<Source | XueliangError> {
  const skipped: XueliangError[] = [];
  const parser = parse({
    bom: true,
    columns: true,
    info: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    max_record_size: ARTICLE_LIMIT,
    on_skip: (error: CsvError | undefined) => void skipped.push(rowError(error, file)),
  });
  Readable.from(decoded(bytes, head))
    .on('error', (error) => parser.destroy(error))
    .pipe(parser);
  let line = 2;
  try {
    for await (const row of parser as AsyncIterable<Row>) {
      for (const error of earlier(skipped, row.info.lines)) {
        yield error;
        line = Number(error.location.line) + 1;
      }
      yield recordSource(row.record, fields, file, line);
      line = row.info.lines + 1;
    }
  } catch (error) {
    if (!isCsvError(error)) throw error;
    skipped.push(rowError(error, file));
  }
  yield* skipped;
}

/** Takes out the broken rows that stand above a line: the parser runs ahead of its reader. */
function earlier(skipped: XueliangError[], line: number): XueliangError[] {
  const later = skipped.findIndex((error) => (error.location.line ?? 0) >= line);
  return skipped.splice(0, later < 0 ? skipped.length : later);
}

const isCsvError = (error: unknown): error is CsvError =>
  error instanceof Error && String((error as { code?: unknown }).code).startsWith('CSV_');

function rowError(error: CsvError | undefined, file: string): XueliangError {
  const line = Number((error as { lines?: unknown } | undefined)?.lines ?? 1);
  if (error?.code === 'CSV_MAX_RECORD_SIZE') return recordTooLarge(file, line);
  return malformed(file, line, error?.code.replace(/^CSV_/, '').replaceAll('_', ' ').toLowerCase() ?? 'broken row');
}

/** UTF-8 where the first bytes are, else GB18030: what spreadsheets in China write. */
async function* decoded(bytes: Bytes, head: Uint8Array): AsyncGenerator<string> {
  const decoder = new TextDecoder(isUtf8(head) ? 'utf-8' : 'gb18030');
  for await (const chunk of bytes) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

function isUtf8(head: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
    return true;
  } catch {
    return false;
  }
}
