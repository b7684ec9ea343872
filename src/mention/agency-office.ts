import type { Text } from '../text/text.ts';
import { agencyRef } from './agency-body.ts';
import type { PlacePrefix } from './agency-prefix.ts';
import type { AgencyMention } from './mention.ts';

/** The office of a campaign or project: 市“两打一整治”专项行动办公室, 县雪亮工程建设指挥部. */
const OFFICE =
  /(?:“[^”]{2,12}”|[\u4e00-\u9fff]{2,8}?)(?:专项行动|专项斗争|专项整治|工程|行动|平安建设|创建)(?:建设|工作)?(?:领导小组办公室|领导小组|办公室|指挥部)/gu;

/** Finds offices of campaigns where a place stands before them. */
export function findOffices(text: Text, prefix: PlacePrefix): AgencyMention[] {
  return [...text.chars.matchAll(OFFICE)].flatMap((match) => {
    const where = prefix.before(match.index);
    if (!where) return [];
    const end = match.index + match[0].length;
    const agency = agencyRef(`${where.place.name}${match[0]}`, 'other', where.place);
    return [{ type: 'agency' as const, start: where.start, end, surface: text.chars.slice(where.start, end), agency }];
  });
}
