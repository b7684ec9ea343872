import { loadJson } from '../gazetteer/data.ts';
import type { NumberRead } from './number.ts';

interface MeasureWords {
  readonly units: readonly string[];
  readonly durations: readonly string[];
  readonly labelUnits: readonly string[];
  readonly spokenLabelUnits: readonly string[];
  readonly notCounted: readonly string[];
  readonly notAfter: readonly string[];
  readonly notUnits: readonly string[];
  readonly notSpokenUnits: readonly string[];
  /** Words whose first character is the measure word though a word of notUnits begins them (3支队伍). */
  readonly stillUnits: readonly string[];
  readonly hotlines: readonly number[];
  readonly roads: readonly string[];
  /** What makes 路 a bus line (59路公交车). */
  readonly lines: readonly string[];
  readonly heads: readonly string[];
  readonly foreign: readonly string[];
}

/** Measure words, and what looks like one and is not. */
export const MEASURE_WORDS = loadJson<MeasureWords>('measure-words.json');

const DURATIONS = new Set(MEASURE_WORDS.durations);
const NOT_COUNTED = new Set(MEASURE_WORDS.notCounted);
const NOT_AFTER = new Set(MEASURE_WORDS.notAfter);
const UNITS = byFirst(MEASURE_WORDS.units);
const NOT_UNITS = byFirst(MEASURE_WORDS.notUnits);
const STILL_UNITS = byFirst(MEASURE_WORDS.stillUnits);
const NOT_SPOKEN = byFirst(MEASURE_WORDS.notSpokenUnits);
const FOREIGN = byFirst(MEASURE_WORDS.foreign);

/** Words by their first character, longest first. */
function byFirst(words: readonly string[]): Map<string, readonly string[]> {
  const index = new Map<string, string[]>();
  for (const word of [...words].sort((a, b) => b.length - a.length)) {
    const list = index.get(word.charAt(0));
    if (list === undefined) index.set(word.charAt(0), [word]);
    else list.push(word);
  }
  return index;
}

function matchAt(index: Map<string, readonly string[]>, chars: string, at: number): string {
  return index.get(chars.charAt(at))?.find((word) => chars.startsWith(word, at)) ?? '';
}

/** The measure word behind a number, '' when none follows. */
export function unitAt(chars: string, number: NumberRead): string {
  const at = number.end;
  if (matchAt(STILL_UNITS, chars, at) !== '') return chars.charAt(at);
  if (matchAt(NOT_UNITS, chars, at) !== '') return '';
  if (number.chinese && matchAt(NOT_SPOKEN, chars, at) !== '') return '';
  const unit = matchAt(UNITS, chars, at);
  return /^[A-Z]/.test(unit) && /[A-Za-z0-9]/.test(chars.charAt(at + unit.length)) ? '' : unit;
}

/** Whether the unit measures time: only then 内 means up to (3分钟内). */
export function isDuration(unit: string): boolean {
  return DURATIONS.has(unit);
}

/** Whether the number is a sum in another currency than yuan. */
export function isForeignMoney(chars: string, at: number): boolean {
  return matchAt(FOREIGN, chars, at) !== '';
}

/** 一 as an article or part of a word: 一批, 一系列, 统一部署, 这一个. */
export function isNothingCounted(chars: string, number: NumberRead): boolean {
  if (number.digits.end - number.digits.start !== 1 || chars.charAt(number.digits.start) !== '一') return false;
  const { start } = number.digits;
  if (NOT_AFTER.has(chars.charAt(start - 1))) return true;
  return [2, 3, 4].some((length) => NOT_COUNTED.has(chars.slice(start, start + length)));
}
