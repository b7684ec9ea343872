/** Units inside a body: 五马刑警中队, 网络安全监察科, 少年法庭. Sticky: the search starts where the body ends. */
const UNIT =
  /(?:刑警|刑侦|刑事侦查|交警|交通警察|交巡警|巡警|巡特警|特巡警|特警|公安特警|治安|治安管理|网安|网络安全监察|网络安全保卫|经侦|经济犯罪侦查|禁毒|国保|巡防|反恐|出入境|机动|便衣|图侦|视频侦查|人口管理|户政管理|户政|信息通信|科技信息化|科技通信|警务保障|监所管理|技术防范|技防|指挥调度)[一二三四五六七八九十]?(?:支队|大队|中队|总队|科|处)|(?:情报信息|警务信息|情报指挥|情指|合成作战)中心|(?:110|一一〇)(?:报警服务|接处警|联动)?指挥中心|少年法庭|庭前调解中心|诉调对接中心|督查局|办公室/uy;

/** Any squad right behind a bureau: 信息通信大队. */
const SQUAD = /(?:[\u4e00-\u9fff]{2,6}?(?:支队(?!伍)|大队|中队)|督查室|督察队|督察大队)/uy;
const NOT_A_SQUAD =
  /组织|成立|组建|设立|新建|增设|建立|专职|该局|联合|抽调|出动|派出|指导|会同|的|和|与|各|在|将|把|每|为/u;

const BRANCH = /([\u4e00-\u9fff]{2,4}?)(?:公安)?分局/uy;
const STOP_IN_BRANCH = /[的和与及在由向对把被为将、各以]/u;

/** The branch named right after a bureau (市公安局｜河口分局): its stem and where it ends, or nothing. */
export function branchAfter(chars: string, at: number): { stem: string; end: number } | undefined {
  BRANCH.lastIndex = at;
  const match = BRANCH.exec(chars);
  if (!match?.[1] || STOP_IN_BRANCH.test(match[1])) return undefined;
  return { stem: match[1], end: at + match[0].length };
}

/** The unit named right at `at`, or nothing. */
export function unitAt(chars: string, at: number): { name: string; end: number } | undefined {
  UNIT.lastIndex = at;
  SQUAD.lastIndex = at;
  const match = UNIT.exec(chars) ?? SQUAD.exec(chars);
  return match && !NOT_A_SQUAD.test(match[0]) ? { name: officialUnit(match[0]), end: at + match[0].length } : undefined;
}

/** 交警大队 is short for 交通警察大队. */
export const officialUnit = (words: string): string => words.replace(/^交警(?=[支大中]队)/u, '交通警察');
