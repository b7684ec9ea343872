import { heaviestOf } from './candidates.ts';
import { type Footprint, footprintsOf, highest } from './footprint.ts';
import { type Reason, Reasons } from './left-out.ts';
import type { FactRow } from './row.ts';
import { type StageGroup, stagesOf } from './stage-group.ts';
import type { FactTable } from './table.ts';
import { measureOf } from './thing.ts';

/** The kinds of claim that have totals. */
export type TotalKind = 'DEPLOYED' | 'FUNDED' | 'STAFFED';
/** What is added together; what was cancelled is in no total. */
export type TotalStage = Exclude<StageGroup, 'cancelled'>;

/** What is asked for; without place, program, asset or period: all. */
export interface TotalRequest {
  readonly kind: TotalKind;
  /** Code of a place: it and all below it. */
  readonly place?: string;
  readonly program?: string;
  readonly asset?: string;
  /** ISO dates at any precision, both included. */
  readonly from?: string;
  readonly to?: string;
  /** `done` where left out. */
  readonly stage?: TotalStage;
}

/** What is counted, of facts that are selected already. */
export type TotalOf = Pick<TotalRequest, 'kind' | 'asset' | 'stage'>;

/** A fact that a total adds, with the bounds that it counts with: its own and those of its rivals. */
export interface AddedFact {
  readonly fact: FactRow;
  readonly min: number;
  /** null is open. */
  readonly max: number | null;
}

/** A fact that a total was asked about and does not add. */
export interface LeftOutFact {
  readonly fact: FactRow;
  readonly reason: Reason;
  /** Id of the fact by which it is left out: which it may overlap with, is part or whole of, or denies; null for other reasons. */
  readonly by: string | null;
}

/** The largest sum that the facts prove: docs/totals.md. Figures are yuan or counts. */
export interface Total {
  /** What it counts (`measureOf`); null where no fact was found. */
  readonly measure: string | null;
  /** The unit of most of its facts; `CNY` for money. */
  readonly unit: string | null;
  readonly figure: number;
  readonly min: number;
  /** null is open. */
  readonly max: number | null;
  /** What it would be if all that only may overlap were separate; null is open. */
  readonly upTo: number | null;
  /** Both in the preorder of places, then by id. */
  readonly added: readonly AddedFact[];
  readonly leftOut: readonly LeftOutFact[];
  /** Whether no heavier set of facts exists; else it is the best that was found. */
  readonly exact: boolean;
  /** Whether other sources deny one of the added facts. */
  readonly disputed: boolean;
}

/** The total of the measure that was asked for. Of a table of facts, in time about linear in the facts that the request selects. */
export function totalOf(table: FactTable, request: TotalRequest): Total {
  const { kind, asset = '', stage = 'done', ...narrower } = request;
  if (Object.values(narrower).some((value) => value !== undefined)) return firstTotal(asked(table, request));
  const made = whole.get(table) ?? new Map<string, Total>();
  const key = [kind, asset, stage].join(' ');
  const total = made.get(key) ?? firstTotal(asked(table, request));
  whole.set(table, made.set(key, total));
  return total;
}

/** Totals of all places, programs and times, by kind, asset and stage: the largest questions, each answered once for a table. */
const whole = new WeakMap<FactTable, Map<string, Total>>();

/**
 * A total for each measure, the one asked for first (cameras, where `camera` was asked for; else what most facts count). The first
 * lists the facts of the others as left out, each of the others only its own.
 */
export function totalsOf(table: FactTable, request: TotalRequest): Total[] {
  return totalsAmong(table, table.numbers(request), request);
}

/** The same of facts that were selected in another way: numbers of rows of the table, ascending. */
export function totalsAmong(table: FactTable, numbers: readonly number[], request: TotalOf): Total[] {
  const question = among(table, numbers, request);
  const others = question.measures.slice(1).map((measure) => {
    const facts = question.facts.filter((fact) => fact.measure === measure);
    return totalFor(measure, question.stages, facts);
  });
  return [firstTotal(question), ...others];
}

interface Question {
  readonly facts: readonly Footprint[];
  readonly measures: readonly string[];
  readonly stages: readonly string[];
}

function asked(table: FactTable, request: TotalRequest): Question {
  return among(table, table.numbers(request), request);
}

function among(table: FactTable, numbers: readonly number[], { stage = 'done', ...request }: TotalOf): Question {
  const all = footprintsOf(table);
  const facts: Footprint[] = [];
  for (const number of numbers) {
    const fact = all[number];
    if (fact !== undefined) facts.push(fact);
  }
  return { facts, measures: measuresOf(facts, request), stages: stagesOf(stage) };
}

function firstTotal({ facts, measures, stages }: Question): Total {
  return totalFor(measures[0] ?? null, stages, facts);
}

/** The measures of the facts with a figure: that of the asset itself first, then by how many facts count it, then by name. */
function measuresOf(facts: readonly Footprint[], { kind, asset }: TotalOf): string[] {
  const counts = new Map<string, number>();
  for (const { measure, figure } of facts) {
    if (measure !== null && figure > 0) counts.set(measure, (counts.get(measure) ?? 0) + 1);
  }
  const plain = measureOf({ kind, asset: asset ?? null, assetText: null, counted: null, unit: null });
  const isPlain = (measure: string) => (plain !== null && measure.startsWith(plain) ? 1 : 0);
  return [...counts]
    .sort(([a, m], [b, n]) => isPlain(b) - isPlain(a) || n - m || (a < b ? -1 : 1))
    .map(([measure]) => measure);
}

function totalFor(measure: string | null, stages: readonly string[], facts: readonly Footprint[]): Total {
  const candidates: Footprint[] = [];
  const others: LeftOutFact[] = [];
  for (const fact of facts) {
    const reason = noCandidate(fact, measure, stages);
    if (reason === null) candidates.push(fact);
    else others.push({ fact: fact.row, reason, by: null });
  }
  const { added, exact } = heaviestOf(candidates);
  const left = new Reasons(added).of(candidates);
  const open = left.filter(({ reason }) => reason === 'may_overlap' || reason === 'zone').map(({ fact }) => fact);
  const max = sum(added, ({ high }) => high);
  return {
    ...{ measure, unit: unitOf(added), figure: sum(added, ({ figure }) => figure) },
    ...{ min: sum(added, ({ low }) => low), max: finite(max), upTo: finite(max + mostOf(open)) },
    added: added.map(({ row, low, high }) => ({ fact: row, min: low, max: finite(high) })),
    leftOut: [...left.map(({ fact, reason, by }) => ({ fact: fact.row, reason, by: by.row.id })), ...others],
    exact,
    disputed: added.some(({ rivals }) => rivals.size > 0),
  };
}

/** Why a fact is nothing to be added at all; null where it is. A figure of 0 adds nothing. */
function noCandidate(
  { stage, figure, measure }: Footprint,
  asked: string | null,
  stages: readonly string[],
): Reason | null {
  if (!stages.includes(stage)) return 'stage';
  if (figure <= 0) return 'no_figure';
  return measure !== null && measure === asked ? null : 'measure';
}

/** The sum of the highest figures, of facts that deny each other the highest only. */
function mostOf(facts: readonly Footprint[]): number {
  const disputed = new Map(facts.filter(({ rivals }) => rivals.size > 0).map((fact) => [fact.number, fact]));
  const isOutdone = (fact: Footprint) =>
    [...fact.rivals].some((number) => {
      const rival = disputed.get(number);
      if (rival === undefined) return false;
      const [own, other] = [highest(fact.row), highest(rival.row)];
      return other > own || (other === own && rival.rank < fact.rank);
    });
  return sum(facts, (fact) => (fact.rivals.size > 0 && isOutdone(fact) ? 0 : highest(fact.row)));
}

function unitOf(facts: readonly Footprint[]): string | null {
  const counts = new Map<string, number>();
  for (const { row } of facts) if (row.unit !== null) counts.set(row.unit, (counts.get(row.unit) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0]?.[0] ?? null;
}

function sum<T>(items: readonly T[], of: (item: T) => number): number {
  let total = 0;
  for (const item of items) total += of(item);
  return total;
}

function finite(most: number): number | null {
  return most === Number.POSITIVE_INFINITY ? null : most;
}
