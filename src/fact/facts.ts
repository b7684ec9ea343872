import type { FactClaim } from './claims.ts';
import { digestOf } from './hash.ts';
import { figuresMeet, type Period, periodOf, periodsOverlap } from './interval.ts';

/** The source family of an article: the earliest of its copies, and when that one appeared. */
export interface Family {
  readonly root: string;
  readonly publishedOn: string | null;
}
/** The source family that an article belongs to. */
export type Families = (articleId: string) => Family;

/** Claims that say the same. */
export interface Fact {
  readonly id: string;
  readonly factKey: string;
  /** The claim that stands for it: the earliest source's. */
  readonly claim: FactClaim;
  /** In order of date, article and place in the text. */
  readonly claims: readonly FactClaim[];
  /** What all its figures leave possible. */
  readonly min: number | null;
  readonly max: number | null;
  /** Source families, copies counted once. */
  readonly sources: readonly string[];
  /** Ids of the facts that it conflicts with. */
  readonly conflicts: readonly string[];
}

/** What one article says once, however often it retells it. */
interface Statement {
  /** The figure that holds: the one that supersedes the others. */
  readonly claim: FactClaim;
  readonly claims: readonly FactClaim[];
  readonly family: Family;
  readonly period: Period;
}

/**
 * The facts of claims that share one `factKey`, independent of their order: statements are taken by date, then id, and
 * each joins the first fact whose members all agree with it and come from other articles.
 */
export function factsOfGroup(factKey: string, claims: readonly FactClaim[], families: Families): Fact[] {
  const groups: Statement[][] = [];
  for (const statement of statementsOf(claims, families)) {
    const home = groups.find((group) => group.every((other) => agree(statement, other)));
    if (home === undefined) groups.push([statement]);
    else home.push(statement);
  }
  const rivals = groups.map((group) => groups.filter((other) => other !== group && conflict(group, other)));
  return groups.map((group, i) => factOf(factKey, group, (rivals[i] ?? []).map((r) => idOf(factKey, r)).sort()));
}

function statementsOf(claims: readonly FactClaim[], families: Families): Statement[] {
  const ids = new Map(claims.map((claim) => [claim.id, claim]));
  const newest = new Map(
    claims.flatMap((c) => (c.supersedes !== null && ids.has(c.supersedes) ? [[c.supersedes, c]] : [])),
  );
  const byHead = new Map<FactClaim, FactClaim[]>();
  for (const claim of claims) {
    const head = headOf(claim, newest);
    byHead.set(head, [...(byHead.get(head) ?? []), claim]);
  }
  const statements = [...byHead].map(([claim, told]) => {
    const family = families(claim.articleId);
    return { claim, claims: told.sort(byPlace), family, period: periodOf(claim, family.publishedOn) };
  });
  return statements.sort(byDate);
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

function byDate(a: Statement, b: Statement): number {
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
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Two figures of one article are two facts: it would not say the same twice without referring back. */
function agree(a: Statement, b: Statement): boolean {
  return a.claim.articleId !== b.claim.articleId && overlap(a, b) && figuresMeet(a.claim, b.claim);
}

function overlap(a: Statement, b: Statement): boolean {
  return periodsOverlap(a.period, b.period);
}

/** Facts conflict across source families only, and only when no figure of one can be a figure of the other. */
function conflict(a: readonly Statement[], b: readonly Statement[]): boolean {
  return a.every((x) =>
    b.every((y) => x.family.root !== y.family.root && overlap(x, y) && x.claim.figure !== null && differ(x, y)),
  );
}

function differ(x: Statement, y: Statement): boolean {
  return y.claim.figure !== null && !figuresMeet(x.claim, y.claim);
}

function idOf(factKey: string, statements: readonly Statement[]): string {
  return digestOf(['fact', factKey, statements[0]?.claim.id ?? null]);
}

function factOf(
  factKey: string,
  statements: readonly [Statement, ...Statement[]] | readonly Statement[],
  conflicts: string[],
): Fact {
  const first = statements[0];
  if (first === undefined) throw new RangeError('a fact has a claim');
  const heads = statements.map((s) => s.claim);
  return {
    id: idOf(factKey, statements),
    factKey,
    claim: first.claim,
    claims: statements.flatMap((s) => s.claims),
    min: extreme(
      heads.map((c) => c.min ?? c.figure),
      Math.max,
    ),
    max: extreme(
      heads.map((c) => c.max ?? (c.approx === 'over' ? null : c.figure)),
      Math.min,
    ),
    sources: [...new Set(statements.map((s) => s.family.root))].sort(),
    conflicts,
  };
}

function extreme(bounds: readonly (number | null)[], pick: (...n: number[]) => number): number | null {
  const known = bounds.filter((n) => n !== null);
  return known.length === 0 ? null : pick(...known);
}
