import { bench, describe } from 'vitest';
import { costSummaries } from '../../src/fact/cost-summary.ts';
import { coverageOf } from '../../src/fact/coverage.ts';
import { stageSequences } from '../../src/fact/stages.ts';
import { FactTable } from '../../src/fact/table.ts';
import { timelineOf } from '../../src/fact/timeline.ts';
import { unitCosts } from '../../src/fact/unit-cost.ts';
import { generatedSeries } from './facts-generated.ts';

/** What every answer is measured by: one look at each row. */
function pass(table: FactTable): number {
  let sum = 0;
  for (const { figure } of table.rows) sum += figure ?? 0;
  return sum;
}

const mentions = new Map<string, number>();
const looked = { mentions, copyOf: new Map<string, string>(), searches: new Map() };

/** Every answer of costs, timelines, stages and coverage, the widest question of each first. */
const ANSWERS: Readonly<Record<string, (table: FactTable) => unknown>> = {
  'a bare pass over the rows': pass,
  'unit costs of everything, with statistics': (table) => costSummaries(unitCosts(table)),
  'unit costs of cameras in a province': (table) =>
    costSummaries(unitCosts(table, { asset: 'camera', place: '370000' })),
  'timeline of a province with all below': (table) => timelineOf(table, { place: '370000', below: true }),
  'timeline of a national program': (table) => timelineOf(table, { program: '天网工程' }),
  'plans and results of a province': (table) => stageSequences(table, { place: '370000', below: true }),
  'plans and results of everything': (table) => stageSequences(table),
  'coverage of the country': (table) => coverageOf(table, { asset: 'camera', year: 2022 }, looked),
};

/** CPU time, which a busy machine does not change much. */
function milliseconds(work: () => unknown): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}
const median = (work: () => unknown, times = 15): number =>
  Array.from({ length: times }, () => milliseconds(work)).sort((a, b) => a - b)[times >> 1] ?? 0;

function tableOf(size: number): FactTable {
  const table = new FactTable(generatedSeries(size));
  for (const [name, answer] of Object.entries(ANSWERS)) {
    console.log(`${size} facts, first time: ${name} ${milliseconds(() => answer(table)).toFixed(0)} ms`);
  }
  return table;
}

const [small, large] = [tableOf(50_000), tableOf(200_000)];
for (const [name, answer] of Object.entries(ANSWERS)) {
  const [few, many] = [median(() => answer(small)), median(() => answer(large))];
  console.log(
    `p50 of 200,000 facts: ${name} ${many.toFixed(1)} ms of CPU, ${(many / few).toFixed(1)} times that of 50,000`,
  );
}

describe('answers over 200,000 facts', () => {
  for (const [name, answer] of Object.entries(ANSWERS)) {
    bench(name, () => void answer(large), { iterations: 10, warmupIterations: 2, time: 0, warmupTime: 0 });
  }
});
