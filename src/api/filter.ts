import { predecessors, territory } from '../fact/place-tree.ts';
import type { Params, Value } from '../store/store.ts';
import { badRequest } from './errors.ts';
import { keyOf, type NodeType } from './ids.ts';

/** A statement of `cypher/read` that gives pages, its twin that counts, and the conditions that both take. */
export interface Plan {
  readonly query: string;
  readonly counting: string;
  readonly params: Params;
  /** Whether pages come in the order of an index on keys, and take nothing of an order but where they begin. */
  readonly isByKey: boolean;
}

/** What is done with nodes of which a figure or date is not known. */
export type Unknown = 'INCLUDE' | 'EXCLUDE' | 'ONLY';

/** A range of figures; bounds are included. */
export interface RangeFilter {
  readonly min?: number | bigint | null;
  readonly max?: number | bigint | null;
  readonly unknown?: Unknown | null;
}

/** A time; a node passes when its own shares a day with it. */
export interface PeriodFilter {
  readonly from?: string | null;
  readonly to?: string | null;
  readonly unknown?: Unknown | null;
}

/** A list of an argument; a client that gives none, or an empty one, lets all through. */
export type Given<T> = readonly T[] | null | undefined;

const MOST = 100;

/** The list, or undefined for none; @throws BAD_USER_INPUT for one of more than a hundred. */
export function some<T extends Value>(name: string, list: Given<T>): readonly T[] | undefined {
  if (list === null || list === undefined || list.length === 0) return undefined;
  if (list.length > MOST) throw badRequest(`${name}: at most ${MOST} in one list, not ${list.length}`);
  return [...new Set(list)];
}

/** The keys that a list of keys or global ids means. */
export function keys(name: string, type: NodeType, list: Given<string>): readonly string[] | undefined {
  return some(name, list)?.map((id) => keyOf(type, id));
}

/** A place and what is below it, as statements look for it: `prefix` finds both in an index, the others tell them from neighbours. */
export interface Area {
  readonly [part: string]: string;
  readonly code: string;
  readonly prefix: string;
  readonly below: string;
}

/** The areas of places, each with those codes that its territory had before, or has now (垦利县 370521, 垦利区 370505). */
export function areasOf(codes: readonly string[]): Area[] {
  return [...new Set(codes.flatMap(codesInTime))].map(areaOf);
}

/** Codes say which place holds which: provinces are two digits, cities four, counties six, towns nine; below them names follow. */
function areaOf(code: string): Area {
  if (code.includes('/')) return { code, prefix: code, below: `${code}/` };
  const below = code.length === 6 ? code.replace(/(?:00){1,2}$/, '') : code;
  return { code, prefix: below, below };
}

function codesInTime(code: string): string[] {
  const today = territory(code);
  const found = [today];
  for (const known of found) {
    for (const before of predecessors().get(known) ?? []) if (territory(before) === today) found.push(before);
  }
  return found;
}

/** Parameters of a range called `name`; a range without bounds that lets the unknown in is none. */
export function rangeParams(name: string, range: RangeFilter | null | undefined): Params {
  if (range === null || range === undefined) return {};
  const { min = null, max = null } = range;
  if (min !== null && max !== null && min > max) throw badRequest(`${name}: min ${min} is above max ${max}`);
  return { [`${name}Min`]: min, [`${name}Max`]: max, [`${name}Unknown`]: range.unknown ?? 'EXCLUDE' };
}

/** Parameters of a period, its end stretched to the last day that it may mean. */
export function periodParams(period: PeriodFilter | null | undefined): Params {
  if (period === null || period === undefined) return {};
  const { from = null, to = null } = period;
  if (from !== null && to !== null && from > to && !from.startsWith(to)) {
    throw badRequest(`period: from ${from} is after to ${to}`);
  }
  return { since: from, until: to === null ? null : lastDay(to), periodUnknown: period.unknown ?? 'EXCLUDE' };
}

function lastDay(date: string): string {
  return `${date}-99-99`.slice(0, 10);
}

/** The parameters that have a value. */
export function defined(params: Readonly<Record<string, Value | undefined>>): Params {
  return Object.fromEntries(Object.entries(params).filter(([, value]) => (value ?? null) !== null)) as Params;
}

const LONGEST = 200;

/** Words to look for, or undefined for none; @throws BAD_USER_INPUT for more than 200 characters. */
export function words(name: string, text: string | null | undefined): string | undefined {
  const trimmed = text?.trim() ?? '';
  if (trimmed.length > LONGEST) throw badRequest(`${name}: at most ${LONGEST} characters`);
  return trimmed === '' ? undefined : trimmed;
}
