import type { Span } from '../article/article.ts';
import type { Division, Gazetteer } from '../gazetteer/gazetteer.ts';
import type { PlaceLevel, PlaceRef } from '../gazetteer/place.ts';
import { type Issue, originalSpan, type Text } from '../text/text.ts';
import type { PlaceMention } from './mention.ts';
import { homeTown, homeVillage } from './place-home.ts';
import type { NameHit } from './place-index.ts';
import type { LinkedName } from './place-link.ts';
import { Parts, townStem } from './place-parts.ts';
import { regiments } from './place-regiment.ts';
import { findRelatives } from './place-relative.ts';
import { type Seat, Seats } from './place-seat.ts';
import { subjectOf } from './place-subject.ts';
import { fullTowns, type LinkedTown, recurringTowns, unknownTowns } from './place-town.ts';
import { shortTowns } from './place-town-short.ts';
import { type UpperReading, upperNames } from './place-upper.ts';
import { findVillages } from './place-village.ts';
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
