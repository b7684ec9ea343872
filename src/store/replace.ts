import { isDeepStrictEqual } from 'node:util';
import type { Divisions } from '../graph/build.ts';
import type { Graph, GraphNode, GraphRelationship, Label } from '../graph/schema.ts';
import { batch, groupBy, keyed, putNodes, putRelationships } from './batches.ts';
import type { Row, WriteBatch } from './store.ts';
import { normalise } from './values.ts';

/** What the store holds of the articles that are read again. */
export interface Before {
  /** What they named, by label. */
  readonly touched: ReadonlyMap<string, ReadonlySet<string>>;
  /** Of that, what they now read otherwise. */
  readonly changed: ReadonlyMap<string, ReadonlySet<string>>;
  readonly claims: readonly Row[];
}

/** What the articles named and what of it they now read otherwise; rows are those of `articleReadings`. */
export function namedBefore(rows: readonly Row[], graphs: readonly Graph[]): Omit<Before, 'claims'> {
  const now = new Map(graphs.flatMap(readingsOf));
  const changed = rows.filter(
    ({ key, label, node, publishedOn, reading }) =>
      !isDeepStrictEqual(now.get(`${key} ${label} ${node}`), { publishedOn, reading }),
  );
  return { touched: byLabel(rows), changed: byLabel(changed) };
}

function readingsOf({ nodes, relationships }: Graph): [string, unknown][] {
  const article = nodes.find((node) => node.label === 'Article');
  const publishedOn = article?.properties.publishedOn ?? null;
  const own = relationships.filter(({ type }) => type === 'MENTIONS' || type === 'PUBLISHED_BY');
  return own.map(({ from, to, properties }) => [
    `${from.key} ${to.label} ${to.key}`,
    { publishedOn, reading: normalise(properties) },
  ]);
}

function byLabel(rows: readonly Row[]): Map<string, Set<string>> {
  const labels = groupBy(rows, (row) => String(row.label));
  return new Map([...labels].map(([label, of]) => [label, new Set(of.map((row) => String(row.node)))]));
}

/** Takes away what older readings of the articles left. */
export function replacement(graphs: readonly Graph[], before: Before, articles: ReadonlySet<string>): WriteBatch[] {
  const present = namesOf(graphs);
  const old = before.claims.map((row) => String(row.id));
  const programs = [...(before.touched.get('Program') ?? [])].sort();
  const pairs = programs.flatMap((key) => [...articles].map((articleId) => ({ key, articleId })));
  return [
    keyed(
      'deleteClaims',
      old.filter((id) => !present.has(`Claim ${id}`)),
    ),
    keyed(
      'unlinkClaims',
      old.filter((id) => present.has(`Claim ${id}`)),
    ),
    keyed('unlinkArticles', before.touched.size === 0 ? [] : articles),
    batch('unlinkPrograms', pairs),
  ];
}

function namesOf(graphs: readonly Graph[]): Set<string> {
  return new Set(graphs.flatMap((graph) => graph.nodes.map((node) => `${node.label} ${node.key}`)));
}

/** Nodes first, then what joins them; an agency's parent is the one that its node has settled on. */
export function nodesAndLinks(graphs: readonly Graph[], merged: readonly GraphNode[]): WriteBatch[] {
  const nodes = new Map<string, GraphNode>();
  const links = new Map<string, GraphRelationship>();
  for (const graph of graphs) {
    for (const node of graph.nodes) nodes.set(`${node.label} ${node.key}`, node);
    for (const r of graph.relationships) links.set(linkKey(r), r);
  }
  for (const node of merged) nodes.set(`${node.label} ${node.key}`, node);
  const agencies = merged.filter((node) => node.label === 'Agency');
  const parents = agencies.flatMap(({ key, properties }) => {
    const { parent } = properties;
    return typeof parent === 'string' ? [{ from: key, to: parent, properties: {} }] : [];
  });
  return [
    ...putNodes(nodes.values()),
    keyed(
      'unlinkAgencies',
      agencies.map((node) => node.key),
    ),
    ...putRelationships(links.values()),
    batch(
      'linkAgencyPartOfAgency',
      parents.map(({ from, to }) => ({ from, to })),
    ),
  ];
}

function linkKey({ type, from, to, properties }: GraphRelationship): string {
  return `${type} ${from.label} ${from.key} ${to.label} ${to.key} ${properties.articleId ?? ''}`;
}

/** From a village up to its province, and over to what followed each. */
const DEEPEST = 9;

/**
 * Deletes what only older readings named; places from the lowest up, for a place holds its ancestors and its successor. What is named again
 * is not asked for: to count what points to it would be to walk every edge of a busy node.
 */
export function pruning(
  before: Before,
  graphs: readonly Graph[],
  divisions: Divisions,
  assets: readonly string[],
): WriteBatch[] {
  const present = namesOf(graphs);
  const gone = (label: Label) =>
    [...(before.touched.get(label) ?? [])].filter((key) => !present.has(`${label} ${key}`));
  const held = new Set<string>();
  for (const code of gone('Place')) holds(code, divisions, held);
  const places = [...held].filter((code) => !present.has(`Place ${code}`));
  return [
    keyed('pruneAgency', gone('Agency')),
    keyed('pruneProgram', gone('Program')),
    keyed('pruneOutlet', gone('Outlet')),
    keyed('pruneAsset', assets),
    ...Array.from({ length: places.length === 0 ? 0 : DEEPEST }, () => keyed('prunePlace', places)),
  ];
}

/** A place with all that its node brings along: its ancestors, and what followed any of them. */
function holds(code: string, divisions: Divisions, held: Set<string>): void {
  if (held.has(code)) return;
  held.add(code);
  const cut = code.lastIndexOf('/');
  const known = divisions(code);
  if (known.length === 0 && cut >= 0) holds(code.slice(0, cut), divisions, held);
  for (const { code: upper, followedBy } of known) {
    holds(upper, divisions, held);
    if (followedBy !== undefined) holds(followedBy.code, divisions, held);
  }
}
