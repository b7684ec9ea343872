import type { Families } from './families.ts';
import type { NetworkArticle } from './source.ts';

/** Places whose articles share a document number, or their wording. */
export interface Sharing {
  readonly kind: 'document' | 'wording';
  /** The document number, or the id of the article that the others copy. */
  readonly what: string;
  /** Codes of the places, in the order given. */
  readonly places: readonly string[];
  /** Ids of the articles, sorted. */
  readonly articleIds: readonly string[];
}

/** The articles of one document number or one source family, with the place of each: two lists in parallel. */
interface Sharers {
  readonly articleIds: string[];
  readonly places: string[];
}

/**
 * What the articles of several places share; those of most places first. Only articles about one place are given: one that names two
 * says nothing about who took it from whom. `order` is the order of places.
 */
export function sharings(
  articles: Iterable<readonly [articleId: string, place: string]>,
  article: (id: string) => NetworkArticle | undefined,
  families: Families,
  order: readonly string[],
): Sharing[] {
  const byKind = { document: new Map<string, Sharers>(), wording: new Map<string, Sharers>() };
  for (const [id, place] of articles) {
    const told = article(id);
    if (told === undefined) continue;
    if (families.sizeOf(id) > 1) add(byKind.wording, told.root, id, place);
    for (const number of told.documentNumbers) add(byKind.document, number, id, place);
  }
  const rank = new Map(order.map((place, i) => [place, i]));
  const shared = (['document', 'wording'] as const).flatMap((kind) =>
    [...byKind[kind]].flatMap(([what, sharers]) => sharing(kind, what, sharers, rank)),
  );
  return shared.sort((a, b) => b.places.length - a.places.length || (a.kind + a.what < b.kind + b.what ? -1 : 1));
}

function add(groups: Map<string, Sharers>, what: string, articleId: string, place: string): void {
  const sharers = groups.get(what);
  if (sharers === undefined) groups.set(what, { articleIds: [articleId], places: [place] });
  else {
    sharers.articleIds.push(articleId);
    sharers.places.push(place);
  }
}

function sharing(
  kind: Sharing['kind'],
  what: string,
  { articleIds, places }: Sharers,
  rank: ReadonlyMap<string, number>,
): Sharing[] {
  if (articleIds.length < 2) return [];
  const distinct = [...new Set(places)].sort((a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0));
  return distinct.length < 2 ? [] : [{ kind, what, places: distinct, articleIds: articleIds.sort() }];
}
