import { it } from 'vitest';
import { openStore } from '../../src/store/engines.ts';
import { writeRecords } from '../../src/store/load.ts';
import { gazetteerDivisions } from '../../src/graph/divisions.ts';
import { digest } from '../../src/store/digest.ts';
import { statement } from '../../src/store/queries.ts';
import { generatedArticles } from './generated-articles.ts';

it('times', async () => {
  const store = await openStore('memory:', { statementLimit: 110_000 });
  const t = async (what: string, f: () => Promise<unknown>) => { const b = performance.now(); const r = await f(); console.log(what, Math.round(performance.now() - b), Array.isArray(r) ? r.length : r); return r as never; };
  await t('load', () => writeRecords(store, [...generatedArticles(10_000)], gazetteerDivisions, { batchSize: 100 }));
  await t('page 1', () => store.read(statement('dumpClaim'), { after: '' }));
  const ask = (text: string, params: object) => (store as any).read({ ...statement('dumpClaim'), text, params: ['after', 'first', 'keys'], defaults: {} }, params);
  await t('keys', () => ask('MATCH (n:Claim) WHERE n.id > $after RETURN n.id AS key ORDER BY key LIMIT $first', { after: '', first: 2000 }));
  const keys = (await t('keys all', () => ask('MATCH (n:Claim) WHERE n.id > $after RETURN n.id AS key ORDER BY key LIMIT $first', { after: '', first: 200000 })) as any[]).map((r) => r.key);
  await t('by IN', () => ask('MATCH (n:Claim) WHERE n.id IN $keys RETURN n.id AS key, properties(n) AS properties ORDER BY key', { keys: keys.slice(0, 2000) }));
  await t('by UNWIND', () => ask('UNWIND $keys AS key MATCH (n:Claim {id: key}) RETURN key, properties(n) AS properties', { keys: keys.slice(0, 2000) }));
  await t('from', () => store.read(statement('dumpFromClaim'), { keys: keys.slice(0, 2000) }));
  await t('from unwind', () => ask('UNWIND $keys AS key MATCH (n:Claim {id: key})-[r:PART_OF|`BY`|ABOUT|AT|`FOR`|PAYS_FOR|SUPPORTS]->(m) RETURN key, type(r) AS type, labels(m)[0] AS label, coalesce(m.code, m.id, m.kind, m.name) AS `to`, properties(r) AS properties', { keys: keys.slice(0, 2000) }));
  await t('digest', () => digest(store));
  await store.close();
}, 1e7);
