import type { FactRow } from '../fact/row.ts';
import { type StageGroup, stageGroup } from '../fact/stage-group.ts';
import type { FactFilter, FactTable } from '../fact/table.ts';
import type { Ends } from './ends.ts';
import type { Roster } from './roster.ts';

/** A sort of payer. */
export interface Payer {
  /** `agency` with its type, `place` with its level; `class` (各镇) and `unstated` have no sort. */
  readonly payer: 'agency' | 'place' | 'class' | 'unstated';
  readonly sort: string | null;
}

/** What one sort of payer pays for: how often, and between which single sums. */
export interface Funder extends Payer {
  /** Kind of thing; null where no words name it. */
  readonly asset: string | null;
  readonly stage: StageGroup;
  /** How many independent sources state one of the facts; copies are one. */
  readonly sources: number;
  /** The lower bound of the smallest single sum, in yuan; null where no fact has one. */
  readonly least: number | null;
  /** The upper bound of the largest single sum; null where it is open, or no fact has a sum. */
  readonly most: number | null;
  /** How many of the facts are part of another sum. */
  readonly parts: number;
  /** The facts, in the table's order: what a total is made of. Sums are not added here, for they may overlap (docs/totals.md). */
  readonly facts: readonly FactRow[];
}

/** What a fact's payers are, from whoever knows levels and types. */
export type PayersOf = (row: FactRow, ends: Ends) => readonly Payer[];

interface Group extends Payer, Pick<Funder, 'asset' | 'stage'> {
  readonly facts: FactRow[];
  readonly families: Set<number>;
}

/**
 * Who funds what kind of thing, the most facts first; a fact with payers of two sorts counts under each. `payersOf` gives one object
 * for each sort of payer.
 */
export function fundersIn(
  table: FactTable,
  filter: Omit<FactFilter, 'kind'>,
  roster: Roster,
  payersOf: PayersOf,
): Funder[] {
  const groups = new Groups();
  roster.forEachOf(table.select({ ...filter, kind: 'FUNDED' }), (row, ends) => {
    for (const payer of payersOf(row, ends)) {
      const group = groups.of(payer, row.asset, stageGroup(row.stage));
      group.facts.push(row);
      for (const family of ends.families) group.families.add(family);
    }
  });
  const funders = groups.all.map((group) => [keyOf(group), funderOf(group)] as const);
  return funders
    .sort(([a, x], [b, y]) => y.facts.length - x.facts.length || y.sources - x.sources || (a < b ? -1 : 1))
    .map(([, funder]) => funder);
}

/** The groups of facts, by payer, thing and stage; found without making a key for each fact. */
class Groups {
  readonly all: Group[] = [];
  readonly #found = new Map<Payer, Map<string | null, Partial<Record<StageGroup, Group>>>>();

  of(payer: Payer, asset: string | null, stage: StageGroup): Group {
    const byAsset = this.#found.get(payer) ?? new Map<string | null, Partial<Record<StageGroup, Group>>>();
    this.#found.set(payer, byAsset);
    const byStage = byAsset.get(asset) ?? {};
    byAsset.set(asset, byStage);
    const known = byStage[stage];
    if (known !== undefined) return known;
    const group: Group = { payer: payer.payer, sort: payer.sort, asset, stage, facts: [], families: new Set() };
    byStage[stage] = group;
    this.all.push(group);
    return group;
  }
}

function keyOf({ payer, sort, asset, stage }: Group): string {
  return `${payer} ${sort} ${asset} ${stage}`;
}

function funderOf({ payer, sort, asset, stage, facts, families }: Group): Funder {
  let least: number | null = null;
  let most: number | null = null;
  let isOpen = false;
  for (const { min, max, figure, approx } of facts) {
    const low = min ?? (approx === 'up_to' ? null : figure);
    const high = max ?? (approx === 'over' || approx === 'range' ? null : figure);
    if (low !== null) least = Math.min(least ?? low, low);
    if (high === null) isOpen ||= figure !== null;
    else most = Math.max(most ?? high, high);
  }
  const parts = facts.filter(({ wholes }) => wholes.length > 0).length;
  return { payer, sort, asset, stage, sources: families.size, least, most: isOpen ? null : most, parts, facts };
}
