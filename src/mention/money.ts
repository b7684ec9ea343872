import type { MoneyMention } from './mention.ts';
import { findNumbers, joinRanges, type NumberRead } from './number.ts';
import { withTail } from './number-approximator.ts';

const BEFORE_SIGNS = ['人民币', 'RMB', 'CNY', '￥', '¥'];
const FUNDS =
  /(?:投资|资金|经费|拨款|耗资|斥资|出资|筹资|预算|概算|中标价|成交价|合同价|总价|造价)(?:总?额|共计?|合计|总计|累计|达到?|为|了){0,2}$/;
/** 拨款200万专门购买, 计划再投入100万，: what only money is said to do. */
const SPENDS =
  /(?:拨款|投资|出资|斥资|耗资|花费|筹资|再投入|共投入|累计投入|(?:花|投|拨|掏|砸|凑|筹)(?:了|掉|去|出)|拿出)(?:近|约|超|逾|了|将近|大约)?$/;
/** 花了180万，, 拿了7万6买了: talk of money leaves out 元 wherever a measure word could not stand. */
const TALKS =
  /(?:花|投|拨|掏|砸|凑|筹|拿|批|给|挤|安排|投入|拨付|列支|支出)(?:了|掉|去|出|进|进去)(?:近|约|超|逾|将近|大约|整整|大概|差不多)?$|(?:再|又|共|先)(?:投|花|拨|掏|砸|凑)$|(?:政府|财政|集体|[县镇乡村市区]里|[县镇乡村市区]上)(?:出|掏|拿|补|给)了?$/;
/** 经费是乡里拿大头，共26万。: a sum of the money that the clause before speaks of. */
const ITS_SUM = /(?:经费|资金|钱|费用|开销)[^。；\n]{0,14}，(?:一共|总共|合计|共|又是|约|大约)$/;
/** 剩下40万是县公安局出的: who paid the rest. */
const REST = /(?:剩下|余下|其余|另外)的?$/;
const PAID_BY = /^[是由][^，。；\n]{2,18}(?:出|拿|掏|承担|负担|解决)/;
const BUYS = /^(?:专门|专项)?(?:用于|用来|购买|购置|采购|建设|建成|安装|打造|买|装|修|建|换|添|盖|配)/;
/** 元 begins another word here (元旦, 多元化, 元件). */
const NOT_AFTER_YUAN = '里化旦宵月素老件结首帅';

/**
 * Sums in yuan, in order; bounds as in number.ts. A number in 万 or 亿 without 元 counts when it shares the 元 of a
 * list (200万、300万元), follows 人民币 or ends a clause about funds (投入资金约3000万，); sums in other currencies are left out.
 */
export function findMoney(chars: string, numbers: readonly NumberRead[] = findNumbers(chars)): MoneyMention[] {
  const found: MoneyMention[] = [];
  let next: NumberRead | null = null;
  let nextIsMoney = false;
  for (let i = numbers.length - 1; i >= 0; i--) {
    const number = numbers[i];
    if (number === undefined || number.unit !== '') continue;
    const shared: boolean = nextIsMoney && next !== null && sharesUnit(chars, number, next);
    const mention: MoneyMention | null = shared ? moneyOf(chars, number, number.end) : stated(chars, number);
    nextIsMoney = mention !== null;
    next = number;
    if (mention !== null) found.push(mention);
  }
  return joinRanges(chars, found.reverse(), () => true);
}

function stated(chars: string, number: NumberRead): MoneyMention | null {
  if (number.spelled) return null;
  const unit = unitAt(chars, number.end);
  if (unit > 0) return moneyOf(chars, number, number.end + unit);
  const signed = BEFORE_SIGNS.some((sign) => chars.startsWith(sign, number.start - sign.length));
  return signed || isFunds(chars, number) ? moneyOf(chars, number, number.end) : null;
}

/** 投资1.2亿。 and 投入资金约3000万， leave out 元; 投入警力2万 does not speak of money. */
function isFunds(chars: string, number: NumberRead): boolean {
  const before = chars.slice(Math.max(0, number.start - 8), number.start);
  if (number.scale === 1) return false;
  if (REST.test(before) && PAID_BY.test(chars.slice(number.end, number.end + 24))) return true;
  const spends =
    ITS_SUM.test(chars.slice(Math.max(0, number.start - 30), number.start)) ||
    /(?:^|[，：。；])投$/.test(before) ||
    SPENDS.test(before) ||
    TALKS.test(before);
  if (BUYS.test(chars.slice(number.end, number.end + 6))) return spends || /[花投拨]$/.test(before);
  return '，。；、）！\n'.includes(chars.charAt(number.end)) && (FUNDS.test(before) || spends);
}

/** The length of the 元 at `at`, or 0. */
function unitAt(chars: string, at: number): number {
  const from = chars.charAt(at) === '余' || chars.charAt(at) === '多' ? at + 1 : at;
  if (chars.startsWith('块钱', from)) return from - at + 2;
  if (/[万千百]/.test(chars.charAt(at - 1)) && /^块[，。、；]/.test(chars.slice(from, from + 2))) return from - at + 1;
  if (chars.startsWith('人民币', from)) return from - at + 3;
  if (chars.charAt(from) !== '元' || NOT_AFTER_YUAN.includes(chars.charAt(from + 1) || ' ')) return 0;
  return from - at + (chars.startsWith('元人民币', from) ? 4 : 1);
}

/** 、 between two numbers, the first in 万 or 亿 like the second. */
function sharesUnit(chars: string, number: NumberRead, next: NumberRead): boolean {
  const between = chars.slice(number.end, next.start);
  return number.scale > 1 && (between === '、' || between === '和' || between === '及');
}

function moneyOf(chars: string, number: NumberRead, end: number): MoneyMention {
  const { start, end: last, value, min, max, approx } = withTail(chars, number, end);
  return { type: 'money', start, end: last, surface: chars.slice(start, last), value, min, max, approx };
}
