import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { XueliangError } from '../errors.ts';
import { LABELS, type Label } from '../graph/schema.ts';
import { EngineFailure, type EngineOptions, EngineProcess, type Request } from './engine-process.ts';
import { bind, statements } from './queries.ts';
import { retry } from './retry.ts';
import { runEach } from './schema-version.ts';
import { searchNodes } from './search.ts';
import type { Hit, Params, Row, Statement, Store, WriteBatch } from './store.ts';
import { exact, normalise, rowOf } from './values.ts';

/** The engine has no read-only transaction for a database open for writing, so what may write is refused by its words. */
const WRITES = /\b(CREATE|MERGE|SET|DELETE|REMOVE|DROP|INSERT|LOAD)\b/i;

/** What a statement of the embedded engine may take. */
export type GrafeoOptions = Omit<EngineOptions, 'path' | 'scratch'>;

/**
 * Opens the embedded engine, in a process of its own. A path that does not exist is created, for the engine would do so
 * silently; without a path the graph lives in a temporary folder for as long as the store is open.
 * @throws STORE_LOCKED while another process has it open, STORE_DAMAGED when its files do not read, STORE_UNSUPPORTED.
 */
export async function openGrafeo(path: string | null, options: GrafeoOptions = {}): Promise<GrafeoStore> {
  const scratch = path === null;
  const file = path ?? join(tmpdir(), `xueliang-${randomUUID()}`, 'graph.db');
  const engine = new EngineProcess({ ...options, path: file, scratch });
  try {
    return new GrafeoStore(engine, await retry(() => engine.open()), { file, scratch });
  } catch (error) {
    await engine.close().catch(() => undefined);
    throw translate(error, file);
  }
}

/** Moves the files of a damaged store aside, beside where they were; returns where they are now. */
export async function moveAside(path: string): Promise<string> {
  let aside = `${path}.damaged-1`;
  for (let i = 2; existsSync(aside) || existsSync(`${aside}.wal`); i++) aside = `${path}.damaged-${i}`;
  await moveFiles(path, aside);
  return aside;
}

async function moveFiles(from: string, to: string): Promise<void> {
  for (const end of ['', '.wal']) {
    await rm(to + end, { recursive: true, force: true });
    if (existsSync(from + end)) await rename(from + end, to + end);
  }
}

/** The embedded engine behind the store contract. */
export class GrafeoStore implements Store {
  readonly engine: Store['engine'];
  /** The engine's process. */
  readonly process: EngineProcess;
  readonly #place: { readonly file: string; readonly scratch: boolean };
  /** Writers conflict instead of waiting, so one waits for the other here. */
  #queue: Promise<unknown> = Promise.resolve();
  #closed = false;

  constructor(process: EngineProcess, version: string, place: { readonly file: string; readonly scratch: boolean }) {
    this.process = process;
    this.engine = { name: 'grafeo', version };
    this.#place = place;
  }

  async migrate(migration?: Statement): Promise<void> {
    const files = migration ? [migration] : statements('schema').filter((file) => file.dialect !== 'neo4j');
    const searched = Object.entries(LABELS).filter(([, { search }]) => search !== null);
    await this.#enqueue(async () => {
      const run = (text: string) => retry(() => this.#call({ op: 'run', text, params: {} })) as Promise<Row[]>;
      for (const file of files) await runEach(file, run);
      for (const [label, { search }] of migration ? [] : searched)
        await retry(() => this.#call({ op: 'index', label, property: search }));
    });
  }

  async read(statement: Statement, params?: Params): Promise<Row[]> {
    if (WRITES.test(statement.text)) throw new XueliangError('QUERY_FAILED', `${statement.name} is no read statement`);
    const asked = { op: 'run', text: statement.text, params: exact(bind(statement, params)) } as const;
    const rows = (await this.#again(asked)) as Record<string, unknown>[];
    return rows.map((row) => rowOf(statement.columns, (column) => row[column]));
  }

  async write(batches: readonly WriteBatch[]): Promise<void> {
    const filled = batches.filter((batch) => batch.rows.length > 0);
    const steps = filled.map(({ statement, rows }) => ({
      text: statement.text,
      params: exact(bind(statement, { rows })),
    }));
    if (steps.length > 0) await this.#enqueue(() => retry(() => this.#call({ op: 'transaction', steps }), rolledBack));
  }

  async search(query: string, labels: readonly string[], limit: number): Promise<Hit[]> {
    return searchNodes(
      { engine: this.engine.name, read: this.read.bind(this), candidates: this.#candidates.bind(this) },
      query,
      labels,
      limit,
    );
  }

  async reset(): Promise<void> {
    await this.#enqueue(async () => {
      await this.process.close();
      await moveFiles(this.#place.file, `${this.#place.file}.old`);
    });
    await this.migrate();
  }

  async checkpoint(): Promise<void> {
    await this.#enqueue(() => retry(() => this.#call({ op: 'checkpoint' })));
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await this.#queue;
    try {
      await this.process.close();
    } catch (error) {
      // An engine that died while it was closed has lost nothing that was committed.
      if (!(error instanceof XueliangError && error.code === 'STORE_UNAVAILABLE')) throw translate(error);
    } finally {
      if (this.#place.scratch) await rm(dirname(this.#place.file), { recursive: true, force: true });
    }
  }

  #enqueue<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#queue.then(work);
    this.#queue = done.catch(() => undefined);
    return done;
  }

  async #call(request: Request): Promise<unknown> {
    if (this.#closed) throw new XueliangError('STORE_UNAVAILABLE', 'the store is closed', { retriable: false });
    try {
      return await this.process.call(request);
    } catch (error) {
      throw translate(error);
    }
  }

  /** A read that was lost because the engine ended, most likely by another statement, is asked once more. */
  async #again(request: Request): Promise<unknown> {
    try {
      return await this.#call(request);
    } catch (error) {
      if (!(error instanceof XueliangError && error.code === 'STORE_UNAVAILABLE' && error.retriable)) throw error;
      return this.#call(request);
    }
  }

  async #candidates(label: string, query: string, limit: number): Promise<Pick<Hit, 'key' | 'name'>[]> {
    const schema = LABELS[label as Label];
    if (schema?.search == null) return [];
    const asked = { op: 'search', label, property: schema.search, key: schema.key, query, limit } as const;
    const hits = (await this.#again(asked)) as { key: unknown; name: unknown }[];
    return hits.map(({ key, name }) => ({ key: String(normalise(key)), name: String(normalise(name)) }));
  }
}

/** Of an engine that ended during a write it is not known whether that was committed; a conflict has left nothing. */
function rolledBack({ code }: XueliangError): boolean {
  return code === 'STORE_CONFLICT';
}

const BY_STATUS = {
  40000: 'STORE_CONFLICT',
  42001: 'QUERY_FAILED',
  42002: 'QUERY_FAILED',
  G2000: 'STORE_CONFLICT',
} as const;

const BY_MESSAGE: readonly (readonly [RegExp, ConstructorParameters<typeof XueliangError>[0], string | null])[] = [
  [/panick|assertion failed/, 'QUERY_FAILED', 'the embedded engine cannot answer this statement'],
  [/no space|ENOSPC|disk full|quota/i, 'STORE_FULL', 'the disk is full'],
  [/read-only file system|permission denied|EROFS|EACCES/i, 'STORE_READ_ONLY', 'the store cannot be written to'],
  [/timeout|timed out/i, 'STORE_TIMEOUT', null],
];

function translate(error: unknown, where?: string): XueliangError {
  if (error instanceof XueliangError) return error;
  const message = error instanceof Error ? error.message : String(error);
  const status = error instanceof EngineFailure ? error.gqlStatus : undefined;
  const options = { cause: error, ...(where === undefined ? {} : { location: { file: where } }) };
  if (status === 'UNSUPPORTED') return unsupported(message);
  const known = BY_MESSAGE.find(([pattern]) => pattern.test(message));
  if (known !== undefined) return new XueliangError(known[1], known[2] ?? message, options);
  const code = BY_STATUS[status as keyof typeof BY_STATUS];
  if (code !== undefined) return new XueliangError(code, message, { ...options, retriable: status === '40000' });
  if (where === undefined) return new XueliangError('QUERY_FAILED', message, options);
  if (/\block(ed)?\b|in use|another process/i.test(message))
    return new XueliangError('STORE_LOCKED', 'the store is open in another process', options);
  return new XueliangError('STORE_DAMAGED', `the store does not open: ${message}`, options);
}

/** One line for platforms that the engine's packages do not cover. */
function unsupported(cause: string): XueliangError {
  const where = `${process.platform}-${process.arch}`;
  const message = `the embedded engine does not run on ${where}; use Neo4j: --store bolt://localhost:7687`;
  return new XueliangError('STORE_UNSUPPORTED', message, { cause });
}
