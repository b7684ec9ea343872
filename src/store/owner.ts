import { randomBytes } from 'node:crypto';
import { chmodSync } from 'node:fs';
import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { isMainThread } from 'node:worker_threads';
import { XueliangError } from '../errors.ts';
import { unwritable } from '../journal/disk.ts';

/** A process that has or uses a store, as it is named to others. */
export interface Holder {
  readonly pid: number;
  readonly command: string;
  /** ISO time. */
  readonly since: string;
}

/** This process has the data now, and answers others on its socket until `release`. */
export interface Ownership {
  readonly owned: true;
  release(): Promise<void>;
}

/** Another process has it; we are connected to its socket. */
export interface OtherOwner {
  readonly owned: false;
  readonly holder: Holder;
  readonly socket: Socket;
}

interface Lock extends Holder {
  readonly socket: string;
}

/** The kernel's limit for a socket's path, less a margin. */
const LONGEST_PATH = 100;

/**
 * Takes the data at `base` for this process: BASE.lock names the owner and the socket (mode 0600) on which it answers. An
 * owner lives as long as its socket takes connections: whoever died, however, is replaced, and its files are removed.
 * @throws STORE_READ_ONLY, STORE_FULL.
 */
export async function claim(
  base: string,
  holder: Holder,
  onConnection: (socket: Socket) => void,
): Promise<Ownership | OtherOwner> {
  const lock = `${base}.lock`;
  const mark = randomBytes(4).toString('hex');
  try {
    await mkdir(dirname(base), { recursive: true });
    for (;;) {
      const other = await liveOwner(lock, mark);
      if (other !== null) return other;
      const socket = socketPath(base, mark);
      const server = await listen(socket, onConnection);
      if (await place(lock, mark, { ...holder, socket })) return { owned: true, release: () => release(lock, server) };
      await closed(server);
    }
  } catch (error) {
    throw unwritable(error, lock);
  }
}

/** Who holds the lock and answers; a lock that nobody answers for is taken away. */
async function liveOwner(lock: string, mark: string): Promise<OtherOwner | null> {
  const text = await readFile(lock, 'utf8').catch(() => null);
  if (text === null) return null;
  const holder = parse(text);
  const socket = holder === null ? null : await reach(holder.socket);
  if (holder !== null && socket !== null) return { owned: false, holder, socket };
  await takeAway(lock, text, mark);
  if (holder !== null && process.platform !== 'win32') await rm(holder.socket, { force: true });
  return null;
}

function parse(text: string): Lock | null {
  try {
    const lock = JSON.parse(text) as Partial<Lock>;
    return typeof lock.socket === 'string' && typeof lock.pid === 'number' ? (lock as Lock) : null;
  } catch {
    return null;
  }
}

function reach(path: string): Promise<Socket | null> {
  return new Promise((resolve) => {
    const socket = connect(path);
    socket.once('connect', () => resolve(socket));
    socket.once('error', () => resolve(null));
  });
}

/** Two may see the same dead lock: who renames it looks whether it is that one, and else puts it back. */
async function takeAway(lock: string, text: string, mark: string): Promise<void> {
  const aside = `${lock}.${mark}`;
  try {
    await rename(lock, aside);
  } catch {
    return;
  }
  if ((await readFile(aside, 'utf8').catch(() => text)) !== text) await link(aside, lock).catch(() => undefined);
  await rm(aside, { force: true });
}

/** The lock appears whole or not at all; false when another was first. */
async function place(lock: string, mark: string, content: Lock): Promise<boolean> {
  const fresh = `${lock}.${mark}`;
  await writeFile(fresh, JSON.stringify(content), { mode: 0o600 });
  try {
    await link(fresh, lock);
    return true;
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return false;
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'].includes(code)) throw error;
    return placeWithoutLinks(lock, content);
  } finally {
    await rm(fresh, { force: true });
  }
}

/** For file systems that know no hard links. */
async function placeWithoutLinks(lock: string, content: Lock): Promise<boolean> {
  return writeFile(lock, JSON.stringify(content), { mode: 0o600, flag: 'wx' }).then(
    () => true,
    (error) => {
      if (error.code === 'EEXIST') return false;
      throw error;
    },
  );
}

function socketPath(base: string, mark: string): string {
  if (process.platform === 'win32') return `\\\\.\\pipe\\xueliang-${mark}${randomBytes(8).toString('hex')}`;
  const beside = `${base}.${mark}.sock`;
  return Buffer.byteLength(beside) <= LONGEST_PATH ? beside : join(tmpdir(), `xueliang-${mark}.sock`);
}

async function listen(path: string, onConnection: (socket: Socket) => void): Promise<Server> {
  const server = createServer(onConnection);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    // The socket is made within the call, by the mask of the moment: nobody else may ever connect.
    const before = isMainThread ? process.umask(0o177) : null;
    server.listen(path, resolve);
    if (before !== null) process.umask(before);
  });
  if (process.platform !== 'win32') chmodSync(path, 0o600);
  server.unref();
  return server;
}

/** The lock goes first: who comes then finds nobody, and begins anew. */
async function release(lock: string, server: Server): Promise<void> {
  await rm(lock, { force: true });
  await closed(server);
}

async function closed(server: Server): Promise<void> {
  await new Promise<void>((resolve) => server.close(() => resolve()));
}

/** The error that names who is in the way. */
export function lockedBy({ pid, command, since }: Holder): XueliangError {
  const message = `${command} (process ${pid}, since ${since}) is writing to this store; one writes at a time`;
  return new XueliangError('STORE_LOCKED', message);
}
