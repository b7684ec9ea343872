import { loadJson } from '../gazetteer/data.ts';
import { type Html, html } from './html.ts';

type Topic =
  | 'kind'
  | 'type'
  | 'attribute'
  | 'distance'
  | 'stage'
  | 'scope'
  | 'approx'
  | 'asset'
  | 'level'
  | 'agencyType'
  | 'relation'
  | 'reason'
  | 'page';

const WORDS = loadJson<Record<Topic, Record<string, readonly [string, string]>>>('../explain/words.json');

/** A word of the page in both languages; the page shows one. A key without words is shown as it is. */
export function word(topic: Topic, key: string): Html {
  const [zh, en] = inBoth(topic, key);
  return html`<span class="zh" lang="zh-Hans">${zh}</span><span class="en" lang="en">${en}</span>`;
}

/** A word in Chinese and in English; a key without words is both. */
export function inBoth(topic: Topic, key: string): readonly [zh: string, en: string] {
  return WORDS[topic][key] ?? [key, key];
}

/** Whether a key has words in both languages. */
export const hasWord = (topic: Topic, key: string): boolean => WORDS[topic][key] !== undefined;
