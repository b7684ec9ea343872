import { Gazetteer } from '../gazetteer/gazetteer.ts';
import type { PlaceLevel, PlaceRef } from '../gazetteer/place.ts';

/** A place with its number in preorder: all below it follow it, up to `end`. */
interface Numbered {
  readonly place: PlaceRef;
  readonly order: number;
  readonly end: number;
}

/**
 * The divisions that some facts are about, and all above them. A county that only got another code (垦利县, in 2016 垦利区)
 * is one place with its successor; one that was joined to another, or moved to another city, stays its own.
 */
export class PlaceTree {
  readonly #numbered = new Map<string, Numbered>();
  readonly #below = new Map<string | null, readonly PlaceRef[]>();

  constructor(codes: Iterable<string>) {
    const below = new Map<string | null, Map<string, PlaceRef>>();
    for (const code of codes) {
      for (const place of chainOf(territory(code))) {
        const siblings = below.get(place.parent) ?? new Map<string, PlaceRef>();
        below.set(place.parent, siblings.set(place.code, place));
      }
    }
    this.#number(below, null, 0);
  }

  #number(below: ReadonlyMap<string | null, Map<string, PlaceRef>>, parent: string | null, from: number): number {
    let next = from;
    const children = [...(below.get(parent)?.values() ?? [])].sort((a, b) => (a.code < b.code ? -1 : 1));
    this.#below.set(parent, children);
    for (const place of children) {
      const end = this.#number(below, place.code, next + 1);
      this.#numbered.set(place.code, { place, order: next, end });
      next = end;
    }
    return next;
  }

  /** How many places there are. */
  get size(): number {
    return this.#numbered.size;
  }

  /** The places right below one, by code; of null the uppermost. */
  children(code: string | null): readonly PlaceRef[] {
    return this.#below.get(code === null ? null : territory(code)) ?? [];
  }

  /** All places, each after the one that holds it. */
  all(): readonly PlaceRef[] {
    return [...this.#numbered.values()].sort((a, b) => a.order - b.order).map(({ place }) => place);
  }

  /** The place with that code, or with the code that followed it. */
  get(code: string): PlaceRef | undefined {
    return this.#numbered.get(territory(code))?.place;
  }

  /** Its number in preorder and the first after its subtree; null for a place that no fact is about. */
  range(code: string): readonly [first: number, end: number] | null {
    const found = this.#numbered.get(territory(code));
    return found === undefined ? null : [found.order, found.end];
  }

  /** Whether the second place is the first, or in it. */
  holds(above: string, below: string): boolean {
    const [a, b] = [this.range(above), this.range(below)];
    return a !== null && b !== null && a[0] <= b[0] && b[0] < a[1];
  }
}

/** The place and all that hold it, lowest first; one that the gazetteer lacks is keyed `parentCode/name`. */
export function chainOf(code: string): readonly PlaceRef[] {
  const gazetteer = Gazetteer.load();
  const known = gazetteer.get(code);
  if (known !== undefined) return gazetteer.chain(known);
  const cut = code.lastIndexOf('/');
  const above = cut < 0 ? [] : chainOf(code.slice(0, cut));
  const ownName = code.slice(cut + 1);
  const level: PlaceLevel = cut < 0 ? levelOfCode(code) : 'zone';
  const parent = above[0];
  const name = parent === undefined || parent.level === 'province' ? ownName : parent.name + ownName;
  return [{ code, name, ownName, level, parent: parent?.code ?? null }, ...above];
}

function levelOfCode(code: string): PlaceLevel {
  return code.length === 12 ? 'village' : code.length === 9 ? 'town' : 'county';
}

/**
 * The code under which a division's territory stands today: that of its one successor in the same city, of the same level, that
 * succeeded no other; else its own.
 */
export function territory(code: string): string {
  const gazetteer = Gazetteer.load();
  const division = gazetteer.get(code);
  const next = division?.successor ? gazetteer.get(division.successor) : undefined;
  if (division === undefined || next === undefined || next.code === code) return code;
  const same = next.parent === division.parent && next.level === division.level;
  return same && predecessors().get(next.code)?.length === 1 ? territory(next.code) : code;
}

let followed: Map<string, string[]> | undefined;

/** The divisions that each division succeeded, by code. */
export function predecessors(): ReadonlyMap<string, readonly string[]> {
  if (followed !== undefined) return followed;
  followed = new Map<string, string[]>();
  for (const { code, successor } of Gazetteer.load().all()) {
    if (successor !== null && successor !== code) followed.set(successor, [...(followed.get(successor) ?? []), code]);
  }
  return followed;
}
