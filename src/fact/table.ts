import { PlaceTree } from './place-tree.ts';
import { type FactRow, packed } from './row.ts';

/** What a selection of facts lets through; what is left out lets all through. */
export interface FactFilter {
  readonly kind?: string;
  readonly asset?: string;
  /** Code of a place: facts of it and of all places below it. */
  readonly place?: string;
  readonly program?: string;
  /** ISO dates at any precision: facts whose period shares a day with them. */
  readonly from?: string;
  readonly to?: string;
  readonly stages?: readonly string[];
}

/** Numbers for the distinct words of a column. */
export class Dictionary {
  readonly #numbers = new Map<string | null, number>();

  number(word: string | null): number {
    const known = this.#numbers.get(word);
    if (known !== undefined) return known;
    this.#numbers.set(word, this.#numbers.size);
    return this.#numbers.size - 1;
  }

  /** -1 for a word that no row has. */
  find(word: string): number {
    return this.#numbers.get(word) ?? -1;
  }
}

/**
 * Facts by column, in the preorder of their places: a subtree is one stretch of rows. The same on both engines, and without
 * either: what is asked of it is asked of nothing else.
 */
export class FactTable {
  readonly places: PlaceTree;
  readonly #rows: readonly FactRow[];
  readonly #numbers: ReadonlyMap<string, number>;
  readonly #words = { kind: new Dictionary(), asset: new Dictionary(), stage: new Dictionary() };
  readonly #kind: Uint16Array;
  readonly #asset: Uint16Array;
  readonly #stage: Uint16Array;
  /** The number of the place in the tree; -1 for a fact without one. */
  readonly #place: Int32Array;
  readonly #first: Int32Array;
  readonly #last: Int32Array;
  readonly #programs = new Map<string, number[]>();

  constructor(facts: readonly FactRow[]) {
    const rows = facts.map(packed);
    this.places = new PlaceTree(new Set(rows.flatMap(({ placeCode }) => placeCode ?? [])));
    const order = rows.map((row) => (row.placeCode === null ? -1 : (this.places.range(row.placeCode)?.[0] ?? -1)));
    const sorted = rows.map((_, i) => i).sort((a, b) => at(order, a) - at(order, b) || byId(rows, a, b));
    this.#rows = sorted.flatMap((i) => rows[i] ?? []);
    this.#numbers = new Map(this.#rows.map((row, i) => [row.id, i]));
    this.#place = Int32Array.from(sorted, (i) => at(order, i));
    this.#kind = Uint16Array.from(this.#rows, (row) => this.#words.kind.number(row.kind));
    this.#asset = Uint16Array.from(this.#rows, (row) => this.#words.asset.number(row.asset));
    this.#stage = Uint16Array.from(this.#rows, (row) => this.#words.stage.number(row.stage));
    this.#first = Int32Array.from(this.#rows, (row) => day(row.first, '0000-00-00'));
    this.#last = Int32Array.from(this.#rows, (row) => day(row.last, '9999-99-99'));
    this.#rows.forEach(({ programIds }, i) => {
      for (const program of programIds) {
        const listed = this.#programs.get(program);
        if (listed === undefined) this.#programs.set(program, [i]);
        else listed.push(i);
      }
    });
  }

  get size(): number {
    return this.#rows.length;
  }

  /** All facts, in the preorder of their places, then by id. */
  get rows(): readonly FactRow[] {
    return this.#rows;
  }

  get(id: string): FactRow | undefined {
    return this.#rows[this.#numbers.get(id) ?? -1];
  }

  /** The number of the row with that id. */
  numberOf(id: string): number | undefined {
    return this.#numbers.get(id);
  }

  /** The facts that pass the filter, in the preorder of their places, then by id. */
  select(filter: FactFilter): FactRow[] {
    return this.numbers(filter).flatMap((i) => this.#rows[i] ?? []);
  }

  /** The same as numbers of rows. */
  numbers(filter: FactFilter): number[] {
    const kind = filter.kind === undefined ? null : this.#words.kind.find(filter.kind);
    const asset = filter.asset === undefined ? null : this.#words.asset.find(filter.asset);
    const stages = filter.stages?.map((stage) => this.#words.stage.find(stage));
    const from = filter.from === undefined ? 0 : day(filter.from, '0000-00-00');
    const to = filter.to === undefined ? 99_999_999 : day(filter.to, '9999-99-99');
    const [start, end] = filter.place === undefined ? [0, this.size] : this.#stretch(filter.place);
    const listed = filter.program === undefined ? null : (this.#programs.get(filter.program) ?? []);
    const found: number[] = [];
    for (let k = listed === null ? start : 0; k < (listed?.length ?? end); k++) {
      const i = listed === null ? k : (listed[k] ?? -1);
      if (i < start || i >= end || (kind !== null && this.#kind[i] !== kind)) continue;
      if (asset !== null && this.#asset[i] !== asset) continue;
      if (stages !== undefined && !stages.includes(this.#stage[i] ?? -1)) continue;
      if ((this.#first[i] ?? 0) <= to && (this.#last[i] ?? 0) >= from) found.push(i);
    }
    return found;
  }

  #stretch(place: string): readonly [number, number] {
    const range = this.places.range(place);
    return range === null ? [0, 0] : [this.#firstAt(range[0]), this.#firstAt(range[1])];
  }

  /** The number of the first row whose place is that or later in preorder. */
  #firstAt(order: number): number {
    let [low, high] = [0, this.size];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#place[middle] ?? 0) < order) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** A date at any precision as the number yyyymmdd, what is missing taken from `open`, a whole such date. */
export function day(date: string, open: string): number {
  return Number((date + open.slice(date.length)).replaceAll('-', ''));
}

function at(numbers: readonly number[], i: number): number {
  return numbers[i] ?? -1;
}

function byId(rows: readonly FactRow[], a: number, b: number): number {
  return (rows[a]?.id ?? '') < (rows[b]?.id ?? '') ? -1 : 1;
}
