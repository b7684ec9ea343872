import { compact, type GraphNode, type Properties, type Property } from '../graph/schema.ts';
import { searchText } from '../graph/search-text.ts';
import { statement } from './queries.ts';
import type { Row, Store } from './store.ts';

/** How one article reads an agency or a program. */
interface Reading {
  /** Publication date, then id: the least reading is the one that the node shows. */
  readonly by: string;
  readonly properties: Properties;
  readonly aliases: readonly string[];
}

/** An agency or program as one article gives it. */
export interface ReadNode {
  readonly node: GraphNode;
  readonly articleId: string;
  readonly publishedOn: string | null;
}

const QUERIES = {
  Agency: { stored: 'agenciesById', column: 'agency', readings: 'readingsOfAgency' },
  Program: { stored: 'programsById', column: 'program', readings: 'readingsOfProgram' },
} as const;

/**
 * The nodes with what all articles say of them: aliases are the union, the rest is the earliest article's, whatever the
 * order in which articles came. For the keys of `reread` the older words of re-read articles are forgotten, which
 * takes a look at every article that mentions them.
 */
export async function mergedNodes(
  store: Store,
  label: 'Agency' | 'Program',
  read: readonly ReadNode[],
  reread: { readonly keys: ReadonlySet<string>; readonly articles: ReadonlySet<string> },
): Promise<GraphNode[]> {
  const { stored, column, readings } = QUERIES[label];
  const keys = [...new Set([...read.map((r) => r.node.key), ...reread.keys])].sort();
  if (keys.length === 0) return [];
  const known = new Map(
    (await store.read(statement(stored), { keys })).map((row) => [String(row.key), row[column] as Row]),
  );
  const again = keys.filter((key) => reread.keys.has(key));
  const older = again.length === 0 ? [] : await store.read(statement(readings), { keys: again });
  const kept = older.filter((row) => !reread.articles.has(String(row.articleId)));
  return keys.flatMap((key) => {
    const node = known.get(key);
    const base = reread.keys.has(key)
      ? kept.filter((row) => row.key === key).map((row) => past(row, node))
      : storedReading(node);
    const all = [...base, ...read.filter((r) => r.node.key === key).map(fresh)];
    return all.length === 0 ? [] : [merged(label, key, all)];
  });
}

/** The node as it is once one article more reads it; `before` is what the others made of it. */
export function mergedReading(label: 'Agency' | 'Program', before: GraphNode | undefined, read: ReadNode): GraphNode {
  return merged(label, read.node.key, [...storedReading(before?.properties), fresh(read)]);
}

function fresh({ node, articleId, publishedOn }: ReadNode): Reading {
  return { by: rank(publishedOn, articleId), properties: node.properties, aliases: strings(node.properties.aliases) };
}

function storedReading(node: Row | Properties | undefined): Reading[] {
  if (node === undefined) return [];
  return [{ by: String(node.chosenBy), properties: node as Properties, aliases: strings(node.aliases) }];
}

/** An article's reading as MENTIONS keeps it; what the key decides (id, name, type, place) is the node's. */
function past(row: Row, node: Row | undefined): Reading {
  const { count: _, ...said } = row.reading as Record<string, Property>;
  const { id, name, type, placeCode } = (node ?? {}) as Record<string, Property>;
  const properties = compact({ id, name, type, placeCode, ...said });
  return {
    by: rank(row.publishedOn as string | null, String(row.articleId)),
    properties,
    aliases: strings(said.aliases),
  };
}

function merged(label: 'Agency' | 'Program', key: string, readings: readonly Reading[]): GraphNode {
  const first = readings.reduce((a, b) => (b.by < a.by ? b : a));
  const aliases = [...new Set(readings.flatMap((r) => r.aliases))].sort();
  const { name, nameEn } = first.properties;
  const others = [...aliases, ...(nameEn === undefined ? [] : [String(nameEn)])];
  const words = { searchText: searchText([String(name)], others) };
  const properties = compact({ ...first.properties, aliases, ...words, chosenBy: first.by });
  return { label, key, properties };
}

function rank(publishedOn: string | null, articleId: string): string {
  return `${publishedOn ?? '9999'} ${articleId}`;
}

function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
