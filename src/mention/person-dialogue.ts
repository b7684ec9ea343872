import type { Span } from '../article/article.ts';
import type { Text } from '../text/text.ts';
import { isHan, surnameLength, surnameRank, TITLES, wordKind } from './person-lexicon.ts';

/** 【县公安局 张三】, 张三： at the head of a line or behind a full stop: who speaks. */
const LABEL = /(?:^|[\n。！？”])(?:【([^】\n]{2,24})】|\[([^\]\n]{2,24})\]|([\u3400-\u9fff·]{1,16})：)/g;
/** A page with fewer labels is no dialogue. */
const FEWEST = 2;

/** 3楼 某某：, 沙发 某某：: by what name somebody posts. */
const POSTER =
  /(?:^|\n)(?:(?:\d{1,3}楼|楼主|沙发|板凳|地板|网友)[ \u3000]*([^：:\n，。]{2,12})[：:]|(?:(?:留言|咨询|来信|写信|提问|反映|发帖|投诉|求助)(?:人|者|网友)|昵称|网名|姓名)[：:][ \u3000]*([^：:\n，。]{2,12})(?=\n|[ \u3000]|$))/gu;

/** The names under which a page's readers post. */
export const namesOfPosters = ({ chars }: Text): Span[] =>
  Array.from(chars.matchAll(POSTER), ({ 0: label, 1: poster, 2: asker, index }) => {
    const name = poster ?? asker ?? '';
    const start = index + label.lastIndexOf(name);
    return { start, end: start + name.length };
  });

/** The names in the labels of an interview, a press conference or a chat: the last word of each, or the whole. */
export function namesOfSpeakers(text: Text): Span[] {
  const labels = Array.from(text.chars.matchAll(LABEL), (m) => {
    const word = m[1] ?? m[2] ?? m[3] ?? '';
    const start = m.index + m[0].lastIndexOf(word);
    return { start, end: start + word.length };
  });
  if (labels.length < FEWEST) return [];
  return labels.flatMap((label) => {
    const blank = lastBlank(text, label);
    const name = { start: blank ?? label.start, end: label.end };
    return isName(text.chars.slice(name.start, name.end), blank !== null) ? [name] : [];
  });
}

/** Where the last word of a label begins: folding dropped the blank, but the article text has it. */
function lastBlank(text: Text, { start, end }: Span): number | null {
  for (let i = end - 1; i > start; i--) {
    const [before, here] = [text.offsets[i - 1], text.offsets[i]];
    if (before === undefined || here === undefined) return null;
    if (text.chars.charAt(i - 1) === ' ' || /\s/.test(text.article.text.slice(before + 1, here))) return i;
  }
  return null;
}

/** A surname and one or two characters; `apart`: a blank sets it off from the speaker's office. */
function isName(word: string, apart: boolean): boolean {
  const surname = surnameLength(word, 0);
  const given = word.length - surname;
  if (surname === 0 || given < 1 || given > 2 || ![...word].every(isHan)) return false;
  // 包件一：
  if (TITLES.neverFirst.includes(word.charAt(surname))) return false;
  if (TITLES.orgTails.includes(word.slice(-1)) || TITLES.placeTails.includes(word.slice(-1))) return false;
  if (wordKind(word.slice(0, 2)) !== null && !(apart && word.length === 3)) return false;
  return apart || (word.length === 3 && (surname === 2 || surnameRank(word.charAt(0)) === 'common'));
}
