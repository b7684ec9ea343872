import { firstWhere } from './first-where.ts';
import type { Footprint } from './footprint.ts';
import { type Choice, heaviestIndependent } from './independent.ts';
import { inherits, isLinked, isNarrower, overlapOnLine, overlaps } from './overlap.ts';
import { Pairs } from './pairs.ts';
import { Proven } from './proven.ts';
import { mayLieAt, standing } from './site.ts';

/** The facts of a set that a total adds, in the order given, and whether no heavier set of them exists. */
export interface Heaviest {
  readonly added: readonly Footprint[];
  readonly exact: boolean;
}

/**
 * The heaviest set of facts of which no two may count the same.
 * @param facts of one measure and stage, with figures above 0, in ascending order of their numbers (the preorder of places)
 */
export function heaviestOf(facts: readonly Footprint[]): Heaviest {
  const kept = withoutOutdone(withoutTwins(facts));
  const edges = pairs(kept);
  const { nodes, exact } = heaviestIndependent({ ...weightsOf(kept), edges });
  const added = nodes.flatMap((i) => kept[i] ?? []).sort((a, b) => a.number - b.number);
  return { added, exact };
}

function weightsOf(facts: readonly Footprint[]): Omit<Choice, 'edges'> {
  const weights = new Float64Array(facts.length);
  const seconds = new Float64Array(facts.length);
  const ranks = new Int32Array(facts.length);
  facts.forEach(({ low, figure, rank }, i) => {
    weights[i] = low;
    seconds[i] = figure;
    ranks[i] = rank;
  });
  return { weights, seconds, ranks };
}

/** Whether the first fact is the better one to add, where only one of the two can be. */
function isBetter(a: Footprint, b: Footprint): boolean {
  if (a.low !== b.low) return a.low > b.low;
  return a.figure === b.figure ? a.rank < b.rank : a.figure > b.figure;
}

/** Of facts of one place that rule out the same others, the best: no set loses by it. */
function withoutTwins(facts: readonly Footprint[]): Footprint[] {
  const kept: Footprint[] = [];
  const best = new Map<number, number>();
  let site: number | undefined;
  for (const fact of facts) {
    if (fact.site?.order !== site) best.clear();
    site = fact.site?.order;
    const at = fact.isPlain ? best.get(fact.shape) : undefined;
    const known = at === undefined ? undefined : kept[at];
    if (at === undefined || known === undefined) {
      if (fact.isPlain) best.set(fact.shape, kept.length);
      kept.push(fact);
    } else if (isBetter(fact, known)) kept[at] = fact;
  }
  return kept;
}

/** Of how many facts below one it is looked whether they outweigh it. */
const REACH = 3000;

/**
 * Without the facts that some facts below them outweigh, each of which is kept apart from all that they are, together with what
 * an article sets apart from them: no best set holds them. Of a country's or a province's figures most go here, before pairs are
 * looked for.
 */
function withoutOutdone(facts: readonly Footprint[]): Footprint[] {
  const isOut = new Uint8Array(facts.length);
  const lows = new Map<number, number>();
  for (const { number, setApart, low } of facts) if (setApart.size > 0) lows.set(number, low);
  const alike = facts[0]?.site === null ? byShape(facts) : new Map<number, number[]>();
  let elsewhere = facts.length;
  for (let i = facts.length - 1; i >= 0; i--) {
    const fact = facts[i];
    if (fact === undefined) continue;
    if (facts[i + 1]?.site?.order !== fact.site?.order) elsewhere = i + 1;
    const end = fact.site?.end ?? Number.POSITIVE_INFINITY;
    if ((facts[elsewhere]?.site?.order ?? Number.POSITIVE_INFINITY) >= end) continue;
    let weight = fact.low;
    if (fact.setApart.size > 0) for (const number of fact.setApart.keys()) weight += lows.get(number) ?? 0;
    // What stands nowhere has all below it: those of its own shape are soon gone through, and mostly suffice.
    const below = fact.site === null && fact.flow ? (alike.get(fact.shape) ?? []) : null;
    if (isOutdone(facts, fact, isOut, weight, elsewhere, below)) isOut[i] = 1;
  }
  return facts.filter((_, i) => isOut[i] === 0);
}

function byShape(facts: readonly Footprint[]): Map<number, number[]> {
  const found = new Map<number, number[]>();
  facts.forEach(({ flow, shape }, i) => {
    if (!flow) return;
    const listed = found.get(shape);
    if (listed === undefined) found.set(shape, [i]);
    else listed.push(i);
  });
  return found;
}

/**
 * Whether the narrower facts below one, of each place the heaviest or those further below, come to more than a weight.
 * @param from the number of the first fact behind those of its own place
 */
function isOutdone(
  facts: readonly Footprint[],
  fact: Footprint,
  isOut: Uint8Array,
  weight: number,
  from: number,
  among: readonly number[] | null,
): boolean {
  const end = fact.site?.end ?? Number.POSITIVE_INFINITY;
  const proven = new Proven();
  const most = among?.length ?? Math.min(facts.length, from + REACH);
  for (let k = among === null ? from : 0; k < most && proven.sum <= weight; k++) {
    const j = among === null ? k : (among[k] ?? 0);
    const other = facts[j];
    if (other === undefined || (other.site?.order ?? -1) >= end) break;
    if (other.site !== null && isOut[j] === 0 && isNarrower(fact, other)) proven.add(other.site, other.low);
  }
  proven.close(end);
  return proven.sum > weight;
}

/** The pairs of facts that may count the same, as numbers in the list after each other: each pair once. */
function pairs(facts: readonly Footprint[]): Int32Array {
  const found = new Pairs();
  onOneLine(facts, found);
  acrossZones(facts, found);
  withHeirs(facts, found);
  linkedAside(facts, found);
  return found.numbers();
}

/** Pairs of which one place holds the other: as the facts are in preorder, those above a fact stand open when it comes. */
function onOneLine(facts: readonly Footprint[], found: Pairs): void {
  const open: number[] = [];
  facts.forEach((fact, i) => {
    while ((facts[open.at(-1) ?? i]?.site?.end ?? Number.POSITIVE_INFINITY) <= (fact.site?.order ?? -1)) open.pop();
    for (const j of open) {
      const above = facts[j];
      if (above !== undefined && overlapOnLine(above, fact)) found.add(j, i);
    }
    open.push(i);
  });
}

/** Pairs of a zone, or of what is below one, with what stands where it may lie. */
function acrossZones(facts: readonly Footprint[], found: Pairs): void {
  facts.forEach((zone, i) => {
    if (!zone.site?.spread) return;
    const [start, end] = zone.site.spread;
    for (let j = firstAt(facts, start); j < facts.length; j++) {
      const other = facts[j];
      if (other?.site == null || other.site.order >= end) break;
      if (!overlapOnLine(zone, other) || standing(zone.site, other.site) !== 'zone') continue;
      if (i < j || !mayLieAt(other.site, zone.site)) found.add(i, j);
    }
  });
}

/** Pairs of a place that ended with one that has its ground. */
function withHeirs(facts: readonly Footprint[], found: Pairs): void {
  for (const [i, ended] of facts.entries()) {
    if (ended.site === null || ended.site.heirs === null) continue;
    facts.forEach((other, j) => {
      if (!inherits(ended, other) || standing(ended.site, other.site) !== 'apart' || isLinked(ended, other)) return;
      if (overlaps(ended, other) && !(j < i && inherits(other, ended))) found.add(i, j);
    });
  }
}

/** The first fact whose place has that number in preorder or a later one. */
function firstAt(facts: readonly Footprint[], order: number): number {
  return firstWhere(facts, ({ site }) => (site?.order ?? -1) >= order);
}

/** Pairs of which an article says that they overlap, though their places do not. */
function linkedAside(facts: readonly Footprint[], found: Pairs): void {
  const places = new Map<number, number>();
  facts.forEach(({ isAside, number }, i) => {
    if (isAside) places.set(number, i);
  });
  for (const i of places.values()) {
    const fact = facts[i];
    if (fact === undefined) continue;
    for (const number of new Set([...fact.wholes, ...fact.rivals])) {
      const j = places.get(number);
      const other = j === undefined ? undefined : facts[j];
      if (j === undefined || other === undefined || standing(fact.site, other.site) !== 'apart') continue;
      const isMutual = other.wholes.has(fact.number) || other.rivals.has(fact.number);
      if (!isMutual || i < j) found.add(i, j);
    }
  }
}
