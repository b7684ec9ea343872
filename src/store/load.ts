import type { ExtractionRecord } from '../claim/claim.ts';
import { SourceFamilies } from '../fact/families.ts';
import type { Divisions } from '../graph/build.ts';
import type { Graph, GraphNode } from '../graph/schema.ts';
import { claimsOf, type Decision } from '../review/decision.ts';
import type { Reviews } from '../review/reviews.ts';
import { articleGraph } from './article-graph.ts';
import { batch, keyed } from './batches.ts';
import { FactGroups } from './derive.ts';
import { statement } from './queries.ts';
import { mergedNodes } from './readings.ts';
import { type Before, namedBefore, nodesAndLinks, pruning, replacement } from './replace.ts';
import { type Again, reviewBatches, reviewLinks, settledAgain, storedReviews } from './review.ts';
import type { Condition, Row, Store, WriteBatch } from './store.ts';

/** One article as read: its record, and the sketch by which copies are told, or the words (`Text.chars`) to make it of. */
export interface ReadArticle {
  readonly record: ExtractionRecord;
  readonly text?: string;
  readonly sketch?: string | null;
}

/** What was written. */
export interface Written {
  readonly articles: number;
  readonly claims: number;
}

const BATCH = 100;

/**
 * Writes articles into the store, in batches of one transaction each. What an article said in an older reading is
 * replaced; facts, conflicts, copies and derived edges follow. The same articles in any order, any number of times,
 * give the same graph.
 * @throws XueliangError CLAIM_WITHOUT_QUOTE before anything of the article's batch is written.
 */
export async function writeRecords(
  store: Store,
  articles: Iterable<ReadArticle> | AsyncIterable<ReadArticle>,
  divisions: Divisions,
  options: { readonly batchSize?: number; readonly onWritten?: (total: Written) => void } = {},
): Promise<Written> {
  const loader = await Loader.open(store, divisions);
  let total: Written = { articles: 0, claims: 0 };
  for await (const chunk of chunks(articles, options.batchSize ?? BATCH)) {
    const claims = await loader.write(chunk);
    total = { articles: total.articles + chunk.length, claims: total.claims + claims };
    options.onWritten?.(total);
  }
  return total;
}

/** Batches in which no article comes twice: of one read twice, the later reading holds. */
async function* chunks(articles: Iterable<ReadArticle> | AsyncIterable<ReadArticle>, size: number) {
  let chunk = new Map<string, ReadArticle>();
  for await (const article of articles) {
    chunk.set(article.record.article.id, article);
    if (chunk.size < size) continue;
    yield [...chunk.values()];
    chunk = new Map();
  }
  if (chunk.size > 0) yield [...chunk.values()];
}

async function storedFamilies(store: Store): Promise<SourceFamilies> {
  const families = new SourceFamilies();
  for (let after = ''; ; ) {
    const rows = await store.read(statement('sketches'), { after });
    for (const row of rows) families.put(row as unknown as Parameters<SourceFamilies['put']>[0]);
    const last = rows.at(-1);
    if (last === undefined) return families;
    after = String(last.id);
  }
}

/** Writes batches of articles into one store, of which it knows source families and facts: of no more use after a failed write. */
export class Loader {
  readonly #facts: FactGroups;

  private constructor(
    readonly store: Store,
    readonly divisions: Divisions,
    readonly families: SourceFamilies,
    readonly reviews: Reviews,
  ) {
    this.#facts = new FactGroups(store, families, reviews);
  }

  static async open(store: Store, divisions: Divisions): Promise<Loader> {
    return new Loader(store, divisions, await storedFamilies(store), await storedReviews(store));
  }

  /**
   * Writes one batch, in which no article comes twice, decisions on claims and articles, and `more`, in one transaction;
   * if the store is as the condition says; returns how many claims it has.
   */
  async write(
    articles: readonly ReadArticle[],
    more: readonly WriteBatch[] = [],
    decisions: readonly Decision[] = [],
    condition?: Condition,
  ): Promise<number> {
    for (const decision of decisions) this.reviews.put(decision);
    const graphs = articles.map((article) => articleGraph(article, this.divisions, this.reviews));
    const ids = new Set(articles.map(({ record }) => record.article.id));
    const before = await this.#before([...ids], graphs);
    const moved = graphs.flatMap((graph) => this.#place(graph));
    const claims = graphs.flatMap((graph) => graph.nodes.filter((node) => node.label === 'Claim'));
    const again = await this.#decidedOn(decisions, ids);
    const told = [...claims, ...again.claims];
    const factKeys = new Set([...told.flatMap(keysOf), ...before.claims.flatMap(keyOf), ...again.oldKeys]);
    for (const row of await this.#claimKeys(moved.filter((id) => !ids.has(id))))
      for (const key of keyOf(row)) factKeys.add(key);
    this.#facts.forget(decisions.length === 0 ? [] : factKeys);
    const changes = await this.#facts.derive({
      claims: told,
      articles: new Set([...ids, ...again.articles]),
      factKeys,
    });
    const merged = await this.#merged(graphs, before, ids);
    const batches = [
      ...replacement(graphs, before, ids),
      ...nodesAndLinks(graphs, merged),
      ...this.#copies(moved),
      ...again.batches,
      ...reviewBatches(decisions),
      ...reviewLinks([...graphs.flatMap((graph) => graph.nodes), ...again.nodes], this.reviews),
      ...changes.batches(),
      ...pruning(before, graphs, this.divisions, changes.lostAssets()),
      ...more,
    ];
    await this.store.write(batches, condition);
    return claims.length;
  }

  /** What the store has of the articles that decisions are about and that are not read in this batch: settled anew. */
  async #decidedOn(decisions: readonly Decision[], ids: ReadonlySet<string>): Promise<Again> {
    const claimIds = [...new Set(decisions.flatMap(claimsOf))];
    const named = decisions.flatMap((decision) => ('article' in decision ? [decision.article] : []));
    const rows = claimIds.length === 0 ? [] : await this.store.read(statement('claimsById'), { keys: claimIds });
    const keys = [...new Set([...rows.map(({ claim }) => String((claim as Row).articleId)), ...named])];
    return settledAgain(
      this.store,
      keys.filter((key) => !ids.has(key)),
      this.reviews,
    );
  }

  async #before(keys: readonly string[], graphs: readonly Graph[]): Promise<Before> {
    const rows = await this.store.read(statement('articleReadings'), { keys });
    return { ...namedBefore(rows, graphs), claims: await this.#claimKeys(keys) };
  }

  #claimKeys(keys: readonly string[]): Promise<Row[]> {
    return keys.length === 0 ? Promise.resolve([]) : this.store.read(statement('claimKeysOfArticles'), { keys });
  }

  /** Puts the article among its copies; returns all articles whose family may have changed. */
  #place(graph: Graph): string[] {
    const article = graph.nodes.find((node) => node.label === 'Article');
    if (article === undefined) return [];
    const { publishedOn = null, sketch: sketched = null } = article.properties as Record<string, string>;
    return this.families.put({ id: article.key, publishedOn, sketch: sketched });
  }

  #copies(moved: readonly string[]): WriteBatch[] {
    const ids = [...new Set(moved)].sort();
    const roots = ids
      .map((id) => ({ from: id, to: this.families.family(id).root, properties: { ...this.families.copied(id) } }))
      .filter(({ from, to }) => from !== to);
    return [keyed('unlinkCopies', ids), batch('linkArticleCopyOfArticle', roots)];
  }

  async #merged(graphs: readonly Graph[], before: Before, articles: ReadonlySet<string>): Promise<GraphNode[]> {
    const read = (label: string) =>
      graphs.flatMap(({ nodes }) => {
        const article = nodes.find((node) => node.label === 'Article');
        const publishedOn = (article?.properties.publishedOn as string | undefined) ?? null;
        const own = nodes.filter((node) => node.label === label);
        return own.map((node) => ({ node, articleId: article?.key ?? '', publishedOn }));
      });
    const reread = (label: string) => ({ keys: before.changed.get(label) ?? new Set<string>(), articles });
    return [
      ...(await mergedNodes(this.store, 'Agency', read('Agency'), reread('Agency'))),
      ...(await mergedNodes(this.store, 'Program', read('Program'), reread('Program'))),
    ];
  }
}

/** The key under which a stored claim meets others; a rejected one has none. */
function keyOf(row: Row): string[] {
  return typeof row.factKey === 'string' ? [row.factKey] : [];
}

function keysOf(node: GraphNode): string[] {
  return keyOf(node.properties as Row);
}
