import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { missingTools, NEO4J_VERSION, startNeo4j } from '../../scripts/neo4j-jars.mjs';
import type { Credentials } from '../../src/store/neo4j.ts';

/** A Neo4j for tests, and how it is ended. */
export interface TestNeo4j {
  readonly url: string;
  readonly credentials: Credentials;
  readonly stop: () => Promise<void>;
}

/** The variables that name a server of one's own (its data is deleted): of the LTS version, and of the current one. */
const OWN = (version: string) => (version === NEO4J_VERSION ? 'XUELIANG_TEST_NEO4J' : 'XUELIANG_TEST_NEO4J_CURRENT');

/**
 * A real Neo4j of a version: the one that XUELIANG_TEST_NEO4J or XUELIANG_TEST_NEO4J_CURRENT names (its data is deleted),
 * one in Docker, or one from its jars; else why there is none.
 */
export async function testNeo4j(version = NEO4J_VERSION): Promise<TestNeo4j | string> {
  const { [OWN(version)]: url, [`${OWN(version)}_PASSWORD`]: password } = process.env;
  if (url) return { url, credentials: password ? { password } : {}, stop: async () => undefined };
  if (spawnSync('docker', ['info'], { timeout: 5000 }).status === 0) return inDocker(version);
  const reason = missingTools(version);
  if (reason !== null) return `no Docker, and ${reason}`;
  const secret = randomUUID();
  // A graph of 100,000 claims does not fit into what is enough for the suite.
  const room = Number(process.env.XUELIANG_SAME_CLAIMS ?? 0) > 10_000 ? { heap: '2g', pageCache: '512m' } : {};
  const { bolt, stop } = await startNeo4j({ version, password: secret, ...room });
  return { url: bolt, credentials: { password: secret }, stop };
}

async function inDocker(version: string): Promise<TestNeo4j> {
  const password = randomUUID();
  const { GenericContainer, Wait } = await import('testcontainers');
  const container = await new GenericContainer(`neo4j:${version}-community`)
    .withEnvironment({ NEO4J_AUTH: `neo4j/${password}` })
    .withExposedPorts(7687)
    .withWaitStrategy(Wait.forLogMessage('Started.'))
    .start();
  const url = `bolt://${container.getHost()}:${container.getMappedPort(7687)}`;
  return { url, credentials: { password }, stop: async () => void (await container.stop()) };
}
