import { Gazetteer } from '../gazetteer/gazetteer.ts';
import type { PlaceRef } from '../gazetteer/place.ts';
import { chainOf, type PlaceTree, territory } from './place-tree.ts';

/** Places that follow each other in preorder: from the first up to the end. */
type Stretch = readonly [first: number, end: number];

/** Where a fact stands in the tree of places, in numbers. */
export interface Site {
  readonly code: string;
  /** Its number in preorder, and the first after its subtree. */
  readonly order: number;
  readonly end: number;
  /** For a functional zone and what is below one: the places among which it lies, nobody says where. */
  readonly spread: Stretch | null;
  /** For a division that ended, and what is below one: the places that got its ground, and their first day (yyyymmdd) with it. */
  readonly heirs: { readonly since: number; readonly stretches: readonly Stretch[] } | null;
}

/** How two sites stand to each other: one holds the other, neither does, or a zone may lie in the other. */
export type Standing = 'line' | 'apart' | 'zone';

/** A place that only the text names, by its name: a zone unless it is called a village or town. */
const NAMED_SMALL = /(?:村|社区|居委会|嘎查|屯|寨|镇|乡|街道|苏木)$/u;
/** What the gazetteer lists among the towns of a county and is a zone by its name. */
const NAMED_ZONE = /(?:开发区|高新区|园区|工业园|产业园|保税区|度假区|示范区|管理区|集聚区|合作区|试验区|新区)$/u;

/** The site of a place; null for one that is not in the tree. */
export function siteOf(places: PlaceTree, code: string): Site | null {
  const range = places.range(code);
  if (range === null) return null;
  const chain = chainOf(territory(code));
  const around = chain[chain.findLastIndex(isZone) + 1];
  const isSpread = around !== undefined && around.code !== chain[0]?.code;
  return {
    ...{ code, order: range[0], end: range[1] },
    spread: isSpread ? places.range(around.code) : null,
    heirs: heirsOf(places, chain),
  };
}

/** How two sites stand to each other; null is nowhere in particular, which may be anywhere. */
export function standing(a: Site | null, b: Site | null): Standing {
  if (a === null || b === null || holds(a, b) || holds(b, a)) return 'line';
  return mayLieAt(a, b) || mayLieAt(b, a) ? 'zone' : 'apart';
}

/** Whether the second site is the first, or in it. */
export function holds(a: Site, b: Site): boolean {
  return a.order <= b.order && b.order < a.end;
}

/** Whether the first site is in a zone that may lie in, or over, the second. */
export function mayLieAt({ spread }: Site, other: Site): boolean {
  return spread !== null && spread[0] <= other.order && other.order < spread[1];
}

/** Whether the second site, as it is on that day (yyyymmdd), holds ground of the first, or lies in it. */
export function passedTo({ heirs }: Site, other: Site, day: number): boolean {
  return heirs !== null && day >= heirs.since && heirs.stretches.some((stretch) => meets(other, stretch));
}

/** Whether a site is in one of the places, or over it. */
export function meets({ order, end }: Site, [first, last]: Stretch): boolean {
  return (order <= first && first < end) || (first <= order && order < last);
}

/** A division that ended has as heirs its successor and those of what it held; no other than itself where it only got a new code. */
function heirsOf(places: PlaceTree, chain: readonly PlaceRef[]): Site['heirs'] {
  const gazetteer = Gazetteer.load();
  for (const { code } of chain) {
    const division = gazetteer.get(code);
    if (division === undefined || division.validTo === null || territory(code) !== code) continue;
    const ended = [division, ...gazetteer.children(code)];
    const codes = new Set(
      ended.flatMap(({ successor }) => (successor === null || successor === code ? [] : successor)),
    );
    const stretches = [...codes].flatMap((heir) =>
      [places.range(heir) ?? nearest(places, heir)].filter((s) => s !== null),
    );
    if (stretches.length > 0) return { since: (division.validTo + 1) * 10_000, stretches };
  }
  return null;
}

/** Of a place that no fact is about, the lowest above it that is in the tree, as one that holds nothing else. */
function nearest(places: PlaceTree, code: string): Stretch | null {
  const above = chainOf(territory(code)).flatMap((place) => places.range(place.code) ?? [])[0];
  return above === undefined ? null : [above, above];
}

function isZone(place: PlaceRef): boolean {
  if (place.level === 'zone') return !(place.code.includes('/') && NAMED_SMALL.test(place.ownName));
  return place.level === 'town' && NAMED_ZONE.test(place.ownName);
}
