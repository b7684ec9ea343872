import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkInvariants } from '../../src/store/check.ts';
import { digest } from '../../src/store/digest.ts';
import type { ReadArticle } from '../../src/store/load.ts';
import { statements } from '../../src/store/queries.ts';
import { worked, workedFiles } from '../cypher/worked.ts';
import { LONG } from '../reliability/table.ts';
import { type Engines, each, emptyEngines, loadAll, readArticles } from './engines.ts';
import { generatedArticles } from './generated-articles.ts';
import { type Known, knownOf, samples } from './samples.ts';
import { driverOf, MISSING, SERVERS } from './servers.ts';
import { answerOf, FIRST, TIED } from './worked-answers.ts';

/** How many claims the generated graph has; `npm run test:long` sets 100,000. */
const CLAIMS = Number(process.env.XUELIANG_SAME_CLAIMS ?? 400);
/** Each filter is a plan to be made, on two servers: of a statement's samples the suite asks the first and every eightieth. */
const SOME = 80;
/** On a large graph a filter may take seconds on each engine; all of them are asked of the small ones. */
const EVERY = LONG ? 1 : SOME;
const DEVELOPMENT = await readArticles('../shared/articles');

describe.skipIf(MISSING !== null)(
  `the embedded engine and two versions of Neo4j${MISSING ? `: ${MISSING}` : ''}`,
  () => {
    describe('the demo corpus', () => same(async () => (await readArticles('demo/articles')) ?? []));

    const absent = DEVELOPMENT === null ? ' (skipped: ../shared/articles is not here)' : '';
    describe.skipIf(DEVELOPMENT === null)(`the development articles${absent}`, () =>
      same(async () => DEVELOPMENT ?? []),
    );

    describe(`a generated graph of ${CLAIMS} claims`, () =>
      same(async () => [...generatedArticles(CLAIMS)], CLAIMS > 10_000 ? SOME : EVERY));
  },
);

/** That every engine gives the same answers on these articles; of what filters may hold every so many is asked. */
function same(articles: () => Promise<readonly ReadArticle[]>, every = EVERY): void {
  let engines: Engines;
  let known: Known;
  beforeAll(async () => {
    engines = await emptyEngines();
    await loadAll(engines, await articles());
    known = await knownOf(engines[0]);
  }, 24 * 3_600_000);
  afterAll(() => engines && each(engines, (store) => store.close()));

  it('hold the same graph, and it keeps its promises', async () => {
    const digests = await each(engines, digest);
    expect(new Set(digests).size).toBe(1);
    for (const store of engines) expect(await checkInvariants(store)).toEqual([]);
  }, 3_600_000);

  it('answer every read statement row by row alike', async () => {
    let rows = 0;
    for (const file of statements('read').filter(({ dialect }) => dialect === 'both')) {
      const asked = (await samples(file, engines[0], known)).filter((_, i) => i % every === 0);
      for (const params of asked) {
        const [embedded, ...others] = await each(engines, (store) => store.read(file, params)).catch((cause) => {
          throw new Error(`${file.name} ${JSON.stringify(params)}`, { cause });
        });
        rows += embedded?.length ?? 0;
        for (const other of others) expect(other, `${file.name} ${JSON.stringify(params)}`).toEqual(embedded);
      }
    }
    expect(rows).toBeGreaterThan(100);
  }, 3_600_000);

  it('answer every query for Neo4j Browser alike on both versions', async () => {
    const drivers = SERVERS.map(driverOf);
    let rows = 0;
    for (const file of workedFiles()) {
      const asked = drivers.map((driver) => answerOf(driver, file, worked(file)));
      const [first, ...others] = await Promise.all(asked).catch((cause) => {
        throw new Error(`${file}: ${cause.message}`, { cause });
      });
      rows += first?.found ?? 0;
      for (const other of others) expect(other, file).toEqual(first);
    }
    await Promise.all(drivers.map((driver) => driver.close()));
    expect(rows).toBeGreaterThan(0);
    expect([...Object.keys(TIED), ...Object.keys(FIRST)].filter((file) => !workedFiles().includes(file))).toEqual([]);
  }, 3_600_000);
}
