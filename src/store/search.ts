import { searchForm, searchWords } from '../text/search-form.ts';
import { type Asked, best, hitOf, marksOf } from './hits.ts';
import { countPhrases, findAndCount } from './phrases.ts';
import { statement } from './queries.ts';
import type { Hit } from './store.ts';

/** The statements that find nodes of a label, by its plural. */
const PLURALS: Readonly<Record<string, string>> = {
  ...{ Place: 'Places', Agency: 'Agencies', Program: 'Programs' },
  ...{ Outlet: 'Outlets', Article: 'Articles', Claim: 'Claims' },
};
/** How many nodes of each label the full-text index is asked for, when none has all words. */
const CANDIDATES = 200;
/** What share of a query's words and pairs of characters a node must have, to be better than nothing. */
const SHARE = 0.5;

/** What of an engine search needs: its read statements, and its full-text index. */
export interface Searched extends Asked {
  /** Nodes of a label with any of the words, which hold letters, digits and blanks only. */
  candidates(label: string, words: string, limit: number): Promise<readonly Pick<Hit, 'key' | 'name'>[]>;
}

/**
 * Nodes that have all words of a query, best first, in the same order on every engine (`hitOrder.cypher`): 4 just its name, 3
 * the beginning of its name, 2 a short or former name, gloss or pinyin, 1 within its words; of these the shorter name, then
 * the key. Where there are none, those that the full-text index finds with half of the words: their share is the score.
 */
export async function searchNodes(
  engine: Searched,
  query: string,
  labels: readonly string[],
  limit: number,
): Promise<Hit[]> {
  const words = searchWords(query);
  const asked = [...new Set(labels)].filter((label) => label in PLURALS);
  if (words.length === 0 || limit <= 0) return [];
  const found =
    (await findAndCount(engine, query, asked, limit))?.hits ??
    (await Promise.all(asked.map((label) => withAll(engine, query, words, label, limit)))).flat();
  if (found.length > 0) return best(found, limit);
  const loose = await Promise.all(asked.map((label) => withSome(engine, query, label)));
  return best(loose.flat(), limit);
}

/** How many nodes of each label have all words of a query. */
export async function countNodes(
  engine: Asked,
  query: string,
  labels: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const phrases = await countPhrases(engine, query, labels);
  if (phrases !== null) return phrases;
  const words = searchWords(query);
  const [word] = words;
  const counted = labels.map(async (label): Promise<[string, number]> => {
    const plural = PLURALS[label];
    if (word === undefined || plural === undefined) return [label, 0];
    const [row] = await engine.read(statement(`found${plural}Count`), { word, words });
    return [label, Number(row?.total ?? 0)];
  });
  return new Map(await Promise.all(counted));
}

async function withAll(
  engine: Searched,
  query: string,
  words: readonly string[],
  label: string,
  limit: number,
): Promise<Hit[]> {
  const params = { word: words[0] ?? '', words, ...marksOf(query), limit };
  const rows = await engine.read(statement(`found${PLURALS[label]}`), params);
  return rows.map((row) => hitOf(label, row));
}

async function withSome(engine: Searched, query: string, label: string): Promise<Hit[]> {
  const wanted = grams(query);
  const nodes = await engine.candidates(label, searchWords(query).join(' '), CANDIDATES);
  return nodes
    .map(({ key, name }) => ({ label, key, name, score: shareOf(wanted, name) }))
    .filter(({ score }) => score >= SHARE);
}

/** What share of the grams a name has, from 0 to 1. */
function shareOf(wanted: ReadonlySet<string>, name: string): number {
  const form = searchForm(name);
  return [...wanted].filter((gram) => form.includes(gram)).length / wanted.size;
}

/** Pairs of Chinese characters, single ones that stand alone, and other words: what both engines' indexes hold. */
function grams(query: string): ReadonlySet<string> {
  const pairs = (word: string) => [...word].slice(1).map((c, i) => `${[...word][i]}${c}`);
  return new Set(searchWords(query).flatMap((word) => (/^\p{Script=Han}{2,}$/u.test(word) ? pairs(word) : [word])));
}
