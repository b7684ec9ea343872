/**
 * A weighted graph: the neighbours of node i are `neighbours[starts[i]]` up to `starts[i + 1]`, ascending. Of two nodes the one with
 * the higher weight is better, then the one with the higher second weight, then the one with the lower number.
 */
export interface Weights {
  readonly weights: Float64Array;
  readonly seconds: Float64Array;
  readonly starts: Int32Array;
  readonly neighbours: Int32Array;
}

/** A set of nodes with the sums of its weights; of a bound, what no set exceeds. */
export interface Chosen {
  readonly weight: number;
  readonly second: number;
  readonly nodes: readonly number[];
}

/** Up to so many neighbours a node is looked at again whenever one of them is gone. */
const FEW = 32;

/** Works on parts of one graph, lists of nodes from the best on; between calls no node is alive. */
export class Kernel {
  readonly #graph: Weights;
  readonly #alive: Uint8Array;
  readonly #waits: Uint8Array;
  /** How many neighbours are alive, and their weights together: a hint only, for it is off by roundings. */
  readonly #degree: Int32Array;
  readonly #around: Float64Array;
  readonly #marked: Int32Array;
  /** The clique of a node, from 1, and how many of a clique were met. */
  readonly #clique: Int32Array;
  readonly #met: Int32Array;
  #mark = 0;
  /** How many looks at an edge were made. */
  spent = 0;

  constructor(graph: Weights) {
    const size = graph.weights.length;
    this.#graph = graph;
    [this.#alive, this.#waits] = [new Uint8Array(size), new Uint8Array(size)];
    [this.#degree, this.#around] = [new Int32Array(size), new Float64Array(size)];
    [this.#marked, this.#clique, this.#met] = [new Int32Array(size), new Int32Array(size), new Int32Array(size)];
  }

  /**
   * Takes what outweighs its living neighbours together and drops what a neighbour dominates, until no such node is found.
   * Returns what was taken, and the parts that are left, each connected.
   */
  reduce(part: readonly number[]): { taken: number[]; components: number[][] } {
    this.#enliven(part);
    const taken: number[] = [];
    const waiting = [...part].reverse();
    for (const node of part) this.#waits[node] = 1;
    for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
      this.#waits[node] = 0;
      if (this.#alive[node] !== 1) continue;
      if (this.#outweighs(node)) {
        taken.push(node);
        this.#alive[node] = 0;
        for (const other of this.#living(node)) this.#drop(other, waiting);
      } else if (this.#isDominated(node)) this.#drop(node, waiting);
    }
    return { taken, components: this.#components(part) };
  }

  /** The node with most neighbours in the part, the others, and of them those that are no neighbours. */
  split(part: readonly number[]): { node: number; without: number[]; beyond: number[] } {
    this.#enliven(part);
    let busiest = part[0] ?? 0;
    for (const node of part) if (this.#degreeOf(node) > this.#degreeOf(busiest)) busiest = node;
    for (const node of part) this.#alive[node] = 0;
    const mark = this.#markAround(busiest);
    const without = part.filter((node) => node !== busiest);
    return { node: busiest, without, beyond: without.filter((node) => this.#marked[node] !== mark) };
  }

  /** The better of two greedy sets: heaviest first, and first what weighs most for the nodes that it rules out. */
  greedy(part: readonly number[]): Chosen {
    this.#enliven(part);
    const share = (node: number) => (this.#graph.weights[node] ?? 0) / (this.#degreeOf(node) + 1);
    const heavy = [...part].sort((a, b) => this.#compare(a, b));
    const sparing = [...heavy].sort((a, b) => share(b) - share(a) || this.#compare(a, b));
    const [a, b] = [this.#firstCome(heavy), this.#firstCome(sparing)];
    for (const node of part) this.#alive[node] = 0;
    return a.weight > b.weight || (a.weight === b.weight && a.second >= b.second) ? a : b;
  }

  /** Sums that no independent set of the part exceeds: the heaviest node of each clique of a cover. */
  bound(part: readonly number[]): Chosen {
    const sizes: number[] = [];
    const heaviest: number[] = [];
    for (const node of part) {
      const clique = this.#joinable(node, sizes) ?? sizes.push(0) - 1;
      if (sizes[clique] === 0) heaviest.push(node);
      sizes[clique] = (sizes[clique] ?? 0) + 1;
      this.#clique[node] = clique + 1;
    }
    for (const node of part) this.#clique[node] = 0;
    return { ...this.chosen(heaviest), nodes: [] };
  }

  /** These nodes with their sums. */
  chosen(nodes: readonly number[]): Chosen {
    let [weight, second] = [0, 0];
    for (const node of nodes) {
      weight += this.#graph.weights[node] ?? 0;
      second += this.#graph.seconds[node] ?? 0;
    }
    return { weight, second, nodes };
  }

  /** The first clique, in the order of neighbours, of which all are neighbours of the node. */
  #joinable(node: number, sizes: readonly number[]): number | null {
    const around = this.#all(node);
    let found: number | null = null;
    for (const other of around) {
      const clique = this.#clique[other] ?? 0;
      if (clique === 0) continue;
      const count = (this.#met[clique - 1] ?? 0) + 1;
      this.#met[clique - 1] = count;
      if (found === null && count === sizes[clique - 1]) found = clique - 1;
    }
    for (const other of around) {
      const clique = this.#clique[other] ?? 0;
      if (clique > 0) this.#met[clique - 1] = 0;
    }
    return found;
  }

  /** Whether the node is better than all its living neighbours together: then it is in a best set. */
  #outweighs(node: number): boolean {
    const { weights, seconds } = this.#graph;
    const own = weights[node] ?? 0;
    if ((this.#around[node] ?? 0) > own * 1.000001 + 1) return false;
    let [weight, second, count, last] = [0, 0, 0, 0];
    for (const other of this.#all(node)) {
      if (this.#alive[other] !== 1) continue;
      weight += weights[other] ?? 0;
      second += seconds[other] ?? 0;
      count++;
      last = other;
    }
    if (own !== weight) return own > weight;
    const ownSecond = seconds[node] ?? 0;
    return ownSecond === second ? count !== 1 || node < last : ownSecond > second;
  }

  /** Whether a better neighbour has no other neighbours than the node has: then it can stand for the node in any set. */
  #isDominated(node: number): boolean {
    const around = this.#all(node);
    const mark = ++this.#mark;
    this.#marked[node] = mark;
    for (const other of around) if (this.#alive[other] === 1) this.#marked[other] = mark;
    const degree = this.#degreeOf(node);
    const weight = this.#graph.weights[node] ?? 0;
    for (const other of around) {
      if ((this.#graph.weights[other] ?? 0) < weight || this.#alive[other] !== 1) continue;
      if (this.#degreeOf(other) > degree || this.#compare(other, node) > 0) continue;
      if (this.#staysWithin(other, mark)) return true;
    }
    return false;
  }

  #staysWithin(node: number, mark: number): boolean {
    for (const other of this.#all(node)) {
      if (this.#alive[other] === 1 && this.#marked[other] !== mark) return false;
    }
    return true;
  }

  #firstCome(order: readonly number[]): Chosen {
    const mark = ++this.#mark;
    const nodes: number[] = [];
    for (const node of order) {
      if (this.#marked[node] === mark) continue;
      nodes.push(node);
      for (const other of this.#all(node)) this.#marked[other] = mark;
    }
    return this.chosen(nodes);
  }

  #components(part: readonly number[]): number[][] {
    const components: number[][] = [];
    for (const start of part) {
      if (this.#alive[start] !== 1) continue;
      const component = [start];
      this.#alive[start] = 0;
      for (let i = 0; i < component.length; i++) {
        for (const other of this.#living(component[i] ?? 0)) {
          this.#alive[other] = 0;
          component.push(other);
        }
      }
      components.push(component.sort((a, b) => this.#compare(a, b)));
    }
    return components;
  }

  #enliven(part: readonly number[]): void {
    for (const node of part) this.#alive[node] = 1;
    for (const node of part) {
      let [degree, weight] = [0, 0];
      for (const other of this.#all(node)) {
        if (this.#alive[other] !== 1) continue;
        degree++;
        weight += this.#graph.weights[other] ?? 0;
      }
      this.#degree[node] = degree;
      this.#around[node] = weight;
    }
  }

  /** Takes a node out; its neighbours wait to be looked at again, busy ones only when they may outweigh what is left. */
  #drop(node: number, waiting: number[]): void {
    const weight = this.#graph.weights[node] ?? 0;
    this.#alive[node] = 0;
    for (const other of this.#all(node)) {
      if (this.#alive[other] !== 1) continue;
      const degree = this.#degreeOf(other) - 1;
      const around = (this.#around[other] ?? 0) - weight;
      this.#degree[other] = degree;
      this.#around[other] = around;
      if (this.#waits[other] === 1 || (degree > FEW && around > (this.#graph.weights[other] ?? 0))) continue;
      this.#waits[other] = 1;
      waiting.push(other);
    }
  }

  /** Below 0 where the first node is the better one. */
  #compare(a: number, b: number): number {
    const { weights, seconds } = this.#graph;
    return (weights[b] ?? 0) - (weights[a] ?? 0) || (seconds[b] ?? 0) - (seconds[a] ?? 0) || a - b;
  }

  #markAround(node: number): number {
    const mark = ++this.#mark;
    for (const other of this.#all(node)) this.#marked[other] = mark;
    return mark;
  }

  #degreeOf(node: number): number {
    return this.#degree[node] ?? 0;
  }

  #all(node: number): Int32Array {
    const { starts, neighbours } = this.#graph;
    const around = neighbours.subarray(starts[node] ?? 0, starts[node + 1] ?? 0);
    this.spent += around.length + 1;
    return around;
  }

  #living(node: number): number[] {
    const found: number[] = [];
    for (const other of this.#all(node)) if (this.#alive[other] === 1) found.push(other);
    return found;
  }
}
