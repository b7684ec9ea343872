import {
  compact,
  type GraphNode,
  type GraphRelationship,
  type NodeRef,
  type Properties,
  type RelationshipType,
} from '../graph/schema.ts';
import type { FactClaim } from './claims.ts';
import type { Fact } from './facts.ts';

interface Ends {
  readonly source: NodeRef | null;
  /** Whether the source acted, or is only where it happened. */
  readonly sourceFrom: 'actor' | 'place' | null;
  readonly target: NodeRef | null;
}

const DERIVED: readonly RelationshipType[] = ['FUNDED', 'DEPLOYED', 'STAFFED', 'OPERATES'];

/**
 * Between what the derived edge of a fact runs. The actor is the source; where the text names none, what was built or
 * posted hangs on its place. Money has no payer that the text does not name, and a class of bodies is never its county.
 */
function endsOf(claim: FactClaim): Ends {
  const i = claim.actorTypes.findIndex((type) => type !== 'class');
  const key = claim.actorRefs[i];
  const program = claim.programIds[0];
  const target = targetOf(program, claim.asset);
  if (key)
    return {
      source: { label: claim.actorTypes[i] === 'place' ? 'Place' : 'Agency', key },
      sourceFrom: 'actor',
      target,
    };
  const hangs = claim.actorTypes.length === 0 && claim.kind !== 'FUNDED' && claim.placeCode !== null;
  if (!hangs || claim.placeCode === null) return { source: null, sourceFrom: null, target };
  return { source: { label: 'Place', key: claim.placeCode }, sourceFrom: 'place', target };
}

function targetOf(program: string | undefined, asset: string | null): NodeRef | null {
  if (program !== undefined) return { label: 'Program', key: program };
  return asset === null ? null : { label: 'Asset', key: asset };
}

/** The fact as a node. */
export function factNode(fact: Fact): GraphNode {
  const { claim, period } = fact;
  const { source, sourceFrom, target } = endsOf(claim);
  const properties = compact({
    ...{ id: fact.id, factKey: fact.factKey, kind: claim.kind, asset: claim.asset, assetText: claim.assetText },
    ...{
      counted: claim.counted,
      unit: claim.unit,
      figure: claim.figure,
      min: fact.min,
      max: fact.max,
      approx: claim.approx,
    },
    ...{ year: claim.year, from: claim.from, to: claim.to, stage: claim.stage, scope: claim.scope },
    ...{ first: period.first, last: period.last, dated: isDated(claim) },
    ...{ firstReport: fact.firstReport, lastReport: fact.lastReport },
    part: claim.partOf !== null || claim.scope === 'of_which',
    disputed: fact.conflicts.length > 0,
    corrected: fact.claims.some((c) => c.corrected) || null,
    ...{ claims: fact.claims.length, sources: fact.sources.length, claimId: claim.id, articleId: claim.articleId },
    ...{ articleIds: [...new Set(fact.claims.map((c) => c.articleId))].sort(), quote: claim.quote },
    ...{ actorTypes: claim.actorTypes, actorRefs: claim.actorRefs, actorNames: claim.actorNames },
    ...{ program: claim.program, programIds: claim.programIds },
    ...{ placeCode: claim.placeCode, placeName: claim.placeName },
    ...{ sourceLabel: source?.label, sourceKey: source?.key, sourceFrom },
    ...{ targetLabel: target?.label, targetKey: target?.key },
  });
  return { label: 'Fact', key: fact.id, properties };
}

/** Whether words date it. */
function isDated({ from, to, asOf, dateText }: FactClaim): boolean {
  return from !== null || to !== null || asOf !== null || dateText !== null;
}

/** SUPPORTS from its claims, and CONFLICTS_WITH once per pair. */
export function factRelationships(fact: Fact): GraphRelationship[] {
  const self: NodeRef = { label: 'Fact', key: fact.id };
  const supports = fact.claims.map((c) => link('SUPPORTS', { label: 'Claim', key: c.id }, self));
  const later = fact.conflicts.filter((other) => other > fact.id);
  const conflicts = later.map((other) => link('CONFLICTS_WITH', self, { label: 'Fact', key: other }));
  return [...supports, ...conflicts];
}

/** The one edge that a fact draws between who acted and what, by the properties of its node; none where either is unknown. */
export function derivedEdge(fact: Readonly<Record<string, unknown>>): GraphRelationship[] {
  const { id: factId, sourceLabel, sourceKey, targetLabel, targetKey, figure, min, max, year, stage } = fact;
  const type = DERIVED.find((kind) => kind === fact.kind);
  if (type === undefined || sourceKey === undefined || targetKey === undefined) return [];
  const from = { label: sourceLabel, key: sourceKey } as NodeRef;
  const to = { label: targetLabel, key: targetKey } as NodeRef;
  const properties = { factId, figure, min, max, year, stage, source: fact.sourceFrom } as Properties;
  return [{ type, from, to, properties: compact(properties) }];
}

function link(type: RelationshipType, from: NodeRef, to: NodeRef): GraphRelationship {
  return { type, from, to, properties: {} };
}
