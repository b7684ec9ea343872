import { loadJson } from '../gazetteer/data.ts';
import type { Lang } from './amount.ts';

const WORDS =
  loadJson<Readonly<Record<string, Readonly<Record<string, readonly [string, string]>>>>>('../cli/series-words.json');

/** A word of what costs, timelines and coverage print; a key without words is shown as it is. */
export function seriesWord(topic: string, key: string, lang: Lang): string {
  return WORDS[topic]?.[key]?.[lang === 'zh' ? 0 : 1] ?? key;
}
