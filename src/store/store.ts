/** What a row or a parameter may hold: the same on every engine. Dates are ISO strings; integers beyond 2^53 are bigint. */
export type Value = null | boolean | number | bigint | string | readonly Value[] | { readonly [key: string]: Value };
/** A row of an answer, by column. */
export type Row = Readonly<Record<string, Value>>;
/** Parameters of a statement, by name. */
export type Params = Readonly<Record<string, Value>>;

/** One statement of `cypher/`: its text and what its header declares. */
export interface Statement {
  /** File name without extension: `claimsOfProgram`. */
  readonly name: string;
  readonly text: string;
  readonly params: readonly string[];
  /** What parameters hold that a caller may leave out. */
  readonly defaults?: Params;
  readonly columns: readonly string[];
}

/** A write statement with the rows for its `$rows`. */
export interface WriteBatch {
  readonly statement: Statement;
  readonly rows: readonly Params[];
}

/** What a store must still say of itself for a write to be made, where others may write too. */
export interface Condition {
  /** A statement that makes others wait until the transaction ends, and says what there is. */
  readonly batch: WriteBatch;
  readonly expected: readonly Row[];
}

/** A hit of text search: 4 to 1 by how its name matches (`search.ts`), a share below 1 where it has only some of the words. */
export interface Hit {
  readonly label: string;
  readonly key: string;
  readonly name: string;
  readonly score: number;
}

/** One graph behind one interface; every engine passes `tests/store/contract.ts`. */
export interface Store {
  readonly engine: { readonly name: string; readonly version: string };
  /** Creates constraints and indexes, or runs the statements of a migration; idempotent. */
  migrate(migration?: Statement): Promise<void>;
  /** Runs a read statement in a read-only transaction. */
  read(statement: Statement, params?: Params): Promise<Row[]>;
  /**
   * Runs all batches in one transaction, in order: all or nothing. After STORE_UNAVAILABLE it is not known which: read
   * before you write again. On a server a write that was given up may yet arrive, or another process write: `condition`
   * tells it (STORE_CONFLICT); the embedded engine has one writer, and needs none.
   */
  write(batches: readonly WriteBatch[], condition?: Condition): Promise<void>;
  /**
   * Finds nodes by name or text, in the same order on every engine; the user's words are never query syntax, and whatever
   * they are is an answer or none, never an error.
   */
  search(query: string, labels: readonly string[], limit: number): Promise<Hit[]>;
  /** Takes everything of ours away and leaves an empty graph with its schema; an embedded store's files are kept once, as PATH.old. */
  reset(): Promise<void>;
  /** Makes what was written last through a loss of power, where the engine does not do so by itself. */
  checkpoint(): Promise<void>;
  close(): Promise<void>;
}
