import { compareKeys, type Dimension, type Group, type Key } from '../fact/dimension.ts';
import { territory } from '../fact/place-tree.ts';
import { type Selection, selected } from '../fact/selection.ts';
import type { StageGroup } from '../fact/stage-group.ts';
import type { FactTable } from '../fact/table.ts';
import { type Total, type TotalKind, type TotalRequest, type TotalStage, totalsAmong } from '../fact/total.ts';
import type { Held, Projection } from '../store/projection.ts';
import { accuraciesOf } from './accuracies.ts';
import type { Resolver } from './context.ts';
import { factsOf } from './facts.ts';
import { type GroupArgs, grouped, selectionOf } from './grouping.ts';
import { listing } from './listing.ts';
import { Pace } from './pace.ts';
import type { TotalAnswer } from './totals.ts';

/** In which order groups come. */
export type GroupOrder = 'KEY' | 'FACTS' | 'FIGURE';

/** The arguments of `spending`, `deployments` and `staffing`. */
export interface AggregationArgs extends GroupArgs {
  readonly order?: GroupOrder | null;
}

/** A group with its totals, made when they are asked for. */
interface Sum extends Group {
  /** The total of each measure, the main one first. */
  readonly totals: () => readonly Total[];
}

/** Facts of one kind in groups. */
interface Sums {
  readonly all: Sum;
  readonly groups: readonly Sum[];
  readonly selection: Selection;
  readonly stage: TotalStage;
}

/** `Query.spending`, `Query.deployments`, `Query.staffing`: facts of one kind in groups, each with its totals. */
export function aggregated(kind: TotalKind): Resolver<unknown, AggregationArgs> {
  return async (_, args, context) => {
    const held = await factsOf(context);
    const sums = sumsOf(held.value, kind, args);
    const by = [...new Set(args.by ?? [])];
    const pace = new Pace();
    const ordered = await inOrder(sums.groups, args.order ?? 'KEY', pace);
    const answer = (sum: Sum, i: number) => answerOf(sum.totals()[i], { held, kind, by, sums, keys: sum.keys });
    const totals = async (sum: Sum) => {
      await pace.step();
      return sum.totals().flatMap((__, i) => answer(sum, i) ?? []);
    };
    const total = async (sum: Sum) => {
      await pace.step();
      return answer(sum, 0);
    };
    const page = listing(ordered, ({ keys }) => JSON.stringify(keys), args);
    return {
      ...page,
      nodes: page.nodes.map((sum) => ({
        key: { by, keys: sum.keys },
        facts: sum.members.length,
        total: () => total(sum),
        totals: () => totals(sum),
      })),
      total: () => total(sums.all),
      totals: () => totals(sums.all),
      accuracy: accuraciesOf([kind]),
      current: held.isCurrent,
    };
  };
}

const made = new WeakMap<FactTable, Map<string, Sums>>();
/** How many answers are remembered for one table. */
const REMEMBERED = 16;

/** Made once for a table and a question, and forgotten when many others were asked since. */
function sumsOf(known: Projection, kind: TotalKind, { filter, by, level }: AggregationArgs): Sums {
  const remembered = made.get(known.facts) ?? new Map<string, Sums>();
  made.set(known.facts, remembered);
  const name = JSON.stringify([kind, Object.entries(filter ?? {}).sort(), by, level]);
  const sums =
    remembered.get(name) ?? freshSums(known, kind, { filter: filter ?? null, by: by ?? [], level: level ?? null });
  remembered.delete(name);
  remembered.set(name, sums);
  const [oldest] = remembered.keys();
  if (remembered.size > REMEMBERED && oldest !== undefined) remembered.delete(oldest);
  return sums;
}

function freshSums(known: Projection, kind: TotalKind, args: AggregationArgs): Sums {
  const { facts, categories } = known;
  const selection = { ...selectionOf(args.filter ?? {}), kind };
  const numbers = selected(facts, selection, categories);
  const rows = numbers.flatMap((number) => facts.rows[number] ?? []);
  const by = [...new Set(args.by ?? [])];
  const stage = args.filter?.stage ?? 'done';
  const sumOf = ({ keys, members }: Group): Sum => {
    const own = members.map((i) => numbers[i] ?? -1);
    let totals: readonly Total[] | undefined;
    const of = { kind, stage: stageIn(keys, by, stage), ...assetIn(keys, by, selection) };
    return { keys, members: own, totals: () => (totals ??= totalsAmong(facts, own, of)) };
  };
  const groups = by.length === 0 ? [] : grouped(rows, args, selection, known).map(sumOf);
  return { all: sumOf({ keys: [], members: numbers.map((_, i) => i) }), groups, selection, stage };
}

/** What a group is of stands for what the filter says of it. What was cancelled is in no total: all of it is left out. */
function stageIn(keys: readonly Key[], by: readonly Dimension[], stage: TotalStage): TotalStage {
  const own = keys[by.indexOf('stage')] as StageGroup | undefined;
  return own === undefined || own === 'cancelled' ? stage : own;
}

function assetIn(keys: readonly Key[], by: readonly Dimension[], { asset }: Selection): { asset?: string } {
  const own = keys[by.indexOf('asset')] ?? asset;
  return own === undefined || own === null ? {} : { asset: own };
}

async function inOrder(sums: readonly Sum[], order: GroupOrder, pace: Pace): Promise<readonly Sum[]> {
  if (order === 'KEY') return sums;
  const sizes = new Map<Sum, number>();
  for (const sum of sums) {
    if (order === 'FIGURE') await pace.step();
    sizes.set(sum, order === 'FACTS' ? sum.members.length : (sum.totals()[0]?.figure ?? 0));
  }
  const size = (sum: Sum) => sizes.get(sum) ?? 0;
  return [...sums].sort((a, b) => size(b) - size(a) || compareKeys(a.keys, b.keys));
}

interface Asked {
  readonly held: Held<Projection>;
  readonly kind: TotalKind;
  readonly by: readonly Dimension[];
  readonly sums: Sums;
  readonly keys: readonly Key[];
}

function answerOf(total: Total | undefined, asked: Asked): TotalAnswer | null {
  if (total === undefined) return null;
  const { held, kind, by, sums, keys } = asked;
  const place = keys[by.indexOf('place')] ?? sums.selection.place;
  const stage = stageIn(keys, by, sums.stage);
  const request = keys[by.indexOf('stage')] === 'cancelled' ? null : requestOf(asked, stage);
  return { total, held, kind, stage, place: place == null ? undefined : territory(place), request };
}

/** The question of a group as commands put it; null where they have no word for it. */
function requestOf({ kind, by, sums: { selection }, keys }: Asked, stage: TotalStage): TotalRequest | null {
  const { category, agencyType, scope, kind: _, ...said } = selection;
  if (category !== undefined || agencyType !== undefined || scope !== undefined) return null;
  const own = keys.map((key, i) => [by[i], key] as const);
  const isWithinYear = [said.from, said.to].some((date) => date !== undefined && date.length > 4);
  const isSayable = own.every(
    ([dimension, key]) => key !== null && dimension !== 'category' && dimension !== 'agencyType',
  );
  if (!isSayable || (isWithinYear && keys.length > 0 && by.includes('year'))) return null;
  const narrower = own.map(([dimension, key]) =>
    dimension === 'year' ? { from: key, to: key } : { [String(dimension)]: key },
  );
  return { ...said, ...Object.assign({}, ...narrower), kind, stage };
}
