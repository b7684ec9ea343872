import { type Division, Gazetteer } from '../gazetteer/gazetteer.ts';
import { chainOf, predecessors } from './place-tree.ts';

/**
 * Where a place belongs in a year: to a county-level division, to a functional zone, or above both (a prefecture, a province: its
 * code). Null where a division that ended has no one county for its successor, or had none before.
 */
export interface Home {
  readonly at: 'county' | 'zone' | 'above';
  readonly code: string;
}

/** The county-level divisions as they stood in one year; a prefecture without counties (东莞市) is one. */
export class Counties {
  readonly year: number;
  /** By code. */
  readonly all: readonly Division[];
  /** The functional zones of the gazetteer, by code. */
  readonly zones: readonly Division[];
  readonly #codes: ReadonlySet<string>;
  readonly #homes = new Map<string, Home | null>();

  constructor(year: number) {
    this.year = year;
    const divisions = [...Gazetteer.load().all()];
    const counties = divisions.filter((division) => division.level === 'county' && isValid(division, year));
    const parents = new Set(counties.map(({ parent }) => parent));
    const bare = divisions.filter((d) => d.level === 'city' && isValid(d, year) && !parents.has(d.code));
    this.all = [...counties, ...bare].sort((a, b) => (a.code < b.code ? -1 : 1));
    this.zones = divisions.filter(({ level }) => level === 'zone');
    this.#codes = new Set(this.all.map(({ code }) => code));
  }

  has(code: string): boolean {
    return this.#codes.has(code);
  }

  /** Where a place belongs; remembered, for many facts stand at one place. */
  homeOf(code: string): Home | null {
    const known = this.#homes.get(code);
    if (known !== undefined) return known;
    const home = this.#find(code);
    this.#homes.set(code, home);
    return home;
  }

  #find(code: string): Home | null {
    const chain = chainOf(code);
    const county = chain.find(({ level }) => level === 'county');
    if (county !== undefined) return this.#valid(county.code);
    const bare = chain.find((place) => this.has(place.code));
    if (bare !== undefined) return { at: 'county', code: bare.code };
    const zone = chain.findLast(({ level }) => level === 'zone');
    if (zone !== undefined) return { at: 'zone', code: zone.code };
    return { at: 'above', code: chain[0]?.code ?? code };
  }

  /** Follows a division through its successors or its one predecessor to the one that stood in the year. */
  #valid(code: string): Home | null {
    const gazetteer = Gazetteer.load();
    const seen = new Set<string>();
    for (
      let at = gazetteer.get(code);
      at !== undefined && !seen.has(at.code);
      at = gazetteer.get(this.#next(at) ?? '')
    ) {
      if (this.has(at.code)) return { at: 'county', code: at.code };
      seen.add(at.code);
    }
    return null;
  }

  #next({ code, validTo, successor }: Division): string | null {
    if (validTo !== null && validTo <= this.year) return successor;
    const before = predecessors().get(code) ?? [];
    return before.length === 1 ? (before[0] ?? null) : null;
  }
}

/** In the year of a change the new division stands. */
function isValid({ validFrom, validTo }: Division, year: number): boolean {
  return (validFrom ?? year) <= year && (validTo === null || validTo > year);
}
