import type { Division, Gazetteer } from '../gazetteer/gazetteer.ts';
import type { PlaceRef } from '../gazetteer/place.ts';
import { isInsideName, mayBegin } from './place-context.ts';
import { type Parts, townStem } from './place-parts.ts';
import type { LinkedTown } from './place-town.ts';
import { Cover } from './span.ts';

const LIST_AFTER =
  /^(?:、|和|及|与|等(?:\d|[一二三四五六七八九十两]|乡|镇|街)|[一二两三四五六七八九十\d]+个?(?:镇|乡|街道))/u;

const CLOSES_LIST = /^等(?:\d|[一二三四五六七八九十两]|乡|镇|街)/u;

/** Short names of towns (六石、横店、千祥) of the document's counties: in a list, or before 等乡镇. */
export function shortTowns(
  chars: string,
  counties: readonly PlaceRef[],
  gazetteer: Gazetteer,
  taken: readonly LinkedTown[],
  parts: Parts,
): LinkedTown[] {
  const names = new Map<string, Division>();
  for (const town of counties.flatMap((c) => gazetteer.towns(c.code))) {
    const short = townStem(town.ownName);
    if (short.length >= 2 && short !== town.ownName && !names.has(short)) names.set(short, town);
  }
  const found: LinkedTown[] = [];
  for (const [short, place] of names)
    for (const start of parts.offsets(short)) found.push({ start, end: start + short.length, place });
  const cover = new Cover(taken);
  const free = found.filter((t) => !cover.meets(t.start, t.end)).sort((a, b) => a.start - b.start);
  return inLists(chars, free, taken);
}

/** 县公安局｜城关派出所, 协助｜三洲派出所: what may stand right before a town's unit. */
const UNIT_BEFORE = /[局队所]$|协助|配合|[新改迁扩]建|会同|联合|支持|帮助|指导|移交|[为给]$/u;

/** 卸甲坪那边…, 两江自己的…: a town named in full before, again at the head of a clause. */
const HEAD = /[，。；：\n“]$|其中$/u;
const GOES_ON =
  /^(?:那边|那里|这边|这里|自己|则|的|也|还|另|有|没|又|因|今年|去年|目前|[\d一二三四五六七八九十两]|[新建安装投])/u;

/** Keeps the names that stand in a list with another town or before a word for towns. */
function inLists(chars: string, found: readonly LinkedTown[], taken: readonly LinkedTown[]): LinkedTown[] {
  const named = new Map([...taken].reverse().map((t) => [t.place.code, t.end]));
  const ends = new Set([...found, ...taken].map((t) => t.end));
  const starts = new Set([...found, ...taken].map((t) => t.start));
  return found.flatMap((t) => {
    const kind = /^(?:镇|乡|街道)(?!镇)/u.exec(chars.slice(t.end, t.end + 3))?.[0] ?? '';
    const tail = chars.slice(t.end, t.end + 4);
    const follows = chars[t.start - 1] === '、' && ends.has(t.start - 1);
    const leads = chars[t.end] === '、' && starts.has(t.end + 1);
    const unit = kind !== '' || /^(?:派出所|警务区|刑警中队|司法所|(?:人民)?法庭)/u.test(tail);
    if (isInsideName(chars, t.end) || /^(?:工业|开发|经济|园区|新区)/u.test(tail)) return [];
    const begins =
      follows ||
      mayBegin(chars, t.start, ends) ||
      (leads && /(?:[新改扩迁]建|维修|改造|建设|选择|选取)$/u.test(chars.slice(Math.max(0, t.start - 2), t.start))) ||
      (unit && UNIT_BEFORE.test(chars.slice(Math.max(0, t.start - 2), t.start)));
    const again =
      (named.get(t.place.code) ?? t.start) < t.start &&
      HEAD.test(chars.slice(Math.max(0, t.start - 2), t.start)) &&
      GOES_ON.test(chars.slice(t.end, t.end + 4));
    const cued = again || follows || unit || (leads && LIST_AFTER.test(tail)) || CLOSES_LIST.test(tail);
    return begins && cued ? [{ ...t, end: t.end + kind.length }] : [];
  });
}
