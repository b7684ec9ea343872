import { XueliangError } from '../errors.ts';
import type { Row, Value } from './store.ts';

/** An engine's answer as our values: safe integers as numbers, others as bigint, map keys in order. */
export function normalise(value: unknown): Value {
  if (value === null || value === undefined) return null;
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : value;
  if (typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean') return value;
  if (Array.isArray(value)) return value.map(normalise);
  if (Object.getPrototypeOf(value) === Object.prototype || Object.getPrototypeOf(value) === null) {
    return ordered(value as Readonly<Record<string, unknown>>);
  }
  throw new XueliangError('QUERY_FAILED', 'a statement must return values and maps, not nodes or times');
}

/** Filled key by key: a page holds a thousand properties, and lists of pairs made of each took four times as long. */
function ordered(map: Readonly<Record<string, unknown>>): Row {
  const made: Record<string, Value> = {};
  for (const key of Object.keys(map).sort()) made[key] = normalise(map[key]);
  return made;
}

/** The row with exactly the columns that the statement declares, in their order. */
export function rowOf(columns: readonly string[], get: (column: string) => unknown): Row {
  const row: Record<string, Value> = {};
  for (const column of columns) row[column] = normalise(get(column));
  return row;
}

/** A parameter with its integers exact: an integral number is an integer on both engines, never a float. */
export function exact(value: Value): Value {
  if (typeof value === 'number') return Number.isInteger(value) ? BigInt(value) : value;
  if (Array.isArray(value)) return value.map(exact);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, v]) => [key, exact(v as Value)]));
}
