import { serve } from '../../src/api/server.ts';
import { load } from '../../src/load.ts';
import type { Archive } from '../../src/store/archive.ts';
import { openArchive } from '../../src/store/open-archive.ts';
import type { Answer } from './client.ts';

/** An API over the demo articles in memory, or over an archive that is given. */
export interface DemoClient {
  readonly archive: Archive;
  readonly url: string;
  /** Names of the statements read since the last call. */
  statements(): string[];
  ask(query: string, variables?: Record<string, unknown>): Promise<Answer>;
  close(): Promise<void>;
}

/** Loads the demo articles, unless an archive is given, and serves them on a free port. */
export async function demoClient(given?: Archive): Promise<DemoClient> {
  const archive = given ?? (await openArchive('memory:'));
  if (given === undefined) await load(['demo/articles'], archive);
  const names: string[] = [];
  const { store } = archive;
  const counting = Object.create(store, {
    read: {
      value: (...args: Parameters<typeof store.read>) => {
        names.push(args[0].name);
        return store.read(...args);
      },
    },
    search: { value: store.search.bind(store) },
    engine: { value: store.engine },
  });
  const served = await serve(counting, { port: 0 });
  return {
    archive,
    url: served.url,
    statements: () => names.splice(0),
    ask: async (query, variables) => {
      const response = await fetch(`${served.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query, variables }),
      });
      return (await response.json()) as Answer;
    },
    close: async () => {
      await served.close();
      await archive.close();
    },
  };
}
