import { figuresMeet, periodsOverlap } from './interval.ts';
import { territory } from './place-tree.ts';
import type { FactRow } from './row.ts';

/** Money and the thing that it bought. */
export interface Purchase {
  readonly money: FactRow;
  readonly bought: FactRow;
}

/**
 * For each purchase whether it is only another report of one that counts: it shares its money or its thing with it, one is part of
 * the other or disputes it, or place, period and both figures may be the same. Of those the one with the most sources counts, then
 * the earliest.
 * @param purchases of one measure and stage
 */
export function repeated(purchases: readonly Purchase[]): boolean[] {
  const joined = new Joined(purchases.length);
  joinLinked(purchases, joined);
  joinAlike(purchases, joined);
  const best = new Map<number, number>();
  purchases.forEach((purchase, i) => {
    const known = best.get(joined.root(i));
    const other = known === undefined ? undefined : purchases[known];
    if (other === undefined || isBetter(purchase, other)) best.set(joined.root(i), i);
  });
  return purchases.map((_, i) => best.get(joined.root(i)) !== i);
}

/** Sets that are joined step by step (union-find with path halving). */
class Joined {
  readonly #parents: Int32Array;

  constructor(size: number) {
    this.#parents = Int32Array.from({ length: size }, (_, i) => i);
  }

  root(i: number): number {
    let at = i;
    for (let up = this.#parents[at] ?? at; up !== at; up = this.#parents[at] ?? at) {
      this.#parents[at] = this.#parents[up] ?? up;
      at = up;
    }
    return at;
  }

  join(a: number, b: number): void {
    this.#parents[this.root(a)] = this.root(b);
  }
}

function joinLinked(purchases: readonly Purchase[], joined: Joined): void {
  const first = new Map<string, number>();
  purchases.forEach(({ money, bought }, i) => {
    for (const { id, wholes, rivals } of [money, bought]) {
      for (const key of [id, ...wholes, ...rivals]) {
        const known = first.get(key);
        if (known === undefined) first.set(key, i);
        else joined.join(known, i);
      }
    }
  });
}

/** Purchases of one place, by their lowest sum: those that may be one stand within its bounds. */
function joinAlike(purchases: readonly Purchase[], joined: Joined): void {
  const byPlace = new Map<string | null, number[]>();
  purchases.forEach(({ money, bought }, i) => {
    const code = bought.placeCode ?? money.placeCode;
    const place = code === null ? null : territory(code);
    const listed = byPlace.get(place);
    if (listed === undefined) byPlace.set(place, [i]);
    else listed.push(i);
  });
  const low = (i: number | undefined) => purchases[i ?? -1]?.money.min ?? 0;
  for (const listed of byPlace.values()) {
    listed.sort((a, b) => low(a) - low(b));
    listed.forEach((i, at) => {
      const high = purchases[i]?.money.max ?? Number.POSITIVE_INFINITY;
      for (let next = at + 1; next < listed.length && low(listed[next]) <= high; next++) {
        const j = listed[next] ?? -1;
        if (joined.root(i) !== joined.root(j) && mayBeOne(purchases[i], purchases[j])) joined.join(i, j);
      }
    });
  }
}

function mayBeOne(a: Purchase | undefined, b: Purchase | undefined): boolean {
  if (a === undefined || b === undefined || !periodsOverlap(a.bought, b.bought)) return false;
  return periodsOverlap(a.money, b.money) && figuresMeet(a.money, b.money) && figuresMeet(a.bought, b.bought);
}

function isBetter(a: Purchase, b: Purchase): boolean {
  const sources = ({ money, bought }: Purchase) => Math.min(money.sources, bought.sources);
  const [x, y] = [sources(a), sources(b)];
  if (x !== y) return x > y;
  const key = ({ money, bought }: Purchase) => `${money.firstReport ?? '9999'} ${money.id} ${bought.id}`;
  return key(a) < key(b);
}
