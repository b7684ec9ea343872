import { cpSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { folder } from './articles.ts';
import { lines, xueliang } from './terminal.ts';

const [first = ''] = readdirSync('evaluation/write/gold').sort();
const name = first.replace('.json', '');
let dir: ReturnType<typeof folder>;
beforeEach(() => {
  dir = folder();
  for (const [part, file] of [
    ['gold', first],
    ['articles', `${name}.txt`],
  ] as const) {
    mkdirSync(dir.at(part));
    cpSync(join('evaluation/write', part, file), join(dir.path, part, file));
  }
});
afterEach(() => dir.remove());

describe('xueliang score', () => {
  it('prints counts, rates and intervals, for a terminal, a page and a program', async () => {
    const plain = await xueliang(['score', dir.path]);
    expect(plain).toMatchObject({ status: 0, err: '' });
    expect(lines(plain.out)[0]).toBe('1 articles');
    expect(plain.out).toMatch(/claims core\s+\d+\s+\d+\s+\d+ {2}\d\.\d{3}/);
    expect((await xueliang(['score', dir.path, '--format', 'markdown'])).out).toContain('| claims core |');
    const { rows, misses } = JSON.parse((await xueliang(['score', dir.path, '--format', 'json'])).out);
    expect(rows).toContainEqual(expect.objectContaining({ field: 'quotes', f1: 1 }));
    expect(misses).toEqual([]);
  });

  it('scores the records that it is given, and lists what they miss', async () => {
    const extracted = await xueliang(['extract', join(dir.path, 'articles')]);
    writeFileSync(dir.at('all.jsonl'), extracted.out);
    const args = ['score', dir.path, '--misses', '--got'];
    const same = await xueliang(['score', dir.path, '--misses']);
    expect((await xueliang([...args, dir.at('all.jsonl')])).out).toBe(same.out);
    const record = JSON.parse(extracted.out);
    writeFileSync(dir.at('none.jsonl'), `${JSON.stringify({ ...record, claims: [], places: [] })}\n`);
    expect((await xueliang([...args, dir.at('none.jsonl')])).out).toContain(`${name}\tplaces\tmissed\t`);
  });

  it.each([
    [['no/such'], 'there is no such folder (SOURCE_NOT_FOUND)', 2],
    [['.', '--got', 'no.jsonl'], 'there is no such file (SOURCE_NOT_FOUND)', 2],
    [['.', '--got', 'gold/bad.jsonl'], 'bad.jsonl:1: ', 1],
  ])('%j: a clear line', async ([path = '', ...rest], message, status) => {
    writeFileSync(dir.at('gold/bad.jsonl'), '{"article": {}}\n');
    const ran = await xueliang(['score', dir.at(path), ...rest.map((r) => (r.includes('.') ? dir.at(r) : r))]);
    expect(ran).toMatchObject({ status, out: '' });
    expect(ran.err).toContain(message);
  });

  it('names the gold file that is none', async () => {
    writeFileSync(dir.at('gold/x.json'), '{"article": "x.txt"}');
    const ran = await xueliang(['score', dir.path]);
    expect(ran).toMatchObject({ status: 1, out: '' });
    expect(ran.err).toContain('x.json: it has no places (GOLD_MALFORMED)');
  });
});
