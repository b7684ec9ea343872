import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeRecords } from '../../src/store/load.ts';
import { statement } from '../../src/store/queries.ts';
import type { Row, Store, Value } from '../../src/store/store.ts';
import { corpus, edges, hub } from '../store/corpus.ts';
import { article, BUREAU, divisions, EAST_ACTS, EYES, hash, LOCAL, OFFICE } from '../store/fixture.ts';
import { type Client, clientOf } from './client.ts';

type Test = (node: Row) => boolean;
/** A condition: how a client writes it, and what it means, said once more without Cypher. */
interface Condition {
  readonly input: Readonly<Record<string, unknown>>;
  readonly test: Test;
}

const list = (value: Value | undefined): readonly Value[] => (Array.isArray(value) ? value : []);
const isIn = (values: readonly unknown[], value: unknown): boolean => values.includes(value ?? null);
const below = (area: string, code: string): boolean =>
  code === area || code.startsWith(area.includes('/') ? `${area}/` : area.replace(/(00){1,2}$/, ''));
const LEVELS: Readonly<Record<string, string>> = { '990102': 'county', '990103': 'county', '990102001/新村': 'zone' };
const CATEGORIES: Readonly<Record<string, string>> = { [EYES.id]: EYES.category, [LOCAL.id]: LOCAL.category };

function range(value: Value | undefined, min: number | null, max: number | null, unknown: string): boolean {
  if (value === null || value === undefined) return unknown !== 'EXCLUDE';
  return unknown !== 'ONLY' && (min === null || Number(value) >= min) && (max === null || Number(value) <= max);
}

/** First and last day that partial dates mean. */
const first = (date: string): string => `${date}-00-00`.slice(0, 10);
const last = (date: string): string => `${date}-99-99`.slice(0, 10);

function some<T>(...values: T[]): fc.Arbitrary<T[]> {
  return fc.subarray(values, { minLength: 1 });
}

const RANGE = fc
  .record({
    min: fc.constantFrom(null, 12, 150, 50_000, 66_000_000),
    max: fc.constantFrom(null, 400, 2000, 170_000, 66_500_000),
    unknown: fc.constantFrom('INCLUDE', 'EXCLUDE', 'ONLY'),
  })
  .filter(({ min, max }) => min === null || max === null || min <= max);
const PERIOD = fc.record({
  from: fc.constantFrom(null, '2017', '2019-03', '2019-02-11'),
  to: fc.constantFrom(null, '2019-06', '2020', '2021-01-01'),
  unknown: fc.constantFrom('INCLUDE', 'EXCLUDE', 'ONLY'),
});

function of(name: string, values: fc.Arbitrary<unknown[]>, test: (values: readonly unknown[], node: Row) => boolean) {
  return values.map((given): Condition => ({ input: { [name]: given }, test: (node) => test(given, node) }));
}

const SHARED = [
  of('kind', some('FUNDED', 'DEPLOYED', 'STAFFED', 'OPERATES', 'OUTCOME'), (v, n) => isIn(v, n.kind)),
  of('year', some(2017, 2019, 2020), (v, n) => isIn(v, n.year)),
  of('asset', some('camera', 'alarm', 'assistant_police'), (v, n) => isIn(v, n.asset)),
  of('stage', some('planned', 'done', 'building'), (v, n) => isIn(v, n.stage)),
  of('scope', some('of_which', 'new'), (v, n) => isIn(v, n.scope)),
  of('approx', some('exact', 'over', 'range'), (v, n) => isIn(v, n.approx)),
  of('program', some(EYES.id, LOCAL.id, 'nothing'), (v, n) => list(n.programIds).some((id) => isIn(v, id))),
  of('category', some('campaign', 'video_surveillance'), (v, n) =>
    list(n.programIds).some((id) => isIn(v, CATEGORIES[String(id)])),
  ),
  of('actor', some('990102', OFFICE.id, `Agency:${BUREAU.id}`), (v, n) =>
    list(n.actorRefs).some((ref) =>
      isIn(
        v.map((id) => String(id).replace('Agency:', '')),
        ref,
      ),
    ),
  ),
  of('agencyType', some('zongzhi', 'public_security'), (v, n) =>
    list(n.actorRefs).some((ref) => v.some((type) => String(ref).includes(`/${type}/`))),
  ),
  fc.constantFrom('探头', '东河', '报').map(
    (text): Condition => ({
      input: { text },
      test: (n) => String(n.quote).includes(text),
    }),
  ),
];

const CLAIM = [
  ...SHARED,
  of('place', some('990102', '990103', '990102001/新村'), (v, n) => list(n.placeCodes).some((c) => isIn(v, c))),
  of('within', some('990000', '990102001', '990103', '990102001/新村'), (v, n) =>
    list(n.placeCodes).some((c) => v.some((area) => below(String(area), String(c)))),
  ),
  of('level', some('county', 'zone', 'town'), (v, n) => list(n.placeCodes).some((c) => isIn(v, LEVELS[String(c)]))),
  of('article', some(hash('首报'), hash('汇总'), hash('通讯3')), (v, n) => isIn(v, n.articleId)),
  of('outlet', some('青石日报', '法治周刊'), (v, n) => isIn(v, OUTLETS.get(String(n.articleId)))),
  fc
    .record({
      field: fc.option(some('figure', 'place', 'stage')),
      within: fc.constantFrom('clause', 'paragraph', 'document'),
    })
    .map(
      ({ field, within }): Condition => ({
        input: { evidence: { within, ...(field === null ? {} : { field }) } },
        test: (n) => {
          const near = ['clause', 'sentence', 'paragraph', 'heading', 'document'];
          const fields = list(n.evidenceFields);
          const looked = field ?? fields;
          return looked.every((f) => {
            const i = fields.indexOf(f);
            return i >= 0 && near.indexOf(String(list(n.evidenceFroms)[i])) <= near.indexOf(within);
          });
        },
      }),
    ),
  RANGE.map(
    (amount): Condition => ({
      input: { amount },
      test: (n) => range(n.amountCny, amount.min, amount.max, amount.unknown),
    }),
  ),
  RANGE.map(
    (count): Condition => ({ input: { count }, test: (n) => range(n.count, count.min, count.max, count.unknown) }),
  ),
  of('count', fc.constant(['个', '%']), (v, n) => (n.count ?? null) !== null && isIn(v, n.unit)).map(
    ({ input, test }): Condition => ({ input: { count: { unit: input.count } }, test }),
  ),
  PERIOD.map(
    (period): Condition => ({
      input: { period },
      test: (n) => {
        const from = n.from ?? n.asOf ?? n.to ?? null;
        const to = n.to ?? n.asOf ?? n.from ?? null;
        if (from === null) return period.unknown !== 'EXCLUDE';
        if (period.unknown === 'ONLY') return false;
        const begins = period.to === null || first(String(from)) <= last(period.to);
        return begins && (period.from === null || last(String(to)) >= first(period.from));
      },
    }),
  ),
];

const FACT = [
  ...SHARED,
  of('place', some('990102', '990103', '990102001/新村'), (v, n) => isIn(v, n.placeCode)),
  of('within', some('990000', '990102001', '990103'), (v, n) =>
    v.some((area) => below(String(area), String(n.placeCode))),
  ),
  of('article', some(hash('首报'), hash('汇总')), (v, n) => list(n.articleIds).some((id) => isIn(v, id))),
  fc.boolean().map((disputed): Condition => ({ input: { disputed }, test: (n) => n.disputed === disputed })),
  fc.boolean().map((part): Condition => ({ input: { part }, test: (n) => n.part === part })),
  fc.constantFrom(1, 2).map(
    (minSources): Condition => ({
      input: { minSources },
      test: (n) => Number(n.sources) >= minSources,
    }),
  ),
  RANGE.map(
    (amount): Condition => ({
      input: { amount },
      test: (n) => range(n.unit === 'CNY' ? n.figure : null, amount.min, amount.max, amount.unknown),
    }),
  ),
];

const OUTLETS = new Map<string, unknown>();

const ORDERS: Readonly<Record<string, Readonly<Record<string, (n: Row) => Value | undefined>>>> = {
  claims: {
    ID: (n) => n.id,
    AMOUNT: (n) => n.amountCny,
    COUNT: (n) => n.count,
    DATE: (n) => n.from ?? n.asOf ?? n.to,
  },
  facts: {
    ID: (n) => n.id,
    AMOUNT: (n) => (n.unit === 'CNY' ? n.figure : null),
    COUNT: (n) => (n.unit === 'CNY' ? null : n.figure),
    DATE: (n) => (n.first === '' ? null : n.first),
    SOURCES: (n) => n.sources,
  },
};

function sorted(nodes: readonly Row[], rank: (n: Row) => Value | undefined, direction: string): Row[] {
  const less = (a: Value | undefined, b: Value | undefined) =>
    Number((a as number) > (b as number)) - Number((a as number) < (b as number));
  return [...nodes].sort((a, b) => {
    const [x, y] = [rank(a) ?? null, rank(b) ?? null];
    if (x === null || y === null) return Number(x === null) - Number(y === null) || less(a.id, b.id);
    return (direction === 'DESC' ? less(y, x) : less(x, y)) || less(a.id, b.id);
  });
}

async function dumped(store: Store, query: string): Promise<Row[]> {
  const nodes: Row[] = [];
  for (let after = ''; ; ) {
    const rows = await store.read(statement(query), { after });
    nodes.push(...rows.map((row) => row.properties as Row));
    const end = rows.at(-1);
    if (end === undefined) return nodes;
    after = String(end.key);
  }
}

interface Case {
  readonly filter: object;
  readonly orderBy: { readonly by: string; readonly direction: string };
  readonly passes: Test;
}

/** How many lists one request asks for. */
const AT_ONCE = 8;

function caseOf(given: readonly Condition[], orderBy: Case['orderBy']): Case {
  const last = [...new Map(given.map((one) => [Object.keys(one.input).join(), one])).values()];
  const filter = Object.assign({}, ...last.map(({ input }) => input));
  return { filter, orderBy, passes: (node) => last.every(({ test }) => test(node)) };
}

function questions(plural: string, type: string, size: number): string {
  const each = Array.from({ length: size }, (_, i) => i);
  const heads = each.map((i) => `$filter${i}: ${type}Filter, $orderBy${i}: ${type}Order`).join(', ');
  const lists = each.map(
    (i) => `list${i}: ${plural}(first: 100, filter: $filter${i}, orderBy: $orderBy${i}) { totalCount nodes { key } }`,
  );
  return `query (${heads}) { ${lists.join(' ')} }`;
}

function variables(cases: readonly Case[]): Record<string, unknown> {
  return Object.assign(
    {},
    ...cases.map(({ filter, orderBy }, i) => ({ [`filter${i}`]: filter, [`orderBy${i}`]: orderBy })),
  );
}

/** What lists of either engine must do. `open` gives an empty store; each condition is tried `each` times by itself. */
export function listContract(open: () => Promise<Store>, each: number): void {
  describe('lists', () => {
    let store: Store;
    let api: Client;
    const nodes: Record<string, Row[]> = {};

    beforeAll(async () => {
      store = await open();
      await writeRecords(store, [...corpus(), edges(), ...hub(30)], divisions);
      for (const [plural, label] of [
        ['claims', 'Claim'],
        ['facts', 'Fact'],
        ['articles', 'Article'],
      ] as const) {
        nodes[plural] = await dumped(store, `dump${label}`);
      }
      for (const { id, outlet } of nodes.articles ?? []) OUTLETS.set(String(id), outlet);
      api = await clientOf(store);
    }, 180_000);
    afterAll(() => api.close());

    it.each([
      ['claims', 'Claim', CLAIM],
      ['facts', 'Fact', FACT],
    ] as const)(
      'of %s hold exactly what plain filtering lets through, in the order asked for',
      async (plural, type, kinds) => {
        const order = fc.record({
          by: fc.constantFrom(...Object.keys(ORDERS[plural] ?? {})),
          direction: fc.constantFrom('ASC', 'DESC'),
        });
        const sample = <T>(arbitrary: fc.Arbitrary<T>, size: number) =>
          fc.sample(arbitrary, { numRuns: size, seed: 20261126 });
        // Each condition by itself, so that none is missed, and several together.
        const alone = kinds.flatMap((kind) => sample(kind, each).map((one) => [one]));
        const together = sample(fc.array(fc.oneof(...kinds), { minLength: 2, maxLength: 3 }), each * 5);
        const orders = sample(order, alone.length + together.length);
        const cases = [...alone, ...together].map((given, i) =>
          caseOf(given, orders[i] ?? { by: 'ID', direction: 'ASC' }),
        );
        const seen = new Set<number>();
        for (let i = 0; i < cases.length; i += AT_ONCE) {
          const asked = cases.slice(i, i + AT_ONCE);
          const { data, errors } = await api.ask(questions(plural, type, asked.length), variables(asked));
          expect(errors).toBeUndefined();
          for (const [j, { filter, orderBy, passes }] of asked.entries()) {
            const passing = (nodes[plural] ?? []).filter(passes);
            const rank = ORDERS[plural]?.[orderBy.by] ?? (() => null);
            const expected = sorted(passing, rank, orderBy.direction).map((node) => node.id);
            const found = data[`list${j}`];
            expect(
              found.nodes.map((node: { key: string }) => node.key),
              JSON.stringify({ filter, orderBy }),
            ).toEqual(expected);
            expect(found.totalCount).toBe(expected.length);
            seen.add(expected.length);
          }
        }
        // Filters that let nothing or everything through would prove nothing.
        expect(seen.size).toBeGreaterThan(5);
      },
      300_000,
    );
  });

  it('say of each node how many claims it has, in as many statements for a hundred as for one', async () => {
    const store = await open();
    await writeRecords(store, [...corpus(), edges(), ...hub(30)], divisions);
    const api = await clientOf(store);
    const claims = await dumped(store, 'dumpClaim');
    for (const [plural, named] of [
      ['programs', 'programIds'],
      ['agencies', 'actorRefs'],
      ['places', 'placeCodes'],
    ] as const) {
      const page = async (first: number) => {
        const query = `query ($first: Int!) { list: ${plural}(first: $first) { nodes { id claims { totalCount } } } }`;
        const { data, errors } = await api.ask(query, { first });
        expect(errors).toBeUndefined();
        return { nodes: data.list.nodes as { id: string; claims: { totalCount: number } }[], cost: api.statements() };
      };
      const [one, all] = [await page(1), await page(100)];
      expect(all.cost).toEqual(one.cost);
      expect(all.cost.length).toBe(store.engine.name === 'neo4j' ? 1 : 2);
      for (const { id, claims: counted } of all.nodes) {
        const key = id.slice(id.indexOf(':') + 1);
        const own = claims.filter((claim) => list(claim[named]).includes(key));
        expect(counted.totalCount, id).toBe(own.length);
      }
      expect(Math.max(...all.nodes.map((node) => node.claims.totalCount))).toBeGreaterThan(1);
    }
    await api.close();
  }, 60_000);

  describe('a list that grows while it is read', () => {
    it.each(['ID', 'COUNT', 'DATE'])(
      'repeats and loses none of what was there, by %s',
      async (by) => {
        const store = await open();
        const api = await clientOf(store);
        await writeRecords(store, hub(20), divisions);
        const before = (await dumped(store, 'dumpClaim')).map((node) => String(node.id));
        const query = `query ($after: String) { claims(first: 4, after: $after, orderBy: { by: ${by}, direction: DESC }) {
        nodes { key } pageInfo { hasNextPage endCursor } } }`;
        const seen: string[] = [];
        for (let after: string | null = null, page = 0; ; page++) {
          const { data, errors }: Awaited<ReturnType<Client['ask']>> = await api.ask(query, { after });
          expect(errors).toBeUndefined();
          seen.push(...data.claims.nodes.map((node: { key: string }) => node.key));
          if (!data.claims.pageInfo.hasNextPage) break;
          after = data.claims.pageInfo.endCursor;
          await writeRecords(store, [newcomer(page)], divisions);
        }
        await api.close();
        expect(new Set(seen).size).toBe(seen.length);
        expect(before.filter((key) => !seen.includes(key))).toEqual([]);
        expect(seen.length).toBeGreaterThan(before.length - 1);
      },
      60_000,
    );
  });
}

/** An article whose figures rank first, last and amid those of the others. */
function newcomer(page: number) {
  const told = [1, 105, 999].map((count) => ({
    ...{ kind: 'DEPLOYED' as const, words: `新增${page}批${count}个`, asset: 'alarm' as const, ...EAST_ACTS },
    ...{ count, countMin: count, countMax: count, unit: '个', from: `20${10 + page}`, year: 2010 + page },
  }));
  return article(`插入${page}`, { publishedOn: '2021-01-01', outlet: '青石日报' }, told);
}
