import betweennessModule from 'graphology-metrics/centrality/betweenness.js';
import { describe, expect, it } from 'vitest';
import { centralities } from '../../src/network/centrality.ts';
import { graphOf } from '../../src/network/graph.ts';
import type { Network } from '../../src/network/network.ts';
import { Network as Made } from '../../src/network/network.ts';
import { sample, seeded } from '../../src/network/random.ts';
import { ratio } from '../../src/network/together.ts';
import { generated } from './generated.ts';
import { fact, networkOf, reversed, told } from './tables.ts';

const key = (network: Network, node: number) => network.nodes[node]?.key;
const number = (network: Network, words: string) => {
  const [found = -1, ...more] = network.find(words);
  expect(more).toEqual([]);
  return found;
};

describe('links', () => {
  const network = networkOf([
    fact('1', {
      by: ['370503/government/府'],
      programIds: ['雪亮工程'],
      placeCode: '370503',
      placeName: '东营市河口区',
    }),
    fact('2', { kind: 'FUNDED', by: ['370503'], unit: 'CNY', placeCode: '370503', programIds: ['雪亮工程'] }),
    fact('3', { by: ['class'], placeCode: '370503' }),
    fact('4', { kind: 'OUTCOME', by: ['370503/zongzhi/办'], placeCode: '370503', programIds: ['雪亮工程'] }),
  ]);
  const links = network.links.map(({ a, b, roles, facts, sources }) => ({
    ends: [key(network, a), key(network, b)],
    roles,
    facts: facts.map((i) => network.fact(i)?.id),
    sources,
  }));

  it('join who acted, in which program, where and for what, each with its facts', () => {
    expect(links).toEqual([
      { ends: ['agency:370503/government/府', 'place:370503'], roles: ['actor_place'], facts: ['1'], sources: 1 },
      { ends: ['agency:370503/government/府', 'program:雪亮工程'], roles: ['actor_program'], facts: ['1'], sources: 1 },
      { ends: ['asset:camera', 'place:370503'], roles: ['payer_asset'], facts: ['2'], sources: 1 },
      {
        ends: ['place:370503', 'program:雪亮工程'],
        roles: ['actor_program', 'program_place'],
        facts: ['1', '2', '4'],
        sources: 3,
      },
    ]);
  });

  it('give a class of bodies no node, and nobody a link to itself', () => {
    expect(network.nodes.map((node) => node.key)).not.toContain('agency:');
    expect(network.links.every(({ a, b }) => a < b)).toBe(true);
  });

  it('count copies as one source, and a renamed county as the place that it is', () => {
    const rows = [
      fact('1', { placeCode: '370521', programIds: ['雪亮工程'], articleIds: ['x'] }),
      fact('2', { placeCode: '370505', programIds: ['雪亮工程'], articleIds: ['y', 'z'] }),
    ];
    const copied = networkOf(rows, [told('x'), told('y', { root: 'x' }), told('z')]);
    expect(copied.links.map(({ sources, facts }) => [sources, facts.length])).toEqual([[2, 2]]);
    expect(copied.find('370505')).toHaveLength(1);
  });
});

describe('names', () => {
  const network = networkOf([
    fact('1', { placeCode: '370503', programIds: ['雪亮工程', '370503/雪亮工程二期'] }),
    fact('2', { placeCode: '320106', by: ['320106/government/甲府'] }),
    fact('3', { placeCode: '610102/某村', placeName: '某村' }),
  ]);

  it('are ids, full names, own names, then parts of names', () => {
    const found = (words: string) => network.find(words).map((node) => key(network, node));
    expect(found('program:雪亮工程')).toEqual(['program:雪亮工程']);
    expect(found('雪亮工程')).toEqual(['program:雪亮工程']);
    expect(found('河口区')).toEqual(['place:370503']);
    expect(found('雪亮')).toEqual(['program:370503/雪亮工程二期', 'program:雪亮工程']);
    expect(found('名320106/government/甲府')).toEqual(['agency:320106/government/甲府']);
    expect(found('某村')).toHaveLength(1);
    expect(found('')).toEqual([]);
    expect(found('摄像头')).toEqual([]);
    expect(network.find('河口区', ['program'])).toEqual([]);
  });
});

describe('together', () => {
  it('weighs by Dunning’s likelihood ratio', () => {
    // Dunning 1993, table 2: "the swiss" in a text of 31,777 words: 110 of 2,552 and 114, G² 270.72.
    expect(ratio(110, 110 + 2442, 110 + 111, 110 + 2442 + 111 + 29_114)).toBeCloseTo(270.72, 1);
    expect(ratio(5, 10, 10, 20)).toBe(0);
    expect(ratio(4, 4, 4, 4)).toBe(0);
  });

  it('counts sources, not articles, and names what is in both', () => {
    const both = { agencyIds: ['a/court/法院'], programIds: ['p'] };
    const articles = [
      told('1', both),
      told('2', { ...both, root: '1' }),
      told('3', both),
      told('4', { programIds: ['p'] }),
      ...['5', '6', '7'].map((id) => told(id, { programIds: ['q'] })),
    ];
    const network = networkOf([fact('f', { articleIds: ['3'], by: ['a/court/法院'], programIds: ['p'] })], articles);
    const [pair, ...others] = network.together.pairs;
    expect(others).toEqual([]);
    expect(pair).toMatchObject({ sources: 2, ofA: 2, ofB: 3 });
    expect([key(network, pair?.a ?? -1), key(network, pair?.b ?? -1)]).toEqual(['agency:a/court/法院', 'program:p']);
    const { facts, articles: shown } = network.shared(pair?.a ?? -1, pair?.b ?? -1, 5);
    expect(facts.map(({ quote }) => quote)).toEqual(['话f']);
    expect(shown).toEqual(['1', '3']);
  });

  it('leaves out a directory, and says so', () => {
    const programIds = Array.from({ length: 300 }, (_, i) => `p${i}`);
    const network = networkOf([], [told('1', { programIds }), told('2', { programIds: ['p1', 'p2'] }), told('3')]);
    expect(network.together.skipped).toBe(1);
    expect(network.together.pairs).toEqual([]);
    const [p1, p2] = [number(network, 'program:p1'), number(network, 'program:p2')];
    expect(network.shared(p1, p2, 9).articles).toEqual(['1', '2']);
  });
});

describe('funders', () => {
  const paid = { kind: 'FUNDED', unit: 'CNY', placeCode: '370503' };
  const network = networkOf([
    fact('1', { ...paid, by: ['370503'], figure: 500, min: 500, max: 600 }),
    fact('2', { ...paid, by: ['370503'], figure: 100, min: 100, max: 100, wholes: ['1'] }),
    fact('3', { ...paid, by: ['370503'], figure: 900, min: 900, max: 900, stage: 'planned' }),
    fact('4', {
      ...paid,
      by: ['370503/finance/局', '370500/finance/局'],
      figure: 7,
      min: 7,
      max: null,
      approx: 'over',
    }),
    fact('5', { ...paid, by: ['class'], figure: null, min: null, max: null }),
    fact('6', { ...paid, by: [] }),
    fact('7', { by: ['370503'] }),
  ]);
  const rows = (filter = {}) =>
    network.funders(filter).map((f) => [f.payer, f.sort, f.stage, f.facts.length, f.least, f.most, f.parts]);

  it('are counted by sort of payer, thing and stage, and their sums ranged, never added', () => {
    expect(rows()).toEqual([
      ['place', 'county', 'done', 2, 100, 600, 1],
      ['agency', 'finance', 'done', 1, 7, null, 0],
      ['class', null, 'done', 1, null, null, 0],
      ['place', 'county', 'planned', 1, 900, 900, 0],
      ['unstated', null, 'done', 1, 10, 10, 0],
    ]);
  });

  it('keep to place and period', () => {
    expect(rows({ place: '370500' })).toHaveLength(5);
    expect(rows({ place: '110000' })).toEqual([]);
    expect(rows({ from: '2018' })).toEqual([]);
  });
});

describe('centrality', () => {
  const { nodes, links } = new Made(generated(900));
  const graph = graphOf(nodes, links);

  it('is graphology’s where every node is a pivot', () => {
    const exact = (betweennessModule as unknown as typeof betweennessModule.default)(graph, { getEdgeWeight: null });
    const measured = centralities(graph, graph.order);
    expect(measured).toMatchObject({ pivots: graph.order, error: 0 });
    for (const { node, betweenness } of measured.nodes) expect(betweenness).toBeCloseTo(exact[node] ?? -1, 10);
  });

  it('is off by less than it says where pivots are drawn', () => {
    const exact = centralities(graph, graph.order).nodes;
    const drawn = centralities(graph, 60);
    expect(drawn.pivots).toBe(60);
    expect(drawn.error).toBeGreaterThan(0);
    const off = drawn.nodes.map(({ betweenness }, i) => Math.abs(betweenness - (exact[i]?.betweenness ?? 0)));
    expect(Math.max(...off)).toBeLessThan(drawn.error);
    expect(Math.max(...off)).toBeGreaterThan(0);
  });

  it('weighs degree by sources; ranks sum to one', () => {
    const twice = networkOf([
      fact('1', { placeCode: '370503', programIds: ['p'] }),
      fact('2', { placeCode: '370503', programIds: ['p'] }),
      fact('3', { placeCode: '370502', programIds: ['p'] }),
    ]);
    const found = twice.central.nodes.map(({ node, neighbours, degree }) => [key(twice, node), neighbours, degree]);
    expect(found).toEqual([
      ['place:370502', 1, 1],
      ['place:370503', 1, 2],
      ['program:p', 2, 3],
    ]);
    expect(twice.central.nodes.map(({ betweenness }) => betweenness)).toEqual([0, 0, 1]);
    expect(twice.central.nodes.reduce((sum, { pagerank }) => sum + pagerank, 0)).toBeCloseTo(1, 4);
  });

  it('is nothing for nothing', () => {
    const empty = networkOf([]);
    expect(empty.central.nodes).toEqual([]);
    expect(empty.communities.communities).toEqual([]);
  });
});

describe('communities', () => {
  it('are those who are joined closely', () => {
    const near = (place: string, programs: readonly string[]) =>
      programs.map((p) => fact(`${place}${p}`, { placeCode: place, programIds: [p] }));
    const network = networkOf([
      ...['370502', '370503', '370505'].flatMap((place) => near(place, ['p', 'q', 'r'])),
      ...['341602', '341621', '341622'].flatMap((place) => near(place, ['x', 'y', 'z'])),
      ...near('341602', ['p']),
    ]);
    const groups = network.communities.communities.map(({ members }) => members.map((node) => key(network, node)));
    expect(groups.map((group) => group.filter((k) => k?.startsWith('program')))).toEqual([
      ['program:x', 'program:y', 'program:z'],
      ['program:p', 'program:q', 'program:r'],
    ]);
    expect(network.communities.modularity).toBeGreaterThan(0.3);
  });
});

describe('paths', () => {
  const network = networkOf([
    fact('1', { placeCode: '370503', programIds: ['弱'] }),
    fact('2', { placeCode: '341602', programIds: ['弱'] }),
    ...['3', '4', '5'].map((id) => fact(id, { placeCode: '370503', programIds: ['强'] })),
    ...['6', '7', '8'].map((id) => fact(id, { placeCode: '341602', programIds: ['强'] })),
    fact('9', { kind: 'FUNDED', by: ['370503'], unit: 'CNY', placeCode: '370503' }),
    fact('10', { kind: 'FUNDED', by: ['110101'], unit: 'CNY', placeCode: '110101' }),
  ]);
  const [from, to] = [number(network, '370503'), number(network, '341602')];

  it('go where most sources are, with the facts of every step', () => {
    const steps = network.path(from, to) ?? [];
    expect(steps.map((step) => [key(network, step.from), key(network, step.to)])).toEqual([
      ['place:370503', 'program:强'],
      ['program:强', 'place:341602'],
    ]);
    const quotes = steps.map(({ link }) => network.links[link]?.facts.map((i) => network.fact(i)?.quote));
    expect(quotes).toEqual([
      ['话3', '话4', '话5'],
      ['话6', '话7', '话8'],
    ]);
  });

  it('are the same the other way round, nothing to itself, and never lead through a kind of thing', () => {
    const back = network.path(to, from)?.map(({ link }) => link);
    expect(back).toEqual(
      network
        .path(from, to)
        ?.map(({ link }) => link)
        .reverse(),
    );
    expect(network.path(from, from)).toEqual([]);
    expect(network.path(from, number(network, '110101'))).toBeNull();
  });

  it('have an end', () => {
    const chain = Array.from({ length: 5 }, (_, i) => [
      fact(`l${i}`, { placeCode: `37050${2 + i}`, programIds: [`p${i}`] }),
      fact(`r${i}`, { placeCode: `37050${2 + i}`, programIds: [`p${i + 1}`] }),
    ]).flat();
    const long = networkOf(chain);
    expect(long.path(number(long, 'program:p0'), number(long, 'program:p4'))).toHaveLength(8);
    expect(long.path(number(long, 'program:p0'), number(long, 'program:p5'))).toBeNull();
  });
});

describe('all answers', () => {
  it('are the same whatever order facts and articles came in', () => {
    const source = generated(1500);
    const [one, other] = [new Made(source), new Made(reversed(source))];
    expect(other.nodes).toEqual(one.nodes);
    expect(other.links).toEqual(one.links);
    expect(other.together.pairs).toEqual(one.together.pairs);
    expect(other.central).toEqual(one.central);
    expect(other.communities).toEqual(one.communities);
    expect(other.funders()).toEqual(one.funders());
    const program = number(one, 'program:雪亮工程');
    expect(other.spread(program)).toEqual(one.spread(program));
    for (let i = 0; i < one.nodes.length; i += 37) expect(other.path(i, program)).toEqual(one.path(i, program));
  });

  it('draw the same numbers for the same seed', () => {
    const random = seeded(1);
    expect([random(), random()].map((x) => x.toFixed(9))).toEqual(['0.627073941', '0.002735721']);
    expect(sample(5, 9, seeded(3))).toEqual([0, 1, 2, 3, 4]);
    const drawn = sample(1000, 10, seeded(3));
    expect(new Set(drawn).size).toBe(10);
    expect(drawn).toEqual(sample(1000, 10, seeded(3)));
    expect(drawn).not.toEqual(sample(1000, 10, seeded(4)));
  });
});
