import type { Span } from '../article/article.ts';
import {
  BEGINS,
  beginsAt,
  HONORIFICS,
  isHan,
  RANKS,
  speechAt,
  surnameLength,
  surnameRank,
  TITLES,
  TITLES_BEFORE,
  WEAK_HONORIFICS,
  wordAt,
  wordKind,
} from './person-lexicon.ts';
import { type Before, endsName, nameLength } from './person-name.ts';

/** 李伟到某地调研: an official's visit, at the head of a line. */
const VISIT =
  /^(?:在|到|赴|率队|带队|主持|出席|会见|深入)[^，。；：\n]{0,16}(?:调研|指导|检查|督导|考察|慰问|走访|召开|会议|讲话|宣讲|看望)/;
const TRANSLITERATED = /[阿艾买提吐尔江尼亚孜古丽木拉卡热依合力麦努扎西次仁旦巴多吉卓玛桑洛央金格勒斯塔日娜其乌苏叶波]/;
/** Surnames that end other words: 公司某部门, 公安某所. */
const ENDS_WORDS = '司关习安田路边方平程车房海江水石云花金全单商官应能管解区局校院店厂行';
/** 长 may begin the next word: 康王乡长石桥村. */
const PLACE_RANK = /^[省市县区镇乡村州旗]/;
const NOT_AFTER_MOU = '些种一项';
/** 值守员傅来顺说: how words for what somebody is end. */
const ROLE_TAILS = '员民农工';

const NOBODY: readonly Span[] = [];

/** The persons whose title, form of address or verb of speech begins at `at`, or who stand bare there. */
export function namesAt(chars: string, at: number, begins: number): readonly Span[] {
  if ((begins & BEGINS.mark) !== 0) return chars.charAt(at) === '某' ? anonymous(chars, at) : transliterated(chars, at);
  const honorific = (begins & BEGINS.honorific) === 0 ? '' : wordAt(HONORIFICS, chars, at);
  const title = (begins & BEGINS.title) === 0 ? '' : wordAt(TITLES_BEFORE, chars, at);
  const rank = (begins & BEGINS.rank) === 0 ? '' : wordAt(RANKS, chars, at);
  const name = (begins & BEGINS.surname) === 0 ? 0 : bareLength(chars, at);
  // Most characters that may begin something begin nothing.
  if (honorific === '' && title === '' && rank === '' && name === 0) return NOBODY;
  return [
    ...(honorific === '' ? NOBODY : addressed(chars, at, honorific)),
    ...(title === '' ? NOBODY : besideTitle(chars, at, title)),
    ...(rank === '' ? NOBODY : titled(chars, at, rank)),
    ...(name === 0 ? NOBODY : [{ start: at, end: at + name }]),
  ];
}

function besideTitle(chars: string, at: number, title: string): Span[] {
  return [...listAt(chars, at + title.length, isRank(title) ? 'rank' : 'role'), ...listBefore(chars, at)];
}

/** The name behind a title, and those that 、 joins to it. */
function listAt(chars: string, start: number, before: Before): Span[] {
  const names: Span[] = [];
  let at = start;
  for (;;) {
    const length = nameLength(chars, at, before);
    if (length === 0) return names;
    names.push({ start: at, end: at + length });
    const joint = chars.charAt(at + length);
    if (joint !== '、' && joint !== '和' && joint !== ' ') return names;
    at += length + 1;
  }
}

function isRank(title: string): boolean {
  return title.endsWith('领导') || wordAt(RANKS, title, 0) === title;
}

/** 王某、李某等市领导: the names joined by 、 before 等 and a title. */
function listBefore(chars: string, at: number): Span[] {
  if (chars.charAt(at - 1) !== '等') return [];
  const names: Span[] = [];
  for (let end = at - 1; ; ) {
    const length = [3, 2].find(
      (n) => isFull(chars, end - n, n) && (chars.charAt(end - n - 1) === '、' || isOpenLeft(chars, end - n)),
    );
    if (length === undefined) return names;
    names.push({ start: end - length, end });
    if (chars.charAt(end - length - 1) !== '、') return names;
    end -= length + 1;
  }
}

/** 刘某, 王某某, 张某甲, 李某军（…）. */
function anonymous(chars: string, at: number): Span[] {
  if (chars.charAt(at - 1) === '某') return [];
  const surname = surnameLength(chars, at - 2) === 2 ? 2 : surnameRank(chars.charAt(at - 1)) === null ? 0 : 1;
  let end = at;
  while (chars.charAt(end) === '某') end++;
  const next = chars.charAt(end);
  const party = /^一(?:方(?!面)|家|伙)/.test(chars.slice(end, end + 3)) && isOpenLeft(chars, at - surname);
  if (surname === 0 || (next !== '' && NOT_AFTER_MOU.includes(next) && !party)) return [];
  const word = surnameRank(chars.charAt(at - 1)) === 'function' || ENDS_WORDS.includes(chars.charAt(at - 1));
  if (word && end === at + 1 && !isOpenLeft(chars, at - surname)) return [];
  return [{ start: at - surname, end: isGivenAfterMou(chars, end) ? end + 1 : end }];
}

/** 张某甲, 聂某东（…）: a given character between 某 and what ends a name. */
function isGivenAfterMou(chars: string, at: number): boolean {
  const given = chars.charAt(at);
  if ('甲乙丙丁'.includes(given || ' ')) return true;
  if (!isHan(given) || TITLES.neverGiven.includes(given) || TITLES.neverAfterMou.includes(given)) return false;
  return '、（，等被对已因向'.includes(chars.charAt(at + 1) || ' ');
}

/** 买买提·吐尔逊, 扎西·次仁: both parts, where they sound foreign or follow a title. */
function transliterated(chars: string, at: number): Span[] {
  let start = at;
  while (
    start > 0 &&
    at - start < 6 &&
    isHan(chars.charAt(start - 1)) &&
    !'的和是在与对说被'.includes(chars.charAt(start - 1))
  )
    start--;
  let end = at + 1;
  while (
    end < chars.length &&
    end - at < 9 &&
    (isHan(chars.charAt(end)) || chars.charAt(end) === '·') &&
    !isOver(chars, end)
  )
    end++;
  for (let i = start; i < at; i++) {
    const title = wordAt(TITLES_BEFORE, chars, i) || wordAt(RANKS, chars, i);
    if (title !== '' && i + title.length < at) return [{ start: i + title.length, end }];
  }
  const sounds = (from: number, to: number): number =>
    [...chars.slice(from, to)].filter((c) => TRANSLITERATED.test(c)).length;
  return sounds(start, at) * 2 >= at - start && sounds(at + 1, end) * 2 >= end - at - 1 && end > at + 1 && start < at
    ? [{ start, end }]
    : [];
}

function isOver(chars: string, at: number): boolean {
  return '说称的是在被将把和与等到向告介表也就'.includes(chars.charAt(at));
}

/** 耿先生, 欧阳女士, 王小明先生: the whole is one surface. */
function addressed(chars: string, at: number, honorific: string): Span[] {
  if (honorific === '警官' && chars.charAt(at + 2) === '兵') return [];
  const end = at + honorific.length;
  // “马甲爷爷”巡逻队: a team's name
  if (/^”[\u4e00-\u9fff]{0,4}队/u.test(chars.slice(end, end + 6))) return [];
  if (surnameLength(chars, at - 2) === 2) return [{ start: at - 2, end }];
  for (const length of [3, 2]) {
    const start = at - length;
    if (start < 0 || !isFull(chars, start, length) || !isOpenLeft(chars, start)) continue;
    return [{ start, end }];
  }
  const rank = surnameRank(chars.charAt(at - 1));
  if (rank === null) return [];
  const weak = WEAK_HONORIFICS.has(honorific);
  if (weak && (rank === 'function' || !isOpenLeft(chars, at - 1))) return [];
  return rank === 'function' && !isOpenLeft(chars, at - 1) ? [] : [{ start: at - 1, end }];
}

/** 李大明局长, 王局长: the name before its title, when something open stands before it, or 派出所张所长说. */
function titled(chars: string, at: number, rank: string): Span[] {
  if (PLACE_RANK.test(rank) && !endsName(chars, at + rank.length)) return [];
  const speaks = speechAt(chars, at + rank.length) !== '';
  for (const length of [3, 2]) {
    const open =
      isOpenLeft(chars, at - length) || (speaks && TITLES.orgTails.includes(chars.charAt(at - length - 1) || '.'));
    if (open && isFull(chars, at - length, length)) return [{ start: at - length, end: at }];
  }
  const single =
    surnameRank(chars.charAt(at - 1)) === 'common' &&
    (isOpenLeft(chars, at - 1) || (speaks && TITLES.orgTails.includes(chars.charAt(at - 2) || '.'))) &&
    !'任单师项党安程公'.includes(chars.charAt(at - 1));
  return single ? [{ start: at - 1, end: at + rank.length }] : [];
}

/** A surname with one or two given characters that is no word and no place. */
function isFull(chars: string, start: number, length: number): boolean {
  if (start < 0 || surnameRank(chars.charAt(start)) !== 'common' || wordKind(chars.slice(start, start + 2)) !== null)
    return false;
  const given = chars.slice(start + 1, start + length);
  if (TITLES.placeTails.includes(given.slice(-1)) || TITLES.neverFirst.includes(given.charAt(0))) return false;
  return [...given].every((c) => isHan(c) && !TITLES.neverGiven.includes(c) && !'副总正老女男原支'.includes(c));
}

/** Nothing, a mark, a preposition or a title stands before. */
function isOpenLeft(chars: string, at: number): boolean {
  const before = chars.charAt(at - 1);
  if (before === '' || !isHan(before) || TITLES.leftOpen.includes(before)) return before !== '·';
  for (let length = 2; length <= 5 && length <= at; length++) {
    if ((beginsAt(chars, at - length) & (BEGINS.title | BEGINS.rank)) === 0) continue;
    if (
      wordAt(TITLES_BEFORE, chars, at - length).length === length ||
      wordAt(RANKS, chars, at - length).length === length
    )
      return true;
  }
  return false;
}

/** The length of a name with no title, 0 for none: a verb of speech follows it, or the line is about a visit. */
function bareLength(chars: string, at: number): number {
  const opens = at === 0 || chars.charAt(at - 1) === '\n';
  if (!opens && !maySpeak(chars, at)) return 0;
  if (surnameRank(chars.charAt(at)) === 'function') return 0;
  if (!isOpenLeft(chars, at) && !ROLE_TAILS.includes(chars.charAt(at - 1) || ' ')) return 0;
  const spoken = nameLength(chars, at, 'nothing');
  if (spoken > 0 || !opens) return spoken;
  return [2, 3].find((n) => isFull(chars, at, n) && VISIT.test(chars.slice(at + n, at + n + 40))) ?? 0;
}

/** Whether a verb of speech may stand where a name that begins at `at` can end: behind one or two given characters. */
const maySpeak = (chars: string, at: number): boolean =>
  ((beginsAt(chars, at + 2) | beginsAt(chars, at + 3) | beginsAt(chars, at + 4)) & BEGINS.speech) !== 0;
