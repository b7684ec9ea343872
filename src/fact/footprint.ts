import { periodsOverlap } from './interval.ts';
import type { FactRow } from './row.ts';
import { isPart, setApart } from './set-apart.ts';
import { meets, type Site, siteOf, standing } from './site.ts';
import { Dictionary, day, type FactTable } from './table.ts';
import { measureOf, namesSeveral, outlayOf } from './thing.ts';
import { unitClass } from './unit-class.ts';

/** What of a fact decides whether it may count the same as another, in numbers: a total compares many. */
export interface Footprint {
  readonly row: FactRow;
  /** Its number in the table. */
  readonly number: number;
  /** Its number by id, among all. */
  readonly rank: number;
  readonly site: Site | null;
  /** First and last day, as yyyymmdd. */
  readonly first: number;
  readonly last: number;
  /** Whether it counts what came in its period, and not what was there by its end. */
  readonly flow: boolean;
  /** Whether it is a part of another, or of something at its place or above. */
  readonly part: boolean;
  /** What its money is for (`outlayOf`); null for none, several or other things, and for things themselves. */
  readonly purpose: string | null;
  readonly measure: string | null;
  readonly stage: string;
  /** 0 where it has none. */
  readonly figure: number;
  /** What it is known to be at the least and at the most, by it and its rivals; infinite where open. */
  readonly low: number;
  readonly high: number;
  /** Numbers of facts that it is part of, directly or through others. */
  readonly wholes: ReadonlySet<number>;
  /** Numbers of facts that conflict with it. */
  readonly rivals: ReadonlySet<number>;
  /** By number, sums that the same article sets apart from it: by other payers, or for other things. */
  readonly setApart: ReadonlyMap<number, 'payers' | 'purposes'>;
  /** Facts of one shape and place may count the same, and rule out the same others, but for links and payers. */
  readonly shape: number;
  /** Whether nothing but its place and shape decides what it rules out. */
  readonly isPlain: boolean;
  /** Whether an article links it to a fact from which its place or period alone would keep it apart. */
  readonly isAside: boolean;
  /** Whether its place is in no zone, has not ended, and got no ground from one that did: what is beside it is another place. */
  readonly steady: boolean;
}

const made = new WeakMap<FactTable, readonly Footprint[]>();
const NONE: ReadonlySet<number> = new Set();
const NOT_SET: Footprint['setApart'] = new Map();
/** Classes of units of which two are never one sum: 98 % and 95 % are not 193 %. */
const RATES: ReadonlySet<string> = new Set(['percent', 'permille']);

/** The footprints of a table's facts, by row number; made once for a table, in time linear in its size. */
export function footprintsOf(table: FactTable): readonly Footprint[] {
  const known = made.get(table);
  if (known !== undefined) return known;
  const fresh = new Maker(table).all();
  made.set(table, fresh);
  return fresh;
}

class Maker {
  readonly #table: FactTable;
  readonly #sites = new Map<string, Site | null>();
  readonly #steady = new Map<Site, boolean>();
  readonly #measures = new Map<string, string | null>();
  readonly #shapes = new Dictionary();
  readonly #rivals = new Map<number, Set<number>>();
  readonly #inherited: readonly (readonly [number, number])[];

  constructor(table: FactTable) {
    this.#table = table;
    table.rows.forEach(({ rivals }, i) => {
      for (const j of this.#listed(rivals)) notePair(this.#rivals, i, j);
    });
    const oneOfEach = [...new Map(table.rows.map((row) => [row.placeCode, row])).values()];
    this.#inherited = oneOfEach.flatMap((row) => this.#siteOf(row)?.heirs?.stretches ?? []);
  }

  all(): Footprint[] {
    const { rows } = this.#table;
    const sorted = rows.map((_, i) => i).sort((a, b) => ((rows[a]?.id ?? '') < (rows[b]?.id ?? '') ? -1 : 1));
    const ranks = new Int32Array(rows.length);
    sorted.forEach((i, rank) => {
      ranks[i] = rank;
    });
    const apart = setApart(rows, (row) => this.#thingPaid(row));
    const wholes = rows.map((row) => this.#wholesOf(row));
    const aside = this.#linkedAside(wholes);
    return rows.map((row, number) => {
      const more = { wholes: wholes[number] ?? NONE, setApart: apart.get(number) ?? NOT_SET };
      return this.#of(row, number, ranks[number] ?? 0, more, aside.has(number));
    });
  }

  #of(
    row: FactRow,
    number: number,
    rank: number,
    { wholes, setApart }: Pick<Footprint, 'wholes' | 'setApart'>,
    isAside: boolean,
  ): Footprint {
    const rivals = this.#rivals.get(number) ?? NONE;
    let [low, high] = [lowest(row), highest(row)];
    for (const i of rivals) {
      const rival = this.#table.rows[i] ?? row;
      low = Math.min(low, lowest(rival));
      high = Math.max(high, highest(rival));
    }
    const [first, last] = [day(row.first, '0000-00-00'), day(row.last, '9999-99-99')];
    const [flow, part] = [isFlow(row), isPart(row)];
    const paid = this.#thingPaid(row);
    const purpose = paid === null ? null : outlayOf(paid);
    const site = this.#siteOf(row);
    const steady = site === null || this.#isSteady(site);
    const aside = part ? 'part' : `${flow ? `${first} ${last} ${row.stage}` : ''}|${purpose ?? ''}`;
    // Whether it has the ground of a place that ended is a matter of its last day.
    const shape = this.#shapes.number(steady ? aside : `${aside}|${last}`);
    const isPlain = !isAside && setApart.size === 0;
    const measure = this.#measureOf(row);
    const [stage, figure] = [row.stage, row.figure ?? 0];
    // One literal with all its properties: engines read such an object faster than one that was put together.
    // biome-ignore format: a list
    return {
      row, number, rank, site, first, last, flow, part, purpose, measure, stage, figure, low, high,
      wholes, rivals, setApart, shape, isPlain, isAside, steady,
    };
  }

  #isSteady(site: Site): boolean {
    const known = this.#steady.get(site);
    if (known !== undefined) return known;
    const isAlone = site.spread === null && site.heirs === null;
    const steady = isAlone && !this.#inherited.some((stretch) => meets(site, stretch));
    this.#steady.set(site, steady);
    return steady;
  }

  #siteOf({ placeCode }: FactRow): Site | null {
    if (placeCode === null) return null;
    const known = this.#sites.get(placeCode);
    if (known !== undefined) return known;
    const site = siteOf(this.#table.places, placeCode);
    this.#sites.set(placeCode, site);
    return site;
  }

  #measureOf(row: FactRow): string | null {
    const words = row.asset === 'other' || row.asset === null ? row.assetText : '';
    const key = `${row.kind}|${row.asset}|${words}|${row.counted}|${row.unit}`;
    const known = this.#measures.get(key);
    if (known !== undefined) return known;
    const measure = RATES.has(unitClass(row.unit) ?? '') ? null : measureOf(row);
    this.#measures.set(key, measure);
    return measure;
  }

  /** Facts that an article links to one from which place or period alone would keep them apart. */
  #linkedAside(wholes: readonly ReadonlySet<number>[]): ReadonlySet<number> {
    const found = new Set<number>();
    this.#table.rows.forEach((row, i) => {
      const linked = [...(wholes[i] ?? NONE), ...(this.#rivals.get(i) ?? NONE)];
      for (const j of linked) {
        const other = this.#table.rows[j];
        if (other === undefined || this.#isClose(row, other)) continue;
        found.add(i).add(j);
      }
    });
    return found;
  }

  #isClose(a: FactRow, b: FactRow): boolean {
    if (standing(this.#siteOf(a), this.#siteOf(b)) !== 'line') return false;
    return a.wholes.length + b.wholes.length > 0 || periodsOverlap(a, b);
  }

  #wholesOf(row: FactRow): ReadonlySet<number> {
    if (row.wholes.length === 0) return NONE;
    const found = new Set<number>();
    const visit = ({ id, wholes }: FactRow): void => {
      for (const number of this.#listed(wholes)) {
        const whole = this.#table.rows[number];
        if (whole === undefined || whole.id === row.id || whole.id === id || found.has(number)) continue;
        found.add(number);
        visit(whole);
      }
    };
    visit(row);
    return found;
  }

  #listed(ids: readonly string[]): ReadonlySet<number> {
    return ids.length === 0 ? NONE : new Set(ids.flatMap((id) => this.#table.numberOf(id) ?? []));
  }

  /** The one kind of thing that a sum says it is for. */
  #thingPaid({ unit, asset, assetText, buys }: FactRow): string | null {
    if (unit !== 'CNY' || asset === null || asset === 'other' || namesSeveral(assetText)) return null;
    const bought = buys.flatMap((id) => this.#table.get(id) ?? []);
    return bought.every((thing) => thing.asset === asset) ? asset : null;
  }
}

/** Money of a dated period, and things and posts that are said to be new in one. */
function isFlow({ unit, scope, dated }: FactRow): boolean {
  if (!dated) return false;
  return unit === 'CNY' ? scope !== 'cumulative' && scope !== 'in_use' : scope === 'new';
}

/** The least that a fact's words allow; an open end is nothing. */
export function lowest({ figure, min }: FactRow): number {
  return figure === null ? 0 : Math.max(0, min ?? 0);
}

/** The most that a fact's words allow; infinite where open. */
export function highest({ figure, max }: FactRow): number {
  return figure === null ? 0 : (max ?? Number.POSITIVE_INFINITY);
}

function notePair(pairs: Map<number, Set<number>>, i: number, j: number): void {
  pairs.set(i, (pairs.get(i) ?? new Set()).add(j));
  pairs.set(j, (pairs.get(j) ?? new Set()).add(i));
}
