import type { Driver } from 'neo4j-driver';
import type { Asked } from '../../src/store/hits.ts';
import { findAndCount } from '../../src/store/phrases.ts';
import type { Params } from '../../src/store/store.ts';

/** What a question is asked with. */
export type Variables = Readonly<Record<string, string | number>>;

/** What an API answers, or a row of a statement: their shapes are given by the question. */
// biome-ignore lint/suspicious/noExplicitAny: the parts of an answer are named by its query
export type Answered = any;

/** Runs a statement by the bare driver. */
export type Run = (text: string, given?: Params) => Promise<readonly Answered[]>;

/** One question, as each of the three is asked; `same` brings their answers into one form, for they must be equal. */
export interface Question {
  readonly name: string;
  readonly ours: string;
  readonly peer: string;
  /** Runs the hand-written statements. */
  readonly bare: (run: Run, asked: Variables) => Promise<readonly (readonly Answered[])[]>;
  /** What `bare`, `peer` and `ours` are asked with. */
  readonly asked: (driver: Driver) => Promise<readonly Variables[]>;
  readonly same: {
    readonly ours: (data: Answered) => unknown;
    readonly peer: (data: Answered) => unknown;
    readonly bare: (rows: readonly (readonly Answered[])[]) => unknown;
  };
}

const only =
  (text: string): Question['bare'] =>
  async (run, asked) => [await run(text, asked)];

const CLAIM = 'kind quote start end year stage count unit amountCny assetText';
const CLAIM_MAP =
  '{id: c.id, kind: c.kind, quote: c.quote, start: c.start, end: c.end, year: c.year, stage: c.stage, count: c.count, ' +
  'unit: c.unit, amountCny: c.amountCny, assetText: c.assetText';

/** Every n-th of a list, so that about `size` are left, its end included. */
function spread<T>(list: readonly T[], size: number): T[] {
  const step = Math.max(1, Math.floor(list.length / size));
  return [...list].reverse().filter((_, i) => i % step === 0);
}

async function column(driver: Driver, statement: string): Promise<string[]> {
  const { records } = await driver.executeQuery(statement);
  return records.map((record) => String(record.get(0)));
}

const program: Question = {
  name: 'a program by id with 20 claims and their articles',
  ours: `query ($id: ID!) { program(id: $id) { key name category
    claims(first: 20) { nodes { key ${CLAIM} article { key title outlet publishedOn } } } } }`,
  peer: `query ($id: String!) { programs(where: { id: { eq: $id } }) { id name category
    claims(limit: 20, sort: [{ id: ASC }]) { id ${CLAIM} articles { id title outlet publishedOn } } } }`,
  bare: only(
    `MATCH (p:Program {id: $id})
     CALL (p) {
       MATCH (p)<-[:ABOUT]-(c:Claim)
       WITH c ORDER BY c.id LIMIT 20
       MATCH (c)<-[:REPORTED]-(a:Article)
       RETURN collect(${CLAIM_MAP}, article: {id: a.id, title: a.title, outlet: a.outlet, publishedOn: a.publishedOn}}) AS claims
     }
     RETURN p.name AS name, p.category AS category, claims`,
  ),
  // The national programs, about which a great part of all claims is, come last.
  asked: async (driver) => {
    const ids = await column(
      driver,
      'MATCH (p:Program)<-[:ABOUT]-(c:Claim) WITH p.id AS id, count(c) AS claims WHERE claims >= 20 RETURN id ORDER BY id',
    );
    return [...new Set([...ids.slice(-5), ...spread(ids, 25)])].map((id) => ({ id }));
  },
  same: {
    ours: ({ program: { claims } }) => claims.nodes.map((c: Answered) => [c.key, c.quote, c.article.key]),
    peer: ({ programs: [{ claims }] }) => claims.map((c: Answered) => [c.id, c.quote, c.articles[0].id]),
    bare: ([rows = []]) => rows[0].claims.map((c: Answered) => [c.id, c.quote, c.article.id]),
  },
};

const filtered: Question = {
  name: 'a page of claims filtered by place subtree and year',
  ours: `query ($code: PlaceCode!, $year: Int!) {
    claims(first: 20, filter: { within: [$code], year: [$year] }) { nodes { key ${CLAIM} } } }`,
  peer: `query ($prefix: String!, $year: Int!) {
    claims(limit: 20, sort: [{ id: ASC }], where: { year: { eq: $year }, places: { some: { code: { startsWith: $prefix } } } }) { id ${CLAIM} } }`,
  bare: only(
    `MATCH (p:Place) WHERE p.code STARTS WITH $prefix
     MATCH (p)<-[:AT]-(c:Claim) WHERE c.year = $year
     WITH DISTINCT c ORDER BY c.id LIMIT 20
     RETURN ${CLAIM_MAP}} AS claim`,
  ),
  asked: async (driver) => {
    const of = (level: string) => column(driver, `MATCH (p:Place {level: '${level}'}) RETURN p.code ORDER BY p.code`);
    const provinces = spread(await of('province'), 8).map((code) => ({ code, prefix: code.slice(0, 2) }));
    const cities = spread(await of('city'), 24).map((code) => ({ code, prefix: code.slice(0, 4) }));
    return [...provinces, ...cities].map((place, i) => ({ ...place, year: 2010 + (i % 8) }));
  },
  same: {
    ours: ({ claims }) => claims.nodes.map((c: Answered) => [c.key, c.quote]),
    peer: ({ claims }) => claims.map((c: Answered) => [c.id, c.quote]),
    bare: ([rows = []]) => rows.map(({ claim }) => [claim.id, claim.quote]),
  },
};

const DERIVED = 'properties { factId figure min max year stage }';
const CONNECTED = ['funded', 'deployed', 'staffed', 'operates'];
const THINGS = ['fundedThings', 'deployedThings', 'staffedThings'];

const neighborhood: Question = {
  name: "an agency's neighborhood",
  ours: `query ($node: ID!) { neighborhood(id: $node, limit: 500) {
    nodes { id kind key label type depth } edges { id source target kind figure min max year stage factId } counts { kind total } } }`,
  peer: `query ($id: String!) { agencies(where: { id: { eq: $id } }) { id name type
    serves { code name level } parents { id name type } units { id name type }
    ${CONNECTED.map((name) => `${name}Connection { edges { node { id name category } ${DERIVED} } }`).join('\n')}
    ${THINGS.map((name) => `${name}Connection { edges { node { kind name } ${DERIVED} } }`).join('\n')} } }`,
  bare: only(
    `MATCH (a:Agency {id: $id})-[r:FUNDED|DEPLOYED|STAFFED|OPERATES|PART_OF|SERVES]-(m)
     RETURN type(r) AS kind, startNode(r) = a AS outwards, labels(m)[0] AS label, coalesce(m.code, m.id, m.kind) AS key,
       m.name AS name, coalesce(m.level, m.type, m.category) AS type, properties(r) AS held`,
  ),
  asked: async (driver) => {
    const ids = await column(
      driver,
      'MATCH (a:Agency)-[r:DEPLOYED]->() WITH a.id AS id, count(r) AS edges WHERE edges < 400 RETURN id ORDER BY edges, id',
    );
    return spread(ids, 30).map((id) => ({ id, node: `Agency:${id}` }));
  },
  same: {
    ours: ({ neighborhood: { edges } }) =>
      edges.map(({ factId, source, target }: Answered) => factId?.slice('Fact:'.length) ?? [source, target]).length,
    peer: ({ agencies: [a] }) =>
      a.serves.length +
      a.parents.length +
      a.units.length +
      [...CONNECTED, ...THINGS].reduce((sum, name) => sum + a[`${name}Connection`].edges.length, 0),
    bare: ([rows = []]) => rows.length,
  },
};

const FOUND = [
  ['findClaims', 'Claim', 'id', 'quote'],
  ['findArticles', 'Article', 'id', 'title'],
  ['findPlaces', 'Place', 'code', 'name'],
  ['findAgencies', 'Agency', 'id', 'name'],
  ['findPrograms', 'Program', 'id', 'name'],
  ['findOutlets', 'Outlet', 'name', 'name'],
] as const;

const LABELS = FOUND.map(([, label]) => label);
const sorted = (totals: readonly (readonly [string, number])[]) => [...totals].sort(([a], [b]) => (a < b ? -1 : 1));

/**
 * All three find what has the words just so, and count it all; ours and the driver put names before words, the peer goes by Lucene's
 * score. No better statements are known than ours: the driver alone runs them.
 */
const search: Question = {
  name: 'full-text search with facets',
  ours: `query ($text: String!) { search(text: $text, first: 20) { hits { type name score node { id } } facets { type total } } }`,
  peer: `query ($phrase: String!) {
    ${FOUND.map(([field, , key, name]) => `${field}(phrase: $phrase, first: 20, sort: [{ score: DESC }]) { totalCount edges { score node { ${key} ${name} } } }`).join('\n')} }`,
  bare: async (run, { text }) => {
    const asked: Asked = {
      engine: 'neo4j',
      read: async (statement, params) => [...(await run(statement.text, params))],
    };
    const found = await findAndCount(asked, String(text), LABELS, 20);
    return [found?.hits ?? [], [...(found?.totals ?? [])]];
  },
  asked: async () =>
    ['雪亮工程', '摄像头', '东营市公安局', '平安建设', '巡逻车', '综治办', '高清探头', '河口区', '辅警', '卡口'].map(
      (text) => ({ text, phrase: `"${text}"` }),
    ),
  same: {
    ours: ({ search: { facets } }) => sorted(facets.map((f: Answered) => [f.type, f.total])),
    peer: (data) => sorted(FOUND.map(([field, type]) => [type, data[field].totalCount])),
    bare: ([, totals = []]) => sorted(totals),
  },
};

const counts: Question = {
  name: 'programs with claim counts',
  ours: `query ($cursor: String!) { programs(first: 20, after: $cursor) { nodes { key name category claims { totalCount } } } }`,
  peer: `query ($after: String!) { programs(limit: 20, sort: [{ id: ASC }], where: { id: { gt: $after } }) {
    id name category claimsConnection { aggregate { count { nodes } } } } }`,
  bare: only(
    `MATCH (p:Program) WHERE p.id > $after
     WITH p ORDER BY p.id LIMIT 20
     RETURN p.id AS key, p.name AS name, p.category AS category, COUNT { (p)<-[:ABOUT]-(:Claim) } AS total`,
  ),
  // The last page holds the national programs.
  asked: async (driver) => {
    const ids = await column(driver, 'MATCH (p:Program) RETURN p.id ORDER BY p.id');
    return spread(ids.slice(0, -20), 20).map((after) => ({ after, cursor: cursorOf(after) }));
  },
  same: {
    ours: ({ programs: { nodes } }) => nodes.map((p: Answered) => [p.key, p.claims.totalCount]),
    peer: ({ programs }) => programs.map((p: Answered) => [p.id, p.claimsConnection.aggregate.count.nodes]),
    bare: ([rows = []]) => rows.map(({ key, total }) => [key, Number(total)]),
  },
};

/** As a page that ended with that program would give it. */
function cursorOf(id: string): string {
  return Buffer.from(JSON.stringify(['ID', id, id])).toString('base64url');
}

/** The five questions of the issue. */
export const QUESTIONS: readonly Question[] = [program, filtered, neighborhood, search, counts];
