import type { FactRow } from '../fact/row.ts';
import type { FactFilter } from '../fact/table.ts';
import { type Centralities, centralities } from './centrality.ts';
import { type Communities, communitiesOf } from './communities.ts';
import type { Ends } from './ends.ts';
import { Families } from './families.ts';
import { type Funder, fundersIn, type Payer } from './funder.ts';
import { graphOf, type LinkGraph } from './graph.ts';
import { type Link, linksOf } from './link.ts';
import { matching } from './name.ts';
import type { NetworkNode } from './node.ts';
import { pathBetween, type Step } from './path.ts';
import type { SpreadLevel } from './presence.ts';
import { Roster } from './roster.ts';
import type { NetworkArticle, NetworkSource } from './source.ts';
import { type Spread, spreadOf } from './spread.ts';
import { common, type Together, togetherIn } from './together.ts';

/**
 * How places, agencies and programs are joined, by what facts state: who occurs together, who funds what, who is central, who stands
 * between whom, how a program spread. Pure: made of a table of facts and the articles beside it, the same for every order
 * in which they came and for every engine. What takes longer than a question may is made once, when first asked for or by `prepare`.
 */
export class Network {
  readonly #source: NetworkSource;
  readonly #roster: Roster;
  readonly #articles: ReadonlyMap<string, NetworkArticle>;
  /** The source families of its articles. */
  readonly families: Families;
  readonly #mentioning = new Map<string, NetworkArticle[]>();
  readonly links: readonly Link[];
  readonly #graph: LinkGraph;
  readonly #payers: readonly Payer[];
  #together: Together | undefined;
  #centralities: Centralities | undefined;
  #communities: Communities | undefined;

  constructor(source: NetworkSource) {
    const articles = [...source.articles].sort((a, b) => (a.id < b.id ? -1 : 1));
    this.#source = { ...source, articles };
    this.#articles = new Map(articles.map((article) => [article.id, article]));
    for (const article of articles) {
      for (const id of article.programIds) {
        const listed = this.#mentioning.get(id);
        if (listed === undefined) this.#mentioning.set(id, [article]);
        else listed.push(article);
      }
    }
    this.families = new Families(
      articles,
      source.facts.rows.flatMap(({ articleIds }) => articleIds),
    );
    this.#roster = new Roster(this.#source, this.families);
    this.links = linksOf(source.facts.rows, this.#roster.ends, this.nodes.length);
    this.#graph = graphOf(this.nodes, this.links);
    this.#payers = payersAmong(this.nodes);
  }

  /** Every place, agency, program and kind of thing; links and answers name them by their number here. */
  get nodes(): readonly NetworkNode[] {
    return this.#roster.nodes;
  }

  /** The articles of the network, by id. */
  readonly article = (id: string): NetworkArticle | undefined => this.#articles.get(id);

  /** The fact of that row number, as links give it. */
  fact(number: number): FactRow | undefined {
    return this.#source.facts.rows[number];
  }

  /** Who a name or id may mean, the best match alone where there is one; without kinds of things unless asked for. */
  find(words: string, kinds: readonly NetworkNode['kind'][] = ['place', 'agency', 'program']): number[] {
    return matching(this.nodes, words, kinds);
  }

  /** Makes all that is made once; a server does so before it answers. */
  prepare(): void {
    void [this.together, this.central, this.communities];
  }

  /** Agencies and programs that occur together. */
  get together(): Together {
    this.#together ??= togetherIn(this.#source.articles, this.#roster, this.families);
    return this.#together;
  }

  /** The facts that name two nodes both, and the articles that sources of both began with; at most so many of each. */
  shared(a: number, b: number, most: number): { facts: FactRow[]; articles: string[] } {
    const { facts, families } = this.together;
    return {
      facts: common(facts.get(a), facts.get(b), most).flatMap((fact) => this.fact(fact) ?? []),
      articles: common(families.get(a), families.get(b), most).map((family) => this.families.root(family)),
    };
  }

  /** How central each node is that a link joins. */
  get central(): Centralities {
    this.#centralities ??= centralities(this.#graph);
    return this.#centralities;
  }

  /** Who is joined closely. */
  get communities(): Communities {
    this.#communities ??= communitiesOf(this.#graph);
    return this.#communities;
  }

  /** Who funds what kind of thing. */
  funders(filter: Omit<FactFilter, 'kind'> = {}): Funder[] {
    return fundersIn(this.#source.facts, filter, this.#roster, (row, ends) => this.#payersOf(row, ends));
  }

  /** The best supported of the shortest ways from one node to another; null where there is none. */
  path(from: number, to: number): Step[] | null {
    return pathBetween(this.#graph, from, to);
  }

  /** How a program spread over the places of a level. */
  spread(program: number, level: SpreadLevel = 'county'): Spread {
    const id = this.nodes[program]?.id ?? '';
    const facts = this.#source.facts.select({ program: id });
    const articles = this.#mentioning.get(id) ?? [];
    return this.#spread(facts, articles, level);
  }

  /**
   * How words spread that are no program: a slogan in the quotes of facts and the titles of articles, or a document by its
   * number (国办发〔2016〕12号).
   */
  spreadOfWords(words: string, level: SpreadLevel = 'county'): Spread {
    const { facts, articles } = this.#source;
    const said = facts.rows.filter(({ quote }) => quote.includes(words));
    const holds = ({ title, documentNumbers }: NetworkArticle) =>
      title?.includes(words) === true || documentNumbers.some((number) => number.includes(words));
    return this.#spread(said, articles.filter(holds), level);
  }

  #spread(facts: readonly FactRow[], articles: readonly NetworkArticle[], level: SpreadLevel): Spread {
    return spreadOf({ facts, articles, article: this.article, families: this.families }, level);
  }

  #payersOf(row: FactRow, { actors }: Ends): readonly Payer[] {
    if (actors.length === 0) return row.actorTypes.includes('class') ? CLASS : UNSTATED;
    const payers = actors.flatMap((actor) => this.#payers[actor] ?? []);
    return payers.length === 1 ? payers : [...new Set(payers)];
  }
}

const CLASS: readonly Payer[] = [{ payer: 'class', sort: null }];
const UNSTATED: readonly Payer[] = [{ payer: 'unstated', sort: null }];

/** What sort of payer each node is, one object for each sort. */
function payersAmong(nodes: readonly NetworkNode[]): Payer[] {
  const sorts = new Map<string, Payer>();
  return nodes.map(({ kind, sort }) => {
    const payer: Payer = { payer: kind === 'place' ? 'place' : 'agency', sort };
    const known = sorts.get(`${kind} ${sort}`) ?? payer;
    sorts.set(`${kind} ${sort}`, known);
    return known;
  });
}
