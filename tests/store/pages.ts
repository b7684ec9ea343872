import type { GraphNode, GraphRelationship } from '../../src/graph/schema.ts';
import { putNodes, putRelationships } from '../../src/store/batches.ts';
import { digest } from '../../src/store/digest.ts';
import type { Page } from '../../src/store/dump.ts';
import { openStore } from '../../src/store/engines.ts';

/** The digest of pages, written as they are into an empty store. */
export async function digestOf(pages: AsyncIterable<Page> | Iterable<Page>): Promise<string> {
  const store = await openStore('memory:');
  const links: GraphRelationship[] = [];
  for await (const page of pages) {
    await store.write(putNodes(page.nodes as GraphNode[]));
    links.push(...(page.links as GraphRelationship[]));
  }
  await store.write(putRelationships(links));
  const sum = await digest(store);
  await store.close();
  return sum;
}
