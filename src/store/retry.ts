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
