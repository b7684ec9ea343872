import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import grafeo from '@grafeo-db/js';
import { XueliangError } from '../errors.ts';
import { LABELS, type Label } from '../graph/schema.ts';
import { bind, statements } from './queries.ts';
import { retry } from './retry.ts';
import type { Hit, Params, Row, Statement, Store, WriteBatch } from './store.ts';
import { exact, normalise, rowOf } from './values.ts';

type Database = InstanceType<typeof grafeo.GrafeoDB>;
/** The engine has no read-only transaction for a database open for writing, so what may write is refused by its words. */
const WRITES = /\b(CREATE|MERGE|SET|DELETE|REMOVE|DROP|INSERT|LOAD)\b/i;
type Runner = Pick<Database, 'executeCypher'>;

/**
 * Opens the embedded engine; a path that does not exist is created, for the engine would do so silently.
 * @throws STORE_LOCKED while another process has it open, STORE_DAMAGED when its files do not read.
 */
export async function openGrafeo(path: string | null): Promise<Store> {
  try {
    return new GrafeoStore(openDatabase(path));
  } catch (error) {
    throw translate(error, path ?? 'memory');
  }
}

function openDatabase(path: string | null): Database {
  if (path === null) return grafeo.GrafeoDB.create();
  if (existsSync(path)) return grafeo.GrafeoDB.open(path);
  mkdirSync(dirname(path), { recursive: true });
  return grafeo.GrafeoDB.create(path);
}

class GrafeoStore implements Store {
  readonly engine: Store['engine'];
  readonly #db: Database;
  /** Writers conflict instead of waiting, so one waits for the other here. */
  #queue: Promise<unknown> = Promise.resolve();
  #closed = false;

  constructor(db: Database) {
    this.#db = db;
    this.engine = { name: 'grafeo', version: db.version() };
  }

  async migrate(): Promise<void> {
    const schema = statements('schema').filter((file) => file.dialect !== 'neo4j');
    await this.#enqueue(async () => {
      for (const file of schema)
        for (const text of file.text.split(';')) if (text.trim() !== '') await run(this.#db, text, {});
      for (const [label, { search }] of Object.entries(LABELS)) if (search !== null) await this.#index(label, search);
    });
  }

  async read(statement: Statement, params?: Params): Promise<Row[]> {
    if (WRITES.test(statement.text)) throw new XueliangError('QUERY_FAILED', `${statement.name} is no read statement`);
    const rows = await run(this.#db, statement.text, bind(statement, params));
    return rows.map((row) => rowOf(statement.columns, (column) => row[column]));
  }

  async write(batches: readonly WriteBatch[]): Promise<void> {
    const filled = batches.filter((batch) => batch.rows.length > 0);
    const bound = filled.map(({ statement, rows }) => ({ text: statement.text, params: bind(statement, { rows }) }));
    if (bound.length > 0) await this.#enqueue(() => retry(() => this.#transaction(bound)));
  }

  async search(query: string, labels: readonly string[], limit: number): Promise<Hit[]> {
    const found = await Promise.all(labels.map((label) => this.#searchLabel(query, label, limit)));
    return found
      .flat()
      .sort((a, b) => b.score - a.score || (a.key < b.key ? -1 : 1))
      .slice(0, limit);
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await this.#queue.catch(() => undefined);
    try {
      this.#db.close();
    } catch (error) {
      throw translate(error);
    }
  }

  #enqueue<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#queue.catch(() => undefined).then(work);
    this.#queue = done.catch(() => undefined);
    return done;
  }

  /** A failed statement leaves a transaction committable: it is rolled back whatever failed. */
  async #transaction(batches: readonly { text: string; params: Params }[]): Promise<void> {
    const transaction = this.#db.beginTransaction();
    try {
      for (const { text, params } of batches) await run(transaction, text, params);
      transaction.commit();
    } catch (error) {
      if (transaction.isActive) transaction.rollback();
      throw translate(error);
    }
  }

  async #index(label: string, property: string): Promise<void> {
    try {
      await this.#db.createTextIndex(label, property, { tokenizer: 'cjk_bigram' });
    } catch (error) {
      if (!/exist/i.test(String(error))) throw translate(error);
    }
  }

  async #searchLabel(query: string, label: string, limit: number): Promise<Hit[]> {
    const schema = LABELS[label as Label];
    if (schema?.search == null) return [];
    try {
      const pairs = await this.#db.textSearch(label, schema.search, query, limit);
      return pairs.map(([id, score]) => this.#hit(label, schema.key, id ?? -1, score ?? 0));
    } catch (error) {
      throw translate(error);
    }
  }

  #hit(label: string, key: string, id: number, score: number): Hit {
    const read = (property: string) => normalise(this.#db.getNode(id)?.get(property));
    const name = read('name') ?? read('title') ?? read('quote') ?? '';
    return { label, key: String(read(key)), name: String(name), score };
  }
}

async function run(on: Runner, text: string, params: Params): Promise<Record<string, unknown>[]> {
  try {
    return (await on.executeCypher(text, exact(params))).toArray();
  } catch (error) {
    throw translate(error);
  }
}

const BY_STATUS = {
  40000: 'STORE_CONFLICT',
  42001: 'QUERY_FAILED',
  42002: 'QUERY_FAILED',
  G2000: 'STORE_CONFLICT',
} as const;

function translate(error: unknown, where?: string): XueliangError {
  if (error instanceof XueliangError) return error;
  const message = error instanceof Error ? error.message : String(error);
  const status = (error as { gqlStatus?: string } | null)?.gqlStatus;
  const options = { cause: error, ...(where === undefined ? {} : { location: { file: where } }) };
  const code = BY_STATUS[status as keyof typeof BY_STATUS];
  if (code !== undefined) return new XueliangError(code, message, { ...options, retriable: status === '40000' });
  if (where !== undefined && /lock|in use|another process/i.test(message)) {
    return new XueliangError('STORE_LOCKED', 'the store is open in another process', options);
  }
  if (/panick|assertion failed/.test(message)) {
    return new XueliangError('QUERY_FAILED', 'the embedded engine cannot answer this statement', options);
  }
  if (/timeout|timed out/i.test(message)) return new XueliangError('STORE_TIMEOUT', message, options);
  if (where !== undefined) return new XueliangError('STORE_DAMAGED', `the store does not open: ${message}`, options);
  return new XueliangError('QUERY_FAILED', message, options);
}
