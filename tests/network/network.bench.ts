import { afterAll, bench, describe } from 'vitest';
import { Network } from '../../src/network/network.ts';
import { generated } from './generated.ts';

/** How many runs each figure is the middle of. */
const RUNS = 15;
const BOUND_MS = 150;

/** What a run took, in milliseconds: by the clock, and of this process's time, which other work on the machine hardly moves. */
interface Took {
  readonly clock: number;
  readonly own: number;
}

/** The middle of `RUNS` runs of each. */
function p50(work: (run: number) => unknown): Took {
  const runs = Array.from({ length: RUNS }, (_, run) => timed(() => work(run)));
  const middle = (times: number[]) => times.sort((a, b) => a - b)[RUNS >> 1] ?? 0;
  return { clock: middle(runs.map(({ clock }) => clock)), own: middle(runs.map(({ own }) => own)) };
}

function timed(work: () => unknown): Took {
  const [began, used] = [performance.now(), process.cpuUsage()];
  work();
  const { user, system } = process.cpuUsage(used);
  return { clock: performance.now() - began, own: (user + system) / 1000 };
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
  const sum = (time: keyof Took) => Object.values(parts).reduce((all, took) => all + took[time], 0);
  const each = Object.entries(parts).map(([part, { own }]) => `${part} ${own.toFixed(0)}`);
  console.log(
    `preparing ${size} facts: ${sum('clock').toFixed(0)} ms by the clock, ${sum('own').toFixed(0)} of its own time (${each.join(', ')}); ${network.nodes.length} nodes, ${network.links.length} links`,
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
const bare = figures[0]?.[1].own ?? 0;
console.log('p50 in ms: by the clock, of its own time, and that in bare passes');
for (const [name, { clock, own }] of figures) {
  const cells = [clock, own, own / bare].map((figure) => figure.toFixed(1).padStart(7));
  console.log(`${cells.join('')}  ${name}`);
}
const late = figures.filter(([, { own }]) => own > BOUND_MS).map(([name]) => name);

describe(`relations over ${size} facts: each answer under ${BOUND_MS} ms of its own time`, () => {
  for (const [name, answer] of Object.entries(answers)) {
    let run = 0;
    bench(name, () => void answer(run++), { iterations: 5, time: 0, warmupIterations: 1, warmupTime: 0 });
  }
  afterAll(() => {
    if (late.length > 0) throw new Error(`over ${BOUND_MS} ms: ${late.join('; ')}`);
  });
});
