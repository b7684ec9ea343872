import { compactForm } from '../text/search-form.ts';
import type { Hit, Params, Row, Statement } from './store.ts';

/** How search reads an engine: its statements, and whether its full-text index knows phrases. */
export interface Asked {
  /** The engine's name. */
  readonly engine: string;
  read(statement: Statement, params?: Params): Promise<Row[]>;
}

/** A row that has a key, a name and a rank. */
export function hitOf(label: string, { key, name, rank }: Row): Hit {
  return { label, key: String(key), name: String(name ?? ''), score: Number(rank) + 1 };
}

/** The marks of `searchText` that say of a name how it is meant: `hitOrder`. */
export function marksOf(query: string): Params {
  const key = compactForm(query);
  return { exact: `=${key} `, begins: `=${key}`, other: `|${key}` };
}

/** Best first: by score, shorter name, key and label; pure, so that no engine orders otherwise. */
export function best(hits: readonly Hit[], limit: number): Hit[] {
  const order = (a: Hit, b: Hit) =>
    b.score - a.score || [...a.name].length - [...b.name].length || compare(a.key, b.key) || compare(a.label, b.label);
  return [...hits].sort(order).slice(0, limit);
}

const compare = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);

/** The sums of rows of each label; labels without a row have none. */
export function totalsOf(labels: readonly string[], rows: readonly Row[]): ReadonlyMap<string, number> {
  const totals = new Map(labels.map((label) => [label, 0]));
  for (const { label, total } of rows) totals.set(String(label), (totals.get(String(label)) ?? 0) + Number(total));
  return totals;
}
