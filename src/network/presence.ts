import { chainOf } from '../fact/place-tree.ts';
import type { FactRow } from '../fact/row.ts';
import type { PlaceLevel, PlaceRef } from '../gazetteer/place.ts';
import type { Families } from './families.ts';
import { firstDay, isEarlier, type Sighting, sightingOf } from './sighting.ts';
import type { NetworkArticle } from './source.ts';

/** Levels at which a spread may be asked for. */
export type SpreadLevel = Exclude<PlaceLevel, 'village' | 'zone'>;

/** What is known of a program at one place, and below it. */
export interface Presence {
  readonly place: PlaceRef;
  /** Code of its province. */
  readonly province: string;
  /** Whether the place stands above the level that was asked for. */
  readonly isAbove: boolean;
  /** The earliest sighting. */
  readonly first: Sighting;
  /** How many facts, and which source families. */
  readonly facts: number;
  readonly families: ReadonlySet<number>;
}

const RANKS: Readonly<Record<PlaceLevel, number>> = { province: 0, city: 1, county: 2, zone: 2, town: 3, village: 4 };

type Growing = { -readonly [K in keyof Presence]: Presence[K] } & { readonly families: Set<number> };

/** The places of a level (a zone beside counties; those above it by themselves) at which a program is seen. */
export class Presences {
  readonly #level: SpreadLevel;
  readonly #families: Families;
  readonly #found = new Map<string, Growing>();
  readonly #standIns = new Map<string, Growing>();
  readonly #articles = new Map<string, Presence | null>();

  constructor(level: SpreadLevel, families: Families) {
    this.#level = level;
    this.#families = families;
  }

  /** A fact of the program at its place; one without a place is nowhere. */
  addFact(fact: FactRow): void {
    if (fact.placeCode === null) return;
    const known = this.#standIns.get(fact.placeCode);
    const isLater = known?.first.from != null && (firstDay(fact) ?? '9999') > known.first.from;
    const at = isLater ? known : this.#see(fact.placeCode, sightingOf(fact));
    at.facts++;
    for (const id of fact.articleIds) this.#cite(id, at);
  }

  /** An article that mentions the program, at the place that it is about. */
  addArticle({ id, subjectPlace, publishedOn }: NetworkArticle): void {
    if (subjectPlace === null) return;
    const sighting = { from: publishedOn, to: publishedOn, basis: 'publication', fact: null, articleId: id } as const;
    this.#cite(id, this.#see(subjectPlace, sighting));
  }

  /** All of them, in no particular order. */
  all(): readonly Presence[] {
    return [...this.#found.values()];
  }

  /** The articles that show the program at one place each; those about several, or above the level, are left out. */
  *ofOnePlace(): Generator<readonly [articleId: string, place: string]> {
    for (const [id, at] of this.#articles) if (at !== null && !at.isAbove) yield [id, at.place.code];
  }

  #see(code: string, sighting: Sighting): Growing {
    const known = this.#standIns.get(code);
    if (known === undefined) return this.#begin(code, sighting);
    if (isEarlier(sighting, known.first)) known.first = sighting;
    return known;
  }

  #begin(code: string, first: Sighting): Growing {
    const chain = chainOf(code);
    const place = standIn(chain, this.#level);
    const known = this.#found.get(place.code);
    if (known !== undefined) {
      this.#standIns.set(code, known);
      return this.#see(code, first);
    }
    const province = chain.at(-1)?.code ?? place.code;
    const isAbove = RANKS[place.level] < RANKS[this.#level];
    const begun: Growing = { place, province, isAbove, first, facts: 0, families: new Set() };
    this.#found.set(place.code, begun);
    this.#standIns.set(code, begun);
    return begun;
  }

  #cite(articleId: string, at: Growing): void {
    const before = this.#articles.get(articleId);
    if (before === at) return;
    at.families.add(this.#families.of(articleId));
    if (before === undefined) this.#articles.set(articleId, at);
    else this.#articles.set(articleId, null);
  }
}

/** The place itself or the one above it that stands at the level: the highest that is not above it; itself where it is above. */
function standIn(chain: readonly PlaceRef[], level: SpreadLevel): PlaceRef {
  const below = chain.filter((place) => RANKS[place.level] >= RANKS[level]);
  return (below.at(-1) ?? chain[0]) as PlaceRef;
}
