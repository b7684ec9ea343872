import type { TestProject } from 'vitest/node';
import type { Credentials } from '../../src/store/neo4j.ts';
import { testNeo4j } from './neo4j.server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where Neo4j answers, or why there is none. */
    neo4j: { readonly url: string; readonly credentials: Credentials } | { readonly reason: string };
  }
}

/** Starts one Neo4j for all tests; without one they are skipped with the reason, but never in CI. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const found = await testNeo4j().catch((error: Error) => error.message);
  if (typeof found !== 'string') {
    project.provide('neo4j', { url: found.url, credentials: found.credentials });
    return found.stop;
  }
  if (process.env.CI) throw new Error(`CI needs a real Neo4j: ${found}`);
  console.warn(`Tests against Neo4j are skipped: ${found}`);
  project.provide('neo4j', { reason: found });
  return async () => undefined;
}
