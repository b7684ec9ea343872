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

/** The head of a noun phrase: its last asset word (视频监控平台 is a platform, 出警巡逻车 a car). */
export function headAsset(chars: string, start: number, end: number): Term<Asset> | undefined {
  return assetWords.find(chars, start, end).at(-1);
}
