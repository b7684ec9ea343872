import type { Families } from './families.ts';
import type { Roster } from './roster.ts';
import type { NetworkArticle } from './source.ts';

/** A source that names more agencies and programs than this is a directory: that they stand in one says nothing. */
export const MOST_NAMED = 200;

/** Two agencies or programs that sources name together more often than chance has it. */
export interface Pair {
  /** Numbers in the roster, the lower first. */
  readonly a: number;
  readonly b: number;
  /** Independent sources that name both, that name `a`, that name `b`; copies are one. */
  readonly sources: number;
  readonly ofA: number;
  readonly ofB: number;
  /** Log-likelihood ratio G²: how unlikely it is that they stand together by chance; above 10.83, one in a thousand. */
  readonly likelihood: number;
}

/** Who occurs together, and where. */
export interface Together {
  /** The least likely by chance first, then those of more sources, then in the order of the roster. */
  readonly pairs: readonly Pair[];
  /** Numbers of the rows of facts that name a node, by its number; ascending. */
  readonly facts: ReadonlyMap<number, readonly number[]>;
  /** Numbers of the source families that name a node, in articles or facts, by its number; ascending. */
  readonly families: ReadonlyMap<number, readonly number[]>;
  /** How many sources were left out because they name more than `MOST_NAMED`. */
  readonly skipped: number;
}

/**
 * Agencies and programs that occur in the same facts or articles. One source family is one observation, whatever number of copies it
 * has. Linear in the mentions, for a source has at most `MOST_NAMED` of them.
 */
export function togetherIn(articles: readonly NetworkArticle[], roster: Roster, families: Families): Together {
  const named = namedInArticles(articles, roster, families);
  const facts = new Map<number, number[]>();
  roster.ends.forEach((ends, i) => {
    const nodes = [...ends.actors.filter((node) => roster.nodes[node]?.kind === 'agency'), ...ends.programs];
    for (const node of nodes) append(facts, node, i);
    for (const family of ends.families) addAll(named, family, nodes);
  });
  const namedIn = new Map<number, number[]>();
  const counts = new Map<number, number>();
  const size = roster.nodes.length;
  let skipped = 0;
  for (const [family, nodes] of [...named].sort(([a], [b]) => a - b)) {
    const sorted = [...nodes].sort((a, b) => a - b);
    for (const node of sorted) append(namedIn, node, family);
    if (sorted.length > MOST_NAMED) skipped++;
    else countPairs(sorted, size, counts);
  }
  return { pairs: weighed(counts, namedIn, size, named.size), facts, families: namedIn, skipped };
}

/** The agencies and programs that the articles of each source family mention. */
function namedInArticles(
  articles: readonly NetworkArticle[],
  roster: Roster,
  families: Families,
): Map<number, Set<number>> {
  const named = new Map<number, Set<number>>();
  for (const { id, agencyIds, programIds } of articles) {
    const agencies = agencyIds.map((agency) => roster.number(`agency:${agency}`));
    addAll(named, families.of(id), [...agencies, ...programIds.map((program) => roster.number(`program:${program}`))]);
  }
  return named;
}

function addAll(named: Map<number, Set<number>>, family: number, nodes: readonly number[]): void {
  const known = named.get(family) ?? new Set<number>();
  for (const node of nodes) known.add(node);
  named.set(family, known);
}

function append(lists: Map<number, number[]>, key: number, value: number): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

function countPairs(nodes: readonly number[], size: number, counts: Map<number, number>): void {
  nodes.forEach((a, i) => {
    for (let j = i + 1; j < nodes.length; j++) {
      const pair = a * size + (nodes[j] ?? 0);
      counts.set(pair, (counts.get(pair) ?? 0) + 1);
    }
  });
}

function weighed(
  counts: ReadonlyMap<number, number>,
  families: ReadonlyMap<number, readonly number[]>,
  size: number,
  total: number,
): Pair[] {
  const pairs: Pair[] = [];
  for (const [pair, sources] of counts) {
    const [a, b] = [Math.floor(pair / size), pair % size];
    const [ofA, ofB] = [families.get(a)?.length ?? 0, families.get(b)?.length ?? 0];
    if (sources * total > ofA * ofB)
      pairs.push({ a, b, sources, ofA, ofB, likelihood: ratio(sources, ofA, ofB, total) });
  }
  return pairs.sort((x, y) => y.likelihood - x.likelihood || y.sources - x.sources || x.a - y.a || x.b - y.b);
}

/**
 * Dunning's log-likelihood ratio for two events in `total` observations ("Accurate methods for the statistics of surprise and
 * coincidence", Computational Linguistics 19, 1993): 2 Σ observed · ln(observed / expected), holds for rare events as well.
 */
export function ratio(both: number, ofA: number, ofB: number, total: number): number {
  const term = (observed: number, row: number, column: number) =>
    observed === 0 ? 0 : observed * Math.log((observed * total) / (row * column));
  const cells =
    term(both, ofA, ofB) +
    term(ofA - both, ofA, total - ofB) +
    term(ofB - both, total - ofA, ofB) +
    term(total - ofA - ofB + both, total - ofA, total - ofB);
  return Math.max(0, 2 * cells);
}

/** The first `most` numbers that stand in both ascending lists. */
export function common(a: readonly number[] = [], b: readonly number[] = [], most: number): number[] {
  const found: number[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length && found.length < most; ) {
    const [x, y] = [a[i] ?? 0, b[j] ?? 0];
    if (x === y) found.push(x);
    if (x <= y) i++;
    if (y <= x) j++;
  }
  return found;
}
