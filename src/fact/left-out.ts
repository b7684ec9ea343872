import { firstWhere } from './first-where.ts';
import type { Footprint } from './footprint.ts';
import { relation } from './overlap.ts';
import { holds, type Site } from './site.ts';

/** Why a fact is not added: docs/totals.md, “What a total says”. */
export type Reason = 'part' | 'whole' | 'may_overlap' | 'zone' | 'dispute' | 'stage' | 'no_figure' | 'measure';

/** A candidate that was not added, with the fact by which it was not. */
export interface LeftOut {
  readonly fact: Footprint;
  readonly reason: Reason;
  readonly by: Footprint;
}

/** Says of candidates why a set of added facts, in preorder of places, has no room for them. */
export class Reasons {
  readonly #added: readonly Footprint[];
  /** By its number, the place of an added fact in the list, from 1. */
  readonly #places: Int32Array;
  readonly #parts = new Map<number, Footprint>();
  /** Those in zones, by the places among which they lie. */
  readonly #zones = new Map<number, { readonly spread: readonly [number, number]; readonly added: Footprint[] }>();
  /** Those in places that ended, whose ground others got. */
  readonly #ended: readonly Footprint[];

  constructor(added: readonly Footprint[]) {
    this.#added = added;
    this.#places = new Int32Array((added.at(-1)?.number ?? 0) + 1);
    added.forEach((fact, i) => {
      this.#places[fact.number] = i + 1;
      for (const whole of fact.wholes) if (!this.#parts.has(whole)) this.#parts.set(whole, fact);
    });
    this.#ended = added.filter(({ site }) => site !== null && site.heirs !== null);
    for (const fact of added) {
      const spread = fact.site?.spread;
      if (spread == null) continue;
      const known = this.#zones.get(spread[0]);
      if (known === undefined) this.#zones.set(spread[0], { spread, added: [fact] });
      else known.added.push(fact);
    }
  }

  /** Of all candidates, in preorder, those that were not added. A part goes where its whole goes. */
  of(candidates: readonly Footprint[]): LeftOut[] {
    const found = this.#along(candidates.filter((fact) => !this.#places[fact.number]));
    const left = new Map<number, LeftOut>();
    const wholes = new Set<number>();
    for (const { fact } of found) for (const whole of fact.wholes) wholes.add(whole);
    if (wholes.size > 0) for (const one of found) if (wholes.has(one.fact.number)) left.set(one.fact.number, one);
    return found.map((one) => {
      if (one.fact.wholes.size === 0) return one;
      const isOpen = one.reason === 'may_overlap' || one.reason === 'zone';
      const wholesLeft = isOpen ? [...one.fact.wholes].flatMap((number) => left.get(number) ?? []) : [];
      const by = wholesLeft.find(({ reason }) => reason !== 'whole');
      return by === undefined ? one : { fact: one.fact, reason: 'part', by: by.fact };
    });
  }

  /** In preorder, added facts of places that hold a fact's place stand open when it comes; those below come right after it. */
  #along(left: readonly Footprint[]): LeftOut[] {
    const open: Footprint[] = [];
    let next = 0;
    const found: LeftOut[] = [];
    for (const fact of left) {
      for (; (this.#added[next]?.number ?? Number.POSITIVE_INFINITY) < fact.number; next++) {
        const added = this.#added[next];
        if (added === undefined) break;
        close(open, added.site);
        open.push(added);
      }
      close(open, fact.site);
      const one = this.#linked(fact) ?? this.#onLine(fact, open, next) ?? this.#elsewhere(fact);
      if (one !== null) found.push(one);
    }
    return found;
  }

  /** By the nearest above that may count the same, else by the first below. */
  #onLine(fact: Footprint, open: readonly Footprint[], next: number): LeftOut | null {
    const above = open.findLast((added) => relation(added, fact) === 'may_overlap');
    if (above !== undefined) {
      const reason = above.site !== null && isOfWhich(fact, above) ? 'part' : 'may_overlap';
      return { fact, reason, by: above };
    }
    for (let i = next; i < this.#added.length; i++) {
      const added = this.#added[i];
      if (added === undefined || !isBefore(added.site, fact.site)) break;
      if (relation(added, fact) === 'may_overlap') return { fact, reason: sameOrUnder(fact, added), by: added };
    }
    return null;
  }

  #elsewhere(fact: Footprint): LeftOut | null {
    const others = fact.site?.heirs == null ? this.#around(fact) : this.#added;
    const by = others.find((added) => relation(added, fact) === 'may_overlap');
    if (by !== undefined) return { fact, reason: 'may_overlap', by };
    const zone = others.find((added) => relation(added, fact) === 'zone');
    return zone === undefined ? null : { fact, reason: 'zone', by: zone };
  }

  /** What may overlap with a fact though neither place holds the other. */
  #around({ site }: Footprint): Footprint[] {
    const found = [...this.#ended];
    if (site === null) return found;
    if (site.spread !== null) found.push(...this.#between(site.spread));
    for (const { spread, added } of this.#zones.values()) {
      if (spread[0] <= site.order && site.order < spread[1]) found.push(...added);
    }
    return found;
  }

  /** The added facts of a stretch of places. */
  #between([first, end]: readonly [number, number]): Footprint[] {
    const isBefore = (order: number) => (fact: Footprint) => (fact.site?.order ?? -1) >= order;
    return this.#added.slice(firstWhere(this.#added, isBefore(first)), firstWhere(this.#added, isBefore(end)));
  }

  #linked(fact: Footprint): LeftOut | null {
    const whole = this.#first(fact.wholes);
    if (whole !== undefined) return { fact, reason: 'part', by: whole };
    const part = this.#parts.get(fact.number);
    if (part !== undefined) return { fact, reason: 'whole', by: part };
    const rival = this.#first(fact.rivals);
    return rival === undefined ? null : { fact, reason: 'dispute', by: rival };
  }

  #first(numbers: ReadonlySet<number>): Footprint | undefined {
    for (const number of numbers) {
      const added = this.#added[(this.#places[number] ?? 0) - 1];
      if (added !== undefined) return added;
    }
    return undefined;
  }
}

/** Takes off what does not hold the place. */
function close(open: Footprint[], site: Site | null): void {
  while ((open.at(-1)?.site?.end ?? Number.POSITIVE_INFINITY) <= (site?.order ?? -1)) open.pop();
}

/** Whether a place that comes later in preorder is still in the site; all is in no particular one. */
function isBefore(later: Site | null, site: Site | null): boolean {
  return site === null || (later !== null && holds(site, later));
}

/** What stands below a fact that is `of_which` may be something else; what stands at its place is its whole. */
function sameOrUnder(fact: Footprint, added: Footprint): Reason {
  const isSame = fact.site !== null && fact.site.order === added.site?.order;
  return isSame && isOfWhich(fact, added) ? 'part' : 'may_overlap';
}

/** Whether a fact is part of anything at its place or above, and the other is such a thing: two parts are not of each other. */
function isOfWhich(fact: Footprint, whole: Footprint): boolean {
  return fact.part && fact.row.scope === 'of_which' && whole.row.scope !== 'of_which';
}
