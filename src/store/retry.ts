import { setTimeout as wait } from 'node:timers/promises';
import { XueliangError } from '../errors.ts';

const TRIES = 5;

/** Runs until it succeeds or fails for good: a retriable error is tried five times, ever later. */
export async function retry<T>(work: () => Promise<T>): Promise<T> {
  for (let tried = 1; ; tried++) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof XueliangError && error.retriable) || tried === TRIES) throw error;
      await wait(20 * 2 ** tried);
    }
  }
}
