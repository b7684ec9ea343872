import { type FactClaim, factClaim, factKey } from '../fact/claims.ts';
import { factNode, factRelationships } from '../fact/edge.ts';
import { type Fact, factsOfGroup } from '../fact/facts.ts';
import type { SourceFamilies } from '../fact/families.ts';
import { type GraphNode, LABELS, type NodeRef } from '../graph/schema.ts';
import { batch, groupBy, keyed, putNodes, putRelationships } from './batches.ts';
import { statement } from './queries.ts';
import type { Row, Store, WriteBatch } from './store.ts';

/** The claim's node with the key under which it meets others. */
export function withFactKey(node: GraphNode): GraphNode {
  return { ...node, properties: { ...node.properties, factKey: factKey(factClaim(node.properties)) } };
}

/** What the derivation of facts starts from. */
export interface Change {
  /** The claims of the articles just read. */
  readonly claims: readonly GraphNode[];
  /** The articles just read: what the store has of them is out of date. */
  readonly articles: ReadonlySet<string>;
  /** Keys under which something may have changed. */
  readonly factKeys: ReadonlySet<string>;
}

/** The batches that bring facts, conflicts and derived edges up to date, and the assets that lost an edge. */
export async function deriveFacts(
  store: Store,
  change: Change,
  families: SourceFamilies,
): Promise<{ batches: WriteBatch[]; assets: string[] }> {
  const keys = [...change.factKeys].sort();
  const older = await store.read(statement('factsOfFactKeys'), { keys });
  const stored = (await store.read(statement('claimsOfFactKeys'), { keys })).map((row) => keyedClaim(row.claim as Row));
  const kept = stored.filter(({ claim }) => !change.articles.has(claim.articleId));
  const facts = factsOf([...kept, ...change.claims.map((node) => keyedClaim(node.properties))], families);
  const assets = older.filter((row) => row.targetLabel === 'Asset').map((row) => String(row.targetKey));
  return {
    batches: [
      ...removal(
        older,
        kept.map(({ claim }) => claim),
        facts,
      ),
      ...addition(facts),
    ],
    assets,
  };
}

/** A claim under the key that its node carries: one that older rules wrote keeps its facts. */
interface KeyedClaim {
  readonly key: string;
  readonly claim: FactClaim;
}

function keyedClaim(properties: Readonly<Record<string, unknown>>): KeyedClaim {
  return { key: String(properties.factKey), claim: factClaim(properties) };
}

function factsOf(claims: readonly KeyedClaim[], families: SourceFamilies): Fact[] {
  const family = memoised((id: string) => families.family(id));
  const groups = [...groupBy(claims, ({ key }) => key)];
  return groups.flatMap(([key, group]) =>
    factsOfGroup(
      key,
      group.map(({ claim }) => claim),
      family,
    ),
  );
}

function memoised<T>(of: (id: string) => T): (id: string) => T {
  const known = new Map<string, T>();
  return (id) => {
    const value = known.get(id) ?? of(id);
    known.set(id, value);
    return value;
  };
}

function removal(older: readonly Row[], kept: readonly FactClaim[], facts: readonly Fact[]): WriteBatch[] {
  const current = new Set(facts.map((fact) => fact.id));
  const from = (label: string) =>
    older
      .filter((row) => row.sourceLabel === label)
      .map((row) => ({ from: row.sourceKey ?? null, factId: row.id ?? null }));
  const ids = older.map((row) => String(row.id));
  return [
    batch('unlinkDerivedFromAgency', from('Agency')),
    batch('unlinkDerivedFromPlace', from('Place')),
    keyed(
      'unlinkSupports',
      kept.map((claim) => claim.id),
    ),
    keyed(
      'unlinkConflicts',
      ids.filter((id) => current.has(id)),
    ),
    keyed(
      'deleteFacts',
      ids.filter((id) => !current.has(id)),
    ),
  ];
}

function addition(facts: readonly Fact[]): WriteBatch[] {
  const relationships = facts.flatMap(factRelationships);
  const assets = new Set(
    relationships
      .map((r) => r.to)
      .filter((to) => to.label === 'Asset')
      .map((to) => to.key),
  );
  return [
    ...putNodes([...assets].sort().map((key) => assetNode({ label: 'Asset', key }))),
    ...putNodes(facts.map(factNode)),
    ...putRelationships(relationships),
  ];
}

function assetNode({ label, key }: NodeRef): GraphNode {
  const name = ASSET_NAMES[key] ?? key;
  return { label, key, properties: { [LABELS[label].key]: key, name, nameEn: key.replaceAll('_', ' ') } };
}

/** What Neo4j Browser writes on an Asset node. */
const ASSET_NAMES: Readonly<Record<string, string>> = {
  camera: '摄像头',
  platform: '平台',
  checkpoint: '卡口',
  patrol_car: '巡逻车',
  police_station: '派出所',
  police_box: '警务室',
  assistant_police: '辅警',
  patrol_team: '巡逻队',
  alarm: '报警设备',
  village_center: '村级中心',
  software: '软件',
  other: '其他',
};
