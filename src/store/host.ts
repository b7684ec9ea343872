import type { Socket } from 'node:net';
import { XueliangError } from '../errors.ts';
import type { Entry } from '../journal/entry.ts';
import type { Archive, Writer } from './archive.ts';
import type { Holder } from './owner.ts';
import type { Params, Statement } from './store.ts';
import { Wire } from './wire.ts';

/** What a process may ask the owner of a store. */
export type Question =
  | { readonly op: 'engine' | 'verify' | 'rebuild' | 'rebuilding' | 'end' }
  | { readonly op: 'read'; readonly statement: Statement; readonly params: Params }
  | { readonly op: 'search'; readonly query: string; readonly labels: readonly string[]; readonly limit: number }
  | { readonly op: 'begin'; readonly who: Holder }
  | { readonly op: 'write'; readonly entries: readonly Entry[] };

/** An error as it crosses the socket. */
export interface SentError {
  readonly code: XueliangError['code'];
  readonly message: string;
  readonly location: XueliangError['location'];
  readonly retriable: boolean;
}

/** Answers other processes for an archive that this one has; `archive` is there once it is open. */
export class Host {
  readonly #archive: Promise<Archive>;
  readonly #sockets = new Set<Socket>();
  #asked = 0;
  #closing = false;

  constructor(archive: Promise<Archive>) {
    this.#archive = archive;
    archive.catch(() => undefined);
  }

  readonly accept = (socket: Socket): void => {
    if (this.#closing) return void socket.destroy();
    const guest = new Guest(this.#archive);
    this.#sockets.add(socket);
    const wire = new Wire(socket, (message) => void this.#answer(guest, wire, message as Question & { id: number }));
    socket.unref();
    socket.once('close', () => {
      this.#sockets.delete(socket);
      void guest.leave();
    });
  };

  /** Waits for what is being answered, and takes no more; guests then look for the next owner. */
  async close(): Promise<void> {
    this.#closing = true;
    while (this.#asked > 0) await new Promise((resolve) => setTimeout(resolve, 5));
    for (const socket of this.#sockets) socket.end();
  }

  async #answer(guest: Guest, wire: Wire, { id, ...question }: Question & { id: number }): Promise<void> {
    if (this.#closing) return void wire.socket.end();
    this.#asked += 1;
    try {
      wire.send({ id, value: await guest.answer(question as Question) });
    } catch (error) {
      wire.send({ id, error: sent(error) });
    } finally {
      this.#asked -= 1;
    }
  }
}

/** One process at the other end of a socket; it stops writing when it is gone. */
class Guest {
  #writer: Writer | undefined;

  constructor(readonly archive: Promise<Archive>) {}

  async answer(question: Question): Promise<unknown> {
    const archive = await this.archive;
    if (question.op === 'engine') return archive.store.engine;
    if (question.op === 'read') return archive.store.read(question.statement, question.params);
    if (question.op === 'search') return archive.store.search(question.query, question.labels, question.limit);
    if (question.op === 'verify') return archive.verify();
    if (question.op === 'rebuilding') return archive.rebuilding();
    if (question.op === 'begin') {
      this.#writer = await archive.begin(question.who);
      return null;
    }
    if (question.op === 'end') return this.leave();
    if (this.#writer === undefined) throw new XueliangError('INTERNAL', 'a guest wrote without asking');
    return question.op === 'write' ? this.#writer.write(question.entries) : this.#writer.rebuild();
  }

  async leave(): Promise<void> {
    const writer = this.#writer;
    this.#writer = undefined;
    await writer?.end().catch(() => undefined);
  }
}

function sent(error: unknown): SentError {
  const known = error instanceof XueliangError ? error : new XueliangError('INTERNAL', String(error));
  const { code, message, location, retriable } = known;
  return { code, message, location, retriable };
}
