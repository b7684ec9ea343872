const DECIMALS = /点([零〇一二三四五六七八九]{1,4})/y;
/** What only an amount or a measure is said in: 下午三点五分 and 两点一线 are no decimals, 一点二亿 and 三点五公里 are. */
const MEASURED =
  /^(?:[余多]?[万亿元]|[倍亩吨米]|公里|公斤|公顷|千米|平方|立方|个百分点|[至到—–~～-]{1,2}[一二三四五六七八九十百零]{1,6}点[零一二三四五六七八九])/u;
/** 下午三点, 差一点: the number is no amount. */
const NOT_AFTER = '午晚上晨早夜间日天差';

/**
 * The decimals in characters that follow at `at` in the number that begins at `start` (九十八点五, 一点二亿), as digits;
 * '' when 点 means an hour or a point there.
 */
export function decimalsAt(chars: string, start: number, at: number): string {
  DECIMALS.lastIndex = at;
  const written = DECIMALS.exec(chars)?.[1];
  if (written === undefined) return '';
  const end = at + 1 + written.length;
  const isShare = chars.startsWith('分之', start - 2);
  const isMeasure = MEASURED.test(chars.slice(end, end + 10)) && !NOT_AFTER.includes(chars.charAt(start - 1) || ' ');
  if (!isShare && !isMeasure) return '';
  return [...written].map((c) => (c === '零' ? 0 : '〇一二三四五六七八九'.indexOf(c))).join('');
}
