import { unitOf } from './equipment.ts';
import type { Frame } from './frame.ts';

/** A turn of words by which a number of things says what there was, or might be, and not what there is. */
interface Turn {
  readonly name: string;
  holds(f: Frame, before: string, after: string): boolean;
}

const TURNS: readonly Turn[] = [
  {
    // 由原来的230个增加到410个
    name: 'where a rise starts',
    holds: (_, before, after) =>
      /(?:由|从)(?:原来|原先|最初|过去|当初|以往|此前)?的?$/u.test(before) &&
      /^[\u4e00-\u9fff]{0,4}?(?:增加|增长|扩|升|增|提高|发展|跃升|提升)/u.test(after),
  },
  {
    // 每村5个
    name: 'a rate for each',
    holds: (_, before) =>
      /每(?:个|条|座)?(?:巷子?|街|楼|栋|幢|店|行政村|自然村|乡镇|村|户|镇|乡|社区|小区|站|室|人|家|校|县|处|路|座|班|组|队|支|岗|点|亭|车)[\u4e00-\u9fff]{0,7}$/u.test(
        before,
      ),
  },
  {
    // 少建120台, 比去年多了30个, 还缺40个
    name: 'a difference',
    holds: (f, before) =>
      !/^[，。]?[^，。]{0,10}(?:补齐|装完|装好|安装到位)/u.test(
        f.scene.chars.slice(f.trigger.end, f.trigger.end + REACH),
      ) && /(?:(?:少|多)(?:建|装|配)|少了|比[^，。]{0,14}多了|[还尚仍][缺差][^，。]{0,8})$/u.test(before),
  },
  {
    // 还有117个未建
    name: 'not built yet',
    holds: (_, before, after) =>
      /[还尚仍]有[^，。]{0,6}$/u.test(before) &&
      /^[\u4e00-\u9fff]{0,8}(?:尚未|还未|未|没有?|待)[建装配设]/u.test(after),
  },
  {
    // 两个合并为一个
    name: 'merged',
    holds: (_, before, after) =>
      /^[\u4e00-\u9fff]{0,8}合并/u.test(after) || /合并为$/u.test(before) || /^合一/u.test(after),
  },
  {
    name: 'surveyed',
    holds: (_, _before, after) => /^[\u4e00-\u9fff]{0,12}的?(?:实地)?(?:勘察|勘查|踏勘|选点设计)/u.test(after),
  },
  { name: 'of the whole country', holds: (_, before) => /全国(?:首批)?$/u.test(before) },
  {
    // 个学校的探头，: whose equipment
    name: 'whose equipment',
    holds: (_, _before, after) =>
      /^[\u4e00-\u9fff]{2,8}(?:码头|路口|场所|单位|学校|小区|社区|村|厂)的[^，。]{0,8}(?:探头|摄像头|摄像机|监控)[，。]/u.test(
        after,
      ),
  },
  {
    name: 'of the past',
    holds: (_, before) =>
      /(?:过去|以前|原来|原先|早先|当初)[^，。]{0,4}有$/u.test(before) ||
      /年初(?![步的])有?[^，。]{0,8}$/u.test(before),
  },
  {
    // 实现25个村主要路口监控全覆盖
    name: 'what was reached',
    holds: (_, before, after) =>
      /^(?:做到|实现|达到)/u.test(after) || (/实现$/u.test(before) && /^[\u4e00-\u9fff]{0,14}全覆盖/u.test(after)),
  },
  {
    name: 'out of order',
    holds: (_, _before, after) => /^[\u4e00-\u9fff]{0,10}(?:停用|失灵|不亮|坏了|掉线|离线)(?!\d)/u.test(after),
  },
  {
    name: 'proposed',
    holds: (f, before, after) =>
      /^[\u4e00-\u9fff]{0,10}的(?:建议|设想|提议)/u.test(after) ||
      /^建议[^，。]{0,12}$/u.test(before) ||
      /(?:您|代表|委员|提案)[^，。]{0,6}建议|建议为|提议为|想法|设想|呼吁/u.test(f.clauseWords),
  },
  {
    // 12个镇新建…, 8个社区统一装了…6个: places where it was built
    name: 'where it was built',
    holds: (f, _before, after) =>
      (/[镇村乡]$|街道$|社区$/u.test(unitOf(f)) && /^(?:新|各|再)?(?:建|装|设|安装|架)/u.test(after)) ||
      /^[\u4e00-\u9fff]{0,10}(?:院|村|街|巷|楼|公路|岔口|要道|市场|码头|社区|小区|路口|路段|园区|学校|单位)(?:统一|再|新|又|各)?(?:装上|安上|装|安装|架|建|设|添)设?[^，。]{0,14}[\d一二三四五六七八九十百千]/u.test(
        after,
      ),
  },
  { name: 'a phase', holds: (f) => unitOf(f) === '期' },
  {
    // 听说全县要装2000个？: a question states nothing.
    name: 'a question or hearsay',
    holds: (f) =>
      /？[”」]?$/u.test(f.sentenceWords) || /(?:据说|有人(?:说|讲|提议|建议))[^。]{0,24}$/u.test(f.wordsBefore),
  },
  {
    name: 'pointed at, handed out or reported',
    holds: (_, before) =>
      /(?:这|(?<![村镇乡区])那|该|发给|分给|配给)$/u.test(before) || /(?<!水)上报(?!警)[^，。]{0,10}$/u.test(before),
  },
  { name: 'rooms that were there', holds: (_, _before, after) => /^(?:屋|房|空房|闲房|旧房)/u.test(after) },
];

/** Characters behind a number within which a turn may stand. */
const REACH = 20;

/** Whether the words make the number what there was before, a rate for each, a proposal or the like. */
export function isBase(f: Frame): boolean {
  const { chars } = f.scene;
  const before = f.leadWords;
  const after = chars.slice(f.trigger.end, Math.min(f.clause.end, f.trigger.end + REACH));
  return TURNS.some((turn) => turn.holds(f, before, after));
}
