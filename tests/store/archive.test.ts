import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { XueliangError } from '../../src/errors.ts';
import { gazetteerDivisions } from '../../src/graph/divisions.ts';
import type { Entry, ReadingEntry } from '../../src/journal/entry.ts';
import { Journal } from '../../src/journal/journal.ts';
import { checkInvariants } from '../../src/store/check.ts';
import { digest } from '../../src/store/digest.ts';
import { openStore } from '../../src/store/engines.ts';
import { LocalArchive } from '../../src/store/local-archive.ts';
import { type ArchiveOptions, openArchive, thisProcess } from '../../src/store/open-archive.ts';
import { statement, writeStatement } from '../../src/store/queries.ts';
import type { Store, WriteBatch } from '../../src/store/store.ts';
import { corpus } from './corpus.ts';

let folder: string;
let said: string[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'xueliang-archive-'));
  said = [];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const entries: ReadingEntry[] = corpus().map(({ record, text = '' }) => ({
  rulesVersion: '1',
  record,
  text,
  sketch: null,
}));
const file = () => join(folder, 'a.db');
const open = (options: ArchiveOptions = {}) =>
  openArchive(`file:${file()}`, { notify: (line) => void said.push(line), ...options });

async function write(what: readonly Entry[] = entries): Promise<string> {
  const archive = await open();
  try {
    const writer = await archive.begin(thisProcess('load'));
    await writer.write(what);
    await writer.end();
    return await digest(archive.store);
  } finally {
    await archive.close();
  }
}

async function digestNow(): Promise<string> {
  const archive = await open();
  return digest(archive.store).finally(() => archive.close());
}

/** Writes what the store says of itself, as another version would. */
async function bookmark(change: object): Promise<void> {
  const store = await openStore(`file:${file()}`);
  const [row] = await store.read(statement('journal'));
  const properties = { ...(row?.journal as object), ...change };
  await store.write([{ statement: writeStatement('putJournal'), rows: [{ key: 'journal', properties }] }]);
  await store.close();
}

describe('an archive when it is opened', () => {
  it('is as it was, and says nothing', async () => {
    const before = await write();
    expect(await digestNow()).toBe(before);
    expect(said).toEqual([]);
  });

  it('writes into the graph what only the journal has: the load was killed in between', async () => {
    const before = await write();
    rmSync(folder, { recursive: true });
    await write(entries.slice(0, 3));
    await (await Journal.open(`${file()}.journal`)).append(entries);
    expect(await digestNow()).toBe(before);
    expect(said).toEqual([`${entries.length - 3} articles written into the graph from the journal`]);
  });

  it('says while it is made again that it is, to who has it and to another', async () => {
    await write();
    const [mine, other] = [await open(), await open()];
    const writer = await mine.begin(thisProcess('rebuild'));
    expect([await mine.rebuilding(), await other.rebuilding()]).toEqual([false, false]);
    const rebuilt = writer.rebuild();
    await expect.poll(() => other.rebuilding(), { interval: 1 }).toBe(true);
    expect(await mine.rebuilding()).toBe(true);
    expect(await rebuilt).toBe(entries.length);
    expect([await mine.rebuilding(), await other.rebuilding()]).toEqual([false, false]);
    await writer.end();
    await other.close();
    await mine.close();
  });

  it('is rebuilt when another version of the engine made it', async () => {
    const before = await write();
    await bookmark({ engine: 'grafeo 0.5.0' });
    expect(await digestNow()).toBe(before);
    expect(said[0]).toMatch(/^store: made by grafeo 0\.5\.0, this is grafeo \d.*; rebuilt from the journal$/);
    expect(await digestNow()).toBe(before);
    expect(said).toHaveLength(2);
  });

  it('is not made of two journals, unless it is adopted', async () => {
    await write();
    rmSync(`${file()}.journal`, { recursive: true });
    await expect(open()).rejects.toMatchObject({ code: 'JOURNAL_FOREIGN' });
    await (await open({ adopt: true })).close();
    const before = await write();
    expect(await digestNow()).toBe(before);
    await bookmark({ journal: 'another' });
    await expect(open()).rejects.toMatchObject({
      code: 'JOURNAL_FOREIGN',
      message: expect.stringContaining('another'),
    });
  });

  it('leaves a damaged store alone when there is nothing to rebuild it from', async () => {
    writeFileSync(file(), 'somebody’s notes');
    await expect(open()).rejects.toMatchObject({ code: 'STORE_DAMAGED' });
    expect(existsSync(file())).toBe(true);
    expect(existsSync(`${file()}.lock`)).toBe(false);
  });
});

describe('an archive when it is written', () => {
  it('is asked for again where the path is a folder, or leads through a file; nothing is made there', async () => {
    await expect(openArchive(`file:${folder}`)).rejects.toMatchObject({ code: 'USAGE' });
    writeFileSync(join(folder, 'plain'), 'text');
    const under = openArchive(`file:${join(folder, 'plain', 'a.db')}`);
    await expect(under).rejects.toMatchObject({ code: 'USAGE', location: { file: expect.stringContaining('plain') } });
    expect(readdirSync(folder)).toEqual(['plain']);
    expect(existsSync(`${folder}.journal`)).toBe(false);
  });

  it('keeps nothing of a batch that the graph would refuse', async () => {
    const [first] = entries;
    if (first === undefined) throw new Error('no fixture');
    const claims = first.record.claims.map((claim) => ({ ...claim, quote: '' }));
    await expect(write([{ ...first, record: { ...first.record, claims } }])).rejects.toMatchObject({
      code: 'CLAIM_WITHOUT_QUOTE',
    });
    expect((await Journal.open(`${file()}.journal`)).last).toBe(0);
  });

  it('takes the last of several readings of one article in one batch', async () => {
    const before = await write();
    rmSync(folder, { recursive: true });
    const older = entries.map((entry) => ({ ...entry, record: { ...entry.record, claims: [] } }));
    expect(await write([...older, ...entries])).toBe(before);
  });

  it.each(['before', 'after'])('is written once when the engine ends %s a commit', async (when) => {
    const before = await write();
    const store = await openStore('memory:');
    let ended = 0;
    const failing: Store = Object.assign(Object.create(store) as Store, {
      read: store.read.bind(store),
      write: async (batches: readonly WriteBatch[]) => {
        const ends = ended++ % 2 === 0;
        if (!ends || when === 'after') await store.write(batches);
        if (ends) throw new XueliangError('STORE_UNAVAILABLE', 'ended');
      },
    });
    const archive = new LocalArchive({ store: failing, journal: null, sequence: 0, divisions: gazetteerDivisions });
    const writer = await archive.begin(thisProcess('load'));
    for (const entry of entries) await writer.write([entry]);
    expect(ended).toBe(2 * entries.length);
    expect(await checkInvariants(store)).toEqual([]);
    expect(await digest(store)).toBe(before);
    await store.close();
  });

  it('in memory has no journal, and the same graph', async () => {
    const before = await write();
    const archive = await openArchive('memory:');
    await (await archive.begin(thisProcess('load'))).write(entries);
    expect(await digest(archive.store)).toBe(before);
    await archive.close();
  });
});
