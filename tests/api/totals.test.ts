import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exactSum } from '../../src/api/sum.ts';
import type { Packet } from '../../src/citation/packet.ts';
import { verifyPacket } from '../../src/citation/verify.ts';
import type { FactTable } from '../../src/fact/table.ts';
import { totalOf, totalsOf } from '../../src/fact/total.ts';
import { totalsBy } from '../../src/fact/total-groups.ts';
import { unitCosts } from '../../src/fact/unit-cost.ts';
import { accuracy } from '../../src/score/accuracy.ts';
import { readFactTable } from '../../src/store/fact-table.ts';
import type { Answer } from './client.ts';
import { type DemoClient, demoClient } from './demo-client.ts';

let api: DemoClient;
let table: FactTable;
beforeAll(async () => {
  api = await demoClient();
  table = await readFactTable(api.archive.store);
});
afterAll(() => api.close());

async function asked(query: string, variables?: Record<string, unknown>) {
  const { data, errors } = await api.ask(query, variables);
  expect(errors).toBeUndefined();
  return data;
}

describe('total', () => {
  it('is what the command says: 3557 cameras of a city, of which 1926 are in one district and are not added', async () => {
    const { total } = await asked(`{ total(place: "370500", asset: camera) {
      measure unit figure min max upTo proven disputed sources singleSourced current
      added { totalCount nodes { min max fact { figure place { name } quote } } }
      leftOut(reason: part) { nodes { reason fact { figure place { name } } by { figure } } }
      leftOutBecause { reason facts }
      derivation { placeName figure below steps { nodes { placeName figure leftOut { nodes { reason } } } } }
      accuracy { kind precision recall articles rulesVersion }
    } }`);
    const said = totalOf(table, { kind: 'DEPLOYED', place: '370500', asset: 'camera' });
    const { measure, unit, figure, min, max, upTo, disputed } = said;
    expect(total).toMatchObject({ measure, unit, figure, min, max, upTo, disputed, proven: said.exact, current: true });
    expect(total.figure).toBe(3557);
    expect(total.added.nodes).toMatchObject([{ fact: { figure: 3557, place: { name: '东营市' } } }]);
    expect(total.leftOut.nodes).toMatchObject([
      { reason: 'part', fact: { figure: 1926, place: { name: '东营市河口区' } }, by: { figure: 3557 } },
    ]);
    expect(total.leftOutBecause.reduce((sum: number, { facts }: { facts: number }) => sum + facts, 0)).toBe(
      said.leftOut.length,
    );
    expect(total.derivation).toMatchObject({ placeName: '东营市', figure: 3557, below: 1926 });
    expect(total.derivation.steps.nodes).toMatchObject([{ placeName: '东营市河口区', figure: 0 }]);
    const measured = accuracy().kinds.find(({ kind }) => kind === 'DEPLOYED');
    expect(total.accuracy).toEqual([
      {
        kind: 'DEPLOYED',
        precision: measured?.precision,
        recall: measured?.recall,
        articles: accuracy().articles,
        rulesVersion: accuracy().rulesVersion,
      },
    ]);
  });

  it('counts copies as one source', async () => {
    const { total } = await asked(`{
      total(kind: DEPLOYED, place: "341600") { sources singleSourced added { nodes { fact { sourceCount claims { totalCount } } } } } }`);
    const [{ fact }] = total.added.nodes;
    expect(fact.claims.totalCount).toBeGreaterThan(fact.sourceCount);
    const articles = totalOf(table, { kind: 'DEPLOYED', place: '341600' }).added.flatMap((one) => one.fact.articleIds);
    expect(new Set(articles).size).toBeGreaterThan(total.sources);
    expect(total.sources).toBe(fact.sourceCount);
  });

  it('comes with a packet that proves it without the store', async () => {
    const { total } = await asked('{ total(place: "370500", asset: camera) { packet } }');
    const packet = total.packet as Packet;
    expect(packet.value.figure).toBe(3557);
    expect(verifyPacket(packet).filter(({ holds }) => !holds)).toEqual([]);
  });

  it('is a field of places and programs, one for each measure', async () => {
    const data = await asked(`{
      place(code: "370500") { totals(asset: camera) { measure figure } }
      program(id: "雪亮工程") { totals(kind: FUNDED) { measure figure } } }`);
    const of = (totals: readonly { measure: string | null; figure: number }[]) =>
      totals.map(({ measure, figure }) => ({ measure, figure }));
    expect(data.place.totals).toEqual(of(totalsOf(table, { kind: 'DEPLOYED', place: '370500', asset: 'camera' })));
    expect(data.program.totals).toEqual(of(totalsOf(table, { kind: 'FUNDED', program: '雪亮工程' })));
  });

  it('refuses what is no date', async () => {
    const { errors } = await api.ask('query ($from: PartialDate) { total(from: $from) { figure } }', {
      from: 'last year',
    });
    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });
});

describe('groups', () => {
  const KINDS = { deployments: 'DEPLOYED', spending: 'FUNDED', staffing: 'STAFFED' } as const;

  it.each(['place', 'year', 'program', 'asset'] as const)('by %s are those of the command', async (by) => {
    for (const [field, kind] of Object.entries(KINDS)) {
      const data = await asked(
        `{ ${field}(by: ${by}, first: 100) { nodes { key { placeCode year programKey asset } total { figure min max leftOut { totalCount } } } } }`,
      );
      const groups = data[field].nodes.flatMap(
        ({ key, total }: { key: Record<string, unknown>; total: { leftOut: { totalCount: number } } }) => {
          const value = key.placeCode ?? key.year ?? key.programKey ?? key.asset;
          return value === null ? [] : [{ key: String(value), ...total, leftOut: total.leftOut.totalCount }];
        },
      );
      const said = totalsBy(table, { kind }, by).map(({ key, total: { figure, min, max, leftOut } }) => ({
        ...{ key, figure, min, max, leftOut: leftOut.length },
      }));
      expect(groups).toEqual(said);
    }
  });

  it('lose no fact: each is added or left out in one group at least', async () => {
    for (const by of ['place', 'program', 'category', 'asset', 'agencyType', 'year', 'stage']) {
      const { deployments } = await asked(
        `{ deployments(by: ${by}, level: province, first: 60) { nodes { facts total { added(first: 100) { nodes { fact { id } } } leftOut(first: 100) { nodes { fact { id } } } } } } }`,
      );
      const seen = new Set<string>();
      for (const { facts, total } of deployments.nodes) {
        const all = [...total.added.nodes, ...total.leftOut.nodes];
        expect(all.length).toBe(facts);
        for (const { fact } of all) seen.add(fact.id);
      }
      expect(seen.size).toBe(table.select({ kind: 'DEPLOYED' }).length);
    }
  });

  it('by several dimensions at once, at a level, in order of size, page by page', async () => {
    const query = `query ($after: String) { deployments(by: [place, asset, stage], level: city, order: FIGURE, first: 3, after: $after) {
      totalCount pageInfo { hasNextPage endCursor } nodes { key { placeName asset stage } total { figure } } } }`;
    const nodes = [];
    for (let after: string | null = null; ; ) {
      const { deployments }: Answer['data'] = await asked(query, { after });
      nodes.push(...deployments.nodes);
      after = deployments.pageInfo.endCursor;
      if (!deployments.pageInfo.hasNextPage) {
        expect(nodes.length).toBe(deployments.totalCount);
        break;
      }
    }
    const figures = nodes.map(({ total }) => total.figure);
    expect(figures).toEqual([...figures].sort((a, b) => b - a));
    expect(nodes).toContainEqual({
      key: { placeName: '东营市', asset: 'camera', stage: 'done' },
      total: { figure: 3557 },
    });
    expect(nodes.filter(({ key }) => key.stage === 'planned').length).toBeGreaterThan(0);
  });

  it('take filters together, and the main total is of them', async () => {
    const { spending } =
      await asked(`{ spending(filter: { category: video_surveillance, stage: planned, from: "2010" }, by: agencyType) {
      total { figure packet added(first: 100) { nodes { fact { stage programs { category } } } } } nodes { facts } } }`);
    expect(spending.total.figure).toBeGreaterThan(0);
    for (const { fact } of spending.total.added.nodes) {
      expect(['planned', 'tendered', 'awarded']).toContain(fact.stage);
      expect(fact.programs.map(({ category }: { category: string }) => category)).toContain('video_surveillance');
    }
    expect(spending.total.packet).toBeNull();
  });

  it('cost as many statements for a hundred as for one, and none of the facts anew', async () => {
    const query = (first: number) =>
      `{ deployments(by: [place, year], level: county, first: ${first}) { nodes { key { place { name } } total { figure added { nodes { fact { quote place { name } } } } } } } }`;
    await asked(query(1));
    api.statements();
    await asked(query(1));
    const one = api.statements();
    await asked(query(100));
    const many = api.statements();
    expect(many).not.toContain('dumpFact');
    expect(many.length).toBeLessThanOrEqual(one.length + 2);
  });
});

describe('unitCosts', () => {
  it('are those of the command, with what is not counted and why', async () => {
    const { unitCosts: found } =
      await asked(`{ unitCosts(filter: { asset: camera }, by: [place, year], level: province, first: 100) {
      summaries { thing stage listed outliers all { count median } leftOutBecause { reason costs } }
      costs(first: 100) { nodes { yuan min max flags money { figure } bought { figure } } }
      nodes { key { placeName year } costs { totalCount } } accuracy { kind } } }`);
    const said = unitCosts(table, { asset: 'camera' });
    expect(found.costs.nodes).toEqual(
      said.map(({ yuan, min, max, flags, money, bought }) => ({
        ...{ yuan, min, max, flags },
        money: { figure: money.figure },
        bought: { figure: bought.figure },
      })),
    );
    expect(found.summaries[0]).toMatchObject({ stage: 'done', listed: 5, all: { count: 2 } });
    expect(found.summaries[0].leftOutBecause).toEqual([{ reason: 'shared', costs: 3 }]);
    expect(found.nodes).toContainEqual({ key: { placeName: '山东省', year: 2017 }, costs: { totalCount: 2 } });
    expect(found.accuracy.map(({ kind }: { kind: string }) => kind).sort()).toEqual(['DEPLOYED', 'FUNDED', 'STAFFED']);
  });
});

it('sums are exact where numbers are not', () => {
  expect(exactSum([1, 2.5])).toBe(3.5);
  expect(exactSum([2 ** 53 - 1, 1, 1, 1])).toBe(2n ** 53n + 2n);
  expect(exactSum([1, null])).toBeNull();
});
