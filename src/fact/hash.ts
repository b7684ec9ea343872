import { createHash } from 'node:crypto';

/** 32 hex digits that stand for a value made of arrays, strings, numbers and null. */
export function digestOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 32);
}
