import {
  FOLLOWERS,
  isHan,
  speechAt,
  surnameLength,
  surnameRank,
  TITLES,
  TITLES_BEFORE,
  wordAt,
  wordKind,
} from './person-lexicon.ts';

/** What stands behind a possible name: speech or a mark ends it surely, a verb or preposition probably. */
type Ending = 'speech' | 'mark' | 'follower' | 'none';

/** What stands before a possible name: a rank (局长), a role (民警, 居民, 记者) or nothing that speaks for one. */
export type Before = 'rank' | 'role' | 'nothing';

const SCORE: Record<Ending, number> = { speech: 5, mark: 4, follower: 2, none: 0 };

/**
 * The length of the personal name at `at`, 0 when none stands there. Behind a title a name of three characters needs
 * no proof but that it does not begin a word; a bare one (`nothing` before it) needs a verb of speech behind it.
 */
export function nameLength(chars: string, at: number, before: Before): number {
  const surname = surnameLength(chars, at);
  if (surname === 0) return 0;
  let best = 0;
  let bestScore = before === 'nothing' ? 3 : 0;
  for (const length of [surname + 2, surname + 1]) {
    const score = nameScore(chars, at, surname, length, before);
    if (score > bestScore) [best, bestScore] = [length, score];
  }
  return best;
}

function nameScore(chars: string, at: number, surname: number, length: number, before: Before): number {
  const name = chars.slice(at, at + length);
  const given = name.slice(surname);
  if (given.length !== length - surname || !isGiven(given)) return -9;
  const ending = endingAt(chars, at + length);
  // 罗坪镇｜长水村安装…: a village behind a town, and no mayor.
  if (before === 'rank' && /[村屯寨镇乡]/u.test(given) && ending !== 'speech') return -9;
  if (before === 'nothing' && ending !== 'speech') return -9;
  if (isPlaceTail(chars.charAt(at + length)) && ending === 'none') return -9;
  return SCORE[ending] + (given.length > 1 ? 1 : 0) - penalty(chars, at, name, given, ending, before);
}

function isGiven(given: string): boolean {
  for (const c of given) if (!isHan(c) || TITLES.neverGiven.includes(c)) return false;
  return !TITLES.neverFirst.includes(given.charAt(0));
}

function isPlaceTail(c: string): boolean {
  return c !== '' && TITLES.placeTails.includes(c);
}

/** 政委曾令枫, 老党员曾炳生: behind what somebody is, 曾 and two characters are a name more often than not. */
const functionPenalty = (name: string, given: string, before: Before): number =>
  name.startsWith('曾') && given.length === 2 && before !== 'nothing' ? 2 : 6;

/** What speaks against a name: it begins a word, its surname is mostly another word, a verb begins inside it. */
function penalty(chars: string, at: number, name: string, given: string, ending: Ending, before: Before): number {
  const spoken = ending === 'speech';
  const rank = name.length > given.length + 1 ? 'common' : surnameRank(name.charAt(0));
  let sum = rank === 'rare' ? 0.5 : rank === 'function' && !spoken ? functionPenalty(name, given, before) : 0;
  const kind = name.length - given.length > 1 ? null : wordKind(name.slice(0, 2));
  if (kind !== null)
    sum += wordPenalty(
      kind,
      given.length,
      before,
      ending === 'follower' && wordAt(FOLLOWERS, chars, at + name.length).length > 1 ? 'verb' : ending,
    );
  if (given.length > 1 && beginsWord(chars, at + name.length - 1)) sum += 4;
  if (wordAt(TITLES_BEFORE, chars, at + name.length - given.length).length >= given.length) sum += 9;
  if (before === 'nothing' && isPlaceTail(given.slice(-1))) sum += 9;
  return sum;
}

/** 局长高峰说 and 县长方志敏出席 are names, 民警高度重视 and 居民安全感、 are not. */
function wordPenalty(kind: 'noun' | 'other', given: number, before: Before, ending: Ending | 'verb'): number {
  const proven = before !== 'nothing' && ending === 'speech';
  if (kind === 'noun' && before === 'rank' && ending === 'verb') return 1;
  return proven && (kind === 'noun' || given > 1) ? 2 : 9;
}

/** Whether a verb of at least two characters begins with the last character of the name (表示, 一边, 到会). */
function beginsWord(chars: string, at: number): boolean {
  const follower = wordAt(FOLLOWERS, chars, at);
  const speech = speechAt(chars, at);
  return follower.length > 1 || speech.length > 1 || (speech.length === 1 && isMark(chars.charAt(at + 1)));
}

function isMark(c: string): boolean {
  return !isHan(c) && c !== '·';
}

/** Whether what stands at `at` can follow a name or its title. */
export function endsName(chars: string, at: number): boolean {
  return endingAt(chars, at) !== 'none';
}

function endingAt(chars: string, at: number): Ending {
  if (speechAt(chars, at) !== '') return 'speech';
  if (isMark(chars.charAt(at))) return 'mark';
  return wordAt(FOLLOWERS, chars, at) === '' ? 'none' : 'follower';
}
