import { setTimeout as wait } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import neo4j, { type Driver, type ManagedTransaction, type QueryResult, type Result } from 'neo4j-driver';
import { XueliangError } from '../errors.ts';
import { JOURNAL_LABEL, LABELS } from '../graph/schema.ts';
import { ACQUISITION_LIMIT, type Connection, driverConfig, withoutUser } from './connection.ts';
import { STATEMENT_LIMIT } from './engine-process.ts';
import { NO_ANSWER, translate } from './neo4j-errors.ts';
import { bind, statement as named, statements, writeStatement } from './queries.ts';
import { runEach } from './schema-version.ts';
import { searchNodes } from './search.ts';
import type { Condition, Hit, Params, Row, Statement, Store, WriteBatch } from './store.ts';
import { exact, rowOf } from './values.ts';
import { Watch } from './watch.ts';

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
const GOODBYE_LIMIT = 1_000;
/** How long a writing statement may go unanswered, and a server that let a statement go overdue be asked whether it is there. */
const SILENCE = 30_000;
const PROBE_LIMIT = 2_000;
/** What the first statement may take: a server that has just started, or was idle for long, compiles before it answers. */
const COLD_LIMIT = 30_000;

type Options = Credentials & Connection & Limits;
type Mode = 'READ' | 'WRITE';
type Ask = (text: string, params?: Params) => Promise<Pick<QueryResult, 'records'>>;

/**
 * Connects to Neo4j 5 or newer.
 * @throws STORE_UNAVAILABLE, STORE_AUTH, STORE_CERTIFICATE, STORE_NOT_FOUND or STORE_UNSUPPORTED, each with one clear line.
 */
export async function openNeo4j(url: string, options: Options = {}): Promise<Store> {
  const driver = connect(url, options);
  const where = withoutUser(url);
  try {
    const { agent } = await driver.getServerInfo(options.database ? { database: options.database } : {});
    const version = agent?.split('/')[1] ?? 'unknown';
    if (Number.parseInt(version, 10) < OLDEST) throw unsupported(where, version);
    return new Neo4jStore(driver, version, url, options);
  } catch (error) {
    await closed(driver);
    throw translate(error, where);
  }
}

function connect(address: string, options: Options): Driver {
  const { username, password } = options;
  const auth = password === undefined ? undefined : neo4j.auth.basic(username ?? 'neo4j', password);
  const { url, config } = driverConfig(address, options);
  try {
    return neo4j.driver(url, auth, config);
  } catch {
    throw new XueliangError('USAGE', `not a Neo4j address: ${withoutUser(address)}`);
  }
}

function unsupported(where: string, version: string): XueliangError {
  return new XueliangError('STORE_UNSUPPORTED', `${where} is Neo4j ${version}; version 5 or newer is needed`);
}

class Neo4jStore implements Store {
  readonly engine: Store['engine'];
  readonly #url: string;
  readonly #options: Options;
  readonly #database: { readonly database?: string };
  /** On a cluster, whoever reads after a write sees it: the bookmarks of all transactions are kept together. */
  readonly #bookmarks = neo4j.bookmarkManager();
  #driver: Driver;
  #warm = false;

  constructor(driver: Driver, version: string, url: string, options: Options) {
    this.#driver = driver;
    this.engine = { name: 'neo4j', version };
    this.#url = url;
    this.#options = options;
    this.#database = options.database === undefined ? {} : { database: options.database };
  }

  async migrate(migration?: Statement): Promise<void> {
    const files = migration ? [migration] : statements('schema').filter((file) => file.dialect !== 'grafeo');
    for (const file of files)
      await runEach(file, async (text) => {
        const { records } = await this.#execute('WRITE', (ask) => ask(text), WRITE_LIMIT);
        return records.map((record) => rowOf(record.keys.map(String), (column) => record.get(column)));
      });
    await this.#execute('WRITE', (ask) => ask(named('awaitIndexes').text), WRITE_LIMIT);
  }

  async read(statement: Statement, params?: Params): Promise<Row[]> {
    const bound = exact(bind(statement, params)) as Params;
    const { records } = await this.#execute('READ', (ask) => ask(statement.text, bound));
    return records.map((record) => {
      const columns = statement.columns.length > 0 ? statement.columns : record.keys.map(String);
      return rowOf(columns, (column) => record.get(column));
    });
  }

  async write(batches: readonly WriteBatch[], condition?: Condition): Promise<void> {
    const bound = batches.filter((batch) => batch.rows.length > 0).map(bindBatch);
    if (bound.length === 0) return;
    let complete = false;
    await this.#execute('WRITE', async (ask) => {
      // The driver would repeat a commit of which the answer was lost, and it may have been made.
      if (complete) throw new XueliangError('STORE_UNAVAILABLE', 'Neo4j did not answer a commit');
      if (condition !== undefined) await hold(ask, condition);
      // Sent one after the other without waiting: a batch costs one way there and back, not one per statement.
      await Promise.all(bound.map(({ text, params }) => ask(text, params)));
      complete = true;
    });
  }

  async search(query: string, labels: readonly string[], limit: number): Promise<Hit[]> {
    return searchNodes(
      { engine: this.engine.name, read: this.read.bind(this), candidates: this.#candidates.bind(this) },
      query,
      labels,
      limit,
    );
  }

  async #candidates(label: string, words: string, limit: number): Promise<Pick<Hit, 'key' | 'name'>[]> {
    const rows = await this.read(named('search'), { query: words, label, limit });
    return rows.map((row) => ({ key: String(row.key), name: String(row.name ?? '') }));
  }

  /** What the graph is made of is forgotten last: who is ended under way finds a graph that says that it is not whole. */
  async reset(): Promise<void> {
    for (const labels of [Object.keys(LABELS), [JOURNAL_LABEL]]) {
      const clear = { statement: writeStatement('clear.neo4j'), rows: labels.map((label) => ({ label })) };
      const ours = (row: Row) => labels.includes(String(row.label));
      while ((await this.read(named('checkLabels'))).some(ours)) await this.write([clear]);
    }
    await this.migrate();
  }

  /** Neo4j's commits are durable as they are. */
  async checkpoint(): Promise<void> {}

  async close(): Promise<void> {
    await closed(this.#driver);
  }

  /**
   * Neo4j looks for overdue transactions now and then only, and a network that fell silent tells nobody: so the limit is kept
   * here too, for each try of a reading transaction, for each statement of a writing one.
   */
  async #execute<T>(mode: Mode, work: (ask: Ask) => Promise<T>, silence = this.#options.silence): Promise<T> {
    const driver = this.#driver;
    const session = driver.session({
      ...{ ...this.#database, defaultAccessMode: mode, bookmarkManager: this.#bookmarks },
    });
    const asked = this.#options.statementLimit ?? STATEMENT_LIMIT;
    const reading = this.#warm ? asked : Math.max(asked, COLD_LIMIT);
    const limit = mode === 'READ' ? reading : WRITE_LIMIT;
    const watch = mode === 'READ' ? new Watch(reading, GRACE) : new Watch(silence ?? SILENCE, 0);
    const run = mode === 'READ' ? session.executeRead.bind(session) : session.executeWrite.bind(session);
    const once = () =>
      work((text, params) =>
        collected(
          unmarked(() => session.run(text, params, { timeout: limit })),
          watch,
        ),
      );
    const tried = (tx: ManagedTransaction) => {
      watch.restart();
      return work(async (text, params) => {
        const result = await tx.run(text, params);
        if (mode === 'WRITE') watch.restart();
        return result;
      });
    };
    // Before the work begins there is the wait for a connection, and for the server to begin; then a reader's own limit counts.
    const begun = this.#options.acquisitionTimeout ?? ACQUISITION_LIMIT;
    watch.restart((mode === 'READ' ? Math.max(begun, reading) : begun) + GRACE);
    try {
      const managed = () => run(tried, { timeout: limit });
      const done = await Promise.race([mode === 'READ' ? orAgain(once, managed) : managed(), watch.overdue]);
      this.#warm = true;
      return done;
    } catch (error) {
      if (watch.failedWith(error) && !(await answers(driver, this.#database))) throw this.#unreachable(driver);
      throw translate(error);
    } finally {
      watch.stop();
      const closing = session.close().catch(() => undefined);
      // A reader has all its records by now, or failed; nothing that comes depends on its session.
      if (mode === 'WRITE') await Promise.race([closing, wait(CLOSE_LIMIT, undefined, { ref: false })]);
    }
  }

  /** Connections on which nothing comes any more are never given back, so all are given up; the next call makes new ones. */
  #unreachable(driver: Driver): XueliangError {
    if (driver === this.#driver) {
      this.#driver = connect(this.#url, this.#options);
      void closed(driver);
    }
    return new XueliangError('STORE_UNAVAILABLE', NO_ANSWER);
  }
}

/** Runs without noting where errors are made: the driver notes it for each statement, though few fail, and their own words say enough. */
function unmarked<T>(run: () => T): T {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return run();
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

/** All records of a statement; the watch counts anew when the server says that it begins. */
function collected(result: Result, watch: Watch): ReturnType<Ask> {
  const records: QueryResult['records'] = [];
  return new Promise((resolve, reject) => {
    result.subscribe({
      onKeys: () => watch.restart(),
      onNext: (record) => void records.push(record),
      onCompleted: () => resolve({ records }),
      onError: reject,
    });
  });
}

/**
 * A reading statement by itself is its own transaction, with the same limit in Neo4j: one way there and back, not three. Only where
 * it fails for a reason that may pass is it asked again, as often as the driver repeats a transaction.
 */
async function orAgain<T>(once: () => Promise<T>, managed: () => Promise<T>): Promise<T> {
  try {
    return await once();
  } catch (error) {
    if (!neo4j.isRetryableError(error)) throw error;
    return managed();
  }
}

/** Says goodbye, and does not wait for a server that no longer answers. */
async function closed(driver: Driver): Promise<void> {
  await Promise.race([driver.close(), wait(GOODBYE_LIMIT, undefined, { ref: false })]).catch(() => undefined);
}

/** Whether the server says anything at all. */
async function answers(driver: Driver, database: { readonly database?: string }): Promise<boolean> {
  const silent = wait(PROBE_LIMIT, false, { ref: false });
  return Promise.race([silent, driver.getServerInfo(database).then(() => true)]).catch(() => false);
}

function bindBatch({ statement, rows }: WriteBatch): { readonly text: string; readonly params: Params } {
  return { text: statement.text, params: exact(bind(statement, { rows })) as Params };
}

/** Waits for whoever else writes, and then goes on only if the store is still as it was thought to be. */
async function hold(ask: Ask, { batch, expected }: Condition): Promise<void> {
  const { text, params } = bindBatch(batch);
  const { columns } = batch.statement;
  const { records } = await ask(text, params);
  const found = records.map((record) => rowOf(columns, (column) => record.get(column)));
  if (isDeepStrictEqual(found, expected)) return;
  throw new XueliangError('STORE_CONFLICT', 'another write came in between');
}
