import { loadJson } from '../gazetteer/data.ts';
import { Lexicon } from '../gazetteer/lexicon.ts';

interface Surnames {
  readonly common: string;
  readonly rare: string;
  /** Surnames that are mostly something else (和, 时, 全): they need a verb of speech behind the name. */
  readonly function: string;
  readonly compound: readonly string[];
}

interface GivenWords {
  readonly nouns: string;
  readonly others: string;
}

interface Titles {
  readonly ranks: readonly string[];
  readonly roles: readonly string[];
  readonly honorifics: readonly string[];
  readonly weakHonorifics: readonly string[];
  readonly bylines: readonly string[];
  readonly bylineEnds: readonly string[];
  readonly speech: readonly string[];
  /** Words that begin like a verb of speech and are none (称号, 道路). */
  readonly notSpeech: readonly string[];
  readonly followers: readonly string[];
  readonly neverGiven: string;
  readonly neverFirst: string;
  /** What stands behind 某 and is no given name (刘某因, 杨某对). */
  readonly neverAfterMou: string;
  readonly placeTails: string;
  readonly bylineStop: readonly string[];
  readonly orgTails: string;
  readonly leftOpen: string;
}

/** Surnames by how good they are. */
export const SURNAMES = loadJson<Surnames>('surnames.json');
const GIVEN_WORDS = loadJson<GivenWords>('given-words.json');

/** Titles, by-line words and what stands beside names. */
export const TITLES = loadJson<Titles>('titles.json');

/** What may begin at a character, as bits: at most characters nothing does. */
export const BEGINS = {
  byline: 1,
  title: 2,
  rank: 4,
  honorific: 8,
  surname: 16,
  mark: 32,
  sign: 64,
  speech: 128,
} as const;
/** The bits of single characters by their code, and those of longer words by a hash of their first two characters. */
const SINGLE = new Uint8Array(65536);
const PAIR = new Uint8Array(65536);
for (const c of SURNAMES.common) mark(c, BEGINS.surname);
for (const word of SURNAMES.compound) mark(word.charAt(0), BEGINS.surname);
for (const c of '某·') mark(c, BEGINS.mark);
for (const c of '□■◎●（(摄/') mark(c, BEGINS.sign);

/** Words of which each begins what the bit stands for. */
function lexicon(words: readonly string[], bit = 0): Lexicon<string> {
  for (const word of words) mark(word, bit);
  return new Lexicon(words.map((word) => [word, word] as const));
}

function mark(word: string, bit: number): void {
  const [bits, at] = word.length === 1 ? [SINGLE, word.charCodeAt(0)] : [PAIR, pairHash(word, 0)];
  bits[at] = (bits[at] ?? 0) | bit;
}

/** Few words share a hash with another; behind the end stands no character, which counts as 0. */
function pairHash(chars: string, at: number): number {
  return (chars.charCodeAt(at) * 31 + chars.charCodeAt(at + 1)) & 0xffff;
}

/** Titles that stand before or behind a name, 副 included. */
export const RANKS = lexicon(
  [
    ...TITLES.ranks,
    ...TITLES.ranks.map((rank) => `副${rank}`),
    '常务副书记',
    '常务副市长',
    '常务副县长',
    '常务副区长',
    '常务副局长',
  ],
  BEGINS.rank,
);
/** Everything that stands before a name. */
export const TITLES_BEFORE = lexicon([...TITLES.ranks, ...TITLES.roles], BEGINS.title);
/** Words after a surname that make it a person’s (先生, 同志). */
export const HONORIFICS = lexicon(TITLES.honorifics, BEGINS.honorific);
/** Those among them that also stand after other words. */
export const WEAK_HONORIFICS: ReadonlySet<string> = new Set(TITLES.weakHonorifics);
/** Words before the names of who wrote or photographed. */
export const BYLINES = lexicon(TITLES.bylines, BEGINS.byline);
/** Words that end such a list of names. */
export const BYLINE_ENDS = lexicon(TITLES.bylineEnds);
/** Words that are no name though they stand in such a list. */
export const BYLINE_STOP: ReadonlySet<string> = new Set(TITLES.bylineStop);
const SPEECH = lexicon(TITLES.speech, BEGINS.speech);
const NOT_SPEECH = lexicon(TITLES.notSpeech);
/** Words that follow a person’s name (说, 介绍). */
export const FOLLOWERS = lexicon(TITLES.followers);

type SurnameRank = 'common' | 'rare' | 'function';

/** By the character’s code. */
const RANK_OF = new Map<number, SurnameRank>();
for (const c of SURNAMES.rare) RANK_OF.set(c.charCodeAt(0), 'rare');
for (const c of SURNAMES.common) RANK_OF.set(c.charCodeAt(0), 'common');
for (const c of SURNAMES.function) if (RANK_OF.has(c.charCodeAt(0))) RANK_OF.set(c.charCodeAt(0), 'function');
const COMPOUND = lexicon(SURNAMES.compound);
const WORDS = new Map<string, 'noun' | 'other'>();
addPairs(GIVEN_WORDS.nouns, 'noun');
addPairs(GIVEN_WORDS.others, 'other');

function addPairs(joined: string, kind: 'noun' | 'other'): void {
  for (let i = 0; i < joined.length; i += 2) WORDS.set(joined.slice(i, i + 2), kind);
}

/** The longest word of the lexicon at `at`, '' when none stands there. */
export function wordAt(words: Lexicon<string>, chars: string, at: number): string {
  return words.at(chars, at)?.word ?? '';
}

/** The verb of speech at `at`, '' when none stands there. */
export function speechAt(chars: string, at: number): string {
  return wordAt(NOT_SPEECH, chars, at) === '' ? wordAt(SPEECH, chars, at) : '';
}

/** The bits of `BEGINS` for what may begin at `at`: all that does begin there, and now and then what does not. */
export function beginsAt(chars: string, at: number): number {
  return (SINGLE[chars.charCodeAt(at) | 0] ?? 0) | (PAIR[pairHash(chars, at)] ?? 0);
}

/** How good a surname a character is; null when it is none. */
export function surnameRank(c: string): SurnameRank | null {
  return RANK_OF.get(c.charCodeAt(0)) ?? null;
}

/** The length of the surname at `at`: 2 for 欧阳, 1, or 0. */
export function surnameLength(chars: string, at: number): number {
  if (COMPOUND.at(chars, at) !== undefined) return 2;
  return RANK_OF.has(chars.charCodeAt(at)) ? 1 : 0;
}

/** Whether two characters are a word of the language (高峰: noun, 方便: other). */
export function wordKind(two: string): 'noun' | 'other' | null {
  return WORDS.get(two) ?? null;
}

/** Whether a character is a Chinese one. */
export function isHan(c: string): boolean {
  const code = c.charCodeAt(0);
  return code >= 0x3400 && code <= 0x9fff;
}
