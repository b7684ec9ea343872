import type { NumberRead } from './number.ts';
import { MEASURE_WORDS } from './quantity-unit.ts';

const LABEL_UNITS = new Set(MEASURE_WORDS.labelUnits);
const SPOKEN_LABEL_UNITS = new Set(MEASURE_WORDS.spokenLabelUnits);
const HOTLINES = new Set(MEASURE_WORDS.hotlines);
/** A quotation of at most this many characters without a stop is a name or a slogan. */
const NAME_LENGTH = 14;

/** Whether a number is an ordinal, a name or a slogan rather than a count: 第四期, 三大中心, 1+2+N, “四个到位”, 110. */
export function isLabel(chars: string, number: NumberRead, unit: string): boolean {
  if (unit === '%' || unit === '‰') return false;
  if (chars.charAt(number.start - 1) === '第' || LABEL_UNITS.has(unit)) return true;
  if (unit === 'G' && number.value < 10) return true;
  if (unit === '路' && MEASURE_WORDS.lines.some((word) => chars.startsWith(word, number.end + 1))) return true;
  if (number.chinese && isSpokenLabel(number, unit) && !isGate(chars, number, unit)) return true;
  return isGlued(chars, number, unit) || isInName(chars, number) || (unit === '' && isBareLabel(chars, number));
}

/** 三项, 三路 and 六张 in characters up to ten head a slogan or a road name. */
function isSpokenLabel(number: NumberRead, unit: string): boolean {
  return SPOKEN_LABEL_UNITS.has(unit) && number.value <= 10 && number.approx === 'exact';
}

/** 六道治安卡口: gates are counted in characters, too. */
const isGate = (chars: string, number: NumberRead, unit: string): boolean =>
  unit === '道' &&
  /^(?:治安|电子|智能|高清)?(?:卡口|卡点|哨卡|关卡|门|闸)/u.test(chars.slice(number.end + 1, number.end + 8));

/** Digits that a letter or a plus sign touches: 1+2+N, GB28181, H7. */
function isGlued(chars: string, number: NumberRead, unit: string): boolean {
  return (
    /[A-Za-z+_/]/.test(chars.charAt(number.start - 1)) ||
    (unit === '' ? /[A-Za-z+_]/ : /[+_]/).test(chars.charAt(number.end))
  );
}

/** Whether the number stands in a short quotation: “平安50”, “四个到位”, “4.11”. */
function isInName(chars: string, number: NumberRead): boolean {
  const from = Math.max(0, number.start - NAME_LENGTH);
  for (let i = number.start - 1; i >= from; i--) {
    const c = chars.charAt(i);
    if (isStop(c) || c === '”' || c === '’') return false;
    if (c === '“' || c === '‘') return closes(chars, number.end, i + NAME_LENGTH);
  }
  return false;
}

function closes(chars: string, from: number, to: number): boolean {
  for (let i = from; i <= to && i < chars.length; i++) {
    const c = chars.charAt(i);
    if (c === '”' || c === '’') return true;
    if (isStop(c)) return false;
  }
  return false;
}

function isStop(c: string): boolean {
  return c === '，' || c === '。' || c === '；' || c === '！' || c === '？' || c === '\n';
}

/** Digits without a unit: hotlines, roads, model names (平安50工程), list marks. */
function isBareLabel(chars: string, number: NumberRead): boolean {
  if (number.chinese) return false;
  if (isYear(chars, number)) return true;
  const after = (words: readonly string[]): boolean => words.some((word) => chars.startsWith(word, number.end));
  return (
    HOTLINES.has(number.value) || after(MEASURE_WORDS.roads) || after(MEASURE_WORDS.heads) || isListMark(chars, number)
  );
}

/** Four digits without a unit that can be a year: 年终特稿2017. */
function isYear(chars: string, number: NumberRead): boolean {
  const { start, end } = number.digits;
  return (
    end - start === 4 && number.value >= 1949 && number.value <= 2049 && !/[\u4e00-\u9fff]/.test(chars.charAt(end))
  );
}

function isListMark(chars: string, number: NumberRead): boolean {
  const before = chars.charAt(number.start - 1);
  const next = chars.charAt(number.end);
  const begins = before === '' || '\n。；：（'.includes(before);
  return begins && number.value < 100 && next !== '' && '、.．)）'.includes(next);
}
