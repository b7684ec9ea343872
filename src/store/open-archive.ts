import { existsSync, statSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, XueliangError } from '../errors.ts';
import { gazetteerDivisions } from '../graph/divisions.ts';
import { Journal } from '../journal/journal.ts';
import { salvage } from '../journal/salvage.ts';
import { agree } from './agree.ts';
import type { Archive } from './archive.ts';
import { openStore, pathOf, type StoreOptions } from './engines.ts';
import { moveAside } from './grafeo.ts';
import { Host } from './host.ts';
import { type Hosting, LocalArchive } from './local-archive.ts';
import { claim, type Holder, lockedBy, type Ownership } from './owner.ts';
import { OwnerGone, RemoteArchive, SharedArchive } from './remote-archive.ts';
import type { Store } from './store.ts';

/** How an archive is opened. */
export interface ArchiveOptions extends StoreOptions {
  /** How this process is named to others: `load`, `serve`. */
  readonly command?: string;
  /** The journal's folder; for `file:PATH` it is PATH.journal unless said otherwise, Neo4j needs one to be written. */
  readonly journal?: string;
  /** Only reads: then Neo4j is used without its journal, and no schema is upgraded. */
  readonly readOnly?: boolean;
  /** Takes a store for this journal's though it was made from another. */
  readonly adopt?: boolean;
  /** The caller makes the graph anew: it is not brought up to date before. */
  readonly rebuild?: boolean;
  /** Makes a new journal of what reads of a damaged one, and then the graph. */
  readonly salvage?: boolean;
  /** Milliseconds that writing waits for a Neo4j that does not answer; 60,000 unless said otherwise. */
  readonly patience?: number;
  /** Hears, in one line each, what was found damaged or behind and put right. */
  readonly notify?: (line: string) => void;
}

/** This process, as others are told of it. */
export function thisProcess(command: string): Holder {
  return { pid: process.pid, command: `xueliang ${command}`, since: new Date().toISOString() };
}

/**
 * Opens a store together with its journal, brings the graph up to date with it, and rebuilds what is damaged. An embedded
 * store that another process has is used through that process.
 * @throws STORE_LOCKED, STORE_DAMAGED (no journal to rebuild from), JOURNAL_DAMAGED, JOURNAL_FOREIGN, JOURNAL_SHORT and
 *   what `openStore` throws.
 */
export async function openArchive(url: string, options: ArchiveOptions = {}): Promise<Archive> {
  if (url.startsWith('file:')) return openFile(url, pathOf(url), options);
  const inMemory = url.startsWith('memory:');
  if (inMemory && options.rebuild) throw new XueliangError('USAGE', 'a store in memory has no journal to rebuild from');
  if (inMemory || options.readOnly === true) {
    const store = await openStore(url, options);
    return new LocalArchive({ store, journal: null, sequence: 0, divisions: gazetteerDivisions });
  }
  const { journal } = options;
  if (journal === undefined) throw new XueliangError('USAGE', 'to write into Neo4j a journal folder is needed');
  const owned = await own({ base: journal, folder: journal, url, file: null }, options);
  if (owned instanceof LocalArchive) return owned;
  await owned.close();
  throw lockedBy(owned.holder);
}

async function openFile(url: string, file: string, options: ArchiveOptions): Promise<Archive> {
  if (existsSync(file) && statSync(file).isDirectory())
    throw new XueliangError('USAGE', `${file} is a folder; name a file in it, as in file:${file}/xueliang.db`);
  const place = { base: file, folder: options.journal ?? `${file}.journal`, url, file };
  const reopen = async () => {
    const found = await own(place, options);
    if (found instanceof LocalArchive) return found;
    if (options.salvage !== true) return found.connect();
    await found.close();
    throw lockedBy(found.holder);
  };
  for (;;) {
    try {
      const first = await reopen();
      return first instanceof LocalArchive ? first : new SharedArchive(first, reopen);
    } catch (error) {
      if (!(error instanceof OwnerGone)) throw error;
      await wait(PAUSE_MS);
    }
  }
}

/** Where a store and its journal are; `base` names lock and socket, `file` is null for a server. */
interface Place {
  readonly base: string;
  readonly folder: string;
  readonly url: string;
  readonly file: string | null;
}

interface Elsewhere {
  readonly holder: Holder;
  connect(): Promise<Archive>;
  close(): Promise<void>;
}

async function own(place: Place, options: ArchiveOptions): Promise<LocalArchive | Elsewhere> {
  let opened: (archive: Promise<Archive>) => void = () => undefined;
  const host = new Host(new Promise((resolve) => (opened = resolve)));
  const claimed = await claim(place.base, thisProcess(options.command ?? 'library'), host.accept);
  if (!claimed.owned) {
    const { holder, socket } = claimed;
    return { holder, connect: () => RemoteArchive.open(socket), close: async () => void socket.destroy() };
  }
  const archive = openOwned(place, options, claimed, host);
  opened(archive);
  try {
    return await archive;
  } catch (error) {
    await host.close();
    await claimed.release();
    throw error;
  }
}

async function openOwned(place: Place, options: ArchiveOptions, owner: Ownership, host: Host): Promise<LocalArchive> {
  const notify = options.notify ?? (() => undefined);
  if (options.salvage) await salvageJournal(place.folder, notify);
  const journal = await Journal.open(place.folder).catch((error) => unreadable(error, options));
  const hosting = { drain: () => host.close(), release: () => owner.release() };
  if (journal instanceof XueliangError) return withoutJournal(place, options, journal, hosting);
  if (journal.cut !== null) {
    const { segment, offset, bytes, keptIn } = journal.cut;
    notify(
      `journal: ${segment} ended in ${bytes} bytes at ${offset} that are no whole entry; cut off, kept in ${keptIn}`,
    );
  }
  const store = await openOrReplace(place, options, journal, notify);
  try {
    const agreed = await agree(store, journal, { ...options, notify }, place.file === null);
    const parts = { store, journal, sequence: agreed ?? 0, divisions: gazetteerDivisions };
    const patience = place.file === null ? { patience: { limit: options.patience ?? PATIENCE_MS, notify } } : {};
    const archive = new LocalArchive({ ...parts, ...patience }, hosting);
    if (!options.rebuild) await bringUpToDate(archive, agreed, options);
    return archive;
  } catch (error) {
    await store.close().catch(() => undefined);
    throw error;
  }
}

async function bringUpToDate(archive: LocalArchive, agreed: number | null, options: ArchiveOptions): Promise<void> {
  try {
    const written = agreed === null ? await archive.rebuild() : await archive.catchUp();
    if (options.adopt) await archive.adopt();
    if (written > 0) options.notify?.(`${written} articles written into the graph from the journal`);
  } catch (error) {
    // Who only reads has the graph as it is, and is told what it lacks.
    if (!(error instanceof XueliangError && options.readOnly)) throw error;
    options.notify?.(`the graph is behind its journal: ${describe(error)}`);
  }
}

/** Who only reads is not kept from the graph by a damaged journal, but is told of it. */
function unreadable(error: unknown, { readOnly }: ArchiveOptions): XueliangError {
  if (error instanceof XueliangError && error.code === 'JOURNAL_DAMAGED' && readOnly) return error;
  throw error;
}

async function withoutJournal(
  { folder, url }: Place,
  options: ArchiveOptions,
  error: XueliangError,
  hosting: Hosting,
): Promise<LocalArchive> {
  options.notify?.(describe(error));
  const store = await openStore(url, options);
  const parts = { store, journal: null, broken: { error, folder }, sequence: 0, divisions: gazetteerDivisions };
  return new LocalArchive(parts, hosting);
}

async function salvageJournal(folder: string, notify: (line: string) => void): Promise<void> {
  const saved = await salvage(folder);
  if (saved === null) return notify('journal: nothing is damaged');
  for (const { segment, offset, bytes } of saved.damage)
    notify(`journal: ${segment} does not read at ${offset}, ${bytes} bytes`);
  notify(`journal: ${saved.kept} entries kept; the damaged journal is in ${saved.oldFolder}; load again what it lost`);
}

/** Longer than Neo4j takes to start again. */
const PATIENCE_MS = 60_000;
const PAUSE_MS = 50;
/** How long the engine of a process that was just killed may keep its file. */
const LOCK_PATIENCE_MS = 10_000;

async function openOrReplace(
  { url, file }: Place,
  options: ArchiveOptions,
  journal: Journal,
  notify: (line: string) => void,
): Promise<Store> {
  if (file !== null && !existsSync(file) && existsSync(`${file}.wal`))
    await replace(file, 'lacks its main file', notify);
  for (const began = Date.now(); ; await wait(PAUSE_MS)) {
    try {
      return await openStore(url, options);
    } catch (error) {
      const { code, message } = error instanceof XueliangError ? error : { code: '', message: '' };
      const again = file !== null && code === 'STORE_LOCKED' && Date.now() - began < LOCK_PATIENCE_MS;
      if (again) continue;
      if (file === null || code !== 'STORE_DAMAGED' || journal.last === 0) throw error;
      await replace(file, message, notify);
    }
  }
}

async function replace(file: string, why: string, notify: (line: string) => void): Promise<void> {
  const aside = await moveAside(file);
  notify(`store: ${why}; moved aside to ${aside}, and rebuilt from the journal`);
}
