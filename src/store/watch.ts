import { XueliangError } from '../errors.ts';

/** Fails `overdue` when nobody restarts it for longer than its limit and a grace, in milliseconds. */
export class Watch {
  readonly overdue: Promise<never>;
  readonly #limit: number;
  readonly #said: string;
  #error: XueliangError | undefined;
  #fail: (error: Error) => void = () => undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(limit: number, grace: number) {
    this.#limit = limit + grace;
    this.#said = `stopped after ${limit / 1000} s, the limit for a statement`;
    this.overdue = new Promise((_, reject) => {
      this.#fail = reject;
    });
    // Nobody may be waiting when it fails.
    this.overdue.catch(() => undefined);
  }

  /** Begins to count anew, to another limit for once if one is given. */
  restart(limit = this.#limit): void {
    this.stop();
    this.#timer = setTimeout(() => {
      // Made when it is needed: to remember where it was made takes longer than most else of a short reading.
      this.#error = new XueliangError('STORE_TIMEOUT', this.#said);
      this.#fail(this.#error);
    }, limit);
  }

  /** Whether `overdue` failed with that. */
  failedWith(error: unknown): boolean {
    return error !== undefined && error === this.#error;
  }

  /** Counts no further. */
  stop(): void {
    clearTimeout(this.#timer);
  }
}
