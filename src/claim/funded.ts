import type { Span } from '../article/article.ts';
import { cueLexicon, type Term } from '../gazetteer/lexicon.ts';
import { aboutPurpose } from './about.ts';
import { assetWords } from './asset.ts';
import type { Purpose } from './bought-before.ts';
import { complete, type Draft, reject, type Verdict } from './draft.ts';
import { estimateFor } from './estimate.ts';
import { clausesBefore, type Frame } from './frame.ts';
import { purposeOf } from './purpose.ts';

const fund = cueLexicon('fund');
const notFunding = cueLexicon('notFunding');
const otherPurpose = cueLexicon('otherPurpose');
const UNIT_PRICE =
  /按(?:人|户|每)[^，。]{0,6}$|(?:平均)?(?:每|单)(?:台|个|户|人|路|点|名|村|套|件|支|价|辆|月|亩|处|座|根|把|间|盏|枚|只|架)[^，。]{0,6}$|人均[^，。]{0,12}$|一[个台套根][\u4e00-\u9fff]{2,8}(?:投入|造价|成本|花费|需要)(?:就)?(?:有|要|达|为)?$/u;

const INCREASE =
  /较(?:(?:19|20)\d{2}年|上年|去年|上一年|前年)[^，。]{0,6}(?:增加|增长|减少|下降)$|(?:比|较)(?:上年|去年)?预算[^，。]{0,12}(?:增加|增长|减少|下降)$|比(?:(?:19|20)\d{2}年|上年|去年|上一年|前年|原计划|同期|预算)[^，。]{0,8}(?:增加|增长|多出|多了|多|少了|减少|下降|少|节约)$|(?:收入|支出|预算|经费|总额|总计)(?:同比|净)?(?:增加|增长|减少|下降)了?$|净[增减]$/u;

/** Money said to be invested, allocated or spent on public security. */
export function funded(f: Frame, earlier: readonly Draft[]): Verdict {
  if (f.figure?.type !== 'money') return undefined;
  const { chars } = f.scene;
  const why = notMoneyFor(f);
  if (why) return reject(f, 'MONEY_NOT_FUNDING', `not funding: ${why}`);
  const request = estimateFor(f);
  if (request) return reject(f, 'MONEY_ESTIMATED', `asked for, proposed or estimated only: ${request}`);
  if (UNIT_PRICE.test(chars.slice(f.clause.start, f.trigger.start)))
    return reject(f, 'MONEY_UNIT_PRICE', 'a price for one, not a sum spent');
  if (/(?:年均|平均每年|每年平均)[^，。]{0,6}$/u.test(chars.slice(f.clause.start, f.trigger.start)))
    return reject(f, 'MONEY_CHANGE', 'an average of years, not a sum spent');
  if (toldBefore(f, earlier) || pointedAt(f, earlier))
    return reject(f, 'MONEY_RETOLD', 'a sum that was told before, spoken of again');
  if (isCeiling(f)) return reject(f, 'MONEY_RETOLD', 'the highest bid that a budget allows, told beside it');
  if (INCREASE.test(chars.slice(f.clause.start, f.trigger.start)))
    return reject(f, 'MONEY_CHANGE', 'a change against another year, not a sum spent');
  if (!isSpent(f)) return reject(f, 'MONEY_UNEXPLAINED', 'nothing says that this money was spent');
  const own = sameProject(f, earlier) ?? bracketed(f, earlier) ?? purposeOf(f);
  const purpose =
    own.span === null
      ? (totalPurpose(f, earlier) ??
        (own.asset === null ? (totalAgain(f, earlier) ?? asked(f, earlier)) : undefined) ??
        boughtBefore(f, own, earlier) ??
        own)
      : own;
  const about = aboutPurpose(f, purpose.span, purpose.asset);
  return complete(f, {
    kind: 'FUNDED',
    rule: 'funded/money',
    asset: purpose.asset,
    assetText: purpose.text,
    purpose: purpose.span,
    about,
  });
}

/** 预算金额1356.8万元，最高限价1340万元: one purchase, not two. */
const isCeiling = (f: Frame): boolean =>
  /(?:最高限价|控制价)：?$/u.test(f.scene.slice(f.head)) &&
  /预算/u.test(f.scene.chars.slice(f.sentence.start, f.trigger.start)) &&
  f.scene.inside(f.scene.mentions.money, { start: f.sentence.start, end: f.trigger.start }).length > 0;

/** 3000多万元的资金分三个年度投入: the sum of a sentence before, spoken of again. */
const toldBefore = (f: Frame, earlier: readonly Draft[]): boolean =>
  /^的(?:资金|投入|投资|经费)|^(?:之中|当中|里面?，|中，)/u.test(f.scene.slice(f.tail)) &&
  earlier.slice(-WITHIN).some((d) => d.kind === 'FUNDED' && d.frame.figure?.value === f.figure?.value);

/** 这3400万元已花去2900万元: a sum that was told before, pointed at. */
const pointedAt = (f: Frame, earlier: readonly Draft[]): boolean =>
  /[这该]$/u.test(f.scene.slice(f.head)) &&
  earlier.some((d) => d.kind === 'FUNDED' && d.frame.figure?.value === f.figure?.value);

/** Sums below this many yuan are prices, fines and what a household spends. */
const SMALL = 5000;

/** A word of spending stands in the clause, or near it in the sentence for a sum of some size. */
function isSpent(f: Frame): boolean {
  const { chars } = f.scene;
  if (/^[数几]/u.test(f.figure?.surface ?? '') || (f.figure?.value ?? 0) < SMALL) return false;
  return isBudget(f) &&
    (assetWords.first(chars, f.clause.start, f.trigger.start) !== undefined ||
      BUDGET_LINE.test(f.scene.slice(f.head)) ||
      isEntry(f))
    ? true
    : fund.has(chars, f.sentence.start, f.sentence.end) ||
        /(?:购置|采购|建设|改造|租赁|维修|安装)(?:费用?|款)$|购车(?:款|费)?$|^（[一二三四五六七八九十]+）“[^”]{2,12}”(?:[一二三四五]期)?$|(?:自己|自行|各|再|又|财政|政府|集体|企业|[县镇乡村]里)出$|用了?(?:[^，。]{0,10}(?:收入|资金|存款|钱|得来的|积累))?$/u.test(
          f.scene.slice(f.head),
        );
}

/** 智慧小区建设380万元, 设备购置265万元: lines of a budget that say what the sum is for. */
const BUDGET_LINE = /(?:项目|经费|工程|[一二三四五]期|建设|购置|采购|改造|维修|租赁|装修|升级)$/u;

/** （三）镇街综治中心规范化建设　市委政法委　380万元。: a numbered line of a budget. */
const isEntry = (f: Frame): boolean =>
  f.clause.start === f.sentence.start &&
  /^（[一二三四五六七八九十]+）/u.test(f.scene.slice(f.sentence)) &&
  /^[，。；]/u.test(f.scene.chars.slice(f.trigger.end, f.trigger.end + 1));

/** 该工程总投资460万元: of the works that the sentence before paid for. */
function sameProject(f: Frame, earlier: readonly Draft[]): Purpose | undefined {
  const last = earlier.at(-1);
  const goesOn =
    last?.kind === 'FUNDED' &&
    last.frame.sentence.paragraph === f.sentence.paragraph &&
    last.frame.sentence.end >= f.sentence.start - 2 &&
    /^(?:\d{4}年|去年|上年|今年)?(?:该|这项|此项|这个)(?:工程|项目)/u.test(f.scene.slice(f.sentence));
  return goesOn && last.asset !== null ? { asset: last.asset, text: last.assetText, span: null } : undefined;
}

/** 新设警务室1个（工程造价38.4万元）: what the thing counted before the bracket cost. */
function bracketed(f: Frame, earlier: readonly Draft[]): Purpose | undefined {
  const last = earlier.at(-1);
  const between = last ? f.scene.chars.slice(last.frame.trigger.end, f.trigger.start) : '';
  return last?.kind === 'DEPLOYED' && /^[^，。；（）]{0,10}（[^（）]{0,10}$/u.test(between)
    ? { asset: last.asset, text: last.assetText, span: null }
    : undefined;
}

/** Whether the article is a budget, whose lines are sums for things. */
function isBudget(f: Frame): boolean {
  const title = f.scene.text.paragraphs[0];
  return title?.role === 'title' && /预算|分配方案|资金分配/u.test(f.scene.slice(title));
}

/** 投资1560万元，其中市财政780万元: a part was for what its total was for. */
function totalPurpose(f: Frame, earlier: readonly Draft[]): Purpose | undefined {
  const last = earlier.at(-1);
  const part =
    last?.kind === 'FUNDED' &&
    last.frame.sentence.start === f.sentence.start &&
    (/其中|其余|余下|剩余|剩下|另外|、[^，。]{0,8}$|^[和及与]$|即$/u.test(
      f.scene.chars.slice(last.frame.trigger.end, f.trigger.start),
    ) ||
      isShareOf(f, last));
  return part && last.asset !== null ? { asset: last.asset, text: last.assetText, span: null } : undefined;
}

/** 业务用房312万元，中央补助200万元，本级配套112万元: who bears which part of the sum before. */
const isShareOf = (f: Frame, last: Draft): boolean =>
  f.scene.chars.slice(last.frame.trigger.end, f.clause.start) === '，' && SHARE.test(f.scene.slice(f.head));

const SHARE =
  /^(?:中央|省|市|县|区|镇|乡|村|上级|本级|级|财政|企业|社会|其中|[\u4e00-\u9fff]{2,8}(?:资金|集团|公司))*(?:补助|配套|补贴|自筹|拨款|拨付|出资|承担|负担|分担|分摊|占)$/u;

/** 钱从何来？县财政出1000万元: the parts of the sum before were for what it was for. */
function asked(f: Frame, earlier: readonly Draft[]): Purpose | undefined {
  const before = [f.sentence, ...f.scene.before(f.sentence)].map((s) => f.scene.slice(s)).join('');
  const last = /钱[^，。？]{0,8}？/u.test(before) ? earlier.findLast((d) => d.kind === 'FUNDED') : undefined;
  return last && last.asset !== null ? { asset: last.asset, text: last.assetText, span: null } : undefined;
}

/** Claims within which a sum is named again. */
const WITHIN = 60;

/** 4512万元怎么来的？市级财政2000万元: the parts of a sum that is named again were for what it was for. */
function totalAgain(f: Frame, earlier: readonly Draft[]): Purpose | undefined {
  const paragraph = f.scene.paragraph(f.sentence);
  const named = paragraph
    ? f.scene.inside(f.scene.mentions.money, { start: paragraph.start, end: f.trigger.start }).map((m) => m.value)
    : [];
  const total = earlier
    .slice(-WITHIN)
    .find(
      (d) =>
        d.kind === 'FUNDED' &&
        d.asset !== null &&
        d.frame.sentence.paragraph !== f.sentence.paragraph &&
        named.includes(d.frame.figure?.value ?? -1),
    );
  return total && { asset: total.asset, text: total.assetText, span: null };
}

/** 建起卡口7个。投资一共648万元: money that says nothing of its own paid for what was just counted. */
function boughtBefore(f: Frame, own: Purpose, earlier: readonly Draft[]): Purpose | undefined {
  if (
    own.asset !== null ||
    own.text !== null ||
    f.scene.inside(f.scene.mentions.programs.mentions, f.clause).length > 0
  )
    return undefined;
  const near = earlier.filter(
    (d) =>
      d.kind !== 'OUTCOME' &&
      d.asset !== null &&
      f.sentence.start - d.frame.sentence.end < 2 &&
      d.frame.sentence.paragraph === f.sentence.paragraph,
  );
  const last = near.at(-1);
  const said = f.scene.chars.slice(last?.frame.trigger.end ?? f.clause.start, f.clause.end);
  const thing = /工资|报酬|补贴|补助|薪|人员/u.test(said) ? undefined : near.findLast((d) => d.kind === 'DEPLOYED');
  const bought = last?.kind === 'STAFFED' ? (thing ?? last) : last;
  return bought && { asset: bought.asset, text: bought.assetText, span: null };
}

/** 投入1170万元为百姓购买治安综合险. */
const INSURANCE = /^[^，。]{0,18}(?:综合险|财产险|治安险|保险)(?=后|，|。|的|$)/u;

/** 买意外险花掉38万元, 节约财政资金126万元: words that no verb of spending behind them undoes. */
const LED = /(意外险|保险|综合险|节约|节省)[^，。]{0,8}$/u;

/** 财政全年安排网格员报酬及保险: what the people posted are paid. */
const WAGES = /(?:财政|预算|县里|市里|政府|安排|列支)[^。]{0,16}(?:报酬|工资|薪酬|津贴)/u;

/** 旅游公路也修通了，花了2.3亿元: the clause before says what else the money was for. */
function otherSubject(f: Frame): string | undefined {
  const [last] = clausesBefore(f);
  const words = last ? f.scene.slice(last) : '';
  const deeds = /(?:民生|为民办|办)(?:的)?实事(?:项目|工程)?\d+[项件]，$/u.exec(words);
  if (deeds) return deeds[0];
  if (!last || f.head.end - f.clause.start > SHORT_HEAD || /监控|安防|技防|治安|平安|综治|警|探头|摄像/u.test(words))
    return undefined;
  const other = otherPurpose.find(f.scene.chars, last.start, last.end).at(-1);
  const security = f.scene.inside(f.scene.mentions.programs.mentions, f.sentence).length > 0;
  return other && !security && /(?:修通|建成|修好|完工|通车|竣工|改造|修建)/u.test(words) ? other.word : undefined;
}

/** Characters before a sum that say nothing of what it was for (花了, 总投资). */
const SHORT_HEAD = 4;

/** The word that makes a sum something else: loss, case value, income, donation, or another public purpose. */
function notMoneyFor(f: Frame): string | undefined {
  const { chars } = f.scene;
  const wages = WAGES.test(chars.slice(f.clause.start, f.trigger.start)) || isBudget(f);
  const tender = /招标|中标|采购|合同/u.test(f.scene.slice(f.sentence));
  const before = notFunding
    .find(chars, labelled(f), f.trigger.start)
    .filter((t) => !(wages && t.word === '薪酬') && !isOrigin(chars, t) && !boughtCars(f, t))
    .filter((t) => !(tender && t.word.startsWith('标的')) && !/^[中里]/u.test(chars.slice(t.end, t.end + 1)))
    .at(-1);
  if (isPrize(f)) return '奖励';
  const spent = fund
    .find(chars, f.clause.start, f.trigger.start)
    .filter((t) => !(before && isOwnNoun(chars, before, t)))
    .at(-1);
  if (/^以上的?[^，。]{0,4}业绩/u.test(chars.slice(f.trigger.end, f.trigger.end + 10))) return '业绩';
  if (/^(?:用于|用来|来|去)?慰问/u.test(f.scene.slice(f.tail))) return '慰问';
  if (INSURANCE.test(chars.slice(f.trigger.end, f.clause.end))) return '保险';
  if (/^”?(?:的说法)?(?:并)?(?:不(?:准确|属实|实|符)|与事实不符)/u.test(chars.slice(f.trigger.end, f.trigger.end + 8)))
    return '不准确';
  const led = LED.exec(chars.slice(f.clause.start, f.trigger.start));
  if (led && !wages) return led[1];
  if (before && (!spent || spent.start < before.start || spent.end <= before.end)) return before.word;
  const after = notFunding.first(chars, f.trigger.end, Math.min(f.clause.end, f.trigger.end + 8));
  if (after && !spent) return after.word;
  const bodies = f.scene.inside(f.scene.mentions.agencies.mentions, f.clause);
  const other = otherPurpose.find(chars, f.clause.start, f.clause.end).find(
    (t) =>
      // 县旅游局拨给它8万元: a word of the payer's name.
      !bodies.some((b) => b.start <= t.start && t.end <= b.end) &&
      !/监控|视频|治安|安防|雪亮|天网/u.test(chars.slice(t.start - 4, t.start)) &&
      // 从产业发展资金中列支: where the money was, not what it was for.
      !(
        /从[^，。]{0,12}$/u.test(chars.slice(f.clause.start, t.start)) &&
        /^[^，。]{0,8}(?:资金|经费|基金|收入|分红|款)[中里内]/u.test(chars.slice(t.end, f.clause.end))
      ),
  );
  const subject = otherSubject(f);
  if (subject) return subject;
  const security = f.scene.inside(f.scene.mentions.programs.mentions, f.clause).length > 0;
  return other && !security && !/监控|安防|治安|平安|综治|警/u.test(chars.slice(f.clause.start, f.clause.end))
    ? other.word
    : undefined;
}

/** 公务用车购置费96万元，购置警车6辆: official cars that the next clause counts. */
const boughtCars = (f: Frame, t: Term): boolean =>
  t.word === '公务用车' &&
  /^购置费?$/u.test(f.scene.chars.slice(t.end, f.trigger.start)) &&
  /^购[置买][^，。]{0,10}车[\d一二三四五六七八九十两]+辆/u.test(f.scene.chars.slice(f.clause.end, f.clause.end + 20));

/** 从门票分红中划出, 动用村集体收入: where the money came from. */
const isOrigin = (chars: string, t: Span): boolean =>
  (/(?:从|由)[^，。]{0,12}$/u.test(chars.slice(Math.max(0, t.start - 14), t.start)) &&
    /^[^，。]{0,8}[中里内]/u.test(chars.slice(t.end, t.end + 10))) ||
  /(?:动用|用|拿)[^，。]{0,6}$/u.test(chars.slice(Math.max(0, t.start - 8), t.start));

/** 市公安局为此奖励20万元: a prize, not what something cost. */
const isPrize = (f: Frame): boolean =>
  /(?:考核|评比|前[三五十]名|先进|优秀)[^，。]{0,14}奖励[^，。]{0,2}$/u.test(
    f.scene.chars.slice(f.clause.start, f.trigger.start),
  ) ||
  (/^、$/u.test(f.scene.slice(f.head)) &&
    /(?:考核|评比|前[三五十]名|先进|优秀)[^，。]{0,14}奖励/u.test(f.scene.slice(f.clause))) ||
  /(?:为此|感谢[^，。]{0,12}，|表彰[^，。]{0,6})(?:给予)?(?:奖励|奖)$/u.test(
    f.scene.chars.slice(f.sentence.start, f.trigger.start),
  );

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
