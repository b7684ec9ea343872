import type { FactClaim } from './claims.ts';
import { digestOf } from './hash.ts';
import { figuresMeet, type Period, periodsOverlap } from './interval.ts';
import { byDate, compare, type Families, type Statement, statementsOf } from './statements.ts';

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
  /** The period of the claim that stands for it. */
  readonly period: Period;
  /** Days on which its first and its last independent source appeared; null where none has a date. */
  readonly firstReport: string | null;
  readonly lastReport: string | null;
  /** Ids of the facts that it conflicts with. */
  readonly conflicts: readonly string[];
}

/** Statements whose periods chain into one another, and their facts: nothing outside agrees or conflicts with them. */
export interface Stretch {
  readonly statements: readonly Statement[];
  readonly facts: readonly Fact[];
}

/** Whether a person said of two claims, by their ids, that they are not about the same. */
export type Apart = (a: string, b: string) => boolean;

/** The facts of claims that share one `factKey`, independent of their order. */
export function factsOfGroup(
  factKey: string,
  claims: readonly FactClaim[],
  families: Families,
  apart: Apart = () => false,
): Fact[] {
  return stretchesOf(factKey, claims, families, apart).flatMap((stretch) => stretch.facts);
}

/**
 * The stretches of claims that share one `factKey`. One of `known` that is still the same, claim by claim and family by
 * family, is returned as it is: of a group with years of claims only the years that changed are thought over.
 */
export function stretchesOf(
  factKey: string,
  claims: readonly FactClaim[],
  families: Families,
  apart: Apart,
  known: readonly Stretch[] = [],
): Stretch[] {
  const before = new Map(known.map((stretch) => [stretch.statements[0]?.claim.id, stretch]));
  return chained(statementsOf(claims, families)).map((statements) => {
    const same = before.get(statements[0]?.claim.id);
    if (same !== undefined && alike(same.statements, statements)) return same;
    return { statements, facts: factsOf(factKey, statements, apart) };
  });
}

/** Parts the statements where their periods leave a gap; each part is in order of date, then id. */
function chained(statements: readonly Statement[]): Statement[][] {
  const parts: Statement[][] = [];
  let last = '';
  for (const statement of [...statements].sort((a, b) => compare(a.period.first, b.period.first))) {
    const part = parts.at(-1);
    if (part === undefined || statement.period.first > last) parts.push([statement]);
    else part.push(statement);
    if (part === undefined || statement.period.last > last) last = statement.period.last;
  }
  return parts.map((part) => part.sort(byDate));
}

function alike(a: readonly Statement[], b: readonly Statement[]): boolean {
  return a.length === b.length && a.every((statement, i) => sameStatement(statement, b[i]));
}

function sameStatement(a: Statement, b: Statement | undefined): boolean {
  if (a.claim !== b?.claim || a.claims.length !== b.claims.length) return false;
  const sameFamily = a.family.root === b.family.root && a.family.publishedOn === b.family.publishedOn;
  return sameFamily && a.claims.every((claim, i) => claim === b.claims[i]);
}

/** Each statement joins the first fact whose members all agree with it and come from other articles. */
function factsOf(factKey: string, statements: readonly Statement[], apart: Apart): Fact[] {
  const groups: Statement[][] = [];
  for (const statement of statements) {
    const home = groups.find((group) =>
      group.every((other) => agree(statement, other) && !split(statement, other, apart)),
    );
    if (home === undefined) groups.push([statement]);
    else home.push(statement);
  }
  const ids = new Map(groups.map((group) => [group, idOf(factKey, group)]));
  return groups.map((group) => {
    const rivals = groups.filter((other) => other !== group && conflict(group, other, apart));
    return factOf(factKey, group, rivals.map((rival) => ids.get(rival) ?? '').sort());
  });
}

/** Two figures of one article are two facts: it would not say the same twice without referring back. */
function agree(a: Statement, b: Statement): boolean {
  return a.claim.articleId !== b.claim.articleId && overlap(a, b) && figuresMeet(a.claim, b.claim);
}

function overlap(a: Statement, b: Statement): boolean {
  return periodsOverlap(a.period, b.period);
}

/** Facts conflict across source families only, and only when no figure of one can be a figure of the other. */
function conflict(a: readonly Statement[], b: readonly Statement[], apart: Apart): boolean {
  const rivals = (x: Statement, y: Statement) =>
    x.family.root !== y.family.root && overlap(x, y) && x.claim.figure !== null && differ(x, y);
  return a.every((x) => b.every((y) => rivals(x, y) && !split(x, y, apart)));
}

/** Claims that a person held apart are no fact together, and no conflict. */
function split(a: Statement, b: Statement, apart: Apart): boolean {
  return a.claims.some((x) => b.claims.some((y) => apart(x.id, y.id)));
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
  conflicts: readonly string[],
): Fact {
  const first = statements[0];
  if (first === undefined) throw new RangeError('a fact has a claim');
  const heads = statements.map((s) => s.claim);
  const reports = statements.flatMap((s) => s.family.publishedOn ?? []).sort();
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
    period: first.period,
    firstReport: reports[0] ?? null,
    lastReport: reports.at(-1) ?? null,
    conflicts,
  };
}

function extreme(bounds: readonly (number | null)[], pick: (...n: number[]) => number): number | null {
  const known = bounds.filter((n) => n !== null);
  return known.length === 0 ? null : pick(...known);
}
