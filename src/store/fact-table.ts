import type { FactRow } from '../fact/row.ts';
import { FactTable } from '../fact/table.ts';
import type { Approximator } from '../mention/mention.ts';
import { statement } from './queries.ts';
import type { Row, Store, Value } from './store.ts';

/** How many facts are read at once. */
const PAGE = 5000;

/** All facts of a store, by column. */
export async function readFactTable(store: Store): Promise<FactTable> {
  const rows: FactRow[] = [];
  for (let after = ''; ; ) {
    const page = await store.read(statement('dumpFact'), { after, first: PAGE });
    const last = page.at(-1);
    if (last === undefined) return new FactTable(rows);
    rows.push(
      ...(await joined(
        store,
        page.map(({ properties }) => properties as Row),
      )),
    );
    after = String(last.key);
  }
}

/** The facts with those ids, in order of id; unknown ids are left out. */
export async function readFacts(store: Store, ids: readonly string[]): Promise<FactRow[]> {
  if (ids.length === 0) return [];
  const rows = await store.read(statement('factsById'), { keys: ids });
  return joined(
    store,
    rows.map(({ fact }) => fact as Row),
  );
}

/** Facts by their nodes, with what joins them to others. */
async function joined(store: Store, facts: readonly Row[]): Promise<FactRow[]> {
  const keys = facts.map(({ id }) => String(id));
  const [wholes, buys, rivals] = await Promise.all(
    ['wholeIdsOfFacts', 'boughtIdsOfFacts', 'rivalIdsOfFacts'].map((query) => links(store, query, keys)),
  );
  return facts.map((fact, i) => {
    const id = keys[i] ?? '';
    return factRow(fact, wholes?.get(id) ?? [], buys?.get(id) ?? [], rivals?.get(id) ?? []);
  });
}

async function links(store: Store, query: string, keys: readonly string[]): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  for (const { key, id } of await store.read(statement(query), { keys })) {
    const listed = found.get(String(key));
    // A fact joins claims, of which one may be part of another: it is no part of itself.
    if (key === id) continue;
    if (listed === undefined) found.set(String(key), [String(id)]);
    else listed.push(String(id));
  }
  return found;
}

/** The fact that a Fact node holds, with what joins it to others; one literal, for there are hundreds of thousands. */
function factRow(p: Row, wholes: string[], buys: string[], rivals: string[]): FactRow {
  return {
    id: String(p.id),
    kind: String(p.kind),
    asset: text(p.asset),
    assetText: text(p.assetText),
    counted: text(p.counted),
    unit: text(p.unit),
    figure: number(p.figure),
    min: number(p.min),
    max: number(p.max),
    approx: (text(p.approx) ?? 'exact') as Approximator,
    stage: String(p.stage),
    scope: text(p.scope),
    first: text(p.first) ?? '',
    last: text(p.last) ?? '9999',
    dated: p.dated === true,
    placeCode: text(p.placeCode),
    placeName: text(p.placeName),
    actorTypes: list(p.actorTypes),
    actorRefs: list(p.actorRefs),
    actorNames: list(p.actorNames),
    programIds: list(p.programIds),
    claims: number(p.claims) ?? 0,
    sources: number(p.sources) ?? 0,
    articleIds: list(p.articleIds),
    claimId: String(p.claimId),
    quote: String(p.quote),
    firstReport: text(p.firstReport),
    lastReport: text(p.lastReport),
    wholes,
    buys,
    rivals,
  };
}

function text(value: Value | undefined): string | null {
  return typeof value === 'string' ? value : null;
}

function number(value: Value | undefined): number | null {
  return typeof value === 'number' || typeof value === 'bigint' ? Number(value) : null;
}

function list(value: Value | undefined): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
