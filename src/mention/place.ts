import type { Span } from '../article/article.ts';
import type { Division, Gazetteer } from '../gazetteer/gazetteer.ts';
import type { PlaceLevel, PlaceRef } from '../gazetteer/place.ts';
import { type Issue, originalSpan, type Text } from '../text/text.ts';
import type { PlaceMention } from './mention.ts';
import type { NameHit } from './place-index.ts';
import { goesOn, type LinkedName } from './place-link.ts';
import { Parts, townStem } from './place-parts.ts';
import { regiments } from './place-regiment.ts';
import { findRelatives } from './place-relative.ts';
import { type Seat, Seats } from './place-seat.ts';
import { subjectOf } from './place-subject.ts';
import { fullTowns, type LinkedTown, recurringTowns, unknownTowns } from './place-town.ts';
import { shortTowns } from './place-town-short.ts';
import { type UpperReading, upperNames } from './place-upper.ts';
import { findVillages, type LinkedVillage } from './place-village.ts';
import { listedVillages } from './place-village-list.ts';
import { Cover, longestFirst } from './span.ts';

/** The places of a text and what it means where it names none. */
export interface PlaceReading {
  readonly mentions: readonly PlaceMention[];
  /** The place that the article is about. */
  readonly subject: PlaceRef | null;
  /** The lowest division that the article is about: a town where it speaks of one town only. */
  readonly home: PlaceRef | null;
  /** Where the text first names it, or refers to it. */
  readonly subjectSpan: Span | null;
  /** The place of a level that the words mean at an offset: the nearest before it, else by the document. */
  at(level: PlaceLevel, offset: number): PlaceRef | null;
  readonly issues: readonly Issue[];
}

/** Finds and links the places of a text, from province to village. */
export function findPlaces(text: Text, gazetteer: Gazetteer, persons: readonly Span[]): PlaceReading {
  const parts = new Parts(gazetteer, text.hints, text.chars);
  const found = withoutNamesakes(upperNames(text, gazetteer, parts), text.chars, gazetteer);
  const { linked: full, open: openTowns } = fullTowns(text.chars, parts, found, gazetteer);
  const all = withoutTowns(found, full, text.chars, gazetteer);
  for (const town of full) support(all, town, gazetteer);
  const subject = subjectOf(text, all.names, divisionsOf(full, gazetteer), all.support, gazetteer);
  const upper = withoutTownStems(all, text.chars, subject, gazetteer);
  const settled = [
    ...upper.names.flatMap((n) => (n.place ? [{ start: n.start, end: n.end, place: n.place as PlaceRef }] : [])),
    ...full,
  ];
  const upperSeats = new Seats(longestFirst(settled), gazetteer);
  const towns = [
    ...shortTowns(text.chars, countiesOf(upper, subject, gazetteer), gazetteer, settled, parts),
    ...unknownTowns(text.chars, upper.names, full, gazetteer),
    ...recurringTowns(text.chars, subject, full),
    ...regiments(text.chars, (at) => upperSeats.before('county', at) ?? subject),
  ];
  const seats = longestFirst([...settled, ...towns]);
  const seated = new Seats(seats, gazetteer);
  const people = new Cover(persons);
  const inName = (at: number) => seated.cover(at) || people.meets(at, at + 1);
  const ownTown = homeTown(text, [...full, ...towns], subject);
  const home = (at: number) => seated.local(text.chars.lastIndexOf('\n', at), at) ?? subject;
  const villages = [
    ...findVillages(text.chars, seats, home, gazetteer, inName),
    ...listedVillages(
      text.chars,
      (at) => seated.local(text.chars.lastIndexOf('\n', at), at) ?? ownTown ?? subject,
      gazetteer,
    ).filter((v) => !inName(v.start)),
  ];
  const places = longestFirst([...seats, ...villages]).map((s) => toMention(text, s, false));
  const own = { subject, town: ownTown };
  const relatives = findRelatives(text, places, own, locator(seated, subject, text.chars));
  const open: NameHit[] = [...upper.names.filter((n) => n.place === null), ...openTowns];
  const named = longestFirst([
    ...places,
    ...relatives,
    ...open.map((n) => openMention(text, n.start, n.end, n.divisions)),
  ]).filter((m) => !people.meets(m.start, m.end));
  const linked = named.flatMap((m) => (m.place ? [{ start: m.start, end: m.end, place: m.place }] : []));
  const unsettled = new Set(named.flatMap((m) => (m.place ? [] : [m.start])));
  return {
    mentions: named,
    subject,
    home: homeVillage(text, villages) ?? ownTown ?? subject,
    subjectSpan: spanOf(named, subject),
    at: locator(new Seats(linked, gazetteer), subject, text.chars),
    issues: open.filter((n) => unsettled.has(n.start)).map((n) => ambiguous(text, n.start, n.end, n.divisions)),
  };
}

/** 广平 in a text that names 大田县 in full and its 广平镇 is not 广平县 of another province, which it never names in full. */
function withoutNamesakes(upper: UpperReading, chars: string, gazetteer: Gazetteer): UpperReading {
  const whole = new Set(upper.names.flatMap((n) => (n.short || n.place?.level !== 'county' ? [] : [n.place.code])));
  const isTown = (n: LinkedName) =>
    n.short &&
    n.place?.level === 'county' &&
    !whole.has(n.place.code) &&
    ['镇', '乡', '街道'].some(
      (kind) =>
        chars.includes(n.name + kind) &&
        [...whole].some((code) => gazetteer.children(code).some((town) => town.ownName === n.name + kind)),
    );
  return whole.size === 0 ? upper : { ...upper, names: upper.names.filter((n) => !isTown(n)) };
}

/** 白沙 in a text about 江津区白沙镇 is that town, not a county of the name. */
function withoutTowns(
  upper: UpperReading,
  towns: readonly LinkedTown[],
  chars: string,
  gazetteer: Gazetteer,
): UpperReading {
  const stems = new Map(towns.map((t) => [townStem(t.place.ownName), t.place]));
  const isTown = (name: string, code: string | undefined) => {
    const town = stems.get(name);
    return town !== undefined && !gazetteer.chain(town).some((up) => up.code === code);
  };
  // 榆树台派出所 in a text that names 榆树台镇
  const goesOn = (n: LinkedName) =>
    [...stems.keys()].some((stem) => stem.length > n.name.length && chars.startsWith(stem, n.start));
  const ends = new Map(towns.map((t) => [t.start, t.end]));
  const isStart = (n: LinkedName) => (ends.get(n.start) ?? 0) > n.end;
  return {
    ...upper,
    names: upper.names.filter((n) => !(n.short && (isTown(n.name, n.place?.code) || goesOn(n))) && !isStart(n)),
  };
}

/** 榆树林子, a town of the article's county, is not 榆树市 of another province. */
function withoutTownStems(
  upper: UpperReading,
  chars: string,
  subject: Division | null,
  gazetteer: Gazetteer,
): UpperReading {
  if (subject?.level !== 'county') return upper;
  const stems = gazetteer.towns(subject.code).map((t) => townStem(t.ownName));
  const begins = (n: LinkedName) => stems.some((s) => s.length > n.name.length && chars.startsWith(s, n.start));
  const own = new Set(gazetteer.chain(subject).map((up) => up.code));
  // 古县镇 of 祁县 is not 古县, whole as the name is.
  const towns = new Set(gazetteer.towns(subject.code).map((t) => t.ownName));
  // 灵山 in a text about 望奎县, which has 灵山满族乡, is no 灵山县 of another province that it does not name.
  const isStem = (n: LinkedName) =>
    n.short &&
    stems.includes(n.name) &&
    n.place?.code.slice(0, 2) !== subject.code.slice(0, 2) &&
    !chars.includes(n.place?.ownName ?? n.name);
  const isTown = (n: LinkedName) =>
    !own.has(n.place?.code ?? '') &&
    ['镇', '乡'].some((kind) => chars[n.end] === kind && towns.has(`${n.name}${kind}`));
  return {
    ...upper,
    names: upper.names.filter(
      (n) => !isTown(n) && !isStem(n) && (!n.short || own.has(n.place?.code ?? '') || !begins(n)),
    ),
  };
}

function support(upper: UpperReading, town: LinkedTown, gazetteer: Gazetteer): void {
  const division = gazetteer.get(town.place.code);
  if (division) upper.support.town(division);
}

/** The one town that an article is about: in its title, or named three times with no other. */
function homeTown(text: Text, towns: readonly LinkedTown[], subject: PlaceRef | null): PlaceRef | null {
  const own = [...new Map(towns.map((t) => [t.place.code, t.place])).values()].filter(
    (t) => t.parent === subject?.code,
  );
  if (repliesForCounty(text)) return null;
  // 墨竹工卡县 does not name 工卡镇.
  const title = titleOf(text).replaceAll(subject?.ownName ?? '\n', '');
  // 绥中县绥中镇: a seat that bears the county's name.
  const isSeat = (t: PlaceRef) =>
    subject?.ownName.startsWith(townStem(t.ownName)) === true && !title.includes(t.ownName);
  // 平安建设 names no 平安街道.
  const isNamed = ({ ownName }: PlaceRef) => {
    const stem = townStem(ownName);
    const at = title.indexOf(stem);
    return at >= 0 && (title.includes(ownName) || !goesOn(title, at + stem.length));
  };
  const titled = own.filter((t) => isNamed(t) && !isSeat(t));
  if (titled.length === 1) return titled[0] ?? null;
  // 文昌市公安局…说明: a title that names the county speaks for all of it.
  if (titled.length === 0 && subject && titleOf(text).includes(subject.ownName)) return null;
  const times = own.map((place) => ({
    place,
    count: text.chars.split(isSeat(place) ? place.ownName : townStem(place.ownName)).length - 1,
  }));
  const [most, next] = times.sort((a, b) => b.count - a.count);
  const above = subject ? text.chars.split(subject.ownName.slice(0, 2)).length - 1 + spokenOf(text, subject) : 0;
  // 2010年，宁海县公安局设…: a text that opens with the county is about it.
  const opening = text.chars.slice(title.length, title.length + OPENING);
  const ofCounty =
    subject && opening.includes(subject.ownName) && !(most && opening.includes(townStem(most.place.ownName)));
  if (ofCounty) return null;
  const alone = most && (own.length === 1 || most.count >= (next?.count ?? 0) * LEAD);
  if (alone && speaksAsTown(text, most.place.ownName)) return most.place;
  const leads = most && most.count >= ENOUGH && most.count >= (next?.count ?? 0) * LEAD && most.count >= above;
  return leads ? most.place : null;
}

/** 我镇共有20个行政村，…镇里负担10万元: a text in a town's own words. */
function speaksAsTown({ chars, article, hints }: Text, name: string): boolean {
  const isOwn = /我[镇乡]/u.test(chars) || [article.outlet ?? '', ...hints].some((line) => line.includes(name));
  const times = (words: RegExp) => [...chars.matchAll(words)].length;
  const town = times(/我[镇乡]|全[镇乡]|[镇乡]里(?!的?路)|[镇乡](?:政府|党委|财政|综治|派出所)/gu);
  return isOwn && town >= OWN && town > 2 * times(/我[县市区旗]|全[县市区旗]/gu);
}

/** How often a text speaks of 全镇 that is in its words. */
const OWN = 3;

/** 网友您好，我县…: who answers a letter speaks for the county, whatever town was asked about. */
const repliesForCounty = ({ chars }: Text): boolean =>
  /(?:答复|回复)(?:如下|：)|来[信电]收悉|留言(?:已)?收悉|[提议]案(?:的)?答复/u.test(chars) &&
  /我[县区市旗局]|县公安局[^，。\n]{0,10}(?:回复|答复)|(?:回复|答复)[^，。\n]{0,10}[县区市]公安局/u.test(chars) &&
  !/我[镇乡]|我街道|我所/u.test(chars);

/** The title, with a line under it that begins with a dash (——某县公安局某某派出所工作见闻). */
function titleOf(text: Text): string {
  const [title, next] = text.paragraphs;
  if (title?.role !== 'title') return '';
  const under = next && next.role !== 'prose' && /^[—-]{1,2}/u.test(text.chars.slice(next.start, next.end));
  return text.chars.slice(0, under ? next.end : title.end);
}

/** The one village that a title names, when the text goes on about it. */
function homeVillage(text: Text, villages: readonly LinkedVillage[]): PlaceRef | null {
  const [title] = text.paragraphs;
  if (title?.role !== 'title') return null;
  const named = new Map(villages.filter((v) => v.end <= title.end).map((v) => [v.place.code, v.place]));
  const [only] = named.values();
  return named.size === 1 && only && /该村|村集体|村里|村治安/u.test(text.chars) ? only : null;
}

/** How often a text speaks of its county or city by its kind: 全市, 市财政, 县公安局. */
function spokenOf(text: Text, subject: PlaceRef): number {
  const kind = subject.ownName.slice(-1);
  return (
    text.chars.match(new RegExp(`[全我]${kind}|(?<![省市县区镇])${kind}(?:里|委|政府|公安局|财政)`, 'gu'))?.length ?? 0
  );
}

/** Characters behind the title that say what a text is about. */
const OPENING = 160;
/** How often a town must be named, and how many times as often as any other, to be an article's own. */
const ENOUGH = 3;
const LEAD = 2;

const divisionsOf = (towns: readonly LinkedTown[], gazetteer: Gazetteer): Division[] =>
  towns.flatMap((t) => gazetteer.get(t.place.code) ?? []);

/** The counties and zones that a text names, and those of the city that it is about. */
function countiesOf(upper: UpperReading, subject: Division | null, gazetteer: Gazetteer): PlaceRef[] {
  const named = upper.names.flatMap((n) =>
    n.place && (n.place.level === 'county' || n.place.level === 'zone') ? [n.place] : [],
  );
  const own =
    subject?.level === 'city'
      ? [subject, ...gazetteer.children(subject.code).filter((d) => d.level !== 'town')]
      : subject
        ? [subject]
        : [];
  return [...new Map([...own, ...named].map((d) => [d.code, d])).values()];
}

/** Looks for the division of a level that the nearest place before, in its paragraph, is or lies in, else by the document. */
function locator(seats: Seats, subject: PlaceRef | null, chars: string): PlaceReading['at'] {
  return (level, offset) => {
    const from = chars.lastIndexOf('\n', offset - 1);
    const own = subject && seats.ofLevel(subject, level);
    if (own && level !== 'town' && level !== 'village') return seats.near(level, offset, from) ?? own;
    return seats.before(level, offset) ?? own;
  };
}

function toMention(text: Text, seat: Seat, relative: boolean): PlaceMention {
  return {
    type: 'place',
    start: seat.start,
    end: seat.end,
    surface: text.chars.slice(seat.start, seat.end),
    place: seat.place,
    candidates: [],
    relative,
  };
}

function openMention(text: Text, start: number, end: number, divisions: readonly Division[]): PlaceMention {
  return {
    type: 'place',
    start,
    end,
    surface: text.chars.slice(start, end),
    place: null,
    candidates: divisions.map((d) => d.code),
    relative: false,
  };
}

function ambiguous(text: Text, start: number, end: number, divisions: readonly Division[]): Issue {
  const names = divisions
    .slice(0, 6)
    .map((d) => `${d.name} ${d.code}`)
    .join(', ');
  return { code: 'PLACE_AMBIGUOUS', message: `may be ${names}`, ...originalSpan(text, { start, end }) };
}

function spanOf(mentions: readonly PlaceMention[], subject: PlaceRef | null): Span | null {
  const first = subject && mentions.find((m) => m.place?.code === subject.code);
  return first ? { start: first.start, end: first.end } : null;
}
