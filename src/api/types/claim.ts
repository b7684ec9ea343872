import type { Value } from '../../store/store.ts';
import { related } from '../connection.ts';
import type { Context } from '../context.ts';
import { asObject, type GraphObject } from '../graph.ts';
import { globalId, type NodeType } from '../ids.ts';
import { citationOf } from './citation.ts';
import { reviewsOf } from './review.ts';

/** Fields of Claim that are no property of its node. */
export const Claim = {
  id: (claim: GraphObject) => globalId('Claim', String(claim.id)),
  key: (claim: GraphObject) => claim.id,
  evidence,
  citation: citationOf('claim'),
  reviews: reviewsOf('decisionsOfClaims'),
  context: ({ contextBefore, contextAfter }: GraphObject) => ({
    before: contextBefore ?? '',
    after: contextAfter ?? '',
  }),
  review: (claim: GraphObject) => claim.review ?? 'open',
  article: one('Article', (claim) => claim.articleId),
  actors: (claim: GraphObject) =>
    list(claim.actorTypes).map((type, i) => ({ type, ref: list(claim.actorRefs)[i], name: list(claim.actorNames)[i] })),
  recipient: ({ recipientType: type, recipientRef: ref, recipientName: name }: GraphObject) =>
    typeof type === 'string' ? { type, ref, name } : null,
  agency: one('Agency', (claim) => list(claim.actorRefs)[list(claim.actorTypes).indexOf('agency')]),
  programs: (claim: GraphObject, _: unknown, { graph }: Context) => graph.nodes('Program', claim.programIds),
  program: one('Program', (claim) => list(claim.programIds)[0]),
  places: (claim: GraphObject, _: unknown, { graph }: Context) => graph.nodes('Place', claim.placeCodes),
  place: one('Place', (claim) => claim.placeCode),
  partOf: one('Claim', (claim) => claim.partOf),
  parts: related('Claim', { query: 'partIdsOfClaims' }),
  paysFor: one('Claim', (claim) => claim.paysFor),
  supersedes: one('Claim', (claim) => claim.supersedes),
  fact: async (claim: GraphObject, _: unknown, { graph }: Context) => {
    const [row] = await graph.rows('factsOfClaims', String(claim.id));
    return row === undefined ? null : asObject('Fact', row.fact);
  },
};

/** Fields of Actor beside its type and name. */
export const Actor = {
  agency: actorNode('Agency', 'agency'),
  place: actorNode('Place', 'place'),
};

interface ActorObject {
  readonly type: Value;
  readonly ref: Value | undefined;
}

function actorNode(type: NodeType, actorType: string) {
  return (actor: ActorObject, _: unknown, { graph }: Context) =>
    actor.type === actorType ? graph.node(type, actor.ref) : null;
}

function one(type: NodeType, key: (claim: GraphObject) => Value | undefined) {
  return (claim: GraphObject, _: unknown, { graph }: Context) => graph.node(type, key(claim));
}

function list(value: Value | undefined): readonly Value[] {
  return Array.isArray(value) ? value : [];
}

/** The parallel lists of the node as one list; the words are cut from the quote where they lie in it. */
function evidence(claim: GraphObject): readonly object[] {
  const [quoteStart, quote] = [Number(claim.start), String(claim.quote)];
  return list(claim.evidenceFields).map((field, i) => {
    const [start, end] = [Number(list(claim.evidenceStarts)[i]), Number(list(claim.evidenceEnds)[i])];
    const inside = start >= quoteStart && end <= quoteStart + quote.length;
    const text = inside ? quote.slice(start - quoteStart, end - quoteStart) : null;
    return { field, start, end, from: list(claim.evidenceFroms)[i], text };
  });
}
