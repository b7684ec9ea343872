import type { FactRow } from '../fact/row.ts';
import type { PlaceRef } from '../gazetteer/place.ts';
import type { Families } from './families.ts';
import { type Presence, Presences, type SpreadLevel } from './presence.ts';
import { type Sharing, sharings } from './sharing.ts';
import type { Sighting } from './sighting.ts';
import type { NetworkArticle } from './source.ts';

/** The first that is known of a program at one place. */
export interface Arrival {
  readonly place: PlaceRef;
  /** Code of its province. */
  readonly province: string;
  /** The earliest sighting there. */
  readonly first: Sighting;
  /** How many facts of the program stand at the place or below it, and how many independent sources show it there. */
  readonly facts: number;
  readonly sources: number;
  /** Codes of the places that surely had it before, the nearest in time, of its own province and of another; null where none is known. */
  readonly after: { readonly inProvince: string | null; readonly elsewhere: string | null };
}

/** How a program spread. Later is not because: who followed whom is told by dates, who took from whom only by what they share. */
export interface Spread {
  readonly level: SpreadLevel;
  /** Places of the level (a zone beside counties), the earliest first. */
  readonly arrivals: readonly Arrival[];
  /** Places for which nothing dates the program, by code. */
  readonly undated: readonly Arrival[];
  /** Places above the level (a city where counties are asked for), the earliest first: they hold the others, and follow nobody. */
  readonly above: readonly Arrival[];
  /** Document numbers and wording that articles of several places share. */
  readonly shared: readonly Sharing[];
}

/** What a spread is made of: a program's facts, the articles that mention it, and how to look an article up. */
export interface Seen {
  readonly facts: readonly FactRow[];
  readonly articles: readonly NetworkArticle[];
  readonly article: (id: string) => NetworkArticle | undefined;
  readonly families: Families;
}

/** Where and when a program was first seen, who came after, and what their articles share. */
export function spreadOf(seen: Seen, level: SpreadLevel): Spread {
  const presences = new Presences(level, seen.families);
  for (const fact of seen.facts) presences.addFact(fact);
  for (const article of seen.articles) presences.addArticle(article);
  const all = sortedBy(presences.all(), dateKey);
  const at = all.filter(({ isAbove }) => !isAbove);
  const arrivals = followed(at.filter(isDated));
  const undated = at.filter((presence) => !isDated(presence)).map(alone);
  const above = all.filter(({ isAbove }) => isAbove).map(alone);
  const order = at.map(({ place }) => place.code);
  const shared = sharings(presences.ofOnePlace(), seen.article, seen.families, order);
  return { level, arrivals, undated, above, shared };
}

function isDated({ first }: Presence): boolean {
  return first.from !== null;
}

function sortedBy(presences: readonly Presence[], key: (presence: Presence) => string): Presence[] {
  const keyed = presences.map((presence) => [key(presence), presence] as const);
  return keyed.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, presence]) => presence);
}

function dateKey({ first, place }: Presence): string {
  return `${first.from ?? '9999'} ${first.to ?? '9999'} ${place.code}`;
}

function alone(presence: Presence): Arrival {
  return arrival(presence, { inProvince: null, elsewhere: null });
}

function arrival({ place, province, first, facts, families }: Presence, after: Arrival['after']): Arrival {
  return { place, province, first, facts, sources: families.size, after };
}

/** For each place the nearest before it; 2017 and a day of 2017 may be either way round, and neither follows the other. */
function followed(presences: readonly Presence[]): Arrival[] {
  const byEnd = sortedBy(presences, endKey);
  return presences.map((later) => {
    let end = countBefore(byEnd, later.first.from ?? '');
    let inProvince: string | null = null;
    let elsewhere: string | null = null;
    while (end > 0 && (inProvince === null || elsewhere === null)) {
      const before = byEnd[--end];
      if (before?.province === later.province) inProvince ??= before.place.code;
      else elsewhere ??= before?.place.code ?? null;
    }
    return arrival(later, { inProvince, elsewhere });
  });
}

function endKey({ first, place }: Presence): string {
  return `${first.to} ${place.code}`;
}

/** How many, in the order of their last possible day, surely came before a day. */
function countBefore(byEnd: readonly Presence[], day: string): number {
  let [low, high] = [0, byEnd.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((byEnd[middle]?.first.to ?? '') < day) low = middle + 1;
    else high = middle;
  }
  return low;
}
