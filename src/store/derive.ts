import { isDeepStrictEqual } from 'node:util';
import { type FactClaim, factClaim, factKey } from '../fact/claims.ts';
import { derivedEdge, factNode, factRelationships } from '../fact/edge.ts';
import { type Fact, factsOfGroup } from '../fact/facts.ts';
import type { SourceFamilies } from '../fact/families.ts';
import { loadJson } from '../gazetteer/data.ts';
import { type GraphNode, type GraphRelationship, LABELS, type NodeRef } from '../graph/schema.ts';
import { batch, groupBy, keyed, putNodes, putRelationships } from './batches.ts';
import { statement } from './queries.ts';
import type { Params, Row, Store, WriteBatch } from './store.ts';
import { normalise } from './values.ts';

/** What Neo4j Browser writes on an Asset node. */
const ASSET_NAMES = loadJson<Readonly<Record<string, string>>>('asset-names.json');

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
  const older = (await store.read(statement('factsOfFactKeys'), { keys })).map((row) => row.fact as Row);
  const stored = (await store.read(statement('claimsOfFactKeys'), { keys })).map((row) => keyedClaim(row.claim as Row));
  const kept = stored.filter(({ claim }) => !change.articles.has(claim.articleId));
  const facts = factsOf([...kept, ...change.claims.map((node) => keyedClaim(node.properties))], families);
  const assets = older.filter((fact) => fact.targetLabel === 'Asset').map((fact) => String(fact.targetKey));
  const loose = kept.map(({ claim }) => claim.id);
  return { batches: [keyed('unlinkSupports', loose), ...changes(older, facts)], assets };
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

/** Only facts that differ from what is stored are written: a busy place's edges are slow to walk. */
function changes(older: readonly Row[], facts: readonly Fact[]): WriteBatch[] {
  const before = new Map(older.map((fact) => [String(fact.id), fact]));
  const nodes = new Map(facts.map((fact) => [fact.id, factNode(fact)]));
  const same = (id: string) => isDeepStrictEqual(before.get(id), normalise(nodes.get(id)?.properties));
  const outdated = older.filter((fact) => !same(String(fact.id)));
  const rewritten = facts.filter((fact) => !same(fact.id));
  return [
    ...removal(outdated, nodes),
    ...addition(
      rewritten.flatMap((fact) => nodes.get(fact.id) ?? []),
      rewritten.flatMap(derivedEdge),
    ),
    keyed(
      'unlinkConflicts',
      [...before.keys()].filter((id) => nodes.has(id)),
    ),
    ...putRelationships(facts.flatMap(factRelationships)),
  ];
}

function removal(outdated: readonly Row[], current: ReadonlyMap<string, GraphNode>): WriteBatch[] {
  const from = (label: string) => outdated.filter((fact) => fact.sourceLabel === label).map(edgeRow);
  const gone = outdated.map((fact) => String(fact.id)).filter((id) => !current.has(id));
  return [
    batch('unlinkDerivedFromAgency', from('Agency')),
    batch('unlinkDerivedFromPlace', from('Place')),
    keyed('deleteFacts', gone),
  ];
}

function edgeRow(fact: Row): Params {
  return { from: fact.sourceKey ?? null, factId: fact.id ?? null };
}

function addition(nodes: readonly GraphNode[], edges: readonly GraphRelationship[]): WriteBatch[] {
  const targets = edges.map((edge) => edge.to).filter((to) => to.label === 'Asset');
  const assets = [...new Set(targets.map((to) => to.key))].sort();
  return [
    ...putNodes(assets.map((key) => assetNode({ label: 'Asset', key }))),
    ...putNodes(nodes),
    ...putRelationships(edges),
  ];
}

function assetNode({ label, key }: NodeRef): GraphNode {
  const name = ASSET_NAMES[key] ?? key;
  return { label, key, properties: { [LABELS[label].key]: key, name, nameEn: key.replaceAll('_', ' ') } };
}
