import type { Parts } from '../citation/make.ts';
import { valueOfClaim, valueOfFact } from '../citation/make.ts';
import type { CitedArticle, CitedClaim, CitedFact } from '../citation/packet.ts';
import { digestOf } from '../fact/hash.ts';
import type { Total, TotalRequest } from '../fact/total.ts';
import { claimsOf, type Decision } from '../review/decision.ts';
import { readFacts } from './fact-table.ts';
import { statement } from './queries.ts';
import type { Row, Store } from './store.ts';

/** What of a packet the store gives; the rest is who makes it, and when. */
export type Found = Omit<Parts, 'made'>;

/** What stands behind a claim or a fact, by its id; null where the store has neither. */
export async function citation(store: Store, id: string): Promise<Found | null> {
  const fact = (await factCitations(store, [id])).get(id);
  return fact ?? (await claimCitations(store, [id])).get(id) ?? null;
}

/** What stands behind facts, by their ids, in as many statements for a hundred as for one; unknown ids are left out. */
export async function factCitations(store: Store, ids: readonly string[]): Promise<Map<string, Found>> {
  const behind = await behindFacts(store, ids);
  return new Map(
    behind.facts.map((fact) => [
      fact.id,
      {
        ...{ subject: { type: 'fact', id: fact.id }, value: valueOfFact(fact), derivation: { rule: 'fact' } },
        ...{ facts: [fact], ...partOf(behind, fact.claimIds) },
      },
    ]),
  );
}

/** What stands behind claims, by their ids, in as many statements for a hundred as for one; unknown ids are left out. */
export async function claimCitations(store: Store, ids: readonly string[]): Promise<Map<string, Found>> {
  const behind = await behindClaims(store, ids);
  return new Map(
    behind.claims.map((claim) => [
      claim.id,
      {
        ...{ subject: { type: 'claim', id: claim.id }, value: valueOfClaim(claim), derivation: { rule: 'claim' } },
        ...{ facts: [], ...partOf(behind, [claim.id]) },
      },
    ]),
  );
}

/** Of what stands behind many, what stands behind these claims. */
function partOf({ claims, articles, decisions }: Behind, ids: readonly string[]): Behind {
  const wanted = new Set(ids);
  const own = claims.filter(({ id }) => wanted.has(id));
  const published = new Set(own.map(({ articleId }) => articleId));
  return {
    claims: own,
    articles: articles.filter(({ id }) => published.has(id)),
    decisions: decisions.filter((decision) => claimsOf(decision).some((id) => wanted.has(id))),
  };
}

type Behind = Pick<Found, 'claims' | 'articles' | 'decisions'>;

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

async function behindClaims(store: Store, ids: readonly string[]): Promise<Behind> {
  const rows = await store.read(statement('claimsById'), { keys: ids });
  const claims = rows.map(({ claim }) => claim as unknown as CitedClaim);
  const articles = await articlesWithFamilies(store, [...new Set(claims.map(({ articleId }) => articleId))]);
  return { claims, articles, decisions: await decisionsOn(store, ids) };
}

/** The decisions on claims, each once, in order of what they are about. */
async function decisionsOn(store: Store, ids: readonly string[]): Promise<Decision[]> {
  const rows = await store.read(statement('decisionsOfClaims'), { keys: ids });
  const byTarget = new Map(rows.map(({ id, decision }) => [String(id), JSON.parse(String(decision)) as Decision]));
  return [...byTarget].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, decision]) => decision);
}

async function articlesWithFamilies(store: Store, keys: readonly string[]): Promise<CitedArticle[]> {
  const roots = new Map(
    (await store.read(statement('copiesOf'), { keys })).map(({ key, id }) => [String(key), String(id)]),
  );
  const all = [...new Set([...keys, ...roots.values()])];
  const rows = await store.read(statement('articleHeads'), { keys: all });
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
