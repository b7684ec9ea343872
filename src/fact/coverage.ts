import { Gazetteer } from '../gazetteer/gazetteer.ts';
import type { PlaceLevel, PlaceRef } from '../gazetteer/place.ts';
import { Counties } from './county.ts';
import { type CoverageRate, type CoverageState, coverageRate } from './coverage-rate.ts';
import { chainOf } from './place-tree.ts';
import type { FactRow } from './row.ts';
import type { FactFilter, FactTable } from './table.ts';

/** What is asked for: facts of any kind, or those of a kind, asset, program or period, in a place or everywhere. */
export interface CoverageRequest extends Pick<FactFilter, 'kind' | 'asset' | 'program' | 'from' | 'to'> {
  /** Code of a province, prefecture or county: divisions in it. */
  readonly place?: string;
  /** The year in which divisions are taken. */
  readonly year: number;
}

/** What is known beside facts of where somebody looked. */
export interface LookedAt {
  /** How many articles mention each place, or one below it, by code. */
  readonly mentions: ReadonlyMap<string, number>;
  /** For each article that is a copy, the one that it copies. */
  readonly copyOf: ReadonlyMap<string, string>;
  /** What was searched, by code of the place. */
  readonly searches: ReadonlyMap<string, readonly Search[]>;
}

/** A line of a search log. */
export interface Search {
  /** ISO date at any precision. */
  readonly on: string;
  readonly where: string | null;
  /** Whether something was found. */
  readonly found: boolean;
}

/** A county-level division or functional zone, and what is known of it. What is absent is null, never 0. */
export interface CountyCoverage {
  readonly code: string;
  readonly name: string;
  readonly ownName: string;
  readonly level: PlaceLevel;
  readonly state: CoverageState;
  /** Facts of what was asked, and their independent sources. */
  readonly facts: number | null;
  readonly sources: number | null;
  /** Articles that mention it, at least. */
  readonly articles: number | null;
  /** The last search that is logged. */
  readonly searchedOn: string | null;
  /** Whether a log says that something was found of which no article is loaded. */
  readonly foundElsewhere: boolean;
}

/** A prefecture or province with its divisions. */
export interface AreaCoverage {
  readonly code: string;
  readonly name: string;
  readonly rate: CoverageRate;
  /** Facts of what was asked about the area itself, which are about none of its counties; null where there are none. */
  readonly ownFacts: number | null;
}

/** A prefecture with its counties; those right below a province have the province. */
export interface PrefectureCoverage extends AreaCoverage {
  readonly province: string;
  readonly counties: readonly CountyCoverage[];
}

/** The silence map. */
export interface Coverage {
  readonly year: number;
  readonly total: CoverageRate;
  /** All by code. */
  readonly provinces: readonly AreaCoverage[];
  readonly prefectures: readonly PrefectureCoverage[];
  /** Functional zones, which are in no rate: nobody says in which county they lie. */
  readonly zones: readonly CountyCoverage[];
  /** Facts of what was asked that belong to no division of that year: of one that was divided, or of no place. */
  readonly unplaced: number;
}

/** What the facts of one division come to. */
interface Tally {
  readonly asked: FactRow[];
  others: number;
}

const counties = new Map<number, Counties>();

/** For every county-level division whether what is asked for was reported, in time linear in the facts and divisions. */
export function coverageOf(table: FactTable, request: CoverageRequest, looked: LookedAt): Coverage {
  const divisions = countiesOf(request.year);
  const { tallies, unplaced } = tallied(table, request, divisions);
  const seen = seenBy(divisions, looked);
  const inside = ({ code }: PlaceRef) =>
    request.place === undefined || chainOf(code).some((place) => place.code === request.place);
  const show = (division: PlaceRef) => coverageOfOne(division, tallies.get(division.code), seen, looked.copyOf);
  const listed = divisions.all.filter(inside).map(show);
  const zones = [...divisions.zones, ...namedZones(tallies, divisions)].filter(inside).map(show);
  const own = (code: string) => tallies.get(code)?.asked.length || null;
  const prefectures = prefecturesOf(listed, own);
  return {
    ...{ year: request.year, total: coverageRate(listed.map(({ state }) => state)), prefectures, zones, unplaced },
    provinces: provincesOf(prefectures, own),
  };
}

function countiesOf(year: number): Counties {
  const known = counties.get(year) ?? new Counties(year);
  counties.set(year, known);
  return known;
}

/** The facts by the division that they belong to: those asked for, and how many others. */
function tallied(table: FactTable, { year: _, place, ...filter }: CoverageRequest, divisions: Counties) {
  // Numbers of rows, in the order of the table: facts of one place stand together.
  const asked = table.numbers(filter);
  const tallies = new Map<string, Tally>();
  let [next, unplaced] = [0, 0];
  let [code, tally]: [string | null | undefined, Tally | null] = [undefined, null];
  table.rows.forEach((row, i) => {
    if (row.placeCode !== code) {
      code = row.placeCode;
      tally = tallyAt(code, tallies, divisions);
    }
    const isAsked = asked[next] === i;
    if (isAsked) next++;
    if (tally === null) unplaced += isAsked && (place === undefined || isIn(row, place)) ? 1 : 0;
    else if (isAsked) tally.asked.push(row);
    else tally.others++;
  });
  return { tallies, unplaced };
}

function tallyAt(code: string | null, tallies: Map<string, Tally>, divisions: Counties): Tally | null {
  const home = code === null ? null : divisions.homeOf(code);
  if (home === null) return null;
  const tally = tallies.get(home.code) ?? { asked: [], others: 0 };
  tallies.set(home.code, tally);
  return tally;
}

function isIn({ placeCode }: FactRow, place: string): boolean {
  return placeCode !== null && chainOf(placeCode).some(({ code }) => code === place);
}

/** Mentions and searches, by the division that stood in the year. */
function seenBy(divisions: Counties, { mentions, searches }: LookedAt) {
  const [articles, logged] = [new Map<string, number>(), new Map<string, Search[]>()];
  for (const [code, count] of mentions) {
    const home = divisions.homeOf(code)?.code;
    // Several codes of one division may be mentioned by the same article: the larger number holds at least.
    if (home !== undefined) articles.set(home, Math.max(count, articles.get(home) ?? 0));
  }
  for (const [code, lines] of searches) {
    const home = divisions.homeOf(code)?.code;
    if (home !== undefined) logged.set(home, [...(logged.get(home) ?? []), ...lines]);
  }
  return { articles, logged };
}

function coverageOfOne(
  { code, name, ownName, level }: PlaceRef,
  tally: Tally | undefined,
  { articles, logged }: ReturnType<typeof seenBy>,
  copyOf: ReadonlyMap<string, string>,
): CountyCoverage {
  const [asked, searches] = [tally?.asked ?? [], logged.get(code) ?? []];
  const mentioned = articles.get(code) ?? null;
  const isMentioned = mentioned !== null || (tally?.others ?? 0) > 0;
  const state =
    asked.length > 0 ? 'reported' : isMentioned ? 'mentioned' : searches.length > 0 ? 'searched' : 'not_searched';
  return {
    ...{ code, name, ownName, level, state, articles: mentioned },
    facts: asked.length || null,
    sources: sourcesOf(asked, copyOf) || null,
    searchedOn:
      searches
        .map(({ on }) => on)
        .sort()
        .at(-1) ?? null,
    foundElsewhere: state === 'searched' && searches.some(({ found }) => found),
  };
}

/** How many articles state the facts, copies counted once. */
function sourcesOf(rows: readonly FactRow[], copyOf: ReadonlyMap<string, string>): number {
  if (rows.length === 1 && rows[0]?.articleIds.length === 1) return 1;
  const roots = new Set<string>();
  for (const { articleIds } of rows) {
    for (const article of articleIds) roots.add(rootOf(article, copyOf));
  }
  return roots.size;
}

function rootOf(article: string, copyOf: ReadonlyMap<string, string>): string {
  let root = article;
  for (let next = copyOf.get(root); next !== undefined && next !== article; next = copyOf.get(root)) root = next;
  return root;
}

/** Zones that only texts name, where facts stand. */
function namedZones(tallies: ReadonlyMap<string, Tally>, divisions: Counties): PlaceRef[] {
  const gazetteer = Gazetteer.load();
  const codes = [...tallies.keys()].filter(
    (code) => gazetteer.get(code) === undefined && divisions.homeOf(code)?.at === 'zone',
  );
  return codes.sort().flatMap((code) => chainOf(code)[0] ?? []);
}

function prefecturesOf(listed: readonly CountyCoverage[], own: (code: string) => number | null): PrefectureCoverage[] {
  const groups = new Map<string, { place: PlaceRef; province: string; counties: CountyCoverage[] }>();
  for (const county of listed) {
    const [self, parent] = chainOf(county.code);
    const place = county.level === 'county' ? parent : self;
    if (place === undefined) continue;
    const province = chainOf(place.code).at(-1)?.code ?? place.code;
    const group = groups.get(place.code) ?? { place, province, counties: [] };
    group.counties.push(county);
    groups.set(place.code, group);
  }
  return [...groups.values()]
    .sort((a, b) => (a.place.code < b.place.code ? -1 : 1))
    .map(({ place, province, counties: members }) => ({
      ...{ code: place.code, name: place.name, province, counties: members },
      rate: coverageRate(members.map(({ state }) => state)),
      ownFacts: members.some(({ code }) => code === place.code) ? null : own(place.code),
    }));
}

function provincesOf(prefectures: readonly PrefectureCoverage[], own: (code: string) => number | null): AreaCoverage[] {
  const codes = [...new Set(prefectures.map(({ province }) => province))].sort();
  return codes.map((code) => {
    const states = prefectures
      .filter(({ province }) => province === code)
      .flatMap((p) => p.counties.map(({ state }) => state));
    return { code, name: chainOf(code)[0]?.name ?? code, rate: coverageRate(states), ownFacts: own(code) };
  });
}
