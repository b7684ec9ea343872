import { fileURLToPath } from 'node:url';
import { XueliangError } from '../errors.ts';
import { type Connection, withoutUser } from './connection.ts';
import { type GrafeoOptions, openGrafeo } from './grafeo.ts';
import type { Credentials, Limits } from './neo4j.ts';
import { type Opening, upToDate } from './schema-version.ts';
import type { Store } from './store.ts';

/** Who logs in, how a server is reached, what a statement may take, and whether the store is only read. */
export type StoreOptions = Credentials & Connection & Limits & GrafeoOptions & Opening;

type Open = (url: string, options: StoreOptions) => Promise<Store>;

/** The driver is loaded by those who use it. */
const openNeo4j: Open = async (url, options) => (await import('./neo4j.ts')).openNeo4j(url, options);

/** Engines by URL scheme: a new one is one line. */
const ENGINES: Readonly<Record<string, Open>> = {
  memory: (_, options) => openGrafeo(null, options),
  file: (url, options) => openGrafeo(pathOf(url), options),
  bolt: openNeo4j,
  'bolt+s': openNeo4j,
  'bolt+ssc': openNeo4j,
  neo4j: openNeo4j,
  'neo4j+s': openNeo4j,
  'neo4j+ssc': openNeo4j,
};

/** `file:graph.db` and `file:/data/graph.db` as written; `file:///data/a%20b` as a URL. */
export function pathOf(url: string): string {
  if (url.startsWith('file://')) return fileURLToPath(url);
  const path = url.slice('file:'.length);
  if (path === '') throw new XueliangError('USAGE', 'a file: store needs a path, as in file:data/xueliang.db');
  return path;
}

/**
 * Opens the store at a URL and brings its schema up to date, unless it is only read.
 * @throws USAGE for an unknown scheme, STORE_OLDER, STORE_NEWER.
 */
export async function openStore(url: string, options: StoreOptions = {}): Promise<Store> {
  const open = ENGINES[url.split(':', 1)[0] ?? ''];
  if (open === undefined || !url.includes(':')) {
    const known = Object.keys(ENGINES).join(', ');
    throw new XueliangError('USAGE', `not a store: ${withoutUser(url)}; a URL begins with one of ${known}`);
  }
  const store = await open(url, options);
  try {
    await upToDate(store, options);
  } catch (error) {
    if (store.engine.name === 'neo4j' && isRefusal(error, options)) return store;
    await store.close();
    throw error;
  }
  return store;
}

/** A server that takes no writes, or none of this user, can be read as it is. */
function isRefusal(error: unknown, { readOnly }: Opening): boolean {
  if (!(error instanceof XueliangError)) return false;
  return error.code === 'STORE_READ_ONLY' || (readOnly === true && error.code === 'STORE_AUTH');
}
