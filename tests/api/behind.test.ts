import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Packet } from '../../src/citation/packet.ts';
import { verifyPacket } from '../../src/citation/verify.ts';
import { gazetteerDivisions } from '../../src/graph/divisions.ts';
import { Network } from '../../src/network/network.ts';
import type { Decision } from '../../src/review/decision.ts';
import { openStore } from '../../src/store/engines.ts';
import { Loader, writeRecords } from '../../src/store/load.ts';
import { readNetwork } from '../../src/store/network.ts';
import type { Store } from '../../src/store/store.ts';
import { corpus, edges, hub } from '../store/corpus.ts';
import { article, divisions, EYES, hash, PAID } from '../store/fixture.ts';
import { type Client, clientOf } from './client.ts';

const DECISIONS: readonly Decision[] = [
  { claim: 'cam-1', verdict: 'accept', note: '核对过', on: '2026-11-26' },
  { article: hash('首报'), verdict: 'gone', on: '2026-11-26' },
];

/** 垦利县 became 垦利区 in 2016. */
const KENLI = article('垦利', { publishedOn: '2015-05-01', outlet: '东营日报' }, [
  {
    ...PAID,
    id: 'kenli',
    places: ['370521'],
    place: { code: '370521', name: '东营市垦利县' },
    actors: [],
    programs: [],
  },
]);

let store: Store;
let api: Client;
beforeAll(async () => {
  store = await openStore('memory:');
  await writeRecords(store, [...corpus(), edges(), ...hub(40)], divisions);
  await writeRecords(store, [KENLI], (code) => [...divisions(code), ...gazetteerDivisions(code)]);
  await (await Loader.open(store, divisions)).write([], [], DECISIONS);
  api = await clientOf(store);
}, 120_000);
afterAll(() => api.close());

async function data(query: string, variables?: Record<string, unknown>) {
  const { data: found, errors } = await api.ask(query, variables);
  expect(errors).toBeUndefined();
  return found;
}

describe('what stands behind a number', () => {
  it('comes with claims and facts as a packet that proves itself', async () => {
    const { claims, facts } = await data(`{
      claims(first: 100) { nodes { key citation { packet digest footnote markdown(language: en) csl bibtex } } }
      facts(first: 100) { nodes { key citation { packet digest footnote(language: en) } } }
    }`);
    // An invented claim cites no words that a rule would read; all else of a packet is derived again.
    const holds = ({ check }: { check: string }) => check === 'id' || check === 'figure';
    for (const { key, citation } of [...claims.nodes, ...facts.nodes]) {
      const packet = citation.packet as Packet;
      expect(packet.subject.id).toBe(key);
      expect(packet.digest).toBe(citation.digest);
      expect(verifyPacket(packet).filter((one) => !one.holds && !holds(one))).toEqual([]);
      expect(citation.footnote).toContain(packet.claims[0]?.quote);
    }
    const camera = claims.nodes.find(({ key }: { key: string }) => key === 'cam-1').citation;
    expect(camera.packet.decisions).toEqual([DECISIONS[0]]);
    expect(camera.csl[0]).toMatchObject({ title: '首报', 'container-title': '青石日报' });
    expect(camera.bibtex).toContain('首报');
    expect(camera.markdown).toContain('Rests on');
  });

  it('is what people decided', async () => {
    const {
      claim,
      article: published,
      node,
    } = await data(`{
      claim(id: "cam-1") { review reviews { id verdict note on claims { key } } }
      article(id: "${hash('首报')}") { state stateOn reviews { verdict article { title } claims { key } } }
      node(id: "Review:claim cam-1") { id ... on Review { key verdict holds { id } corrected } }
    }`);
    expect(claim).toEqual({
      review: 'accept',
      reviews: [
        { id: 'Review:claim cam-1', verdict: 'accept', note: '核对过', on: '2026-11-26', claims: [{ key: 'cam-1' }] },
      ],
    });
    expect(published).toEqual({
      ...{ state: 'gone', stateOn: '2026-11-26' },
      reviews: [{ verdict: 'gone', article: { title: '首报' }, claims: [] }],
    });
    expect(node).toMatchObject({ key: 'claim cam-1', verdict: 'accept', holds: null, corrected: null });
  });

  it('are facts that disagree, and by how much', async () => {
    const { conflicts } = await data(`{ conflicts { totalCount pageInfo { hasNextPage } edges { cursor } nodes {
      gap why(language: en) facts { figure claimCount period { first last dated } approx } reviews { id } } } }`);
    expect(conflicts).toMatchObject({ totalCount: 1, pageInfo: { hasNextPage: false } });
    const [{ facts, gap, why }] = conflicts.nodes;
    expect(facts).toMatchObject([
      { figure: 1926, claimCount: 2, approx: 'exact', period: { first: '2017', last: '2017' } },
      { figure: 2100 },
    ]);
    expect(gap).toBeCloseTo((2100 - 1926) / 2100, 10);
    expect(why).toContain('1926');
    const rest = await data(`{ conflicts(after: "${conflicts.edges[0].cursor}") { nodes { gap } } }`);
    expect(rest.conflicts.nodes).toEqual([]);
  });
});

describe('a program', () => {
  it('spreads as the network of the whole store has it', async () => {
    const { program } = await data(
      `query ($id: ID!) { program(id: $id) { spread(level: town) {
        level arrivals { place { code } factCount sourceCount first { from basis article { key } fact { key } } }
        undated { place { code } } above { place { code } first { from } } shared { kind what places { code } } } } }`,
      { id: EYES.id },
    );
    const network = new Network(await readNetwork(store));
    const [number = -1] = network.find(EYES.id, ['program']);
    const { arrivals, above, undated, shared } = network.spread(number, 'town');
    const codes = (places: readonly { place: { code: string } }[]) => places.map(({ place }) => place.code);
    expect(above.length + arrivals.length).toBeGreaterThan(0);
    expect(codes(program.spread.arrivals)).toEqual(codes(arrivals));
    expect(codes(program.spread.above)).toEqual(codes(above));
    expect(codes(program.spread.undated)).toEqual(codes(undated));
    expect(program.spread.shared.map(({ what }: { what: string }) => what)).toEqual(shared.map(({ what }) => what));
    expect(program.spread.arrivals.map(({ factCount }: { factCount: number }) => factCount)).toEqual(
      arrivals.map(({ facts }) => facts),
    );
  });
});

describe('a place in time', () => {
  it('is found by each code that its territory has had', async () => {
    const { claims, elsewhere, place } = await data(`{
      claims(filter: { within: "370505" }) { nodes { key } }
      elsewhere: claims(filter: { within: "370503" }) { nodes { key } }
      place(code: "370521") { name validFrom validTo successor { code name validFrom predecessors { code } } }
    }`);
    expect(claims.nodes).toEqual([{ key: 'kenli' }]);
    expect(elsewhere.nodes).toEqual([]);
    expect(place).toMatchObject({
      name: '东营市垦利县',
      validTo: expect.any(Number),
      successor: { code: '370505', name: '东营市垦利区', predecessors: [{ code: '370521' }] },
    });
  });
});

describe('statements', () => {
  const DEEP: Readonly<Record<string, string>> = {
    claims: `claims(first: N) { totalCount nodes { citation { digest footnote } reviews { verdict } fact { citation { digest } conflicts(first: 3) { nodes { claim { article { publisher { name } } } } } }
      article { outlet copies(first: 2) { nodes { title } } } actors { place { ancestors { name } } } parts(first: 2) { nodes { key } } } }`,
    facts: `facts(first: N) { nodes { partOf { key } paidFor { key } articles { publisher { name articles(first: 2) { totalCount } } }
      place { children(first: 2) { nodes { agencies(first: 2) { nodes { parent { name } } } } } } claims(first: 2) { nodes { review citation { bibtex } } } } }`,
    programs: `programs(first: N) { nodes { spread { arrivals { place { name } first { article { title } fact { key } } afterElsewhere { name } } } partOf { program { name } } claims(first: 5) { totalCount nodes { article { title } } } } }`,
    places: `places(first: N) { nodes { parent { parent { name } } claims(first: 3) { nodes { program { name } } } facts(first: 3) { nodes { claims(first: 2) { nodes { quote } } } } articles(first: 2) { totalCount } } }`,
    outlets: `outlets(first: N) { nodes { articles(first: 5) { nodes { claims(first: 5) { nodes { reviews { id } } } reviews { id } } } } }`,
  };

  it.each(Object.entries(DEEP))('are no more for many %s than for two', async (plural, query) => {
    const cost = async (first: number) => {
      api.statements();
      const found = await data(`{ ${query.replace('N', String(first))} }`);
      const statements = api.statements();
      return { size: found[plural].nodes.length as number, statements };
    };
    const [few, many] = [await cost(2), await cost(40)];
    expect(many.size).toBeGreaterThan(few.size - 1);
    expect(few.statements.length).toBeGreaterThan(2);
    // More rows have more kinds of links, and so reach more statements; none is asked once for each row.
    expect(new Set(many.statements).size + 4).toBeGreaterThanOrEqual(new Set(few.statements).size);
    for (const name of new Set(many.statements)) {
      expect(many.statements.filter((other) => other === name).length, name).toBeLessThanOrEqual(5);
    }
  });
});

describe('bad input', () => {
  it.each([
    ['{ claims(first: 101) { nodes { id } } }', /a page holds up to 100, not 101/],
    ['{ claims(after: "eHl6") { nodes { id } } }', /not a cursor that this list gave/],
    ['{ claims(filter: { within: "3705" }) { nodes { id } } }', /official code of 6, 9 or 12 digits/],
    ['{ claims(filter: { amount: { min: 5, max: 4 } }) { nodes { id } } }', /min 5 is above max 4/],
    ['{ claims(filter: { period: { from: "2018", to: "2017" } }) { nodes { id } } }', /is after to/],
    ['{ claims(filter: { period: { from: "18" } }) { nodes { id } } }', /a date is a string/],
    [`{ claims(filter: { text: "${'长'.repeat(201)}" }) { nodes { id } } }`, /at most 200 characters/],
    [`{ nodes(ids: [${'"Place:1" '.repeat(101)}]) { id } }`, /at most 100 at once/],
    ['{ nodes(ids: ["370503"]) { id } }', /no global id/],
  ])('%s is told what is wrong, and what to do', async (query, message) => {
    const { errors } = await api.ask(query);
    expect(errors?.[0]?.message).toMatch(message);
    expect(errors?.[0]?.extensions.code).toMatch(/^(BAD_USER_INPUT|GRAPHQL_VALIDATION_FAILED|LIMIT_PAGE)$/);
  });

  it('a cursor of another order is refused', async () => {
    const { claims } = await data('{ claims(first: 2, orderBy: { by: COUNT }) { pageInfo { endCursor } } }');
    const { errors } = await api.ask(`{ claims(after: "${claims.pageInfo.endCursor}") { nodes { id } } }`);
    expect(errors?.[0]?.message).toMatch(/another order/);
  });

  it('several nodes come in the order asked for, null for what there is not', async () => {
    const { nodes } = await data('{ nodes(ids: ["Claim:cam-1", "Place:000000", "Outlet:云岭网"]) { id } }');
    expect(nodes).toEqual([{ id: 'Claim:cam-1' }, null, { id: 'Outlet:云岭网' }]);
  });
});
