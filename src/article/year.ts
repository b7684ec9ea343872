import { datesIn } from './date.ts';

const PRESENT = /今年\s?[(]?(20\d{2})年|(20\d{2})年[(]?(?:今年|本年度)/;
const AWARD = /今年(?:\d{1,2}|[一二三四五六七八九十])月[^。，]{0,24}?(20\d{2})年度/;
const UP_TO = /(?:截至|截止|截止到|截至到)(20\d{2})年(\d{1,2})月(?!底以前)/g;
const SINCE = /(20\d{2})年(\d{1,2}月份?(?:以来|起|开始))/g;

/**
 * The year in which a text without a date was written, where its words fix it, else null. Strong evidence only:
 * 今年（2012年）; 截至2012年6月; the same start said as 2009年11月以来 and as 去年11月以来; this year's award for 2023年度.
 */
export function yearFromText(folded: string): number | null {
  const present = PRESENT.exec(folded);
  if (present !== null) return Number(present[1] ?? present[2]);
  const same = sameStart(folded);
  if (same !== null) return same;
  const latest = Math.max(...[...folded.matchAll(UP_TO)].filter((m) => Number(m[2]) < 12).map((m) => Number(m[1])), 0);
  if (latest > 0 && !datesIn(folded).some((d) => d.year === latest + 1)) return latest;
  const award = AWARD.exec(folded);
  return award === null ? null : Number(award[1]) + 1;
}

const MOST_STARTS = 50;

function sameStart(folded: string): number | null {
  let tried = 0;
  for (const m of folded.matchAll(SINCE)) {
    if (++tried > MOST_STARTS) return null;
    if (folded.includes(`去年${m[2]}`)) return Number(m[1]) + 1;
    if (folded.includes(`今年${m[2]}`)) return Number(m[1]);
  }
  return null;
}
