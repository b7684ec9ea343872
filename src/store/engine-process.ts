import { type ChildProcess, fork } from 'node:child_process';
import { totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import { XueliangError } from '../errors.ts';

/** Where the engine keeps its file, and what a statement may take. */
export interface EngineOptions {
  readonly path: string;
  /** The folder of the path goes when this process does. */
  readonly scratch?: boolean;
  /** Milliseconds after which a reading statement is stopped; 10,000 unless said otherwise. */
  readonly statementLimit?: number;
  /** Bytes that the engine may take; half of the machine's memory unless said otherwise. */
  readonly memoryLimit?: number;
}

/** What the child can do; see `engine-child.mjs`. */
export interface Request {
  readonly op: 'open' | 'run' | 'transaction' | 'index' | 'search' | 'checkpoint' | 'close';
  readonly [field: string]: unknown;
}

/** How the child says that the engine failed. */
export class EngineFailure extends Error {
  readonly gqlStatus: string | undefined;

  constructor(message: string, gqlStatus: string | undefined) {
    super(message);
    this.gqlStatus = gqlStatus;
  }
}

interface Answer {
  readonly id?: number;
  readonly value?: unknown;
  readonly error?: { readonly message: string; readonly gqlStatus?: string };
  readonly alive?: true;
  readonly dying?: 'memory';
}

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
  readonly limit: number;
  timer: NodeJS.Timeout;
}

const CHILD = fileURLToPath(new URL('engine-child.mjs', import.meta.url));
/** Milliseconds that a reading statement may take, on either engine, unless said otherwise. */
export const STATEMENT_LIMIT = 10_000;
/** Opening a large store, writing a batch and checkpoints take their time; only what hangs is ended. */
const LONG_LIMIT = 120_000;
const STDERR_KEPT = 2000;

/** The process in which the embedded engine runs: it may be ended at any time, and is started again for the next call. */
export class EngineProcess {
  readonly #options: EngineOptions;
  readonly #waiting = new Map<number, Waiting>();
  #child: ChildProcess | undefined;
  #opened: Promise<unknown> | undefined;
  #ended: Promise<void> = Promise.resolve();
  #last = 0;
  #said = '';
  #closing = false;
  #reason: XueliangError | undefined;

  constructor(options: EngineOptions) {
    this.#options = options;
  }

  /** The engine's version, once its file is open. */
  async open(): Promise<string> {
    if (this.#child?.connected === false) await this.#kill();
    this.#opened ??= this.#start();
    try {
      return String(await this.#opened);
    } catch (error) {
      this.#opened = undefined;
      await this.#kill();
      throw error;
    }
  }

  /** Opens the engine if it is not running, and asks it. @throws EngineFailure, XueliangError. */
  async call(request: Request): Promise<unknown> {
    await this.open();
    const reading = request.op === 'run' || request.op === 'search';
    return this.#ask(request, reading ? (this.#options.statementLimit ?? STATEMENT_LIMIT) : LONG_LIMIT);
  }

  /** Closes the file in order; the process is gone afterwards, whatever happened. */
  async close(): Promise<void> {
    this.#closing = true;
    try {
      if (this.#opened !== undefined) await this.call({ op: 'close' });
    } finally {
      this.#opened = undefined;
      await this.#kill();
      this.#closing = false;
    }
  }

  /** The process's id; for tests that end it. */
  get pid(): number | undefined {
    return this.#child?.pid;
  }

  async #start(): Promise<unknown> {
    await this.#ended;
    const stdio: ['ignore', 'ignore', 'pipe', 'ipc'] = ['ignore', 'ignore', 'pipe', 'ipc'];
    const child = fork(CHILD, [], { serialization: 'advanced', stdio, execArgv: [] });
    this.#child = child;
    this.#said = '';
    this.#reason = undefined;
    child.stderr?.on('data', (data) => (this.#said = (this.#said + data).slice(-STDERR_KEPT)));
    child.on('message', (answer) => this.#answered(answer as Answer));
    child.on('error', (cause) => this.#failAll(unavailable(String(cause))));
    this.#ended = new Promise((resolve) => child.once('exit', (code, signal) => resolve(this.#exited(code, signal))));
    this.#letGo();
    const { path, scratch = false, memoryLimit = totalmem() / 2 } = this.#options;
    return this.#ask({ op: 'open', path, scratch, memory: memoryLimit }, LONG_LIMIT);
  }

  #ask(request: Request, limit: number): Promise<unknown> {
    const child = this.#child;
    if (child === undefined || !child.connected) return Promise.reject(this.#reason ?? unavailable(this.#said));
    const id = ++this.#last;
    return new Promise((resolve, reject) => {
      const timer = this.#timer(id, limit);
      this.#waiting.set(id, { resolve, reject, limit, timer });
      child.channel?.ref();
      child.send({ id, ...request }, (error) => error && void this.#kill());
    });
  }

  #timer(id: number, limit: number): NodeJS.Timeout {
    return setTimeout(() => this.#overdue(id, limit), limit);
  }

  /** The engine cannot cancel a statement, so it is ended with it, and opened again. */
  #overdue(id: number, limit: number): void {
    const message = `stopped after ${limit / 1000} s, the limit for a statement`;
    this.#settle(id)?.reject(new XueliangError('STORE_TIMEOUT', message));
    void this.#kill().then(() => (this.#closing ? undefined : this.open().catch(() => undefined)));
  }

  #answered({ id, value, error, alive, dying }: Answer): void {
    if (dying !== undefined)
      this.#reason = new XueliangError('STORE_MEMORY', 'the engine was ended: it took too much memory');
    const waiting = this.#waiting.get(id ?? 0);
    if (id === undefined || waiting === undefined) return;
    if (alive) {
      clearTimeout(waiting.timer);
      waiting.timer = this.#timer(id, waiting.limit);
      return;
    }
    this.#settle(id);
    if (error === undefined) waiting.resolve(value);
    else waiting.reject(new EngineFailure(error.message, error.gqlStatus));
  }

  #settle(id: number): Waiting | undefined {
    const waiting = this.#waiting.get(id);
    if (waiting === undefined) return undefined;
    clearTimeout(waiting.timer);
    this.#waiting.delete(id);
    this.#letGo();
    return waiting;
  }

  #exited(code: number | null, signal: NodeJS.Signals | null): void {
    const how = signal ?? `status ${code}`;
    this.#child = undefined;
    this.#opened = undefined;
    this.#failAll(
      this.#reason ?? unavailable(`${how}${this.#said === '' ? '' : `: ${this.#said.trim().split('\n')[0]}`}`),
    );
  }

  #failAll(error: XueliangError): void {
    for (const id of [...this.#waiting.keys()]) this.#settle(id)?.reject(error);
  }

  async #kill(): Promise<void> {
    this.#child?.ref();
    this.#child?.kill('SIGKILL');
    await this.#ended;
  }

  /** An idle engine does not keep this process alive. */
  #letGo(): void {
    if (this.#waiting.size > 0) return;
    this.#child?.unref();
    this.#child?.channel?.unref();
    (this.#child?.stderr as { unref?: () => void } | null | undefined)?.unref?.();
  }
}

function unavailable(how: string): XueliangError {
  return new XueliangError('STORE_UNAVAILABLE', `the embedded engine ended (${how}) and is started again`);
}
