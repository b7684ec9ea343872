import { searchWords } from '../text/search-form.ts';
import { type Asked, best, hitOf, marksOf, totalsOf } from './hits.ts';
import { statement } from './queries.ts';
import type { Hit, Row } from './store.ts';

/**
 * What the `cjk` index of Neo4j tells as CONTAINS does, in all labels at once: each pair of characters in turn. A single character,
 * and letters within others, it does not find.
 */
const PHRASE = /^[\u3400-\u9fff]{2,}$/;
/** From how many claims of one length their keys are looked up in order, not read from each. */
const MANY = 5000;

/** What has all words of a query: the best of it, and how many nodes of each label. */
export interface Found {
  readonly hits: readonly Hit[];
  readonly totals: ReadonlyMap<string, number>;
}

/** How many nodes of a label have one rank and one length: none of them comes between two of another. */
interface Group {
  readonly label: string;
  readonly rank: number;
  readonly length: number;
  readonly total: number;
}

/**
 * Hits that have all words and how many there are of each label, where the full-text index finds them; null where it does not. First
 * nodes are counted by rank and length, which says what is good enough; only of that the keys are read. Of more than `many` claims
 * of one length they are not read either, but looked up in order until there are enough.
 */
export async function findAndCount(
  engine: Asked,
  query: string,
  labels: readonly string[],
  limit: number,
  many = MANY,
): Promise<Found | null> {
  const words = searchWords(query);
  if (!isPhrases(engine, words)) return null;
  const params = { phrases: phrasesOf(words), ...marksOf(query) };
  const rows = await engine.read(statement('foundByPhrasesRanks'), { ...params, labels });
  const enough = firstOf(rows.map(groupOf), limit);
  const ties = enough.find(({ label, total }) => label === 'Claim' && total > many);
  const others = enough.filter((group) => group !== ties);
  const last = others.at(-1);
  const within = { ...params, labels: [...new Set(others.map(({ label }) => label))], limit };
  const found = await Promise.all([
    last === undefined
      ? []
      : engine.read(statement('foundByPhrases'), {
          ...{ ...within, rank: last.rank, length: last.length, ties: ties?.length ?? -1 },
        }),
    ties === undefined ? [] : engine.read(statement('foundClaimsOfLength'), { words, length: ties.length, limit }),
  ]);
  const hits = found.flat().map((row) => hitOf(String(row.label), row));
  return { hits: best(hits, limit), totals: totalsOf(labels, rows) };
}

/** How many nodes of each label have all words of a query; null where the full-text index does not find them. */
export async function countPhrases(
  engine: Asked,
  query: string,
  labels: readonly string[],
): Promise<ReadonlyMap<string, number> | null> {
  const words = searchWords(query);
  if (!isPhrases(engine, words)) return null;
  const params = { phrases: phrasesOf(words), labels };
  return totalsOf(labels, await engine.read(statement('foundByPhrasesCount'), params));
}

function groupOf({ label, rank, length, total }: Row): Group {
  return { label: String(label), rank: Number(rank), length: Number(length), total: Number(total) };
}

/** Of groups, best first, those among which the first `limit` nodes are: all that are no worse than the one that makes it full. */
function firstOf(groups: readonly Group[], limit: number): readonly Group[] {
  let before = 0;
  const last = groups.find(({ total }) => {
    before += total;
    return before >= limit;
  });
  if (last === undefined) return groups;
  return groups.filter(({ rank, length }) => rank > last.rank || (rank === last.rank && length <= last.length));
}

function isPhrases({ engine }: Asked, words: readonly string[]): boolean {
  return engine === 'neo4j' && words.length > 0 && words.every((word) => PHRASE.test(word));
}

function phrasesOf(words: readonly string[]): string {
  return words.map((word) => `+"${word}"`).join(' ');
}
