import type { TestProject } from 'vitest/node';
import { NEO4J_CURRENT, NEO4J_VERSION } from '../../scripts/neo4j-jars.mjs';
import type { Credentials } from '../../src/store/neo4j.ts';
import { LONG } from '../reliability/table.ts';
import { testNeo4j } from './neo4j.server.ts';

/** Where Neo4j answers, or why there is none. */
type Found = { readonly url: string; readonly credentials: Credentials } | { readonly reason: string };

declare module 'vitest' {
  interface ProvidedContext {
    /** Neo4j of the LTS version. */
    neo4j: Found;
    /** Neo4j of the current version. */
    neo4jCurrent: Found;
  }
}

const SERVERS = [
  ['neo4j', NEO4J_VERSION],
  ['neo4jCurrent', NEO4J_CURRENT],
] as const;

/** Starts one Neo4j of each version for all tests; without one its tests are skipped with the reason, but not in CI and in `test:long`. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  // One after the other: both may fetch what they need, and two starts at once are no faster on two processors.
  const stops: (() => Promise<void>)[] = [];
  const stop = async () => void (await Promise.all(stops.map((end) => end())));
  for (const [key, version] of SERVERS) {
    const found = await testNeo4j(version).catch((error: Error) => error.message);
    if (typeof found !== 'string') {
      stops.push(found.stop);
      project.provide(key, { url: found.url, credentials: found.credentials });
      continue;
    }
    if (process.env.CI || LONG) {
      await stop();
      throw new Error(`a real Neo4j ${version} is needed: ${found}`);
    }
    console.warn(`Tests against Neo4j ${version} are skipped: ${found}`);
    project.provide(key, { reason: found });
  }
  return stop;
}
