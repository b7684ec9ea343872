import type { Driver } from 'neo4j-driver';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gazetteerDivisions } from '../../src/graph/divisions.ts';
import { writeRecords } from '../../src/store/load.ts';
import { type CypherFile, statements } from '../../src/store/queries.ts';
import { generatedArticles } from '../store/generated-articles.ts';
import { driverOf, emptied, SERVERS, type Server } from '../store/servers.ts';
import { EXCEPTIONS } from './plan-exceptions.ts';
import { faultsOf } from './plans.ts';
import { worked, workedFiles } from './worked.ts';

interface Planned {
  readonly name: string;
  readonly text: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** What has the planner choose as in use: lists are lists, what may be left out is. Of several statements each has a number. */
function planned(file: CypherFile): Planned[] {
  const value = (name: string) => file.defaults?.[name] ?? (/^(keys|rows|words)$/.test(name) ? [] : null);
  const params = Object.fromEntries(file.params.map((name) => [name, value(name)]));
  const texts = file.text.split(';').filter((text) => text.trim() !== '' && !/^\s*DROP /.test(text));
  const name = `${file.folder}/${file.name}`;
  return texts.map((text, i) => ({ name: texts.length === 1 ? name : `${name} ${i + 1}`, text, params }));
}

const QUERIES: readonly Planned[] = [
  ...statements()
    .filter((file) => file.folder !== 'schema' && file.dialect !== 'grafeo' && file.name !== 'awaitIndexes')
    .flatMap(planned),
  ...workedFiles().map((file) => ({ ...worked(file), name: `browser/${file.replace('.cypher', '')}` })),
];
const ALLOWED = new Map(EXCEPTIONS.flatMap(({ files, faults }) => files.map((file) => [file, faults] as const)));

describe.each(SERVERS)('$title', (server) => {
  describe.skipIf(server.reason !== null)('plans', () => on(server));
});

function on(server: Server): void {
  let driver: Driver;
  const found = new Map<string, readonly string[]>();

  // The planner goes by how much there is of what; an empty graph is planned otherwise.
  beforeAll(async () => {
    const store = await emptied(server);
    await writeRecords(store, generatedArticles(600), gazetteerDivisions);
    await store.close();
    driver = driverOf(server);
    await driver.executeQuery('CALL db.clearQueryCaches()');
    for (const { name, text, params } of QUERIES) found.set(name, await faultsOf(driver, text, params));
  }, 300_000);
  afterAll(() => driver?.close());

  it('start from an index and join what they find, or are excepted with a reason', () => {
    const faulty = [...found].filter(([name, faults]) => faults.length > 0 && !ALLOWED.has(name));
    expect(Object.fromEntries(faulty)).toEqual({});
  });

  it('have no exception that is not needed as it stands', () => {
    const excepted = [...ALLOWED.keys()].map((name) => [name, found.get(name)]);
    expect(Object.fromEntries(excepted)).toEqual(Object.fromEntries(ALLOWED));
  });

  it('tell an all-nodes scan, a label scan and a product', async () => {
    expect(await faultsOf(driver, 'MATCH (n) RETURN count(n.x) AS n', {})).toEqual(['AllNodesScan']);
    const product = 'MATCH (a:Asset) MATCH (b:Outlet) RETURN a.kind AS kind, b.name AS name';
    expect(await faultsOf(driver, product, {})).toEqual(['CartesianProduct', 'NodeByLabelScan']);
    const pair = 'MATCH (a:Asset {kind: $a}) MATCH (b:Outlet {name: $b}) RETURN a.kind AS kind, b.name AS name';
    expect(await faultsOf(driver, pair, { a: '', b: '' })).toEqual([]);
  });
}
