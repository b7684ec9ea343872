import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeNeo4jAdmin } from '../../src/export/neo4j-admin.ts';
import type { Page } from '../../src/store/dump.ts';
import { folder, PAID, POSTED } from './articles.ts';
import { lines, xueliang } from './terminal.ts';

const dir = folder({ 'a.txt': PAID, 'b.txt': POSTED });
const run = (...args: string[]) => xueliang(['export', ...args, '--store', dir.store]);
beforeAll(async () => void (await xueliang(['load', dir.path, '--store', dir.store])));
afterAll(() => dir.remove());

describe('xueliang export neo4j-admin', () => {
  it('writes what the tool takes, and prints the command that takes it', async () => {
    const out = dir.at('csv out');
    const ran = await run('neo4j-admin', out);
    expect(ran).toMatchObject({ status: 0, err: '' });
    const [counted, ...steps] = lines(ran.out);
    expect(counted).toMatch(/^\d+ nodes and \d+ relationships of file:/);
    expect(steps).toEqual(
      expect.arrayContaining([`  cd '${out}'`, '  neo4j-admin database import full neo4j @import.args']),
    );
    const named = lines(readFileSync(`${out}/import.args`, 'utf8')).flatMap(
      (text) => text.split('=')[2]?.split(',') ?? [],
    );
    expect(named.sort()).toEqual(
      readdirSync(out)
        .filter((name) => name !== 'import.args')
        .map((name) => `./${name}`)
        .sort(),
    );
    const [total = '', links = ''] = counted?.match(/\d+/g) ?? [];
    const rows = (names: readonly string[]) =>
      names
        .filter((name) => !name.includes('.header.'))
        .reduce((sum, name) => sum + (readFileSync(`${out}/${name}`, 'utf8').match(/"\n/g)?.length ?? 0), 0);
    expect(Number(total)).toBeGreaterThan(0);
    expect(Number(links)).toBeGreaterThan(0);
    expect(rows(named.filter((name) => name.includes('-REPORTED-')))).toBeGreaterThan(0);
  });

  it('makes the same files of the journal alone, and leaves the journal as it is', async () => {
    const [stored, alone] = [dir.at('stored'), dir.at('alone')];
    await run('neo4j-admin', stored);
    const ran = await xueliang(['export', 'neo4j-admin', alone, '--journal', dir.at('store.db.journal')]);
    expect(ran).toMatchObject({ status: 0, err: '' });
    expect(readdirSync(alone).sort()).toEqual(readdirSync(stored).sort());
    const rows = (folder: string, name: string) => lines(readFileSync(`${folder}/${name}`, 'utf8')).sort();
    for (const name of readdirSync(alone).filter((file) => !/^Journal/.test(file)))
      expect(rows(alone, name), name).toEqual(rows(stored, name));
    const both = await run('neo4j-admin', dir.at('both'), '--journal', dir.at('store.db.journal'));
    expect(both).toMatchObject({ status: 2, err: expect.stringContaining('--journal') });
    const none = await xueliang(['export', 'neo4j-admin', dir.at('both'), '--journal', dir.at('nothing')]);
    expect(none).toMatchObject({ status: 2, err: expect.stringContaining('there is no journal') });
  });

  it('shows a bar on a terminal', async () => {
    const ran = await xueliang(['export', 'neo4j-admin', dir.at('bar'), '--store', dir.store], { isTTY: true });
    expect(ran.status).toBe(0);
    expect(ran.err).toContain('nodes');
  });

  it('refuses a folder with something in it, and leaves it as it is', async () => {
    mkdirSync(dir.at('full'));
    writeFileSync(dir.at('full/mine.txt'), 'mine');
    const ran = await run('neo4j-admin', dir.at('full'));
    expect(ran.status).toBe(2);
    expect(lines(ran.err)).toEqual([`xueliang: ${dir.at('full')} is not empty; name a new folder (USAGE)`]);
    expect(readdirSync(dir.at('full'))).toEqual(['mine.txt']);
  });

  it('refuses a format that there is not, a store that there is not, and a folder that cannot be', async () => {
    expect(await run('graphml', dir.at('x'))).toMatchObject({ status: 2, err: expect.stringContaining('neo4j-admin') });
    const nowhere = await xueliang(['export', 'neo4j-admin', dir.at('x'), '--store', `file:${dir.at('none.db')}`]);
    expect(nowhere.status).toBe(2);
    writeFileSync(dir.at('file'), '');
    expect(await run('neo4j-admin', dir.at('file/x'))).toMatchObject({
      status: 1,
      err: expect.stringContaining('OUTPUT_UNWRITABLE'),
    });
    expect(existsSync(dir.at('x'))).toBe(false);
  });

  it('takes away what it wrote when it fails or is stopped under way', async () => {
    const page: Page = { nodes: [{ label: 'Outlet', key: '报', properties: { name: '报' } }], links: [] };
    const failing = function* (): Generator<Page> {
      yield page;
      throw new Error('the store went away');
    };
    await expect(writeNeo4jAdmin(failing(), dir.at('new'))).rejects.toThrow('went away');
    expect(existsSync(dir.at('new'))).toBe(false);
    mkdirSync(dir.at('empty'));
    const stop = new AbortController();
    const onWritten = () => stop.abort();
    await expect(
      writeNeo4jAdmin([page, page], dir.at('empty'), { signal: stop.signal, onWritten }),
    ).rejects.toMatchObject({ name: 'AbortError' });
    expect(readdirSync(dir.at('empty'))).toEqual([]);
  });
});
