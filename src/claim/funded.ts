import { cueLexicon } from '../gazetteer/lexicon.ts';
import { aboutPurpose } from './about.ts';
import { assetWords } from './asset.ts';
import { complete, type Draft, reject, type Verdict } from './draft.ts';
import { estimateFor } from './estimate.ts';
import type { Frame } from './frame.ts';
import { notMoneyFor } from './not-funding.ts';
import { isBudget } from './notice.ts';
import { sumPurpose } from './sum-purpose.ts';

const fund = cueLexicon('fund');
const UNIT_PRICE =
  /按(?:人|户|每)[^，。]{0,6}$|(?:平均)?(?:每|单)(?:室|站|所|台|个|户|人|路|点|名|村|套|件|支|价|辆|月|亩|处|座|根|把|间|盏|枚|只|架|部|组|块|面|门|匹|校|艘|顶|对|队|社区|小区|镇|乡|街道|乡镇)[^，。]{0,6}$|人均[^，。]{0,12}$|一[个台套根][\u4e00-\u9fff]{2,8}(?:投入|造价|成本|花费|需要)(?:就)?(?:有|要|达|为)?$/u;

const INCREASE =
  /较(?:(?:19|20)\d{2}年|上年|去年|上一年|前年)[^，。]{0,6}(?:增加|增长|减少|下降)$|(?:比|较)(?:上年|去年)?预算[^，。]{0,12}(?:增加|增长|减少|下降)$|比(?:控制价|限价|最高限价|预算价|概算|招标价|(?:19|20)\d{2}年|上年|去年|上一年|前年|原计划|同期|预算)[^，。]{0,8}(?:增加|增长|多出|多了|多|少了|减少|下降|少|节约|节省|省了|省|低)$|(?:收入|支出|预算|经费|总额|总计)(?:同比|净)?(?:增加|增长|减少|下降)了?$|净[增减]$/u;

/** Money said to be invested, allocated or spent on public security. */
export function funded(f: Frame, earlier: readonly Draft[]): Verdict {
  if (f.figure?.type !== 'money') return undefined;
  const before = f.leadWords;
  const why = notMoneyFor(f);
  if (why) return reject(f, 'MONEY_NOT_FUNDING', `not funding: ${why}`);
  const request = estimateFor(f);
  if (request) return reject(f, 'MONEY_ESTIMATED', `asked for, proposed or estimated only: ${request}`);
  if (UNIT_PRICE.test(before)) return reject(f, 'MONEY_UNIT_PRICE', 'a price for one, not a sum spent');
  if (/(?:年均|平均每年|每年平均)[^，。]{0,6}$/u.test(before))
    return reject(f, 'MONEY_CHANGE', 'an average of years, not a sum spent');
  if (toldBefore(f, earlier) || pointedAt(f, earlier))
    return reject(f, 'MONEY_RETOLD', 'a sum that was told before, spoken of again');
  if (isCeiling(f)) return reject(f, 'MONEY_RETOLD', 'the highest bid that a budget allows, told beside it');
  if (INCREASE.test(before)) return reject(f, 'MONEY_CHANGE', 'a change against another year, not a sum spent');
  if (!isSpent(f) && !isSumOf(f, earlier))
    return reject(f, 'MONEY_UNEXPLAINED', 'nothing says that this money was spent');
  const purpose = sumPurpose(f, earlier);
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
  /(?:最高限价|控制价)：?$/u.test(f.headWords) &&
  /预算/u.test(f.wordsBefore) &&
  f.scene.holds(f.scene.mentions.money, { start: f.sentence.start, end: f.trigger.start });

/** 3000多万元的资金分三个年度投入: the sum of a sentence before, spoken of again. */
const toldBefore = (f: Frame, earlier: readonly Draft[]): boolean =>
  /^的(?:资金|投入|投资|经费)|^(?:之中|当中|里面?，|中，)/u.test(f.tailWords) &&
  earlier.slice(-WITHIN).some((d) => d.kind === 'FUNDED' && d.frame.figure?.value === f.figure?.value);

/** 这3400万元已花去2900万元: a sum that was told before, pointed at. */
const pointedAt = (f: Frame, earlier: readonly Draft[]): boolean =>
  /[这该]$/u.test(f.headWords) && earlier.some((d) => d.kind === 'FUNDED' && d.frame.figure?.value === f.figure?.value);

/** Claims within which a sum is spoken of again. */
const WITHIN = 60;

/** Sums below this many yuan are prices, fines and what a household spends. */
const SMALL = 5000;

/** A word of spending stands in the clause, or near it in the sentence for a sum of some size. */
function isSpent(f: Frame): boolean {
  const { chars } = f.scene;
  if (/^[数几]/u.test(f.figure?.surface ?? '') || (f.figure?.value ?? 0) < SMALL) return false;
  return (
    fund.has(chars, f.sentence.start, f.sentence.end) ||
    SPENDING.test(f.headWords) ||
    (isBudget(f) &&
      (assetWords.has(chars, f.clause.start, f.trigger.start) || BUDGET_LINE.test(f.headWords) || isEntry(f)))
  );
}

const SPENDING =
  /(?:购置|采购|建设|改造|租赁|维修|安装)(?:费用?|款)$|购车(?:款|费)?$|^（[一二三四五六七八九十]+）“[^”]{2,12}”(?:[一二三四五]期)?$|(?:自己|自行|各|再|又|财政|政府|集体|企业|[县镇乡村]里)出$|用了?(?:[^，。]{0,10}(?:收入|资金|存款|钱|得来的|积累))?$/u;

/** 为各派出所更新巡逻车9辆，｜共计247.5万元: what the things just counted cost. */
function isSumOf(f: Frame, earlier: readonly Draft[]): boolean {
  const last = earlier.at(-1);
  return (
    last?.kind === 'DEPLOYED' &&
    last.frame.sentence.start === f.sentence.start &&
    last.frame.clauseIndex === f.clauseIndex - 1 &&
    (f.figure?.value ?? 0) >= SMALL &&
    /^(?:共计|合计|总计|总价|总价款|合同价)$/u.test(f.headWords)
  );
}

/** 智慧小区建设380万元, 设备购置265万元: lines of a budget that say what the sum is for. */
const BUDGET_LINE = /(?:项目|经费|工程|[一二三四五]期|建设|购置|采购|改造|维修|租赁|装修|升级)$/u;

/** （三）镇街综治中心规范化建设　市委政法委　380万元。: a numbered line of a budget. */
const isEntry = (f: Frame): boolean =>
  f.clause.start === f.sentence.start &&
  /^（[一二三四五六七八九十]+）/u.test(f.sentenceWords) &&
  /^[，。；]/u.test(f.scene.chars.slice(f.trigger.end, f.trigger.end + 1));
