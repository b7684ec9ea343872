import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { XueliangError } from '../errors.ts';
import type { Store } from '../store/store.ts';
import { reading } from './reading.ts';

/** Names of operations that are counted apart; clients choose names, so all later ones are `other`. */
const NAMES_KEPT = 50;
const LONGEST_NAME = 60;
/** Seconds: from an answer out of memory to a statement at its limit. */
const BUCKETS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** Those of the process are the same for every server in it. */
const process = new Registry();
collectDefaultMetrics({ register: process, prefix: 'xueliang_' });

/** What a server counts and times, in the words of Prometheus; no label holds anything of a user but the name of an operation. */
export class Metrics {
  readonly #registry = new Registry();
  readonly #named = new Set<string>();
  readonly #requests = this.#counter('http_requests_total', 'Requests answered, by path and status.', [
    'route',
    'status',
  ]);
  readonly #operations = this.#counter('operations_total', 'GraphQL operations, by name and outcome.', [
    'operation',
    'outcome',
  ]);
  readonly #duration = this.#histogram('operation_seconds', 'How long GraphQL operations took.', ['operation']);
  readonly #statements = this.#histogram('statement_seconds', 'How long statements took that the store was asked.', [
    'statement',
    'outcome',
  ]);
  readonly #documents = this.#counter('documents_total', 'GraphQL documents: parsed, or known from before (hit).', [
    'cache',
  ]);
  readonly #refusals = this.#counter('refusals_total', 'Requests refused or stopped, by code.', ['code']);

  /** `answering` says how many requests are being answered. */
  constructor(answering: () => number) {
    const gauge: Gauge = new Gauge({
      ...this.#metric('answering', 'Requests being answered.', []),
      collect: () => gauge.set(answering()),
    });
  }

  /** A request was answered; `route` is the path as declared, `none` for one that is not. */
  answered(route: string, status: number): void {
    this.#requests.inc({ route, status });
  }

  /** A request was refused or stopped for one of our codes. */
  refused(code: string): void {
    this.#refusals.inc({ code });
  }

  /** An operation was answered after so many seconds; `known` when its document had been parsed before. */
  operation(name: string | null | undefined, outcome: 'ok' | 'errors', seconds: number, known: boolean): void {
    const operation = this.#kept(name);
    this.#operations.inc({ operation, outcome });
    this.#duration.observe({ operation }, seconds);
    this.#documents.inc({ cache: known ? 'hit' : 'parsed' });
  }

  /** The store with each of its readings timed. */
  timed(store: Store): Store {
    return reading(store, async (statement, read) => {
      const stop = this.#statements.startTimer({ statement });
      try {
        const answer = await read();
        stop({ outcome: 'ok' });
        return answer;
      } catch (error) {
        stop({ outcome: error instanceof XueliangError ? error.code : 'INTERNAL' });
        throw error;
      }
    });
  }

  /** All of it as Prometheus reads it, with its media type. */
  async page(): Promise<{ readonly type: string; readonly text: string }> {
    const all = Registry.merge([process, this.#registry]);
    return { type: all.contentType, text: await all.metrics() };
  }

  #kept(name: string | null | undefined): string {
    if (name === null || name === undefined || name === '') return 'unnamed';
    if (this.#named.has(name)) return name;
    if (this.#named.size >= NAMES_KEPT || name.length > LONGEST_NAME) return 'other';
    this.#named.add(name);
    return name;
  }

  #metric<T extends string>(name: string, help: string, labelNames: readonly T[]) {
    return { name: `xueliang_${name}`, help, labelNames, registers: [this.#registry] };
  }

  #counter<T extends string>(name: string, help: string, labels: readonly T[]): Counter<T> {
    return new Counter(this.#metric(name, help, labels));
  }

  #histogram<T extends string>(name: string, help: string, labels: readonly T[]): Histogram<T> {
    return new Histogram({ ...this.#metric(name, help, labels), buckets: BUCKETS });
  }
}
