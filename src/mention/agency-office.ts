import type { Text } from '../text/text.ts';
import { agencyRef } from './agency-body.ts';
import type { PlacePrefix, Prefix } from './agency-prefix.ts';
import type { AgencyMention } from './mention.ts';
import { Needed } from './needed.ts';

/** The office of a campaign or project: 市“两打一整治”专项行动办公室, 县雪亮工程建设指挥部. */
const OFFICE = new Needed(
  /(?:“[^”]{2,12}”|[\u4e00-\u9fff]{2,8}?)(?:专项行动|专项斗争|专项整治|工程|行动|平安建设|创建)(?:建设|工作)?(?:领导小组办公室|领导小组|办公室|指挥部)/uy,
  /(?:专项行动|专项斗争|专项整治|工程|行动|平安建设|创建)(?:建设|工作)?(?:领导小组|办公室|指挥部)/gu,
  -26,
  -2,
);
/** The office of a joint body: 县智慧城市建设领导小组办公室, 市见义勇为工作委员会办公室. */
const JOINT = new Needed(
  /[\u4e00-\u9fff]{3,20}?(?:领导小组|委员会|联席会议|指挥部)办公室/uy,
  /(?:领导小组|委员会|联席会议|指挥部)办公室/gu,
  -20,
  -3,
);

/** 县交通事故纠纷调解委员会, 镇人民调解委员会. */
const MEDIATION = new Needed(/[\u4e00-\u9fff]{2,14}?调解委员会/uy, /调解委员会/gu, -14, -2);

/** Finds offices of campaigns and of joint bodies where a place stands before them. */
export function findOffices(text: Text, prefix: PlacePrefix): AgencyMention[] {
  return [...OFFICE.in(text.chars), ...JOINT.in(text.chars), ...MEDIATION.in(text.chars)].flatMap((match) => {
    const found = behindPlace(match.index, match[0], prefix);
    if (!found) return [];
    const { where, name } = found;
    const end = match.index + match[0].length;
    const agency = agencyRef(`${where.place.name}${name}`, 'other', where.place);
    return [{ type: 'agency' as const, start: where.start, end, surface: text.chars.slice(where.start, end), agency }];
  });
}

/** The place before a name, or inside its first words (清丰县｜智慧城市建设领导小组办公室). */
function behindPlace(start: number, words: string, prefix: PlacePrefix): { where: Prefix; name: string } | undefined {
  for (let from = 0; from <= words.length - SHORTEST; from++) {
    const where = prefix.before(start + from);
    if (where) return { where, name: words.slice(from) };
  }
  return undefined;
}

/** Characters of the shortest name of an office. */
const SHORTEST = 7;
