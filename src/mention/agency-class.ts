import type { ClassMention } from './mention.ts';

/** Classes of bodies: actors that are nobody in particular (各派出所, 各镇街道, 企事业单位). */
const CLASS =
  /各(?:级|地|有关|相关|个|基层)?(?:综治|公安|政法|职能|责任|成员)?(?:部门|单位|派出所|警种|分局|支队|大队|镇街道?|乡镇街道|乡镇|镇乡街道|镇村|镇、街道|镇（街道）|乡镇（街道）|街镇|街道|镇|乡|村居|村（社区）|村（居）|村|社区|县市区|县区|区县|县（市、区）|县（区）|区市县|旗县区|旗县|县|区|团场|行业|学校|小区)(?:和(?:企事业单位|街道|社区|部门))?|各级财政|各级政府|各级(?=累计|投入|共投|先后)|企事业单位|社会单位|社会资本|社会力量|开发商|开发企业|施工单位|运营商|通信企业|基层派出所|镇街派出所|派出所民警|(?<!便)民警(?!务)|交警|村集体|村级|镇级财政|村民|群众|业主|企业(?=(?:联合|共同|自发|自愿|集体)*(?:出资|投资|集资|凑|自筹|掏))|物业|商户|(?:乡镇|镇|乡|村)(?:和|、)(?:村|社区)(?=自筹|配套|出资|筹资|筹集)|两级综治中心|区乡两级|市县两级/gu;

/** Finds classes of bodies outside `taken` spans. */
export function findClasses(chars: string, taken: (start: number, end: number) => boolean): ClassMention[] {
  const found: ClassMention[] = [];
  for (const match of chars.matchAll(CLASS)) {
    const end = match.index + match[0].length;
    if (!taken(match.index, end)) found.push({ type: 'class', start: match.index, end, surface: match[0] });
  }
  return found;
}
