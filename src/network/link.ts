import type { FactRow } from '../fact/row.ts';
import type { Ends } from './ends.ts';

/** How the two ends of a link stand to each other in a fact: who acted and in which program, where, or what was paid for. */
export type Role = 'actor_program' | 'program_place' | 'actor_place' | 'payer_asset';

/** Two nodes that facts join; every link has facts, and so quotes. */
export interface Link {
  /** Numbers of the nodes in the roster, the lower first. */
  readonly a: number;
  readonly b: number;
  readonly roles: readonly Role[];
  /** Numbers of the rows of its facts, ascending, each once. */
  readonly facts: readonly number[];
  /** How many independent sources state at least one of them; copies are one. */
  readonly sources: number;
}

interface Growing {
  readonly a: number;
  readonly b: number;
  readonly roles: Set<Role>;
  readonly facts: number[];
  readonly families: Set<number>;
}

/** The links of all facts among `size` nodes, in the order of their ends: the same whatever order facts came in; linear in the facts. */
export function linksOf(rows: readonly FactRow[], ends: readonly Ends[], size: number): Link[] {
  const links = new Map<number, Growing>();
  rows.forEach((row, fact) => {
    const of = ends[fact];
    for (const [x, y, role] of of === undefined ? [] : joined(row, of)) {
      if (x === y) continue;
      const [a, b] = x < y ? [x, y] : [y, x];
      const link = links.get(a * size + b) ?? { a, b, roles: new Set(), facts: [], families: new Set() };
      links.set(a * size + b, link);
      link.roles.add(role);
      if (link.facts.at(-1) !== fact) link.facts.push(fact);
      for (const family of of?.families ?? []) link.families.add(family);
    }
  });
  return [...links.values()]
    .sort((x, y) => x.a - y.a || x.b - y.b)
    .map(({ a, b, roles, facts, families }) => ({ a, b, roles: [...roles].sort(), facts, sources: families.size }));
}

/** What one fact joins. An outcome is nobody's deed: it ties its program to its place. */
function joined(row: FactRow, { actors, programs, place, asset }: Ends): (readonly [number, number, Role])[] {
  const found: (readonly [number, number, Role])[] = [];
  const acting = row.kind === 'OUTCOME' ? [] : actors;
  for (const program of programs) {
    for (const actor of acting) found.push([actor, program, 'actor_program']);
    if (place >= 0) found.push([program, place, 'program_place']);
  }
  for (const actor of acting) {
    if (place >= 0) found.push([actor, place, 'actor_place']);
    if (row.kind === 'FUNDED' && asset >= 0) found.push([actor, asset, 'payer_asset']);
  }
  return found;
}
