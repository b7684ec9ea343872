import { XueliangError } from '../errors.ts';
import type { Row, Value } from './store.ts';

/** An engine's answer as our values: safe integers as numbers, others as bigint, map keys in order. */
export function normalise(value: unknown): Value {
  if (value === null || value === undefined) return null;
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : value;
  if (typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean') return value;
  if (Array.isArray(value)) return value.map(normalise);
  if (Object.getPrototypeOf(value) === Object.prototype || Object.getPrototypeOf(value) === null) {
    const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    return Object.fromEntries(entries.map(([key, v]) => [key, normalise(v)]));
  }
  throw new XueliangError('QUERY_FAILED', 'a statement must return values and maps, not nodes or times');
}

/** The row with exactly the columns that the statement declares, in their order. */
export function rowOf(columns: readonly string[], get: (column: string) => unknown): Row {
  return Object.fromEntries(columns.map((column) => [column, normalise(get(column))]));
}

/** A parameter with its integers exact: an integral number is an integer on both engines, never a float. */
export function exact(value: Value): Value {
  if (typeof value === 'number') return Number.isInteger(value) ? BigInt(value) : value;
  if (Array.isArray(value)) return value.map(exact);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, v]) => [key, exact(v as Value)]));
}
