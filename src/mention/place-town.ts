import type { Division, Gazetteer } from '../gazetteer/gazetteer.ts';
import type { PlaceRef } from '../gazetteer/place.ts';
import { isInsideName, isInsideWord } from './place-context.ts';
import { type NameHit, NameIndex, placeWords } from './place-index.ts';
import type { LinkedName } from './place-link.ts';
import { type Parts, townStem } from './place-parts.ts';
import { countBefore } from './place-seat.ts';
import { type Spoken, spoken } from './place-spoken.ts';
import type { UpperReading } from './place-upper.ts';
import { Cover } from './span.ts';

/** A town linked in a text. */
export interface LinkedTown {
  readonly start: number;
  readonly end: number;
  readonly place: PlaceRef;
}

/** The towns of a text by their full names, and those that it does not settle. */
export interface TownReading {
  readonly linked: readonly LinkedTown[];
  readonly open: readonly NameHit[];
}

const generic = new Set(placeWords.needsParent);
/** 城南, 苗圃: a name in the list that is a plain word, for it lacks its kind. */
const BARE = /^.[^镇乡]$/u;
let allTowns: NameIndex | undefined;
/** A name that so many counties share is the seat of nearly every one (城关镇): the one county's own. */
const EVERYWHERE = 60;
const TOWN = /(?:街道|镇|乡|苏木)$/u;
const COMMON =
  /^(?:乡镇|城镇|集镇|村镇|市镇|小镇|古镇|全镇|各镇|本镇|该镇|我镇|重镇|名镇|街镇|两镇|城乡|全乡|各乡|本乡|该乡|下乡|返乡|家乡|回乡|进乡|水乡|老乡|同乡|故乡|山乡|侨乡|还乡|新街道|大街道|各街道|该街道|街道|小城镇|中心镇)$/u;

/** Full names of towns, linked where the document settles their county. */
export function fullTowns(chars: string, parts: Parts, upper: UpperReading, gazetteer: Gazetteer): TownReading {
  allTowns ??= NameIndex.towns(
    [...gazetteer.all()].filter((d) => d.level === 'town' && !generic.has(d.ownName) && !BARE.test(d.ownName)),
  );
  const linked: LinkedTown[] = [];
  const open: NameHit[] = [];
  const covered = new Cover(upper.names);
  const home = soleCounty(upper, gazetteer);
  const said = spoken(upper);
  const hinted = new Set(upper.support.hinted());
  const upperEnds = endsByStart(upper);
  let ends: ReadonlySet<string> | undefined;
  const villageWords = () => (ends ??= new Set([2, 3, 4].flatMap((n) => endsOf(chars, n))));
  for (const hit of allTowns.find(chars)) {
    // 其中｜韩庄镇: no 中韩庄镇
    const below = hit.name.startsWith('中') && chars[hit.start - 1] === '其' ? hit.name.slice(1) : undefined;
    const town = below && home ? gazetteer.children(home.code).find((d) => d.ownName === below) : undefined;
    if (town) {
      linked.push({ start: hit.start + 1, end: hit.end, place: town });
      continue;
    }
    // 南江口镇 in a page of 郁南县 begins with no 南江县.
    const own =
      (upperEnds.get(hit.start) ?? hit.end) < hit.end
        ? hit.divisions.find((d) => d.parent !== null && (d.parent === home?.code || hinted.has(d.parent)))
        : undefined;
    if (own) {
      linked.push({ start: hit.start, end: hit.end, place: own });
      continue;
    }
    if (
      COMMON.test(hit.name) ||
      /^乡(?:镇|村(?![民委两支干]))/u.test(chars.slice(hit.end - 1, hit.end + 3)) ||
      isInsideName(chars, hit.end) ||
      isInsideWord(chars, hit.start, hit.end) ||
      // A town may share its first character with the last of a county.
      covered.meets(hit.start + 1, hit.end)
    )
      continue;
    const place = choose(hit, said, parts, home, gazetteer) ?? byVillages(hit, villageWords, gazetteer);
    if (place) linked.push({ start: hit.start, end: hit.end, place: ofToday(place, gazetteer) });
    else if (place === null && TOWN.test(hit.name)) open.push(hit);
  }
  return oneSense(chars, linked, open, upper);
}

/**
 * 大通县长宁镇: a town named right behind its county is the one that its name means everywhere in the text (one sense per discourse:
 * Gale, Church, Yarowsky 1992).
 */
function oneSense(
  chars: string,
  linked: readonly LinkedTown[],
  open: readonly NameHit[],
  upper: UpperReading,
): TownReading {
  const counties = new Map(upper.names.map((n) => [n.end, n.place?.code]));
  const name = (t: { readonly start: number; readonly end: number }) => chars.slice(t.start, t.end);
  const anchored = new Map<string, Set<PlaceRef>>();
  for (const t of linked)
    if (counties.get(t.start) === t.place.parent)
      anchored.set(name(t), (anchored.get(name(t)) ?? new Set<PlaceRef>()).add(t.place));
  const meant = (t: { readonly start: number; readonly end: number }) => soleOf(anchored.get(name(t)));
  return {
    linked: [
      ...linked.map((t) => ({
        ...t,
        place: (counties.get(t.start) === t.place.parent ? undefined : meant(t)) ?? t.place,
      })),
      ...open.flatMap((t) => {
        const place = meant(t);
        return place ? [{ start: t.start, end: t.end, place }] : [];
      }),
    ],
    open: open.filter((t) => !meant(t)),
  };
}

const soleOf = <T>(set: ReadonlySet<T> | undefined): T | undefined => (set?.size === 1 ? [...set][0] : undefined);

/** Where the upper names begin and end, of one start the shortest: 云南驿镇 begins as a province does. */
function endsByStart(upper: UpperReading): ReadonlyMap<number, number> {
  const ends = new Map<number, number>();
  for (const n of upper.names) ends.set(n.start, Math.min(n.end, ends.get(n.start) ?? n.end));
  return ends;
}

/** The town under the division named right before, else under the counties that the document speaks of; null is open. */
function choose(
  hit: NameHit,
  upper: Spoken,
  parts: Parts,
  home: PlaceRef | null,
  gazetteer: Gazetteer,
): PlaceRef | null | undefined {
  const before = upper.names[countBefore(upper.names, hit.start) - 1];
  if (before?.end === hit.start && before.place) return under(before.place, hit, gazetteer);
  // 广平镇 in a text that names 大田县 and no other county that has one
  const named = hit.divisions.filter((d) => d.parent !== null && upper.whole.has(d.parent));
  const [only] = named;
  if (
    only &&
    named.length === 1 &&
    !hit.divisions.some((d) => d !== only && d.parent !== null && upper.codes.has(d.parent))
  )
    return only;
  const scored = hit.divisions
    .map((d) => ({ d, score: evidence(d, upper, parts, gazetteer) + (isUnder(d, before?.place, gazetteer) ? 1 : 0) }))
    .sort((a, b) => b.score - a.score);
  const [best, second] = scored;
  if (!best) return undefined;
  if (best.score > 0 && best.score > (second?.score ?? 0)) return best.d;
  if (best.score > 0) return null;
  const grown = home && sameStem(home, hit.name, gazetteer);
  if (grown) return grown;
  if (home && gazetteer.sharing(hit.name) > EVERYWHERE) return keyed(home, hit.name);
  const sole = hit.divisions.length === 1 && TOWN.test(hit.name);
  // A name that one town in the country bears, in the province that the text speaks of.
  const sharesProvince = upper.provinces.has(best.d.code.slice(0, 2));
  const spokenOf = () => upper.onlyProvinces && parts.offsets(hit.name).length >= SPOKEN_OF;
  return sole && (upper.names.length === 0 || sharesProvince || spokenOf()) ? best.d : null;
}

/** How often a town is named that a text is about. */
const SPOKEN_OF = 2;

/** Namesakes beyond which their villages are not looked at, and how many of them must be named. */
const FEW = 20;
const VILLAGES = 2;

/** The one of several namesakes whose villages the text names. */
function byVillages(hit: NameHit, villageWords: () => ReadonlySet<string>, gazetteer: Gazetteer): PlaceRef | null {
  if (hit.divisions.length > FEW || !TOWN.test(hit.name)) return null;
  const names = villageWords();
  const scored = hit.divisions
    .map((d) => ({ d, named: [...names].filter((name) => isVillageOf(d, name, gazetteer)).length }))
    .sort((a, b) => b.named - a.named);
  const [best, second] = scored;
  return best && best.named >= VILLAGES && best.named > (second?.named ?? 0) ? best.d : null;
}

/** The words of a length that end in 村. */
const endsOf = (chars: string, length: number): string[] =>
  [...chars.matchAll(/村/gu)].map((m) => chars.slice(Math.max(0, m.index + 1 - length), m.index + 1));

const isVillageOf = (town: Division, name: string, gazetteer: Gazetteer): boolean =>
  [name, `${name}村`].some((n) =>
    gazetteer.villageCodes(town.code.slice(0, 6), n).some((code) => code.startsWith(town.code)),
  );

function under(up: Division, hit: NameHit, gazetteer: Gazetteer): Division | undefined {
  const inside = hit.divisions.filter((d) =>
    gazetteer.chain(d).some((c) => c.code === up.code || c.code === up.successor),
  );
  return inside.length === 1 ? inside[0] : inside.length === 0 ? sameStem(up, hit.name, gazetteer) : undefined;
}

/** 南岗乡 has become 南岗镇: a town that is gone, as the one of today that bears its name. */
const ofToday = (town: PlaceRef, gazetteer: Gazetteer): PlaceRef => {
  const county = town.code.includes('/') && town.parent !== null ? gazetteer.get(town.parent) : undefined;
  return (county && sameStem(county, town.ownName, gazetteer)) ?? town;
};

/** The town of a county that bears the name with another kind: 青阳镇 has become 青阳街道. */
function sameStem(county: PlaceRef, name: string, gazetteer: Gazetteer): Division | undefined {
  const stem = townStem(name);
  const all = gazetteer.towns(county.code).filter((t) => townStem(t.ownName) === stem);
  // One that is gone has no code: the town of today that bears the name goes before it.
  const coded = all.filter((t) => !t.code.includes('/'));
  const grown = coded.length > 0 ? coded : all;
  return grown.length === 1 ? grown[0] : undefined;
}

const isUnder = (d: Division, up: PlaceRef | null | undefined, gazetteer: Gazetteer): boolean =>
  up?.level === 'county' && gazetteer.chain(d).some((c) => c.code === up.code);

/** The one county that a text names, else the one that its head lines do. */
function soleCounty(upper: UpperReading, gazetteer: Gazetteer): PlaceRef | null {
  const linked = upper.names.flatMap((n) => n.place ?? []);
  const hinted = upper.support.hinted().flatMap((code) => gazetteer.get(code) ?? []);
  const counties = new Map<string, PlaceRef>();
  for (const d of linked.length > 0 ? linked : hinted) if (d.level === 'county') counties.set(d.code, d);
  const [only] = counties.values();
  return counties.size === 1 && only ? only : null;
}

/** What speaks for a town: its county and city in the document, and two more towns of that county. */
function evidence(d: Division, upper: UpperReading, parts: Parts, gazetteer: Gazetteer): number {
  const county = d.parent === null ? undefined : gazetteer.get(d.parent);
  if (!county) return 0;
  const siblings = parts.besides(d);
  return upper.support.near(county) + (siblings >= 2 || upper.support.near(county) > 0 ? siblings : 0);
}

/** A town that the gazetteer lacks, right behind its county: kept under it by name. */
export function unknownTowns(
  chars: string,
  names: readonly LinkedName[],
  taken: readonly { start: number; end: number }[],
  gazetteer: Gazetteer,
): LinkedTown[] {
  const cover = new Cover(taken);
  return names.flatMap((n) => {
    const match = /^([\u4e00-\u9fff]{2,3}?)(?:镇|乡|街道)(?![级里上下域村居])/u.exec(chars.slice(n.end, n.end + 6));
    const county = n.place;
    if (
      !match?.[0] ||
      !county ||
      county.level === 'province' ||
      COMMON.test(match[0].slice(-2)) ||
      /[各全和与的在两级一二三四五六七八九十个]/u.test(match[0])
    )
      return [];
    const end = n.end + match[0].length;
    if (cover.meets(n.end, end)) return [];
    return [{ start: n.end, end, place: sameStem(county, match[0], gazetteer) ?? keyed(county, match[0]) }];
  });
}

/**
 * A town that the gazetteer lacks and no county stands before: one that the text names three times, at an edge, under the
 * article's own division (an abolished town in an article about it).
 */
export function recurringTowns(chars: string, subject: PlaceRef | null, taken: readonly LinkedTown[]): LinkedTown[] {
  if (!subject || subject.level === 'province') return [];
  const cover = new Cover(taken);
  const found = [...chars.matchAll(/(?<=^|[\n，。；：“])[\u4e00-\u9fff]{2,3}(?:镇|乡)(?![级里上下域村居镇])/gu)].filter(
    (m) =>
      !COMMON.test(m[0].slice(-2)) &&
      !/[各全和与的在两级该我本每多个]/u.test(m[0]) &&
      !cover.meets(m.index, m.index + m[0].length),
  );
  const counts = new Map<string, number>();
  for (const [name] of found) counts.set(name, (counts.get(name) ?? 0) + 1);
  return found
    .filter(([name]) => (counts.get(name) ?? 0) >= RECURS)
    .map((m) => ({ start: m.index, end: m.index + m[0].length, place: keyed(subject, m[0]) }));
}

/** How often a town that no list has must be named. */
const RECURS = 3;

/** A town under its county by name, for one that has no code there. */
function keyed(county: PlaceRef, ownName: string): PlaceRef {
  return {
    code: `${county.code}/${ownName}`,
    name: `${county.name}${ownName}`,
    ownName,
    level: 'town',
    parent: county.code,
  };
}
