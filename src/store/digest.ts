import { createHash } from 'node:crypto';
import { LABELS, type Label } from '../graph/schema.ts';
import { statement } from './queries.ts';
import type { Row, Store, Value } from './store.ts';

/** Where an article's file lay says nothing about the graph. */
const LEFT_OUT: ReadonlySet<string> = new Set(['file']);
/** Labels whose nodes have no relationship going out. */
const ENDS: ReadonlySet<string> = new Set(['Outlet', 'Asset']);
const MODULUS = 1n << 256n;

/**
 * One SHA-256 (hex) over every node and relationship of the graph with their properties: the same on every engine and
 * for every order of loading. Lines are hashed one by one and added up, so that no engine's order and no memory matters.
 */
export async function digest(store: Store): Promise<string> {
  let sum = 0n;
  for (const label of Object.keys(LABELS) as Label[]) {
    for await (const line of lines(store, label)) sum = (sum + number(line)) % MODULUS;
  }
  return createHash('sha256').update(sum.toString(16)).digest('hex');
}

/** The graph as canonical lines, in no particular order. */
async function* lines(store: Store, label: Label): AsyncGenerator<string> {
  for (let after = ''; ; ) {
    const rows = await store.read(statement(`dump${label}`), { after });
    for (const row of rows) yield JSON.stringify([label, row.key, canonical(row.properties)], exactly);
    const last = rows.at(-1);
    if (last === undefined) return;
    if (!ENDS.has(label)) yield* linksFrom(store, label, rows);
    after = String(last.key);
  }
}

async function* linksFrom(store: Store, label: Label, rows: readonly Row[]): AsyncGenerator<string> {
  const keys = rows.map((row) => row.key ?? null);
  for (const row of await store.read(statement(`dumpFrom${label}`), { keys })) {
    yield JSON.stringify([label, row.key, row.type, row.label, row.to, canonical(row.properties)], exactly);
  }
}

/** Properties in the order of their names, without those that are left out. */
function canonical(properties: Value | undefined): [string, Value][] {
  const entries = Object.entries((properties ?? {}) as Record<string, Value>);
  return entries.filter(([name]) => !LEFT_OUT.has(name)).sort(([a], [b]) => (a < b ? -1 : 1));
}

function exactly(_: string, value: unknown): unknown {
  return typeof value === 'bigint' ? `${value}n` : value;
}

function number(line: string): bigint {
  return BigInt(`0x${createHash('sha256').update(line).digest('hex')}`);
}
