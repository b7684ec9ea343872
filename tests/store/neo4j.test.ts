import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { digest } from '../../src/store/digest.ts';
import { openStore } from '../../src/store/engines.ts';
import { writeRecords } from '../../src/store/load.ts';
import { statements } from '../../src/store/queries.ts';
import type { Store } from '../../src/store/store.ts';
import { LONG } from '../reliability/table.ts';
import { contract } from './contract.ts';
import { corpus, edges, hub } from './corpus.ts';
import { divisions } from './fixture.ts';
import { samples } from './samples.ts';
import { emptied, SERVERS, type Server } from './servers.ts';

describe.each(SERVERS)('$title', (server) => {
  describe.skipIf(server.reason !== null)('as a store', () => on(server));
});

function on(server: Server): void {
  const { url, credentials } = server;
  const empty = () => emptied(server);
  contract(empty);

  describe('beside the embedded engine', () => {
    let engines: [Store, Store];
    beforeAll(async () => {
      engines = [await openStore('memory:'), await empty()];
      const all = [...corpus(), edges(), ...hub()];
      await writeRecords(engines[0], all, divisions);
      await writeRecords(engines[1], all.reverse(), divisions, { batchSize: 60 });
    }, 180_000);
    afterAll(() => Promise.all(engines.map((store) => store.close())));

    it('holds the same graph, though loaded in another order', async () => {
      const [embedded, neo4jStore] = engines;
      expect(await digest(neo4jStore)).toBe(await digest(embedded));
    });

    // On other articles same.neo4j.test.ts compares all of it each time; on these `npm run test:long` does.
    const files = LONG ? statements('read').filter((file) => file.dialect === 'both') : [];
    it.each(files.map((file) => [file.name, file] as const))(
      'answers %s row by row alike',
      async (_, file) => {
        const [embedded, neo4jStore] = engines;
        for (const params of await samples(file, embedded)) {
          expect(await neo4jStore.read(file, params), JSON.stringify(params)).toEqual(
            await embedded.read(file, params),
          );
        }
      },
      60_000,
    );
  });

  it('refuses a wrong password in one line, which does not hold it', async () => {
    const wrong = openStore(url, { password: 'not-the-password' });
    if (credentials.password === undefined) return void (await (await wrong).close());
    await expect(wrong).rejects.toMatchObject({ code: 'STORE_AUTH', retriable: false });
    await expect(wrong).rejects.toSatisfy((error) => !String(error).includes('not-the-password'));
  });

  it('says that there is no such database', async () => {
    const elsewhere = openStore(url, { ...credentials, database: 'nowhere' });
    await expect(elsewhere).rejects.toMatchObject({ code: 'STORE_NOT_FOUND', retriable: false });
  });

  it('says in one line that nobody answers', async () => {
    await expect(openStore('bolt://127.0.0.1:1')).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
  });
}
