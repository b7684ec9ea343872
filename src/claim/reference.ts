import { cueLexicon } from '../gazetteer/lexicon.ts';
import { assetWords, firstAsset } from './asset.ts';
import type { Asset } from './claim.ts';
import type { Draft } from './draft.ts';
import { COVERED, EQUIPMENT, unitOf } from './equipment.ts';
import { type Frame, hasFigure } from './frame.ts';
import { type Counted, topicAsset } from './noun.ts';

const deploy = cueLexicon('deploy');

/** Words before a number that pick out some of the things just counted. */
const SUBSET =
  /(?:[省市县区乡镇村]级|全[省市县区镇]|总数|自建|共建|建|接入|安装|装|投入|城区|农村|乡镇|社会|企业|单位|部门|公安|其中|镇[一]级|村[一]级|镇级|村级|新增|[一二三四五]期|余下|另外|老|旧|高清|标清|智能|(?:农村|城区|乡镇|城乡)?(?:区域|地区|部分))的?(?:有)?$/u;

/** 公安自建的有1427个: no noun of its own, the equipment is that of the figure before or the topic of the clause. */
export function inheritedAsset(f: Frame, noun: Counted | undefined): Asset | undefined {
  const at = noun?.from === 'before' && deploy.has(f.scene.chars, noun.span.end, f.trigger.start);
  if (noun && !at && (COVERED.test(noun.text) || (noun.from === 'before' && !SUBSET.test(noun.text)))) return undefined;
  if (noun && noun.from === 'after' && (COVERED.test(noun.text) || /^[\u4e00-\u9fff]{2,}$/u.test(noun.text))) {
    return undefined;
  }
  if (!/^(?:个|台|套|处|路|支|只|部|点|辆|座|间|块|所)?$/u.test(f.figure?.type === 'quantity' ? f.figure.unit : '-'))
    return undefined;
  if (isFeed(f)) return 'camera';
  const own = topicAsset(f, f.head);
  if (own && own.asset !== 'police_station' && EQUIPMENT.has(own.asset)) return own.asset;
  const cars = f.figure?.type === 'quantity' && f.figure.unit === '辆';
  for (const clause of f.clausesBefore) {
    // 监控室设在局指挥中心，: where something is kept is not what is counted.
    if (!hasFigure(f.scene, clause) && /(?:设|装|放|安)在/u.test(f.scene.slice(clause))) continue;
    const topic =
      hasFigure(f.scene, clause) ||
      deploy.has(f.scene.chars, clause.start, clause.end) ||
      /总数|总量/u.test(f.scene.slice(clause))
        ? topicAsset(f, clause)
        : undefined;
    if (
      topic &&
      topic.asset !== 'police_station' &&
      EQUIPMENT.has(topic.asset) &&
      (topic.asset === 'patrol_car') === cars
    )
      return topic.asset;
  }
  return undefined;
}

/** 这样的智慧门禁，; 5．车辆卡口设备，: a clause that only names what the sentence is about. */
const LEADING =
  /^(?:这样的|这种|这批|这些)[^，]{2,10}，$|^(?:[\d一二三四五六七八九十]+[、.．])[\u4e00-\u9fff]{3,10}，$/u;

/** 这样的智慧门禁，｜全街道已装132套: what the clause before only names. */
export function ledBy(f: Frame): Asset | undefined {
  const clause = f.clausesBefore.find(
    (c, i) => LEADING.test(f.scene.slice(c)) || (i === 0 && RANKED.test(f.scene.slice(c))),
  );
  const topic = clause && topicAsset(f, clause);
  return topic && EQUIPMENT.has(topic.asset) && !hasFigure(f.scene, clause) ? topic.asset : undefined;
}

/** 两镇免费发放门磁报警器，｜桑坪镇300个，｜重阳镇420个: a place's share of what a clause before handed out without a number. */
export function sharedBefore(f: Frame): Asset | undefined {
  const place = f.scene.inside(f.scene.mentions.places.mentions, f.head).at(-1);
  const own = place && /^(?:有|则有|也有)?$/u.test(f.scene.chars.slice(place.end, f.trigger.start));
  if (!own || !/^[，。；、]?$/u.test(f.tailWords)) return undefined;
  const clause = f.clausesBefore.find((c) => !hasFigure(f.scene, c));
  const topic = clause && deploy.has(f.scene.chars, clause.start, clause.end) ? topicAsset(f, clause) : undefined;
  return topic && EQUIPMENT.has(topic.asset) && topic.asset !== 'police_station' ? topic.asset : undefined;
}

/** 分别装了23个、18个和20个摄像头: the thing that the last number of a list names. */
export function namedAtEnd(f: Frame): Asset | undefined {
  const unit = unitOf(f);
  if (!/[、和及]/u.test(f.scene.chars[f.trigger.end] ?? '')) return undefined;
  const list = new RegExp(`^(?:[、和及][\\d.]+[余多]?${unit})+([\\u4e00-\\u9fff]{2,10})`, 'u');
  const words =
    unit === '' || !/^[\u4e00-\u9fff]+$/u.test(unit)
      ? null
      : list.exec(f.scene.chars.slice(f.trigger.end, f.clause.end));
  const thing = words?.[1] === undefined ? undefined : firstAsset(words[1], 0, words[1].length);
  return thing && EQUIPMENT.has(thing.value) ? thing.value : undefined;
}

/** 210个高清摄像头、6处电子卡口…补装了168个: the thing of the same measure word, not the last one. */
export function installedAlike(f: Frame, previous: Draft | undefined): Asset | undefined {
  const near = previous && unitOf(previous.frame) === unitOf(f) && f.sentence.start - previous.frame.sentence.end < 2;
  const bare = /^[，。；、]?$/u.test(f.tailWords) && INSTALLED.test(f.headWords);
  return near && bare && previous.asset !== 'police_station' ? (previous.asset ?? undefined) : undefined;
}

/** 全县装了1.87万只: an installing verb whose object the sentences before name. */
export function installedBefore(f: Frame): Asset | undefined {
  const bare = /^[，。；、]?$/u.test(f.tailWords) && /^(?:个|台|套|只|处|部|路)$/u.test(unitOf(f));
  if (!bare || !INSTALLED.test(f.headWords)) return undefined;
  const things = f.scene
    .before(f.sentence)
    .slice(0, 2)
    .flatMap((s) => assetWords.find(f.scene.chars, s.start, s.end).reverse())
    .filter((t) => EQUIPMENT.has(t.value) && t.value !== 'police_station');
  return (things.find((t) => t.value !== 'other') ?? things[0])?.value;
}

/** 上述118处监控点中，｜蔡子池街道有46处: what the clause before says the figures are among. */
export function amongThose(f: Frame): Asset | undefined {
  const clauses = f.clausesBefore;
  const at = clauses.findIndex(
    (c) => !/(?:占|有|分到|分得|安装|装)了?[\d.]+万?[个处台套只][，；]$/u.test(f.scene.slice(c)),
  );
  const last = clauses[at];
  const own = /^(?:为|是|系|由)[^，。]{2,14}(?:自建|自筹|建设|所有|共建)[，。；]?$/u.test(f.tailWords);
  if (!last || !/[里中]，$/u.test(f.scene.slice(last)) || (f.tail.end - f.tail.start > 2 && !own)) return undefined;
  if (/^(?:[一二三四]类|新建|这些|上述)?(?:监控)?点(?:位)?[里中]，$/u.test(f.scene.slice(last))) return 'camera';
  const topic = topicAsset(f, last);
  return topic && EQUIPMENT.has(topic.asset) ? topic.asset : undefined;
}

/** Verbs right before the number. */
const INSTALLED =
  /(?:装|安装|挂|布设|架设|架|立|铺)(?:了|上|好|起|下)+$|(?:又|再|还|新)(?:加|添|增|补)了?$|(?:共|已|就|将|拟|再)(?:装|安装|挂|架|立)$/u;

/** 一期的2270路, 能调的画面超过1.2万路: 路 counts video feeds where the text speaks of them. */
function isFeed(f: Frame): boolean {
  return unitOf(f) === '路' && /探头|摄像头|摄像机|视频监控|镜头/u.test(f.scene.chars);
}

/** The last equipment before, within a few paragraphs, of the figure's measure word where there is one. */
export function lastAlike(f: Frame, earlier: readonly Draft[]): Draft | undefined {
  const unit = unitOf(f);
  let last: Draft | undefined;
  for (let i = earlier.length - 1; i >= 0; i--) {
    const d = earlier[i];
    if (!d || f.sentence.paragraph - d.frame.sentence.paragraph >= REACH) break;
    if (d.kind !== 'DEPLOYED') continue;
    if (unitOf(d.frame) === unit) return d;
    last ??= d;
  }
  return last;
}

/** Paragraphs over which a bare number may refer back. */
const REACH = 5;

/** 敦化市最多，｜512个; 珲春市次之，｜288个. */
const RANKED = /(?:最多|最少|最密|居首|第一|其次|次之)，?$/u;

/** 其中，网岭、新市两镇各占70个，皇图岭镇64个: a place's share of what was counted. */
function isShare(f: Frame): boolean {
  const [last] = f.clausesBefore;
  const ranked = last && RANKED.test(f.scene.slice(last)) && f.scene.holds(f.scene.mentions.places.mentions, last);
  if (ranked && /^(?:要装|要建|只有|仅有|有|也有)?$/u.test(f.headWords) && f.tail.end - f.tail.start <= 3) return true;
  const { chars, mentions } = f.scene;
  const place = f.scene.inside(mentions.places.mentions, f.head).at(-1);
  return (
    place !== undefined &&
    /^(?:[一二两三四五六七八九十\d]*(?:个)?(?:镇|乡|县|区|村|街道)?(?:各占|各有|各|占|有|也有|分到|分得|则|的|投用|建成|新建|安装|仅|只有)?)$/u.test(
      chars.slice(place.end, f.trigger.start),
    ) &&
    f.tail.end - f.tail.start <= 3
  );
}

/** 每村一间警务室，11间: the thing that the same measure word went with in the clauses before. */
export function byMeasure(f: Frame): Asset | undefined {
  if (f.head.end - f.head.start > 2 || f.tail.end - f.tail.start > 2) return undefined;
  const unit = unitOf(f);
  for (const clause of f.clausesBefore) {
    const other = f.scene.inside(f.scene.mentions.quantities, clause).find((q) => q.unit === unit);
    const asset = other && headAssetAfter(f, other.end, clause.end);
    if (asset) return asset;
  }
  return undefined;
}

function headAssetAfter(f: Frame, start: number, end: number): Asset | undefined {
  return firstAsset(f.scene.chars, start, Math.min(end, start + 10))?.value;
}

/** 其中管治安的128个; 分别是：主干道716个，学校门口213个: the parts of what the same sentence, or the one before, counted. */
function isPart(f: Frame, noun: Counted | undefined, previous: Draft): boolean {
  const near =
    f.sentence.start - previous.frame.sentence.end < 2 && previous.frame.sentence.paragraph === f.sentence.paragraph;
  const opened = /其中|[里中]，|分别(?:是|为)|分[为成]?[两二三四五]块|这里面|余下的|其余/u.test(
    f.scene.chars.slice(Math.min(previous.frame.trigger.end, f.sentence.start), f.trigger.start),
  );
  return (
    near &&
    opened &&
    noun?.asset == null &&
    !(noun?.from === 'before' && /[\u4e00-\u9fff]{3}(?:站|室|所|亭|中心|系统)$/u.test(noun.text)) &&
    !(noun && COVERED.test(noun.text.replace(/^\d{4}年的?/u, '')) && !isPlace(f, noun)) &&
    f.tail.end - f.tail.start <= 12
  );
}

/** 其中五云街道388个: a place that is named, not the kind of thing that was covered. */
const isPlace = (f: Frame, noun: Counted): boolean =>
  f.scene.inside(f.scene.mentions.places.mentions, f.clause).some((m) => m.end === noun.span.end);

/** 建站12座, 规划站点20座: the last word of the name of what the text spoke of (便民警务站). */
export function shortened(f: Frame, noun: Counted | undefined): Asset | undefined {
  const short = /^(?:建|设|规划)?(站|室|亭|岗|棚)(?:点)?$/u.exec(noun?.text ?? '')?.[1];
  if (short === undefined || noun?.asset || !/^[座处个间]$/u.test(unitOf(f))) return undefined;
  return assetWords
    .find(f.scene.chars, Math.max(0, f.trigger.start - SPOKEN_OF), f.trigger.start)
    .findLast((t) => t.word.endsWith(short) && t.word.length > 2 && EQUIPMENT.has(t.value))?.value;
}

/** Characters within which a name was given whole. */
const SPOKEN_OF = 600;

/** 86个、｜41个、53个: the next of a list of numbers. */
export const nextInList = (f: Frame, previous: Draft | undefined): Asset | undefined =>
  previous?.kind === 'DEPLOYED' &&
  unitOf(previous.frame) === unitOf(f) &&
  previous.frame.trigger.end === f.head.start &&
  /^[、和及]$/u.test(f.headWords) &&
  /^[、，。；和及]?$/u.test(f.tailWords)
    ? (previous.asset ?? undefined)
    : undefined;

/** 去年85个, 2016年是38个, 总共202个: of another year, or in all. */
function isRunningTotal(f: Frame, previous: Draft): boolean {
  const date = f.scene.inside(f.scene.mentions.dates, f.head)[0];
  const words = f.scene.chars.slice(date?.end ?? f.head.start, f.trigger.start).replace(/^[，、]/u, '');
  const bare =
    previous.asset !== 'police_station' &&
    /^[，。；、]?$/u.test(f.tailWords) &&
    previous.frame.sentence.start === f.sentence.start;
  return (
    bare &&
    (date !== undefined
      ? /^(?:是|有|为|只有|达到?|则是)?$/u
      : /^(?:累计|合计|总共|一共|总计)(?:有|达|达到|是|为)?$/u
    ).test(words)
  );
}

/** 余下34个, 再装403个: a number without a noun counts on what the figure before it counted. */
export function sameAgain(f: Frame, noun: Counted | undefined, previous: Draft | undefined): Asset | undefined {
  const before = previous?.frame.figure;
  if (previous?.kind !== 'DEPLOYED' || before?.type !== 'quantity' || f.figure?.type !== 'quantity') return undefined;
  if (before.unit !== f.figure.unit) return undefined;
  const { chars } = f.scene;
  if (isPart(f, noun, previous) || isRunningTotal(f, previous)) return previous.asset ?? undefined;
  const words = f.headWords;
  // （新建1480台、利旧改造320台）
  const bracketed =
    previous.frame.clause.start === f.clause.start &&
    /^、[\u4e00-\u9fff]{2,6}$/u.test(words) &&
    /（[^（）]*$/u.test(
      chars.slice(Math.max(f.clause.start, previous.frame.trigger.start - 10), previous.frame.trigger.start),
    ) &&
    chars[f.trigger.end] === '）';
  if (bracketed) return previous.asset ?? undefined;
  // 公共部位219个、农户庭院364个: the next of the parts
  const parts = /continued|elided/u.test(previous.rule) && previous.frame.clause.start === f.clause.start;
  if (parts && /^、[\u4e00-\u9fff]{2,6}$/u.test(words) && noun?.asset == null && f.tail.end - f.tail.start <= 1)
    return previous.asset ?? undefined;
  if (/^[和及]$/u.test(words) && f.tail.end - f.tail.start <= 1) return previous.asset ?? undefined;
  if (
    /^[和、及]$/u.test(words) &&
    /分别[^，。]{0,12}$/u.test(chars.slice(f.clause.start, previous.frame.trigger.start)) &&
    f.tail.end - f.tail.start <= 2
  )
    return previous.asset ?? undefined;
  const more =
    /(?:首批|第[一二三]批|在线的只?有?|正常的只?有?|好用的只?有?|能用的只?有?|扩容|增补|补点|在建|拟建)$|(?:再|又|另|还)(?:新增|增加|装|建|添|设|布|安装|购|配)?$/u.test(
      words,
    );
  if (!more && isShare(f)) return previous.asset ?? undefined;
  const level =
    noun !== undefined &&
    /(?:级|(?<![社小校园])区|段|线|片)$/u.test(noun.text) &&
    previous.frame.sentence.start === f.sentence.start;
  if (level) return previous.asset ?? undefined;
  if (noun && noun.text.length > 2 && !more && !/换完$/u.test(words)) return undefined;
  const bare =
    more ||
    /换完$|(?:再|又|另|还|其中|余下|剩下|其余|新|拟|计划|已|现|共|加起来|建成|在建的?)[\u4e00-\u9fff]{0,8}$/u.test(
      words,
    );
  return bare && f.tail.end - f.tail.start <= 8 ? (previous.asset ?? undefined) : undefined;
}
