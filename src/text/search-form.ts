import { simplifiedUnit } from './script.ts';

/** What is looked at of a query, in characters: no name is longer. */
const LONGEST = 200;
/** How many words of a query must be found. */
const MOST_WORDS = 8;

/**
 * A name or query as search compares it: compatibility forms one (NFKC: full-width letters, ㎡), Simplified character by
 * character (臺 is 台), small letters, whatever is no letter or digit one blank. '' where nothing is left.
 */
export function searchForm(text: string): string {
  const folded = text.normalize('NFKC').toLowerCase();
  const simplified = folded.replace(/[\u3400-\u9fff]/g, (c) => String.fromCharCode(simplifiedUnit(c.charCodeAt(0))));
  return simplified.replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ').trim();
}

/** A form without its blanks: Sharp Eyes and SharpEyes are one key. */
export function compactForm(text: string): string {
  return searchForm(text).replaceAll(' ', '');
}

/** The words of a query, longest first: runs of Chinese, and of other letters and digits; [] where it has none. */
export function searchWords(query: string): string[] {
  const form = [...searchForm(query)].slice(0, LONGEST).join('');
  const words = form.match(/\p{Script=Han}+|[^\p{Script=Han} ]+/gu) ?? [];
  return [...new Set(words)].sort((a, b) => b.length - a.length || (a < b ? -1 : 1)).slice(0, MOST_WORDS);
}
