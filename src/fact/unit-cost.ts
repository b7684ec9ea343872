import type { PlaceLevel } from '../gazetteer/place.ts';
import { chainOf, territory } from './place-tree.ts';
import { type Purchase, repeated } from './purchase.ts';
import type { FactRow } from './row.ts';
import { isCounted, sharedMoney } from './shared.ts';
import { lesserGroup, type StageGroup, stageGroup } from './stage-group.ts';
import { modifiedZ, OUTLYING, quartiles } from './statistics.ts';
import type { FactTable } from './table.ts';
import { measureOf } from './thing.ts';

/**
 * What is to be known of a unit cost: `shared` money bought more than this, so that it is at most that; `partial` money is one of
 * several sums for it, so that it is at least that; `disputed` where other sources deny one of the figures; `repeat` where it may be
 * the same purchase as one that counts already.
 */
export type CostFlag = 'shared' | 'partial' | 'disputed' | 'repeat';

/** Why a cost stands apart from the others of its measure and stage. */
export interface Outlier {
  /** Modified z-score of its logarithm. */
  readonly score: number;
  /** How many times the median it is. */
  readonly times: number;
  /** Median of those that it was judged among, in yuan. */
  readonly median: number;
}

/** What one of a kind cost, by money and a number that the words of an article tie together. Yuan for one. */
export interface UnitCost extends Purchase {
  /** What is counted (`measureOf`). */
  readonly measure: string;
  /** That of the money or of the thing, whichever has come less far. */
  readonly stage: StageGroup;
  /** The stated sum by the stated number; null where the money is shared or partial. */
  readonly yuan: number | null;
  /** What the words of both leave possible; null is open. */
  readonly min: number | null;
  readonly max: number | null;
  readonly flags: readonly CostFlag[];
  /** Among how many costs of its measure and stage it was judged; null for fewer than five, which say nothing on outliers. */
  readonly among: number | null;
  readonly outlier: Outlier | null;
  /** Of the thing, else of the money. */
  readonly placeCode: string | null;
  readonly placeName: string | null;
  readonly level: PlaceLevel | null;
  /** First and last day, as in a fact: of the money where words date it, else of the thing. */
  readonly first: string;
  readonly last: string;
}

/** What is asked for; what is left out lets all through. */
export interface CostRequest {
  readonly asset?: string;
  /** Code of a place: it and all below it. */
  readonly place?: string;
  readonly program?: string;
}

/** Fewer costs than these say nothing on which of them stands apart. */
const ENOUGH = 5;

interface Made {
  readonly costs: readonly UnitCost[];
  /** The number in preorder of the place of each; -1 where it has none. */
  readonly orders: Int32Array;
}

const made = new WeakMap<FactTable, Made>();

/**
 * The unit costs that are asked for, by measure and stage, the highest first. What stands apart is judged among all costs of the
 * table, whatever is asked for. All are made once for a table, in time about linear in its size.
 */
export function unitCosts(table: FactTable, { asset, place, program }: CostRequest = {}): readonly UnitCost[] {
  const { costs, orders } = allCosts(table);
  if (asset === undefined && place === undefined && program === undefined) return costs;
  const [start, end] = place === undefined ? [-1, Number.POSITIVE_INFINITY] : (table.places.range(place) ?? [0, 0]);
  return costs.filter(({ money, bought }, i) => {
    const order = orders[i] ?? -1;
    if (order < start || order >= end || (asset !== undefined && bought.asset !== asset)) return false;
    return program === undefined || money.programIds.includes(program) || bought.programIds.includes(program);
  });
}

/** Whether a cost counts in statistics: each purchase once, and only where the whole sum bought nothing else. */
export function counts({ yuan, flags, stage }: UnitCost): boolean {
  return yuan !== null && stage !== 'cancelled' && !flags.includes('repeat');
}

function allCosts(table: FactTable): Made {
  const known = made.get(table);
  if (known !== undefined) return known;
  const groups = new Map<string, Draft[]>();
  for (const cost of plainCosts(table)) {
    const key = `${cost.measure} ${cost.stage}`;
    const listed = groups.get(key);
    if (listed === undefined) groups.set(key, [cost]);
    else listed.push(cost);
  }
  for (const group of groups.values()) {
    markRepeats(group);
    judge(group);
    group.sort(byCost);
  }
  const costs = [...groups.keys()].sort().flatMap((key) => groups.get(key) ?? []);
  const orders = Int32Array.from(costs, ({ placeCode }) =>
    placeCode === null ? -1 : (table.places.range(placeCode)?.[0] ?? -1),
  );
  const fresh = { costs, orders };
  made.set(table, fresh);
  return fresh;
}

function byCost(a: UnitCost, b: UnitCost): number {
  const size = ({ yuan, max, min }: UnitCost) => yuan ?? max ?? min ?? 0;
  return size(b) - size(a) || (a.money.id + a.bought.id < b.money.id + b.bought.id ? -1 : 1);
}

function plainCosts(table: FactTable): Draft[] {
  const measures = new Map<string, string | null>();
  const levels = new Map<string, PlaceLevel | null>();
  const pairs = table.rows.flatMap((money) =>
    money.kind === 'FUNDED' && money.figure !== null ? boughtBy(table, money) : [],
  );
  const isShared = sharedMoney(table, pairs);
  const payments = new Map<string, FactRow[]>();
  for (const [money, { id }] of pairs) {
    const listed = payments.get(id);
    if (listed === undefined) payments.set(id, [money]);
    else listed.push(money);
  }
  return pairs.flatMap(([money, bought]) => {
    const measure = remembered(
      measures,
      [bought.kind, bought.asset, bought.assetText, bought.counted, bought.unit].join('|'),
      () => measureOf(bought),
    );
    if (measure === null) return [];
    const flags: CostFlag[] = [];
    if (isShared(money, bought)) flags.push('shared');
    if (payments.get(bought.id)?.some((other) => addsTo(other, money)) === true) flags.push('partial');
    if (money.rivals.length + bought.rivals.length > 0) flags.push('disputed');
    const code = bought.placeCode ?? money.placeCode;
    const level = code === null ? null : remembered(levels, code, () => chainOf(territory(code))[0]?.level ?? null);
    return [costOf(money, bought, { flags, measure, level })];
  });
}

function boughtBy(table: FactTable, money: FactRow): (readonly [FactRow, FactRow])[] {
  return money.buys.flatMap((id) => {
    const bought = table.get(id);
    return isCounted(bought) ? [[money, bought] as const] : [];
  });
}

function remembered<T>(known: Map<string, T>, key: string, make: () => T): T {
  const found = known.get(key);
  if (found !== undefined) return found;
  const fresh = make();
  known.set(key, fresh);
  return fresh;
}

/** Whether the same article names the other sum beside this one, for the same thing, and not as a part of it. */
function addsTo(other: FactRow, money: FactRow): boolean {
  if (other.id === money.id || other.wholes.includes(money.id) || other.rivals.includes(money.id)) return false;
  if (stageGroup(other.stage) !== stageGroup(money.stage)) return false;
  return other.articleIds.some((id) => money.articleIds.includes(id));
}

/** A cost that is still being judged. */
type Draft = { -readonly [name in keyof UnitCost]: UnitCost[name] };

function costOf(money: FactRow, bought: FactRow, known: Pick<UnitCost, 'flags' | 'measure' | 'level'>): Draft {
  const { flags, measure, level } = known;
  const whole = !flags.includes('shared') && !flags.includes('partial');
  const at = bought.placeCode === null ? money : bought;
  const when = money.dated || !bought.dated ? money : bought;
  return {
    money,
    bought,
    measure,
    stage: lesserGroup(stageGroup(money.stage), stageGroup(bought.stage)),
    yuan: whole ? quotient(money.figure, bought.figure) : null,
    min: flags.includes('shared') ? null : quotient(money.min, bought.max),
    max: flags.includes('partial') ? null : quotient(money.max, bought.min),
    flags,
    among: null,
    outlier: null,
    placeCode: at.placeCode,
    placeName: at.placeName,
    level,
    first: when.first,
    last: when.last,
  };
}

/** Null where an end is open, or nothing may have been bought. */
function quotient(sum: number | null, count: number | null): number | null {
  return sum === null || count === null || count <= 0 ? null : sum / count;
}

/** Of costs that are known whole, those that may be one purchase are marked, but for one. */
function markRepeats(costs: readonly Draft[]): void {
  const whole = costs.filter(({ yuan }) => yuan !== null);
  repeated(whole).forEach((again, i) => {
    const cost = whole[i];
    if (again && cost !== undefined) cost.flags = [...cost.flags, 'repeat'];
  });
}

/** Says of costs of one measure and stage which of them stand apart, by their logarithms: prices spread by factors. */
function judge(costs: readonly Draft[]): void {
  const sample = costs.filter(counts).flatMap(({ yuan }) => (yuan !== null && yuan > 0 ? [yuan] : []));
  const median = quartiles(sample)?.median;
  if (sample.length < ENOUGH || median === undefined) return;
  const score = modifiedZ(sample.map(Math.log));
  for (const cost of costs) {
    if (cost.yuan === null || cost.yuan <= 0) continue;
    const own = score?.(Math.log(cost.yuan)) ?? 0;
    cost.among = sample.length;
    if (Math.abs(own) > OUTLYING) cost.outlier = { score: own, times: cost.yuan / median, median };
  }
}
