import { placeWords } from './place-index.ts';

const institution = new Set(placeWords.institution);
const longest = Math.max(...placeWords.institution.map((word) => word.length));
/** A longer institution's name: up to six characters that no particle or body breaks, then its kind. */
const LONG_INSTITUTION =
  /^([\u4e00-\u9fff]{0,6}?)(?:公司|学院|大学|中学|小学|幼儿园|医院|银行|日报|晚报|商场|酒店|宾馆|机场|集团|工厂|铅锌矿|煤矿|铁矿|金矿|铜矿|车站|电视台|融媒体中心)/u;
const BREAK = /[的了在和与及、是市县区镇乡村公安派政委局]|有(?!色|限)/u;
const LEFT_EDGE =
  /[，。；：、！？（）“”《》\n\s>|：→·|\d—\-【】〉〔〕＞在从到由与和及的对向为是把被赴来至往当以如像据经让给使于某今昨省市县区州盟旗为自按说近将全驻讯连地住前后家报]/u;

/** 江西吉安网讯, 四川经济网自贡讯: the name of who reports. */
const REPORTS = /^[\u4e00-\u9fff]{0,4}(?:网|报|台|社)[\u4e00-\u9fff]{0,6}讯/u;

/** Whether what follows makes the name part of an institution's, a road's or a newspaper's. */
export function isInsideName(chars: string, end: number): boolean {
  for (let length = 1; length <= longest; length++) {
    if (
      institution.has(chars.slice(end, end + length)) &&
      !/^(?:线索|线上|路口|路面|路段|网格|网上|网络|网民|菜市场|话语|籍贯)/u.test(chars.slice(end, end + 3))
    )
      return true;
  }
  if (REPORTS.test(chars.slice(end, end + 14))) return true;
  const long = LONG_INSTITUTION.exec(chars.slice(end, end + 12));
  return long !== null && !BREAK.test(long[1] ?? '');
}

/** Words that a name follows, their last character being no edge of its own. */
const OPENING = new Set(['平安', '其中', '包括', '另外', '此外', '以及', '分别', '目前', '同时']);

/** Whether a name may begin here: after an edge, a particle, another place, or the 平安 of a local program (平安亳州). */
export function mayBegin(chars: string, start: number, placeEnds: ReadonlySet<number>): boolean {
  const previous = chars[start - 1];
  if (previous === undefined || LEFT_EDGE.test(previous) || placeEnds.has(start)) return true;
  return OPENING.has(chars.slice(start - 2, start));
}

/** 新建县城监控点, 示范县, 县城以上城区: the name is the end of another word, or of a verb and a seat. */
export const isInsideWord = (chars: string, start: number, end: number): boolean =>
  (/^(?:新建|改建|扩建|建设)县$/u.test(chars.slice(start, end)) && chars[end] === '城') ||
  placeWords.runInto.some((word) => {
    const at = word.length > end - start ? word.indexOf(chars.slice(start, end)) : -1;
    return at >= 0 && chars.startsWith(word, start - at);
  });
