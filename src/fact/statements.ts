import type { FactClaim } from './claims.ts';
import { type Period, periodOf } from './interval.ts';

/** The source family of an article: the earliest of its copies, and when that one appeared. */
export interface Family {
  readonly root: string;
  readonly publishedOn: string | null;
}
/** The source family that an article belongs to. */
export type Families = (articleId: string) => Family;

/** What one article says once, however often it retells it. */
export interface Statement {
  /** The figure that holds: the one that supersedes the others. */
  readonly claim: FactClaim;
  readonly claims: readonly FactClaim[];
  readonly family: Family;
  readonly period: Period;
}

/** What the articles say, retellings taken together; in no particular order. */
export function statementsOf(claims: readonly FactClaim[], families: Families): Statement[] {
  const ids = new Map(claims.map((claim) => [claim.id, claim]));
  const later = claims.filter((claim) => claim.supersedes !== null && ids.has(claim.supersedes)).sort(byPlace);
  const newest = new Map(later.map((claim) => [String(claim.supersedes), claim]));
  const byHead = new Map<FactClaim, FactClaim[]>();
  for (const claim of claims) {
    const head = headOf(claim, newest);
    const told = byHead.get(head);
    if (told === undefined) byHead.set(head, [claim]);
    else told.push(claim);
  }
  return [...byHead].map(([claim, told]) => {
    const family = families(claim.articleId);
    return { claim, claims: told.sort(byPlace), family, period: periodOf(claim, family.publishedOn) };
  });
}

/** Follows `supersedes` to the claim that none supersedes; a circle ends where it began. */
function headOf(claim: FactClaim, newest: ReadonlyMap<string, FactClaim>): FactClaim {
  const seen = new Set<string>();
  let head = claim;
  for (let next = newest.get(head.id); next !== undefined && !seen.has(next.id); next = newest.get(head.id)) {
    if (next.articleId !== claim.articleId) break;
    seen.add(next.id);
    head = next;
  }
  return head;
}

/** Order of date, family, article and place in the text; in a family its root comes first. */
export function byDate(a: Statement, b: Statement): number {
  return (
    compare(a.family.publishedOn ?? '9999', b.family.publishedOn ?? '9999') ||
    compare(a.family.root, b.family.root) ||
    Number(b.family.root === b.claim.articleId) - Number(a.family.root === a.claim.articleId) ||
    compare(a.claim.articleId, b.claim.articleId) ||
    byPlace(a.claim, b.claim)
  );
}

function byPlace(a: FactClaim, b: FactClaim): number {
  return a.start - b.start || compare(a.id, b.id);
}

/** Orders by UTF-16 code unit. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
