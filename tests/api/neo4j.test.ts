import neo4j from 'neo4j-driver';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Served, serve } from '../../src/api/server.ts';
import { openStore } from '../../src/store/engines.ts';
import type { Store } from '../../src/store/store.ts';
import { testStatement } from '../store/spy.ts';
import type { Answer } from './client.ts';

const server = inject('neo4j');
const reason = 'reason' in server ? server.reason : null;

/** Counts to a number that it does not reach within any limit. */
const RUNAWAY = testStatement('UNWIND range(1, 1000000000000) AS i RETURN count(i % 7) AS total', [], ['total']);
/** What of ours Neo4j is running, by the words of the statement. */
const RUNNING = `SHOW TRANSACTIONS YIELD currentQuery, status
  WHERE currentQuery CONTAINS '1000000000000' AND NOT currentQuery STARTS WITH 'SHOW' RETURN status`;

describe.skipIf(reason !== null)(`the API on Neo4j${reason === null ? '' : ` (skipped: ${reason})`}`, () => {
  const { url, credentials } = 'reason' in server ? { url: '', credentials: {} } : server;
  const { password } = credentials as { password?: string };
  let store: Store;
  let served: Served;
  const driver = neo4j.driver(url, password ? neo4j.auth.basic('neo4j', password) : undefined);
  const running = async () => (await driver.executeQuery(RUNNING)).records.length;
  const ready = async () => (await fetch(`${served.url}/readyz`)).status;

  beforeAll(async () => {
    store = await openStore(url, { ...credentials, statementLimit: 8000 });
    const runaway: Store = {
      ...{ engine: store.engine, migrate: () => store.migrate(), reset: () => store.reset() },
      ...{ checkpoint: () => store.checkpoint(), close: () => store.close(), write: (batches) => store.write(batches) },
      search: (query, labels, limit) => store.search(query, labels, limit),
      read: (statement, params) =>
        statement.name === 'claimsInOrderCount' ? store.read(RUNAWAY) : store.read(statement, params),
    };
    served = await serve(runaway, { port: 0 });
  });
  afterAll(async () => {
    await served?.close();
    await store?.close();
    await driver.close();
  });

  const ask = (query: string) =>
    fetch(`${served.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    });

  it('stops a statement that runs too long, in Neo4j too, and answers the next', async () => {
    // The first of any kind takes Neo4j long, and is not what is tried here.
    await expect.poll(ready, { timeout: 30_000 }).toBe(200);
    expect(await running()).toBe(0);
    const answer = ask('{ claims { totalCount } }');
    await expect.poll(running, { timeout: 8000, interval: 20 }).toBe(1);
    const stopped = await answer;
    expect(stopped.status).toBe(422);
    expect(((await stopped.json()) as Answer).errors?.[0]?.extensions.code).toBe('STORE_TIMEOUT');
    // Neo4j looks for overdue transactions every two seconds.
    await expect.poll(running, { timeout: 10_000 }).toBe(0);
    const next = async () => (await ask('{ place(code: "370503") { code } }')).status;
    await expect.poll(next, { timeout: 30_000 }).toBe(200);
  });

  it('is not ready while an index of the schema is gone', async () => {
    const { records } = await driver.executeQuery('SHOW FULLTEXT INDEXES YIELD name RETURN name LIMIT 1');
    await driver.executeQuery(`DROP INDEX ${records[0]?.get('name')}`);
    await expect.poll(ready, { timeout: 5000 }).toBe(503);
    await store.migrate();
    await expect.poll(ready, { timeout: 30_000 }).toBe(200);
  });
});
