import { existsSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Difference } from '../../src/compare/difference.ts';
import { folder, PAID, POSTED } from './articles.ts';
import { lines, xueliang } from './terminal.ts';

let dir: ReturnType<typeof folder>;
beforeEach(async () => {
  dir = folder({ 'a.txt': PAID, 'b.txt': POSTED });
  writeFileSync(dir.at('now.jsonl'), (await xueliang(['extract', dir.at('a.txt'), dir.at('b.txt')])).out);
});
afterEach(() => dir.remove());

describe('xueliang diff', () => {
  it('finds nothing between records and the same rules now, or a journal of them', async () => {
    const corpus = ['--corpus', dir.at('a.txt'), '--corpus', dir.at('b.txt')];
    const same = await xueliang(['diff', dir.at('now.jsonl'), 'now', ...corpus]);
    expect(same).toMatchObject({ status: 0, err: '' });
    expect(lines(same.out)).toHaveLength(2);
    await xueliang(['load', dir.at('a.txt'), dir.at('b.txt'), '--store', dir.store]);
    const journal = await xueliang(['diff', dir.at('store.db.journal'), dir.at('now.jsonl'), '--format', 'json']);
    expect(JSON.parse(journal.out) as Difference).toMatchObject({ articles: 2, differences: [] });
  });

  it('shows what another reading says, as text and as a page', async () => {
    const [first = '', second = ''] = lines((await xueliang(['extract', dir.at('a.txt'), dir.at('b.txt')])).out);
    const record = JSON.parse(first);
    record.claims[0].stage = 'planned';
    writeFileSync(dir.at('then.jsonl'), `${JSON.stringify(record)}\n${second}\n`);
    const text = await xueliang(['diff', dir.at('then.jsonl'), dir.at('now.jsonl')]);
    expect(text.out).toContain('stage: planned → done');
    const page = await xueliang([
      'diff',
      dir.at('then.jsonl'),
      dir.at('now.jsonl'),
      '--format',
      'html',
      '--out',
      dir.at('d.html'),
    ]);
    expect(page).toMatchObject({ status: 0, out: '', err: `written to ${dir.at('d.html')}\n` });
  });

  it.skipIf(!existsSync('.git'))(
    `reads with the rules of a revision, built aside${existsSync('.git') ? '' : ' (skipped: this is no clone)'}`,
    async () => {
      const ran = await xueliang([
        'diff',
        'rev:HEAD',
        dir.at('now.jsonl'),
        '--corpus',
        dir.at('a.txt'),
        '--format',
        'json',
      ]);
      expect(ran.status).toBe(0);
      expect((JSON.parse(ran.out) as Difference).differences.find((d) => d.onlyIn === 'before')).toBeUndefined();
    },
    120_000,
  );

  it.each([
    [['now', 'now'], 'name it with --corpus PATH (USAGE)', 2],
    [['no.jsonl', 'now', '--corpus', '.'], 'there is no such file (SOURCE_NOT_FOUND)', 2],
    [['.', '.'], 'this folder holds no journal (USAGE)', 2],
    [['rev:no-such-revision', 'now', '--corpus', 'a.txt'], 'rev:no-such-revision is no revision', 2],
    [['rev:--help', 'now', '--corpus', 'a.txt'], 'is no revision', 2],
    [['a.txt', 'now', '--corpus', 'a.txt'], 'a.txt:1: ', 1],
  ])('%j: a clear line', async (args, message, status) => {
    const ran = await xueliang(['diff', ...args.map((a) => (/^\.$|\.(?:txt|jsonl)$/.test(a) ? dir.at(a) : a))]);
    expect(ran).toMatchObject({ status, out: '' });
    expect(ran.err).toContain(message);
  });
});
