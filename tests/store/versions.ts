import { describe, expect, it } from 'vitest';
import { digest } from '../../src/store/digest.ts';
import { writeRecords } from '../../src/store/load.ts';
import { parseFile } from '../../src/store/queries.ts';
import { type Migration, migrations, readVersion, recordVersion, upToDate } from '../../src/store/schema-version.ts';
import type { Store } from '../../src/store/store.ts';
import { corpus } from './corpus.ts';
import { divisions } from './fixture.ts';
import { testStatement } from './spy.ts';

/** How an engine is opened as programs before versions did, and as this one does. */
export interface Opener {
  /** An empty store with its schema, of which no version is recorded. */
  asBefore(): Promise<Store>;
  now(options?: { readonly readOnly?: boolean; readonly notify?: (line: string) => void }): Promise<Store>;
}

const newest = Math.max(...migrations().map(({ version }) => version));
/** A step that this suite adds: three claims at a time, until none is left. */
const MARK =
  'MATCH (n:Claim) WHERE n.testMark IS NULL WITH n ORDER BY n.id LIMIT 3 SET n.testMark = true RETURN count(n.id) AS changed';
const added: Migration = { version: newest + 1, file: parseFile('migrations', `${newest + 1}-mark.cypher`, MARK) };
const marked = testStatement(
  'MATCH (n:Claim) RETURN count(n.testMark) AS marked, count(n.id) AS claims',
  [],
  ['marked', 'claims'],
);

/** What every engine must do with a store of another version. */
export function versions({ asBefore, now }: Opener): void {
  describe('a store of another version', () => {
    it('that is older is refused to readers with the command to run, and upgraded by who writes', async () => {
      const old = await asBefore();
      await writeRecords(old, corpus(), divisions);
      const expected = await digest(old);
      expect(await readVersion(old)).toBe(0);
      await old.close();
      await expect(now({ readOnly: true })).rejects.toMatchObject({
        code: 'STORE_OLDER',
        retriable: false,
        message: expect.stringContaining('xueliang upgrade'),
      });
      const said: string[] = [];
      const upgraded = await now({ notify: (line) => void said.push(line) });
      expect(said).toEqual([`store: upgraded from schema 0 to ${newest}`]);
      expect(await readVersion(upgraded)).toBe(newest);
      expect(await digest(upgraded)).toBe(expected);
      await upgraded.close();
      const reader = await now({ readOnly: true });
      expect(await digest(reader)).toBe(expected);
      await reader.close();
    }, 120_000);

    it('goes on after a migration that was ended before it was recorded', async () => {
      const store = await now();
      const all = [...migrations(), added];
      const broken: Store = {
        ...bound(store),
        migrate: async (migration) => {
          await store.migrate(migration);
          if (migration === added.file) throw new Error('ended here');
        },
      };
      await expect(upToDate(broken, {}, all)).rejects.toThrow('ended here');
      expect(await readVersion(store)).toBe(newest);
      await expect(upToDate(store, { readOnly: true }, all)).rejects.toMatchObject({ code: 'STORE_OLDER' });
      await upToDate(store, {}, all);
      expect(await readVersion(store)).toBe(added.version);
      const [row] = await store.read(marked);
      expect(row?.claims).toBeGreaterThan(3);
      expect(row?.marked).toBe(row?.claims);
      await store.close();
    }, 120_000);

    it('that is newer is refused to all', async () => {
      for (const readOnly of [true, false])
        await expect(now({ readOnly })).rejects.toMatchObject({ code: 'STORE_NEWER', retriable: false });
      const store = await asBefore();
      await recordVersion(store);
      await store.close();
      await (await now({ readOnly: true })).close();
    }, 120_000);
  });
}

/** A store's methods as properties, so that one can be replaced. */
function bound(store: Store): Store {
  return {
    engine: store.engine,
    migrate: (migration) => store.migrate(migration),
    read: (asked, params) => store.read(asked, params),
    write: (batches, condition) => store.write(batches, condition),
    search: (query, labels, limit) => store.search(query, labels, limit),
    reset: () => store.reset(),
    checkpoint: () => store.checkpoint(),
    close: () => store.close(),
  };
}
