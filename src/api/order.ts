import type { Params, Row } from '../store/store.ts';
import { badRequest } from './errors.ts';

/** In which order a list comes. */
export interface Order {
  readonly by: string;
  readonly direction?: 'ASC' | 'DESC' | null;
}

/** Where a page begins: after the one with that key, which ranks there; null where its rank is not known. */
type Place = readonly [key: string, rank: string | number | bigint | null];

/** The parameters by which a statement orders its page, and begins it after a cursor; @throws BAD_USER_INPUT for a cursor of another order. */
export function orderParams(order: Order | null | undefined, cursor: string | null | undefined): Params {
  const { by = 'ID', direction } = order ?? {};
  const descending = direction === 'DESC' ? 1 : 0;
  const params = { order: by, descending };
  if (cursor === null || cursor === undefined) return params;
  const [key, rank] = read(cursor, nameOf(by, descending));
  return { ...params, afterKey: key, afterRank: rank, afterOpen: rank === null ? 1 : 0 };
}

/** The opaque cursor of a row of a page with that order: key and rank, so that it holds when others come or go. */
export function cursorOf(order: Order | null | undefined, row: Row): string {
  const name = nameOf(order?.by ?? 'ID', order?.direction === 'DESC' ? 1 : 0);
  const rank = typeof row.rank === 'bigint' ? [row.rank.toString()] : row.rank;
  return Buffer.from(JSON.stringify([name, row.key, rank])).toString('base64url');
}

function nameOf(by: string, descending: number): string {
  return descending === 1 ? `-${by}` : by;
}

function read(cursor: string, name: string): Place {
  const parsed = parse(cursor);
  const [order, key, given] = Array.isArray(parsed) ? parsed : [];
  const rank = Array.isArray(given) && /^-?\d{1,30}$/.test(String(given[0])) ? BigInt(String(given[0])) : given;
  const isPlace = typeof key === 'string' && (rank === null || /^(?:string|number|bigint)$/.test(typeof rank));
  if (typeof order !== 'string' || !isPlace)
    throw badRequest('after: not a cursor that this list gave; leave it out to begin');
  if (order !== name)
    throw badRequest('after: a cursor of another order; a list is read on in the order in which it was begun');
  return [key, rank];
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return null;
  }
}
