import type { Span } from '../article/article.ts';
import type { Term } from '../gazetteer/lexicon.ts';
import type { Distance, Stage } from './claim.ts';
import type { Frame } from './frame.ts';
import type { Scene } from './scene.ts';

/** A stage with the words that say it; none when it is the default. */
export interface StageFinding {
  readonly stage: Stage;
  readonly span: Span | null;
  readonly from: Distance;
}

/** Words that say of a whole page what it is. */
interface Said extends Span {
  readonly words: string;
}

const saidIn = (scene: Scene, where: Span, turn: RegExp): Said | undefined => {
  const match = turn.exec(scene.slice(where));
  const start = where.start + (match?.index ?? 0);
  return match ? { start, end: start + match[0].length, words: match[0] } : undefined;
};

/** What a title says of its page, looked for once for all claims. */
const inTitle = ({ scene }: Frame, name: string, turn: RegExp): Said | undefined =>
  scene.once(name, () => {
    const [title] = scene.text.paragraphs;
    return title?.role === 'title' ? saidIn(scene, title, turn) : undefined;
  });

const spanOf = ({ start, end }: Said): Span => ({ start, end });

/** What a tender or award notice lists is tendered or awarded, unless its words say otherwise. */
export function tender(f: Frame): StageFinding | undefined {
  const notice = inTitle(f, 'tender notice', TENDER);
  if (!notice || isPast(f)) return undefined;
  // 已购置服务器6台，支出71万元: done already, whatever the notice is for
  if (/已(?:自行)?(?:购置|采购|建成|安装|完成)/u.test(f.wordsBefore)) return undefined;
  if (BESIDES.test(f.sentenceWords) || (f.figure?.type === 'money' && /支出[^，。]{0,2}$/u.test(f.headWords)))
    return undefined;
  const stage = /^(?:中标|成交)/u.test(notice.words) ? 'awarded' : 'tendered';
  return { stage, span: spanOf(notice), from: 'heading' };
}

const TENDER = /(?:中标|成交|招标|采购|磋商|谈判|询价|比选)[^，。]{0,6}(?:公告|公示|结果)/u;

/** 监控补建工程开工公告: what such a notice counts is under way, unless its words tell of what was done. */
export function begun(f: Frame): StageFinding | undefined {
  const notice = inTitle(f, 'notice of works begun', WORKS_BEGUN);
  if (!notice || f.figure?.type !== 'quantity' || /已|完毕|完成|去年|上年/u.test(f.sentenceWords)) return undefined;
  return { stage: 'building', span: spanOf(notice), from: 'heading' };
}

const WORKS_BEGUN = /开工(?:建设)?的?(?:公告|公示|通告)/u;

/** 汉薛镇自筹38万元，在项目以外另装60台: what a notice tells of things that it does not buy. */
const BESIDES = /不在本次|不属于?本次|(?:项目|采购|范围)(?:以外|之外)|自行组建|另自行|自筹/u;

/** …购置大屏7块。因有效投标人不足三家，本包废标: the sentence after says that nothing came of it. */
export function failedTender(f: Frame): StageFinding | undefined {
  if (!f.scene.once('failed tenders', () => /废标|流标/u.test(f.scene.chars))) return undefined;
  const next = f.scene.next(f.sentence);
  const said = next && saidIn(f.scene, next, /^[^。；]{0,30}(?:废标|流标)/u);
  return said && { stage: 'cancelled', span: spanOf(said), from: 'paragraph' };
}

/** 运维项目预算900万元，｜实际支出887万元: a budget beside what came of it. */
export function budgeted(f: Frame): StageFinding | undefined {
  const word = budgetWord(f);
  const ahead =
    f.figure?.type === 'money'
      ? /^已?(?:列入|纳入)(?:明年|来年|下年度?|((?:19|20)\d{2})年度?)[^，。]{0,4}预算/u.exec(f.tailWords)
      : null;
  if (ahead && (ahead[1] === undefined || Number(ahead[1]) >= (f.scene.text.article.publishedYear ?? 0)))
    return { stage: 'planned', span: { start: f.tail.start, end: f.tail.start + ahead[0].length }, from: 'clause' };
  const start = f.head.start + (word?.index ?? 0);
  return word ? { stage: 'planned', span: { start, end: start + word[0].length }, from: 'clause' } : undefined;
}

/** What calls the sum a budget: beside what was spent, or as what is listed in one. */
function budgetWord(f: Frame): RegExpExecArray | null {
  const words = f.headWords;
  if (!/预算|资金|经费/u.test(words)) return null;
  const [next] = f.clausesAfter;
  const spent = next && /^(?:实际|全年|年末|累计)?(?:支出|执行|完成支出|使用)/u.test(f.scene.slice(next));
  // 下年度预算中列入30万元: what a budget holds is decided, and not yet spent.
  return (
    (spent ? /(?:年初|全年)?预算(?:资金|安排)?(?:为|是)?$/u.exec(words) : null) ??
    (f.figure?.type === 'money' ? (IN_BUDGET.exec(words) ?? listed(f, words)) : null)
  );
}

const IN_BUDGET =
  /(?:(?:下年度?|明年|来年|今年|本年度?|年度)的?[^，。；]{0,6}预算(?:里|中|内)(?:已经?|先)?(?:给[^，。；]{2,12})?(?:列入|列了|列支|安排)?了?|年初预算(?:合计|共计|为|安排)?|支出预算|(?:19|20)\d{2}年[^，。；]{2,10}(?:经费|资金)预算)$/u;

/** 明年的资金已列出30万元; 拟于2011年迁建，已列预算130万元: listed for what is still to come. */
const listed = (f: Frame, words: string): RegExpExecArray | null =>
  /明年|来年|下年|下一年|拟|打算|计划|还将/u.test(f.wordsBefore) ||
  f.scene.before(f.sentence).some((s) => /(?:打算|计划|安排|思路)[。：]?$/u.test(f.scene.slice(s)))
    ? /(?:预算|资金|经费)[^，。；]{0,8}?(?:已经?)?(?:列|列出|列入|定|定了|安排)了?$|已?列?预算$/u.exec(words)
    : null;

/** What a budget lists is planned, unless its words say that it is there. */
export function budget(f: Frame, own: Term<Stage> | undefined): StageFinding | undefined {
  const budget = f.scene.once('budget', () => namedBudget(f.scene));
  if (
    !budget ||
    f.scene
      .headings(f.sentence)
      .some(
        (h) =>
          /(?:上年|上一?年度|去年)[^，。]{0,6}(?:执行|完成|支出|情况|绩效)/u.test(f.scene.slice(h)) ||
          isOfYearBefore(f, h),
      ) ||
    isAccount(f) ||
    (isPast(f) && !/本年|今年|本次/u.test(f.clauseWords)) ||
    /已|去年|上年|现有|实有|在岗|在编|供养/u.test(f.clauseWords) ||
    /(?:不|未|没有)列入/u.test(f.sentenceWords) ||
    (f.figure?.type === 'quantity' && /运转|运维|维护/u.test(f.clauseWords))
  )
    return undefined;
  if ((own && isHeld(f, own)) || /实际(?:支出|完成|使用|执行)/u.test(f.clauseWords)) return undefined;
  return { stage: 'planned', span: spanOf(budget), from: 'heading' };
}

/** The words at the head of a page that name it a budget. */
function namedBudget(scene: Scene): Said | undefined {
  const title = scene.text.paragraphs.slice(0, HEAD).find((p) => p.role !== 'prose' && BUDGET.test(scene.slice(p)));
  return title && saidIn(scene, title, BUDGET);
}

/** 二、2022年项目绩效情况 in a budget for 2023. */
function isOfYearBefore(f: Frame, heading: Span): boolean {
  const year = /((?:19|20)\d{2})年[^，。]{0,8}(?:执行|完成|绩效)/u.exec(f.scene.slice(heading))?.[1];
  return year !== undefined && Number(year) < (f.scene.text.article.publishedYear ?? 0);
}

/** What the plan that an article publishes sets out is planned, unless its words tell of what was before. */
export function planDocument(f: Frame): StageFinding | undefined {
  const plan = inTitle(f, 'plan', PLAN);
  if (!plan || inTitle(f, 'account', /总结|回顾|汇报|情况/u)) return undefined;
  if (isPast(f) || isAccount(f) || /已|现有|原有|截至|累计|去年|上年/u.test(f.clauseWords)) return undefined;
  // A sum that is handed down is there; what it is to buy is not.
  if (plan.words.startsWith('下达') && f.figure?.type !== 'quantity') return undefined;
  if (f.scene.headings(f.sentence).some((h) => /基础|现状|回顾|使用情况|执行情况/u.test(f.scene.slice(h))))
    return undefined;
  return { stage: 'planned', span: spanOf(plan), from: 'heading' };
}

const PLAN =
  /(?:实施|工作|建设|行动|整治|分配)(?:方案|计划|规划)(?=$|[^，。]{0,6}(?:通知|公示|印发|》))|(?:项目|任务|工作)安排(?=$|》|的通知)|下达[^，。]{0,24}(?:经费|资金|补助)的?(?:通知|函)/u;

/** 四、2017年完成情况。: a short sentence before, which says that what follows is over. */
const isAccount = (f: Frame): boolean =>
  f.scene
    .before(f.sentence)
    .some((s) => s.end - s.start <= LABEL && /\d{4}年[^，。]{0,8}(?:完成|执行|使用)情况/u.test(f.scene.slice(s)));

/** Characters of a sentence that is a label. */
const LABEL = 20;

/** Paragraphs within which a page is named. */
const HEAD = 6;

const BUDGET = /预算(?:公开|编制|草案|安排|说明|情况|报告)?(?:说明|报告|情况)?/u;

/** 2012年至2014年…建成: what a notice tells of years before its own. */
const isPast = (f: Frame): boolean =>
  f.scene
    .inside(f.scene.mentions.dates, { start: f.sentence.start, end: isOver(f) ? f.sentence.end : f.trigger.start })
    .some((d) => d.year !== null && d.year < (f.scene.text.article.publishedYear ?? 0));

/** 已于2020年通过验收: the sentence says that it is over. */
const isOver = (f: Frame): boolean => /已于|早已/u.test(f.sentenceWords);

/** Words of what is over, which a plan before them does not reach. */
export const HELD = /已|累计|现有|用去|花了|下达|拨付|下拨/u;
/** 应建90个，仅建成37个: what there is of a plan. */
const ONLY = /(?:仅|只|实际)(?:有|建成|建|装|完成)?$/u;

/** Whether a word for a stage says what is over. */
export const isHeld = (f: Frame, term: Term<Stage>): boolean =>
  HELD.test(term.word) ||
  ONLY.test(f.scene.chars.slice(f.clause.start, term.start)) ||
  /已经?$/u.test(f.scene.chars.slice(f.clause.start, term.start));

/** Whether the article is a budget, whose lines are sums for things. */
export function isBudget(f: Frame): boolean {
  return inTitle(f, 'title of a budget', /预算|分配方案|资金分配/u) !== undefined;
}
