import type { DateMention } from '../mention/mention.ts';
import type { Distance } from './claim.ts';
import { clausesBefore, type Frame } from './frame.ts';

/** The date that a claim hangs on, and how far away it was found. */
export interface PeriodFinding {
  readonly date: DateMention;
  readonly from: Distance;
}

const usable = (date: DateMention): boolean => date.sense !== 'recurring';
/** 比上年同期: what a figure is compared with does not date it. */
const compared = (f: Frame, date: DateMention): boolean =>
  // 安装134个，含去年装的48个
  /[比较含]$/u.test(f.scene.chars.slice(date.start - 1, date.start)) ||
  // 由去年的600元提高到800元
  (/[由从]$/u.test(f.scene.chars.slice(date.start - 1, date.start)) && f.scene.chars[date.end] === '的');

/** Dates that hold beyond their sentence: spans and whole years, not the day or month of an event. */
const governs = (d: DateMention): boolean =>
  usable(d) && d.sense !== 'future' && d.sense !== 'vague' && (d.sense !== 'point' || /^\d{4}$/u.test(d.from ?? ''));

/** What there is now is as of the article. */
const NOW = /现有|现共有|现已有|眼下/gu;

/** The nearest date that governs a frame: its clause, its sentence, then the sentences before it. */
export function periodOf(f: Frame): PeriodFinding | undefined {
  const { dates } = f.scene.mentions;
  const own = f.scene.inside(dates, f.clause).filter((d) => usable(d) && !compared(f, d));
  const now =
    own.length === 0 ? [...f.wordsBefore.matchAll(NOW)].at(-1) : undefined;
  if (
    now &&
    f.scene
      .inside(dates, { start: f.sentence.start + now.index, end: f.trigger.start })
      .every((d) => d.sense === 'as_of')
  )
    return undefined;
  const before = own.filter((d) => d.end <= f.trigger.start).at(-1) ?? own[0];
  if (before) return underPlan(f, before) ?? { date: before, from: 'clause' };
  for (const clause of clausesBefore(f)) {
    if (YEAR_BEFORE.test(f.scene.slice(clause))) continue;
    const date = f.scene
      .inside(dates, clause)
      .filter((d) => usable(d) && !compared(f, d))
      .at(-1);
    if (date) return { date, from: 'sentence' };
  }
  return inUseFor(f) ? undefined : (paragraphDate(f) ?? headingDate(f));
}

/** 下拨27万元，｜去年为19.5万元；｜新购车6台: what it was the year before dates only itself. */
const YEAR_BEFORE = /^(?:而)?(?:去年|上年|前年)(?:全年|同期)?(?:则)?(?:为|是|只有|仅有|仅)/u;

/** 系统投用三个月，破案41起: when it was built, in the sentence before, does not date what it has brought since. */
const inUseFor = (f: Frame): boolean =>
  /^[^，。]{0,8}(?:投用|启用|运行|上线|开通|使用)[一二两三四五六七八九十\d]+(?:多)?个(?:多)?月(?:以?来)?，/u.test(
    f.sentenceWords,
  );

/** Under 三、2018年工作打算, 上半年 and 年底前 are of that year. */
function underPlan(f: Frame, date: DateMention): PeriodFinding | undefined {
  if (/\d{4}|[今去明前后昨]|上年|至|以来/u.test(date.surface)) return undefined;
  const [heading] = f.scene.headings(f.sentence);
  const plan = heading && PLAN.test(f.scene.slice(heading)) ? headingDate(f) : undefined;
  return plan && date.year !== null && plan.date.year === date.year + 1 ? plan : undefined;
}

const PLAN = /^(?:[一二三四五六七八九十]+、)?(?:19|20)\d{2}年[^，。和及]{0,8}(?:打算|计划|安排|要点|思路|目标)/u;

/** 二、2024年工作要点: the year of the heading that a figure stands under. */
function headingDate(f: Frame): PeriodFinding | undefined {
  const [heading] = f.scene.headings(f.sentence);
  const date =
    heading &&
    f.scene.inside(f.scene.mentions.dates, heading).find((d) => /^\d{4}年/u.test(d.surface) && !/日$/u.test(d.surface));
  return date && { date, from: 'heading' };
}

/** A date opens a paragraph and holds until another one does. */
function paragraphDate(f: Frame): PeriodFinding | undefined {
  for (const sentence of f.scene.before(f.sentence)) {
    const asks = f.scene.slice(sentence).endsWith('？');
    const date = f.scene
      .inside(f.scene.mentions.dates, sentence)
      .filter(
        (d) => !compared(f, d) && !/十[一二三四]?五/u.test(d.surface) && (governs(d) || (asks && d.sense === 'future')),
      )
      .at(-1);
    if (date) return { date, from: 'paragraph' };
  }
  return undefined;
}
