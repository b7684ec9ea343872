import type { Span } from '../article/article.ts';
import { cueLexicon } from '../gazetteer/lexicon.ts';
import type { Frame } from './frame.ts';

const fund = cueLexicon('fund');
const estimate = cueLexicon('estimate');
const never = cueLexicon('never');

/** 所需经费15万元由县综治委拨付: what was needed and paid. */
const PAID =
  /^[^，。]{0,8}已经?(?:拨付|下拨|到位|列[入进])|^(?:由[^，。]{2,20}(?:拨付|承担|解决|列支|支付|负担|出资)|从[^，。]{2,14}(?:开支|列支|支出|解决|支付)|已?列入[^，。]{2,8}预算)/u;

/** 争取上级资金500万元: money that was asked for. */
const SOUGHT =
  /(?:(?:继续|积极)向[^，。]{1,6}争取[^，。]{0,10}|(?:将|拟|计划)争取(?:资金|经费|专款)?|向[^，。]{1,6}争取(?:资金|补助|支持)?|争取(?:上级|省|市|中央|国家)[^，。]{0,6})$/u;

/** 投入1.6亿元，其中争取上级资金1.1亿元; 争取中央资金560万元，新建法庭两个: what was asked for came, and was spent. */
export function isObtained(f: Frame): boolean {
  const before = f.wordsBefore;
  if (/向[^，。]{1,6}争取|拟|计划|力争|将|积极争取|继续争取/u.test(before)) return false;
  if (/(?:投入|投资|完成|支出|花费|筹集|到位)[^。；]{0,16}元，其中争取/u.test(before)) return true;
  return f.clausesAfter.some((c) => BUILT.test(f.scene.slice(c)));
}

const BUILT =
  /^(?:县|市|区|镇|乡)?[^，。]{0,4}(?:新建|建成|建起|购置|改造|安装|配备|完成|新增|装备|购回|购进|购买|买回|新装|加装|添置|添了|买了)(?!方案|计划|设想)[^，。]{2,}/u;

/** The clauses after the sum's own, up to a semicolon. */
function goingOn(f: Frame): Span[] {
  const after = [f.clause, ...f.clausesAfter];
  const cut = after.findIndex((c) => f.scene.chars[c.end - 1] === '；');
  return after.slice(1, cut < 0 ? undefined : cut + 1);
}

/** The word that makes a sum a request or an estimate, or says that nothing came of it. */
export function estimateFor(f: Frame): string | undefined {
  const { chars } = f.scene;
  if (/^的?[\u4e00-\u9fff]{0,10}申请/u.test(f.tailWords)) return '申请';
  const wish = /^关于[^，。；]{2,34}的(?:意见|建议|问题|提案|诉求)/u.exec(f.clauseWords);
  if (wish && wish[0].length > f.trigger.end - f.clause.start) return '建议';
  if (/^您(?:建议|希望)/u.test(f.sentenceWords) && !/已|现/u.test(f.clauseWords)) return '建议';
  const asked = /能不能|能否|要不要|可否/u.exec(f.leadWords);
  if (asked) return asked[0];
  if (
    /^(?:资金)?(?:至今|目前)?(?:(?:(?:尚|仍|还)?未|没有|没)(?:使用|拨付|到位|列支|落实)|(?:尚|仍|还)在筹)/u.test(
      f.tailWords,
    )
  )
    return '未使用';
  const hearsay = /听说|听人讲|据说|网传|传言/u.exec(f.wordsBefore);
  if (hearsay) return hearsay[0];
  const own = estimate
    .find(chars, f.clause.start, f.trigger.start)
    .filter((t) => !(t.word === '申报' && /^[\u4e00-\u9fff]{0,4}示范/u.test(chars.slice(t.end, t.end + 6))))
    .at(-1);
  const [next] = f.clausesAfter;
  const paid =
    PAID.test(chars.slice(f.trigger.end, f.clause.end)) ||
    (next !== undefined && /已(?:经)?(?:列[进入]|拨付|下拨|到位|安排)/u.test(f.scene.slice(next)));
  if (own && !paid) return own.word;
  const pending = next && /^(?:尚|还|仍)?(?:待|需)[^，。]{0,8}(?:批复|批准|审批|审定)/u.exec(f.scene.slice(next));
  if (pending) return pending[0];
  if (SOUGHT.test(f.leadWords) && !isObtained(f)) return '争取';
  for (const clause of f.clausesBefore.slice(0, 2)) {
    const said = estimate
      .find(chars, clause.start, clause.end)
      .find((t) => /估算|测算|申请|建议|提议|若|如果|假如|报价|议案|提案/u.test(t.word));
    if (said && !fund.has(chars, f.clause.start, f.trigger.start)) return said.word;
  }
  const dropped = goingOn(f)
    .map((c) => never.first(chars, c.start, c.end))
    .find((t) => t !== undefined);
  return dropped?.word;
}
