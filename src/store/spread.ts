import { Families } from '../network/families.ts';
import type { NetworkArticle } from '../network/source.ts';
import type { Seen } from '../network/spread.ts';
import { readFacts } from './fact-table.ts';
import { statement } from './queries.ts';
import type { Row, Store, Value } from './store.ts';

/** More than any program has of facts or articles. */
const MOST = 1_000_000;

/** What shows programs at places, by their ids: as many statements for many programs as for one. */
export async function readSeen(store: Store, programIds: readonly string[]): Promise<Map<string, Seen>> {
  const [factIds, articleIds] = await Promise.all(
    ['factIdsOfPrograms', 'articleIdsOfPrograms'].map((query) => related(store, query, programIds)),
  );
  const facts = await readFacts(store, distinct(factIds));
  const known = new Set([...distinct(articleIds), ...facts.flatMap((fact) => fact.articleIds)]);
  const articles = await readArticles(store, [...known].sort());
  const byId = new Map(articles.map((article) => [article.id, article]));
  const article = (id: string) => byId.get(id);
  const families = new Families(articles, []);
  return new Map(
    programIds.map((program) => {
      const own = new Set(factIds?.get(program));
      const mentioning = (articleIds?.get(program) ?? []).flatMap((id) => article(id) ?? []);
      const shown = facts.filter(({ id }) => own.has(id));
      return [program, { facts: shown, articles: mentioning, article, families }];
    }),
  );
}

function distinct(lists: ReadonlyMap<string, readonly string[]> | undefined): string[] {
  return [...new Set([...(lists?.values() ?? [])].flat())].sort();
}

async function related(store: Store, query: string, keys: readonly string[]): Promise<Map<string, string[]>> {
  const rows = await store.read(statement(query), { keys, first: MOST });
  return new Map(rows.map(({ key, ids }) => [String(key), strings(ids)]));
}

/** Articles without what they mention: who spreads is told by facts, dates and what texts share. */
async function readArticles(store: Store, keys: readonly string[]): Promise<NetworkArticle[]> {
  const [heads, copies] = await Promise.all(
    ['articleHeads', 'copiesOf'].map((query) => store.read(statement(query), { keys })),
  );
  const roots = new Map(copies?.map(({ key, id }) => [String(key), String(id)]));
  return (heads ?? []).map(({ key, article }) => {
    const id = String(key);
    const { title, publishedOn, outlet, subjectPlace, documentNumbers } = article as Row;
    return {
      ...{ id, title: text(title), publishedOn: text(publishedOn), outlet: text(outlet) },
      ...{ subjectPlace: text(subjectPlace), documentNumbers: strings(documentNumbers), root: roots.get(id) ?? id },
      ...{ agencyIds: [], programIds: [] },
    };
  });
}

function text(value: Value | undefined): string | null {
  return typeof value === 'string' ? value : null;
}

function strings(value: Value | undefined): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
