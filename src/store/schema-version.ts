import { XueliangError } from '../errors.ts';
import { batch } from './batches.ts';
import { isEmpty, readBookmark } from './bookmark.ts';
import { type CypherFile, statement, statements } from './queries.ts';
import type { Row, Statement, Store } from './store.ts';

/** One numbered change of what an older store holds: `cypher/migrations/0002-….cypher`. */
export interface Migration {
  readonly version: number;
  readonly file: CypherFile;
}

/** Key of the node that says which version of the schema a store has. */
export const SCHEMA_KEY = 'schema';

/** What whoever opens a store may do to it, and who hears of it. */
export interface Opening {
  readonly readOnly?: boolean;
  readonly notify?: (line: string) => void;
}

/** Every migration there is, oldest first; one version may have a file for each engine. */
export function migrations(): readonly Migration[] {
  return statements('migrations').map((file) => ({ version: Number.parseInt(file.name, 10), file }));
}

/** The version that a list of migrations ends in: of all there are, what a new store has. */
export function newestVersion(all = migrations()): number {
  return Math.max(0, ...all.map(({ version }) => version));
}

/** The version that a store says it has: 0 when it was made before versions were recorded, null when there is nothing in it. */
export async function readVersion(store: Store): Promise<number | null> {
  const [row] = await store.read(statement('schemaVersion'));
  if (row !== undefined) return Number(row.version);
  const made = (await readBookmark(store)) !== null || !(await isEmpty(store));
  return made ? 0 : null;
}

/** Says in the store which version it has. */
export async function recordVersion(store: Store, version = newestVersion()): Promise<void> {
  await store.write([batch('putJournal', [{ key: SCHEMA_KEY, properties: { key: SCHEMA_KEY, version } }])]);
}

/**
 * Makes a store's schema what this program needs: a new store is given it, an older one is upgraded step by step by who may
 * write, each step recorded when it is done. Whoever only reads changes nothing in a store that was made.
 * @throws STORE_OLDER for a reader, STORE_NEWER for a store of a newer program.
 */
export async function upToDate(store: Store, { readOnly, notify }: Opening = {}, all = migrations()): Promise<void> {
  const newest = newestVersion(all);
  const version = await readVersion(store);
  if (version !== null && version > newest) throw newer(version, newest);
  if (version !== null && readOnly) {
    if (version < newest) throw older(version, newest);
    return;
  }
  for (const step of version === null ? [] : stepsFrom(version, store, all)) {
    await store.migrate(step.file);
    await recordVersion(store, step.version);
  }
  await store.migrate();
  if (version === newest) return;
  await recordVersion(store, newest);
  if (version !== null) notify?.(`store: upgraded from schema ${version} to ${newest}`);
}

/** What this engine has to do, oldest first; running one twice does no harm, so who is ended before it is recorded does it again. */
function stepsFrom(version: number, { engine }: Store, all: readonly Migration[]): readonly Migration[] {
  const other = engine.name === 'neo4j' ? 'grafeo' : 'neo4j';
  const ours = all.filter((step) => step.version > version && step.file.dialect !== other);
  return [...ours].sort((a, b) => a.version - b.version);
}

/** The statements of a file, one after the other; one that says how much it has `changed` is repeated until that is nothing. */
export async function runEach(file: Statement, run: (text: string) => Promise<readonly Row[]>): Promise<void> {
  for (const text of file.text.split(';').filter((part) => part.trim() !== '')) {
    while (Number((await run(text))[0]?.changed ?? 0) > 0);
  }
}

function newer(version: number, newest: number): XueliangError {
  const message = `the store has schema ${version}, and this program knows up to ${newest}: use the newer xueliang`;
  return new XueliangError('STORE_NEWER', message);
}

function older(version: number, newest: number): XueliangError {
  const message = `the store has schema ${version}, this program reads ${newest}: run xueliang upgrade on it`;
  return new XueliangError('STORE_OLDER', message);
}
