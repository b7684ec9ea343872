import { loadJson } from '../gazetteer/data.ts';

interface Furniture {
  readonly traditional: string;
  readonly crumb: readonly string[];
  readonly home: readonly string[];
  readonly ends: readonly string[];
  readonly drops: readonly string[];
  /** Briefs about something else and letters, which end the body when they stand behind it. */
  readonly briefs: readonly string[];
  readonly issueMarks: readonly string[];
  readonly abstract: readonly string[];
  readonly metaLabels: readonly string[];
  readonly sourceLabels: readonly string[];
  readonly noSource: readonly string[];
  readonly dateLabels: readonly string[];
  readonly lateDateLabels: readonly string[];
  readonly notDate: readonly string[];
  readonly hostLabels: readonly string[];
  readonly urlLabels: readonly string[];
  readonly recordFields: Readonly<Record<'text' | 'title' | 'date' | 'outlet' | 'url', readonly string[]>>;
  readonly htmlMeta: Readonly<Record<'title' | 'date' | 'outlet' | 'site' | 'url', readonly string[]>>;
}

/** The words of page furniture; see the file for what each list means. */
export const FURNITURE = loadJson<Furniture>('./boilerplate.json');

const { outlet: OUTLET, paper: PAPER } = loadJson<{ outlet: readonly string[]; paper: readonly string[] }>(
  './outlet-suffix.json',
);

/** Rare brackets and the common ones that mean the same. */
const BRACKETS = '〖【〗】〘【〙】〔[〕]〚[〛]';

/** The folded form of every UTF-16 unit. */
const FOLD = (() => {
  const table = Uint16Array.from({ length: 0x10000 }, (_, c) => c);
  const pairs = FURNITURE.traditional;
  for (let i = 0; i + 1 < pairs.length; i += 2) table[pairs.charCodeAt(i)] = pairs.charCodeAt(i + 1);
  for (let c = 0xff01; c <= 0xff5e; c++) if (c !== 0xff0c) table[c] = c - 0xfee0;
  for (let i = 0; i + 1 < BRACKETS.length; i += 2) table[BRACKETS.charCodeAt(i)] = BRACKETS.charCodeAt(i + 1);
  for (const blank of '\u00a0\u3000\u2002\u2003\u2009\t') table[blank.charCodeAt(0)] = 0x20;
  return table;
})();

const DECODER = new TextDecoder('utf-16le', { ignoreBOM: true });

/** Furniture characters in Simplified script, ASCII and blanks half-width (the comma apart); the length never changes. */
export function fold(text: string): string {
  const units = new Uint16Array(text.length);
  for (let i = 0; i < text.length; i++) units[i] = FOLD[text.charCodeAt(i)] ?? 0;
  return DECODER.decode(units);
}

/** The pinyin that some copying sites put behind a character: 監(jiān)控. */
export const GLOSS = /[（(][a-z]{0,6}[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ][a-z]{0,5}[）)]/g;

const alternatives = (words: readonly string[]) =>
  [...words]
    .sort((a, b) => b.length - a.length)
    .map((w) => w.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'))
    .join('|');

/** A regular expression that matches any of the words, the longest first. */
export function anyOf(words: readonly string[], before = '', after = '', flags = 'i'): RegExp {
  return new RegExp(`${before}(${alternatives(words)})${after}`, flags);
}

const OUTLET_NAME = anyOf(OUTLET, '^[\\u4e00-\\u9fffA-Za-z0-9·]{1,14}?', '$');

/** Whether a folded string reads like the name of an outlet: short, without marks, with such an ending. */
export function isOutletName(name: string): boolean {
  return name.length >= 3 && name.length <= 16 && !/^(?:本|首页|主页|关于)|的/.test(name) && OUTLET_NAME.test(name);
}

const PAPER_NAME = anyOf(PAPER, '^[\\u4e00-\\u9fff·]{1,12}?', '$');

/** Whether a folded string can be the name of a small paper where a masthead or source line shows that one stands there. */
export function isPaperName(name: string): boolean {
  return name.length >= 3 && name.length <= 14 && !/^(?:本|据)/.test(name) && PAPER_NAME.test(name);
}

/** Matches an outlet's name in front of the word 讯, 消息, 报道 or 电 at the start of a folded paragraph. */
export const DATELINE = anyOf(
  OUTLET,
  '^[\\s(]*([\\u4e00-\\u9fffA-Za-z]{1,8}?',
  `(?:${alternatives(OUTLET)}){0,2})[^，,。;:]{0,14}?(?:讯|消息|报道|电)(?=[\\s(:，])`,
);
