import type { PlaceRef } from '../gazetteer/place.ts';
import type { Seat } from './place-seat.ts';

/** A regiment of the Xinjiang corps: 二十九团, 183团. */
const REGIMENT =
  /(?:第)?([0-9]{1,3}|[一二三四五六七八九十〇百]{1,5})团(?:场(?!所|面|合))?(?![伙队员结体圆购委支聚费])/gu;
const CORPS = /建设兵团|兵团第?[一二三四五六七八九十]+师|第[一二三四五六七八九十]+师/u;

/** Regiments of a text about the corps, kept under the city or county named before: no list gives them a code of their own. */
export function regiments(chars: string, cityAt: (at: number) => PlaceRef | null): Seat[] {
  if (!CORPS.test(chars)) return [];
  return [...chars.matchAll(REGIMENT)].flatMap((match) => {
    const city = cityAt(match.index);
    if (city?.level !== 'county' && city?.level !== 'city') return [];
    const ownName = `${match[1]}团`;
    const place = {
      code: `${city.code}/${ownName}`,
      name: `${city.name}${ownName}`,
      ownName,
      level: 'town' as const,
      parent: city.code,
    };
    return [{ start: match.index, end: match.index + match[0].length, place }];
  });
}
