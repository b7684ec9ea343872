import type { Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { XueliangError } from '../errors.ts';
import type { Entry } from '../journal/entry.ts';
import type { Damage } from '../journal/scan.ts';
import type { Acknowledged, Archive, Writer } from './archive.ts';
import type { Question, SentError } from './host.ts';
import type { Holder } from './owner.ts';
import { bind } from './queries.ts';
import type { Hit, Params, Row, Statement, Store } from './store.ts';
import { Wire } from './wire.ts';

/** The owner went away before it answered. */
export class OwnerGone extends Error {}

interface Reply {
  readonly id: number;
  readonly value?: unknown;
  readonly error?: SentError;
}

/** Questions to the owner and their answers. Calls fail with OwnerGone when it goes. */
class Connection {
  readonly #wire: Wire;
  readonly #waiting = new Map<number, { resolve: (value: never) => void; reject: (error: Error) => void }>();
  #last = 0;

  constructor(socket: Socket) {
    this.#wire = new Wire(socket, (message) => this.#replied(message as Reply));
    socket.once('close', () => this.#gone());
  }

  ask<T>(question: Question): Promise<T> {
    if (this.#wire.socket.destroyed || !this.#wire.socket.writable) return Promise.reject(new OwnerGone());
    const id = ++this.#last;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#wire.send({ id, ...question });
    });
  }

  end(): void {
    this.#wire.socket.end();
  }

  #replied({ id, value, error }: Reply): void {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error === undefined) waiting?.resolve(value as never);
    else waiting?.reject(new XueliangError(error.code, error.message, error));
  }

  #gone(): void {
    for (const { reject } of this.#waiting.values()) reject(new OwnerGone());
    this.#waiting.clear();
  }
}

/** Graph and journal in the hands of another process, over its socket. */
export class RemoteArchive implements Archive {
  readonly store: Store;
  readonly #owner: Connection;

  private constructor(owner: Connection, engine: Store['engine']) {
    this.#owner = owner;
    this.store = new RemoteStore(owner, engine);
  }

  static async open(socket: Socket): Promise<RemoteArchive> {
    const owner = new Connection(socket);
    return new RemoteArchive(owner, await owner.ask<Store['engine']>({ op: 'engine' }));
  }

  async begin(who: Holder): Promise<Writer> {
    await this.#owner.ask({ op: 'begin', who });
    return {
      write: (entries: readonly Entry[]) => this.#owner.ask<Acknowledged>({ op: 'write', entries }),
      rebuild: () => this.#owner.ask<number>({ op: 'rebuild' }),
      end: () => this.#owner.ask<void>({ op: 'end' }),
    };
  }

  verify(): Promise<readonly Damage[]> {
    return this.#owner.ask({ op: 'verify' });
  }

  rebuilding(): Promise<boolean> {
    return this.#owner.ask({ op: 'rebuilding' });
  }

  async close(): Promise<void> {
    this.#owner.end();
  }
}

/** The owner's store: it is read here; what is written goes through the archive's writer. */
class RemoteStore implements Store {
  constructor(
    readonly owner: Connection,
    readonly engine: Store['engine'],
  ) {}

  async migrate(): Promise<void> {}
  read(statement: Statement, params?: Params): Promise<Row[]> {
    const { name, text, columns, params: names } = statement;
    const sent = { name, text, columns, params: names };
    return this.owner.ask({ op: 'read', statement: sent, params: bind(statement, params) });
  }
  search(query: string, labels: readonly string[], limit: number): Promise<Hit[]> {
    return this.owner.ask({ op: 'search', query, labels, limit });
  }
  write(): Promise<void> {
    return Promise.reject(new XueliangError('INTERNAL', 'a store of another process is written through its journal'));
  }
  reset(): Promise<void> {
    return this.write();
  }
  async checkpoint(): Promise<void> {}
  async close(): Promise<void> {
    this.owner.end();
  }
}

const PAUSE_MS = 50;
const TRIES = 100;

/**
 * An archive that another process has for now. When that one goes, the call is made again at the next owner, which may be
 * this process: reading twice is harmless, and so is writing entries twice.
 */
export class SharedArchive implements Archive {
  readonly store: Store;
  readonly #reopen: () => Promise<Archive>;
  #current: Archive;
  #reopening: Promise<Archive> | undefined;

  constructor(first: Archive, reopen: () => Promise<Archive>) {
    this.#current = first;
    this.#reopen = reopen;
    const { engine } = first.store;
    this.store = {
      engine,
      migrate: async () => undefined,
      read: (statement, params) => this.#with((archive) => archive.store.read(statement, params)),
      search: (query, labels, limit) => this.#with((archive) => archive.store.search(query, labels, limit)),
      write: (batches) => this.#current.store.write(batches),
      reset: () => this.#current.store.reset(),
      checkpoint: () => this.#current.store.checkpoint(),
      close: () => this.close(),
    };
  }

  async begin(who: Holder): Promise<Writer> {
    let owner = this.#current;
    let writer = await this.#with((archive) => {
      owner = archive;
      return archive.begin(who);
    });
    const again = <T>(work: (writer: Writer) => Promise<T>) =>
      this.#with(async (archive) => {
        if (archive !== owner) {
          writer = await archive.begin(who);
          owner = archive;
        }
        return work(writer);
      });
    return {
      write: (entries) => again((w) => w.write(entries)),
      rebuild: () => again((w) => w.rebuild()),
      end: () => writer.end().catch(ignoreGone),
    };
  }

  verify(): Promise<readonly Damage[]> {
    return this.#with((archive) => archive.verify());
  }

  rebuilding(): Promise<boolean> {
    return this.#with((archive) => archive.rebuilding());
  }

  close(): Promise<void> {
    return this.#current.close();
  }

  async #with<T>(work: (archive: Archive) => Promise<T>): Promise<T> {
    for (let tried = 1; ; tried++) {
      const asked = this.#current;
      try {
        return await work(asked);
      } catch (error) {
        if (!(error instanceof OwnerGone)) throw error;
        if (tried === TRIES) throw new XueliangError('STORE_UNAVAILABLE', 'the process that has the store went away');
        await wait(PAUSE_MS);
        if (asked === this.#current) await this.#next();
      }
    }
  }

  /** Several calls that were lost together look for the next owner once. */
  async #next(): Promise<void> {
    this.#reopening ??= this.#reopen().finally(() => {
      this.#reopening = undefined;
    });
    this.#current = await this.#reopening.catch((error) => {
      if (error instanceof OwnerGone) return this.#current;
      throw error;
    });
  }
}

function ignoreGone(error: unknown): void {
  if (!(error instanceof OwnerGone)) throw error;
}
