import { compactForm, searchForm, searchWords } from '../text/search-form.ts';
import { statement } from './queries.ts';
import type { Hit, Params, Row, Statement, Value } from './store.ts';

/** The statements that find nodes of a label, by its plural. */
const PLURALS: Readonly<Record<string, string>> = {
  ...{ Place: 'Places', Agency: 'Agencies', Program: 'Programs' },
  ...{ Outlet: 'Outlets', Article: 'Articles', Claim: 'Claims' },
};
/** How many nodes of each label the full-text index is asked for, when none has all words. */
const CANDIDATES = 200;
/** From how many claims of one length their keys are looked up in order, not read from each. */
const MANY = 5000;
/** What share of a query's words and pairs of characters a node must have, to be better than nothing. */
const SHARE = 0.5;

/**
 * What the `cjk` index of Neo4j tells as CONTAINS does, in all labels at once: each pair of characters in turn. A single character,
 * and letters within others, it does not find.
 */
const PHRASE = /^[\u3400-\u9fff]{2,}$/;

/** What has all words of a query: the best of it, and how many nodes of each label. */
export interface Found {
  readonly hits: readonly Hit[];
  readonly totals: ReadonlyMap<string, number>;
}

/** How search reads an engine: its statements, and whether its full-text index knows phrases. */
export interface Asked {
  /** The engine's name. */
  readonly engine: string;
  read(statement: Statement, params?: Params): Promise<Row[]>;
}

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

/**
 * Hits that have all words and how many there are of each label, where one walk through the index finds both; null where it does not.
 * Of more than `many` claims of one length, those that are told are asked for by themselves.
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
  const params = { phrases: phrasesOf(words), labels, ...marksOf(query), limit, many };
  const [found = {}] = await engine.read(statement('foundByPhrases'), params);
  const [types, keys, names, ranks] = [found.labels, found.keys, found.names, found.ranks].map(listOf);
  const hits = (keys ?? []).map((key, i) =>
    hitOf(String(types?.[i]), { key, name: names?.[i] ?? '', rank: ranks?.[i] ?? 0 }),
  );
  const tied = typeof found.ties === 'number' ? await claimsOfLength(engine, words, found.ties, limit) : [];
  const totals = listOf(found.totals);
  const counted = listOf(found.counted).map((label, i) => ({ label, total: totals[i] ?? 0 }));
  return { hits: best([...hits, ...tied], limit), totals: totalsOf(labels, counted) };
}

async function claimsOfLength(engine: Asked, words: readonly string[], length: number, limit: number): Promise<Hit[]> {
  const rows = await engine.read(statement('foundClaimsOfLength'), { words, length, limit });
  return rows.map((row) => hitOf('Claim', { ...row, rank: 0 }));
}

function listOf(value: Value | undefined): readonly Value[] {
  return Array.isArray(value) ? value : [];
}

/** How many nodes of each label have all words of a query. */
export async function countNodes(
  engine: Asked,
  query: string,
  labels: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const words = searchWords(query);
  const [word] = words;
  if (isPhrases(engine, words)) {
    const params = { phrases: phrasesOf(words), labels };
    return totalsOf(labels, await engine.read(statement('foundByPhrasesCount'), params));
  }
  const counted = labels.map(async (label): Promise<[string, number]> => {
    const plural = PLURALS[label];
    if (word === undefined || plural === undefined) return [label, 0];
    const [row] = await engine.read(statement(`found${plural}Count`), { word, words });
    return [label, Number(row?.total ?? 0)];
  });
  return new Map(await Promise.all(counted));
}

/** The sums of rows of each label; labels without a row have none. */
function totalsOf(labels: readonly string[], rows: readonly Row[]): ReadonlyMap<string, number> {
  const totals = new Map(labels.map((label) => [label, 0]));
  for (const { label, total } of rows) totals.set(String(label), (totals.get(String(label)) ?? 0) + Number(total));
  return totals;
}

function isPhrases({ engine }: Asked, words: readonly string[]): boolean {
  return engine === 'neo4j' && words.length > 0 && words.every((word) => PHRASE.test(word));
}

function phrasesOf(words: readonly string[]): string {
  return words.map((word) => `+"${word}"`).join(' ');
}

/** The marks of `searchText` that say of a name how it is meant: `hitOrder`. */
function marksOf(query: string): Params {
  const key = compactForm(query);
  return { exact: `=${key} `, begins: `=${key}`, other: `|${key}` };
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

function hitOf(label: string, { key, name, rank }: Row): Hit {
  return { label, key: String(key), name: String(name ?? ''), score: Number(rank) + 1 };
}

async function withSome(engine: Searched, query: string, label: string): Promise<Hit[]> {
  const wanted = grams(query);
  const nodes = await engine.candidates(label, searchWords(query).join(' '), CANDIDATES);
  return nodes
    .map(({ key, name }) => ({ label, key, name, score: shareOf(wanted, name) }))
    .filter(({ score }) => score >= SHARE);
}

/** Best first: by score, shorter name, key and label; pure, so that no engine orders otherwise. */
export function best(hits: readonly Hit[], limit: number): Hit[] {
  const order = (a: Hit, b: Hit) =>
    b.score - a.score || [...a.name].length - [...b.name].length || compare(a.key, b.key) || compare(a.label, b.label);
  return [...hits].sort(order).slice(0, limit);
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

const compare = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);
