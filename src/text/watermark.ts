import type { Span } from '../article/article.ts';
import { GLOSS, isOutletName } from '../article/furniture.ts';
import { loadJson } from '../gazetteer/data.ts';

const SUFFIXES = loadJson<{ site: readonly string[] }>('./outlet-suffix.json').site.join('|');
const PHRASES = loadJson<{ watermarks: readonly string[] }>('./boilerplate.json').watermarks;

/** A short run of Latin letters and digits glued to what may be a site's name: `7UU法治快讯网`. */
const GLUED = /(?<![A-Za-z0-9.])([A-Za-z0-9]{2,4})(?=[\u4e00-\u9fff]{3})/g;
const SITE_NAME = new RegExp(`^[\\u4e00-\\u9fff]{1,7}?(?:${SUFFIXES})(?:${SUFFIXES}){0,3}`);
const PHRASE = new RegExp(PHRASES.map((p) => p.replace(/[.]/g, '\\.')).join('|'), 'gi');
/** What every address has. */
const IN_ADDRESS = /\.|:\/\//;
const ADDRESS =
  /(?:https?:\/\/)?www\.(?:[A-Za-z0-9-]{1,40}\.){1,4}(?:com|cn|net|org)(?![A-Za-z./:-])|(?:https?:\/\/|www\.)[A-Za-z0-9._~:/?#@!$&*+,;=%-]{3,300}|(?:[A-Za-z0-9@-]{1,60}\.){1,5}(?:com|cn|net|org|cc|tv|info)(?![A-Za-z0-9-])/g;
const LETTER = /[A-Za-z]/;
/** Question marks where a broken copy had blanks. */
const LOST_BLANKS = /^[?\s]{2,8}(?=[\u4e00-\u9fff“])/g;

/** The names under which a copying site may have marked the text; Simplified. */
export function siteNames(outlet: string | null, hints: readonly string[], text: string): Set<string> {
  const names = new Set<string>();
  if (outlet !== null && outlet.length >= 3) names.add(outlet);
  for (const word of hints.flatMap((h) => h.split(/[\s>»›|:：_-]+/))) if (isOutletName(word)) names.add(word);
  const seen = new Map<string, number>();
  for (const { name } of gluedNames(text)) seen.set(name, (seen.get(name) ?? 0) + 1);
  for (const [name, count] of seen) if (count > 1) names.add(name);
  return names;
}

function* gluedNames(text: string): Generator<{ token: string; name: string; start: number; end: number }> {
  if (!LETTER.test(text)) return;
  for (const match of text.matchAll(GLUED)) {
    const token = match[1] ?? '';
    if (/^\d+$/.test(token)) continue;
    const at = match.index + token.length;
    const name = SITE_NAME.exec(text.slice(at, at + 24))?.[0];
    if (name !== undefined && isRandom(token)) yield { token, name, start: match.index, end: at + name.length };
  }
}

/** Three or four characters of mixed kinds, as no abbreviation has them. */
const isRandom = (token: string): boolean =>
  token.length >= 3 && [/[a-z]/, /[A-Z]/, /\d/].filter((kind) => kind.test(token)).length >= 2;

/** What a reader would skip in a paragraph: copiers' marks, addresses, pinyin glosses. Sorted, never overlapping. */
export function marksIn(paragraph: string, names: ReadonlySet<string>): Span[] {
  const marks: Span[] = [];
  for (const pattern of IN_ADDRESS.test(paragraph)
    ? [PHRASE, ADDRESS, GLOSS, LOST_BLANKS]
    : [PHRASE, GLOSS, LOST_BLANKS])
    for (const match of paragraph.matchAll(pattern))
      marks.push({ start: match.index, end: match.index + match[0].length });
  marks.push(...namedMarks(paragraph, names));
  for (const { start, end } of gluedNames(paragraph))
    if (endsParagraph(paragraph, start, end)) marks.push({ start, end });
  return disjoint(marks.map((m) => withBrackets(paragraph, m)));
}

function namedMarks(paragraph: string, names: ReadonlySet<string>): Span[] {
  if (names.size === 0 || !LETTER.test(paragraph)) return [];
  const marks: Span[] = [];
  for (const match of paragraph.matchAll(GLUED)) {
    const token = match[1] ?? '';
    const at = match.index + token.length;
    const name = LETTER.test(token) ? [...names].find((n) => paragraph.startsWith(n, at)) : undefined;
    if (name !== undefined) marks.push({ start: match.index, end: at + name.length });
  }
  return marks;
}

/** A mark that nothing else vouches for must follow a finished sentence and close the paragraph. */
const endsParagraph = (paragraph: string, start: number, end: number): boolean =>
  /^[\s|]*$/.test(paragraph.slice(end, end + 40)) &&
  end + 40 > paragraph.length &&
  (start === 0 || /[。！？”）]$/.test(paragraph.slice(0, start).slice(-1)));

function withBrackets(paragraph: string, mark: Span): Span {
  const isWrapped = /[（(【[]/.test(paragraph[mark.start - 1] ?? '') && /[）)】\]]/.test(paragraph[mark.end] ?? '');
  return isWrapped ? { start: mark.start - 1, end: mark.end + 1 } : mark;
}

function disjoint(marks: readonly Span[]): Span[] {
  const sorted = [...marks].sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Span[] = [];
  for (const mark of sorted) if (mark.start >= (kept.at(-1)?.end ?? 0)) kept.push(mark);
  return kept;
}
