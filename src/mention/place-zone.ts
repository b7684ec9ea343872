import type { Division, Gazetteer } from '../gazetteer/gazetteer.ts';
import type { NameHit } from './place-index.ts';

/** A zone's kind as texts spell it, right behind a place. */
const KIND =
  /(?:国家级|省级)?((?:经济技术|经济|高新技术产业|高新技术)开发区|高新技术产业园区|经开区|高新区|综合保税区|保税区|工业园区|旅游度假区|管理区|开发区)/uy;
const ECONOMIC = /^(?:经济技术开发区|经济开发区|经开区)$/u;
const HIGH_TECH = /^(?:高新技术产业开发区|高新技术开发区|高新技术产业园区|高技术产业开发区|高新区)$/u;
const BARE = /^(?:综合|城乡|一体化|经济|高新|高技术|技术|产业|工业|旅游|度假|保税|示范|开发|管理|经开|园|新|区)+$/u;

/** One spelling for one kind of zone: 经济技术开发区, 经济开发区 and 经开区 are one. */
const kindOf = (words: string): string => (ECONOMIC.test(words) ? '经开区' : HIGH_TECH.test(words) ? '高新区' : words);

/** Whether the words name a kind of zone only (经开区), which every city may have. */
export const isBareZone = (name: string): boolean => BARE.test(name);

/**
 * Joins a place and the kind of zone behind it (宜昌｜高新区) to one name: the zone that the gazetteer has there, else
 * one kept under the place by its name. Names inside the joined one are dropped.
 */
export function joinZones(
  chars: string,
  hits: readonly NameHit[],
  gazetteer: Gazetteer,
  isWord: (h: NameHit) => boolean,
): NameHit[] {
  const joined: NameHit[] = [];
  for (const hit of hits) {
    if ((joined.at(-1)?.end ?? 0) > hit.start) continue;
    joined.push(isWord(hit) ? hit : (zoneBehind(chars, hit, gazetteer) ?? hit));
  }
  return joined;
}

function zoneBehind(chars: string, hit: NameHit, gazetteer: Gazetteer): NameHit | undefined {
  KIND.lastIndex = hit.end;
  const match = KIND.exec(chars);
  const holders = hit.divisions.filter((d) => d.level === 'city' || d.level === 'county' || isMunicipality(d));
  if (!match?.[1] || holders.length === 0) return undefined;
  const end = hit.end + match[0].length;
  const words = match[1];
  const divisions = holders.map((d) => zoneUnder(d, words, gazetteer) ?? keyed(d, `${stemOf(d)}${words}`));
  return { start: hit.start, end, name: chars.slice(hit.start, end), divisions, short: false };
}

const isMunicipality = (d: Division): boolean => d.level === 'province' && d.ownName.endsWith('市');

/** The zone of that kind that the gazetteer has under a city. */
function zoneUnder(city: Division, words: string, gazetteer: Gazetteer): Division | undefined {
  const kind = kindOf(words);
  return gazetteer.children(city.code).find((d) => d.level === 'zone' && kindOf(kindWords(d, city)) === kind);
}

/** What a zone's name holds behind the name of its city. */
function kindWords(zone: Division, city: Division | undefined): string {
  const stem = city ? stemOf(city) : '';
  const at = stem ? zone.ownName.indexOf(stem) : -1;
  const rest = at < 0 ? zone.ownName : zone.ownName.slice(at + stem.length);
  return rest.replace(/^[市县区]/u, '');
}

/** 莱芜市高新区 and 莱芜高新区 are one. */
const stemOf = (d: Division): string => d.ownName.replace(/(?:地区|市|盟|州|县|区)$/u, '');

function keyed(holder: Division, ownName: string): Division {
  const code = `${holder.code}/${ownName}`;
  const open = { validFrom: null, validTo: null, successor: null, aliases: [], formerNames: [] };
  return { code, name: ownName, ownName, level: 'zone', parent: holder.code, ...open };
}

/** The zones that a document spells out, which its bare 经开区 or 高新区 then mean. */
export function bareZones(name: string, zones: readonly Division[], gazetteer: Gazetteer): Division[] {
  const kind = kindOf(name);
  const fits = (zone: Division) => {
    const words = kindWords(zone, zone.parent === null ? undefined : gazetteer.get(zone.parent));
    return (
      kindOf(words) === kind ||
      (kind === '开发区' && words.endsWith('开发区')) ||
      (kind === '开发区' && words === '经开区')
    );
  };
  return [...new Map(zones.filter(fits).map((z) => [z.code, z])).values()];
}
