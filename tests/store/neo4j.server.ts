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

/**
 * A real Neo4j: the one that XUELIANG_TEST_NEO4J names (its data is deleted), one in Docker, or one from its jars; else
 * why there is none.
 */
export async function testNeo4j(): Promise<TestNeo4j | string> {
  const { XUELIANG_TEST_NEO4J: url, XUELIANG_TEST_NEO4J_PASSWORD: password } = process.env;
  if (url) return { url, credentials: password ? { password } : {}, stop: async () => undefined };
  if (spawnSync('docker', ['info'], { timeout: 5000 }).status === 0) return inDocker();
  const reason = missingTools();
  if (reason !== null) return `no Docker, and ${reason}`;
  const secret = randomUUID();
  const { bolt, stop } = await startNeo4j({ password: secret });
  return { url: bolt, credentials: { password: secret }, stop };
}

async function inDocker(): Promise<TestNeo4j> {
  const password = randomUUID();
  const { GenericContainer, Wait } = await import('testcontainers');
  const container = await new GenericContainer(`neo4j:${NEO4J_VERSION}-community`)
    .withEnvironment({ NEO4J_AUTH: `neo4j/${password}` })
    .withExposedPorts(7687)
    .withWaitStrategy(Wait.forLogMessage('Started.'))
    .start();
  const url = `bolt://${container.getHost()}:${container.getMappedPort(7687)}`;
  return { url, credentials: { password }, stop: async () => void (await container.stop()) };
}
