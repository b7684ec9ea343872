import { setImmediate as turn } from 'node:timers/promises';

/** When a batch is full, and what ends the run early. */
export interface BatchOptions {
  readonly most?: number;
  /** Milliseconds after which a batch is closed though it is not full: what was read is soon safe. */
  readonly longest?: number;
  readonly signal?: AbortSignal;
}

const MOST = 100;
const LONGEST_MS = 500;

/** Batches of what comes, in order; once the signal is given, the item at hand is the last. */
export async function* batches<T>(items: AsyncIterable<T>, options: BatchOptions = {}): AsyncGenerator<T[]> {
  const { most = MOST, longest = LONGEST_MS, signal } = options;
  let batch: T[] = [];
  let since = Date.now();
  for await (const item of items) {
    batch.push(item);
    // Reading is work without a pause: signals and other processes get their turn here.
    await turn();
    if (signal?.aborted) break;
    if (batch.length < most && Date.now() - since < longest) continue;
    yield batch;
    batch = [];
    since = Date.now();
  }
  if (batch.length > 0) yield batch;
}
