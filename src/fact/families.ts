import type { Family } from './facts.ts';
import { bands, nearIdentical } from './sketch.ts';

/** An article as copies are told by. */
export interface Sketched {
  readonly id: string;
  readonly publishedOn: string | null;
  readonly sketch: string | null;
}

/**
 * The source families of a set of articles: the connected components of near-identity. What they are depends on the set
 * alone, not on the order in which articles came.
 */
export class SourceFamilies {
  readonly #articles = new Map<string, Sketched>();
  readonly #buckets = new Map<string, Set<string>>();

  /** Adds or replaces an article; returns the ids of all whose family may have changed by it, itself included. */
  put(article: Sketched): string[] {
    const before = this.#remove(article.id);
    this.#articles.set(article.id, article);
    for (const band of article.sketch === null ? [] : bands(article.sketch)) {
      const bucket = this.#buckets.get(band) ?? new Set();
      this.#buckets.set(band, bucket.add(article.id));
    }
    return [...new Set([...before, ...this.members(article.id)])];
  }

  /** All articles of the family, sorted by date, then id: the first is the root. */
  members(id: string): string[] {
    const found = new Set([id]);
    for (const next of found) for (const twin of this.#twins(next)) found.add(twin);
    return [...found].sort((a, b) => (this.#order(a) < this.#order(b) ? -1 : 1));
  }

  /** The family of an article; an unknown one is its own. */
  family(id: string): Family {
    const root = this.members(id)[0] ?? id;
    return { root, publishedOn: this.#articles.get(root)?.publishedOn ?? null };
  }

  #order(id: string): string {
    return `${this.#articles.get(id)?.publishedOn ?? '9999'} ${id}`;
  }

  #twins(id: string): string[] {
    const sketched = this.#articles.get(id)?.sketch ?? null;
    if (sketched === null) return [];
    const near = new Set(bands(sketched).flatMap((band) => [...(this.#buckets.get(band) ?? [])]));
    return [...near].filter((other) => {
      const theirs = this.#articles.get(other)?.sketch ?? null;
      return other !== id && theirs !== null && nearIdentical(sketched, theirs);
    });
  }

  #remove(id: string): string[] {
    const known = this.#articles.get(id);
    if (known === undefined) return [];
    const before = this.members(id);
    for (const band of known.sketch === null ? [] : bands(known.sketch)) this.#buckets.get(band)?.delete(id);
    this.#articles.delete(id);
    return before;
  }
}
