import { setImmediate as turn, setTimeout as wait } from 'node:timers/promises';

/** When a batch is full, and what ends the run early. */
export interface BatchOptions {
  readonly most?: number;
  /** Milliseconds after which a batch is closed though it is not full: what was read is soon safe. */
  readonly longest?: number;
  readonly signal?: AbortSignal;
}

const MOST = 100;
const LONGEST_MS = 500;

/** Batches of what comes, in order; once the signal is given, what is read by then is the last. */
export async function* batches<T>(items: AsyncIterable<T>, options: BatchOptions = {}): AsyncGenerator<T[]> {
  const { most = MOST, longest = LONGEST_MS, signal } = options;
  const source = items[Symbol.asyncIterator]();
  const asked = aborted(signal);
  let batch: T[] = [];
  let since = Date.now();
  let next = source.next();
  for (;;) {
    const left = batch.length === 0 ? null : since + longest - Date.now();
    const outcome = await Promise.race([next, asked, ...(left === null ? [] : [late(left)])]);
    if (outcome === 'stop' || (outcome !== 'late' && outcome.done)) break;
    if (outcome !== 'late') {
      if (batch.length === 0) since = Date.now();
      batch.push(outcome.value);
      // Reading is work without a pause: signals and other processes get their turn here.
      await turn();
      if (signal?.aborted) break;
      next = source.next();
    }
    if (outcome !== 'late' && batch.length < most && Date.now() - since < longest) continue;
    yield batch;
    batch = [];
  }
  next.catch(() => undefined);
  if (batch.length > 0) yield batch;
}

async function late(milliseconds: number): Promise<'late'> {
  return wait(Math.max(0, milliseconds), 'late' as const, { ref: false });
}

function aborted(signal: AbortSignal | undefined): Promise<'stop'> {
  return new Promise((resolve) => signal?.addEventListener('abort', () => resolve('stop'), { once: true }));
}
