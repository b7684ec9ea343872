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

/** A broken row: what is said of it, the line that the parser had come to, and its cells as far as they are known. */
interface Skipped {
  readonly error: CsvError | undefined;
  readonly lines: number;
  readonly cells: readonly string[];
}

/** Reads one article per row below the header row; a broken row is an error with its line, and the rest goes on. */
export async function* readCsv(
  bytes: Bytes,
  head: Uint8Array,
  file: string,
  fields: Fields,
): AsyncGenerator<Source | XueliangError> {
  const skipped: Skipped[] = [];
  const rows = new RowLines();
  const parser = parse({
    bom: true,
    columns: (header: string[]) => rows.header(header),
    info: true,
    skip_empty_lines: true,
    // A quote inside a cell is a character of it; as a fault it would take the rows that follow with it.
    relax_quotes: true,
    skip_records_with_error: true,
    max_record_size: ARTICLE_LIMIT,
    on_skip: (error: CsvError | undefined) => void skipped.push(broken(error)),
  });
  Readable.from(decoded(bytes, head))
    .on('error', (error) => parser.destroy(error))
    .pipe(parser);
  const told = (row: Skipped): XueliangError => rowError(row.error, file, rows.begins(row.lines, row.cells));
  try {
    for await (const row of parser as AsyncIterable<Row>) {
      for (const above of earlier(skipped, row.info.lines)) yield told(above);
      yield recordSource(row.record, fields, file, rows.begins(row.info.lines, Object.values(row.record)));
    }
  } catch (error) {
    if (!isCsvError(error)) throw error;
    skipped.push(broken(error));
  }
  for (const row of skipped) yield told(row);
}

/** The line that a row begins in: the parser counts to its end, and a CR LF inside a cell as two lines. */
class RowLines {
  #surplus = 0;

  header(names: string[]): string[] {
    this.#surplus += countOf(/\r\n/g, names);
    return names;
  }

  begins(lines: number, cells: readonly string[]): number {
    const line = lines - countOf(/[\r\n]/g, cells) - this.#surplus;
    this.#surplus += countOf(/\r\n/g, cells);
    return line;
  }
}

const countOf = (pattern: RegExp, cells: readonly string[]): number =>
  cells.reduce((sum, cell) => sum + (cell.match(pattern)?.length ?? 0), 0);

/** Takes out the broken rows that stand above a line: the parser runs ahead of its reader. */
function earlier(skipped: Skipped[], line: number): Skipped[] {
  const later = skipped.findIndex(({ lines }) => lines >= line);
  return skipped.splice(0, later < 0 ? skipped.length : later);
}

const isCsvError = (error: unknown): error is CsvError =>
  error instanceof Error && String((error as { code?: unknown }).code).startsWith('CSV_');

function broken(error: CsvError | undefined): Skipped {
  const { lines, record } = (error ?? {}) as { readonly lines?: unknown; readonly record?: unknown };
  return { error, lines: Number(lines ?? 1), cells: Array.isArray(record) ? record.map(String) : [] };
}

function rowError(error: CsvError | undefined, file: string, line: number): XueliangError {
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
