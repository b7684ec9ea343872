import { bench, describe } from 'vitest';
import { footprintsOf } from '../../src/fact/footprint.ts';
import type { FactRow } from '../../src/fact/row.ts';
import { stagesOf } from '../../src/fact/stage-group.ts';
import { FactTable } from '../../src/fact/table.ts';
import { type Total, type TotalRequest, totalOf } from '../../src/fact/total.ts';
import { generatedFacts } from './generated.ts';

const SIZE = 200_000;
const RUNS = 15;
const few = { iterations: 5, warmupIterations: 1, time: 0, warmupTime: 0 };

/** County, prefecture, province, country. */
const LEVELS = [
  ['county', '370503'],
  ['prefecture', '370500'],
  ['province', '370000'],
  ['country', undefined],
] as const;
const QUESTIONS: readonly TotalRequest[] = [
  { kind: 'DEPLOYED', asset: 'camera' },
  { kind: 'DEPLOYED', asset: 'camera', program: '雪亮工程', from: '2015', to: '2017' },
  { kind: 'FUNDED', asset: 'camera' },
  { kind: 'FUNDED' },
  { kind: 'FUNDED', from: '2014', to: '2019' },
  { kind: 'STAFFED' },
];

/** The middle of the times that a piece of work takes, in milliseconds, after two runs that do not count. */
function p50(work: () => unknown): number {
  const times: number[] = [];
  for (let i = 0; i < RUNS + 2; i++) {
    const start = performance.now();
    work();
    if (i >= 2) times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[RUNS >> 1] ?? 0;
}

function once(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** The bound: one pass over all rows that adds whatever is asked for, with no rule at all. */
function bare(rows: readonly FactRow[], { kind, asset, program, from = '', to = '9999' }: TotalRequest): number {
  let sum = 0;
  for (const row of rows) {
    if (row.kind !== kind || (asset !== undefined && row.asset !== asset)) continue;
    if (program !== undefined && !row.programIds.includes(program)) continue;
    if (row.first.slice(0, 4) > to || row.last.slice(0, 4) < from || !stagesOf('done').includes(row.stage)) continue;
    sum += row.figure ?? 0;
  }
  return sum;
}

/** What it takes to make a table and what totals compare, in milliseconds. */
function prepared(size: number): number {
  const rows = generatedFacts(size);
  return once(() => footprintsOf(new FactTable(rows)));
}

const [quarter, whole] = [prepared(SIZE / 4), prepared(SIZE)];
const table = new FactTable(generatedFacts(SIZE));
footprintsOf(table);
console.log(
  `prepared: ${quarter.toFixed(0)} ms for ${SIZE / 4} facts, ${whole.toFixed(0)} ms for ${SIZE}: ${(whole / quarter).toFixed(1)} times`,
);
for (const question of QUESTIONS) {
  const bound = p50(() => bare(table.rows, question));
  const answers = LEVELS.map(([level, place]) => {
    const request = place === undefined ? question : { ...question, place };
    let answer: Total | undefined;
    const first = once(() => (answer = totalOf(table, request)));
    const { added, leftOut, exact } = answer ?? totalOf(table, request);
    const taken = p50(() => totalOf(table, request)).toFixed(1);
    return `${level} ${taken} ms (first ${first.toFixed(1)}; ${added.length} of ${added.length + leftOut.length}${exact ? '' : ', not proven'})`;
  });
  console.log(`p50 of ${JSON.stringify(question)}: ${answers.join(', ')}; a bare pass ${bound.toFixed(1)} ms`);
}

describe(`totals on ${SIZE} facts`, () => {
  for (const [level, place] of LEVELS) {
    const request: TotalRequest = { kind: 'DEPLOYED', asset: 'camera', ...(place === undefined ? {} : { place }) };
    bench(`cameras of a ${level}`, () => void totalOf(table, request), few);
  }
  bench('a bare pass that adds with no rules', () => void bare(table.rows, { kind: 'DEPLOYED', asset: 'camera' }), few);
});
