import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/engines.ts';
import { openGrafeo } from '../../src/store/grafeo.ts';
import { migrations, readVersion } from '../../src/store/schema-version.ts';
import { versions } from './versions.ts';

describe('the embedded engine', () => {
  const folder = mkdtempSync(join(tmpdir(), 'xueliang-versions-'));
  const path = join(folder, 'a.db');
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  versions({
    asBefore: async () => {
      const store = await openGrafeo(path);
      await store.migrate();
      return store;
    },
    now: (options) => openStore(`file:${path}`, options),
  });

  it('gives a new store the newest version, whoever opens it', async () => {
    const store = await openStore('memory:', { readOnly: true });
    expect(await readVersion(store)).toBe(Math.max(...migrations().map(({ version }) => version)));
    await store.close();
  });
});

describe('cypher/migrations', () => {
  it('is numbered from 1 without a gap, each number once on each engine', () => {
    const numbers = migrations().map(({ version }) => version);
    expect([...new Set(numbers)]).toEqual(Array.from({ length: Math.max(...numbers) }, (_, i) => i + 1));
    for (const engine of ['neo4j', 'grafeo']) {
      const other = engine === 'neo4j' ? 'grafeo' : 'neo4j';
      const ours = migrations().filter(({ file }) => file.dialect !== other);
      expect(new Set(ours.map(({ version }) => version)).size).toBe(ours.length);
    }
    expect(migrations().filter(({ file }) => !/^\d{4}-/.test(file.name))).toEqual([]);
  });
});
