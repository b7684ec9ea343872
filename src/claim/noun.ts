import type { Span } from '../article/article.ts';
import { cueLexicons, type Term } from '../gazetteer/lexicon.ts';
import { assetWords, firstAsset, headAsset } from './asset.ts';
import type { Asset } from './claim.ts';
import { PEOPLE, unitOf } from './equipment.ts';
import type { Frame } from './frame.ts';

/** What a number counts. */
export interface Counted {
  readonly asset: Asset | null;
  /** The noun phrase in the text's words. */
  readonly text: string;
  readonly span: Span;
  /** Where the noun was found: right after the number, right before it, or in the figure before. */
  readonly from: 'after' | 'before' | 'inherited';
}

/** Words at which a noun phrase after a number ends. */
const NOUN_END =
  /[，。；：、！？（）\n]|(?<!模)拟|累计|及(?=[^，。]{0,6}(?:平台|中心|系统))|共?查验|共?盘查|立起来|卡在|新增|新建|新装|新设|增设|改造|已|均|都|共有|全部|正在|实现|完成|进行|用于|分布|覆盖|安装|配备|配发|发放|购置|设置|设立|带着|带领|陆续|参与|参加|接受|组成|负责|开展|投入|接入|上岗|到位|上线|联网(?!报警|接警|监控|探头|视频|平台|应用|工程|系统|摄)|建成|装上|装好|布设|加装|增装|补装|自建|续建|设备的?安装|轮流|上街|巡逻(?!三轮|车|队|员|人|岗|摩|电|艇|盘|小|组|力|用)|来自|归(?=[^，。]{1,10}(?:管|使用|统))|因(?=[^，。]{2,10}(?:未|没|损))|交(?=[^，。]{1,8}使用|给|由|付)|，|把|被|将|由|在|并|和\d|以及|及\d|及(?:后端|其|配套|相关|附属)/u;
/** What may stand between a number and its noun: what the things cover, or where they are. */
const MODIFIER =
  /^(?:覆盖|分布在?|遍布|遍及|位于|设在|安装在|布设在|能够|可以|具有)[^，。；]{2,50}?的(?=[\u4e00-\u9fff]{2,12})/u;
/** Words between a noun and its number: 探头｜达到｜3557个. */
const LINK =
  /(?:[，,：]|（[^（），。]{1,8}）|升到|数量|总数|总量|数|规模|一共|总共|共有|共计|合计|总计|累计|共|已|就|也|又|各|分别|至少|全部|现|达到了|达到|(?<!雷)达|有|为|是|又?多了|又?添了|保有量|拥有量|扩到|扩至|将?突破|数到了|补到|装到|增加到|增加至|发展到|发展至|添到|壮大到|(?:增加|发展|升|增|扩充|扩大)(?:到|至)(?:现在|目前|如今)的?|上升至|提升至|扩展到|扩展至|增至|增长到|扩充到|扩充为|发展为|扩大到|加起来|增加|新增|安装了|装好了|安装|装好|装下的?|装了|订了|连了|架了|架设|配了|配备|配了|配有|买了|建成|建设|建了|建起|组建了|组建|成立了|竖起|了|仅|的|(?:由|从)(?:原来的|原先的|最初的|去年初的|去年的|上年的|年初的|[\d]{4}年(?:底|初)?的)?[\d.万多余个台路只套处支座辆名人]{1,12}(?:增加|增长|扩充|扩大|扩容|扩编|扩|增|添|升|提高|发展)(?:到|至|为)了?|从\S{1,6}(?:增加|增长|扩充))$/u;
/** What may still stand between a noun and its number once linking words are off. */
const SLACK =
  /^(?:系统|设备|将|拟|要|还|计划|预计|数量|建设|目前|现在|今年|去年|年内|一共|总共|里|中|再|新|也|都|均|全|“|”|（[^（）]{1,8}）)*$/u;
/** Verbs that are nouns as well: at the end of a phrase they are what is counted (社会组织375个). */
const NOUN_TOO = /^(?:组织|部署|服务|应用|运用|创新|试点|建设)$/u;
const verbs = cueLexicons('deploy', 'staff', 'fund', 'operate');

/** Finds what the number of a frame counts: after it, before it, or carried over from the figure before. */
export const countedNoun = (f: Frame): Counted | undefined => f.scene.onceFor('counted noun', f, counted);

function counted(f: Frame): Counted | undefined {
  const after = nounAfter(f);
  if (after?.asset) return after;
  const before = nounBefore(f);
  // 巡逻队还配了2辆电动车: who got them is not what is counted.
  if (after && before?.asset && PEOPLE.has(before.asset) && /^[辆台套部只把根处座间]$/u.test(unitOf(f))) return after;
  if (before?.asset && !(after && isCovered(after.text))) return before;
  return after ?? before;
}

function isCovered(text: string): boolean {
  return /^(?:学校|幼儿园|医院|企业|单位|小区|商户|网点|酒店|路口|村|社区|乡镇)/u.test(text);
}

/** The noun phrase right after the number: its first part names what is counted. */
function nounAfter(f: Frame): Counted | undefined {
  const { chars } = f.scene;
  let start = f.tail.start;
  if (/^[的之]/u.test(chars.slice(start, start + 1))) start++;
  // 245个覆盖全县主要道路、各集镇的监控点
  const modifier = MODIFIER.exec(chars.slice(start, f.clause.end));
  if (modifier && start + modifier[0].length < f.tail.end) start += modifier[0].length;
  const aside = /^（[^（）]{1,4}）/u.exec(chars.slice(start, start + 6));
  if (aside) start += aside[0].length;
  const window = chars.slice(start, Math.min(f.tail.end, start + 28));
  const cut = NOUN_END.exec(window);
  const end = start + (cut ? cut.index : window.length);
  // 摄像头15个和报警桩20根, 5辆分给派出所: what is joined on, and who gets them, is not what is counted.
  if (/^(?:[和及与、]|以及|分给|配给|交给|发给|送给|拨给|给|分到)/u.test(chars.slice(start, end))) return undefined;
  if (end - start < 1 || f.scene.at(f.scene.mentions.dates, start)?.start === start) return undefined;
  const phrase = chars.slice(start, end);
  if (/^(?:年底|月底|左右|以上|以内|，|。)/u.test(phrase)) return undefined;
  const of = phrase.indexOf('的');
  const first = of > 0 && headAsset(chars, start, start + of) ? start + of : end;
  if (/^点(?:$|[^位子名])/u.test(phrase))
    return { asset: 'camera', text: '点', span: { start, end: start + 1 }, from: 'after' };
  // 11个部门的视频: the number counts who has them
  if (of > 0 && /(?:部门|单位|企业|学校|行业|系统)$/u.test(phrase.slice(0, of)))
    return { asset: null, text: phrase.slice(0, of), span: { start, end: start + of }, from: 'after' };
  // 18个派出所的监控室: whose they are
  if (of > 0 && /派出所$/u.test(phrase.slice(0, of)) && /[对为给在]/u.test(f.headWords))
    return { asset: null, text: phrase.slice(0, of), span: { start, end: start + of }, from: 'after' };
  const found = headAsset(chars, start, first);
  const head = found && isHeld(chars, start, found, first) ? undefined : found;
  return {
    asset: head?.value ?? null,
    text: chars.slice(start, head ? head.end : first),
    span: { start, end: head ? head.end : first },
    from: 'after',
  };
}

/** 3个装了探头的小区, 5名平台操作员, 2名派出所民警: the asset word of a phrase says what those who are counted have, or serve. */
function isHeld(chars: string, start: number, found: Term<Asset>, end: number): boolean {
  const words = chars.slice(start, end);
  return (
    (found.end < end &&
      (/(?<![进入到下驻])(?:村|社区|小区|校园|学校|单位|商圈)”?$/u.test(words) ||
        (!PEOPLE.has(found.value) && /[员者]$/u.test(words)))) ||
    /^(?:民警|辅警|人员|队员|负责人)/u.test(chars.slice(found.end, end))
  );
}

/** The noun phrase that ends right before the number, linking words left off. */
function nounBefore(f: Frame): Counted | undefined {
  const { chars } = f.scene;
  let end = f.head.end;
  for (let link = LINK.exec(chars.slice(f.head.start, end)); link; link = LINK.exec(chars.slice(f.head.start, end)))
    end -= link[0].length;
  if (end <= f.head.start) return undefined;
  const list = chars.slice(end, f.head.end).includes('共') ? firstAsset(chars, f.head.start, end) : undefined;
  if (list && /[、和]/u.test(chars.slice(list.end, end)))
    return { asset: list.value, text: chars.slice(list.start, end), span: { start: list.start, end }, from: 'before' };
  if (/[、，；。]/u.test(chars[end - 1] ?? '')) return undefined;
  const head = headAsset(chars, f.head.start, end);
  const near = head && SLACK.test(chars.slice(head.end, end)) ? head : undefined;
  const start = phraseStart(f, near ? near.start : end);
  const dated = /^(?:其中)?/u.exec(chars.slice(start, end))?.[0].length ?? 0;
  if (end <= start || (f.scene.at(f.scene.mentions.dates, start + dated)?.end ?? 0) >= end) return undefined;
  // 粮食收购点18个
  const isPoint = chars.slice(start, end) === '点' && chars[start - 1] !== '购';
  const from = classStart(f, start);
  return {
    asset: near?.value ?? (isPoint ? 'camera' : null),
    text: trimmed(chars.slice(from, end)),
    span: { start: from, end },
    from: 'before',
  };
}

/** Where the last of some words ends in a string, 0 where none stands in it. */
function lastEnd(chars: string, words: readonly string[]): number {
  let end = 0;
  for (const word of words) {
    const at = chars.lastIndexOf(word);
    if (at >= 0 && at + word.length > end) end = at + word.length;
  }
  return end;
}

const EDGES = ['，', '、', '：', '；', '“', '（', '）'];

/** A phrase before a number begins after the last verb or edge that precedes its head. */
function phraseStart(f: Frame, limit: number): number {
  const { chars } = f.scene;
  const window = chars.slice(f.head.start, limit);
  const edge = lastEnd(window, EDGES);
  const verb = verbs
    .find(window)
    .filter((t) => (t.end < window.length || !NOUN_TOO.test(t.word)) && !/^设[施备]/u.test(window.slice(t.start)))
    .at(-1);
  let start = f.head.start + Math.max(edge, verb ? verb.end : 0);
  const { places, programs } = f.scene.mentions;
  for (const name of [...f.scene.inside(places.mentions, f.head), ...f.scene.inside(programs.mentions, f.head)])
    if (name.end > start && name.end < limit) start = name.end;
  while (
    start < limit &&
    (/[了的各类]/u.test(chars[start] ?? '') || /^建[成起好设立]$/u.test(chars.slice(start - 1, start + 1)))
  )
    start++;
  return start;
}

/** 一类、二类｜探头有4.6万个: where the classes begin that stand before the noun, numbers as they are. */
const classStart = (f: Frame, start: number): number =>
  start > f.head.start
    ? start
    : start - (/(?:[一二三四五]类[、和]?)+$/u.exec(f.scene.chars.slice(f.sentence.start, start))?.[0].length ?? 0);

const LEADS_IN = ['共有', '现有', '拥有', '已有', '项目', '依托', '其中', '、', '：'];

/** A phrase without what only leads into it (亳州市这个项目共有｜城乡摄像机), its quotation marks in pairs. */
function trimmed(words: string): string {
  const rest = words.slice(lastEnd(words, LEADS_IN));
  const phrase = rest.length > 1 ? rest : words;
  if (!/[“”、的]/u.test(phrase)) return phrase;
  return phrase.replace(/^[“”、的]+|[“]+$/gu, '').replace(/^([^“”]+)”$/u, '$1');
}

/** The asset word that stands alone as the topic of a span, if any. */
export function topicAsset(f: Frame, span: Span): { asset: Asset; span: Span } | undefined {
  const term = assetWords.find(f.scene.chars, span.start, span.end).at(-1);
  return term ? { asset: term.value, span: { start: term.start, end: term.end } } : undefined;
}
