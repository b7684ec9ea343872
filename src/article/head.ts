import type { Span } from './article.ts';
import { FURNITURE, isOutletName } from './furniture.ts';
import {
  bare,
  isBareLabel,
  isByLine,
  isCrumb,
  isEnd,
  isFurniture,
  isMeta,
  isNavigation,
  isProse,
  isSubtitle,
  type Line,
} from './line.ts';

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

const HEAD_LINES = 80;
const LONGEST_TITLE = 90;

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
  const titleAt = findTitle(lines, crumb, metas, prose, title);
  const until = afterSourceLines(lines, Math.max(titleAt, crumb, metas.at(-1) ?? -1) + 1);
  const inner = titleAt < 0 ? [] : indices(lines, titleAt + 1, until, isSubtitle);
  return {
    title: titleAt < 0 ? null : titleSpan(lines[titleAt]),
    furniture: indices(lines, 0, until, (_, i) => i !== titleAt && !inner.includes(i)),
    subtitles: inner,
    bodyFrom: until,
  };
}

/** The first running text below the last crumb of the page's top. */
function firstProse(lines: readonly Line[], test: (line: Line) => boolean): number {
  let first = lines.findIndex(test);
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

const isStrongCrumb = (line: Line): boolean => /位置|正文$/.test(line.folded);

function findTitle(
  lines: readonly Line[],
  crumb: number,
  metas: readonly number[],
  prose: number,
  known: string | null,
): number {
  if (known !== null) {
    const at = lines.findIndex((l, i) => i < prose + 2 && sameTitle(l.text, known));
    return at;
  }
  const fits = (i: number) => isTitleLike(lines[i]) && !isValue(lines, i);
  const inTable = titleInTable(lines, Math.min(prose, HEAD_LINES));
  if (inTable >= 0) return inTable;
  const firstMeta = metas[0];
  if (firstMeta !== undefined) {
    const above = lastIndex(lines, crumb + 1, firstMeta, (_, i) => fits(i));
    if (above >= 0) return above;
    const below = (metas.at(-1) ?? firstMeta) + 1;
    if (below < prose && fits(below)) return below;
  }
  const before = crumb >= 0 ? lastIndex(lines, 0, crumb, (_, i) => fits(i)) : -1;
  const after = longestEarly(lines, crumb + 1, Math.min(prose, crumb + 40));
  return after >= 0 ? after : firstMeta === undefined ? -1 : before;
}

const TITLE_LABEL = /^(?:信息|文件|公文)?(?:名称|标题|题目|题名):?\s*/;

/** A table of labels names the title, which stands again above the text: the last such line, -1 when there is none. */
function titleInTable(lines: readonly Line[], prose: number): number {
  for (let i = 0; i < prose; i++) {
    const words = lines[i]?.folded.replace(/^([\u4e00-\u9fff])\s+(?=[\u4e00-\u9fff]\s*:)/, '$1') ?? '';
    const label = TITLE_LABEL.exec(words)?.[0];
    if (label === undefined) continue;
    const named = words.slice(label.length) || (lines[i + 1]?.folded ?? '');
    const isTitle = (l: Line) => isTitleLike(l) && sameTitle(l.folded, named);
    const at = named.length < 6 ? -1 : lastIndex(lines, i + 1, prose, isTitle);
    if (at >= 0) return at;
  }
  return -1;
}

/** What a label alone in the line above names: 发布机构 and below it the body's name. */
function isValue(lines: readonly Line[], i: number): boolean {
  const above = lines[i - 1];
  return above !== undefined && isBareLabel(above);
}

/** Among the first lines that could be a title, the first of eight characters or more, else the longest. */
function longestEarly(lines: readonly Line[], from: number, to: number): number {
  const candidates = indices(lines, from, to, (l, i) => isTitleLike(l) && !isValue(lines, i));
  const long = candidates.find((i) => (lines[i]?.text.length ?? 0) >= 8);
  return long ?? candidates[0] ?? -1;
}

const bareTitle = (s: string): string => s.replace(/[\s“”"'‘’《》「」『』·:：,，!！?？—-]/g, '');

/** Whether a line is the title known from markup or a field. */
export function sameTitle(line: string, title: string): boolean {
  const [a, b] = [bareTitle(line), bareTitle(title)];
  return (
    a !== '' &&
    (a === b ||
      (a.length >= 8 && b.includes(a) && a.length * 2 > b.length) ||
      (b.length >= 8 && a.length < 1.5 * b.length && a.includes(b)))
  );
}

function isTitleLike(line: Line | undefined): boolean {
  if (line === undefined) return false;
  const { text, folded } = line;
  if (text.length < 4 || text.length > LONGEST_TITLE || /[。；;，,、:：]$/.test(text) || /。/.test(text)) return false;
  if (!/[\u3400-\u9fff]{2}/.test(text) || isSubtitle(line) || isByLine(line) || isCrumb(line) || isNavigation(line))
    return false;
  return (
    !isMeta(line) && !isEnd(line) && !isFurniture(line) && !FURNITURE.home.includes(bare(line)) && !isSiteName(folded)
  );
}

const isSiteName = (folded: string): boolean => folded.length <= 12 && isOutletName(folded.replace(/\s/g, ''));

/** Skips by-lines, font sizes, share bars and empty labels that still belong to the head. */
function afterSourceLines(lines: readonly Line[], from: number): number {
  let i = from;
  for (let line = lines[i]; line !== undefined && !isProse(line); line = lines[++i]) {
    if (!isMeta(line) && !isFurniture(line) && !isByLine(line) && !isEnd(line) && !isSiteName(line.folded)) break;
  }
  return i;
}

/** Bullets, and what a forum puts before a title. */
const FORUM_MARKS = /^[\s□■◆◇●○★☆▲△※|]*(?:[[【(（](?:转帖|转载|转贴|原创|分享|原创首发|灌水)[\]】)）]\s*)?/;

function titleSpan(line: Line | undefined): Span | null {
  if (line === undefined) return null;
  const front = FORUM_MARKS.exec(line.text)?.[0].length ?? 0;
  const back = /(?:\s*[[【]复制链接[\]】])?[\s|]*$/.exec(line.text)?.[0].length ?? 0;
  return { start: line.start + front, end: line.end - back };
}

type Test = (line: Line, index: number) => boolean;

function indices(lines: readonly Line[], from: number, to: number, test: Test): number[] {
  const found: number[] = [];
  for (let i = from; i < to; i++) {
    const line = lines[i];
    if (line !== undefined && test(line, i)) found.push(i);
  }
  return found;
}

const lastIndex = (lines: readonly Line[], from: number, to: number, test: Test): number =>
  indices(lines, from, to, test).at(-1) ?? -1;
