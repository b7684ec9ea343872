import type { StageGroup } from './stage-group.ts';
import { type Quartiles, quartiles } from './statistics.ts';
import { counts, type UnitCost } from './unit-cost.ts';

/** What one of a kind cost, over the purchases that count; costs of one stage, in yuan. */
export interface CostSummary {
  readonly measure: string;
  readonly asset: string | null;
  /** What most of them call it, and its unit. */
  readonly thing: string | null;
  readonly unit: string | null;
  readonly stage: StageGroup;
  /** Null where none counts. */
  readonly all: Quartiles | null;
  readonly byLevel: readonly CostPart[];
  readonly byYear: readonly CostPart[];
  /** How many are listed, and how many of them stand apart; null where too few were there to tell. */
  readonly listed: number;
  readonly outliers: number | null;
}

/** The same for the places of one level, or for what was paid by the end of one year. */
export interface CostPart {
  readonly of: string;
  readonly costs: Quartiles;
}

const made = new WeakMap<readonly UnitCost[], readonly CostSummary[]>();

/**
 * A summary for each measure and stage, in the order of the costs, in which those of one measure and stage stand together. Of one
 * list it is made once: that of all costs of a table stays the same.
 */
export function costSummaries(costs: readonly UnitCost[]): readonly CostSummary[] {
  const known = made.get(costs) ?? summariesOf(costs);
  made.set(costs, known);
  return known;
}

function summariesOf(costs: readonly UnitCost[]): CostSummary[] {
  const summaries: CostSummary[] = [];
  for (let start = 0, end = 0; start < costs.length; start = end) {
    const first = costs[start];
    if (first === undefined) break;
    while (costs[end]?.measure === first.measure && costs[end]?.stage === first.stage) end++;
    summaries.push(summaryOf(first, costs.slice(start, end)));
  }
  return summaries;
}

function summaryOf(first: UnitCost, group: readonly UnitCost[]): CostSummary {
  const counted = group.filter(counts);
  const judged = group.some(({ among }) => among !== null);
  return {
    ...{ measure: first.measure, asset: first.bought.asset, stage: first.stage },
    thing: commonest(group.map(({ bought }) => bought.counted ?? bought.assetText)),
    unit: commonest(group.map(({ bought }) => bought.unit)),
    all: quartilesOf(counted),
    byLevel: parts(counted, ({ level }) => level ?? ''),
    byYear: parts(counted, ({ last }) => last.slice(0, 4)),
    listed: group.length,
    outliers: judged ? group.filter(({ outlier }) => outlier !== null).length : null,
  };
}

function parts(costs: readonly UnitCost[], of: (cost: UnitCost) => string): CostPart[] {
  return [...grouped(costs, of)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([name, group]) => {
      const found = quartilesOf(group);
      return found === null || name === '' || name === '9999' ? [] : { of: name, costs: found };
    });
}

function quartilesOf(costs: readonly UnitCost[]): Quartiles | null {
  return quartiles(costs.flatMap(({ yuan }) => yuan ?? []));
}

function grouped<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const listed = groups.get(key(item));
    if (listed === undefined) groups.set(key(item), [item]);
    else listed.push(item);
  }
  return groups;
}

function commonest(words: readonly (string | null)[]): string | null {
  const numbers = new Map<string, number>();
  for (const word of words) if (word !== null) numbers.set(word, (numbers.get(word) ?? 0) + 1);
  return [...numbers].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0]?.[0] ?? null;
}
