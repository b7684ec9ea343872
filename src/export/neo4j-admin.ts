import { mkdirSync, readdirSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { XueliangError } from '../errors.ts';
import { JOURNAL_LABEL, LABELS, RELATIONSHIPS } from '../graph/schema.ts';
import { JOURNAL_KEY, readBookmark } from '../store/bookmark.ts';
import { dump, type Page, type StoredLink, type StoredNode } from '../store/dump.ts';
import { readVersion, SCHEMA_KEY } from '../store/schema-version.ts';
import type { Store } from '../store/store.ts';
import { CsvTable } from './csv-table.ts';

/** The file that tells neo4j-admin what to import, options and all; written last, so that a folder without it is no export. */
export const ARGUMENTS = 'import.args';

/** What was written. */
export interface Exported {
  readonly nodes: number;
  readonly relationships: number;
}

/** How a caller follows an export, and ends it early. */
export interface ExportOptions {
  /** Hears how many nodes are written. */
  readonly onWritten?: (nodes: number) => void;
  readonly signal?: AbortSignal;
}

/**
 * Writes a store as CSV for `neo4j-admin database import full`: a folder that the tool imports as it is, into a database with the same
 * digest. Nothing is held in memory; what an export that fails has written is taken away.
 * @throws USAGE for a folder that is not empty, OUTPUT_UNWRITABLE, STORE_CONFLICT when the store was written to meanwhile,
 *   EXPORT_UNSUPPORTED, what reading the store throws, and the signal's reason.
 */
export async function exportNeo4jAdmin(store: Store, folder: string, options: ExportOptions = {}): Promise<Exported> {
  const before = await readBookmark(store);
  return writeNeo4jAdmin(pages(store, before), folder, options);
}

/** The graph, and the nodes that say of which journal it is and which schema it has: so the imported database can be loaded further. */
async function* pages(store: Store, mark: Awaited<ReturnType<typeof readBookmark>>): AsyncGenerator<Page> {
  yield* dump(store);
  const now = await readBookmark(store);
  if (now?.journal !== mark?.journal || now?.sequence !== mark?.sequence)
    throw new XueliangError('STORE_CONFLICT', 'the store was written to while it was exported');
  if (mark === null) return;
  yield { nodes: [{ label: JOURNAL_LABEL, key: JOURNAL_KEY, properties: { ...mark } }], links: [] };
  const version = await readVersion(store);
  if (version !== null)
    yield { nodes: [{ label: JOURNAL_LABEL, key: SCHEMA_KEY, properties: { version } }], links: [] };
}

/** As `exportNeo4jAdmin`, of a graph from wherever it comes: every node once, every relationship once. */
export async function writeNeo4jAdmin(
  graph: AsyncIterable<Page> | Iterable<Page>,
  folder: string,
  { onWritten, signal }: ExportOptions = {},
): Promise<Exported> {
  const isNew = emptyFolder(folder);
  const files = new ImportFolder(folder);
  try {
    for await (const page of graph) {
      signal?.throwIfAborted();
      await files.write(page);
      onWritten?.(files.written.nodes);
    }
    await files.finish();
    return files.written;
  } catch (error) {
    await files.close();
    for (const name of readdirSync(folder)) rmSync(join(folder, name));
    if (isNew) rmdirSync(folder);
    throw error;
  }
}

/** Makes the folder if there is none; returns whether it did. */
function emptyFolder(folder: string): boolean {
  try {
    const isNew = mkdirSync(folder, { recursive: true }) !== undefined;
    if (readdirSync(folder).length === 0) return isNew;
  } catch (cause) {
    throw new XueliangError('OUTPUT_UNWRITABLE', 'no folder can be made here', { location: { file: folder }, cause });
  }
  throw new XueliangError('USAGE', `${folder} is not empty; name a new folder`);
}

/** One table per label, and one per relationship type and pair of labels. */
class ImportFolder {
  readonly #nodes = new Map<string, CsvTable>();
  readonly #links = new Map<string, CsvTable>();
  #written = { nodes: 0, relationships: 0 };

  constructor(readonly folder: string) {}

  get written(): Exported {
    return this.#written;
  }

  async write({ nodes, links }: Page): Promise<void> {
    for (const node of nodes) this.#addNode(node);
    for (const link of links) this.#addLink(link);
    this.#written = {
      nodes: this.#written.nodes + nodes.length,
      relationships: this.#written.relationships + links.length,
    };
    for (const table of this.#tables()) await table.flush();
  }

  /** Closes the tables and writes the arguments. */
  async finish(): Promise<void> {
    const lines = [
      ...['--id-type=string', '--multiline-fields=true', '--array-delimiter=U+001F'],
      ...(await listed('nodes', this.#nodes)),
      ...(await listed('relationships', this.#links)),
    ];
    try {
      writeFileSync(join(this.folder, ARGUMENTS), `${lines.join('\n')}\n`);
    } catch (cause) {
      throw new XueliangError('OUTPUT_UNWRITABLE', 'cannot write here', { location: { file: this.folder }, cause });
    }
  }

  async close(): Promise<void> {
    for (const table of this.#tables()) await table.close();
  }

  #tables(): CsvTable[] {
    return [...this.#nodes.values(), ...this.#links.values()];
  }

  #addNode({ label, key, properties }: StoredNode): void {
    const { [keyOf(label)]: _, ...rest } = properties;
    let table = this.#nodes.get(label);
    if (table === undefined) {
      const columns = columnsOf(label).filter((name) => name !== keyOf(label));
      table = new CsvTable(this.folder, label, [`${keyOf(label)}:ID(${label})`], columns);
      this.#nodes.set(label, table);
    }
    table.add([key], rest);
  }

  #addLink({ type, from, to, properties }: StoredLink): void {
    const name = `${from.label}-${type}-${to.label}`;
    let table = this.#links.get(name);
    if (table === undefined) {
      const ends = [`:START_ID(${from.label})`, `:END_ID(${to.label})`];
      table = new CsvTable(
        this.folder,
        name,
        ends,
        RELATIONSHIPS[type as keyof typeof RELATIONSHIPS]?.properties ?? [],
      );
      this.#links.set(name, table);
    }
    table.add([from.key, to.key], properties);
  }
}

function keyOf(label: string): string {
  return label === JOURNAL_LABEL ? 'key' : LABELS[label as keyof typeof LABELS].key;
}

function columnsOf(label: string): readonly string[] {
  return label === JOURNAL_LABEL
    ? ['journal', 'sequence', 'engine', 'version']
    : LABELS[label as keyof typeof LABELS].properties;
}

/** `--nodes=Claim=./Claim.header.csv,./Claim.csv`, from where the tool is started; Neo4j 2026.09 wants a folder in each path. */
async function listed(option: 'nodes' | 'relationships', tables: ReadonlyMap<string, CsvTable>): Promise<string[]> {
  const lines: string[] = [];
  for (const [name, table] of tables) {
    const word = option === 'nodes' ? name : name.split('-')[1];
    for (const { header, data } of await table.finish()) lines.push(`--${option}=${word}=./${header},./${data}`);
  }
  return lines;
}
