import neo4j, { type Driver } from 'neo4j-driver';
import { inject } from 'vitest';
import { NEO4J_CURRENT, NEO4J_VERSION } from '../../scripts/neo4j-jars.mjs';
import { openStore, type StoreOptions } from '../../src/store/engines.ts';
import type { Credentials } from '../../src/store/neo4j.ts';
import type { Store } from '../../src/store/store.ts';

/** One of the Neo4j servers that the tests run against. */
export interface Server {
  /** `Neo4j 5.26.30`, and why its tests are skipped, if they are. */
  readonly title: string;
  /** Why there is none, or null. */
  readonly reason: string | null;
  readonly url: string;
  readonly credentials: Credentials;
}

function server(key: 'neo4j' | 'neo4jCurrent', version: string): Server {
  const found = inject(key);
  const title = `Neo4j ${version}`;
  if ('url' in found) return { title, reason: null, ...found };
  return { title: `${title} (skipped: ${found.reason})`, reason: found.reason, url: '', credentials: {} };
}

/** Neo4j of the LTS version and of the current one. */
export const SERVERS: readonly Server[] = [server('neo4j', NEO4J_VERSION), server('neo4jCurrent', NEO4J_CURRENT)];

/** Why a test that needs all of them is skipped, or null. */
export const MISSING: string | null = SERVERS.find(({ reason }) => reason !== null)?.title ?? null;

/** A driver to a server, to be closed by who asked for it. */
export function driverOf({ url, credentials }: Server): Driver {
  const { username = 'neo4j', password } = credentials;
  return neo4j.driver(url, password === undefined ? undefined : neo4j.auth.basic(username, password));
}

/** Opens a server's store, emptied. */
export async function emptied(server: Server, options: StoreOptions = {}): Promise<Store> {
  const driver = driverOf(server);
  const session = driver.session();
  await session.run('MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 1000 ROWS');
  await session.close();
  await driver.close();
  return openStore(server.url, { ...server.credentials, ...options });
}
