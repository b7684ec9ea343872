import { randomUUID } from 'node:crypto';
import { XueliangError } from '../errors.ts';
import type { Archive } from '../store/archive.ts';
import type { ArticleInput } from './article-input.ts';
import { Gate } from './gate.ts';
import { Ingestion } from './ingestion.ts';

/** Into what is written, and who may. */
export interface WritingOptions {
  readonly archive: Archive;
  /** At least 16 characters. */
  readonly token: string;
}

/** What one request may do about writing, once it has shown the token. */
export interface Visit {
  /** @throws WRITE_TOKEN, WRITE_WAIT */
  admitted(): Writing;
}

/** How many ingestions may wait, and how many are remembered. */
const MOST_WAITING = 10;
const REMEMBERED = 100;

/** Ingestions of one server, one at a time, in the order in which they came. */
export class Writing {
  readonly #archive: Archive;
  readonly #gate: Gate;
  readonly #known = new Map<string, Ingestion>();
  readonly #stop = new AbortController();
  #last: Promise<void> = Promise.resolve();
  #waiting = 0;

  constructor({ archive, token }: WritingOptions) {
    this.#archive = archive;
    this.#gate = new Gate(token);
  }

  /** What a request may do that comes from there with that header. */
  visit(authorization: string | undefined, address: string): Visit {
    return {
      admitted: () => {
        this.#gate.admit(authorization, address);
        return this;
      },
    };
  }

  /** Begins an ingestion, and returns it with the promise of its end. @throws WRITE_WAIT where too many wait. */
  begin(articles: readonly ArticleInput[], dryRun: boolean): { ingestion: Ingestion; ended: Promise<void> } {
    if (this.#waiting >= MOST_WAITING) {
      throw new XueliangError('WRITE_WAIT', `${this.#waiting} ingestions wait already; ask again in 5 s`);
    }
    const ingestion = new Ingestion(randomUUID(), articles, dryRun);
    this.#remember(ingestion);
    this.#waiting += 1;
    this.#last = this.#last.then(async () => {
      this.#waiting -= 1;
      await ingestion.run(this.#archive, this.#stop.signal);
    });
    return { ingestion, ended: this.#last };
  }

  /** The ingestion with that id; undefined for one that is forgotten. */
  find(id: string): Ingestion | undefined {
    return this.#known.get(id);
  }

  /** Finishes the articles at hand; those behind them are not begun. */
  async close(): Promise<void> {
    this.#stop.abort();
    await this.#last;
  }

  #remember(ingestion: Ingestion): void {
    this.#known.set(ingestion.id, ingestion);
    const [oldest] = this.#known.keys();
    if (this.#known.size > REMEMBERED && oldest !== undefined) this.#known.delete(oldest);
  }
}
