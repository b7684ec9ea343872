import { createHash } from 'node:crypto';
import { dump } from './dump.ts';
import type { Row, Store, Value } from './store.ts';

/** Where an article's file lay says nothing about the graph. */
const LEFT_OUT: ReadonlySet<string> = new Set(['file']);
const MODULUS = 1n << 256n;

/**
 * One SHA-256 (hex) over every node and relationship of the graph with their properties: the same on every engine and
 * for every order of loading. Lines are hashed one by one and added up, so that no engine's order and no memory matters.
 */
export async function digest(store: Store): Promise<string> {
  let sum = 0n;
  for await (const text of lines(store)) sum = (sum + number(text)) % MODULUS;
  return createHash('sha256').update(sum.toString(16)).digest('hex');
}

/** The graph as canonical lines, in no particular order. */
async function* lines(store: Store): AsyncGenerator<string> {
  for await (const { nodes, links } of dump(store)) {
    for (const { label, key, properties } of nodes) yield line(label, key, canonical(properties));
    for (const { type, from, to, properties } of links)
      yield line(from.label, from.key, type, to.label, to.key, canonical(properties));
  }
}

function line(...parts: readonly unknown[]): string {
  return JSON.stringify(parts, exactly);
}

/** Properties in the order of their names, without those that are left out. */
function canonical(properties: Row): [string, Value][] {
  const entries = Object.entries(properties);
  return entries.filter(([name]) => !LEFT_OUT.has(name)).sort(([a], [b]) => (a < b ? -1 : 1));
}

function exactly(_: string, value: unknown): unknown {
  return typeof value === 'bigint' ? `${value}n` : value;
}

function number(line: string): bigint {
  return BigInt(`0x${createHash('sha256').update(line).digest('hex')}`);
}
