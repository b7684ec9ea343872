import type { Text } from '../text/text.ts';
import { agencyRef, type PlaceLookup, policeName } from './agency-body.ts';
import type { PlacePrefix } from './agency-prefix.ts';
import { officialUnit } from './agency-unit.ts';
import type { AgencyMention } from './mention.ts';
import { Needed } from './needed.ts';

/** Units of the police and of courts that a text names without their body. */
const SQUAD = new Needed(
  /(?<=[，。；：、（“\n由在经从据以为给发]|[我该县市分]局|成立|建立|组建|设立|(?<![市县区])法院)(?:(?![另又并还再]为|(?:组织|抽调|出动|协调|指挥|会同|联合|抽派|城区|辖区|成立|组建|其中)(?:治安|刑警|交警|巡警))[\u4e00-\u9fff]{2}(?:治安|刑警|交警|巡警)(?:大队|中队)|(?:巡特警|特巡警|刑警|刑侦|交警|巡警|特警|网安|禁毒|经侦|治安|视频侦查|图侦|网络安全监察|网络安全保卫)(?:支队|大队|中队|科)|(?:人口管理|户政管理)处|(?:情报信息|警务信息)中心|少年法庭|庭前调解中心)(?!长)/uy,
  /[安警侦毒查察卫](?:[支大中]队|科)|管理处|信息中心|年法庭|前调解中心/gu,
  -5,
  -1,
);

/** Finds units that stand alone: those of the body of the article's own county or city (视频侦查大队破案536起). */
export function findSquads(text: Text, prefix: PlacePrefix, lookup: PlaceLookup): AgencyMention[] {
  return SQUAD.in(text.chars).flatMap((match) => {
    const place = prefix.subject(match.index);
    if (!place || !/公安|民警|法院/u.test(text.chars)) return [];
    const court = /法庭|庭前/u.test(match[0]);
    const body = court ? `${place.name}人民法院` : policeName(place, lookup);
    const type = court ? 'court' : 'public_security';
    const agency = agencyRef(`${body}${officialUnit(match[0])}`, type, place, agencyRef(body, type, place).id);
    return [
      { type: 'agency' as const, start: match.index, end: match.index + match[0].length, surface: match[0], agency },
    ];
  });
}
