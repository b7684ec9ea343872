import type { NetworkArticle } from './source.ts';

/** The source families of articles, numbered in the order of their roots: a copy belongs to the article that it copies. */
export class Families {
  readonly #numbers = new Map<string, number>();
  readonly #roots: string[] = [];
  readonly #sizes: number[] = [];

  /** `ids` are those of all articles that facts name; one that is not among the articles is a family of its own. */
  constructor(articles: readonly NetworkArticle[], ids: Iterable<string>) {
    const rootOf = new Map(articles.map(({ id, root }) => [id, root]));
    const numbers = new Map<string, number>();
    for (const id of [...new Set([...rootOf.keys(), ...ids])].sort()) {
      const root = rootOf.get(id) ?? id;
      const number = numbers.get(root) ?? this.#roots.push(root) - 1;
      numbers.set(root, number);
      this.#numbers.set(id, number);
      this.#sizes[number] = (this.#sizes[number] ?? 0) + 1;
    }
  }

  /** The number of an article's family; -1 for an article that nothing names. */
  of(articleId: string): number {
    return this.#numbers.get(articleId) ?? -1;
  }

  /** How many articles an article's family has. */
  sizeOf(articleId: string): number {
    return this.#sizes[this.of(articleId)] ?? 0;
  }

  /** The id of the article that a family began with. */
  root(family: number): string {
    return this.#roots[family] ?? '';
  }
}
