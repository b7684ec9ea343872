import type { Span } from '../article/article.ts';
import type { QuantityMention } from './mention.ts';
import { findNumbers, joinRanges, type NumberRead } from './number.ts';
import { bounds, round, withTail } from './number-approximator.ts';
import { isLabel } from './quantity-label.ts';
import { isDuration, isForeignMoney, isNothingCounted, unitAt } from './quantity-unit.ts';

/**
 * Counted numbers, in order, outside the spans `taken` (money and dates, sorted). 90% and 九成 have the unit `%` and
 * the value 90; an administrative unit belongs to the measure word (300余个村: `个村`). Ordinals, slogans and names are
 * marked `label`; a small number in characters without a measure word (一体, 四川) is no mention.
 */
export function findQuantities(
  chars: string,
  taken: readonly Span[],
  numbers: readonly NumberRead[] = findNumbers(chars),
): QuantityMention[] {
  const found: QuantityMention[] = [];
  let t = 0;
  for (const number of numbers) {
    while ((taken[t]?.end ?? Number.POSITIVE_INFINITY) <= number.start) t++;
    if ((taken[t]?.start ?? Number.POSITIVE_INFINITY) < number.end || number.start < (found.at(-1)?.end ?? 0)) continue;
    const mention = quantityOf(chars, number);
    if (mention !== null) found.push(mention);
  }
  return joinRanges(
    chars,
    sharingUnits(chars, found),
    (low, high) => low.unit === high.unit && !low.label && !high.label,
  );
}

/** 分别布点130、96、70台: the measure word at the end of a list is that of all its numbers. */
function sharingUnits(chars: string, found: readonly QuantityMention[]): QuantityMention[] {
  const shared: QuantityMention[] = [];
  for (const mention of [...found].reverse()) {
    const next = shared.at(-1);
    const joined =
      mention.unit === '' && next && next.unit !== '' && /^[、和]$/u.test(chars.slice(mention.end, next.start));
    const apart =
      joined && /(?:分别|各)[^，。；]{0,24}$/u.test(chars.slice(Math.max(0, mention.start - 40), mention.start));
    shared.push(apart ? { ...mention, unit: next.unit, label: next.label } : mention);
  }
  return shared.reverse();
}

function quantityOf(chars: string, number: NumberRead): QuantityMention | null {
  if (isForeignMoney(chars, number.end) || isNothingCounted(chars, number)) return null;
  if (number.unit !== '') return mentionOf(chars, number, number.unit, number.end);
  const unit = unitAt(chars, number);
  if (unit === '成') return tenths(chars, number);
  if (unit === '' && isWord(chars, number)) return null;
  if ((unit === '年' && number.value >= 100) || (unit === '分' && isClock(chars, number))) return null;
  return mentionOf(chars, number, unit, number.end + unit.length);
}

function mentionOf(chars: string, number: NumberRead, unit: string, unitEnd: number): QuantityMention {
  const within = isDuration(unit) && chars.charAt(unitEnd) === '内' && number.approx === 'exact';
  const read = within
    ? { ...number, ...bounds(number.value, 'up_to'), end: unitEnd + 1 }
    : withTail(chars, number, unitEnd);
  const { start, end, value, min, max, approx } = read;
  const label = isLabel(chars, number, unit);
  return { type: 'quantity', start, end, surface: chars.slice(start, end), value, min, max, approx, unit, label };
}

/** 九成 is 90 %, 四成二 42 %, 九成五 95 %, 九成多 [90, 100). */
function tenths(chars: string, number: NumberRead): QuantityMention | null {
  if (number.digits.end - number.digits.start > 3 || number.value > 10) return null;
  const half = Math.max(0, '零一二三四五六七八九'.indexOf(chars.charAt(number.end + 1) || '零')) / 10;
  const more = chars.charAt(number.end + 1) === '多' && number.approx === 'exact';
  const scaled = (value: number | null): number | null => (value === null ? null : round((value + half) * 10));
  const value = (number.value + half) * 10;
  const read: NumberRead = { ...number, value, min: scaled(number.min) ?? value, max: scaled(number.max) };
  const over: NumberRead = { ...read, max: value + 10, approx: 'over' };
  return mentionOf(chars, more ? over : read, '%', number.end + 1 + (half > 0 || more ? 1 : 0));
}

/** A small number in characters with no measure word behind it is part of a word or a list mark. */
function isWord(chars: string, number: NumberRead): boolean {
  if (number.value === 0) return !isZero(chars, number);
  if (number.chinese) return number.spelled || number.value < (number.approx === 'exact' ? 100 : 10);
  return (
    chars.charAt(number.end) === '时' ||
    chars.charAt(number.end) === '月' ||
    number.digits.end - number.digits.start > 10
  );
}

/** 发案率是零, 降为零. */
function isZero(chars: string, number: NumberRead): boolean {
  const { start, end } = number.digits;
  return (
    !number.chinese ||
    ('是为到至'.includes(chars.charAt(start - 1) || ' ') && '，。；、！'.includes(chars.charAt(end) || '。'))
  );
}

/** 30分 after 9时 is a time. */
function isClock(chars: string, number: NumberRead): boolean {
  const before = chars.charAt(number.start - 1);
  return before === '时' || before === '点';
}
