import { chainOf, territory } from '../fact/place-tree.ts';
import type { FactRow } from '../fact/row.ts';
import type { Ends } from './ends.ts';
import type { Families } from './families.ts';
import type { NetworkNode, NodeKind } from './node.ts';
import type { Named, NetworkSource } from './source.ts';

/**
 * Every place, agency, program and kind of thing that facts or articles name, and the places above them, numbered in the order of
 * their keys: the same numbers whatever order facts and articles came in. Classes of bodies have no reference and are no nodes.
 */
export class Roster {
  readonly nodes: readonly NetworkNode[];
  readonly #numbers: ReadonlyMap<string, number>;
  readonly #territories = new Map<string, string>();
  /** What each fact joins, in the table's order. */
  readonly ends: readonly Ends[];
  readonly #rows: readonly FactRow[];

  constructor(source: NetworkSource, families: Families) {
    const names = new Map<string, string>();
    for (const row of source.facts.rows) this.#learn(row, names);
    for (const { agencyIds, programIds } of source.articles) {
      for (const id of agencyIds) learn(names, `agency:${id}`, '');
      for (const id of programIds) learn(names, `program:${id}`, '');
    }
    for (const key of [...this.#territories.values()]) {
      for (const { code } of chainOf(key.slice('place:'.length))) learn(names, this.#placeKey(code), '');
    }
    const named = new Map<string, Named>();
    for (const agency of source.agencies) named.set(`agency:${agency.id}`, agency);
    for (const program of source.programs) named.set(`program:${program.id}`, program);
    this.nodes = [...names.keys()].sort().map((key) => nodeOf(key, named.get(key), names.get(key)));
    this.#numbers = new Map(this.nodes.map(({ key }, i) => [key, i]));
    this.#rows = source.facts.rows;
    this.ends = this.#rows.map((row) => this.#endsOf(row, families));
  }

  /** The number of a node; -1 for a key that there is none of. */
  number(key: string): number {
    return this.#numbers.get(key) ?? -1;
  }

  /** Calls `each` with facts that were selected from the table, in its order, and what they join: a walk, faster than looking up. */
  forEachOf(selected: readonly FactRow[], each: (row: FactRow, ends: Ends) => void): void {
    let i = 0;
    for (const row of selected) {
      while (i < this.#rows.length && this.#rows[i] !== row) i++;
      const ends = this.ends[i];
      if (ends !== undefined) each(row, ends);
    }
  }

  #endsOf(row: FactRow, families: Families): Ends {
    const actors = row.actorRefs.flatMap((ref, i) => (acts(row, i) ? this.number(this.#actorKey(row, ref, i)) : []));
    return {
      actors: [...new Set(actors)],
      programs: [...new Set(row.programIds)].map((id) => this.number(`program:${id}`)),
      place: row.placeCode === null ? -1 : this.number(this.#placeKey(row.placeCode)),
      asset: row.asset === null ? -1 : this.number(`asset:${row.asset}`),
      families: [...new Set(row.articleIds.map((id) => families.of(id)))],
    };
  }

  /** The keys that a fact names, with the names that it gives them; those of nodes with a name of their own go unused. */
  #learn(row: FactRow, names: Map<string, string>): void {
    row.actorRefs.forEach((ref, i) => {
      if (acts(row, i)) learn(names, this.#actorKey(row, ref, i), row.actorNames[i] ?? '');
    });
    for (const id of row.programIds) learn(names, `program:${id}`, '');
    if (row.placeCode !== null) learn(names, this.#placeKey(row.placeCode), row.placeName ?? '');
    if (row.asset !== null) learn(names, `asset:${row.asset}`, '');
  }

  #actorKey(row: FactRow, ref: string, i: number): string {
    return row.actorTypes[i] === 'place' ? this.#placeKey(ref) : `agency:${ref}`;
  }

  /** The key of a place, as its territory stands today. */
  #placeKey(code: string): string {
    const known = this.#territories.get(code);
    if (known !== undefined) return known;
    const key = `place:${territory(code)}`;
    this.#territories.set(code, key);
    return key;
  }
}

/** Whether the actor of that number is somebody: a class of bodies has no reference. */
function acts(row: FactRow, i: number): boolean {
  return row.actorTypes[i] !== 'class' && (row.actorRefs[i] ?? '') !== '';
}

/** Of several names the least that is one, so that no order matters. */
function learn(names: Map<string, string>, key: string, name: string): void {
  const known = names.get(key);
  if (known === undefined || (name !== '' && (known === '' || name < known))) names.set(key, name);
}

function nodeOf(key: string, named: Named | undefined, learnt = ''): NetworkNode {
  const cut = key.indexOf(':');
  const kind = key.slice(0, cut) as NodeKind;
  const id = key.slice(cut + 1);
  if (kind === 'place') return placeNode(key, id, learnt);
  const name = named?.name ?? (learnt || id.slice(id.lastIndexOf('/') + 1));
  const sort = named?.sort ?? (kind === 'agency' ? (id.split('/').at(-2) ?? null) : null);
  return { key, kind, id, name, aliases: named?.aliases ?? [], sort };
}

/** A place that the gazetteer lacks bears the name that facts give it. */
function placeNode(key: string, id: string, learnt: string): NetworkNode {
  const [place] = chainOf(id);
  const isKnown = place !== undefined && place.name !== id;
  const name = isKnown ? place.name : learnt || id;
  const aliases = isKnown && place.ownName !== name ? [place.ownName] : [];
  return { key, kind: 'place', id, name, aliases, sort: place?.level ?? null };
}
