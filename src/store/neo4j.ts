import { setTimeout as wait } from 'node:timers/promises';
import neo4j, { type Driver, type ManagedTransaction } from 'neo4j-driver';
import { XueliangError } from '../errors.ts';
import { JOURNAL_LABEL, LABELS } from '../graph/schema.ts';
import { STATEMENT_LIMIT } from './engine-process.ts';
import { bind, statement as named, statements, writeStatement } from './queries.ts';
import type { Hit, Params, Row, Statement, Store, WriteBatch } from './store.ts';
import { exact, rowOf } from './values.ts';

/** Who logs in where; never part of a message. */
export interface Credentials {
  readonly username?: string;
  readonly password?: string;
  readonly database?: string;
}

/** What a statement may take. */
export interface Limits {
  /** Milliseconds after which a reading statement is stopped; 10,000 unless said otherwise. */
  readonly statementLimit?: number;
}

const OLDEST = 5;
/** Milliseconds: what a whole batch may take, how long Neo4j may be late with its own limit, how long closing may last. */
const WRITE_LIMIT = 120_000;
const GRACE = 500;
const CLOSE_LIMIT = 200;
/** How long the driver repeats one transaction that may yet succeed; a batch is begun again five times (`retry`). */
const RETRY_LIMIT = 3_000;

/**
 * Connects to Neo4j 5 or newer.
 * @throws STORE_UNAVAILABLE, STORE_AUTH or STORE_UNSUPPORTED, each with one clear line.
 */
export async function openNeo4j(url: string, credentials: Credentials & Limits = {}): Promise<Store> {
  const driver = connect(url, credentials);
  const where = withoutUser(url);
  try {
    const { agent } = await driver.getServerInfo(credentials.database ? { database: credentials.database } : {});
    const version = agent?.split('/')[1] ?? 'unknown';
    if (Number.parseInt(version, 10) < OLDEST) throw unsupported(where, version);
    return new Neo4jStore(driver, version, credentials);
  } catch (error) {
    await driver.close();
    throw translate(error, where);
  }
}

function connect(url: string, { username, password }: Credentials): Driver {
  const auth = password === undefined ? undefined : neo4j.auth.basic(username ?? 'neo4j', password);
  const options = { useBigInt: true, connectionAcquisitionTimeout: 20_000, connectionTimeout: 10_000 };
  try {
    return neo4j.driver(url, auth, { ...options, maxTransactionRetryTime: RETRY_LIMIT, userAgent: 'xueliang' });
  } catch {
    throw new XueliangError('USAGE', `not a Neo4j address: ${withoutUser(url)}`);
  }
}

function withoutUser(url: string): string {
  return url.replace(/\/\/[^/@]*@/, '//');
}

function unsupported(where: string, version: string): XueliangError {
  return new XueliangError('STORE_UNSUPPORTED', `${where} is Neo4j ${version}; version 5 or newer is needed`);
}

class Neo4jStore implements Store {
  readonly engine: Store['engine'];
  readonly #driver: Driver;
  readonly #database: { readonly database?: string };

  readonly #limit: number;

  constructor(driver: Driver, version: string, { database, statementLimit }: Credentials & Limits) {
    this.#driver = driver;
    this.engine = { name: 'neo4j', version };
    this.#limit = statementLimit ?? STATEMENT_LIMIT;
    this.#database = database === undefined ? {} : { database };
  }

  async migrate(): Promise<void> {
    const schema = statements('schema').filter((file) => file.dialect !== 'grafeo');
    for (const { text } of schema) {
      for (const part of text.split(';')) if (part.trim() !== '') await this.#execute('WRITE', (tx) => tx.run(part));
    }
    await this.#execute('READ', (tx) => tx.run(named('awaitIndexes').text));
  }

  async read(statement: Statement, params?: Params): Promise<Row[]> {
    const bound = exact(bind(statement, params)) as Params;
    const { records } = await this.#execute('READ', (tx) => tx.run(statement.text, bound));
    return records.map((record) => {
      const columns = statement.columns.length > 0 ? statement.columns : record.keys.map(String);
      return rowOf(columns, (column) => record.get(column));
    });
  }

  async write(batches: readonly WriteBatch[]): Promise<void> {
    const filled = batches.filter((batch) => batch.rows.length > 0);
    const bound = filled.map(({ statement, rows }) => ({
      text: statement.text,
      params: exact(bind(statement, { rows })) as Params,
    }));
    if (bound.length === 0) return;
    let complete = false;
    await this.#execute('WRITE', async (tx) => {
      // The driver would repeat a commit of which the answer was lost, and it may have been made.
      if (complete) throw new XueliangError('STORE_UNAVAILABLE', 'Neo4j did not answer a commit');
      // Sent one after the other without waiting: a batch costs one way there and back, not one per statement.
      await Promise.all(bound.map(({ text, params }) => tx.run(text, params)));
      complete = true;
    });
  }

  async search(query: string, labels: readonly string[], limit: number): Promise<Hit[]> {
    const words = escapeLucene(query);
    if (words === '') return [];
    const found = await Promise.all(
      labels.map(async (label) => {
        const rows = await this.read(named('search'), { query: words, label, limit });
        return rows.map((row) => ({ label, key: String(row.key), name: String(row.name), score: Number(row.score) }));
      }),
    );
    return found
      .flat()
      .sort((a, b) => b.score - a.score || (a.key < b.key ? -1 : 1))
      .slice(0, limit);
  }

  async reset(): Promise<void> {
    const labels = [...Object.keys(LABELS), JOURNAL_LABEL];
    const clear = { statement: writeStatement('clear.neo4j'), rows: labels.map((label) => ({ label })) };
    const ours = (row: Row) => labels.includes(String(row.label));
    while ((await this.read(named('checkLabels'))).some(ours)) await this.write([clear]);
    await this.migrate();
  }

  /** Neo4j's commits are durable as they are. */
  async checkpoint(): Promise<void> {}

  async close(): Promise<void> {
    await this.#driver.close();
  }

  /** Neo4j looks for overdue transactions now and then only, so the limit is kept here too, for each try anew. */
  async #execute<T>(mode: 'READ' | 'WRITE', work: (tx: ManagedTransaction) => Promise<T>): Promise<T> {
    const session = this.#driver.session({ ...this.#database, defaultAccessMode: mode });
    const limit = mode === 'READ' ? this.#limit : WRITE_LIMIT;
    const watch = new Watch(limit);
    const run = mode === 'READ' ? session.executeRead.bind(session) : session.executeWrite.bind(session);
    const tried = (tx: ManagedTransaction) => {
      watch.restart();
      return work(tx);
    };
    try {
      return await Promise.race([run(tried, { timeout: limit }), watch.overdue]);
    } catch (error) {
      throw translate(error);
    } finally {
      watch.stop();
      await Promise.race([session.close(), wait(CLOSE_LIMIT, undefined, { ref: false })]).catch(() => undefined);
    }
  }
}

/** Fails `overdue` when a try lasts longer than its limit. */
class Watch {
  readonly overdue: Promise<never>;
  readonly #limit: number;
  #fail: (error: Error) => void = () => undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(limit: number) {
    this.#limit = limit;
    this.overdue = new Promise((_, reject) => {
      this.#fail = reject;
    });
  }

  restart(): void {
    this.stop();
    const message = `stopped after ${this.#limit / 1000} s, the limit for a statement`;
    this.#timer = setTimeout(() => this.#fail(new XueliangError('STORE_TIMEOUT', message)), this.#limit + GRACE);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }
}

/** The words as words: Lucene's syntax characters are escaped, its operators put in lower case. */
function escapeLucene(query: string): string {
  const escaped = query.replace(/[+\-!(){}[\]^"~*?:\\/&|]/g, '\\$&').trim();
  return escaped.replace(/\b(AND|OR|NOT|TO)\b/g, (word) => word.toLowerCase());
}

const BY_CODE: readonly (readonly [RegExp, ConstructorParameters<typeof XueliangError>[0], string | null])[] = [
  [/^Neo\.ClientError\.Security/, 'STORE_AUTH', 'the user name or password is wrong, or may not do this'],
  [/^(ServiceUnavailable|SessionExpired)$/, 'STORE_UNAVAILABLE', 'Neo4j does not answer'],
  [/DatabaseNotFound$/, 'STORE_NOT_FOUND', 'the server has no database of that name'],
  [
    /NotALeader|ForbiddenOnReadOnlyDatabase|General\.WriteOnReadOnly|ReadOnly/,
    'STORE_READ_ONLY',
    'the server takes no writes',
  ],
  [/TransactionTimedOut/, 'STORE_TIMEOUT', 'the statement took too long'],
  [/^Neo\.TransientError|Lock/, 'STORE_CONFLICT', null],
];

function translate(error: unknown, where?: string): XueliangError {
  if (error instanceof XueliangError) return error;
  const { code = '', message = String(error), retriable = false } = error as Partial<neo4j.Neo4jError>;
  const known = BY_CODE.find(([pattern]) => pattern.test(code));
  const place = where === undefined ? '' : `${where}: `;
  if (known === undefined) return new XueliangError('QUERY_FAILED', place + message, { cause: error });
  // A client error to Neo4j; but what took too long now may be quick later.
  const again = known[1] === 'STORE_TIMEOUT' ? {} : { retriable };
  return new XueliangError(known[1], place + (known[2] ?? message), { cause: error, ...again });
}
