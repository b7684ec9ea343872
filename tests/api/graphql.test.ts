import { getIntrospectionQuery } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BUREAU, EYES } from '../store/fixture.ts';
import { type Client, client } from './client.ts';

let api: Client;
beforeAll(async () => {
  api = await client();
});
afterAll(() => api.close());

describe('GraphQL', () => {
  it('answers who paid how much for what, with the words and where they were published', async () => {
    const { data, errors } = await api.ask(`{
      claims(filter: { kind: FUNDED, year: 2017 }) { totalCount nodes {
        id key amountCny amountMin amountMax approx quote start end
        actors { type name place { code name parent { name } } agency { name } }
        evidence { field start end from text }
        paysFor { count unit asset } program { name nameEn } article { title outlet } fact { sourceCount disputed }
      } }
    }`);
    expect(errors).toBeUndefined();
    expect(data.claims.totalCount).toBe(3);
    const paid = data.claims.nodes.find((claim: { key: string }) => claim.key === 'pay-1');
    expect(paid).toMatchObject({
      ...{ id: 'Claim:pay-1', amountCny: 66_000_000, amountMax: 67_000_000, approx: 'over', start: 0 },
      quote: '东河区投资6600余万元建设雪亮工程',
      actors: [{ type: 'place', place: { code: '990102', parent: { name: '青石市' } }, agency: null }],
      paysFor: { count: 1926, unit: '个', asset: 'camera' },
      program: { name: '雪亮工程', nameEn: EYES.nameEn },
      article: { title: '首报', outlet: '青石日报' },
    });
    expect(paid.evidence).toEqual([{ field: 'figure', start: 0, end: 18, from: 'clause', text: paid.quote }]);
  });

  it('walks from places, agencies and programs to what concerns them', async () => {
    const { data, errors } = await api.ask(
      `query ($agency: ID!, $program: ID!) {
        place(code: "990102001/新村") { level name ancestors { name } claims { nodes { count unit } } articles { totalCount } }
        agency(id: $agency) { type aliases place { name } claims { nodes { kind program { name partOf { program { name } start end article { title } } } } } }
        program(id: $program) { category claims(first: 2) { totalCount pageInfo { hasNextPage } } parts { nodes { name } } facts { totalCount } }
      }`,
      { agency: BUREAU.id, program: `Program:${EYES.id}` },
    );
    expect(errors).toBeUndefined();
    expect(data.place.ancestors.map((place: { name: string }) => place.name)).toEqual([
      ...['青石市东河区柳镇', '青石市东河区', '青石市', '云岭省'],
    ]);
    expect(data.place).toMatchObject({ claims: { nodes: [{ count: 320, unit: '名' }] }, articles: { totalCount: 1 } });
    expect(data.agency).toMatchObject({
      ...{ type: 'public_security', aliases: BUREAU.aliases, place: { name: '青石市东河区' } },
      claims: { nodes: [{ kind: 'OPERATES', program: { name: '平安东河' } }] },
    });
    const [member] = data.agency.claims.nodes[0].program.partOf;
    expect(member).toEqual({ program: { name: '雪亮工程' }, start: 3, end: 9, article: { title: '计划' } });
    expect(data.program).toMatchObject({
      ...{ category: 'video_surveillance', parts: { nodes: [{ name: '平安东河' }] } },
      claims: { totalCount: 8, pageInfo: { hasNextPage: true } },
    });
  });

  it('shows facts that conflict, counted by independent sources, and copies as copies', async () => {
    const { data, errors } = await api.ask(`{
      facts(filter: { disputed: true, kind: DEPLOYED }) { nodes {
        figure unit sourceCount claim { quote } claims { totalCount } conflicts { nodes { figure } } } }
      articles(filter: { title: "转载" }) { nodes { copyOf { title copies { nodes { title } } } } }
    }`);
    expect(errors).toBeUndefined();
    const facts = data.facts.nodes.sort((a: { figure: number }, b: { figure: number }) => a.figure - b.figure);
    expect(facts).toMatchObject([
      { figure: 1926, unit: '个', sourceCount: 1, claims: { totalCount: 2 }, conflicts: { nodes: [{ figure: 2100 }] } },
      { figure: 2100, claim: { quote: '建成探头2100个' }, conflicts: { nodes: [{ figure: 1926 }] } },
    ]);
    expect(data.articles.nodes).toEqual([{ copyOf: { title: '首报', copies: { nodes: [{ title: '转载' }] } } }]);
  });

  it('pages through a list and through a relation without losing or repeating anything', async () => {
    const all = (await api.ask('{ claims(first: 100) { nodes { id } } }')).data.claims.nodes;
    const root =
      'query ($after: String) { list: claims(first: 3, after: $after) { totalCount edges { cursor node { id } } pageInfo { hasNextPage endCursor } } }';
    expect((await pages(root)).map((edge) => edge.node)).toEqual(all);
    const related =
      'query ($after: String) { place(code: "990102") { list: claims(first: 3, after: $after) { totalCount edges { cursor node { id } } pageInfo { hasNextPage endCursor } } } }';
    const here = await pages(related);
    expect(new Set(here.map((edge) => edge.node.id)).size).toBe(here.length);
    expect(here.length).toBeGreaterThan(6);
  });

  async function pages(query: string): Promise<{ cursor: string; node: { id: string } }[]> {
    const edges = [];
    const totals = new Set<number>();
    for (let after: string | null = null; ; ) {
      const { data, errors }: Awaited<ReturnType<Client['ask']>> = await api.ask(query, { after });
      expect(errors).toBeUndefined();
      const list = data.list ?? data.place.list;
      edges.push(...list.edges);
      totals.add(list.totalCount);
      expect(list.pageInfo.endCursor).toBe(list.edges.at(-1).cursor);
      if (!list.pageInfo.hasNextPage) break;
      after = list.pageInfo.endCursor;
    }
    expect([...totals]).toEqual([edges.length]);
    return edges;
  }

  it('finds by words, and takes the words for words', async () => {
    const { data } = await api.ask(
      '{ search(text: "雪亮工程", first: 5) { hits { type name node { id ... on Program { nameEn } } } facets { type total capped } } }',
    );
    expect(data.search.hits[0]).toMatchObject({
      type: 'Program',
      node: { id: 'Program:雪亮工程', nameEn: EYES.nameEn },
    });
    expect(data.search.facets[0]).toEqual({ type: 'Claim', total: 2, capped: false });
    expect((await api.ask('{ search(text: "\\" AND ( [*:", first: 5) { hits { name } } }')).errors).toBeUndefined();
    expect((await api.ask('{ search(text: "", first: 5) { hits { name } } }')).data.search.hits).toEqual([]);
  });

  it('resolves every global id that it gives out, and null for one that the store lacks', async () => {
    const lists = ['places', 'agencies', 'programs', 'articles', 'claims', 'facts'];
    const { data } = await api.ask(`{ ${lists.map((list) => `${list}(first: 100) { nodes { id } }`).join(' ')} }`);
    const ids: string[] = lists.flatMap((list) => data[list].nodes.map((node: { id: string }) => node.id));
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) {
      const answer = await api.ask('query ($id: ID!) { node(id: $id) { id __typename } }', { id });
      expect(answer.data.node).toEqual({ id, __typename: id.split(':')[0] });
    }
    expect((await api.ask('{ node(id: "Place:0") { id } place(code: "999999") { id } }')).data).toEqual({
      node: null,
      place: null,
    });
  });

  it('costs as many statements for a hundred rows as for one', async () => {
    const query = (first: number) => `{ claims(first: ${first}) { nodes {
      article { title outlet claims(first: 2) { nodes { place { name parent { name } } } } }
      actors { agency { name } place { name } } programs { name partOf { program { name } } } fact { claims { nodes { quote } } }
    } } }`;
    api.statements();
    expect((await api.ask(query(1))).errors).toBeUndefined();
    const one = api.statements();
    const all = await api.ask(query(100));
    expect(all.errors).toBeUndefined();
    expect(all.data.claims.nodes.length).toBeGreaterThan(10);
    const many = api.statements();
    expect(one.length).toBeGreaterThan(5);
    // What is asked for at several depths may be read once for each depth, never once for each row.
    for (const name of new Set(many))
      expect(many.filter((other) => other === name).length, name).toBeLessThanOrEqual(6);
    expect(many.length).toBeLessThanOrEqual(24);
  });

  it('reads of claims what is asked for: each field alone says what it says among all', async () => {
    const places = [
      'place { code name }',
      'places { code }',
      'actors { type name place { code } agency { key } }',
      'recipient { type name place { code } agency { key } }',
    ];
    const plain =
      `key event kind quote start end review asset assetText counted count countMin countMax unit amountCny amountMin amountMax approx stage scope from to asOf year dateText rule rulesVersion`.split(
        ' ',
      );
    const nested = [
      'context { before after }',
      'evidence { field start end from text }',
      'citation { digest }',
      'reviews { id }',
      'article { key title }',
      'agency { key }',
      'programs { key }',
      'program { name }',
      'partOf { key }',
      'fact { key }',
      'parts { nodes { key } }',
      'paysFor { key }',
      'supersedes { key }',
    ];
    const fields = [...plain, ...nested, ...places];
    const type = (await api.ask('{ __type(name: "Claim") { fields { name } } }')).data.__type.fields;
    const named = new Set(['id', ...fields.map((field) => field.split(' ')[0])]);
    expect(new Set(type.map(({ name }: { name: string }) => name))).toEqual(named);
    const page = async (asked: string) =>
      (await api.ask(`{ claims(first: 60) { nodes { ${asked} } } }`)).data.claims.nodes;
    expect((await api.ask(`{ claims(first: 60) { nodes { id ${fields.join(' ')} } } }`)).errors).toBeUndefined();
    const whole = await page(`id ${fields.join(' ')}`);
    const known = (claim: Record<string, unknown>, name: string) => claim[name] !== null && claim[name] !== undefined;
    for (const field of fields) {
      const name = field.split(' ')[0] ?? '';
      const alone = await page(field);
      expect(alone.map((claim: Record<string, unknown>) => claim[name])).toEqual(
        whole.map((claim: Record<string, unknown>) => claim[name]),
      );
    }
    expect(
      fields.filter((field) => whole.some((claim: Record<string, unknown>) => known(claim, field.split(' ')[0] ?? '')))
        .length,
    ).toBeGreaterThan(30);
  });

  it('reads a program with the page of its claims, and neither where it is not there', async () => {
    const asked =
      '($id: ID!, $first: Int) { program(id: $id) { name claims(first: $first) { nodes { key article { title } } } } }';
    const { data } = await api.ask(`query ${asked}`, { id: EYES.id, first: 3 });
    expect(data.program.name).toBe(EYES.name);
    expect(data.program.claims.nodes).toHaveLength(3);
    expect((await api.ask(`query ${asked}`, { id: 'nowhere' })).data.program).toBeNull();
    expect((await api.ask(`query ${asked}`, { id: EYES.id, first: -1 })).errors?.[0]?.extensions?.code).toBe(
      'BAD_USER_INPUT',
    );
  });

  it('says what the store holds', async () => {
    const { data } = await api.ask('{ stats { engine { name } articles claims claimsByKind { kind total } } }');
    expect(data.stats).toMatchObject({ engine: { name: 'grafeo' }, articles: 5, claims: 11 });
    const sum = data.stats.claimsByKind.reduce((total: number, kind: { total: number }) => total + kind.total, 0);
    expect(sum).toBe(11);
  });

  it('answers a whole introspection', async () => {
    expect((await api.ask(getIntrospectionQuery())).data.__schema.queryType.name).toBe('Query');
  });
});
