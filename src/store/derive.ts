import { isDeepStrictEqual } from 'node:util';
import type { FactClaim } from '../fact/claims.ts';
import { derivedEdge, factNode, factRelationships } from '../fact/edge.ts';
import { type Fact, type Stretch, stretchesOf } from '../fact/facts.ts';
import type { SourceFamilies } from '../fact/families.ts';
import type { GraphNode, GraphRelationship } from '../graph/schema.ts';
import type { Reviews } from '../review/reviews.ts';
import { groupBy } from './batches.ts';
import { Changes } from './changes.ts';
import { statement } from './queries.ts';
import { reviewedClaim } from './review.ts';
import type { Row, Store } from './store.ts';
import { normalise } from './values.ts';

/** How many claims are kept in memory between batches. */
const KEPT = 50_000;

/** What the derivation of facts starts from. */
export interface Change {
  /** The claims of the articles just read. */
  readonly claims: readonly GraphNode[];
  /** The articles just read: what the store has of them is out of date. */
  readonly articles: ReadonlySet<string>;
  /** Keys under which something may have changed. */
  readonly factKeys: ReadonlySet<string>;
}

/** What the store holds under one fact key. A claim stands under the key that its node carries, whatever rules wrote it. */
class Group {
  readonly claims = new Map<string, FactClaim>();
  stretches: readonly Stretch[] = [];
  /** The properties of facts, by id. */
  readonly facts = new Map<string, Row>();
  /** Which fact each claim supports. */
  readonly supports = new Map<string, string>();
  /** The ends of the conflicts that begin at a fact. */
  readonly conflicts = new Map<string, Set<string>>();
}

/**
 * The facts of the keys that were met, as the store holds them. They are kept from batch to batch, those not met for
 * longest forgotten first: else a key that thousands of claims share would be read and thought over again in each.
 * After a failed write it is of no more use.
 */
export class FactGroups {
  readonly #groups = new Map<string, Group>();

  constructor(
    readonly store: Store,
    readonly families: SourceFamilies,
    readonly reviews: Reviews,
  ) {}

  /** Facts of the keys are thought over anew: what was decided on their claims has changed. */
  forget(keys: Iterable<string>): void {
    for (const key of keys) this.#groups.delete(key);
  }

  /** What brings facts, conflicts and derived edges up to date. */
  async derive(change: Change): Promise<Changes> {
    const keys = [...change.factKeys].sort();
    const groups = await this.#met(keys);
    const fresh = groupBy(change.claims, (node) => String(node.properties.factKey));
    const changes = new Changes();
    for (const [key, group] of groups) {
      this.#replaceClaims(group, fresh.get(key) ?? [], change.articles);
      const families = (id: string) => this.families.family(id);
      const apart = (a: string, b: string) => this.reviews.apart(a, b);
      const next = stretchesOf(key, [...group.claims.values()], families, apart, group.stretches);
      settle(group, next, changes);
    }
    this.#forget();
    return changes;
  }

  /**
   * The groups of the keys, in their order; those that are not known, or to which another loader added, are read. A key
   * under which the store has no claim has nothing else either: in a first load that is nearly all of them.
   */
  async #met(keys: readonly string[]): Promise<Map<string, Group>> {
    const counts = await this.#counts(keys);
    for (const key of keys) if (this.#groups.get(key)?.claims.size !== (counts.get(key) ?? 0)) this.#groups.delete(key);
    const read = await this.#read(keys.filter((key) => !this.#groups.has(key) && counts.has(key)));
    const groups = new Map(keys.map((key) => [key, this.#groups.get(key) ?? read.get(key) ?? new Group()]));
    for (const [key, group] of groups) {
      this.#groups.delete(key);
      this.#groups.set(key, group);
    }
    return groups;
  }

  /** How many claims the store has under each of the keys that it has any under. */
  async #counts(keys: readonly string[]): Promise<Map<string, number>> {
    if (keys.length === 0) return new Map();
    const rows = await this.store.read(statement('claimCountsOfFactKeys'), { keys });
    return new Map(rows.map((row) => [String(row.factKey), Number(row.claims)]));
  }

  async #read(keys: readonly string[]): Promise<Map<string, Group>> {
    const groups = new Map(keys.map((key) => [key, new Group()]));
    if (keys.length === 0) return groups;
    const rows = (query: string) => this.store.read(statement(query), { keys });
    const [claims, facts, supports, conflicts] = await Promise.all(
      ['claimsOfFactKeys', 'factsOfFactKeys', 'supportsOfFactKeys', 'conflictsOfFactKeys'].map(rows),
    );
    for (const { claim } of claims ?? []) {
      const known = reviewedClaim(claim as Row, this.reviews);
      if (known !== null) groups.get(String((claim as Row).factKey))?.claims.set(known.id, known);
    }
    for (const { fact } of facts ?? []) {
      const { factKey: key, id } = fact as Row;
      groups.get(String(key))?.facts.set(String(id), fact as Row);
    }
    for (const { factKey: key, claimId, factId } of supports ?? []) {
      groups.get(String(key))?.supports.set(String(claimId), String(factId));
    }
    for (const { factKey: key, factId, otherFactId } of conflicts ?? []) {
      const ends = groups.get(String(key))?.conflicts;
      ends?.set(String(factId), (ends.get(String(factId)) ?? new Set()).add(String(otherFactId)));
    }
    return groups;
  }

  /** Of the articles just read their new claims stand, joined to nothing yet. */
  #replaceClaims(group: Group, fresh: readonly GraphNode[], articles: ReadonlySet<string>): void {
    for (const { id, articleId } of group.claims.values()) {
      if (!articles.has(articleId)) continue;
      group.claims.delete(id);
      group.supports.delete(id);
    }
    for (const node of fresh) {
      const claim = reviewedClaim(node.properties, this.reviews);
      if (claim !== null) group.claims.set(node.key, claim);
    }
  }

  #forget(): void {
    let kept = 0;
    for (const group of this.#groups.values()) kept += group.claims.size;
    for (const [key, group] of this.#groups) {
      if (kept <= KEPT) return;
      kept -= group.claims.size;
      this.#groups.delete(key);
    }
  }
}

/** Notes in what the group's new facts differ from its old ones, and makes them the group's. */
function settle(group: Group, next: readonly Stretch[], changes: Changes): void {
  const known = new Set(group.stretches);
  const current = new Set(next.flatMap((stretch) => stretch.facts.map((fact) => fact.id)));
  for (const [id, fact] of group.facts) {
    if (current.has(id)) continue;
    changes.gone.push(id);
    changes.lostEdges.push(...derivedEdge(fact));
    group.facts.delete(id);
    group.conflicts.delete(id);
  }
  for (const stretch of next) {
    if (known.has(stretch)) continue;
    for (const fact of stretch.facts) {
      settleNode(group, fact, changes);
      settleLinks(group, fact, changes);
    }
  }
  group.stretches = next;
}

function settleNode(group: Group, fact: Fact, changes: Changes): void {
  const node = factNode(fact);
  const before = group.facts.get(fact.id);
  const after = normalise(node.properties) as Row;
  if (isDeepStrictEqual(before, after)) return;
  changes.nodes.push(node);
  group.facts.set(fact.id, after);
  const [lost, drawn] = [before === undefined ? [] : derivedEdge(before), derivedEdge(after)];
  if (isDeepStrictEqual(lost, drawn)) return;
  changes.lostEdges.push(...lost);
  changes.edges.push(...drawn);
}

function settleLinks(group: Group, fact: Fact, changes: Changes): void {
  const links = factRelationships(fact);
  const before = group.conflicts.get(fact.id) ?? new Set();
  const after = new Set(links.filter((link) => link.type === 'CONFLICTS_WITH').map((link) => link.to.key));
  const stands = ({ from, to }: GraphRelationship) =>
    from.label === 'Claim' ? group.supports.get(from.key) === to.key : before.has(to.key);
  for (const link of links) if (!stands(link)) changes.links.push(link);
  for (const to of before) if (!after.has(to)) changes.lostConflicts.push({ from: fact.id, to });
  for (const { id } of fact.claims) {
    if ((group.supports.get(id) ?? fact.id) !== fact.id) changes.loose.push(id);
    group.supports.set(id, fact.id);
  }
  group.conflicts.set(fact.id, after);
}
