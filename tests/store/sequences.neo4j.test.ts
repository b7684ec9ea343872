import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gazetteerDivisions } from '../../src/graph/divisions.ts';
import type { Decision } from '../../src/review/decision.ts';
import { openStore } from '../../src/store/engines.ts';
import { Loader, type ReadArticle } from '../../src/store/load.ts';
import { type CypherFile, statements } from '../../src/store/queries.ts';
import type { Store } from '../../src/store/store.ts';
import { dump } from './dump.ts';
import { type Engines, each, emptyEngines } from './engines.ts';
import { generatedArticles } from './generated-articles.ts';
import { type Known, knownOf, samples } from './samples.ts';
import { MISSING } from './servers.ts';

/** How many sequences, and where their random numbers begin; `npm run test:long` sets more. */
const RUNS = Number(process.env.XUELIANG_SEQUENCES ?? 2);
const SEED = 8;

const POOL = [...generatedArticles(90, 3)];
/** The same articles as another version of the rules might read them: some claims less, some places more. */
const REREAD = POOL.map(({ record, ...rest }): ReadArticle => {
  const [first, ...others] = record.claims;
  const claims =
    first === undefined ? [] : [{ ...first, count: 777, countMin: 777, countMax: 777 }, ...others.slice(1)];
  return { ...rest, record: { ...record, claims, agencies: record.agencies.slice(0, 1) } };
});
const EMPTIED = POOL.map(({ record, ...rest }): ReadArticle => {
  return { ...rest, record: { ...record, claims: [], agencies: [], programs: [], places: [] } };
});
const READINGS = { first: POOL, again: REREAD, nothing: EMPTIED };
const READS = statements('read').filter(({ dialect }) => dialect === 'both');

/** What is done to a store. Articles are numbers into the pool. */
type Step =
  | { readonly do: 'load'; readonly articles: readonly number[]; readonly reading: keyof typeof READINGS }
  | { readonly do: 'review'; readonly article: number; readonly claim: number; readonly verdict: number }
  | { readonly do: 'rebuild' }
  | { readonly do: 'read'; readonly statement: number };

const article = fc.nat(POOL.length - 1);
const reading = fc.constantFrom('first', 'first', 'again', 'nothing') as fc.Arbitrary<keyof typeof READINGS>;
const load = fc.record({
  do: fc.constant('load' as const),
  articles: fc.uniqueArray(article, { minLength: 1, maxLength: 12 }),
  reading,
});
const review = fc.record({ do: fc.constant('review' as const), article, claim: fc.nat(3), verdict: fc.nat(4) });
const read = fc.record({ do: fc.constant('read' as const), statement: fc.nat(READS.length - 1) });
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    { arbitrary: load, weight: 5 },
    { arbitrary: review, weight: 3 },
    { arbitrary: read, weight: 3 },
    { arbitrary: fc.constant({ do: 'rebuild' as const }), weight: 1 },
  ),
  { minLength: 3, maxLength: 12 },
);

/** What a store should hold: each article's newest reading and the decisions, in their order. */
class Model {
  readonly readings = new Map<number, ReadArticle>();
  readonly decisions: Decision[] = [];
}

/** Does a step to the engines; what they read is compared at once. */
async function step(engines: Engines, loaders: Loader[], model: Model, action: Step): Promise<void> {
  if (action.do === 'read') return compareReads(engines, READS[action.statement] as CypherFile);
  if (action.do === 'rebuild') {
    await each(engines, async (store, i) => {
      await store.reset();
      loaders[i] = await Loader.open(store, gazetteerDivisions);
    });
    return write(loaders, [...model.readings.values()], model.decisions);
  }
  if (action.do === 'review') {
    const decision = decided(action);
    if (decision === null) return;
    model.decisions.push(decision);
    return write(loaders, [], [decision]);
  }
  const read = action.articles.map((index) => [index, READINGS[action.reading][index] as ReadArticle] as const);
  for (const [index, article] of read) model.readings.set(index, article);
  return write(
    loaders,
    read.map(([, article]) => article),
    [],
  );
}

async function write(loaders: Loader[], articles: readonly ReadArticle[], decisions: readonly Decision[]) {
  for (const loader of loaders) await loader.write(articles, [], decisions);
}

/** On a claim of the article, which the store may not have yet, or on the article itself. */
function decided({ article, claim, verdict }: Extract<Step, { do: 'review' }>): Decision | null {
  const { record } = POOL[article] as ReadArticle;
  const id = record.claims[claim]?.id;
  if (verdict === 4) return { article: record.article.id, verdict: 'withdrawn', on: '2026-11-26' };
  if (id === undefined) return null;
  if (verdict === 3) return { claim: id, verdict: 'correct', set: { count: 123, countMin: 123, countMax: 123 } };
  return { claim: id, verdict: (['accept', 'reject', 'open'] as const)[verdict as 0 | 1 | 2] };
}

async function compareReads(engines: Engines, file: CypherFile): Promise<void> {
  const known: Known = await knownOf(engines[0], 5);
  for (const params of await samples(file, engines[0], known)) {
    const [embedded, ...others] = await each(engines, (store) => store.read(file, params));
    for (const other of others) expect(other, `${file.name} ${JSON.stringify(params)}`).toEqual(embedded);
  }
}

/** The graph of the same readings and decisions, loaded at once. */
async function atOnce({ readings, decisions }: Model): Promise<string[]> {
  const store: Store = await openStore('memory:');
  await (await Loader.open(store, gazetteerDivisions)).write([...readings.values()], [], decisions);
  const lines = await dump(store);
  await store.close();
  return lines;
}

describe.skipIf(MISSING !== null)(`random sequences on three engines${MISSING ? `: ${MISSING}` : ''}`, () => {
  let engines: Engines;
  beforeAll(async () => {
    engines = await emptyEngines();
  }, 180_000);
  afterAll(() => engines && each(engines, (store) => store.close()));

  it(
    'of loads, other readings, decisions, rebuilds and reads leave the same graph, as if all had come at once',
    async () => {
      let written = 0;
      const same = fc.asyncProperty(steps, async (actions) => {
        const model = new Model();
        const loaders = await each(engines, async (store) => {
          await store.reset();
          return Loader.open(store, gazetteerDivisions);
        });
        for (const action of actions) await step(engines, loaders, model, action);
        const expected = await atOnce(model);
        for (const lines of await each(engines, dump)) expect(lines).toEqual(expected);
        written += expected.length;
      });
      await fc.assert(same, { numRuns: RUNS, seed: SEED });
      expect(written).toBeGreaterThan(0);
    },
    24 * 3_600_000,
  );
});
