import { territory } from './place-tree.ts';
import type { FactRow } from './row.ts';
import { stageGroup } from './stage-group.ts';
import { strandsOf } from './strand.ts';
import type { FactTable } from './table.ts';
import type { TimelineRequest } from './timeline.ts';

/** A plan, and what was reported of it. */
export interface PlanReport {
  readonly plan: FactRow;
  /** What later stages report, in order of stage, then time. */
  readonly results: readonly FactRow[];
  /** The furthest stage that is reported; null where nothing is: not reported as done, which is not the same as not done. */
  readonly reached: string | null;
}

/** What was promised and what was reported of one thing: facts that share all of the fact key but stage and scope. */
export interface StageSequence {
  readonly kind: string;
  /** As its first plan has it. */
  readonly placeCode: string | null;
  readonly placeName: string | null;
  readonly programIds: readonly string[];
  readonly asset: string | null;
  readonly thing: string | null;
  readonly plans: readonly PlanReport[];
}

const ORDER: readonly string[] = ['planned', 'tendered', 'awarded', 'building', 'cancelled', 'done', 'accepted'];

const made = new WeakMap<FactTable, readonly StageSequence[]>();

/**
 * The plans that are asked for, with what followed each; by preorder of places. All are made once for a table, in time linear in its
 * size: the facts of one sequence share place and programs, so that a request takes or leaves it whole.
 */
export function stageSequences(table: FactTable, { place, below, program }: TimelineRequest = {}): StageSequence[] {
  const own = place === undefined ? null : territory(place);
  return allSequences(table).filter(({ placeCode, programIds }) => {
    if (program !== undefined && !programIds.includes(program)) return false;
    if (place === undefined) return true;
    if (placeCode === null) return false;
    return below === true ? table.places.holds(place, placeCode) : territory(placeCode) === own;
  });
}

function allSequences(table: FactTable): readonly StageSequence[] {
  const known = made.get(table);
  if (known !== undefined) return known;
  const strands = strandsOf(table);
  const groups = new Map<string, FactRow[]>();
  for (const row of table.rows) {
    const strand = strands.get(row);
    if (strand === undefined || isPartHere(table, row)) continue;
    const listed = groups.get(strand);
    if (listed === undefined) groups.set(strand, [row]);
    else listed.push(row);
  }
  const fresh = [...groups.values()].flatMap(sequenceOf);
  made.set(table, fresh);
  return fresh;
}

/** A part of another figure at its own place says nothing on the whole. */
function isPartHere(table: FactTable, { wholes, placeCode }: FactRow): boolean {
  return wholes.some((id) => table.get(id)?.placeCode === placeCode);
}

function sequenceOf(rows: readonly FactRow[]): StageSequence[] {
  const plans = rows.filter(({ stage }) => stage === 'planned').sort(byTime);
  const [first] = plans;
  if (first === undefined) return [];
  const { kind, placeCode, placeName, programIds, asset } = first;
  const thing = first.counted ?? first.assetText;
  return [{ kind, placeCode, placeName, programIds, asset, thing, plans: plans.map((plan) => reportOf(plan, rows)) }];
}

function reportOf(plan: FactRow, rows: readonly FactRow[]): PlanReport {
  const results = rows.filter((row) => follows(plan, row)).sort((a, b) => rank(a) - rank(b) || byTime(a, b));
  return { plan, results, reached: results.at(-1)?.stage ?? null };
}

/** Whether a fact can be what came of a plan: of a later stage, not before the plan's period, and not reported before the plan. */
export function follows(plan: FactRow, row: FactRow): boolean {
  if (rank(row) <= rank(plan) || row.last < plan.first) return false;
  return plan.firstReport === null || row.lastReport === null || row.lastReport >= plan.firstReport;
}

/** Whether a plan is reported as done. */
export function isReportedDone({ reached }: PlanReport): boolean {
  return reached !== null && stageGroup(reached) === 'done';
}

function rank({ stage }: FactRow): number {
  return ORDER.indexOf(stage);
}

function byTime(a: FactRow, b: FactRow): number {
  const key = ({ first, firstReport, id }: FactRow) => `${first} ${firstReport ?? '9999'} ${id}`;
  return key(a) < key(b) ? -1 : 1;
}
