import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Explanation } from '../../src/explain/explanation.ts';
import { folder, PAID, POSTED } from './articles.ts';
import { lines, xueliang } from './terminal.ts';

let dir: ReturnType<typeof folder>;
beforeEach(() => {
  const records = [PAID, POSTED].map((text) => JSON.stringify({ title: 'x', text }));
  dir = folder({ 'a.txt': PAID, 'both.jsonl': `${records.join('\n')}\n`, 'empty.txt': '' });
});
afterEach(() => dir.remove());

describe('xueliang explain', () => {
  it('writes one page, in the language asked for', async () => {
    const ran = await xueliang(['explain', dir.at('a.txt'), '--lang', 'en', '--out', dir.at('a.html')]);
    expect(ran).toMatchObject({ status: 0, out: '', err: `written to ${dir.at('a.html')}\n` });
    const page = readFileSync(dir.at('a.html'), 'utf8');
    expect(page).toMatch(/^<!doctype html>\n<html lang="en" data-lang="en">/);
    expect(page).not.toMatch(/(?:src|href)="(?!#|data:)/);
    expect((await xueliang(['explain', dir.at('a.txt')])).out).toContain('data-lang="zh"');
  });

  it('gives the same as JSON, of the article asked for', async () => {
    const ran = await xueliang(['explain', dir.at('both.jsonl'), '--article', '2', '--format', 'json']);
    const { record, mentions } = JSON.parse(ran.out) as Explanation;
    expect(record.claims).toContainEqual(expect.objectContaining({ kind: 'STAFFED', count: 120 }));
    expect(mentions).toContainEqual(expect.objectContaining({ type: 'place', words: '垦利县', ref: '370521' }));
  });

  it.each([
    [['both.jsonl'], 'choose one with --article N (USAGE)', 2],
    [['both.jsonl', '--article', '3'], 'there is no article 3', 2],
    [['both.jsonl', '--article', 'two'], '--article takes a whole number', 2],
    [['empty.txt'], 'empty.txt: ', 1],
    [['a.txt', '--out', 'no/such/folder/a.html'], 'cannot write here (OUTPUT_UNWRITABLE)', 1],
    [['gone.txt'], 'SOURCE_NOT_FOUND', 2],
  ])('%j: a clear line', async ([file = '', ...rest], message, status) => {
    const ran = await xueliang(['explain', dir.at(file), ...rest]);
    expect(ran).toMatchObject({ status, out: '' });
    expect(ran.err).toContain(message);
    expect(lines(ran.err).length).toBeLessThanOrEqual(2);
  });
});
