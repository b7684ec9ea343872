import type { ExtractionRecord } from './claim/claim.ts';
import type { XueliangError } from './errors.ts';

/** What was read, what was found in it, and what could not be read. */
export interface Summary {
  readonly articles: number;
  readonly claims: number;
  /** How many claims of each kind, the most frequent first. */
  readonly claimsByKind: Readonly<Record<string, number>>;
  /** Different places, agencies and programs. */
  readonly places: number;
  readonly agencies: number;
  readonly programs: number;
  /** What was seen and not understood. */
  readonly issues: number;
  /** Inputs that gave nothing, each with its place and reason. */
  readonly failures: readonly XueliangError[];
}

/** Counts while articles stream by. */
export class Tally {
  readonly #kinds = new Map<string, number>();
  readonly #places = new Set<string>();
  readonly #agencies = new Set<string>();
  readonly #programs = new Set<string>();
  readonly #failures: XueliangError[] = [];
  #articles = 0;
  #issues = 0;

  add(record: ExtractionRecord): void {
    this.#articles += 1;
    this.#issues += record.issues.length;
    for (const { kind } of record.claims) this.#kinds.set(kind, (this.#kinds.get(kind) ?? 0) + 1);
    for (const { code, candidates = [] } of record.places) if (candidates.length === 0) this.#places.add(code);
    for (const { id } of record.agencies) this.#agencies.add(id);
    for (const { id } of record.programs) this.#programs.add(id);
  }

  fail(error: XueliangError): void {
    this.#failures.push(error);
  }

  summary(): Summary {
    const kinds = [...this.#kinds].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
    return {
      articles: this.#articles,
      claims: kinds.reduce((sum, [, count]) => sum + count, 0),
      claimsByKind: Object.fromEntries(kinds),
      places: this.#places.size,
      agencies: this.#agencies.size,
      programs: this.#programs.size,
      issues: this.#issues,
      failures: this.#failures,
    };
  }
}
