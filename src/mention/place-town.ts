import type { Division, Gazetteer } from '../gazetteer/gazetteer.ts';
import type { PlaceRef } from '../gazetteer/place.ts';
import { isInsideName, mayBegin } from './place-context.ts';
import { type NameHit, NameIndex } from './place-index.ts';
import type { LinkedName, UpperReading } from './place-upper.ts';

/** A town linked in a text. */
export interface LinkedTown {
  readonly start: number;
  readonly end: number;
  readonly place: PlaceRef;
}

let allTowns: NameIndex | undefined;
const COMMON =
  /^(?:乡镇|城镇|集镇|村镇|市镇|小镇|古镇|全镇|各镇|本镇|该镇|我镇|重镇|名镇|街镇|两镇|城乡|全乡|各乡|本乡|该乡|下乡|返乡|家乡|回乡|进乡|水乡|老乡|同乡|故乡|山乡|侨乡|还乡|新街道|大街道|各街道|该街道|街道|小城镇|中心镇)$/u;

/** Full names of towns whose counties the document settles. */
export function fullTowns(
  chars: string,
  hints: readonly string[],
  upper: UpperReading,
  gazetteer: Gazetteer,
): LinkedTown[] {
  const siblings = (d: Division) => siblingsNamed(d, `${hints.join('|')}|${chars}`, gazetteer);
  allTowns ??= NameIndex.towns([...gazetteer.all()].filter((d) => d.level === 'town'));
  return allTowns.find(chars).flatMap((hit) => {
    if (
      COMMON.test(hit.name) ||
      isInsideName(chars, hit.end) ||
      upper.names.some((n) => n.start < hit.end && hit.start < n.end && n.end > hit.start + 1)
    )
      return [];
    const place = choose(hit, upper, gazetteer, siblings);
    return place ? [{ start: hit.start, end: hit.end, place }] : [];
  });
}

/** The town under the county named right before, else under the counties that the document speaks of. */
function choose(
  hit: NameHit,
  upper: UpperReading,
  gazetteer: Gazetteer,
  siblings: (d: Division) => number,
): Division | null {
  const before = upper.names.filter((n) => n.end <= hit.start).at(-1);
  const adjacent = before?.end === hit.start ? before.place : null;
  if (adjacent) return hit.divisions.find((d) => gazetteer.chain(d).some((up) => up.code === adjacent.code)) ?? null;
  const scored = hit.divisions
    .map((d) => ({ d, score: evidence(d, upper, gazetteer, hit.start) + (hit.divisions.length > 1 ? siblings(d) : 0) }))
    .sort((a, b) => b.score - a.score);
  const [best, second] = scored;
  if (!best || (second && second.score === best.score)) return null;
  return best.score > 0 || upper.names.length === 0 ? best.d : null;
}

/** How many other towns of the same county the page names, a third of a point each. */
function siblingsNamed(d: Division, page: string, gazetteer: Gazetteer): number {
  const names = gazetteer
    .towns(d.parent ?? '')
    .filter((t) => t.code !== d.code)
    .map((t) => t.ownName.replace(/(?:街道|镇|乡)$/u, ''));
  return names.filter((name) => name.length > 1 && page.includes(name)).length / 3;
}

function evidence(d: Division, upper: UpperReading, gazetteer: Gazetteer, at: number): number {
  const county = d.parent ? gazetteer.get(d.parent) : undefined;
  if (!county) return 0;
  const nearest = upper.names.filter((n) => n.end <= at && n.place).at(-1);
  const times = upper.names.filter((n) => n.place?.code === county.code).length;
  return upper.support.of(county) + (nearest?.place?.code === county.code ? 1 : 0) + Math.min(times, 6) * 0.5;
}

const LIST_AFTER =
  /^(?:、|和|及|与|等(?:\d|[一二三四五六七八九十两]|乡|镇|街)|[一二两三四五六七八九十\d]+个?(?:镇|乡|街道))/u;

/** Short names of towns (六石、横店、千祥) of the document's counties: in a list, or before 等乡镇. */
export function shortTowns(
  chars: string,
  counties: readonly PlaceRef[],
  gazetteer: Gazetteer,
  taken: readonly { start: number; end: number }[],
): LinkedTown[] {
  const names = new Map<string, Division>();
  for (const town of counties.flatMap((c) => gazetteer.towns(c.code))) {
    const short = town.ownName.replace(/(?:街道|镇|乡|苏木)$/u, '');
    if (short.length >= 2 && short !== town.ownName && !names.has(short)) names.set(short, town);
  }
  const found: LinkedTown[] = [];
  for (const [short, place] of names) {
    for (let at = chars.indexOf(short); at >= 0; at = chars.indexOf(short, at + 1))
      found.push({ start: at, end: at + short.length, place });
  }
  const free = found
    .filter((t) => !taken.some((o) => o.start < t.end && t.start < o.end))
    .sort((a, b) => a.start - b.start);
  return inLists(chars, free, taken);
}

/** Keeps the names that stand in a list with another town or before a word for towns. */
function inLists(
  chars: string,
  found: readonly LinkedTown[],
  taken: readonly { start: number; end: number }[],
): LinkedTown[] {
  const ends = new Set([...found, ...taken].map((t) => t.end));
  const starts = new Set([...found, ...taken].map((t) => t.start));
  return found.filter((t) => {
    const follows = chars[t.start - 1] === '、' && ends.has(t.start - 1);
    const leads = chars[t.end] === '、' && starts.has(t.end + 1);
    const unit = /^(?:派出所|警务区|刑警中队|司法所|镇|乡)/u.test(chars.slice(t.end, t.end + 4));
    return (
      (follows ||
        leads ||
        unit ||
        /^等(?:\d|[一二三四五六七八九十两]|乡|镇|街)/u.test(chars.slice(t.end, t.end + 2))) &&
      (follows || mayBegin(chars, t.start, ends) || (unit && /[局队所]/u.test(chars[t.start - 1] ?? ''))) &&
      (LIST_AFTER.test(chars.slice(t.end, t.end + 4)) || follows || unit)
    );
  });
}

/** A town that the gazetteer lacks, right behind its county: kept under it by name. */
export function unknownTowns(
  chars: string,
  names: readonly LinkedName[],
  taken: readonly { start: number; end: number }[],
): LinkedTown[] {
  return names.flatMap((n) => {
    const match = /^([\u4e00-\u9fff]{2,3}?)(?:镇|乡|街道)(?![级里上下域村居])/u.exec(chars.slice(n.end, n.end + 6));
    const county = n.place;
    if (!match?.[0] || !county || county.level === 'province' || /[各全和与的在两级]/u.test(match[0])) return [];
    const end = n.end + match[0].length;
    if (taken.some((t) => t.start < end && n.end < t.end)) return [];
    return [
      {
        start: n.end,
        end,
        place: {
          code: `${county.code}/${match[0]}`,
          name: `${county.name}${match[0]}`,
          ownName: match[0],
          level: 'town' as const,
          parent: county.code,
        },
      },
    ];
  });
}
