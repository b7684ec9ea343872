import type { Division, Gazetteer } from '../gazetteer/gazetteer.ts';
import { mayBegin } from './place-context.ts';
import { type NameHit, placeWords } from './place-index.ts';
import type { Support } from './place-support.ts';
import { isBareZone } from './place-zone.ts';

/** A name with what it was linked to; null when the text does not settle it. */
export interface LinkedName extends NameHit {
  readonly place: Division | null;
}

/** Names that are words as well, as short forms and in full. */
export const ordinary = new Set(placeWords.ordinary);
/** Names that any city may have for a part of it. */
export const needsParent = new Set(placeWords.needsParent);

/** What makes a short form part of a longer name: 安仁｜镇, 海棠｜湾, 舞阳｜河. */
export const LONGER =
  /^(?:镇|乡|村|街道|社区|湾|港|岛|桥|寺|庄|堡|屯|铺|坪|坝|店|营|岭|沟|河|江|湖|海(?!关)|山(?!区)|水库)/u;

/** Links every name to the division with the best evidence, and leaves out what is no name here. */
export function link(chars: string, hits: readonly NameHit[], support: Support, gazetteer: Gazetteer): LinkedName[] {
  const linked: LinkedName[] = [];
  const ends = new Set<number>();
  const full = hits.flatMap((h) => (h.short ? [] : h.divisions));
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
    linked.push({ ...hit, place: place && asCalled(place, full, gazetteer) });
    ends.add(hit.end);
  }
  return linked;
}

/** An old name beside its successor's (上党区，原长治县) means what is there now; 海安 beside 海安县 alone is the county. */
function asCalled(place: Division, full: readonly Division[], gazetteer: Gazetteer): Division {
  const next = place.successor === null || place.validTo === null ? undefined : gazetteer.get(place.successor);
  if (next && full.includes(next)) return next;
  return full.includes(place) ? place : (full.find((d) => d.successor === place.code) ?? place);
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
export const goesOn = (chars: string, end: number): boolean =>
  placeWords.ordinaryFollow.some((word) => chars.startsWith(word, end));

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
  const word = ordinary.has(hit.name);
  if (word && goesOn(chars, hit.end)) return false;
  if (isTied(place, near)) return true;
  if (word) return speaksFor(place, near) || isVenue(chars, hit);
  const lone = (between(chars, hit) && !near.listed) || chars.startsWith('派出所', hit.end);
  return (
    support.local(place) > 0 || place.level === 'province' || (place.level === 'city' && !lone) || isLikely(place, near)
  );
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

/** 在海口举行: where something is held is a place, however ordinary the word. */
const isVenue = (chars: string, { start, end }: NameHit): boolean =>
  chars[start - 1] === '在' && /^(?:举行|召开|举办|开幕|正式启动)/u.test(chars.slice(end, end + 4));

/** 南郑、汕头、芦华: among names that are no places it is no city. */
const between = (chars: string, { start, end }: NameHit): boolean => chars[start - 1] === '、' && chars[end] === '、';

/** A city in a list, or one of a province that the text speaks of; a county in a list of its city. */
const isLikely = (place: Division, near: Context): boolean =>
  near.listed
    ? place.level === 'city' || near.support.of(place) > 0
    : place.level === 'city' && near.support.of(place) > 0;
