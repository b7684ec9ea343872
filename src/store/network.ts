import type { FactTable } from '../fact/table.ts';
import type { Named, NetworkArticle, NetworkSource } from '../network/source.ts';
import { readFactTable } from './fact-table.ts';
import { statement } from './queries.ts';
import type { Row, Store, Value } from './store.ts';

/** How many nodes are read at once. */
const PAGE = 5000;

/** All that relations are made of, read from a store of either engine: facts, article heads, mentions, copies and names. */
export async function readNetwork(store: Store): Promise<NetworkSource> {
  return readAround(store, await readFactTable(store));
}

/** The same around facts that are read already. */
export async function readAround(store: Store, facts: FactTable): Promise<NetworkSource> {
  return {
    facts,
    articles: await articles(store),
    agencies: await named(store, 'agencies', 'agency', 'type'),
    programs: await named(store, 'programs', 'program', 'category'),
  };
}

async function articles(store: Store): Promise<NetworkArticle[]> {
  const found: NetworkArticle[] = [];
  for await (const rows of pages(store, 'dumpArticleHeads', (row) => String(row.key))) {
    const keys = rows.map((row) => String(row.key));
    const [agencies, programs, roots] = await Promise.all(
      ['agencyIdsOfArticles', 'programIdsOfArticles', 'copiesOf'].map((query) => linked(store, query, keys)),
    );
    for (const row of rows) {
      const id = String(row.key);
      found.push({
        id,
        title: text(row.title),
        publishedOn: text(row.publishedOn),
        outlet: text(row.outlet),
        subjectPlace: text(row.subjectPlace),
        documentNumbers: list(row.documentNumbers),
        root: roots?.get(id)?.[0] ?? id,
        agencyIds: agencies?.get(id) ?? [],
        programIds: programs?.get(id) ?? [],
      });
    }
  }
  return found;
}

/** All nodes of a label by their names; `sort` is the property that says of which sort they are. */
async function named(store: Store, query: string, column: string, sort: string): Promise<Named[]> {
  const found: Named[] = [];
  for await (const rows of pages(store, query, (row) => String((row[column] as Row).id))) {
    for (const row of rows) {
      const p = row[column] as Row;
      found.push({ id: String(p.id), name: String(p.name), aliases: list(p.aliases), sort: text(p[sort]) });
    }
  }
  return found;
}

async function* pages(store: Store, query: string, keyOf: (row: Row) => string): AsyncGenerator<Row[]> {
  for (let after = ''; ; ) {
    const rows = await store.read(statement(query), { after, first: PAGE });
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows;
    after = keyOf(last);
  }
}

async function linked(store: Store, query: string, keys: readonly string[]): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  for (const { key, id } of await store.read(statement(query), { keys })) {
    const listed = found.get(String(key));
    if (listed === undefined) found.set(String(key), [String(id)]);
    else listed.push(String(id));
  }
  return found;
}

function text(value: Value | undefined): string | null {
  return typeof value === 'string' ? value : null;
}

function list(value: Value | undefined): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
