import { pinyin } from '../text/pinyin.ts';
import { compactForm, searchForm } from '../text/search-form.ts';

/** Most articles name what others named: their places come again and again, with all that these stand under. */
const KNOWN = new Map<string, string>();
const MOST = 20_000;

/**
 * What search reads of a named node: `=name ` for each of its own names, `|key ` for what else it is found by (short and
 * former names, gloss, pinyin and initials), then the words of keys that have blanks. Marks are no part of any form, so
 * a query can only meet them where `cypher/parts/hitOrder.cypher` asks for them: `=东营` begins a name, `|dongy` another key.
 */
export function searchText(names: readonly string[], others: readonly string[] = []): string {
  const asked = JSON.stringify([names, others]);
  const known = KNOWN.get(asked);
  if (known !== undefined) return known;
  const made = madeText(names, others);
  if (KNOWN.size >= MOST) KNOWN.clear();
  KNOWN.set(asked, made);
  return made;
}

function madeText(names: readonly string[], others: readonly string[]): string {
  const own = [...new Set(names.map(compactForm))].filter((form) => form !== '');
  const rest = new Set([...others.map(compactForm), ...[...own, ...others.map(compactForm)].flatMap(typed)]);
  const keys = [...rest].filter((key) => key !== '' && !own.includes(key));
  const spaced = [...names, ...others].map(searchForm).filter((form) => form.includes(' '));
  return [...own.map((form) => `=${form}`), ...keys.map((key) => `|${key}`), ...new Set(spaced), ''].join(' ');
}

/** What search reads of a title: no key beside it. */
export function titleSearchText(title: string): string {
  return `=${compactForm(title)} ${searchForm(title)} `;
}

function typed(form: string): string[] {
  const read = pinyin(form);
  return read === null ? [] : [read.full, read.initials];
}
