import { citesWords } from '../graph/claim-node.ts';
import { JOURNAL_LABEL, LABELS } from '../graph/schema.ts';
import { statement } from './queries.ts';
import type { Row, Store } from './store.ts';

/** An invariant of DESIGN.md that the store breaks, and where. */
export interface Violation {
  readonly rule: string;
  /** The key of the node, or id of the fact. */
  readonly key: string;
  readonly message: string;
}

/** Query, rule and what is wrong with each row that it returns. */
const RULES: readonly (readonly [query: string, rule: string, message: string])[] = [
  ['checkReports', 'article', 'the claim is not reported by exactly one article'],
  ['checkFacts', 'fact', 'no claim supports the fact'],
  ['checkSupports', 'fact', 'the claim does not support exactly one fact'],
  ['checkLoops', 'loop', 'the node is joined to itself'],
  ...Object.keys(LABELS).map((label) => [`checkKeys${label}`, 'key', `more than one ${label} bears the key`] as const),
];

/** Every invariant that does not hold; empty when the store is sound. */
export async function checkInvariants(store: Store): Promise<Violation[]> {
  const found: Violation[] = [];
  for (const [query, rule, message] of RULES) {
    for (const row of await store.read(statement(query))) found.push({ rule, key: String(row.id ?? row.key), message });
  }
  return [...(await quotes(store)), ...found, ...(await labels(store)), ...(await derivedEdges(store))];
}

/** No quote, no claim. */
async function quotes(store: Store): Promise<Violation[]> {
  const message = 'the claim does not cite the words that state it';
  const found: Violation[] = [];
  for await (const claim of paged(store, 'checkClaims', 'id'))
    if (!citesWords({ quote: claim.quote, start: claim.start, end: claim.end }))
      found.push({ rule: 'quote', key: String(claim.id), message });
  return found;
}

/** Only the labels of the schema are in use: above all, no people. */
async function labels(store: Store): Promise<Violation[]> {
  const rows = await store.read(statement('checkLabels'));
  const strange = rows
    .map((row) => String(row.label))
    .filter((label) => label !== JOURNAL_LABEL && !Object.hasOwn(LABELS, label));
  return strange.map((key) => ({ rule: 'label', key, message: 'the graph has no such label' }));
}

/** For each fact that has one, exactly the derived edge that it says; no other. */
async function derivedEdges(store: Store): Promise<Violation[]> {
  const facts = new Map((await all(store, 'checkDerivedFacts')).map((row) => [String(row.factId), endsOf(row)]));
  const edges = [...(await all(store, 'checkDerivedFromAgency')), ...(await all(store, 'checkDerivedFromPlace'))];
  const left = new Map(facts);
  const found: Violation[] = [];
  for (const row of edges) {
    const key = String(row.factId);
    if (left.get(key) !== endsOf(row)) found.push({ rule: 'derived', key, message: 'the derived edge has no fact' });
    left.delete(key);
  }
  for (const key of left.keys()) found.push({ rule: 'derived', key, message: 'the fact lacks its derived edge' });
  return found;
}

function endsOf(row: Row): string {
  return JSON.stringify([row.type, row.source, row.label, row.target]);
}

async function all(store: Store, query: string): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const row of paged(store, query, 'factId')) rows.push(row);
  return rows;
}

/** The rows of a statement that gives a page after a key, all of them. */
async function* paged(store: Store, query: string, key: string): AsyncGenerator<Row> {
  for (let after = ''; ; ) {
    const page = await store.read(statement(query), { after });
    yield* page;
    const last = page.at(-1);
    if (last === undefined) return;
    after = String(last[key]);
  }
}
