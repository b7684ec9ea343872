import type { Span } from './article.ts';
import { anyOf, FURNITURE, fold, GLOSS } from './furniture.ts';
import { DATE_SHAPE, isMasthead } from './masthead.ts';

/**
 * One non-blank line of a page; `start` and `end` are its offsets. `text` is the line without blanks around it and
 * without pinyin glosses, `folded` is `text` as `fold` gives it.
 */
export interface Line extends Span {
  readonly text: string;
  readonly folded: string;
  /** What the questions of `askedOnce` found, by their numbers. */
  readonly answers: unknown[];
}

let questions = 0;

/** A question about a line that title, head, body and metadata ask again and again: it is looked into once for each line. */
export function askedOnce<T extends boolean | string | object>(question: (line: Line) => T): (line: Line) => T {
  const number = questions++;
  return (line) => {
    line.answers[number] ??= question(line);
    return line.answers[number] as T;
  };
}

const BREAK = /\r\n|[\n\r\u2028\u2029\f\v\u0085]|(?<=[。！？；”’）])\u3000{2,}/g;

/** The non-blank lines of a text, trimmed; two ideographic blanks after a full stop also end a line. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  const folded = fold(text);
  let from = 0;
  for (const match of text.matchAll(BREAK)) {
    push(lines, text, folded, from, match.index);
    from = match.index + match[0].length;
  }
  push(lines, text, folded, from, text.length);
  return lines;
}

function push(lines: Line[], text: string, folded: string, from: number, to: number): void {
  const raw = text.slice(from, to);
  const trimmed = raw.trim();
  if (trimmed === '') return;
  const start = from + raw.indexOf(trimmed);
  const end = start + trimmed.length;
  const words = trimmed.includes('(') || trimmed.includes('（') ? trimmed.replace(GLOSS, '') : trimmed;
  lines.push({
    start,
    end,
    text: words,
    folded: words.length === trimmed.length ? folded.slice(start, end) : fold(words),
    answers: [],
  });
}

const OPENING = /^[\s[\]【(·•●○■□◆◇★☆▲△▼▽※▪▌*|>→↑↓\-–—<《]+/;

/** The line without bullets and opening brackets in front. */
export const bare = (line: Line): string => line.folded.replace(OPENING, '');

const CRUMB = anyOf(FURNITURE.crumb, '^[^。，]{0,12}?');
const HAN = /[\u3400-\u9fff]/;

/** A bread crumb: 当前位置…, or short parts between arrows. */
export const isCrumb = askedOnce(({ folded: s }) => {
  if (s.length > 150 || /[。！？!?;]/.test(s)) return false;
  if (CRUMB.test(s)) return true;
  const arrows = s.includes('〈') ? s : s.replaceAll('〉', '>');
  const parts = arrows.split(/>+|»|›|→/).map((p) => p.trim());
  return parts.length >= 2 && parts[0] !== '' && parts.slice(0, -1).every((p) => p.length <= 16 && HAN.test(p));
});

/** A navigation bar: four or more short words without a sentence. */
export function isNavigation(line: Line): boolean {
  const s = line.folded;
  if (s.length > 400 || /[。！？;，,“”]/.test(s)) return false;
  const words = s.split(/[\s|·\]】[【]+/).filter((w) => w !== '');
  return words.length >= 4 && words.join('').length / words.length <= 5.5;
}

/** A full stop that a page without Chinese punctuation writes as a dot: behind Chinese words, and nothing Latin after it. */
const DOT = /[\u3400-\u9fff”’」』"')）%％](?:\.|．)(?=$|\s*[\u3400-\u9fff“‘「『"(（])/;

const META = anyOf(FURNITURE.metaLabels, '(?:^|[\\s|\\[(【\\]】)\\d;，])', '\\s*:', 'ig');

const SPACED_LABEL = anyOf(FURNITURE.metaLabels, '^', ':');

const LABELS = new Set([...FURNITURE.metaLabels, ...FURNITURE.sourceLabels, ...FURNITURE.dateLabels]);

/** A label alone in its line, as the cells of a table read: its value stands in the next line. */
export const isBareLabel = askedOnce((line) => LABELS.has(line.folded.replace(/[\s:]/g, '')));

/** 某政发〔2013〕18号 alone in its line. */
const DOCUMENT_NUMBER = /^[\u4e00-\u9fff]{2,12}[[【(](?:19|20)\d\d[\]】)]\s?第?\d{1,4}号(?:[(][^()]{1,6}[)])?$/;

/** 2014年3月6日 星期四 | …: the day of an issue, whatever follows it. */
const WEEKDAY = /^(?:19|20)\d{2}(?:年\d{1,2}月\d{1,2}日|[-/.]\d{1,2}[-/.]\d{1,2})[\s(]*(?:星期|周)[一二三四五六日天]/;

/** 《今日某县》2012年2月14日 记者 …: a paper by its name and the day of the issue, whatever follows. */
const DATED_PAPER = /^《[^《》]{2,12}》\s*(?:19|20)\d{2}年\d{1,2}月\d{1,2}日(?!\s*(?:的|刊|发|登|报))/;

/** 楼主：某某: who wrote a post. */
const POSTER = /^(?:楼主|层主|发帖人|发帖者|发帖|网友|提问人|博主|up主|\d+楼)\s*[:：]?\s*[^，。]{1,16}$/i;

/** A source line: labels such as 来源：, 时间：, or a date with little else. */
export const isMeta = askedOnce((line) => {
  const s = line.folded;
  if (s.length > 160 || /[。！？!?]/.test(s)) return false;
  if (WEEKDAY.test(s) || DATED_PAPER.test(s) || POSTER.test(s)) return true;
  const words = s.replace(/(?:https?:\/\/|www\.)[\x21-\x7e]+/, '').trim();
  if (DOT.test(words)) return false;
  if (isMasthead(s) || isBareLabel(line) || DOCUMENT_NUMBER.test(s)) return true;
  const rest = words.replace(DATE_SHAPE, '');
  const dated = rest.length < words.length;
  const labels = (` ${s}`.match(META) ?? []).length + (SPACED_LABEL.test(s.replace(/\s+/g, '').slice(0, 12)) ? 1 : 0);
  // 项目编号：…　预算金额：1980万元: a line of a notice, not of its page.
  if (/(?:金额|预算|总价|价)\s?:?\s?[\d.,]+\s?万?元/.test(s)) return false;
  if (labels > 0) return dated || labels > 1 || s.length <= 40;
  return (
    dated &&
    !/[，,]/.test(rest) &&
    rest.replace(/\s+/g, '').length <= 26 &&
    /\d:\d|[-/.]\d|日/.test(words) &&
    startsOrEndsDated(words)
  );
});

function startsOrEndsDated(s: string): boolean {
  const match = DATE_SHAPE.exec(s);
  if (match === null) return false;
  const before = s.slice(0, match.index).trim();
  const after = s.slice(match.index + match[0].length);
  return (
    before === '' ||
    /^(?:\s*(?:星期|周)[一二三四五六日天])+$/.test(after) ||
    /^[\])】]?\s*$/.test(after) ||
    /^\s{2,}|^\s*[|\]]/.test(after) ||
    /\d:\d\d$/.test(match[0])
  );
}

const LABELLED = '(?=$|[:(\\]】)|>]|\\s*:|\\d{0,6}\\s*[条次]?$)';
const END = anyOf(FURNITURE.ends, '^', LABELLED);
/** Weaker: the words of furniture with a blank or a dot behind, as running text may have them, too. */
const LOOSE_END = anyOf(FURNITURE.ends, '^', '[\\s·/…。-]');
const BRIEF = anyOf(FURNITURE.briefs, '^', '(?:$|[:】\\]|)]|\\s)');
/** 迁西、滦县各县安保简讯：: news in brief from other places. */
const BRIEFS_OF = /^[^，。:]{2,20}(?:简讯|快讯|短讯|动态):/;
const LONGEST_BRIEF = 160;
const DROP = anyOf(FURNITURE.drops, '^', '(?=$|[\\s:(\\]】)|>/·…。\\d-])');
const FOOTER =
  /(?:icp|公网安备|网安备|icp备|新出网证|新办|增值电信|视听许可|网站标识码)[^。]{0,40}(?:号|备|\d{4,}|x{3,})|©|all rights reserved|^凡(?:本网|本站|注明|来源|标注)|^(?:本|该)(?:网|站|文)[^。]{0,12}(?:转载|授权|版权|观点|立场)/i;

/** 0条评论, 已有3人参与; what a site says about its readers' words. */
const READERS =
  /^(?:共有?|已有|全部)?\s*\d*\s*(?:条|人|个|次)\s*(?:评论|跟帖|留言|回复|参与)|^(?:网友|以上|本文|本篇|本站|对本文|对本篇|以下|用户)[^。]{0,30}(?:仅供|仅代表|不代表|并不|与本[网站]|打分|无关)/;

/** The first line of what follows an article: related news, comments, editors, copyright. */
export const isEnd = askedOnce((line) => {
  const s = bare(line);
  if (BRIEF.test(s) || BRIEFS_OF.test(s)) return s.length <= LONGEST_BRIEF;
  if (END.test(s)) return s.length <= 60 || !/。/.test(s);
  if (LOOSE_END.test(s)) return s.length <= 60 && !isProse(line);
  return s.length <= 200 && (FOOTER.test(s) || READERS.test(s));
});

/** A web address with at most a label in front. */
const isAddress = (s: string): boolean => /^[^。，]{0,10}https?:\/\/[\x21-\x7e]+[^。，]{0,6}$/.test(s);

/** A line that is no part of the article wherever it stands. */
export const isFurniture = askedOnce((line) => {
  const s = bare(line);
  return (
    (DROP.test(s) && s.length <= 60) ||
    isByLine(line) ||
    isAddress(s) ||
    /^[\W_\d]{0,12}$/.test(s.replace(/[\u3400-\u9fff]/g, 'x')) ||
    isCrumb(line) ||
    isNavigation(line)
  );
});

const BY_LINE =
  /^[\s([【■□●◆]*(?:(?:本报|本网|本台|本刊|特约|首席|见习|实习|全媒体|融媒体?|[\u4e00-\u9fff]{2,8}(?:报|网|社|台))?(?:全媒体|融媒体?|见习|实习|特约|首席)?(?:记者|通讯员|作者|撰稿|特派员)|文\s?[/:]|图\s?[/:]|文图[/:]|摄影[:/]?|供稿[:/])/;

/** A reporters' by-line that fills a line, brackets included. */
export function isByLine(line: Line): boolean {
  const s = line.folded;
  if (s.length > 48 || /[。！？，;]/.test(s)) return false;
  const match = BY_LINE.exec(s);
  if (match === null) return false;
  const rest = s.slice(match[0].length).replace(/[\s:)\]】/、·]|记者|通讯员|实习生?|报道|摄影?|文|图/g, '');
  return rest.length <= 14 && !/\d/.test(rest);
}

/** A sub-title: a line that a dash opens. */
export const isSubtitle = (line: Line): boolean =>
  /^[—–-]{1,4}\s*[\u3400-\u9fff“‘《「A-Za-z0-9]/.test(line.folded) && /^(?:—|–|--)/.test(line.folded);

/** Running text: a full sentence stands in the line, or a short one fills it. */
export const isProse = askedOnce(
  (line) =>
    (line.text.length >= 15
      ? /[。；]|[！？][”’」』]?$/.test(line.text) || DOT.test(line.text)
      : line.text.length >= 6 &&
        (/。[”’」』]?$/.test(line.text) || (DOT.test(line.text) && line.text.endsWith('.')))) && !isMeta(line),
);

type Test = (line: Line, index: number) => boolean;

/** The indices in [from, to) of the lines that pass. */
export function indices(lines: readonly Line[], from: number, to: number, test: Test): number[] {
  const found: number[] = [];
  for (let i = from; i < to; i++) {
    const line = lines[i];
    if (line !== undefined && test(line, i)) found.push(i);
  }
  return found;
}

/** The last of them, -1 when no line passes. */
export function lastIndex(lines: readonly Line[], from: number, to: number, test: Test): number {
  for (let i = to - 1; i >= from; i--) {
    const line = lines[i];
    if (line !== undefined && test(line, i)) return i;
  }
  return -1;
}
