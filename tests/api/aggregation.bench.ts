import { bench, describe } from 'vitest';
import { type AggregationArgs, aggregated } from '../../src/api/aggregation.ts';
import type { Context } from '../../src/api/context.ts';
import { footprintsOf } from '../../src/fact/footprint.ts';
import { FactTable } from '../../src/fact/table.ts';
import type { TotalKind } from '../../src/fact/total.ts';
import { generatedFacts } from '../fact/generated.ts';

const SIZE = 200_000;
const RUNS = 9;

/** Facts held in memory, as `Projections` gives them; nothing else of a request is used. */
const table = new FactTable(generatedFacts(SIZE));
footprintsOf(table);
const categories = new Map([
  ['雪亮工程', 'video_surveillance'],
  ['天网工程', 'video_surveillance'],
  ['平安建设', 'campaign'],
]);
const held = { value: { facts: table, copies: new Map<string, string>(), categories }, isCurrent: true };

interface Answered {
  readonly nodes: readonly { readonly total: () => Promise<{ readonly total: { readonly figure: number } }> }[];
}

/** Answers as a request that shows the total of each group of a page. */
async function answer(kind: TotalKind, args: AggregationArgs): Promise<number> {
  const context = { graph: {}, projections: { facts: async () => held } } as unknown as Context;
  const { nodes } = (await aggregated(kind)(undefined, args, context)) as Answered;
  const totals = await Promise.all(nodes.map(({ total }) => total()));
  return totals.reduce((sum, { total }) => sum + total.figure, 0);
}

/** The bound: one pass over all rows that adds figures by province and year with no rule at all. */
function bare(): number {
  const sums = new Map<string, number>();
  for (const row of table.rows) {
    if (row.kind !== 'FUNDED') continue;
    const key = `${row.placeCode?.slice(0, 2)} ${row.first.slice(0, 4)}`;
    sums.set(key, (sums.get(key) ?? 0) + (row.figure ?? 0));
  }
  return sums.size;
}

const QUESTIONS: readonly (readonly [string, TotalKind, AggregationArgs])[] = [
  ['one city by year', 'FUNDED', { filter: { place: '370500' }, by: ['year'], first: 100 }],
  [
    'one province by county',
    'DEPLOYED',
    { filter: { place: '370000', asset: 'camera' }, by: ['place'], level: 'county', first: 100 },
  ],
  ['country by category', 'STAFFED', { by: ['category'], first: 100 }],
  ['country by asset and stage', 'FUNDED', { by: ['asset', 'stage'], first: 100 }],
  ['country by province', 'FUNDED', { by: ['place'], first: 100 }],
  ['country by year', 'FUNDED', { by: ['year'], first: 100 }],
  ['country by province and year, a page of 20', 'FUNDED', { by: ['place', 'year'], first: 20 }],
  ['country by county, most facts first', 'DEPLOYED', { by: ['place'], level: 'county', order: 'FACTS', first: 20 }],
  ['country by province, program and agency type', 'FUNDED', { by: ['place', 'program', 'agencyType'], first: 20 }],
];

function median(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[times.length >> 1] ?? 0;
}

async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** The same question in other words each time, so that nothing is remembered. */
function unlike(args: AggregationArgs, i: number): AggregationArgs {
  return { ...args, filter: { ...args.filter, from: `${1900 + i}` } };
}

const bound = median(await Promise.all(Array.from({ length: RUNS }, () => timed(bare))));
for (const [name, kind, args] of QUESTIONS) {
  const fresh: number[] = [];
  const again: number[] = [];
  for (let i = 0; i < RUNS + 1; i++) {
    const asked = unlike(args, i);
    const first = await timed(() => answer(kind, asked));
    const second = await timed(() => answer(kind, asked));
    if (i > 0) [fresh, again].forEach((list, n) => void list.push(n === 0 ? first : second));
  }
  const [p50, known] = [median(fresh), median(again)];
  console.log(
    `${name}: p50 ${p50.toFixed(0)} ms asked for the first time (${(p50 / bound).toFixed(1)} times a bare pass of ${bound.toFixed(0)} ms), ${known.toFixed(1)} ms again`,
  );
}

describe(`groups of ${SIZE} facts`, () => {
  const few = { iterations: 5, warmupIterations: 1, time: 0, warmupTime: 0 };
  let i = 0;
  bench('a city by year', () => void answer('FUNDED', unlike(QUESTIONS[0]?.[2] ?? {}, 20 + i++)), few);
  bench('a bare pass that adds with no rules', () => void bare(), few);
});
