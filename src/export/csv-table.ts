import { type FileHandle, open } from 'node:fs/promises';
import { join } from 'node:path';
import { XueliangError } from '../errors.ts';
import type { Row, Value } from '../store/store.ts';

/** What stands between the items of a list: a control character that no text has. */
export const LIST_SEPARATOR = '\u001f';
const WRITE_AT = 1 << 16;

/** The header and the data of one CSV file, by their names in the folder. */
export interface CsvFiles {
  readonly header: string;
  readonly data: string;
}

/** What the rows of one file have in each column: string, long, double, boolean, or a list of one of them. */
type Kinds = Map<string, string>;

interface Part extends CsvFiles {
  readonly kinds: Kinds;
  readonly file: Promise<FileHandle>;
  text: string;
}

/**
 * Rows of one shape, in a file whose header names the type of every column. A figure may be whole in one row and not in
 * another: a row that contradicts the types of the rows before it goes into a second file, for the engine keeps integers
 * and floats apart. Headers are files of their own, written last.
 */
export class CsvTable {
  readonly #parts: Part[] = [];
  readonly #columns: ReadonlySet<string>;

  /** `lead` are the cells of the header that every row begins with; `columns` the properties that a row may have. */
  constructor(
    readonly folder: string,
    readonly name: string,
    readonly lead: readonly string[],
    columns: readonly string[],
  ) {
    this.#columns = new Set(columns);
  }

  /** Adds a row; it is in the file after `flush`. @throws EXPORT_UNSUPPORTED for a value that a cell cannot hold. */
  add(lead: readonly string[], properties: Row): void {
    const kinds: Kinds = new Map();
    for (const [column, value] of Object.entries(properties)) {
      const kind = this.#columns.has(column) ? kindOf(value) : null;
      if (kind === null) throw this.#refusal(lead, column);
      kinds.set(column, kind);
    }
    const part = this.#parts.find((known) => agree(known.kinds, kinds)) ?? this.#begin();
    for (const [column, kind] of kinds) part.kinds.set(column, kind);
    let line = lead.map(quoted).join();
    for (const column of this.#columns) line += `,${cell(properties[column])}`;
    part.text += `${line}\n`;
  }

  /** Writes what has come together; all of it if `least` is 0. @throws OUTPUT_UNWRITABLE. */
  async flush(least = WRITE_AT): Promise<void> {
    for (const part of this.#parts) {
      if (part.text.length < least) continue;
      const { text } = part;
      part.text = '';
      await this.#writing(part.data, async () => void (await (await part.file).writeFile(text)));
    }
  }

  /** Writes the rest and the headers, and returns the files. @throws OUTPUT_UNWRITABLE. */
  async finish(): Promise<readonly CsvFiles[]> {
    await this.flush(0);
    for (const { header, kinds } of this.#parts) {
      const columns = [...this.#columns].map((column) => `${column}:${kinds.get(column) ?? 'string'}`);
      await this.#writing(header, async () => {
        await using(open(join(this.folder, header), 'wx'), (file) => file.writeFile([...this.lead, ...columns].join()));
      });
    }
    await this.close();
    return this.#parts.map(({ header, data }) => ({ header, data }));
  }

  /** Lets go of the files. */
  async close(): Promise<void> {
    await Promise.allSettled(this.#parts.map(async ({ file }) => (await file).close()));
  }

  #begin(): Part {
    const stem = this.#parts.length === 0 ? this.name : `${this.name}.${this.#parts.length + 1}`;
    const data = `${stem}.csv`;
    const part = {
      data,
      header: `${stem}.header.csv`,
      kinds: new Map(),
      file: open(join(this.folder, data), 'wx'),
      text: '',
    };
    part.file.catch(() => undefined);
    this.#parts.push(part);
    return part;
  }

  async #writing(name: string, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (cause) {
      throw new XueliangError('OUTPUT_UNWRITABLE', 'cannot write here', {
        location: { file: join(this.folder, name) },
        cause,
      });
    }
  }

  #refusal(lead: readonly string[], column: string): XueliangError {
    return new XueliangError('EXPORT_UNSUPPORTED', `${this.name} ${lead.join(' → ')}: CSV cannot hold its ${column}`);
  }
}

async function using(opened: Promise<FileHandle>, work: (file: FileHandle) => Promise<void>): Promise<void> {
  const file = await opened;
  try {
    await work(file);
  } finally {
    await file.close();
  }
}

function agree(known: Kinds, kinds: Kinds): boolean {
  for (const [column, kind] of kinds) if ((known.get(column) ?? kind) !== kind) return false;
  return true;
}

/** The type of a cell; null for what none can hold. */
function kindOf(value: Value): string | null {
  if (Array.isArray(value)) return listKind(value);
  if (typeof value === 'string' || typeof value === 'boolean') return typeof value;
  if (typeof value === 'bigint' || Number.isInteger(value)) return 'long';
  return typeof value === 'number' ? 'double' : null;
}

/** A list of nothing, or of one empty string, is an empty cell: it would be read as no list at all. */
function listKind(items: readonly Value[]): string | null {
  const [kind, ...others] = new Set(items.map(kindOf));
  if (kind === undefined || kind === null || kind.endsWith('[]') || others.length > 0) return null;
  const isSayable = items.join('') !== '' && !items.some((item) => String(item).includes(LIST_SEPARATOR));
  return isSayable ? `${kind}[]` : null;
}

function cell(value: Value | undefined): string {
  if (value === undefined) return '';
  return Array.isArray(value) ? quoted(value.join(LIST_SEPARATOR)) : quoted(String(value));
}

/** Quoted, an empty text is told from one that is not there. */
function quoted(text: string): string {
  return `"${text.includes('"') ? text.replaceAll('"', '""') : text}"`;
}
