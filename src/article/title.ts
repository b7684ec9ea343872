import type { Span } from './article.ts';
import { anyOf, FURNITURE, isOutletName } from './furniture.ts';
import {
  askedOnce,
  bare,
  isBareLabel,
  isByLine,
  isCrumb,
  isEnd,
  isFurniture,
  isMeta,
  isNavigation,
  isSubtitle,
  type Line,
  lastIndex,
} from './line.ts';
import { isMasthead } from './masthead.ts';

const LONGEST_TITLE = 90;
/** Characters of the longest name of an account. */
const ACCOUNT = 8;
/** The red head of an official document, the time above an account's name, and a paper's name and day. */
const NO_TITLE =
  /^本[报網网刊台](?:讯|訊|消息)|^[\u4e00-\u9fff]{3,20}文件$|^[\u4e00-\u9fff]{4,20}(?:公开|交易信息|栏目|专栏)$|^[\u4e00-\u9fff]{2,10}年[鉴鑑鑒]\s*[（(〔]\d{4}|^[^|]{1,12}(?:\|[^|]{1,14}){2,}$|^\d{1,2}-\d{1,2}\s\d{1,2}:\d\d|^\S{2,10}\s+\d{1,2}月\d{1,2}日(?:\s+\S{1,8})?$|门户网站(?:\s+[\u4e00-\u9fff]{2,8})?$/;
/** 县长　某某某, ——2018年2月6日在某会议上: who gave a report, and when. */
const GIVEN =
  /^(?:留言|咨询|来信|写信|提问|反映|发帖|投诉|求助)(?:人|者|网友)\s*[:：]|^(?:网友|网民|楼主|昵称|网名|姓名)\s*[:：]|^(?:代|副|常务副)?(?:省长|市长|县长|区长|旗长|州长|镇长|乡长|局长|主任|检察长|院长|书记)\s+[\u4e00-\u9fff]{2,4}$|^[\s(—-]*(?:19|20)\d{2}年\d{1,2}月\d{1,2}日(?:上午|下午)?在[^，。]{4,40}会议上?[\s)]*$/;
const ABSTRACT = anyOf(FURNITURE.abstract, '^', '\\s*[:】\\]]');

/**
 * The index of the title among the lines in front of the running text (`prose`), -1 when none is found; a `known`
 * title is only looked for.
 */
export function findTitle(
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
  const fits = (i: number) => {
    const line = lines[i];
    return line !== undefined && isTitleLike(line) && !isValue(lines, i);
  };
  const inTable = titleInTable(lines, prose);
  if (inTable >= 0) return inTable;
  const firstMeta = metas[0];
  if (firstMeta !== undefined) {
    const below = (metas.at(-1) ?? firstMeta) + 1;
    const isBelow = below < prose && fits(below);
    // What stands above the masthead of a paper is its name.
    const isSaid = /[，,].*[…”]/.test(lines[below]?.text ?? '');
    if (isBelow && !isSaid && isMasthead(lines[firstMeta]?.folded ?? '')) return below;
    const above = aboveIssuer(
      lines,
      lastIndex(lines, crumb + 1, firstMeta, (_, i) => fits(i)),
      fits,
    );
    // 沙湾零距离, the day, and the title below: the name of an account in the first line.
    if (isBelow && above === 0 && (lines[0]?.text.length ?? 0) <= ACCOUNT && (lines[below]?.text.length ?? 0) >= 12)
      return below;
    if (above >= 0) return above;
    // The size of type, the title, the day: labels stand on either side of it.
    const between = lastIndex(lines, firstMeta + 1, metas.at(-1) ?? firstMeta, (_, i) => fits(i));
    if (between >= 0) return between;
    if (isBelow) return below;
  }
  const before = crumb >= 0 ? lastIndex(lines, 0, crumb, (_, i) => fits(i)) : -1;
  const after = longestEarly(lines, crumb + 1, Math.min(prose, crumb + 40));
  return after >= 0 ? after : firstMeta === undefined ? -1 : before;
}

/** 关于…的汇报, and below it 某镇人民政府 and the day: who issued it stands below the title. */
function aboveIssuer(lines: readonly Line[], above: number, fits: (i: number) => boolean): number {
  const isIssuer = /^[\u4e00-\u9fff]{4,20}(?:政府|办公室|委员会|公安局|分局|综治办|政法委)$/.test(
    lines[above]?.folded ?? '',
  );
  const isDocument =
    /^关于.{4,}(?:汇报|报告|通知|通报|答复|意见|方案|总结|公告|通告)$|^.{6,}(?:工作总结|工作汇报|情况汇报|工作报告|情况通报|实施方案)$/.test(
      lines[above - 1]?.folded ?? '',
    );
  return isIssuer && isDocument && fits(above - 1) ? above - 1 : above;
}

const TITLE_LABEL = /^(?:信息|文件|公文)?(?:名\s{0,4}称|标\s{0,4}题|题\s{0,4}目|题\s{0,4}名)\s{0,2}:?\s*/;

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

/** 某某日报-标题 is what a browser shows; the title itself stands below. */
export function withoutSite(lines: readonly Line[], at: number, prose: number): number {
  const parts = at < 0 ? [] : (lines[at]?.text.split(/\s*[-_|—–]+\s*/) ?? []);
  if (parts.length < 2) return at;
  const below = lines.findIndex((l, i) => i > at && i < prose && l.text.length >= 4 && parts.includes(l.text));
  return below < 0 ? at : below;
}

/** 标题：… as the title where no line of its own holds it. */
export function labelledTitle(lines: readonly Line[], until: number): Span | null {
  for (const line of lines.slice(0, until)) {
    const label = TITLE_LABEL.exec(line.folded)?.[0];
    if (
      label?.includes(':') === true &&
      line.folded.length - label.length >= 4 &&
      line.text.length === line.end - line.start
    )
      return { start: line.start + label.length, end: line.end };
  }
  return null;
}

/** Among the first lines that could be a title, the first of eight characters or more, else the longest. */
function longestEarly(lines: readonly Line[], from: number, to: number): number {
  let first = -1;
  for (let i = from; i < to; i++) {
    const line = lines[i];
    if (line === undefined || !isTitleLike(line) || isValue(lines, i)) continue;
    if (line.text.length >= 8) return i;
    if (first < 0) first = i;
  }
  return first;
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

const isTitleLike = askedOnce((line) => {
  const { text, folded } = line;
  if (text.length < 4 || text.length > LONGEST_TITLE || /[。；;，,、:：]$/.test(text) || /。/.test(text)) return false;
  if (NO_TITLE.test(folded) || GIVEN.test(folded) || ABSTRACT.test(bare(line))) return false;
  if (!/[\u3400-\u9fff]{2}/.test(text) || isSubtitle(line) || isByLine(line) || isCrumb(line) || isNavigation(line))
    return false;
  return (
    !isMeta(line) && !isEnd(line) && !isFurniture(line) && !FURNITURE.home.includes(bare(line)) && !isSiteName(folded)
  );
});

/** The name of a site or a paper alone in its line. */
export const isSiteName = (folded: string): boolean =>
  folded.length <= 12 &&
  !/(?:防控|监控|巡防|防护|安全|联防|保护)网$|(?:织|筑|撒|布|张开|架)[起牢密就好下]?.{0,5}网$/.test(folded) &&
  isOutletName(folded.replace(/[\s()【】]/g, ''));

/** Bullets, and what a forum puts before a title. */
const FORUM_MARKS = /^[\s□■◆◇●○★☆▲△※|]*(?:[[【(（](?:转帖|转载|转贴|原创|分享|原创首发|灌水)[\]】)）]\s*)?/;

/** Where the title stands in its line. */
export function titleSpan(line: Line | undefined): Span | null {
  if (line === undefined) return null;
  const front = FORUM_MARKS.exec(line.text)?.[0].length ?? 0;
  const back = /(?:\s*[[【]复制链接[\]】])?[\s|]*$/.exec(line.text)?.[0].length ?? 0;
  return { start: line.start + front, end: line.end - back };
}
