import { anyOf, FURNITURE, isOutletName, isPaperName } from './furniture.ts';

/** Any full date, or a year and a month, in folded text; two-digit years only with two-digit months and days. */
export const DATE_SHAPE =
  /(?:(?<!\d)(?:19|20)\d{2}\s?[-/.年]\s?\d{1,2}(?:\s?[-/.月]\s?\d{1,2}日?)?|(?<![\d./-])\d{1,2}([/.])\d{1,2}\1(?:19|20)\d{2}(?![\d./-])|(?<![\d./-])[012]\d([-/.])[01]\d\2[0-3]\d(?![\d./-])|[一二][〇○零O0九][〇○零O0一二三四五六七八九]{2}年[一二三四五六七八九十]{1,2}月(?:[一二三四五六七八九十]{1,3}日)?)(?:\s*T?\d{1,2}:\d{2}(?::\d{2})?)?/;

const WORDS = anyOf(FURNITURE.issueMarks, '^[(]?[\\u4e00-\\u9fff]{0,8}', '[)）]?$');
const COUNT = '[\\dA-Z一二三四五六七八九十百〇○零]{1,7}';
const ISSUE = new RegExp(`^[(]?(?:今年|本年)?(?:总|今日|本期)?第${COUNT}[期号](?:[(]?总?第${COUNT}[期号])?[)]?$`);
const YEARS_ISSUE = new RegExp(`^[(【]?(?:19|20)\\d\\d[)】年]\\s?第?${COUNT}[期号](?:[(]总第?${COUNT}[期号][)])?$`);
const PAGE = new RegExp(
  `^[(]?(?:今日|本期|本版)?第?${COUNT}版:?[\\u4e00-\\u9fff·]{0,6}[)]?$|^[A-Z]\\d{1,3}:?[\\u4e00-\\u9fff]{0,6}$`,
);
const WEEKDAY = /^(?:星期|周|礼拜)[一二三四五六日天]$/;
/** 每周三出版: when a paper comes out. */
const APPEARS = /^(?:每|逢)[周星期礼拜月日旬双单一二三四五六、]{1,8}(?:出版|出刊|发行)$/;

/** The masthead of a paper in folded text: its name, the issue, the page, the date, and nothing else. */
export function isMasthead(line: string): boolean {
  if (line.length > 60 || /[，,;“”。]/.test(line)) return false;
  if (isSection(line) || isDated(line)) return true;
  const rest = line.replace(DATE_SHAPE, ' ');
  const parts = rest.split(/[\s|·•]+|(?=\()/).filter((part) => part !== '');
  const pages = parts.filter((part) => PAGE.test(part) || WORDS.test(part));
  const issues = parts.filter(
    (part) => ISSUE.test(part) || APPEARS.test(part) || YEARS_ISSUE.test(part) || yearsIssueEnds(part),
  );
  const others = parts.filter((p) => !pages.includes(p) && !issues.includes(p) && !WEEKDAY.test(p));
  if (others.length > 3 || others.some((p) => p.length > 10 || !/[\u3400-\u9fff]/.test(p))) return false;
  if (pages.length > 0 || (issues.length > 0 && rest !== line)) return true;
  const isSure = (part: string) =>
    isOutletName(part) || isPaperName(part) || issues.some((p) => p.includes('总第') || APPEARS.test(p));
  return issues.length > 0 && others.every(isSure);
}

/** 某某晚报·县市版, 某某周刊 · 乡村记事: a paper and one of its sections. */
function isSection(line: string): boolean {
  const [paper = '', section = '', ...more] = line.split(/\s*[·•]\s*/);
  return more.length === 0 && isPaperName(paper) && /^[\u4e00-\u9fff]{2,6}$/.test(section);
}

/** 某某快报 2007年12月4日 综合新闻: a paper, the day and the name of its page. */
function isDated(line: string): boolean {
  const [paper = '', page = '', ...more] = line.split(DATE_BETWEEN).filter(isWords);
  const name = paper.replace(/^[\s[【《]+/, '');
  return (
    more.length === 0 &&
    /^(?!发布|来自|来源|编辑|阅读)[\u4e00-\u9fff]{2,8}$/.test(page) &&
    (isOutletName(name) || isPaperName(name))
  );
}

const DATE_BETWEEN = new RegExp(`[\\s\\]】》]*${DATE_SHAPE.source}\\s*`);

/** Not what a bracket of the expression held. */
const isWords = (part: string | undefined): part is string => part !== undefined && /[\u4e00-\u9fff]/.test(part);

/** 某某公报〔2024〕第1期 in one word. */
function yearsIssueEnds(part: string): boolean {
  const at = part.search(/[(【](?:19|20)\d\d[)】]/);
  return at > 0 && at <= 12 && YEARS_ISSUE.test(part.slice(at));
}
