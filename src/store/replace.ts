import type { Divisions } from '../graph/build.ts';
import type { Graph, GraphNode, GraphRelationship } from '../graph/schema.ts';
import { batch, keyed, putNodes, putRelationships } from './batches.ts';
import type { Row, WriteBatch } from './store.ts';

/** What the store holds of the articles that are read again. */
export interface Before {
  readonly touched: ReadonlyMap<string, ReadonlySet<string>>;
  readonly claims: readonly Row[];
}

/** Takes away what older readings of the articles left. */
export function replacement(graphs: readonly Graph[], before: Before, articles: ReadonlySet<string>): WriteBatch[] {
  const present = new Set(graphs.flatMap((graph) => graph.nodes.map((node) => `${node.label} ${node.key}`)));
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

const DEEPEST = 6;

/** Deletes what only older readings named; places from the lowest up, for a place holds its ancestors. */
export function pruning(before: Before, divisions: Divisions, assets: readonly string[]): WriteBatch[] {
  const places = [...(before.touched.get('Place') ?? [])].flatMap((code) => [code, ...ancestors(code, divisions)]);
  const agencies = before.touched.get('Agency') ?? [];
  return [
    keyed('pruneAgency', agencies),
    keyed('pruneProgram', before.touched.get('Program') ?? []),
    keyed('pruneOutlet', before.touched.get('Outlet') ?? []),
    keyed('pruneAsset', assets),
    ...Array.from({ length: places.length === 0 ? 0 : DEEPEST }, () => keyed('prunePlace', places)),
  ];
}

function ancestors(code: string, divisions: Divisions): string[] {
  const cut = code.lastIndexOf('/');
  const known = divisions(code).map((place) => place.code);
  return known.length > 0 || cut < 0 ? known : [code.slice(0, cut), ...ancestors(code.slice(0, cut), divisions)];
}
