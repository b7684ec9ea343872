import { statement } from './queries.ts';
import type { Store } from './store.ts';

/** How many copies are read at once. */
const PAGE = 5000;

/** How many articles mention each county, zone and city, or a place below it, by code; what no article mentions is not there. */
export async function readMentionCounts(store: Store): Promise<Map<string, number>> {
  const rows = await store.read(statement('articlesByCounty'));
  return new Map(rows.map(({ code, articles }) => [String(code), Number(articles)]));
}

/** For each article that is a copy, the one that it copies. */
export async function readCopies(store: Store): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (let after = ''; ; ) {
    const page = await store.read(statement('copies'), { after, first: PAGE });
    for (const { articleId, ofId } of page) found.set(String(articleId), String(ofId));
    const last = page.at(-1);
    if (last === undefined) return found;
    after = String(last.articleId);
  }
}
