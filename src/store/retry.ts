import { setTimeout as wait } from 'node:timers/promises';
import { XueliangError } from '../errors.ts';

const TRIES = 5;

/**
 * Runs until it succeeds or fails for good: a retriable error is tried five times, ever later; what took too long once is
 * not asked again, nor is what `may` refuses.
 */
export async function retry<T>(work: () => Promise<T>, may = (_: XueliangError) => true): Promise<T> {
  for (let tried = 1; ; tried++) {
    try {
      return await work();
    } catch (error) {
      const again = error instanceof XueliangError && error.retriable && error.code !== 'STORE_TIMEOUT' && may(error);
      if (!again || tried === TRIES) throw error;
      await wait(20 * 2 ** tried);
    }
  }
}

/** How long to wait for a server that does not answer, and who hears of it. */
export interface Patience {
  /** Milliseconds from when it first did not answer. */
  readonly limit: number;
  readonly notify: (line: string) => void;
}

const PASSING: ReadonlySet<string> = new Set(['STORE_UNAVAILABLE', 'STORE_TIMEOUT']);
/** Milliseconds: the longest pause between two tries, and how long nothing is said of a wait. */
const LONGEST_PAUSE = 2_000;
const QUIET = 10_000;

/**
 * As `retry`, and for as long as `patience` lasts also after STORE_UNAVAILABLE and STORE_TIMEOUT (which may have been its
 * connection's fault), ever later, saying so.
 */
export async function patiently<T>(work: () => Promise<T>, { limit, notify }: Patience): Promise<T> {
  const began = Date.now();
  let since: number | null = null;
  const ticker = setInterval(() => notify(`waiting for the store: ${seconds(Date.now() - began)}`), QUIET);
  try {
    for (let tried = 1; ; tried++) {
      try {
        const done = await retry(work, ({ code }) => code !== 'STORE_UNAVAILABLE');
        if (since !== null) notify('the store answers again');
        return done;
      } catch (error) {
        if (!(error instanceof XueliangError && error.retriable && PASSING.has(error.code))) throw error;
        if (since === null) notify(`${error.message}; trying again for ${seconds(limit)}`);
        since ??= Date.now();
        if (Date.now() - since >= limit) throw gaveUp(error, Date.now() - since);
        await wait(pause(tried));
      }
    }
  } finally {
    clearInterval(ticker);
  }
}

/** Twice as long each time, and never quite the same, so that not all come back at once. */
function pause(tried: number): number {
  return Math.min(LONGEST_PAUSE, 100 * 2 ** tried) * (0.75 + Math.random() / 2);
}

function gaveUp(cause: XueliangError, waited: number): XueliangError {
  return new XueliangError(cause.code, `${cause.message}; given up after ${seconds(waited)}`, { cause });
}

function seconds(milliseconds: number): string {
  return `${Math.round(milliseconds / 1000)} s`;
}
