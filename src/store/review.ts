import { type FactClaim, factClaim, factKey } from '../fact/claims.ts';
import { corrected } from '../fact/corrected.ts';
import { compact, type GraphNode, type GraphRelationship, type Properties } from '../graph/schema.ts';
import { claimsOf, type Decision, targetOf } from '../review/decision.ts';
import { Reviews } from '../review/reviews.ts';
import { batch, keyed, putNodes } from './batches.ts';
import { statement } from './queries.ts';
import type { Row, Store, WriteBatch } from './store.ts';

/** The decisions that a store holds. */
export async function storedReviews(store: Store): Promise<Reviews> {
  const reviews = new Reviews();
  for (let after = ''; ; ) {
    const rows = await store.read(statement('dumpReview'), { after });
    for (const { properties } of rows) reviews.put(JSON.parse(String((properties as Row).decision)));
    const last = rows.at(-1);
    if (last === undefined) return reviews;
    after = String(last.key);
  }
}

/** What of a claim goes into facts, by its node: as a person put it right; null for one that was rejected. */
export function reviewedClaim(properties: Readonly<Record<string, unknown>>, reviews: Reviews): FactClaim | null {
  const claim = factClaim(properties);
  const decision = reviews.claim(claim.id);
  if (decision?.verdict === 'reject') return null;
  return decision?.set === undefined ? claim : corrected(claim, decision.set);
}

/** The claim's node with the key under which it meets others, and what was decided on it; a rejected one meets none. */
export function settledClaim(node: GraphNode, reviews: Reviews): GraphNode {
  const { review: _, factKey: __, ...own } = node.properties;
  const claim = reviewedClaim(own, reviews);
  const review = reviews.claim(node.key)?.verdict;
  return {
    ...node,
    properties: compact({ ...own, review, factKey: claim === null ? null : factKey(claim) }),
  };
}

/** The article's node, marked where its source took it back, changed it, or is gone. */
export function settledArticle(node: GraphNode, reviews: Reviews): GraphNode {
  const { state: _, stateOn: __, ...own } = node.properties;
  const decision = reviews.article(node.key);
  return { ...node, properties: compact({ ...own, state: decision?.verdict, stateOn: decision?.on }) };
}

/** What the store has of articles on whose claims something was decided. */
export interface Again {
  readonly articles: readonly string[];
  /** Articles and claims as they now are. */
  readonly nodes: readonly GraphNode[];
  readonly claims: readonly GraphNode[];
  /** The keys under which the claims stood. */
  readonly oldKeys: readonly string[];
  /** What writes the nodes, and takes the claims from their facts. */
  readonly batches: readonly WriteBatch[];
}

/** The stored articles with their claims, as the decisions now say. */
export async function settledAgain(store: Store, articles: readonly string[], reviews: Reviews): Promise<Again> {
  if (articles.length === 0) return { articles, nodes: [], claims: [], oldKeys: [], batches: [] };
  const stored = (await store.read(statement('claimNodesOfArticles'), { keys: articles })).map(
    ({ claim }) => claim as Row,
  );
  const claims = stored.map((row) => settledClaim(nodeOf('Claim', row), reviews));
  const read = await store.read(statement('articlesById'), { keys: articles });
  const nodes = [...read.map(({ article }) => settledArticle(nodeOf('Article', article as Row), reviews)), ...claims];
  const oldKeys = stored.flatMap(({ factKey: key }) => (typeof key === 'string' ? [key] : []));
  const loose = keyed(
    'unlinkSupports',
    claims.map((claim) => claim.key),
  );
  return { articles, nodes, claims, oldKeys, batches: [...putNodes(nodes), loose] };
}

function nodeOf(label: 'Claim' | 'Article', row: Row): GraphNode {
  return { label, key: String(row.id), properties: compact(row as Properties) };
}

/** What writes the decisions, and takes away those that were taken back. */
export function reviewBatches(decisions: readonly Decision[]): WriteBatch[] {
  const latest = [...new Map(decisions.map((decision) => [targetOf(decision), decision])).values()];
  const back = latest.filter((decision) => decision.verdict === 'open');
  return [
    keyed('deleteReviews', latest.map(targetOf)),
    ...putNodes(latest.filter((decision) => !back.includes(decision)).map(reviewNode)),
  ];
}

/** What joins decisions to those of the claims and articles that are there. */
export function reviewLinks(nodes: readonly GraphNode[], reviews: Reviews): WriteBatch[] {
  const present = new Set(nodes.map((node) => `${node.label} ${node.key}`));
  const links = reviews.all().flatMap(linkOf);
  const rows = (label: 'Claim' | 'Article') =>
    links
      .filter(({ to }) => to.label === label && present.has(`${label} ${to.key}`))
      .map(({ from, to }) => ({ from: from.key, to: to.key }));
  return [batch('linkReviewReviewsClaim', rows('Claim')), batch('linkReviewReviewsArticle', rows('Article'))];
}

/** A decision as a node. */
export function reviewNode(decision: Decision): GraphNode {
  const { verdict, note, on } = decision;
  const id = targetOf(decision);
  return {
    label: 'Review',
    key: id,
    properties: compact({ id, verdict, note, on, decision: JSON.stringify(decision) }),
  };
}

/** What joins a decision to what it is about. */
export function linkOf(decision: Decision): GraphRelationship[] {
  const from = { label: 'Review' as const, key: targetOf(decision) };
  const claims = claimsOf(decision).map((key) => ({ label: 'Claim' as const, key }));
  const ends = 'article' in decision ? [{ label: 'Article' as const, key: decision.article }] : claims;
  return ends.map((to) => ({ type: 'REVIEWS', from, to, properties: {} }));
}
