import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Network } from '../../src/network/network.ts';
import { writeRecords } from '../../src/store/load.ts';
import { readNetwork } from '../../src/store/network.ts';
import { openArchive } from '../../src/store/open-archive.ts';
import { statement } from '../../src/store/queries.ts';
import { corpus, edges, hub } from '../store/corpus.ts';
import { BUREAU, divisions, EYES } from '../store/fixture.ts';
import { type DemoClient, demoClient } from './demo-client.ts';

const NEIGHBORHOOD = `query ($id: ID!, $depth: Int! = 1, $kinds: [EdgeKind!]! = [FUNDED, DEPLOYED, STAFFED, OPERATES, PART_OF, SERVES], $limit: Int! = 100) {
  neighborhood(id: $id, depth: $depth, kinds: $kinds, limit: $limit) {
    middle { id label type } truncated counts { kind total drawn }
    nodes { id kind key label type depth node { id } }
    edges { id source target kind figure min max year stage factId fact { id figure } article { title } }
  } }`;

interface Drawn {
  readonly nodes: readonly { id: string; kind: string; label: string; depth: number; node: { id: string } | null }[];
  readonly edges: readonly {
    id: string;
    source: string;
    target: string;
    kind: string;
    figure: number | null;
    factId: string | null;
    fact: { id: string; figure: number | null } | null;
    article: { title: string } | null;
  }[];
  readonly truncated: boolean;
  readonly counts: readonly { kind: string; total: number; drawn: number }[];
}

let api: DemoClient;
beforeAll(async () => {
  const archive = await openArchive('memory:');
  await writeRecords(archive.store, [...corpus(), edges()], divisions);
  api = await demoClient(archive);
});
afterAll(() => api.close());

async function around(client: DemoClient, variables: Record<string, unknown>): Promise<Drawn> {
  const { data, errors } = await client.ask(NEIGHBORHOOD, variables);
  expect(errors).toBeUndefined();
  return data.neighborhood;
}

describe('neighborhood', () => {
  it('draws every edge of the middle, as the graph has it, with its figure and fact', async () => {
    const drawn = await around(api, { id: 'Place:990102', limit: 500 });
    const out = await api.archive.store.read(statement('dumpFromPlace'), { keys: ['990102'] });
    const derived = out.filter(({ type }) => type !== 'PART_OF');
    expect(derived.length).toBeGreaterThan(5);
    const facts = drawn.edges.flatMap(({ factId }) => factId ?? []).sort();
    expect(facts).toEqual(derived.map(({ properties }) => `Fact:${(properties as { factId: string }).factId}`).sort());
    for (const edge of drawn.edges) {
      if (edge.factId !== null) expect(edge).toMatchObject({ figure: edge.fact?.figure, fact: { id: edge.factId } });
      expect(drawn.nodes.map(({ id }) => id)).toEqual(expect.arrayContaining([edge.source, edge.target]));
      expect([edge.source, edge.target]).toContain('Place:990102');
    }
    expect(drawn.edges).toContainEqual(
      expect.objectContaining({ kind: 'PART_OF', source: 'Place:990102', target: 'Place:990100' }),
    );
    expect(drawn.edges).toContainEqual(expect.objectContaining({ kind: 'SERVES', source: `Agency:${BUREAU.id}` }));
    expect(drawn.truncated).toBe(false);
    expect(drawn.counts.reduce((sum, { total }) => sum + total, 0)).toBe(drawn.edges.length);
    expect(new Set(drawn.edges.map(({ id }) => id)).size).toBe(drawn.edges.length);
  });

  it('gives nodes that resolve, things without a node of their own, and the article of a membership', async () => {
    const drawn = await around(api, { id: `Program:${EYES.id}`, depth: 2 });
    for (const { id, kind, node } of drawn.nodes) expect(node).toEqual(kind === 'Asset' ? null : { id });
    expect(drawn.nodes.map(({ kind }) => kind)).toContain('Asset');
    expect(drawn.edges.find(({ article }) => article !== null)).toMatchObject({
      ...{ kind: 'PART_OF', target: `Program:${EYES.id}`, article: { title: '计划' } },
    });
    expect(Math.max(...drawn.nodes.map(({ depth }) => depth))).toBe(2);
  });

  it('goes along the edges that are asked for only', async () => {
    const drawn = await around(api, { id: 'Place:990102', kinds: ['PART_OF'], depth: 3 });
    expect(new Set(drawn.edges.map(({ kind }) => kind))).toEqual(new Set(['PART_OF']));
    expect(drawn.nodes.find(({ id }) => id === 'Place:990000')).toMatchObject({ depth: 2, label: '云岭省' });
  });

  it('takes a hub: no more nodes and edges than asked for, and says how many there are', async () => {
    const archive = await openArchive('memory:');
    await writeRecords(archive.store, hub(), divisions);
    const client = await demoClient(archive);
    const drawn = await around(client, { id: `Program:${EYES.id}`, depth: 3, limit: 5 });
    expect(drawn.truncated).toBe(true);
    expect(drawn.nodes.length).toBeLessThanOrEqual(5);
    expect(drawn.edges.length).toBeLessThanOrEqual(20);
    expect(drawn.counts).toEqual([{ kind: 'DEPLOYED', total: 320, drawn: 5 }]);
    await client.close();
  });

  it('costs one statement for each kind of node in a step, whatever their number', async () => {
    api.statements();
    const asked =
      'query ($id: ID!) { neighborhood(id: $id) { middle { label } nodes { label } edges { kind factId } } }';
    expect((await api.ask(asked, { id: `Program:${EYES.id}` })).data.neighborhood.middle.label).toBe(EYES.name);
    expect(api.statements()).toEqual(['edgesOfPrograms']);
    await around(api, { id: `Program:${EYES.id}`, depth: 3, limit: 500 });
    const read = api.statements().filter((name) => name.startsWith('edges'));
    expect(new Set(read).size).toBe(4);
    expect(read.length).toBeLessThanOrEqual(12);
  });

  it('reads a node by itself only where no edge says what it is', async () => {
    api.statements();
    const drawn = await around(api, { id: 'Place:990102', kinds: ['DEPLOYED'], depth: 1 });
    expect(drawn.nodes[0]).toMatchObject({ id: 'Place:990102', label: '青石市东河区', type: 'county', depth: 0 });
    const alone = await around(api, { id: `Program:${EYES.id}`, kinds: ['SERVES'] });
    expect(alone).toMatchObject({
      nodes: [{ id: `Program:${EYES.id}`, label: EYES.name, type: EYES.category }],
      edges: [],
    });
  });

  it('refuses what is too much, or never drawn; null for what the store lacks', async () => {
    for (const wrong of [
      { id: 'Place:990102', depth: 4 },
      { id: 'Place:990102', limit: 501 },
      { id: 'Claim:pay-1' },
      { id: '990102' },
    ]) {
      const { errors } = await api.ask(NEIGHBORHOOD, wrong);
      expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    }
    expect(await around(api, { id: 'Place:1' })).toBeNull();
  });
});

describe('path', () => {
  const PATH = `query ($from: ID!, $to: ID!) { path(from: $from, to: $to) { current nodes { id label node { id } }
    steps { from { id } to { id } roles sources factCount facts(first: 100) { id quote } } } }`;

  it('is that of the command, with the words of each step', async () => {
    const network = new Network(await readNetwork(api.archive.store));
    const key = (number: number) =>
      network.nodes[number]?.key.replace(/^\w+/, (kind) => kind[0]?.toUpperCase() + kind.slice(1));
    const ends = [network.find(BUREAU.id)[0] ?? -1, network.find(EYES.id)[0] ?? -1] as const;
    const said = network.path(...ends);
    expect(said).not.toBeNull();
    const { data, errors } = await api.ask(PATH, { from: `Agency:${BUREAU.id}`, to: EYES.name });
    expect(errors).toBeUndefined();
    expect(data.path.steps).toMatchObject(
      (said ?? []).map(({ from, to, link }) => ({
        from: { id: key(from) },
        to: { id: key(to) },
        roles: network.links[link]?.roles,
        sources: network.links[link]?.sources,
        factCount: network.links[link]?.facts.length,
      })),
    );
    expect(data.path.nodes.length).toBe(data.path.steps.length + 1);
    for (const { factCount, facts } of data.path.steps) {
      expect(facts.length).toBe(factCount);
      for (const { quote } of facts) expect(quote).not.toBe('');
    }
  });

  it('of a node to itself has no steps; of names that are none or several is refused with candidates', async () => {
    expect((await api.ask(PATH, { from: EYES.id, to: EYES.id })).data.path).toMatchObject({ steps: [], current: true });
    const none = await api.ask(PATH, { from: '天上人间', to: EYES.id });
    expect(none.errors?.[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
    const several = await api.ask(PATH, { from: '东河', to: EYES.id });
    expect(several.errors?.[0]?.message).toContain(`Agency:${BUREAU.id}`);
  });
});
