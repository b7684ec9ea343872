import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openUserArchive, shown, storeUrl } from '../../src/cli/settings.ts';
import { folder, PAID, POSTED } from './articles.ts';
import { lines, xueliang } from './terminal.ts';

let dir: ReturnType<typeof folder>;
beforeEach(() => {
  dir = folder({ 'a.txt': PAID, 'b.txt': POSTED });
});
afterEach(() => dir.remove());

const inStore = (...args: string[]) => xueliang([...args, '--store', dir.store]);
const digestOf = async () => lines((await inStore('check', '--digest')).out).at(-1);

describe('xueliang load', () => {
  it('loads, sums up, and changes nothing the second time or in another order', async () => {
    const first = await inStore('load', dir.path);
    expect(first.status).toBe(0);
    expect(first.out).toMatch(/articles {2}2\nclaims {4}[1-9]/);
    const digest = await digestOf();
    expect(digest).toMatch(/^[0-9a-f]{64}$/);
    expect((await inStore('load', dir.path)).status).toBe(0);
    expect(await digestOf()).toBe(digest);
    const other = folder();
    await xueliang(['load', dir.at('b.txt'), dir.at('a.txt'), '--store', other.store]);
    const reordered = await xueliang(['check', '--digest', '--store', other.store]);
    other.remove();
    expect(lines(reordered.out).at(-1)).toBe(digest);
  });

  it('keeps what was loaded when a later input fails, and exits 1', async () => {
    await inStore('load', dir.at('a.txt'));
    writeFileSync(dir.at('empty.txt'), '');
    const ran = await inStore('load', dir.at('empty.txt'), dir.at('b.txt'));
    expect(ran.status).toBe(1);
    expect(ran.err).toContain('empty.txt: ');
    expect((await inStore('status')).out).toMatch(/Article +2\n/);
  });

  it('shows a bar on a terminal', async () => {
    const ran = await xueliang(['load', dir.path, '--store', 'memory:'], { isTTY: true });
    expect(ran.err).toContain('2 files');
    expect((await xueliang(['load', dir.path, '--store', 'memory:'])).err).toBe('');
  });

  it('touches no store when a path is missing', async () => {
    const ran = await inStore('load', dir.at('a.txt'), dir.at('missing.txt'));
    expect(ran).toMatchObject({ status: 2, out: '' });
    const status = await inStore('status');
    expect(status.status).toBe(2);
    expect(status.err).toContain('there is no store at');
  });
});

describe('xueliang query', () => {
  beforeEach(async () => {
    await inStore('load', dir.path);
  });

  it('answers as table, JSON and CSV', async () => {
    const table = await inStore('query', 'whoPaid', '--param', 'place=利津县');
    expect(table).toMatchObject({ status: 0, err: '' });
    expect(table.out).toContain('320余万元');
    const json = await inStore('query', 'whoPaid', '--param', 'amount=320余万', '--format', 'json');
    expect(JSON.parse(json.out)).toMatchObject([{ amountCny: 3_200_000, boughtCount: 460, year: 2015 }]);
    const csv = await inStore('query', 'whoPaid', '--format', 'csv');
    const [head, row] = csv.out.split('\r\n');
    expect(head).toMatch(/^payers,amountCny/);
    expect(row).toContain('3200000');
  });

  it('says so when there is nothing', async () => {
    expect((await inStore('query', 'whoPaid', '--param', 'place=拉萨市')).out).toBe('No rows.\n');
    expect((await inStore('query', 'whoPaid', '--param', 'place=拉萨市', '--format', 'json')).out).toBe('[]\n');
    expect((await inStore('query', 'whoPaid', '--param', 'place=拉萨市', '--format', 'csv')).out).toMatch(/^payers,/);
  });

  it('lists its queries, with what they answer and take', async () => {
    const { out } = await xueliang(['query']);
    expect(out).toContain('whoPaid  (place?, program?, amount?, year?, first=50)\n    Who paid what');
    expect(out).not.toContain('checkLoops');
    expect((await xueliang(['query', '--all'])).out).toContain('checkLoops');
  });

  it.each([
    [['query', 'whoPayed'], 'no query is named whoPayed'],
    [['query', 'whoPaid', '--param', 'colour=red'], 'has no parameter colour'],
    [['query', 'whoPaid', '--param', 'year=soon'], '--param year takes a whole number, not soon'],
    [['query', 'claim'], 'needs the parameter id'],
    [['query', 'none.cypher'], 'none.cypher: no such file'],
  ])('%j: one clear line, exit 2', async (args, message) => {
    const ran = await inStore(...args);
    expect(ran).toMatchObject({ status: 2, out: '' });
    expect(ran.err).toContain(message);
    expect(lines(ran.err)).toHaveLength(1);
  });

  it('refuses a Cypher file on the embedded engine, and says why', async () => {
    writeFileSync(dir.at('mine.cypher'), '// columns: n\nMATCH (n:Claim) RETURN count(n.id) AS n\n');
    const ran = await inStore('query', dir.at('mine.cypher'));
    expect(ran.status).toBe(2);
    expect(ran.err).toMatch(/Neo4j only.*wrongly/);
  });
});

describe('xueliang status and check', () => {
  it('say what is there, in which engine, and that the rules hold', async () => {
    await inStore('load', dir.path);
    const status = await inStore('status');
    expect(status.out).toContain(`store     ${dir.store}`);
    expect(status.out).toMatch(/engine +grafeo \d/);
    expect(await inStore('check')).toMatchObject({ status: 0, out: 'All invariants hold.\n' });
  });
});

describe('xueliang rebuild', () => {
  it('makes the same graph again, from the journal beside the store or elsewhere', async () => {
    await inStore('load', dir.path);
    const digest = await digestOf();
    const rebuilt = await inStore('rebuild');
    expect(rebuilt).toMatchObject({ status: 0, err: '', out: `${dir.store} is rebuilt: 2 articles\n` });
    expect(await digestOf()).toBe(digest);
    const other = folder();
    const copied = await xueliang(['rebuild', '--store', other.store], {
      env: { XUELIANG_JOURNAL: dir.at('store.db.journal') },
    });
    expect(copied).toMatchObject({ status: 0, out: `${other.store} is rebuilt: 2 articles\n` });
    const env = { XUELIANG_JOURNAL: dir.at('store.db.journal') };
    expect(lines((await xueliang(['check', '--digest', '--store', other.store], { env })).out).at(-1)).toBe(digest);
    other.remove();
  });

  it('refuses the journal of another store, and one that is damaged, before it touches anything', async () => {
    await inStore('load', dir.path);
    const other = folder({ 'a.txt': PAID });
    await xueliang(['load', other.at('a.txt'), '--store', other.store]);
    const foreign = await inStore('rebuild', '--journal', other.at('store.db.journal'));
    expect(foreign.status).toBe(1);
    expect(foreign.err).toMatch(/was made from journal .*--adopt.*\(JOURNAL_FOREIGN\)\n$/);
    other.remove();
    const segment = join(dir.at('store.db.journal'), '000000000001.log');
    const bytes = readFileSync(segment);
    bytes[300] = (bytes[300] ?? 0) ^ 1;
    writeFileSync(segment, bytes);
    const checked = await inStore('check');
    expect(checked.status).toBe(1);
    expect(checked.out).toMatch(/^journal {2}000000000001.log: \d+ bytes at 0 do not read/);
    const ran = await inStore('rebuild');
    expect(ran).toMatchObject({ status: 1, out: '' });
    expect(ran.err).toContain('000000000001.log:@0: the journal does not read here');
    expect((await inStore('status')).out).toMatch(/Article +2\n/);
    const saved = await inStore('rebuild', '--salvage');
    expect(saved).toMatchObject({ status: 0, out: `${dir.store} is rebuilt: 1 articles\n` });
    expect(saved.err).toContain('1 entries kept');
  });

  it('has nothing to do in memory, and says so', async () => {
    const ran = await xueliang(['rebuild', '--store', 'memory:']);
    expect(ran).toMatchObject({ status: 2, out: '' });
    expect(ran.err).toContain('no journal');
  });
});

describe('--timeout', () => {
  it('is a whole number of seconds', async () => {
    await inStore('load', dir.at('a.txt'));
    expect((await inStore('status', '--timeout', '30')).status).toBe(0);
    const ran = await inStore('status', '--timeout', 'soon');
    expect(ran).toMatchObject({ status: 2, out: '' });
    expect(lines(ran.err)).toHaveLength(1);
  });
});

describe('--store', () => {
  it('is the option, else XUELIANG_STORE, else a file of the user', () => {
    expect(storeUrl({ store: 'memory:' }, { XUELIANG_STORE: 'file:x' })).toBe('memory:');
    expect(storeUrl({}, { XUELIANG_STORE: 'file:x' })).toBe('file:x');
    expect(storeUrl({}, {})).toMatch(/^file:.*xueliang.*\.db$/);
  });

  it('is an address that is known, in one line', async () => {
    const ran = await xueliang(['status', '--store', 'mysql://x']);
    expect(ran.status).toBe(2);
    expect(ran.err).toContain('not a store: mysql://x');
  });

  it('takes no credentials, and never shows any', async () => {
    expect(shown('bolt://me:secret@host:7687')).toBe('bolt://host:7687');
    const ran = await xueliang(['status', '--store', 'bolt://me:secret@host:7687']);
    expect(ran.status).toBe(2);
    expect(ran.err).not.toContain('secret');
    const env = { XUELIANG_NEO4J_USER: 'me', XUELIANG_NEO4J_PASSWORD: 'secret' };
    await expect(
      openUserArchive({ store: 'bolt://127.0.0.1:1' }, { env, stderr: process.stderr }, { readOnly: true }),
    ).rejects.toSatisfy((error) => !JSON.stringify([error, String(error)]).includes('secret'));
  });
});
