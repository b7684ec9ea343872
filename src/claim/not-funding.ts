import type { Span } from '../article/article.ts';
import { cueLexicon, type Term } from '../gazetteer/lexicon.ts';
import type { Frame } from './frame.ts';
import { isBudget } from './notice.ts';

const fund = cueLexicon('fund');
const notFunding = cueLexicon('notFunding');
const otherPurpose = cueLexicon('otherPurpose');

/** By how much a sum is more or less than another. */
const MORE =
  /(?:较|比)[^，。；]{0,24}(多出|多了|增加|增长|净增|减少|下降|少了)了?$|同比(增加|增长|减少|下降|净增)了?$/u;

/** 投入1170万元为百姓购买治安综合险. */
const INSURANCE = /^[^，。]{0,18}(?:综合险|财产险|治安险|保险)(?=后|，|。|的|$)/u;

/** 买意外险花掉38万元, 节约财政资金126万元: words that no verb of spending behind them undoes. */
const LED = /(意外险|保险|综合险|节约|节省|公务接待|因公出国)[^，。]{0,8}$/u;

/** 财政全年安排网格员报酬及保险: what the people posted are paid. */
const WAGES = /(?:财政|预算|县里|市里|政府|安排|列支)[^。]{0,16}(?:报酬|工资|薪酬|津贴)/u;

/** 旅游公路也修通了，花了2.3亿元: the clause before says what else the money was for. */
function otherSubject(f: Frame): string | undefined {
  const [last] = f.clausesBefore;
  const words = last ? f.scene.slice(last) : '';
  const deeds = /(?:民生|为民办|办)(?:的)?实事(?:项目|工程)?\d+[项件]，$/u.exec(words);
  if (deeds) return deeds[0];
  if (!last || f.head.end - f.clause.start > SHORT_HEAD || /监控|安防|技防|治安|平安|综治|警|探头|摄像/u.test(words))
    return undefined;
  const other = otherPurpose.find(f.scene.chars, last.start, last.end).at(-1);
  const security = f.scene.holds(f.scene.mentions.programs.mentions, f.sentence);
  return other && !security && /(?:修通|建成|修好|完工|通车|竣工|改造|修建)/u.test(words) ? other.word : undefined;
}

/** Characters before a sum that say nothing of what it was for (花了, 总投资). */
const SHORT_HEAD = 4;

/** The word that makes a sum something else: loss, case value, income, donation, or another public purpose. */
export function notMoneyFor(f: Frame): string | undefined {
  const { chars } = f.scene;
  const words = f.leadWords;
  const before = notFunding.find(chars, labelled(f), f.trigger.start).findLast((t) => isOther(f, t));
  if (isPrize(f) || isReward(f)) return '奖励';
  if (/捐款$/u.test(f.headWords)) return '捐款';
  if (/(?:控制在|不低于|不少于)[^，。]{0,4}$/u.test(f.headWords)) return '控制';
  // 投入176万元，较上年的95万元多出81万元
  const more = MORE.exec(words);
  if (more) return more[1] ?? more[2];
  const [next] = f.clausesAfter;
  // 镇里提出240万元，未予安排
  const refused = next && /^(?:未予|未能|暂未|没有)(?:安排|批准|列入|同意)/u.exec(f.scene.slice(next));
  if (refused) return refused[0];
  if (/^以上的?[^，。]{0,4}业绩/u.test(chars.slice(f.trigger.end, f.trigger.end + 10))) return '业绩';
  if (/^(?:用于|用来)?奖励[^，。]{0,8}(?:见义勇为|人员|先进|个人|群众)/u.test(f.tailWords)) return '奖励';
  if (/^(?:用于|用来|来|去)?慰问/u.test(f.tailWords)) return '慰问';
  if (INSURANCE.test(chars.slice(f.trigger.end, f.clause.end))) return '保险';
  if (/^”?(?:的说法)?(?:并)?(?:不(?:准确|属实|实|符)|与事实不符)/u.test(chars.slice(f.trigger.end, f.trigger.end + 8)))
    return '不准确';
  const led = LED.exec(words);
  if (led && !isWages(f)) return led[1];
  const after = notFunding.first(chars, f.trigger.end, Math.min(f.clause.end, f.trigger.end + 8));
  if (before || after) {
    const spent = fund
      .find(chars, f.clause.start, f.trigger.start)
      .findLast((t) => !(before && isOwnNoun(chars, before, t)));
    if (before && (!spent || spent.start < before.start || spent.end <= before.end)) return before.word;
    if (after && !spent) return after.word;
  }
  return otherSubject(f) ?? purposeInClause(f);
}

/** A word of something else, which the words around it do not take back. */
const isOther = (f: Frame, t: Term): boolean =>
  !(t.word === '薪酬' && isWages(f)) &&
  !isOrigin(f.scene.chars, t) &&
  !boughtCars(f, t) &&
  !(t.word.startsWith('标的') && /招标|中标|采购|合同/u.test(f.sentenceWords)) &&
  !/^[中里]/u.test(f.scene.chars.slice(t.end, t.end + 1));

const isWages = (f: Frame): boolean => WAGES.test(f.leadWords) || isBudget(f);

/** The other public purpose that a clause names which says nothing of security. */
function purposeInClause(f: Frame): string | undefined {
  const { chars, mentions } = f.scene;
  if (/监控|安防|治安|平安|综治|警/u.test(f.clauseWords)) return undefined;
  const purposes = otherPurpose.find(chars, f.clause.start, f.clause.end);
  if (purposes.length === 0 || f.scene.holds(mentions.programs.mentions, f.clause)) return undefined;
  const bodies = f.scene.inside(mentions.agencies.mentions, f.clause);
  return purposes.find(
    (t) =>
      // 县旅游局拨给它8万元: a word of the payer's name.
      !bodies.some((b) => b.start <= t.start && t.end <= b.end) &&
      !/^(?:合作社|公司|企业|协会)/u.test(chars.slice(t.end, t.end + 3)) &&
      !/监控|视频|治安|安防|雪亮|天网/u.test(chars.slice(t.start - 4, t.start)) &&
      // 从产业发展资金中列支: where the money was, not what it was for.
      !(
        /从[^，。]{0,12}$/u.test(chars.slice(f.clause.start, t.start)) &&
        /^[^，。]{0,8}(?:资金|经费|基金|收入|分红|款)[中里内]/u.test(chars.slice(t.end, f.clause.end))
      ),
  )?.word;
}

/** 公务用车购置费96万元，购置警车6辆: official cars that the next clause counts. */
const boughtCars = (f: Frame, t: Term): boolean =>
  t.word === '公务用车' &&
  /^购置费?$/u.test(f.scene.chars.slice(t.end, f.trigger.start)) &&
  /^(?:拟|计划)?(?:购[置买]|采购)[^，。]{0,10}车[\d一二三四五六七八九十两]+辆/u.test(
    f.scene.chars.slice(f.clause.end, f.clause.end + 20),
  );

/** 从门票分红中划出, 动用村集体收入: where the money came from. */
const isOrigin = (chars: string, t: Span): boolean =>
  (/(?:从|由)[^，。]{0,12}$/u.test(chars.slice(Math.max(0, t.start - 14), t.start)) &&
    /^[^，。]{0,8}[中里内]/u.test(chars.slice(t.end, t.end + 10))) ||
  /(?:动用|用|拿|整合)[^，。]{0,12}$/u.test(chars.slice(Math.max(0, t.start - 8), t.start));

/** 各奖励3万元, 给予5万元奖励, 拿出6万元予以奖励: what the best or those who report are promised. */
const isReward = (f: Frame): boolean =>
  /(?:各|最高|分别|每[^，。]{1,4}|一次性)(?:给予|予以)?奖励$|奖励(?:工作)?(?:经费|资金)$/u.test(f.headWords) ||
  /^的?(?:予以|给予)?(?:现金)?(?:奖励|奖金)[，。；]/u.test(f.scene.chars.slice(f.trigger.end, f.clause.end));

/** 市公安局为此奖励20万元: a prize, not what something cost. */
const isPrize = (f: Frame): boolean =>
  /(?:考核|评比|达标|前[三五十]名|先进|优秀)[^，。]{0,14}奖励[^，。]{0,2}$/u.test(f.leadWords) ||
  (/^、$/u.test(f.headWords) && /(?:考核|评比|前[三五十]名|先进|优秀)[^，。]{0,14}奖励/u.test(f.clauseWords)) ||
  /(?:为此|感谢[^，。]{0,12}，|表彰[^，。]{0,6})(?:给予)?(?:奖励|奖)$/u.test(f.wordsBefore);

/** 代理服务费：4.2万元: what stands before a colon says what the sum is. */
const labelled = (f: Frame): number => {
  const [label] = f.sentence.clauses;
  const heads = label !== undefined && label.end <= f.trigger.start && label.end - label.start <= LABEL;
  return heads && f.scene.chars[label.end - 1] === '：' ? label.start : f.clause.start;
};

/** Characters of a label before a colon. */
const LABEL = 14;

/** 冻结涉案资金: a noun of the words before it, which undoes nothing; 投入罚没资金 was spent. */
const isOwnNoun = (chars: string, before: Span, fundWord: Term): boolean =>
  /^(?:资金|经费)/u.test(fundWord.word) &&
  fundWord.start - before.end < 3 &&
  !/(?:投入|使用|动用|安排|拿出)[^，。]{0,4}$/u.test(chars.slice(Math.max(0, before.start - 8), before.start));
