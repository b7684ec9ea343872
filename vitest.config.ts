import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Neo4j is started for the tests that ask for it, and for no others. */
const NEO4J = ['tests/**/neo4j.test.ts', 'tests/**/*.neo4j.test.ts'];
/** The same copy of graphql that Apollo loads, as in Node. */
const alias = [{ find: /^graphql$/, replacement: fileURLToPath(import.meta.resolve('graphql')) }];
const limits = { testTimeout: 60_000, hookTimeout: 180_000 };

export default defineConfig({
  test: {
    projects: [
      // Two at a time: on two cores vitest would take one.
      {
        resolve: { alias },
        test: { name: 'all', include: ['tests/**/*.test.ts'], exclude: NEO4J, maxWorkers: 2, ...limits },
      },
      {
        resolve: { alias },
        test: {
          name: 'neo4j',
          include: NEO4J,
          globalSetup: 'tests/store/neo4j.setup.ts',
          fileParallelism: false,
          ...limits,
        },
      },
    ],
  },
});
