import type { DateMention } from '../mention/mention.ts';
import type { Sentence } from '../text/text.ts';
import type { Distance } from './claim.ts';
import type { Frame } from './frame.ts';
import type { Scene } from './scene.ts';

/** The date that a claim hangs on, and how far away it was found. */
export interface PeriodFinding {
  readonly date: DateMention;
  readonly from: Distance;
}

const usable = (date: DateMention): boolean => date.sense !== 'recurring';
/** 比上年同期: what a figure is compared with does not date it. */
const compared = ({ chars }: Scene, date: DateMention): boolean =>
  // 安装134个，含去年装的48个
  /[比较含]$/u.test(chars.slice(date.start - 1, date.start)) ||
  // 由去年的600元提高到800元
  (chars[date.end] === '的' && /[由从]$/u.test(chars.slice(date.start - 1, date.start)));

/** 连同2005年安装的64个; 由上年280名增至350名; 2016年前建成的: a date of one thing told beside others dates nothing but that. */
const aside = ({ chars }: Scene, date: DateMention): boolean =>
  /(?:连同|加上|包括|[由从按系])$/u.test(chars.slice(Math.max(0, date.start - 2), date.start))
    ? !/^(?:起|开始|以来)/u.test(chars.slice(date.end, date.end + 2))
    : /^(?:[以之底]?前|[^，。；]{0,8}(?:安装|建成|建|装|投入|定下|购置|批复)的)/u.test(
        chars.slice(date.end, date.end + 14),
      );

/** Dates that hold beyond their sentence: spans and whole years, not the day or month of an event. */
const governs = (d: DateMention): boolean =>
  usable(d) && d.sense !== 'future' && d.sense !== 'vague' && (d.sense !== 'point' || /^\d{4}$/u.test(d.from ?? ''));

/** What there is now is as of the article. */
const NOW = /现有|现共有|现已有|眼下/gu;

/** The nearest date that governs a frame: its clause, its sentence, then the sentences before it. */
export function periodOf(f: Frame): PeriodFinding | undefined {
  const { dates } = f.scene.mentions;
  const own = f.scene.inside(dates, f.clause).filter((d) => usable(d) && !compared(f.scene, d));
  const now = own.length === 0 && f.wordsBefore.search(NOW) >= 0 ? [...f.wordsBefore.matchAll(NOW)].at(-1) : undefined;
  if (
    now &&
    f.scene
      .inside(dates, { start: f.sentence.start + now.index, end: f.trigger.start })
      .every((d) => d.sense === 'as_of')
  )
    return undefined;
  const before = own.filter((d) => d.end <= f.trigger.start).at(-1) ?? own[0];
  if (before) return underPlan(f, before) ?? { date: before, from: 'clause' };
  for (const clause of f.clausesBefore) {
    const date = f.scene
      .inside(dates, clause)
      .findLast((d) => usable(d) && !compared(f.scene, d) && !aside(f.scene, d));
    if (date && !YEAR_BEFORE.test(f.scene.slice(clause))) return { date, from: 'sentence' };
  }
  const above = paragraphDate(f) ?? headingDate(f);
  return above && inUseFor(f) ? undefined : above;
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
  if (f.scene.mentions.dates.length === 0) return undefined;
  for (const sentence of f.scene.before(f.sentence)) {
    const date = f.scene.onceFor('date that goes on', sentence, () => lastingDate(f.scene, sentence));
    if (date) return { date, from: 'paragraph' };
  }
  return undefined;
}

/** The last date of a sentence that holds for the sentences after it. */
function lastingDate(scene: Scene, sentence: Sentence): DateMention | undefined {
  const asks = scene.chars[sentence.end - 1] === '？';
  return scene
    .inside(scene.mentions.dates, sentence)
    .findLast(
      (d) =>
        (governs(d) || (asks && d.sense === 'future')) &&
        !compared(scene, d) &&
        !aside(scene, d) &&
        !/十[一二三四]?五/u.test(d.surface),
    );
}
