import type { Span } from '../article/article.ts';
import { loadJson } from '../gazetteer/data.ts';
import { cueLexicon } from '../gazetteer/lexicon.ts';
import { programHeads } from './program-name.ts';

/** A name in quotation marks with what follows it. */
export interface QuotedName extends Span {
  readonly coined: string;
  readonly qualifier: string;
  readonly head: string | null;
}

const words = loadJson<Record<'figureOfSpeech' | 'crimeWords', readonly string[]>>('program-words.json');
const figures = new Set(words.figureOfSpeech);
const crimes = new Set(words.crimeWords);
const operate = cueLexicon('operate');

const QUOTED = /“([^“”\n。]{2,24})”/gu;
/** 1+2+N, 六张网, 三大警长, 一村一警. */
const NUMBERED =
  /^(?:[\d一二三四五六七八九十百N]+\+.+|.+\+N|[一二三四五六七八九十两\d]+(?:张网|道防线|大中心|大警长|大工程|大平台|大行动|大体系|大员|项重点工作|项建设|项工程|项行动|大机制|级网格|级平台|防体系|大攻坚战|大战役)|一[村格区社户校企街][（(社区格)）]*一.{1,5}|[^，、]{1,4}一张网|大[\u4e00-\u9fff]{2}(?:、?大[\u4e00-\u9fff]{2})+)$/u;
/** 四个确保, 六个不发生: aims, no programs. */
const SLOGAN =
  /^[一二三四五六七八九十两零\d]+(?:个|项|支|到位|不|有|无|零|种|类|条|位一体|有利于)|^[一二三四五六七八九十两零][\u4e00-\u9fff]$|[？！。，：；]|最[\u4e00-\u9fff]|乃至|\d[处个台套路]|^[\u4e00-\u9fff]{1,3}[战化性型]$/u;
/** Words after a quote that make it a saying: 的原则, 并重, 教育. */
const SAYING =
  /^(?:的|等)?[\u4e00-\u9fff]{0,4}(?:难题|问题|意识|理念|目标|要求|作用|优势|实现|换来|带来|撬动|原则|精神|方针|责任|思想|局面|能力|标准|并重|相结合|手段|方式|办法|教育|称号|荣誉|升级版|思路|案件|现象|感$|变成|转变)|^的[\u4e00-\u9fff]{0,6}(?:体系|格局|网络|机制|模式|态势|氛围)/u;
/** 等十大工程: what is quoted is a list of some of them. */
const LIST_OF = /^等[一二三四五六七八九十\d]+[大项个]/u;
const QUALIFIER = /^[\u4e00-\u9fffA-Za-z0-9+（）]{0,12}?$/u;
/** “一村一辅警”在金刚镇试点: verbs that only programs take. */
const RUN_AFTER = /^(?:在[^，。]{1,8})?(?:试点|落地|推开|铺开|推行|上线|办理业务|受理)/u;
/** 警务亭 and 警务指挥中心 are places, not ways of policing. */
export const POLICE_PLACE = /^(?:指挥)?(?:中心|平台|亭|室|站|点|岗|区|驿站)/u;
const BREAKS =
  /次|种|类|[的了已被将是在和与或及等为把向从对]|示范|建设|案件|犯罪|警情|完成|完善|织牢|筑牢|夯实|实现|得到|正式|全面|以来/u;

/** Finds quoted names of programs: by their head, by their shape, or by the verb that runs them. */
export function quotedNames(chars: string): QuotedName[] {
  const times = countQuotes(chars);
  return [...chars.matchAll(QUOTED)].flatMap((match) => {
    const coined = match[1] ?? '';
    const start = match.index;
    const end = start + match[0].length;
    const tail = headAfter(chars, end);
    if (!isProgram(chars, start, end, coined, tail) && !isRecurring(coined, times)) return [];
    return [{ start, end: tail ? tail.end : end, coined, qualifier: tail?.qualifier ?? '', head: tail?.head ?? null }];
  });
}

function isProgram(
  chars: string,
  start: number,
  end: number,
  coined: string,
  tail: { qualifier: string; head: string } | null,
): boolean {
  if (/[会节奖杯展赛]$|马拉松$/u.test(coined) && !/委员会$|理事会$|联合会$|议事会$|恳谈会$/u.test(coined)) return false;
  if (
    (/^[\d.·、—-]+$/u.test(coined) && !/^(?:工程|行动)/u.test(chars.slice(end, end + 2))) ||
    coined.includes('？') ||
    LIST_OF.test(chars.slice(end, end + 4)) ||
    (coined.length > 10 && SAYING.test(chars.slice(end, end + 10)))
  )
    return false;
  if (coined.split('、').length > 2 && !/工程|行动|活动/u.test(tail?.head ?? '')) return false;
  if (tail && tail.qualifier === '' && !/^(?:犯罪)?活动$/u.test(tail.head))
    return !(crimes.has(coined) && tail.head === '系统');
  if (/^[一二三四五首]期/u.test(chars.slice(end, end + 2))) return true;
  if (figures.has(coined) || crimes.has(coined) || /^十[一二三四五]?五$/u.test(coined)) return false;
  if (NUMBERED.test(coined)) return true;
  if (tail)
    return (
      (/位一体$/u.test(coined) && /体系|机制|模式/u.test(tail.head)) ||
      !SLOGAN.test(coined) ||
      tail.head === '工作思路' ||
      tail.head === '活动'
    );
  if (SLOGAN.test(coined) && !(coined.length > 3 && /(?:会战|攻坚战|保卫战)$/u.test(coined))) return false;
  if (programHeads.some((head) => coined.endsWith(head) && coined.length > head.length + 1)) return true;
  if (/^平安[\u4e00-\u9fff]{2,6}$/u.test(coined)) return true;
  if (/队$/u.test(coined) && FOUNDED.test(chars.slice(Math.max(0, start - 12), start))) return true;
  if (inRunList(chars, start, end) || isNamedPlatform(chars, start, coined) || isIntroduced(chars, start, coined))
    return true;
  if (RUN_AFTER.test(chars.slice(end, end + 12)) && [...coined].length >= 4) return true;
  const rest = chars.slice(end, end + 10);
  if (
    /以$/u.test(chars.slice(0, start)) &&
    /^[\u4e00-\u9fff]{0,8}为(?:核心|目标|主题|引领|统领|导向)/u.test(chars.slice(end, end + 14))
  )
    return false;
  return coined.split('、').length < 3 && runBefore(chars, start) && !SAYING.test(rest) && !rest.startsWith('的');
}

/** 组建“乡贤调解队”: a team with a name of its own. */
const FOUNDED = /(?:组建|成立|建立|建起|拉起|组成|编成|编入|编进|加入)了?[^，。“”]{0,6}$/u;

/** A verb that runs programs right before the quote, or another name of the list that it governs. */
function runBefore(chars: string, start: number): boolean {
  const window = chars.slice(Math.max(0, start - 6), start);
  const term = operate.find(window).at(-1);
  if (/坚持|按照|做到|树立|秉持/u.test(window)) return false;
  // 启动农村监控“镇镇通”建设
  if (
    /(?:启动|推进|实施|开展)[\u4e00-\u9fff]{0,4}(?:监控|技防|警务|联防)$/u.test(
      chars.slice(Math.max(0, start - 10), start),
    )
  )
    return true;
  if (term !== undefined && /^(?:了|以|出|起|好|和|创建)?$/u.test(window.slice(term.end))) return true;
  return /[、”]$/u.test(window) && operate.has(chars, clauseStart(chars, start), start);
}

/** 推出“夜市屯警”“无人机空巡”等一系列举措: several names that one verb runs and one word sums up. */
function inRunList(chars: string, start: number, end: number): boolean {
  const before = /(?:“[^“”\n。]{2,16}”[、和]?)*$/u.exec(chars.slice(clauseStart(chars, start), start));
  const after =
    /^(?:[、和]?“[^“”\n。]{2,16}”)*等[\u4e00-\u9fff]{0,6}?(?:模式|举措|机制|工程|活动|行动|警务|品牌|项目|力量|队伍)/u;
  if (before === null || !after.test(chars.slice(end, end + 80))) return false;
  const first = start - before[0].length;
  const window = chars.slice(Math.max(0, first - 8), first);
  const verb = operate.find(window).at(-1);
  return verb !== undefined && /^(?:了|起|出)?[\u4e00-\u9fff]{0,2}$/u.test(window.slice(verb.end));
}

/** 被称为“飞虎队”: a team or facility that the text introduces by its name. */
const isIntroduced = (chars: string, start: number, coined: string): boolean =>
  (/(?:取名|起名|命名为|名为)$/u.test(chars.slice(Math.max(0, start - 4), start)) && coined.length > 2) ||
  (/(?:称为|称作|名为|取名|命名为|叫做?)$/u.test(chars.slice(Math.max(0, start - 4), start)) &&
    /(?:队|工程|行动|平台|系统|岗|室|站)$/u.test(coined) &&
    coined.length > 2);

/** 社管平台“云管家”: the name behind what it is. */
const isNamedPlatform = (chars: string, start: number, coined: string): boolean =>
  coined.length > 2 &&
  /[\u4e00-\u9fff](?:平台|系统|小程序|APP|客户端|机器人)$/u.test(chars.slice(Math.max(0, start - 6), start));

function headAfter(chars: string, end: number): { qualifier: string; head: string; end: number } | null {
  const window = chars.slice(end, end + 20);
  // “参园警长”制
  if (/^制(?![作定造止约度服])/u.test(window)) return { qualifier: '', head: '制', end: end + 1 };
  let best: { qualifier: string; head: string; end: number } | null = null;
  for (const head of programHeads) {
    const at = window.indexOf(head);
    if (
      at < 0 ||
      (head === '警务' && POLICE_PLACE.test(window.slice(at + head.length))) ||
      (best && (at > best.qualifier.length || (at === best.qualifier.length && head.length < best.head.length)))
    )
      continue;
    const qualifier = window.slice(0, at);
    if (QUALIFIER.test(qualifier) && !BREAKS.test(qualifier) && !/[，。、；：“”]/u.test(qualifier))
      best = { qualifier, head, end: end + at + head.length };
  }
  return best;
}

function clauseStart(chars: string, at: number): number {
  return Math.max(...['，', '。', '；', '：', '\n'].map((edge) => chars.lastIndexOf(edge, at - 1))) + 1;
}

function countQuotes(chars: string): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  for (const match of chars.matchAll(QUOTED)) times.set(match[1] ?? '', (times.get(match[1] ?? '') ?? 0) + 1);
  return times;
}

/** A coined word that a text quotes three times is what it is about. */
function isRecurring(coined: string, times: ReadonlyMap<string, number>): boolean {
  const spoken = /[，、？！；：]/u.test(coined) || SLOGAN.test(coined) || figures.has(coined) || crimes.has(coined);
  return !spoken && coined.length >= 3 && coined.length <= 8 && (times.get(coined) ?? 0) >= 3;
}
