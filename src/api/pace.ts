import { setImmediate as turn } from 'node:timers/promises';
import { XueliangError } from '../errors.ts';

/** How long work goes on before others have their turn, and how long one request may compute. */
const TURN_MS = 25;
const LONGEST_MS = 10_000;

/** Keeps long computing in memory from holding up other requests, and from going on for ever. */
export class Pace {
  readonly #began = performance.now();
  #since = performance.now();

  /** Lets others have their turn, where this has worked for a while. @throws STORE_TIMEOUT after ten seconds. */
  async step(): Promise<void> {
    const now = performance.now();
    if (now - this.#began > LONGEST_MS) {
      throw new XueliangError(
        'STORE_TIMEOUT',
        `adding up took longer than ${LONGEST_MS / 1000} s; filter, or group by less`,
      );
    }
    if (now - this.#since < TURN_MS) return;
    await turn();
    this.#since = performance.now();
  }
}
