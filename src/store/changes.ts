import { loadJson } from '../gazetteer/data.ts';
import { type GraphNode, type GraphRelationship, LABELS } from '../graph/schema.ts';
import { batch, groupBy, keyed, putNodes, putRelationships } from './batches.ts';
import type { WriteBatch } from './store.ts';

/** What Neo4j Browser writes on an Asset node. */
const ASSET_NAMES = loadJson<Readonly<Record<string, string>>>('asset-names.json');

/** In what the facts of a batch differ from those that the store holds. */
export class Changes {
  /** Facts that are no more. */
  readonly gone: string[] = [];
  readonly nodes: GraphNode[] = [];
  readonly lostEdges: GraphRelationship[] = [];
  readonly edges: GraphRelationship[] = [];
  /** Claims that support another fact than before. */
  readonly loose: string[] = [];
  readonly lostConflicts: { readonly from: string; readonly to: string }[] = [];
  readonly links: GraphRelationship[] = [];

  /** The batches that write it: first what goes, then what comes. */
  batches(): WriteBatch[] {
    return [
      keyed('unlinkSupports', this.loose),
      batch('unlinkConflicts', this.lostConflicts),
      ...this.#lostFrom('Agency'),
      ...this.#lostFrom('Place'),
      keyed('deleteFacts', this.gone),
      ...putNodes([...assetsOf(this.edges)].sort().map(assetNode)),
      ...putNodes(this.nodes),
      ...putRelationships(this.edges),
      ...putRelationships(this.links),
    ];
  }

  /** The assets that lost an edge and gained none. */
  lostAssets(): string[] {
    const gained = assetsOf(this.edges);
    return [...assetsOf(this.lostEdges)].filter((asset) => !gained.has(asset));
  }

  #lostFrom(label: 'Agency' | 'Place'): WriteBatch[] {
    const lost = groupBy(
      this.lostEdges.filter((edge) => edge.from.label === label),
      (edge) => edge.from.key,
    );
    const rows = [...lost].map(([key, edges]) => ({
      key,
      factIds: edges.map((edge) => String(edge.properties.factId)),
    }));
    return [batch(`unlinkDerivedFrom${label}`, rows)];
  }
}

function assetsOf(edges: readonly GraphRelationship[]): Set<string> {
  return new Set(edges.filter((edge) => edge.to.label === 'Asset').map((edge) => edge.to.key));
}

/** The node of a kind of thing. */
export function assetNode(key: string): GraphNode {
  const name = ASSET_NAMES[key] ?? key;
  return { label: 'Asset', key, properties: { [LABELS.Asset.key]: key, name, nameEn: key.replaceAll('_', ' ') } };
}
