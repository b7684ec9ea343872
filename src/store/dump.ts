import { LABELS, type Label } from '../graph/schema.ts';
import { statement } from './queries.ts';
import type { Row, Store } from './store.ts';

/** A node as the store holds it, by label and key. */
export interface StoredNode {
  readonly label: string;
  readonly key: string;
  readonly properties: Row;
}

/** A relationship as the store holds it, with its ends. */
export interface StoredLink {
  readonly type: string;
  readonly from: Pick<StoredNode, 'label' | 'key'>;
  readonly to: Pick<StoredNode, 'label' | 'key'>;
  readonly properties: Row;
}

/** Some nodes, and all that goes out from them. */
export interface Page {
  readonly nodes: readonly StoredNode[];
  readonly links: readonly StoredLink[];
}

/** Labels whose nodes have no relationship going out. */
const ENDS: ReadonlySet<string> = new Set(['Outlet', 'Asset']);

/** The whole graph, page by page, so that none is held in memory: label by label, in order of key. */
export async function* dump(store: Store): AsyncGenerator<Page> {
  for (const label of Object.keys(LABELS) as Label[]) yield* ofLabel(store, label);
}

async function* ofLabel(store: Store, label: Label): AsyncGenerator<Page> {
  for (let after = ''; ; ) {
    const rows = await store.read(statement(`dump${label}`), { after });
    const last = rows.at(-1);
    if (last === undefined) return;
    const nodes = rows.map(({ key, properties }) => ({ label, key: String(key), properties: properties as Row }));
    yield { nodes, links: ENDS.has(label) ? [] : await linksFrom(store, label, nodes) };
    after = String(last.key);
  }
}

async function linksFrom(store: Store, label: Label, nodes: readonly StoredNode[]): Promise<StoredLink[]> {
  const rows = await store.read(statement(`dumpFrom${label}`), { keys: nodes.map((node) => node.key) });
  return rows.map((row) => ({
    type: String(row.type),
    from: { label, key: String(row.key) },
    to: { label: String(row.label), key: String(row.to) },
    properties: row.properties as Row,
  }));
}
