/** Rows that belong to each key. */
export type RowsByKey<R> = ReadonlyMap<string, readonly R[]>;

const LARGEST = 1000;

/**
 * Collects the keys that one request asks for in one turn of the event loop and reads them with one statement (one for
 * every thousand); each key is read once.
 */
export class Batch<R> {
  readonly #read: (keys: readonly string[]) => Promise<RowsByKey<R>>;
  readonly #known = new Map<string, Promise<readonly R[]>>();
  #waiting = new Map<string, PromiseWithResolvers<readonly R[]>>();

  constructor(read: (keys: readonly string[]) => Promise<RowsByKey<R>>) {
    this.#read = read;
  }

  /** The rows of a key; empty when there are none. */
  load(key: string): Promise<readonly R[]> {
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    if (this.#waiting.size === 0) setImmediate(() => this.#dispatch());
    const deferred = withResolvers<readonly R[]>();
    this.#waiting.set(key, deferred);
    this.#known.set(key, deferred.promise);
    return deferred.promise;
  }

  /** Takes rows that were read with others. */
  know(key: string, rows: readonly R[]): void {
    if (!this.#known.has(key)) this.#known.set(key, Promise.resolve(rows));
  }

  #dispatch(): void {
    const waiting = [...this.#waiting];
    this.#waiting = new Map();
    for (let i = 0; i < waiting.length; i += LARGEST) void this.#settle(waiting.slice(i, i + LARGEST));
  }

  async #settle(waiting: readonly (readonly [string, PromiseWithResolvers<readonly R[]>])[]): Promise<void> {
    try {
      const rows = await this.#read(waiting.map(([key]) => key));
      for (const [key, { resolve }] of waiting) resolve(rows.get(key) ?? []);
    } catch (error) {
      for (const [, { reject }] of waiting) reject(error);
    }
  }
}

interface PromiseWithResolvers<T> {
  readonly promise: Promise<T>;
  readonly resolve: (value: T) => void;
  readonly reject: (reason: unknown) => void;
}

/** Node 20 lacks Promise.withResolvers. */
function withResolvers<T>(): PromiseWithResolvers<T> {
  let settle: Pick<PromiseWithResolvers<T>, 'resolve' | 'reject'> | undefined;
  const promise = new Promise<T>((resolve, reject) => {
    settle = { resolve, reject };
  });
  if (settle === undefined) throw new Error('a promise runs its executor at once');
  return { promise, ...settle };
}
