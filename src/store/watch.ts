import { XueliangError } from '../errors.ts';

/** Fails `overdue` when nobody restarts it for longer than its limit and a grace, in milliseconds. */
export class Watch {
  readonly overdue: Promise<never>;
  /** What `overdue` fails with. */
  readonly error: XueliangError;
  readonly #limit: number;
  #fail: (error: Error) => void = () => undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(limit: number, grace: number) {
    this.#limit = limit + grace;
    this.error = new XueliangError('STORE_TIMEOUT', `stopped after ${limit / 1000} s, the limit for a statement`);
    this.overdue = new Promise((_, reject) => {
      this.#fail = reject;
    });
    // Nobody may be waiting when it fails.
    this.overdue.catch(() => undefined);
  }

  /** Begins to count anew, to another limit for once if one is given. */
  restart(limit = this.#limit): void {
    this.stop();
    this.#timer = setTimeout(() => this.#fail(this.error), limit);
  }

  /** Counts no further. */
  stop(): void {
    clearTimeout(this.#timer);
  }
}
