import type { Span } from './article.ts';
import {
  indices,
  isByLine,
  isCrumb,
  isEnd,
  isFurniture,
  isMeta,
  isProse,
  isSubtitle,
  type Line,
  lastIndex,
} from './line.ts';
import { findTitle, isSiteName, labelledTitle, titleSpan, withoutSite } from './title.ts';

/** Where the head of a page ends and what stands in it; numbers are indices into the page's lines. */
export interface Head {
  readonly title: Span | null;
  /** Source lines, bread crumbs and site names in front of the body. */
  readonly furniture: readonly number[];
  /** Sub-titles that stand above the source line. */
  readonly subtitles: readonly number[];
  /** The first line of the body. */
  readonly bodyFrom: number;
}

/** How far down a head may reach. */
const HEAD_LINES = 80;

/**
 * Finds title, source lines and the start of the body. A `title` that is known from elsewhere is looked for, never
 * guessed; `isContent` tells which lines markup shows as the main content.
 */
export function readHead(
  lines: readonly Line[],
  title: string | null = null,
  isContent: (line: Line) => boolean = () => true,
): Head {
  const prose = firstProse(lines, (l) => isProse(l) && isContent(l));
  const crumb = lastIndex(lines, 0, prose, isCrumb);
  const metas = indices(lines, crumb + 1, prose, (l) => isMeta(l) && !isCrumb(l));
  const found = findTitle(lines, crumb, metas, prose, title);
  const best = title === null ? withoutSite(lines, found, prose) : found;
  // 标题：… in a table of labels goes before the first heading of the text (一、…).
  const labelled =
    title === null && (best < 0 || isSection(lines[best])) ? labelledTitle(lines, Math.max(best, prose)) : null;
  const titleAt = labelled === null ? best : -1;
  const until = afterSourceLines(lines, Math.max(titleAt, crumb, metas.at(-1) ?? -1) + 1);
  const inner = titleAt < 0 ? [] : indices(lines, titleAt + 1, until, isSubtitle);
  return {
    title: titleAt < 0 ? labelled : titleSpan(lines[titleAt]),
    furniture: indices(lines, 0, until, (_, i) => i !== titleAt && !inner.includes(i)),
    subtitles: inner,
    bodyFrom: until,
  };
}

const isSection = (line: Line | undefined): boolean => /^[一二三四五六七八九十]+、/.test(line?.folded ?? '');

/** The first running text below the last crumb of the page's top. */
function firstProse(lines: readonly Line[], test: (line: Line) => boolean): number {
  let first = lines.findIndex((l, i) => test(l) && !isAsking(lines, i));
  if (first < 0) return Math.min(lines.length, HEAD_LINES);
  for (let i = first + 1; i < Math.min(lines.length, first + 12); i++) {
    const line = lines[i];
    if (line !== undefined && isCrumb(line) && isStrongCrumb(line)) {
      const next = lines.findIndex((l, k) => k > i && test(l));
      if (next > 0) first = next;
    }
  }
  return first;
}

/** 清徐的探头要翻几番？ and below it day and source: a title that reads like a sentence. */
const isAsking = (lines: readonly Line[], i: number): boolean => {
  const [line, next] = [lines[i], lines[i + 1]];
  return line !== undefined && next !== undefined && /^[^。；]{4,45}[！？!?][”’」』]?$/.test(line.text) && isMeta(next);
};

const isStrongCrumb = (line: Line): boolean => /位置|正文$/.test(line.folded);

/** Words as short as names fill the line below a title: who wrote it. */
const NAMES =
  /^[\u4e00-\u9fff](?:[\u4e00-\u9fff]{1,2}| [\u4e00-\u9fff])(?:\s+[\u4e00-\u9fff](?:[\u4e00-\u9fff]{1,2}| [\u4e00-\u9fff])){0,3}$/;

/** Skips by-lines, font sizes, share bars and empty labels that still belong to the head. */
function afterSourceLines(lines: readonly Line[], from: number): number {
  let i = from;
  for (let line = lines[i]; line !== undefined && !isProse(line); line = lines[++i]) {
    if (isMeta(line) || isFurniture(line) || isByLine(line) || isEnd(line)) continue;
    if (!isSiteName(line.folded) && !NAMES.test(line.folded)) break;
  }
  return i;
}
