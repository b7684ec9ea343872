import type { Driver } from 'neo4j-driver';
import { gazetteerDivisions } from '../../src/graph/divisions.ts';
import type { GraphNode, GraphRelationship } from '../../src/graph/schema.ts';
import { putNodes, putRelationships } from '../../src/store/batches.ts';
import type { Store, WriteBatch } from '../../src/store/store.ts';
import { wholeGraph } from '../../src/store/whole-graph.ts';
import { generatedArticles } from './generated-articles.ts';

/** The rows of a graph, one batch per statement: nodes, which relationships have to wait for. */
export interface GraphRows {
  readonly nodes: readonly WriteBatch[];
  readonly links: readonly WriteBatch[];
  readonly count: { readonly nodes: number; readonly links: number };
}

/** The graph of so many generated claims, as rows. */
export async function generatedRows(claims: number): Promise<GraphRows> {
  const nodes: GraphNode[] = [];
  const links: GraphRelationship[] = [];
  for await (const page of wholeGraph(generatedArticles(claims), gazetteerDivisions)) {
    nodes.push(...(page.nodes as readonly GraphNode[]));
    links.push(...(page.links as readonly GraphRelationship[]));
  }
  return {
    nodes: putNodes(nodes),
    links: putRelationships(links),
    count: { nodes: nodes.length, links: links.length },
  };
}

/** Batches of at most so many rows. */
export function split(batches: readonly WriteBatch[], size: number): WriteBatch[] {
  return batches.flatMap(({ statement, rows }) =>
    Array.from({ length: Math.ceil(rows.length / size) }, (_, i) => ({
      statement,
      rows: rows.slice(i * size, (i + 1) * size),
    })),
  );
}

/** Writes all rows, a transaction per batch of `size`; each of the writers takes a statement at a time, whole. */
export async function writeRows(
  store: Store,
  { nodes, links }: GraphRows,
  size: number,
  writers: number,
): Promise<void> {
  for (const batches of [nodes, links]) {
    const left = [...batches].sort((a, b) => b.rows.length - a.rows.length);
    const writer = async () => {
      for (let next = left.shift(); next !== undefined; next = left.shift())
        for (const part of split([next], size)) await store.write([part]);
    };
    await Promise.all(Array.from({ length: writers }, writer));
  }
}

/** Leaves the schema, and nothing else. */
export async function emptyGraph(driver: Driver): Promise<void> {
  const session = driver.session();
  await session.run('MATCH ()-[r]->() CALL (r) { DELETE r } IN TRANSACTIONS OF 20000 ROWS');
  await session.run('MATCH (n) CALL (n) { DELETE n } IN TRANSACTIONS OF 20000 ROWS');
  await session.close();
}
