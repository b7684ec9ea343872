import neo4j from 'neo4j-driver';
import { describe, inject } from 'vitest';
import { openStore } from '../../src/store/engines.ts';
import type { Credentials } from '../../src/store/neo4j.ts';
import type { Store } from '../../src/store/store.ts';
import { listContract } from './lists.ts';

const server = inject('neo4j');
const reason = 'reason' in server ? server.reason : null;
const { url, credentials } = 'reason' in server ? { url: '', credentials: {} as Credentials } : server;

/** Opens the test's Neo4j, emptied. */
async function empty(): Promise<Store> {
  const auth = credentials.password ? neo4j.auth.basic('neo4j', credentials.password) : undefined;
  const driver = neo4j.driver(url, auth);
  await driver.executeQuery('MATCH (n) DETACH DELETE n');
  await driver.close();
  const store = await openStore(url, credentials);
  await store.migrate();
  return store;
}

describe.skipIf(reason !== null)(`the API on Neo4j${reason === null ? '' : ` (skipped: ${reason})`}`, () => {
  listContract(empty, 1);
});
