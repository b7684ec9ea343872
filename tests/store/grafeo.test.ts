import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { digest } from '../../src/store/digest.ts';
import { openStore } from '../../src/store/engines.ts';
import { writeRecords } from '../../src/store/load.ts';
import { contract } from './contract.ts';
import { corpus } from './corpus.ts';
import { divisions } from './fixture.ts';

describe('the embedded engine', () => {
  contract(() => openStore('memory:'));

  it('keeps its graph in a file, which one process has at a time', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'xueliang-'));
    const url = `file:${join(folder, 'deep', 'graph.db')}`;
    const first = await openStore(url);
    await writeRecords(first, corpus(), divisions);
    const before = await digest(first);
    await expect(openStore(url)).rejects.toMatchObject({ code: 'STORE_LOCKED' });
    await first.close();
    const again = await openStore(url);
    expect(await digest(again)).toBe(before);
    expect((await again.search('雪亮', ['Program'], 1))[0]?.name).toBe('雪亮工程');
    await again.close();
    rmSync(folder, { recursive: true });
  });

  it('says so when a file is no store, or an address none', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'xueliang-'));
    writeFileSync(join(folder, 'x.db'), 'no database');
    await expect(openStore(`file:${join(folder, 'x.db')}`)).rejects.toMatchObject({ code: 'STORE_DAMAGED' });
    await expect(openStore('file:')).rejects.toMatchObject({ code: 'USAGE' });
    await expect(openStore('http://user:secret@host')).rejects.toSatisfy((error) => !String(error).includes('secret'));
    rmSync(folder, { recursive: true });
  });
});
