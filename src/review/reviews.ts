import { type ArticleDecision, type ClaimDecision, type Decision, type PairDecision, targetOf } from './decision.ts';

/** The decisions that hold now: the newest on each target, none where it was taken back. */
export class Reviews {
  readonly #decisions = new Map<string, Decision>();

  constructor(decisions: Iterable<Decision> = []) {
    for (const decision of decisions) this.put(decision);
  }

  put(decision: Decision): void {
    if (decision.verdict === 'open') this.#decisions.delete(targetOf(decision));
    else this.#decisions.set(targetOf(decision), decision);
  }

  all(): readonly Decision[] {
    return [...this.#decisions].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, decision]) => decision);
  }

  claim(id: string): ClaimDecision | undefined {
    return this.#decisions.get(`claim ${id}`) as ClaimDecision | undefined;
  }

  article(id: string): ArticleDecision | undefined {
    return this.#decisions.get(`article ${id}`) as ArticleDecision | undefined;
  }

  /** The decision on two claims, in either order. */
  pair(a: string, b: string): PairDecision | undefined {
    return this.#decisions.get(`claims ${[a, b].sort().join(' ')}`) as PairDecision | undefined;
  }

  /** Whether a person said that two claims are not about the same. */
  apart(a: string, b: string): boolean {
    return this.pair(a, b)?.verdict === 'different';
  }
}
