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

/**
 * Hits that have all words and how many there are of each label, where the full-text index finds them; null where it does not. Claims
 * may be a great part of the graph: first they are counted by length, then the shortest are read, of more than `many` of one length
 * only so many as are told.
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
  const phrases = phrasesOf(words);
  const counted = await engine.read(statement('foundByPhrasesLengths'), { phrases, labels });
  const totals = totalsOf(labels, counted);
  const named = labels.filter((label) => label !== 'Claim' && totals.get(label) !== 0);
  const found = await Promise.all([
    named.length === 0
      ? []
      : engine.read(statement('foundByPhrases'), { phrases, labels: named, ...marksOf(query), limit }),
    ...readingOf(counted, limit, many).map(({ length, isWalk }) =>
      isWalk
        ? engine.read(statement('foundClaimsOfLength'), { words, length, limit })
        : engine.read(statement('foundClaimsByPhrases'), { phrases, length, limit }),
    ),
  ]);
  const hits = found.flat().map((row) => hitOf(String(row.label), row));
  return { hits: best(hits, limit), totals };
}

/** Claims to read: those whose quotes are up to a length, or of just that length, found by a walk in the order of their keys. */
interface Read {
  readonly length: number;
  readonly isWalk: boolean;
}

/** How to read the first `limit` of claims that are counted by length, shortest first. */
function readingOf(counted: readonly Row[], limit: number, many: number): Read[] {
  let [before, shorter]: [number, Read[]] = [0, []];
  for (const { label, length, total } of counted) {
    if (label !== 'Claim') continue;
    if (Number(total) > Math.max(many, limit)) return [...shorter, { length: Number(length), isWalk: true }];
    before += Number(total);
    shorter = [{ length: Number(length), isWalk: false }];
    if (before >= limit) break;
  }
  return shorter;
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

function isPhrases({ engine }: Asked, words: readonly string[]): boolean {
  return engine === 'neo4j' && words.length > 0 && words.every((word) => PHRASE.test(word));
}

function phrasesOf(words: readonly string[]): string {
  return words.map((word) => `+"${word}"`).join(' ');
}
