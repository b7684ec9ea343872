import type { Text } from '../text/text.ts';
import { agencyRef } from './agency-body.ts';
import type { PlacePrefix } from './agency-prefix.ts';
import type { AgencyMention } from './mention.ts';

const STATION = /(?:边防|边境|海防)?派出所/gu;
/** A station's own name of two or three characters, from a point where a noun begins. */
const OWN_NAME =
  /(?:^|[，。；：、！？（）“”.．\n由从在到向与和据经当给而入至被了的]|直通|[战动]中|(?:新|迁|改|扩|重|翻)建)([\u4e00-\u9fff]{2,4})$/u;
const NOT_A_NAME =
  /各|全|辖区|属地|基层|公安|交警|不|含|特警|巡警|所在|当地|相关|有关|两|个|到|由|该|本|我|其|这|那|每|某|镇街|乡镇|农村|城区|^水上|改建|扩建|翻修|迁建|新建|社区|中心|示范|进|名|新|老|多|所|枫桥式|优秀|一级|及时|附近|立即|民警|统筹|协调|协助|换作|作|帮助|配合|联系|通知|要求|送|组织|依托|联合|指导|督促|会同|针对|解决|充实|加强|面对|下设|已转|直通|移交|转交|^交|接进|送进|接入|下辖|申请|山区|偏远|边远|建成|建起|设立|增设|成立|年内|今年|计划|拟建|^给|^为|^并|与$|^均|^都|停在|已|改造|距|离$|[等整比跑]|要$|就叫/u;

/** Finds police stations: a town's (壮岗镇派出所) or one with its own name (城关派出所). */
export function findStations(text: Text, prefix: PlacePrefix): AgencyMention[] {
  return [...text.chars.matchAll(STATION)].flatMap((match) => {
    const end = match.index + match[0].length;
    // 下车乡、同兴镇的派出所: several, by their towns.
    if (text.chars[match.index - 1] === '的') return [];
    const spoken = prefix.before(match.index);
    const named = prefix.before(match.index, true) ?? (spoken?.place.level === 'town' ? spoken : undefined);
    if (named && named.place.level !== 'province') {
      const agency = agencyRef(`${named.place.name}${match[0]}`, 'police_station', named.place);
      return [
        { type: 'agency' as const, start: named.start, end, surface: text.chars.slice(named.start, end), agency },
      ];
    }
    return ownName(text, match.index, end, prefix);
  });
}

/** 派出所 alone, in an article about one town, is that town's. */
function ownTown(text: Text, start: number, end: number, prefix: PlacePrefix): AgencyMention[] {
  const town = prefix.none(start, true)?.place;
  if (!town) return [];
  const agency = agencyRef(`${town.name}派出所`, 'police_station', town);
  return [{ type: 'agency', start, end, surface: text.chars.slice(start, end), agency }];
}

function ownName(text: Text, at: number, end: number, prefix: PlacePrefix): AgencyMention[] {
  // 据三沙边防派出所统计: a word that leads in is not of the name.
  const name = OWN_NAME.exec(text.chars.slice(Math.max(0, at - 6), at))?.[1]?.replace(/^[据由从经被让了](?=.{2})/u, '');
  const place = prefix.subject(at);
  if (!name && place?.level !== 'town' && prefix.none(at, true)?.place.level === 'town')
    return ownTown(text, at, end, prefix);
  if (!name || NOT_A_NAME.test(name) || !place) return [];
  const start = at - name.length;
  const agency = agencyRef(`${place.name}${text.chars.slice(start, end)}`, 'police_station', place);
  return [{ type: 'agency', start, end, surface: text.chars.slice(start, end), agency }];
}
