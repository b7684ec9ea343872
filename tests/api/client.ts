import { type Served, serve } from '../../src/api/server.ts';
import { openStore } from '../../src/store/engines.ts';
import { writeRecords } from '../../src/store/load.ts';
import type { Store } from '../../src/store/store.ts';
import { corpus } from '../store/corpus.ts';
import { divisions } from '../store/fixture.ts';

/** What the API answers. */
export interface Answer {
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers whose shape their query gives
  readonly data: any;
  readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string } }[];
}

/** An API over the corpus of `tests/store/fixture.ts`, which counts the statements that it costs. */
export interface Client {
  readonly url: string;
  /** Names of the statements read since the last call. */
  statements(): string[];
  ask(query: string, variables?: Record<string, unknown>): Promise<Answer & { readonly status: number }>;
  close(): Promise<void>;
}

/** Loads the corpus into memory and serves it on a free port. */
export async function client(): Promise<Client> {
  const store = await openStore('memory:');
  await writeRecords(store, corpus(), divisions);
  return clientOf(store);
}

/** Serves a store on a free port; `close` closes the store, too. */
export async function clientOf(store: Store): Promise<Client> {
  const read: string[] = [];
  const counting: Store = {
    engine: store.engine,
    migrate: () => store.migrate(),
    reset: () => store.reset(),
    checkpoint: () => store.checkpoint(),
    read: (statement, params) => {
      read.push(statement.name);
      return store.read(statement, params);
    },
    write: (batches) => store.write(batches),
    search: (query, labels, limit) => store.search(query, labels, limit),
    close: () => store.close(),
  };
  const served = await serve(counting, { port: 0, bounds: { rate: 0 } });
  return {
    url: served.url,
    statements: () => read.splice(0),
    ask: (query, variables) => ask(served, query, variables),
    close: async () => {
      await served.close();
      await store.close();
    },
  };
}

async function ask(served: Served, query: string, variables?: Record<string, unknown>) {
  const response = await fetch(`${served.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  return { ...((await response.json()) as Answer), status: response.status };
}

/** A store whose readings wait until they are let; it knows no rows. */
export function waiting() {
  const asked: string[] = [];
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  const answer = async <T>(name: string, rows: T): Promise<T> => {
    asked.push(name);
    await opened;
    return rows;
  };
  const nothing = async () => undefined;
  const store: Store = {
    ...{ engine: { name: 'none', version: '0' }, migrate: nothing, reset: nothing, checkpoint: nothing },
    ...{ write: nothing, close: nothing, search: () => answer('search', []) },
    read: ({ name, columns }) =>
      answer(name, name === 'placesByCode' ? [{ key: '370503', place: { code: '370503' } }] : columns.map(() => ({}))),
  };
  return {
    store,
    open,
    asked: () => [...asked],
    /** Returns once so many readings were asked for. */
    waitFor: async (count: number) => {
      while (asked.length < count) await new Promise((resolve) => setTimeout(resolve, 5));
    },
  };
}
