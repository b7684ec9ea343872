import type { Span } from '../article/article.ts';
import { cueLexicons } from '../gazetteer/lexicon.ts';
import { assetWords, firstAsset, headAsset } from './asset.ts';
import type { Asset } from './claim.ts';
import { EQUIPMENT } from './equipment.ts';
import type { Frame } from './frame.ts';

/** What money was for. */
export interface Purpose {
  readonly asset: Asset | null;
  readonly text: string | null;
  /** The words that say it, for finding the program among them. */
  readonly span: Span | null;
}

const verbs = cueLexicons('deploy', 'fund', 'operate');
/** A clause that speaks of spending before another gives the sum. */
const SPENT = /的钱|资金|经费|投入|花|(?:建设|改造|升级|投资)[，；]?$/u;
const BOUGHT_FOR = /为|用于|给|针对|围绕/u;

/** 综治中心已建成36个。｜县财政为此安排2400万元: what the words before spoke of last. */
export function forThis(f: Frame): Purpose | undefined {
  if (!/为此|^[，]?(?:由)?[^，。]{0,12}(?:建设|改造)补助/u.test(f.headWords)) return undefined;
  const last = f.scene.before(f.sentence)[0]?.clauses ?? [];
  return apart(topicOf(f, [...f.clausesBefore, ...[...last].reverse()]));
}

/** A purpose whose words are no place to look for the program. */
const apart = (purpose: Purpose | undefined): Purpose | undefined => purpose && { ...purpose, span: null };

/** 27辆电动车采购价合计259.2万元, 购车款936万元，其中…: what cars cost, and who paid which part of it. */
export function forCars(f: Frame): Purpose | undefined {
  const words = f.wordsBefore;
  const priced = /(?:购车款?|车款|辆[^，。；]{0,6}车[^，。；]{0,4}(?:采购价|总价|花了?|用去))[^。；]*$/u.exec(words);
  const sharing = priced && /^[^，]*$|，其中[^。；]*$/u.test(priced[0]);
  return sharing ? { asset: 'patrol_car', text: CARS.exec(words)?.[0] ?? null, span: null } : undefined;
}

const CARS = /[\u4e00-\u9fff]{0,6}车(?![款道站])/u;

/** 监控中心启用，｜花费600余万元: a clause of nothing but spending is about the clause before. */
export function clauseBefore(f: Frame): Purpose | undefined {
  const [previous] = f.clausesBefore;
  if (
    !previous ||
    f.trigger.start - f.clause.start > 5 ||
    /^(?:连到|接到|接入|传到|送到|汇到|归|由)/u.test(f.scene.slice(previous)) ||
    /(?:说|介绍|表示|透露|称|获悉|了解到)[，：]?$/u.test(f.scene.slice(previous)) ||
    f.scene.holds(f.scene.mentions.money, previous)
  )
    return undefined;
  // 购置电动巡逻车2辆交联防队使用，｜费用5.6万元
  const given = /[交供给][^，。]{2,8}使用，?$/u.test(f.scene.slice(previous));
  const head = (given ? firstAsset : headAsset)(f.scene.chars, previous.start, previous.end);
  return (
    head && {
      asset: head.value,
      text: f.scene.chars.slice(objectStart(f, previous.start, head.start), head.end),
      span: previous,
    }
  );
}

/** 为给前端视频监控系统升级，｜今年市里投入2000万元. */
export function earlierClause(f: Frame): Purpose | undefined {
  const { chars } = f.scene;
  for (const clause of f.clausesBefore) {
    if (
      !BOUGHT_FOR.test(chars.slice(clause.start, clause.start + 8)) &&
      !SPENT.test(chars.slice(clause.start, clause.end))
    )
      continue;
    const head = headAsset(chars, clause.start, clause.end);
    if (head)
      return { asset: head.value, text: chars.slice(objectStart(f, clause.start, head.start), head.end), span: clause };
  }
  return undefined;
}

/** 包2：社区警务室装修。｜预算54万元: a short sentence before that names what the sums after it are for. */
export function labelBefore(f: Frame): Purpose | undefined {
  const [last] = f.scene.before(f.sentence);
  if (!last || last.end - last.start > LABEL || f.scene.holds(f.scene.figures, last)) return undefined;
  const head = headAsset(f.scene.chars, last.start, last.end);
  return head && { asset: head.value, text: head.word, span: null };
}

/** Characters of a sentence that is a label. */
const LABEL = 20;

/** 三、作登派出所业务用房 ｜ 2019年预算安排160万元: a heading that is the name of what was built. */
export function headingAsset(f: Frame): Purpose | undefined {
  const [heading] = f.scene.headings(f.sentence);
  if (heading?.role !== 'heading' || heading.end - heading.start > LABEL) return undefined;
  const head = headAsset(f.scene.chars, heading.start, heading.end);
  return head && { asset: head.value, text: head.word, span: null };
}

/** 检查站在茅荆坝乡落成，县局自筹35万元: the sum went to what the sentence says was built. */
export function builtBefore(f: Frame): Purpose | undefined {
  const { chars } = f.scene;
  for (const clause of f.clausesBefore) {
    if (
      !/落成|建成|建立|新建|改建|扩建|竣工|启用|投用|迁建|封顶|翻新|翻修|盖好|改造|挂牌|动工|开工|招标|在建|启动/u.test(
        f.scene.slice(clause),
      )
    )
      continue;
    const head = headAsset(chars, clause.start, clause.end);
    if (head)
      return { asset: head.value, text: chars.slice(objectStart(f, clause.start, head.start), head.end), span: null };
  }
  return undefined;
}

/** 沿江治安卡口2处正在施工，｜用的是省里拨下来的补助120万元: where the money for the clause before came from. */
export function paidBy(f: Frame): Purpose | undefined {
  if (!/^(?:全部)?(?:用的是|靠的是|花的是|资金来自|钱来自|经费来自)/u.test(f.headWords)) return undefined;
  return apart(topicOf(f));
}

/** 这批设备连同线路共用去48万元, 共筹资68万元建设这套系统: what the words before told of things. */
export function pointedAt(f: Frame): Purpose | undefined {
  if (!/(?:这|那|该|此|上述)[批套些]?(?:设备|系统|设施|装备|器材|家什)/u.test(f.clauseWords)) return undefined;
  for (const span of [...f.clausesBefore, ...f.scene.before(f.sentence).slice(0, 2)]) {
    const thing = assetWords
      .find(f.scene.chars, span.start, span.end)
      .find((t) => EQUIPMENT.has(t.value) && t.value !== 'other' && t.value !== 'police_station');
    if (thing) return { asset: thing.value, text: thing.word, span: null };
  }
  return undefined;
}

/** What the sentence has been about, for money that is only called 专项资金. */
export function topicOf(f: Frame, clauses: readonly Span[] = f.clausesBefore): Purpose | undefined {
  for (const clause of clauses) {
    const head = headAsset(f.scene.chars, clause.start, clause.end);
    if (head) return { asset: head.value, text: head.word, span: clause };
  }
  return undefined;
}

/** What stands before a bought thing and is not of its name: 了, 全市共有, 这个项目共有. */
const LEAD_IN = /^.{0,12}(?:共有|现有|已有|拥有)|^了/u;

/** Where the name of a bought thing begins that ends at an offset: behind the last verb, 的 or comma. */
export function objectStart(f: Frame, from: number, to: number): number {
  const window = f.scene.chars.slice(from, to);
  const verb = verbs.find(window).at(-1);
  const start =
    from +
    Math.max(
      verb ? verb.end : 0,
      window.lastIndexOf('的') + 1,
      window.lastIndexOf('，') + 1,
      window.lastIndexOf('】') + 1,
    );
  return start + (LEAD_IN.exec(f.scene.chars.slice(start, to))?.[0].length ?? 0);
}

/** 镇综治中心完成升级改造，｜投资76万元: what the clause before says was built cost so much. */
export function justBuilt(f: Frame): Purpose | undefined {
  const [previous] = f.clausesBefore;
  if (!previous || f.scene.holds(f.scene.mentions.money, previous)) return undefined;
  if (
    !/建成|建起|新建|设立|竣工|落成|启用|设[\u4e00-\u9fff]{0,4}(?:警务室|警务站|岗亭|检查站)|完成[^，。]{0,6}(?:改造|升级|建设)|列[入为][^，。]{0,10}(?:项目|实事)/u.test(
      f.scene.slice(previous),
    )
  )
    return undefined;
  const head = (LISTS.test(f.scene.slice(previous)) ? firstAsset : headAsset)(
    f.scene.chars,
    previous.start,
    previous.end,
  );
  return head && { asset: head.value, text: head.word, span: null };
}

/** 信号灯24组、电子警察32套: a list, of which the first thing stands for all. */
const LISTS = /\d[余多]?[\u4e00-\u9fff]、[^，。]*\d/u;
