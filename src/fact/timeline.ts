import { type Change, changeBetween, type Moment } from './change.ts';
import { type Nature, natureOf } from './nature.ts';
import { predecessors, territory } from './place-tree.ts';
import type { FactRow } from './row.ts';
import { stageGroup } from './stage-group.ts';
import { actorsOf, strandsOf } from './strand.ts';
import type { FactTable } from './table.ts';

/** Of which place or program, or both, the timeline is; with neither, of all. */
export interface TimelineRequest {
  /** Code of a place. */
  readonly place?: string;
  /** Whether the places below it belong to it. */
  readonly below?: boolean;
  readonly program?: string;
}

/** A fact in time. */
export interface TimelineEntry {
  readonly fact: FactRow;
  /** Number of the series of comparable figures that it is in, from 1; null where it compares with none. */
  readonly series: number | null;
  /** Since the figure before it in its series; null where there is none, or where another fact of its time stands for it. */
  readonly change: Change | null;
  /** Whether it is of a division that the place asked for followed, at other boundaries. */
  readonly former: boolean;
}

/** A fact with what its place in time and in a series is. */
interface Placed {
  readonly fact: FactRow;
  /** Number of its series among all; -1 for none. */
  readonly series: number;
  readonly nature: Nature | null;
}

/** An entry that is still being filled. */
type Draft = { -readonly [name in keyof TimelineEntry]: TimelineEntry[name] };

interface Prepared {
  /** All facts in order of period, report and id. */
  readonly placed: readonly Placed[];
  /** By the number of a fact in the table its place in that order. */
  readonly ranks: Int32Array;
}

const made = new WeakMap<FactTable, Prepared>();

/**
 * Facts by their periods, then by their first report; those that nobody dates come last. Changes are stated between neighbours of
 * one series only: figures of one thing (`strandsOf`), stage and nature (`natureOf`), of money also by one payer.
 */
export function timelineOf(table: FactTable, request: TimelineRequest): TimelineEntry[] {
  const { ranks, placed } = prepared(table);
  const former = formerNumbers(table, request);
  const order = Int32Array.from([...selected(table, request), ...former], (number) => ranks[number] ?? -1).sort();
  const entries = drafts(order, placed, new Set(former.map((number) => ranks[number])));
  let number = 0;
  for (const members of seriesOf(order, placed)) {
    number++;
    for (const i of members) (entries[i] as Draft).series = number;
    if (members.length > 1) setChanges(members, order, placed, entries);
  }
  return entries;
}

function drafts(order: Int32Array, placed: readonly Placed[], former: ReadonlySet<number | undefined>): Draft[] {
  const entries: Draft[] = [];
  for (const rank of order) {
    const fact = placed[rank]?.fact;
    if (fact !== undefined) entries.push({ fact, series: null, change: null, former: former.has(rank) });
  }
  return entries;
}

/** The places in the order that the facts of each series have, by their first. */
function seriesOf(order: Int32Array, placed: readonly Placed[]): Iterable<readonly number[]> {
  const series = new Map<number, number[]>();
  order.forEach((rank, i) => {
    const key = placed[rank]?.series ?? -1;
    const members = series.get(key);
    if (members !== undefined) members.push(i);
    else if (key >= 0) series.set(key, [i]);
  });
  return series.values();
}

/** The numbers of the facts of a place, with or without those below it, and of a program. */
function selected(table: FactTable, { place, below = false, program }: TimelineRequest): number[] {
  const filter = { ...(place === undefined ? {} : { place }), ...(program === undefined ? {} : { program }) };
  const numbers = table.numbers(filter);
  if (place === undefined || below) return numbers;
  const own = territory(place);
  return numbers.filter((number) => territory(table.rows[number]?.placeCode ?? '') === own);
}

/** The facts of the divisions that a place followed, where it is more than a new code for one. */
function formerNumbers(table: FactTable, request: TimelineRequest): number[] {
  if (request.place === undefined) return [];
  const [found, open] = [new Set<string>(), [territory(request.place)]];
  for (let code = open.pop(); code !== undefined; code = open.pop()) {
    for (const before of predecessors().get(code) ?? []) {
      if (territory(before) !== territory(code)) found.add(before);
      open.push(before);
    }
  }
  return [...found]
    .filter((code) => !isWithin(table, request, code))
    .flatMap((place) => selected(table, { ...request, place, below: false }));
}

function isWithin(table: FactTable, { place = '', below = false }: TimelineRequest, code: string): boolean {
  return below && table.places.holds(place, code);
}

function prepared(table: FactTable): Prepared {
  const known = made.get(table);
  if (known !== undefined) return known;
  const key = (row: FactRow) => `${row.first || '9999'} ${row.last} ${row.firstReport ?? '9999'} ${row.id}`;
  const keyed = table.rows.map((row, number) => ({ key: key(row), row, number }));
  keyed.sort((a, b) => (a.key < b.key ? -1 : 1));
  const ranks = new Int32Array(keyed.length);
  keyed.forEach(({ number }, rank) => {
    ranks[number] = rank;
  });
  const series = new Map<string, number>();
  const strands = strandsOf(table);
  const fresh = { placed: keyed.map(({ row }) => placedOf(row, strands.get(row), series)), ranks };
  made.set(table, fresh);
  return fresh;
}

function placedOf(fact: FactRow, strand: string | undefined, series: Map<string, number>): Placed {
  const group = stageGroup(fact.stage);
  const nature = strand === undefined || group === 'cancelled' ? null : natureOf(fact);
  if (nature === null) return { fact, series: -1, nature };
  const payer = fact.kind === 'FUNDED' ? actorsOf(fact) : '';
  const key = `${strand}|${group}|${nature.key}|${payer}`;
  const number = series.get(key) ?? series.size;
  series.set(key, number);
  return { fact, series: number, nature };
}

/** Sets the changes of one series. @param members the numbers of its facts among the entries */
function setChanges(members: readonly number[], order: Int32Array, placed: readonly Placed[], entries: Draft[]): void {
  const moments = momentsOf(members.flatMap((i) => placed[order[i] ?? -1] ?? []));
  const numbers = new Map(members.map((i) => [entries[i]?.fact, i]));
  moments.forEach((moment, i) => {
    const [before, entry] = [moments[i - 1], entries[numbers.get(moment.fact) ?? -1]];
    if (before !== undefined && entry !== undefined) entry.change = changeBetween(before, moment);
  });
}

/** Parts the facts of a series where their times leave a gap. */
function momentsOf(members: readonly Placed[]): Moment[] {
  const timed = members.flatMap(({ fact, nature }) =>
    nature === null ? [] : [{ fact, first: nature.first, last: nature.last }],
  );
  timed.sort((a, b) => (a.first < b.first ? -1 : a.first > b.first ? 1 : 0));
  const moments: Moment[] = [];
  for (const { fact, first, last } of timed) {
    const open = moments.at(-1);
    if (open === undefined || first > open.last) moments.push({ fact, facts: [fact], first, last });
    else moments[moments.length - 1] = withFact(open, fact, last);
  }
  return moments;
}

function withFact({ fact: standing, facts, first, last: end }: Moment, fact: FactRow, last: string): Moment {
  const better = fact.sources > standing.sources || (fact.sources === standing.sources && isEarlier(fact, standing));
  return { fact: better ? fact : standing, facts: [...facts, fact], first, last: last > end ? last : end };
}

function isEarlier(a: FactRow, b: FactRow): boolean {
  return `${a.firstReport ?? '9999'} ${a.id}` < `${b.firstReport ?? '9999'} ${b.id}`;
}
