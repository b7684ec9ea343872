import type { Footprint } from './footprint.ts';
import { passedTo, standing } from './site.ts';

/** The rule by which two facts count different things: docs/totals.md, “What may be added”. */
export type Apart = 'places' | 'periods' | 'purposes' | 'payers';

/**
 * Why two facts may count the same: one is part of the other, or of something at its place or above; other sources deny the
 * one by the other; one stands at a zone, which may lie in the other's place; or nothing says that they do not.
 */
export type Overlap = 'part' | 'dispute' | 'zone' | 'may_overlap';

/** How two facts of one measure and stage stand to each other; the same whichever comes first. */
export function relation(a: Footprint, b: Footprint): Apart | Overlap {
  if (isLinked(a, b)) return a.rivals.has(b.number) ? 'dispute' : 'part';
  const stand = standing(a.site, b.site);
  if (stand === 'apart' && !inherits(a, b) && !inherits(b, a)) return 'places';
  return ruleAside(a, b) ?? (stand === 'zone' ? 'zone' : 'may_overlap');
}

/** Whether two facts, of which one's place holds the other's, may count the same. */
export function overlapOnLine(a: Footprint, b: Footprint): boolean {
  return ruleAside(a, b) === null || isLinked(a, b);
}

/** Whether two facts may count the same. */
export function overlaps(a: Footprint, b: Footprint): boolean {
  if (isLinked(a, b)) return true;
  if (ruleAside(a, b) !== null) return false;
  return standing(a.site, b.site) !== 'apart' || inherits(a, b) || inherits(b, a);
}

/** Whether an article says that one is part of the other, or sources deny one by the other. */
export function isLinked(a: Footprint, b: Footprint): boolean {
  if (a.wholes.size + b.wholes.size + a.rivals.size === 0) return false;
  return a.wholes.has(b.number) || b.wholes.has(a.number) || a.rivals.has(b.number);
}

/** Whether the second speaks of a time when its place had ground of the first one's, which had ended (莱芜市 in 济南市 since 2019). */
export function inherits(a: Footprint, b: Footprint): boolean {
  return a.site !== null && a.site.heirs !== null && b.site !== null && passedTo(a.site, b.site, b.last);
}

/**
 * The rule, other than of places, that keeps two facts apart. A part is told from others by its place alone, and two stages of one
 * work (planned in one year, awarded in the next) by no dates.
 */
function ruleAside(a: Footprint, b: Footprint): Apart | null {
  if (a.part || b.part) return null;
  if (a.flow && b.flow && (a.last < b.first || b.last < a.first) && a.stage === b.stage) return 'periods';
  if (a.purpose !== null && b.purpose !== null && a.purpose !== b.purpose) return 'purposes';
  return a.setApart.get(b.number) ?? null;
}

/**
 * Whether all that places, periods and purposes keep apart from the first fact is kept apart from the second, too, and the second
 * from all beside its own place.
 * @param above a fact that stands nowhere, or above the other one
 */
export function isNarrower(above: Footprint, below: Footprint): boolean {
  if (below.isAside || !below.steady) return false;
  if (above.part || (!above.flow && above.purpose === null)) return true;
  if (below.part || below.rivals.size > 0 || (above.purpose !== null && above.purpose !== below.purpose)) return false;
  if (!above.flow) return true;
  return below.flow && above.first <= below.first && below.last <= above.last && above.stage === below.stage;
}
