import { badRequest } from './errors.ts';

/** Types that have a global id, with the statement that reads them by key. */
export const NODE_TYPES = {
  Place: 'placesByCode',
  Agency: 'agenciesById',
  Program: 'programsById',
  Article: 'articleHeads',
  Claim: 'claimsById',
  Fact: 'factsById',
  Outlet: 'outletsByName',
  Review: 'reviewsById',
} as const;

/** A type of the schema that has a global id. */
export type NodeType = keyof typeof NODE_TYPES;

/** `Place:370503`: readable, and unique in the whole graph. */
export function globalId(type: NodeType, key: string): string {
  return `${type}:${key}`;
}

/** Type and key of a global id; null for anything else. */
export function parseGlobalId(id: string): { readonly type: NodeType; readonly key: string } | null {
  const [type = ''] = id.split(':', 1);
  return Object.hasOwn(NODE_TYPES, type) ? { type: type as NodeType, key: id.slice(type.length + 1) } : null;
}

/** The key that a caller means by a key or a global id of that type. */
export function keyOf(type: NodeType, id: string): string {
  const parsed = parseGlobalId(id);
  return parsed?.type === type ? parsed.key : id;
}

const CURSOR = 'after:';

/** The opaque cursor of a key. */
export function toCursor(key: string): string {
  return Buffer.from(CURSOR + key).toString('base64url');
}

/** The key of a cursor, '' for none; @throws BAD_USER_INPUT for what is no cursor of ours. */
export function fromCursor(cursor: string | null | undefined): string {
  if (cursor === null || cursor === undefined) return '';
  const decoded = Buffer.from(cursor, 'base64url').toString();
  if (!decoded.startsWith(CURSOR)) throw badRequest('after: not a cursor that this API gave');
  return decoded.slice(CURSOR.length);
}
