import { loadJson } from '../gazetteer/data.ts';
import { Lexicon, type Term } from '../gazetteer/lexicon.ts';
import type { Asset } from './claim.ts';

const lists = loadJson<Record<Asset, readonly string[]>>('assets.json');

/** Words for what is installed, built or posted, each with its asset. */
export const assetWords = new Lexicon(
  (Object.entries(lists) as [Asset, readonly string[]][]).flatMap(([asset, words]) =>
    words.map((word) => [word, asset] as const),
  ),
);

/** The head of a noun phrase: its last asset word, the longest that ends there (视频监控中心 is a platform). */
export function headAsset(chars: string, start: number, end: number): Term<Asset> | undefined {
  return named(assetWords.overlapping(chars, start, end), chars);
}

/** The asset of the first noun phrase of a span: its first asset word, with what is joined to it (联网报警｜监控中心). */
export function firstAsset(chars: string, start: number, end: number): Term<Asset> | undefined {
  const terms = assetWords.overlapping(chars, start, end);
  let chain = terms.slice(0, 1);
  for (const term of terms.slice(1)) {
    const last = Math.max(...chain.map((t) => t.end));
    // “十户联防”｜警铃
    const reach = chars[last] === '”' ? last + 1 : last;
    if (term.start <= reach) chain = [...chain, term];
  }
  return named(chain, chars);
}

/** “一键报警”终端: a word for any device says less than the name before it. */
function named(terms: readonly Term<Asset>[], chars: string): Term<Asset> | undefined {
  const last = lastOf(terms);
  if (last === undefined || !DEVICE.test(last.word)) return last;
  const before = terms.findLast((t) => t.end < last.end && chars.slice(t.end, last.start) === '”');
  return before && before.value !== 'other' ? { ...last, value: before.value } : last;
}

const DEVICE = /^(?:终端|视频终端|手持终端)$/u;

function lastOf(terms: readonly Term<Asset>[]): Term<Asset> | undefined {
  return terms.reduce<Term<Asset> | undefined>((best, t) => (!best || t.end > best.end ? t : best), undefined);
}
