import type { Parts } from '../citation/make.ts';
import { valueOfClaim, valueOfFact } from '../citation/make.ts';
import type { CitedArticle, CitedClaim, CitedFact } from '../citation/packet.ts';
import { digestOf } from '../fact/hash.ts';
import type { Total, TotalRequest } from '../fact/total.ts';
import { targetOf } from '../review/decision.ts';
import { readFacts } from './fact-table.ts';
import { statement } from './queries.ts';
import { storedReviews } from './review.ts';
import type { Row, Store } from './store.ts';

/** What of a packet the store gives; the rest is who makes it, and when. */
export type Found = Omit<Parts, 'made'>;

/** What stands behind a claim or a fact, by its id; null where the store has neither. */
export async function citation(store: Store, id: string): Promise<Found | null> {
  const [fact] = await readFacts(store, [id]);
  if (fact !== undefined) {
    const behind = await behindFacts(store, [fact.id]);
    const [cited] = behind.facts;
    if (cited === undefined) return null;
    return { subject: { type: 'fact', id }, value: valueOfFact(cited), derivation: { rule: 'fact' }, ...behind };
  }
  const [row] = await store.read(statement('claimsById'), { keys: [id] });
  if (row === undefined) return null;
  const claim = row.claim as Row;
  const behind = await behindClaims(store, [id]);
  return {
    subject: { type: 'claim', id },
    value: valueOfClaim(claim),
    derivation: { rule: 'claim' },
    facts: [],
    ...behind,
  };
}

/** What stands behind a total: all facts that were asked about, those added and those left out. */
export async function totalCitation(store: Store, request: TotalRequest, total: Total): Promise<Found> {
  const { added, leftOut, figure, min, max, unit, upTo, exact } = total;
  const ids = [...added, ...leftOut].map(({ fact }) => fact.id);
  return {
    subject: { type: 'total', id: digestOf(['total', Object.entries(request).sort()]) },
    value: { figure, min, max, unit },
    derivation: {
      ...{ rule: 'total', request, upTo, exact, added: added.map(({ fact }) => fact.id) },
      leftOut: leftOut.map(({ fact, reason, by }) => ({ fact: fact.id, reason, by })),
    },
    ...(await behindFacts(store, ids)),
  };
}

/** Facts with their claims, articles and the decisions on them. */
export async function behindFacts(store: Store, ids: readonly string[]) {
  const rows = await readFacts(store, ids);
  const claimIds = await claimIdsOf(store, ids);
  const facts = rows.map((row): CitedFact => ({ ...row, claimIds: claimIds.get(row.id) ?? [] }));
  return { facts, ...(await behindClaims(store, [...claimIds.values()].flat())) };
}

async function claimIdsOf(store: Store, ids: readonly string[]): Promise<Map<string, string[]>> {
  const rows = ids.length === 0 ? [] : await store.read(statement('claimIdsOfFacts'), { keys: ids, first: MOST });
  return new Map(rows.map(({ key, ids: claims }) => [String(key), (claims as string[]).map(String)]));
}

/** More claims than any fact has. */
const MOST = 1_000_000;

async function behindClaims(store: Store, ids: readonly string[]) {
  const rows = await store.read(statement('claimsById'), { keys: ids });
  const claims = rows.map(({ claim }) => claim as unknown as CitedClaim);
  const articles = await articlesWithFamilies(store, [...new Set(claims.map(({ articleId }) => articleId))]);
  const reviews = await storedReviews(store);
  const about = new Set(ids.map((id) => `claim ${id}`));
  const concerns = (target: string) =>
    about.has(target) || (target.startsWith('claims ') && ids.some((id) => target.includes(id)));
  return { claims, articles, decisions: reviews.all().filter((decision) => concerns(targetOf(decision))) };
}

async function articlesWithFamilies(store: Store, keys: readonly string[]): Promise<CitedArticle[]> {
  const roots = new Map(
    (await store.read(statement('copiesOf'), { keys })).map(({ key, id }) => [String(key), String(id)]),
  );
  const all = [...new Set([...keys, ...roots.values()])];
  const rows = await store.read(statement('articlesById'), { keys: all });
  const nodes = new Map(rows.map(({ key, article }) => [String(key), article as Row]));
  const text = (id: string, name: string) => {
    const value = nodes.get(id)?.[name];
    return typeof value === 'string' ? value : null;
  };
  return keys.map((id) => {
    const root = roots.get(id) ?? id;
    return {
      ...{ id, textSha256: text(id, 'textSha256') ?? '', title: text(id, 'title'), outlet: text(id, 'outlet') },
      ...{ publishedOn: text(id, 'publishedOn'), url: text(id, 'url'), state: text(id, 'state') },
      family: { root, publishedOn: text(root, 'publishedOn') },
    };
  });
}
