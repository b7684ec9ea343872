import type { FactClaim } from '../fact/claims.ts';
import { derivedEdge, factNode, factRelationships } from '../fact/edge.ts';
import { stretchesOf } from '../fact/facts.ts';
import { SourceFamilies } from '../fact/families.ts';
import type { Divisions } from '../graph/build.ts';
import type { Graph, GraphNode, GraphRelationship, NodeRef } from '../graph/schema.ts';
import { Reviews } from '../review/reviews.ts';
import { articleGraph } from './article-graph.ts';
import { assetNode } from './changes.ts';
import type { Page } from './dump.ts';
import type { ReadArticle } from './load.ts';
import { mergedReading } from './readings.ts';
import { linkOf, reviewedClaim, reviewNode } from './review.ts';
import type { Row } from './store.ts';

const PAGE = 2000;

/**
 * The graph of a whole corpus, page by page, without a store: what `writeRecords` would leave in an empty one. Every article must
 * come once, as it was read last, and every decision be known. Claims go by; what they need for facts is held in
 * memory (some kilobytes per article), and so are the nodes that articles share.
 * @throws XueliangError CLAIM_WITHOUT_QUOTE.
 */
export async function* wholeGraph(
  articles: Iterable<ReadArticle> | AsyncIterable<ReadArticle>,
  divisions: Divisions,
  reviews = new Reviews(),
): AsyncGenerator<Page> {
  const whole = new Whole(reviews);
  let page = new GrowingPage();
  for await (const article of articles) {
    page.add(whole.add(articleGraph(article, divisions, reviews)));
    if (page.nodes.length < PAGE) continue;
    yield page;
    page = new GrowingPage();
  }
  for (const part of whole.rest()) {
    page.add(part);
    if (page.nodes.length < PAGE && page.links.length < PAGE) continue;
    yield page;
    page = new GrowingPage();
  }
  yield page;
}

class GrowingPage implements Page {
  readonly nodes: GraphNode[] = [];
  readonly links: GraphRelationship[] = [];

  add({ nodes, relationships }: Graph): void {
    this.nodes.push(...nodes);
    this.links.push(...relationships);
  }
}

/** What of the articles that went by has to wait for the last of them. */
class Whole {
  readonly #reviews: Reviews;
  readonly #families = new SourceFamilies();
  readonly #articles: string[] = [];
  /** Agencies and programs as all articles read them, by label and key. */
  readonly #merged = new Map<string, GraphNode>();
  /** Names of nodes and relationships that articles share and that went by; nodes that were decided on. */
  readonly #seen = new Set<string>();
  readonly #claims = new Map<string, FactClaim[]>();
  readonly #decided: ReadonlySet<string>;

  constructor(reviews: Reviews) {
    this.#reviews = reviews;
    this.#decided = new Set(reviews.all().flatMap((decision) => linkOf(decision).map(({ to }) => nameOf(to))));
  }

  /** Takes an article in; returns what of it is settled. */
  add({ nodes, relationships }: Graph): Graph {
    const article = nodes.find((node) => node.label === 'Article');
    const own = nodes.filter((node) => this.#settled(node, article));
    if (article !== undefined) {
      const { publishedOn = null, sketch = null } = article.properties as Record<string, string>;
      this.#families.put({ id: article.key, publishedOn, sketch });
      this.#articles.push(article.key);
    }
    return { nodes: own, relationships: relationships.filter((link) => this.#isNew(link)) };
  }

  /** The rest of the graph, in small parts. */
  *rest(): Generator<Graph> {
    for (const node of this.#merged.values()) yield { nodes: [node], relationships: this.#parent(node) };
    for (const id of this.#articles) yield { nodes: [], relationships: this.#copy(id) };
    for (const decision of this.#reviews.all()) {
      const relationships = linkOf(decision).filter(({ to }) => this.#seen.has(nameOf(to)));
      yield { nodes: [reviewNode(decision)], relationships };
    }
    for (const [key, claims] of this.#claims) yield* this.#facts(key, claims);
  }

  #settled(node: GraphNode, article: GraphNode | undefined): boolean {
    if (this.#decided.has(nameOf(node))) this.#seen.add(nameOf(node));
    if (node.label === 'Article') return true;
    if (node.label === 'Claim') {
      this.#keep(node);
      return true;
    }
    if (node.label !== 'Agency' && node.label !== 'Program') return this.#first(nameOf(node));
    const publishedOn = (article?.properties.publishedOn as string | undefined) ?? null;
    const read = { node, articleId: article?.key ?? '', publishedOn };
    this.#merged.set(nameOf(node), mergedReading(node.label, this.#merged.get(nameOf(node)), read));
    return false;
  }

  #keep({ properties }: GraphNode): void {
    const claim = reviewedClaim(properties, this.#reviews);
    if (claim === null) return;
    const key = String(properties.factKey);
    const others = this.#claims.get(key);
    if (others === undefined) this.#claims.set(key, [claim]);
    else others.push(claim);
  }

  /** What an article or claim is joined to is its own; what joins others may have gone by with another article. */
  #isNew({ type, from, to, properties }: GraphRelationship): boolean {
    if (from.label === 'Article' || from.label === 'Claim') return true;
    return this.#first(`${type} ${nameOf(from)} ${nameOf(to)} ${properties.articleId ?? ''}`);
  }

  #first(name: string): boolean {
    if (this.#seen.has(name)) return false;
    this.#seen.add(name);
    return true;
  }

  #parent({ label, key, properties: { parent } }: GraphNode): GraphRelationship[] {
    const to = { label: 'Agency' as const, key: String(parent) };
    if (label !== 'Agency' || parent === undefined || !this.#merged.has(nameOf(to))) return [];
    return [{ type: 'PART_OF', from: { label, key }, to, properties: {} }];
  }

  #copy(id: string): GraphRelationship[] {
    const { root } = this.#families.family(id);
    if (root === id) return [];
    const ends = { from: { label: 'Article' as const, key: id }, to: { label: 'Article' as const, key: root } };
    return [{ type: 'COPY_OF', ...ends, properties: { ...this.#families.copied(id) } }];
  }

  *#facts(key: string, claims: readonly FactClaim[]): Generator<Graph> {
    const families = (id: string) => this.#families.family(id);
    const apart = (a: string, b: string) => this.#reviews.apart(a, b);
    for (const { facts } of stretchesOf(key, claims, families, apart)) {
      for (const fact of facts) {
        const node = factNode(fact);
        const drawn = derivedEdge(node.properties as Row).filter(({ from, to }) => this.#has(from) && this.#has(to));
        const assets = drawn.filter(({ to }) => to.label === 'Asset' && this.#first(nameOf(to)));
        yield {
          nodes: [node, ...assets.map(({ to }) => assetNode(to.key))],
          relationships: [...factRelationships(fact), ...drawn],
        };
      }
    }
  }

  #has(node: NodeRef): boolean {
    return node.label === 'Asset' || this.#merged.has(nameOf(node)) || this.#seen.has(nameOf(node));
  }
}

function nameOf({ label, key }: NodeRef): string {
  return `${label} ${key}`;
}
