import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { digest } from '../../src/store/digest.ts';
import { openArchive, thisProcess } from '../../src/store/open-archive.ts';
import { claim } from '../../src/store/owner.ts';
import { statement } from '../../src/store/queries.ts';
import { article } from './fixture.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'xueliang-owner-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const me = thisProcess('test');
const take = () => claim(join(folder, 'a.db'), me, (socket) => socket.destroy());

describe('an owner', () => {
  it('is one at a time, and named to who comes second', async () => {
    const first = await take();
    if (!first.owned) throw new Error('nobody else is here');
    const second = await take();
    expect(second).toMatchObject({ owned: false, holder: { pid: process.pid, command: 'xueliang test' } });
    if (!second.owned) second.socket.destroy();
    await first.release();
    expect(readdirSync(folder)).toEqual([]);
    const third = await take();
    expect(third.owned).toBe(true);
    if (third.owned) await third.release();
  });

  it('is one of many that come at once', async () => {
    writeFileSync(join(folder, 'a.db.lock'), JSON.stringify({ ...me, socket: join(folder, 'gone.sock') }));
    const all = await Promise.all(Array.from({ length: 12 }, take));
    const owners = all.filter((one) => one.owned);
    expect(owners).toHaveLength(1);
    for (const one of all) if (!one.owned) one.socket.destroy();
    for (const one of owners) if (one.owned) await one.release();
  });

  it('who died is replaced, and what it left is removed', async () => {
    const dead = join(folder, 'dead.sock');
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(dead, resolve));
    const held = { ...me, pid: 1, socket: dead };
    server.close();
    for (const left of [JSON.stringify(held), 'half a lo', '', '{}']) {
      writeFileSync(join(folder, 'a.db.lock'), left);
      const owner = await take();
      expect(owner.owned).toBe(true);
      if (owner.owned) await owner.release();
      expect(readdirSync(folder)).toEqual([]);
    }
  });

  it.skipIf(process.platform === 'win32')('answers nobody but its own user, however long the path', async () => {
    const deep = join(folder, 'x'.repeat(120), 'a.db');
    for (const base of [join(folder, 'a.db'), deep]) {
      const owner = await claim(base, me, (socket) => socket.destroy());
      const { socket } = JSON.parse(readFileSync(`${base}.lock`, 'utf8'));
      expect(statSync(socket).mode & 0o777).toBe(0o600);
      expect(statSync(`${base}.lock`).mode & 0o777).toBe(0o600);
      if (owner.owned) await owner.release();
      expect(existsSync(socket)).toBe(false);
    }
  });
});

describe('an archive that another has', () => {
  const told = (name: string) => {
    const { record } = article(name, { publishedOn: '2020-01-01', outlet: '报' }, [
      { kind: 'DEPLOYED', words: '建3处' },
    ]);
    return { rulesVersion: '1', record, text: '建3处', sketch: null };
  };
  const url = () => `file:${join(folder, 'a.db')}`;
  const count = async (archive: Awaited<ReturnType<typeof openArchive>>) =>
    (await archive.store.read(statement('articlesCount')))[0]?.total;

  it('is read and searched through it, and written by one at a time', async () => {
    const owner = await openArchive(url(), { command: 'serve' });
    const guest = await openArchive(url(), { command: 'load' });
    const other = await openArchive(url(), { command: 'load' });
    expect(guest.store.engine).toEqual(owner.store.engine);
    const writer = await guest.begin(thisProcess('load'));
    await expect(other.begin(thisProcess('load'))).rejects.toMatchObject({
      code: 'STORE_LOCKED',
      message: expect.stringMatching(/^xueliang load \(process \d+, since 2\d{3}-.*Z\)/),
    });
    expect(await writer.write([told('甲'), told('乙')])).toMatchObject({ articles: 2, claims: 2, known: 0 });
    expect(await writer.write([told('甲')])).toMatchObject({ articles: 1, claims: 1, known: 1, changed: [] });
    expect([await count(owner), await count(guest), await count(other)]).toEqual([2, 2, 2]);
    expect(await guest.store.search('建3', ['Claim'], 5)).toHaveLength(2);
    await expect(guest.store.read(statement('place'))).rejects.toMatchObject({ code: 'QUERY_PARAMETER' });
    const before = await digest(owner.store);
    expect(await writer.rebuild()).toBe(2);
    expect(await digest(guest.store)).toBe(before);
    await writer.end();
    await (await other.begin(thisProcess('load'))).end();
    await guest.close();
    await other.close();
    await owner.close();
    expect(readdirSync(folder).sort()).toEqual(['a.db', 'a.db.journal', 'a.db.old']);
  });

  it('goes over to who is left, in the middle of reading and writing', async () => {
    const owner = await openArchive(url(), { command: 'query' });
    const guest = await openArchive(url(), { command: 'load' });
    const third = await openArchive(url(), { command: 'query' });
    const writer = await guest.begin(thisProcess('load'));
    await writer.write([told('甲')]);
    await owner.close();
    expect(await Promise.all([count(third), writer.write([told('乙')]).then(() => 2), count(guest)])).toContain(2);
    expect([await count(guest), await count(third)]).toEqual([2, 2]);
    await writer.end();
    await guest.close();
    expect(await count(third)).toBe(2);
    await third.close();
  });

  it('is not written any more by a guest that is gone', async () => {
    const owner = await openArchive(url(), { command: 'serve' });
    const guest = await openArchive(url(), { command: 'load' });
    await guest.begin(thisProcess('load'));
    await guest.close();
    await expect.poll(() => owner.begin(thisProcess('load')).then(() => 'may')).toBe('may');
    await owner.close();
  });
});
