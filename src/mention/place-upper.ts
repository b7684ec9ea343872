import type { Division, Gazetteer } from '../gazetteer/gazetteer.ts';
import type { Text } from '../text/text.ts';
import { isInsideName, mayBegin } from './place-context.ts';
import { type NameHit, NameIndex, placeWords } from './place-index.ts';
import type { Parts } from './place-parts.ts';
import { Support } from './place-support.ts';
import { bareZones, isBareZone, joinZones } from './place-zone.ts';

/** A name with what it was linked to; null when the text does not settle it. */
export interface LinkedName extends NameHit {
  readonly place: Division | null;
}

/** What was found from province to county, and the evidence that it gives for everything below. */
export interface UpperReading {
  readonly names: readonly LinkedName[];
  readonly support: Support;
}

let index: NameIndex | undefined;
const ordinary = new Set(placeWords.ordinary);
const needsParent = new Set(placeWords.needsParent);

/** Finds and links divisions from province to county, and zones, by what the document says of itself. */
export function upperNames(text: Text, gazetteer: Gazetteer, parts: Parts): UpperReading {
  const { article, chars } = text;
  const found = namesIn(chars, article.publishedYear, gazetteer);
  const ends = new Set(found.map((h) => h.end));
  const hits = found.filter((h) => !isInsideName(chars, h.end) && !isRunInto(chars, h, ends));
  const hints = [...text.hints, article.outlet ?? ''].map((h) => namesIn(h, article.publishedYear, gazetteer));
  const support = new Support(gazetteer);
  for (const hint of hints) for (const hit of hint) if (!isWord(hit)) support.hint(hit, hint.length);
  for (const hit of hits) if (isPlain(hit)) support.name(hit.divisions);
  const title = text.paragraphs[0]?.role === 'title' ? text.paragraphs[0].end : 0;
  for (const hit of speaking(chars, hits, title)) support.name(hit.divisions);
  for (const divisions of namesakes(hits)) support.parts(divisions, parts);
  const spelt = [...hits, ...hints.flat()].filter((h) => !h.short && h.divisions.every((d) => d.level === 'zone'));
  const zones = spelt.flatMap((h) => h.divisions.filter((d) => h.divisions.length === 1 || support.local(d) > 0));
  const named = hits.flatMap((h) => (isBareZone(h.name) ? bare(h, zones, support, gazetteer) : [h]));
  // What the first look settles (通州区 by its towns) speaks for what stands beside it (朝阳区).
  for (const n of link(chars, named, support, gazetteer))
    if (n.place && !n.short && n.divisions.length > 1) support.name([n.place]);
  return { names: link(chars, named, support, gazetteer), support };
}

function namesIn(chars: string, year: number | null, gazetteer: Gazetteer): NameHit[] {
  index ??= NameIndex.upper(gazetteer);
  const hits = index.find(chars).map((hit) => ({ ...hit, divisions: inTime(hit.divisions, year) }));
  return joinZones(chars, hits, gazetteer, (h) => isWord(h) && h.divisions.every((d) => d.level !== 'city'));
}

const isWord = (hit: NameHit): boolean => (hit.short && ordinary.has(hit.name)) || needsParent.has(hit.name);

/** Names of several counties, once each. */
function namesakes(hits: readonly NameHit[]): (readonly Division[])[] {
  const several = hits.filter((h) => !isWord(h) && h.divisions.length > 1 && h.divisions[0]?.level === 'county');
  return [...new Map(several.map((h) => [h.name, h.divisions])).values()];
}

/** 经开区 and the like: the zones that the document spells out, else those of the cities that it names. */
function bare(hit: NameHit, zones: readonly Division[], support: Support, gazetteer: Gazetteer): NameHit[] {
  const spelt = bareZones(hit.name, zones, gazetteer);
  const near = spelt.length > 0 ? spelt : hit.divisions.filter((d) => d.level === 'zone' && support.local(d) > 0);
  return near.length > 0 ? [{ ...hit, divisions: near, short: true }] : [];
}

/** Divisions that were there in that year; without a year, those of today; all when none fits. */
function inTime(divisions: readonly Division[], year: number | null): readonly Division[] {
  const then = year ?? Number.POSITIVE_INFINITY;
  const fitting = divisions.filter((d) => (d.validFrom ?? 0) <= then && then <= (d.validTo ?? then));
  const lasting = fitting.filter((d) => d.validTo !== then);
  if (lasting.length > 0 && fitting.every((d) => lasting.some((l) => l === d || l.code === d.successor)))
    return lasting;
  return fitting.length > 0 ? fitting : divisions;
}

/** A short form that is no ordinary word and stands twice, or in the title, speaks for itself. */
function speaking(chars: string, hits: readonly NameHit[], title: number): NameHit[] {
  const plain = hits.filter(
    (h) =>
      h.short &&
      h.divisions.length === 1 &&
      h.divisions[0]?.level !== 'zone' &&
      !ordinary.has(h.name) &&
      !LONGER.test(chars.slice(h.end, h.end + 2)),
  );
  const counts = new Map<string, number>();
  for (const h of plain) counts.set(h.name, (counts.get(h.name) ?? 0) + 1);
  return plain.filter((h) => h.end <= title || (counts.get(h.name) ?? 0) > 1).slice(0, 40);
}

/** A full name of one division that is no ordinary word stands for itself. */
const isPlain = (hit: NameHit): boolean => !hit.short && hit.divisions.length === 1 && !needsParent.has(hit.name);

function link(chars: string, hits: readonly NameHit[], support: Support, gazetteer: Gazetteer): LinkedName[] {
  const linked: LinkedName[] = [];
  const ends = new Set<number>();
  const codes = new Set(hits.flatMap((h) => (h.short ? [] : h.divisions.map((d) => d.code))));
  for (const [i, hit] of hits.entries()) {
    const before = linked.at(-1);
    const parent = before?.end === hit.start ? before.place : null;
    const next = hits[i + 1];
    const children = next?.start === hit.end ? next.divisions : [];
    const leads = next?.start === hit.end + 1 && chars[hit.end] === '、';
    const listed = leads || (chars[hit.start - 1] === '、' && ends.has(hit.start - 1));
    const near = { ends, parent, children, listed, support, gazetteer };
    const place = choose(hit, near);
    if (!isNamed(chars, hit, place ?? null, near)) continue;
    if (place === null && hit.short) continue;
    linked.push({ ...hit, place: place && present(place, codes, gazetteer) });
    ends.add(hit.end);
  }
  return linked;
}

/** An old name beside its successor's (上党区，原长治县) means what is there now. */
function present(place: Division, named: ReadonlySet<string>, gazetteer: Gazetteer): Division {
  const next = place.successor === null || place.validTo === null ? undefined : gazetteer.get(place.successor);
  return next && named.has(next.code) ? next : place;
}

interface Neighbours {
  readonly parent: Division | null;
  readonly children: readonly Division[];
  readonly support: Support;
}

/** The candidate with the best evidence; null when two are level. */
function choose(hit: NameHit, near: Neighbours & { readonly gazetteer: Gazetteer }): Division | null {
  const scored = hit.divisions.map((d) => ({ d, score: score(d, near) })).sort((a, b) => b.score - a.score);
  const [best, second] = scored;
  if (!best) return null;
  if (!second || best.score > second.score) return best.d;
  const level = scored.filter((s) => s.score === best.score).map((s) => s.d);
  return (
    level.find((d) => level.every((o) => o === d || near.gazetteer.chain(o).some((up) => up.code === d.code))) ?? null
  );
}

/** Standing right behind what holds it, or right before its part, settles a name whatever else speaks for another. */
const UNDER = 1000;
const OVER = 500;
/** Evidence from which a name that any city may have (城区) is taken without its city beside it. */
const SETTLED = 2;
/** Evidence from which an ordinary word in a list of names is one: its city, named once. */
const LISTED = 0.6;

function score(d: Division, near: Neighbours & { readonly gazetteer: Gazetteer }): number {
  const chain = near.gazetteer.chain(d).slice(1);
  const under = near.parent !== null && chain.some((up) => up.code === near.parent?.code);
  const over = near.children.some((c) => c.parent === d.code);
  return (under ? UNDER : 0) + (over ? OVER : 0) + near.support.of(d);
}

/** Whether an ordinary word goes on as one: 公安｜机关, 合作｜共赢. */
const goesOn = (chars: string, end: number): boolean =>
  placeWords.ordinaryFollow.some((word) => chars.startsWith(word, end));

/** Full names that common words run into (补上｜城区). */
const GENERIC = /^.(?:城区|新区|市区|郊区|矿区|山区|湖区|港区|海区)$/u;
/** The last character of a body, which a verb follows: 县公安局｜会同县财政局. */
const BODY_END = /[局委办队所院府厅部室处]/u;

/** Whether a full name is the end of one word and the start of another. */
const isRunInto = (chars: string, hit: NameHit, ends: ReadonlySet<number>): boolean =>
  !hit.short &&
  hit.divisions[0]?.level !== 'zone' &&
  ((GENERIC.test(hit.name) && !mayBegin(chars, hit.start, ends)) ||
    (ordinary.has(hit.name.slice(0, -1)) && BODY_END.test(chars[hit.start - 1] ?? '')));
/** What makes a short form part of a longer name: 安仁｜镇, 海棠｜湾, 舞阳｜河. */
const LONGER = /^(?:镇|乡|村|街道|社区|湾|港|岛|桥|寺|庄|堡|屯|铺|坪|坝|店|营|岭|沟|河|江|湖|海(?!关)|山(?!区)|水库)/u;

interface Context extends Neighbours {
  readonly ends: ReadonlySet<number>;
  /** Whether it stands in a list with another name. */
  readonly listed: boolean;
  readonly gazetteer: Gazetteer;
}

/** Whether the words are a name here: short forms and ordinary words need an edge and evidence. */
function isNamed(chars: string, hit: NameHit, place: Division | null, near: Context): boolean {
  const { support } = near;
  if (needsParent.has(hit.name)) {
    if (place === null) return false;
    return isTied(place, near) || (near.listed && support.local(place) > 0) || support.of(place) >= SETTLED;
  }
  if (!hit.short) return true;
  const longer = LONGER.test(chars.slice(hit.end, hit.end + 2)) && near.children.length === 0;
  if (longer && place?.level !== 'zone') return false;
  const kindly = hit.name.length > 2 && /[市县区旗州]$/u.test(hit.name);
  if (!place || (!kindly && !mayBegin(chars, hit.start, near.ends))) return false;
  if (place.level === 'zone') return isBareZone(hit.name) || support.local(place) > 0;
  if (isTied(place, near)) return true;
  if (ordinary.has(hit.name)) return speaksFor(place, near) && !goesOn(chars, hit.end);
  return support.local(place) > 0 || place.level === 'province' || isLikely(place, near);
}

/** Whether it stands right behind what holds it, or before a part of it. */
const isTied = (place: Division, near: Context): boolean =>
  near.children.some((c) => c.parent === place.code) ||
  (near.parent !== null &&
    near.gazetteer
      .chain(place)
      .slice(1)
      .some((up) => up.code === near.parent?.code));

/** What an ordinary word needs to be a name: its full form, or a list beside its city. */
const speaksFor = (place: Division, near: Context): boolean =>
  near.support.named(place) || (near.listed && near.support.of(place) >= LISTED);

/** A city in a list, or one of a province that the text speaks of; a county in a list of its city. */
const isLikely = (place: Division, near: Context): boolean =>
  near.listed
    ? place.level === 'city' || near.support.of(place) > 0
    : place.level === 'city' && near.support.of(place) > 0;
