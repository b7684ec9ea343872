import type { FactRow } from '../fact/row.ts';
import type { Network } from '../network/network.ts';

/** The words that show a link, and who published them. */
export interface Witness {
  readonly factId: string | null;
  /** Null where an article only mentions both. */
  readonly quote: string | null;
  readonly articleId: string;
  readonly title: string | null;
  readonly outlet: string | null;
  readonly publishedOn: string | null;
}

/** A fact by its quote; an article alone by its title. */
export function witness(network: Network, fact: FactRow | null, articleId = fact?.articleIds[0] ?? ''): Witness {
  const { title = null, outlet = null, publishedOn = null } = network.article(articleId) ?? {};
  return { factId: fact?.id ?? null, quote: fact?.quote ?? null, articleId, title, outlet, publishedOn };
}

/** For people, in one line: the quote, then outlet, title and day. */
export function witnessLine({ quote, title, outlet, publishedOn }: Witness): string {
  const source = [outlet, title === null ? null : `《${title}》`, publishedOn]
    .filter((part) => part !== null)
    .join(' ');
  return quote === null ? source : `“${quote.replace(/\s+/g, ' ')}”  ${source}`;
}
