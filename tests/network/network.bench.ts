import { afterAll, bench, describe } from 'vitest';
import { Network } from '../../src/network/network.ts';
import { generated } from './generated.ts';

/** How many runs each figure is the middle of. */
const RUNS = 15;
const BOUND_MS = 150;
/** On a machine that others use, everything is late: then an answer may take so many times one bare pass over the rows. */
const BARE_PASSES = 8;

/** The middle of `RUNS` runs, in milliseconds. */
function p50(work: (run: number) => unknown): number {
  const took = Array.from({ length: RUNS }, (_, run) => timed(() => work(run)));
  return took.sort((a, b) => a - b)[RUNS >> 1] ?? 0;
}

function timed(work: () => unknown): number {
  const began = performance.now();
  work();
  return performance.now() - began;
}

/** What is made at load time, part by part, for a table of `size` facts. */
function prepared(size: number): Network {
  const source = generated(size);
  let network = new Network({ ...source, articles: [] });
  const parts = {
    links: timed(() => {
      network = new Network(source);
    }),
    together: timed(() => network.together),
    centrality: timed(() => network.central),
    communities: timed(() => network.communities),
  };
  const all = Object.values(parts).reduce((sum, ms) => sum + ms, 0);
  const each = Object.entries(parts).map(([part, ms]) => `${part} ${ms.toFixed(0)}`);
  console.log(
    `preparing ${size} facts: ${all.toFixed(0)} ms (${each.join(', ')}); ${network.nodes.length} nodes, ${network.links.length} links`,
  );
  return network;
}

prepared(10_000);
prepared(50_000);
const size = 200_000;
const source = generated(size);
const network = prepared(size);
const busiest = network.find('program:雪亮工程')[0] ?? -1;
const pick = (run: number, by: number) => (run * by) % network.nodes.length;

const answers: Readonly<Record<string, (run: number) => unknown>> = {
  'one bare pass over the rows': () => source.facts.rows.filter(({ sources, figure }) => sources > 1 && figure === 3),
  'together: the first 50 pairs with what shows them': () =>
    network.together.pairs.slice(0, 50).map(({ a, b }) => network.shared(a, b, 3)),
  'together: the pairs of one program': () =>
    network.together.pairs.filter(({ a, b }) => a === busiest || b === busiest).slice(0, 50),
  'funders: of the whole country': () => network.funders(),
  'funders: of one province since 2015': () => network.funders({ place: '370000', from: '2015' }),
  'central: by betweenness': () =>
    [...network.central.nodes].sort((a, b) => b.betweenness - a.betweenness).slice(0, 50),
  'communities: of one node': (run) => network.communities.communities.find(({ members }) => members.includes(run)),
  'path: between any two': (run) => network.path(pick(run, 7919), pick(run, 104_729)),
  'spread: of the busiest program': () => network.spread(busiest),
  'find: part of a name': () => network.find('河口'),
};

const figures = Object.entries(answers).map(([name, answer]) => [name, p50(answer)] as const);
const bare = figures[0]?.[1] ?? 0;
for (const [name, ms] of figures) {
  console.log(`${ms.toFixed(1).padStart(7)} ms p50 ${(ms / bare).toFixed(1).padStart(5)} bare passes  ${name}`);
}
const late = figures.filter(([, ms]) => ms > BOUND_MS && ms > BARE_PASSES * bare).map(([name]) => name);

describe(`relations over ${size} facts: each answer under ${BOUND_MS} ms`, () => {
  for (const [name, answer] of Object.entries(answers)) {
    let run = 0;
    bench(name, () => void answer(run++), { iterations: 5, time: 0, warmupIterations: 1, warmupTime: 0 });
  }
  afterAll(() => {
    if (late.length > 0) throw new Error(`over ${BOUND_MS} ms: ${late.join('; ')}`);
  });
});
