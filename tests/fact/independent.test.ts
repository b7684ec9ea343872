import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Choice, heaviestIndependent } from '../../src/fact/independent.ts';

interface Graph {
  readonly weights: readonly number[];
  readonly seconds: readonly number[];
  readonly edges: readonly (readonly [number, number])[];
}

/** Small weights, so that sets of one weight are common. */
function graphs(most: number, heaviest = 4): fc.Arbitrary<Graph> {
  return fc.integer({ min: 1, max: most }).chain((size) => {
    const each = (arbitrary: fc.Arbitrary<number>) => fc.array(arbitrary, { minLength: size, maxLength: size });
    const pairs = Array.from({ length: size }, (_, i) => Array.from({ length: i }, (_, j) => [j, i] as const)).flat();
    return fc.record({
      weights: each(fc.integer({ min: 0, max: heaviest })),
      seconds: each(fc.integer({ min: 1, max: heaviest })),
      edges: fc.subarray(pairs),
    });
  });
}

function choice({ weights, seconds, edges }: Graph, ranks = weights.map((_, i) => i)): Choice {
  return {
    weights: Float64Array.from(weights),
    seconds: Float64Array.from(seconds),
    ranks: Int32Array.from(ranks),
    edges: Int32Array.from(edges.flat()),
  };
}

function isFree({ edges }: Graph, nodes: readonly number[]): boolean {
  const chosen = new Set(nodes);
  return edges.every(([a, b]) => !chosen.has(a) || !chosen.has(b));
}

/** What decides between two sets, in the order of `Choice.weights`; the higher is better. */
function keysOf({ weights, seconds }: Graph, nodes: readonly number[]): number[] {
  const sum = (of: readonly number[]) => nodes.reduce((total, node) => total + (of[node] ?? 0), 0);
  const ids = nodes.reduce((total, node) => total + 2 ** (weights.length - node), 0);
  return [sum(weights), sum(seconds), -nodes.length, ids];
}

function bruteForce(graph: Graph): number[] {
  let best: number[] = [];
  for (let mask = 0; mask < 2 ** graph.weights.length; mask++) {
    const nodes = graph.weights.flatMap((_, i) => ((mask >> i) & 1 ? [i] : []));
    if (!isFree(graph, nodes)) continue;
    const [a, b] = [keysOf(graph, nodes), keysOf(graph, best)];
    const differs = a.findIndex((key, i) => key !== b[i]);
    if (differs >= 0 && (a[differs] ?? 0) > (b[differs] ?? 0)) best = nodes;
  }
  return best;
}

describe('the heaviest independent set', () => {
  it('is the one that trying all sets finds, with its rules for sets of one weight', () => {
    fc.assert(
      fc.property(graphs(14), (graph) => {
        expect(heaviestIndependent(choice(graph))).toEqual({ nodes: bruteForce(graph), exact: true });
      }),
      { numRuns: 400 },
    );
  });

  it('is independent and leaves no node out that would fit, whatever the budget', () => {
    fc.assert(
      fc.property(graphs(60, 50), fc.integer({ min: 0, max: 3000 }), (graph, budget) => {
        const { nodes } = heaviestIndependent(choice(graph), budget);
        expect(isFree(graph, nodes)).toBe(true);
        const others = graph.weights.flatMap((_, i) => (nodes.includes(i) ? [] : [i]));
        expect(others.filter((node) => isFree(graph, [...nodes, node]))).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('does not depend on the order of nodes and edges, nor does what is found without budget', () => {
    const shuffled = graphs(40).chain((graph) => {
      const order = graph.weights.map((_, i) => i);
      const shuffle = fc.shuffledSubarray(order, { minLength: order.length, maxLength: order.length });
      return fc.record({ graph: fc.constant(graph), order: shuffle, budget: fc.constantFrom(0, 500, 10_000_000) });
    });
    fc.assert(
      fc.property(shuffled, ({ graph, order, budget }) => {
        const place = (node: number) => order.indexOf(node);
        const moved = {
          weights: order.map((node) => graph.weights[node] ?? 0),
          seconds: order.map((node) => graph.seconds[node] ?? 0),
          edges: graph.edges.map(([a, b]) => [place(b), place(a)] as const).reverse(),
        };
        const plain = heaviestIndependent(choice(graph), budget);
        const other = heaviestIndependent(choice(moved, order), budget);
        const nodes = other.nodes.map((i) => order[i] ?? -1).sort((a, b) => a - b);
        expect({ nodes, exact: other.exact }).toEqual(plain);
      }),
      { numRuns: 200 },
    );
  });

  it('says when it is not proven: a circle of five, without a look at it', () => {
    const circle = { weights: [3, 3, 3, 3, 3], seconds: [1, 1, 1, 1, 1], edges: [] as [number, number][] };
    for (let i = 0; i < 5; i++) circle.edges.push([i, (i + 1) % 5]);
    expect(heaviestIndependent(choice(circle), 0)).toEqual({ nodes: [0, 2], exact: false });
    expect(heaviestIndependent(choice(circle))).toEqual({ nodes: [0, 2], exact: true });
  });

  it('of nothing is nothing', () => {
    expect(heaviestIndependent(choice({ weights: [], seconds: [], edges: [] }))).toEqual({ nodes: [], exact: true });
  });
});
