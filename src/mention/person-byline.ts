import type { Span } from '../article/article.ts';
import {
  BYLINE_ENDS,
  BYLINE_STOP,
  BYLINES,
  isHan,
  surnameLength,
  surnameRank,
  TITLES,
  wordAt,
  wordKind,
} from './person-lexicon.ts';
import { nameLength } from './person-name.ts';

const SEPARATORS = ' \t\u3000、，,/|&和';
const COLONS = ':：/ \t\u3000';

/** The names behind a by-line word (记者, 编辑：, □) that stands at `at`; none when no by-line begins there. */
export function bylineNames(chars: string, at: number): Span[] {
  const first = chars.charAt(at);
  if (first === '（' || first === '(') return signature(chars, at + 1);
  if (first === '摄' || first === '/') return photographer(chars, at);
  const mark = '□■◎●'.includes(first || ' ');
  const word = mark ? first : wordAt(BYLINES, chars, at);
  // 摊开一张图：柳林镇…
  if (word === '' || (/^[图文]：$/u.test(word) && isHan(chars.charAt(at - 1)))) return [];
  let pos = at + word.length;
  let colon = word.endsWith('/') || word.endsWith('：');
  for (; COLONS.includes(chars.charAt(pos) || '.'); pos++) colon ||= chars.charAt(pos) !== ' ' && !mark;
  return namesFrom(chars, pos, colon);
}

/** （张三 李四） at the end of a line, or after 本报讯, signs the article; a by-line word may follow the names. */
function signature(chars: string, start: number): Span[] {
  const reported = DATELINED.exec(chars.slice(start, start + 24));
  if (reported !== null) return datelined(reported[2] ?? '', start + (reported[1]?.length ?? 0));
  const signed = SIGNED.exec(chars.slice(start, start + LONGEST_SIGNATURE));
  if (signed) {
    const from = start + (signed[1]?.length ?? 0);
    const names = splitNames(signed[2] ?? '', from);
    if (names?.length === 1) return names;
  }
  const inside = chars.slice(start, start + 13);
  const length = inside.search(/[）)]/);
  const dateline = '讯电'.includes(chars.charAt(start - 2) || ' ');
  if (!dateline && (length < 2 || !'\n'.includes(chars.charAt(start + length + 1)))) return [];
  const end = dateline ? runEnd(chars, start) : start + length;
  // （某地融媒记者 张三）: whose reporter, not who.
  if (dateline && TITLES.orgTails.includes(chars.charAt(end - 1)) && wordAt(BYLINES, chars, end) !== '') return [];
  return splitNames(chars.slice(start, end).replace(/[ 、\u3000]/g, '·'), start) ?? [];
}

/** （县公安局政工室 张三） at the end of a line: the writer behind the office. */
const SIGNED =
  /^([\u4e00-\u9fff]{2,20}(?:[局委科室办队所院站厂社报台]|中心|支部)[ \u3000]?)([\u3400-\u9fff]{2,3})[）)](?:\n|$)/;

/** Characters of the longest signature with its body. */
const LONGEST_SIGNATURE = 30;

/** （本网讯 张三）: who reports, behind the word that opens a report. */
const DATELINED = /^(本[报网台站刊]讯|[\u4e00-\u9fff]{2,6}[报网台社]讯)[ \u3000]?([\u3400-\u9fff· \u3000]{2,12})[）)]/;

function datelined(names: string, start: number): Span[] {
  const split = splitNames(names.replace(/[ \u3000]/g, '·'), start);
  if (split !== null) return split;
  return names.length <= 4 && wordAt(BYLINES, names, 0) === '' ? [{ start, end: start + names.length }] : [];
}

/** 张三摄, 张三/图文, behind a mark or the name of a body. */
function photographer(chars: string, at: number): Span[] {
  const slash = chars.charAt(at) === '/';
  // 安装摄像头
  if (!slash && '像录制取'.includes(chars.charAt(at + 1) || '.')) return [];
  if (slash && !'文图摄视'.includes(chars.charAt(at + 1) || ' ')) return [];
  const end = !slash && ' \u3000/'.includes(chars.charAt(at - 1) || '.') ? at - 1 : at;
  for (const length of [3, 2]) {
    const start = end - length;
    const before = chars.charAt(start - 1);
    if (start < 0 || !isHan(chars.charAt(end - 1)) || (isHan(before) && !TITLES.orgTails.includes(before))) continue;
    const names = splitNames(chars.slice(start, end), start);
    if (names !== null) return names;
  }
  return [];
}

/** In a line that has a by-line word: the words between blanks that can only be names (张三 李四 某报记者 王五). */
export function namesBetweenBlanks(line: string): Span[] {
  const names: Span[] = [];
  for (const match of line.matchAll(/[^\s，、：:（）()【】|/]+/g)) {
    const word = match[0];
    const found = word.length > 1 && word.length < 5 ? splitNames(word, match.index) : null;
    if (found?.length === 1) names.push(...found);
  }
  return names;
}

function namesFrom(chars: string, start: number, colon: boolean): Span[] {
  const names: Span[] = [];
  for (let pos = start; pos < chars.length; pos++) {
    const end = runEnd(chars, pos);
    const found = namesInRun(chars, pos, end, colon);
    if (found.length === 0) return names;
    names.push(...found);
    pos = found.at(-1)?.end ?? end;
    if (!SEPARATORS.includes(chars.charAt(pos) || '.')) return names;
  }
  return names;
}

/** The end of the characters that can be names: a mark, a by-line word or 报道. */
function runEnd(chars: string, start: number): number {
  let end = start;
  while (end < chars.length && end < start + 24 && (isHan(chars.charAt(end)) || chars.charAt(end) === '·')) {
    if (end > start + 1 && endsRun(chars, start, end)) break;
    end++;
  }
  return end;
}

/** 丘伟文 通讯员…: a single 文 or 图 as the third character before a by-line word or a mark is of the name. */
function endsRun(chars: string, start: number, at: number): boolean {
  const word = wordAt(BYLINE_ENDS, chars, at);
  const isGiven =
    word.length === 1 &&
    at === start + 2 &&
    surnameLength(chars, start) === 1 &&
    chars.charAt(at + 1) !== '/' &&
    wordAt(BYLINES, chars, at + (' \u3000'.includes(chars.charAt(at + 1)) ? 2 : 1)) !== '';
  return (word !== '' && !isGiven) || wordAt(BYLINES, chars, at) !== '';
}

/** One name, several that touch (周某某李某某), or the name at the head of a longer run. */
function namesInRun(chars: string, start: number, end: number, colon: boolean): Span[] {
  const run = chars.slice(start, end);
  if (
    run.length < 2 ||
    /^[由在以将把被对]/.test(run) ||
    BYLINE_STOP.has(run) ||
    BYLINE_STOP.has(run.slice(0, 2)) ||
    BYLINE_STOP.has(run.slice(0, 3))
  )
    return [];
  if (run.includes('·')) return [{ start, end }];
  if (isWholeName(run, colon)) return [{ start, end }];
  const split = run.length <= 12 ? splitNames(run, start) : null;
  if (split !== null) return split;
  const length = nameLength(chars, start, 'role');
  return length > 0 && !SEPARATORS.includes(chars.charAt(start - 1) || '.') ? [{ start, end: start + length }] : [];
}

/** Behind a colon any two to four characters that are no body are a name; without one a surname must begin them. */
function isWholeName(run: string, colon: boolean): boolean {
  if (run.length > 4 || TITLES.orgTails.includes(run.slice(-1))) return false;
  const surname = surnameLength(run, 0);
  if (run.length === 4) return surname === 2 || (colon && surname === 0 && wordKind(run.slice(0, 2)) === null);
  if (surname === 0) return colon;
  const kind = wordKind(run.slice(0, 2));
  return colon || kind === null || (kind === 'noun' && run.length === 2 && surnameRank(run.charAt(0)) === 'common');
}

/** Splits a run into names of three or two characters that each begin with a surname and are no word. */
function splitNames(run: string, start: number): Span[] | null {
  if (run.length === 0) return [];
  if (run.startsWith('·')) return splitNames(run.slice(1), start + 1);
  for (const length of [3, 2, 4]) {
    const surname = surnameLength(run, 0);
    if (
      surname === 0 ||
      length > run.length ||
      length - surname > 2 ||
      length <= surname ||
      run.slice(0, length).includes('·')
    )
      continue;
    if (wordKind(run.slice(0, 2)) !== null) continue;
    const rest = splitNames(run.slice(length), start + length);
    if (rest !== null) return [{ start, end: start + length }, ...rest];
  }
  return null;
}
