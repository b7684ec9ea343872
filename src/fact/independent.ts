import { type Chosen, Kernel, type Weights } from './kernel.ts';

/** A graph of which no two neighbours may be chosen together. */
export interface Choice {
  /**
   * For each node its weight and, between sets of one weight, what else the higher is better: neither below 0, not both 0. Then
   * the set with fewer nodes is better, then the one whose lowest rank that the other lacks is lower.
   */
  readonly weights: Float64Array;
  readonly seconds: Float64Array;
  /** A different whole number for each node. */
  readonly ranks: Int32Array;
  /** Pairs of neighbours, each pair once: two node numbers after each other. */
  readonly edges: Int32Array;
}

/** The nodes chosen, in ascending order, and whether no better set exists. */
export interface Independent {
  readonly nodes: readonly number[];
  readonly exact: boolean;
}

/** How many looks at an edge are spent before the rest is chosen greedily: about a third of a second. */
export const BUDGET = 40_000_000;

/**
 * A maximum-weight independent set: reduce, split into components, branch on the node with most neighbours, and so on in each
 * part, as in Lamm, Schulz, Strash, Williger and Zhang, “Exactly solving the maximum weight independent set problem on large
 * real-world graphs” (ALENEX 2019), whose domination and neighbourhood removal are used, with their bound by a weighted clique cover.
 * Beyond the budget, the better of two greedy sets: by weight, and by weight per place taken (Sakai, Togasaki and Yamazaki, “A note
 * on greedy algorithms for the maximum weighted independent set problem”, 2003). The same set for every order of nodes and edges.
 */
export function heaviestIndependent(choice: Choice, budget = BUDGET): Independent {
  const byRank = inRank(choice.ranks);
  const search = new Search(inOrder(choice, byRank), budget);
  const nodes = search.best().map((i) => byRank[i] ?? 0);
  return { nodes: nodes.sort((a, b) => a - b), exact: search.exact };
}

/** The nodes in ascending order of rank; numbers sort faster than a comparison does. */
function inRank(ranks: Int32Array): number[] {
  const size = ranks.length;
  const keys = new Float64Array(size);
  for (let i = 0; i < size; i++) keys[i] = at(ranks, i) * size + i;
  return Array.from(keys.sort(), (key) => key % size);
}

/** The same graph with the nodes in that order, and each list of neighbours ascending. */
function inOrder({ weights, seconds, edges }: Choice, order: readonly number[]): Weights {
  const size = order.length;
  const renumbered = new Int32Array(size);
  order.forEach((node, i) => {
    renumbered[node] = i;
  });
  const starts = new Int32Array(size + 1);
  for (const node of edges) starts[at(renumbered, node) + 1] = at(starts, at(renumbered, node) + 1) + 1;
  for (let i = 0; i < size; i++) starts[i + 1] = at(starts, i + 1) + at(starts, i);
  const mixed = new Lists(starts, edges.length);
  for (let e = 0; e < edges.length; e += 2) {
    const [a, b] = [at(renumbered, edges[e] ?? 0), at(renumbered, edges[e + 1] ?? 0)];
    mixed.add(a, b);
    mixed.add(b, a);
  }
  // Node by node to each neighbour's list: so all lists come out ascending, without sorting one.
  const sorted = new Lists(starts, edges.length);
  for (let i = 0; i < size; i++) {
    for (let e = at(starts, i); e < at(starts, i + 1); e++) sorted.add(at(mixed.items, e), i);
  }
  return { weights: picked(weights, order), seconds: picked(seconds, order), starts, neighbours: sorted.items };
}

function picked(numbers: Float64Array, order: readonly number[]): Float64Array {
  const found = new Float64Array(order.length);
  order.forEach((node, i) => {
    found[i] = numbers[node] ?? 0;
  });
  return found;
}

/** Lists of known lengths, one behind the other. */
class Lists {
  readonly items: Int32Array;
  readonly #next: Int32Array;

  constructor(starts: Int32Array, length: number) {
    this.items = new Int32Array(length);
    this.#next = starts.slice();
  }

  add(list: number, item: number): void {
    const place = at(this.#next, list);
    this.items[place] = item;
    this.#next[list] = place + 1;
  }
}

/** One search, with its budget; nodes are numbered by rank. Parts are lists of nodes, the best first. */
class Search {
  readonly #kernel: Kernel;
  readonly #all: readonly number[];
  readonly #budget: number;
  exact = true;

  constructor(graph: Weights, budget: number) {
    this.#kernel = new Kernel(graph);
    this.#all = Array.from(graph.weights, (_, i) => i);
    this.#budget = budget;
  }

  best(): readonly number[] {
    return this.#solve(this.#all).nodes;
  }

  /** Takes what surely belongs to the best set of these nodes, then solves each part that is left, small ones first. */
  #solve(part: readonly number[]): Chosen {
    if (this.#kernel.spent > this.#budget) return this.#settle(part);
    const { taken, components } = this.#kernel.reduce(part);
    components.sort((a, b) => a.length - b.length || (a[0] ?? 0) - (b[0] ?? 0));
    for (const component of components) for (const node of this.#branch(component).nodes) taken.push(node);
    return this.#kernel.chosen(taken);
  }

  /** The better of the best set with the busiest node and the best set without it; a branch that cannot win is not looked at. */
  #branch(part: readonly number[]): Chosen {
    const kernel = this.#kernel;
    if (kernel.spent > this.#budget) return this.#settle(part);
    const greedy = kernel.greedy(part);
    const { node, without, beyond } = kernel.split(part);
    const withNode = kernel.chosen([node]);
    const isWorthy = !outweighs(greedy, union(withNode, kernel.bound(beyond)));
    const best = isWorthy ? this.#better(union(withNode, this.#solve(beyond)), greedy) : greedy;
    return outweighs(best, kernel.bound(without)) ? best : this.#better(this.#solve(without), best);
  }

  #settle(part: readonly number[]): Chosen {
    this.exact = false;
    return this.#kernel.greedy(part);
  }

  /** The better of two sets, by all that is said at `Choice`. */
  #better(a: Chosen, b: Chosen): Chosen {
    if (a.weight !== b.weight || a.second !== b.second) return outweighs(a, b) ? a : b;
    if (a.nodes.length !== b.nodes.length) return a.nodes.length < b.nodes.length ? a : b;
    const [x, y] = [Int32Array.from(a.nodes).sort(), Int32Array.from(b.nodes).sort()];
    const differs = x.findIndex((rank, i) => rank !== y[i]);
    return (x[differs] ?? 0) <= (y[differs] ?? 0) ? a : b;
  }
}

function union(a: Chosen, b: Chosen): Chosen {
  return { weight: a.weight + b.weight, second: a.second + b.second, nodes: [...a.nodes, ...b.nodes] };
}

function outweighs(a: Chosen, b: Chosen): boolean {
  return a.weight === b.weight ? a.second > b.second : a.weight > b.weight;
}

function at(numbers: Int32Array, i: number): number {
  return numbers[i] ?? 0;
}
