import type { PlaceRef } from '../gazetteer/place.ts';
import { footprintsOf } from './footprint.ts';
import { chainOf, territory } from './place-tree.ts';
import { Proven } from './proven.ts';
import type { FactRow } from './row.ts';
import type { FactTable } from './table.ts';
import type { AddedFact, LeftOutFact, Total } from './total.ts';

/** How a total comes about at one place: what is said of it, and what is said of the places in it. */
export interface PlaceStep {
  /** null where the total is of all places; then its own facts stand nowhere in particular. */
  readonly place: PlaceRef | null;
  /** What was added at this place and below it; max null is open. */
  readonly figure: number;
  readonly min: number;
  readonly max: number | null;
  /** Facts of the place itself; of those left out only the ones that could have been added. */
  readonly added: readonly AddedFact[];
  readonly leftOut: readonly LeftOutFact[];
  /** What the facts left out below it come to, of each place the largest or those further below; 0 where there are none. */
  readonly below: number;
  /** Places in it, in preorder; one that says nothing and holds one place only is left out. */
  readonly steps: readonly PlaceStep[];
}

/** Reasons that say nothing of how the sum came about: such facts are counted elsewhere, or not at all. */
const OTHERS: ReadonlySet<string> = new Set(['stage', 'no_figure', 'measure']);

/** A place while its facts are gathered. */
interface Node {
  readonly place: PlaceRef | null;
  readonly added: AddedFact[];
  readonly leftOut: LeftOutFact[];
  readonly below: Map<string, Node>;
}

/** The tree of places behind a total: “3557 as the city says; its counties’ parts come to 1926; not added”. */
export function derivationOf(table: FactTable, total: Total, place?: string): PlaceStep {
  const top = place === undefined ? null : territory(place);
  const root = node(top === null ? null : (chainOf(top)[0] ?? null));
  for (const one of total.added) at(root, top, one.fact).added.push(one);
  for (const one of total.leftOut) if (!OTHERS.has(one.reason)) at(root, top, one.fact).leftOut.push(one);
  return stepOf(table, root);
}

function node(place: PlaceRef | null): Node {
  return { place, added: [], leftOut: [], below: new Map() };
}

/** The node of a fact's place, with all between it and the top. */
function at(root: Node, top: string | null, { placeCode }: FactRow): Node {
  if (placeCode === null) return root;
  const chain = chainOf(territory(placeCode));
  const from = top === null ? chain.length : chain.findIndex(({ code }) => code === top);
  return chain
    .slice(0, from)
    .reverse()
    .reduce((above, place) => {
      const known = above.below.get(place.code) ?? node(place);
      above.below.set(place.code, known);
      return known;
    }, root);
}

function stepOf(table: FactTable, { place, added, leftOut, below }: Node): PlaceStep {
  const places = [...below.values()].sort((a, b) => ((a.place?.code ?? '') < (b.place?.code ?? '') ? -1 : 1));
  const steps = places.map((child) => collapsed(stepOf(table, child)));
  const sums = [...added.map(({ fact, min, max }) => ({ figure: fact.figure ?? 0, min, max })), ...steps];
  return {
    ...{ place, added, leftOut, steps },
    figure: sums.reduce((sum, { figure }) => sum + figure, 0),
    min: sums.reduce((sum, { min }) => sum + min, 0),
    max: sums.reduce<number | null>((sum, { max }) => (sum === null || max === null ? null : sum + max), 0),
    below: provenBelow(table, steps.flatMap(allLeftOut)),
  };
}

function collapsed(step: PlaceStep): PlaceStep {
  const [only, ...others] = step.steps;
  const isSilent = step.added.length + step.leftOut.length + others.length === 0;
  return isSilent && only !== undefined ? only : step;
}

function allLeftOut({ leftOut, steps }: PlaceStep): readonly LeftOutFact[] {
  return steps.length === 0 ? leftOut : [...leftOut, ...steps.flatMap(allLeftOut)];
}

/** Left-out facts in preorder of their places; what is in a zone may be among the others. */
function provenBelow(table: FactTable, leftOut: readonly LeftOutFact[]): number {
  const prints = footprintsOf(table);
  const proven = new Proven();
  for (const { fact } of leftOut) {
    const print = prints[table.numberOf(fact.id) ?? -1];
    if (print?.steady && print.site !== null) proven.add(print.site, fact.figure ?? 0);
  }
  proven.close(Number.POSITIVE_INFINITY);
  return proven.sum;
}
