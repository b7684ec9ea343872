import type { Gazetteer } from '../gazetteer/gazetteer.ts';
import type { PlaceRef } from '../gazetteer/place.ts';
import type { Seat } from './place-seat.ts';

/** What closes a list of villages: 等村, 5个村, 等12个行政村. */
const CLOSE = /等?[0-9一二三四五六七八九十两余多]{0,4}个?(?:行政|自然)?(?:村|社区)(?![民委级])/gu;
const ITEM = /^[\u4e00-\u9fff]{2,4}$/u;
const EDGE = /[，。；：、！？（）“”\n的在到从由对向将把及和镇乡]/u;

/** Villages named without 村 in a list that says so at its end (独山、刘店等5个村), where the gazetteer has them. */
export function listedVillages(chars: string, home: (at: number) => PlaceRef | null, gazetteer: Gazetteer): Seat[] {
  return [...chars.matchAll(CLOSE)].flatMap((match) => {
    if (match[0].length < 2) return [];
    const items = itemsBefore(chars, match.index);
    const seat = items.length < 2 ? null : home(items[0]?.start ?? match.index);
    return seat ? items.flatMap((item) => villageOf(item, chars, seat, gazetteer)) : [];
  });
}

/** The items of a list that ends at an offset, first to last. */
function itemsBefore(chars: string, end: number): { start: number; end: number }[] {
  const items: { start: number; end: number }[] = [];
  for (let to = end; ; ) {
    let start = to;
    while (start > 0 && to - start < 5 && !EDGE.test(chars[start - 1] ?? '')) start--;
    if (!ITEM.test(chars.slice(start, to))) break;
    items.unshift({ start, end: to });
    if (chars[start - 1] !== '、') break;
    to = start - 1;
  }
  return items;
}

function villageOf(item: { start: number; end: number }, chars: string, seat: PlaceRef, gazetteer: Gazetteer): Seat[] {
  const county = /^\d{6}/u.exec(seat.code)?.[0] ?? '';
  const stem = chars.slice(item.start, item.end);
  const codes = ['村', '村村', '社区', ''].flatMap((kind) => gazetteer.villageCodes(county, `${stem}${kind}`));
  const inside = codes.filter((code) => code.startsWith(seat.level === 'town' ? seat.code : county));
  const [code] = inside;
  const town = code === undefined ? undefined : gazetteer.get(code.slice(0, 9));
  if (code === undefined || inside.length !== 1 || !town) return [];
  const isVillage = ['村', '村村'].some((kind) => gazetteer.villageCodes(county, `${stem}${kind}`).includes(code));
  const ownName = isVillage ? `${stem}村` : stem;
  return [{ ...item, place: { code, name: `${town.name}${ownName}`, ownName, level: 'village', parent: town.code } }];
}
