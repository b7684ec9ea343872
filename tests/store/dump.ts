import { LABELS, type Label } from '../../src/graph/schema.ts';
import { statement } from '../../src/store/queries.ts';
import type { Row, Store } from '../../src/store/store.ts';

/** Labels whose nodes have no relationship going out. */
const ENDS: ReadonlySet<string> = new Set(['Outlet', 'Asset']);

/** Everything in a store as sorted lines, one for each node and relationship with all its properties. */
export async function dump(store: Store): Promise<string[]> {
  const lines: string[] = [];
  for (const label of Object.keys(LABELS) as Label[]) {
    for await (const rows of pages(store, label)) {
      for (const { key, properties } of rows) lines.push(line([label, key, sorted(properties)]));
      if (ENDS.has(label)) continue;
      const keys = rows.map(({ key }) => key ?? null);
      for (const row of await store.read(statement(`dumpFrom${label}`), { keys }))
        lines.push(line([label, row.key, row.type, row.label, row.to, sorted(row.properties)]));
    }
  }
  return lines.sort();
}

/** The keys of a label's nodes, in order. */
export async function keysOf(store: Store, label: Label): Promise<string[]> {
  const keys: string[] = [];
  for await (const rows of pages(store, label)) for (const { key } of rows) keys.push(String(key));
  return keys;
}

async function* pages(store: Store, label: Label): AsyncGenerator<Row[]> {
  for (let after = ''; ; ) {
    const rows = await store.read(statement(`dump${label}`), { after });
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows;
    after = String(last.key);
  }
}

function sorted(properties: unknown): [string, unknown][] {
  return Object.entries(properties ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
}

function line(of: readonly unknown[]): string {
  return JSON.stringify(of, (_, value) => (typeof value === 'bigint' ? `${value}n` : value));
}
