import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { XueliangError } from '../../src/errors.ts';
import { ARTICLE_LIMIT } from '../../src/source/limit.ts';
import { readSources, type SourceOptions } from '../../src/source/read.ts';
import type { Source } from '../../src/source/source.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'xueliang-source-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const write = (name: string, data: string | Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, data);
  return path;
};

async function all(paths: readonly string[], options?: SourceOptions): Promise<(Source | XueliangError)[]> {
  const found: (Source | XueliangError)[] = [];
  for await (const source of readSources(paths, options)) found.push(source);
  return found;
}

const codes = (found: readonly (Source | XueliangError)[]) =>
  found.map((f) => (f instanceof XueliangError ? f.code : f.mediaType));
const text = (source: Source | XueliangError | undefined) => {
  if (source === undefined || source instanceof XueliangError) throw new Error('no source');
  return Buffer.from(source.bytes).toString('utf8');
};

describe('files', () => {
  test('text and pages are told apart by what they hold', async () => {
    const a = write('a.txt', '全县装了摄像头。');
    const b = write('b.txt', '<!DOCTYPE html><html><body><p>全县装了摄像头。</p></body></html>');
    const c = write('c.html', '只有文字，没有标记。');
    const found = await all([a, b, c]);
    expect(codes(found)).toEqual(['text/plain', 'text/html', 'text/plain']);
    expect(found[0]).toMatchObject({ uri: a, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
  });

  test('the hash is that of the decompressed bytes', async () => {
    const plain = write('a.txt', '村口装了探头。');
    const packed = write('b.txt.gz', gzipSync('村口装了探头。'));
    const [a, b] = await all([plain, packed]);
    expect(b).toMatchObject({ mediaType: 'text/plain', sha256: (a as Source).sha256 });
  });

  test('a gzip without its ending is still read', async () => {
    expect(codes(await all([write('a.txt', gzipSync('村口装了探头。'))]))).toEqual(['text/plain']);
  });

  test('an image named .html, a binary and an empty file are reported with their names', async () => {
    const png = write('a.html', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]));
    const binary = write('b.txt', Buffer.from([1, 2, 0, 3, 4, 0]));
    const empty = write('c.txt', '');
    const found = await all([png, binary, empty]);
    expect(codes(found)).toEqual(['SOURCE_UNKNOWN_FORMAT', 'SOURCE_UNKNOWN_FORMAT', 'SOURCE_EMPTY']);
    expect(found.map((f) => (f as XueliangError).location.file)).toEqual([png, binary, empty]);
  });

  test('an article above the limit is refused without reading it', async () => {
    const big = write('big.txt', '一二三');
    truncateSync(big, 200 * 1024 * 1024);
    writeFileSync(big, '一'.repeat(5000), { flag: 'r+' });
    expect(codes(await all([big]))).toEqual(['SOURCE_TOO_LARGE']);
    const bomb = write('bomb.txt.gz', gzipSync(Buffer.alloc(ARTICLE_LIMIT + 5, 0x61)));
    expect(codes(await all([bomb]))).toEqual(['SOURCE_TOO_LARGE']);
    const fits = write('fits.txt', Buffer.alloc(ARTICLE_LIMIT, 0x61));
    expect(codes(await all([fits]))).toEqual(['text/plain']);
  });

  test('a damaged gzip is unreadable and the rest goes on', async () => {
    const bad = write('a.txt.gz', gzipSync('村口装了探头。'.repeat(500)).subarray(0, 40));
    const good = write('b.txt', '村口装了探头。');
    expect(codes(await all([bad, good]))).toEqual(['SOURCE_UNREADABLE', 'text/plain']);
  });

  test('a missing path, a glob without match and a folder without articles name themselves', async () => {
    mkdirSync(join(folder, 'none'));
    write('none/readme.md', 'x');
    const paths = [join(folder, 'nowhere.txt'), join(folder, '*.xyz'), join(folder, 'none')];
    const found = await all(paths);
    expect(codes(found)).toEqual(['SOURCE_NOT_FOUND', 'SOURCE_NOT_FOUND', 'SOURCE_NOT_FOUND']);
    expect(found.map((f) => (f as XueliangError).location.file)).toEqual(paths);
  });
});

describe('folders and globs', () => {
  test('come sorted, folders with what lies below, in the order of the arguments', async () => {
    mkdirSync(join(folder, 'd', '乙'), { recursive: true });
    for (const name of ['d/b.txt', 'd/a.htm', 'd/乙/c.txt', 'd/e.shtml', 'd/skip.pdf', 'z.txt']) write(name, '有字。');
    const found = await all([join(folder, 'z.txt'), join(folder, 'd'), join(folder, 'd/*.txt')]);
    expect(found.map((f) => (f as Source).uri)).toEqual(
      ['z.txt', 'd/a.htm', 'd/b.txt', 'd/e.shtml', 'd/乙/c.txt', 'd/b.txt'].map((n) => join(folder, n)),
    );
  });

  test('a file whose name looks like a glob is that file', async () => {
    const odd = write('[2010]x.txt', '有字。');
    expect((await all([odd])).map((f) => (f as Source).uri)).toEqual([odd]);
  });
});

describe('JSONL', () => {
  test('a malformed third line of five is reported with its number, the rest goes on', async () => {
    const lines = ['{"text":"一"}', '{"text":"二"}', '{"text":', '{"text":"四"}', '{"text":"五"}'];
    const path = write('r.jsonl', lines.join('\n'));
    const found = await all([path]);
    expect(codes(found)).toEqual([
      'application/json',
      'application/json',
      'RECORD_MALFORMED',
      'application/json',
      'application/json',
    ]);
    expect((found[2] as XueliangError).location).toEqual({ file: path, line: 3 });
    expect((found[4] as Source).uri).toBe(`${path}#5`);
  });

  test('arrays, scalars and bytes of no character set are malformed; blank lines are nothing', async () => {
    const path = write(
      'r.ndjson',
      Buffer.concat([Buffer.from('[1]\n\n7\n'), Buffer.from([0xff, 0xff, 0x0a]), Buffer.from('{"text":"好"}\r\n')]),
    );
    const found = await all([path]);
    expect(codes(found)).toEqual(['RECORD_MALFORMED', 'RECORD_MALFORMED', 'RECORD_MALFORMED', 'application/json']);
    expect((found[3] as Source).uri).toBe(`${path}#5`);
  });

  test('a line longer than an article may be is skipped without being kept', async () => {
    const path = write('r.jsonl', `{"text":"${'a'.repeat(ARTICLE_LIMIT)}"}\n{"text":"好"}\n`);
    expect(codes(await all([path]))).toEqual(['SOURCE_TOO_LARGE', 'application/json']);
  });

  test('fields are renamed by the mapping, and the mapped one wins', async () => {
    const path = write('r.jsonl', '{"wenben":"正文在此","text":"旧","t":"题"}');
    const [source] = await all([path], { fields: { text: 'wenben', title: 't' } });
    expect(JSON.parse(text(source))).toEqual({ text: '正文在此', title: '题' });
  });

  test('standard input and gzip hold records, too', async () => {
    const stdin = Readable.from([Buffer.from('{"text":"甲"}\n{"te'), Buffer.from('xt":"乙"}')]);
    const packed = write('r.jsonl.gz', gzipSync('{"text":"丙"}\n'));
    const found = await all(['-', packed], { stdin });
    expect(found.map((f) => (f as Source).uri)).toEqual(['-#1', '-#2', `${packed}#1`]);
    expect(JSON.parse(text(found[1]))).toEqual({ text: '乙' });
  });
});

describe('CSV', () => {
  test('rows become records, quoted line ends included', async () => {
    const path = write('r.csv', '\ufefftitle,text\n题一,"第一行\n第二行"\n题二,正文\n');
    const found = await all([path]);
    expect(found.map((f) => JSON.parse(text(f)))).toEqual([
      { title: '题一', text: '第一行\n第二行' },
      { title: '题二', text: '正文' },
    ]);
    expect(found.map((f) => (f as Source).uri)).toEqual([`${path}#2`, `${path}#4`]);
  });

  test('a row with too many cells is reported in its place', async () => {
    const path = write('r.csv', 'title,text\n一,甲\n二,乙,丙\n三,丁\n');
    const found = await all([path]);
    expect(codes(found)).toEqual(['application/json', 'RECORD_MALFORMED', 'application/json']);
    expect((found[1] as XueliangError).location).toEqual({ file: path, line: 3 });
  });

  test('blank lines and CR LF inside cells are counted as lines', async () => {
    const path = write('r.csv', 'title,text\r\n\r\n一,"甲\r\n乙"\r\n二,"丙\r\n丁",戊\r\n三,己\r\n');
    const found = await all([path]);
    expect(found.map((f) => (f instanceof XueliangError ? f.location.line : f.uri.slice(path.length)))).toEqual([
      '#3',
      5,
      '#7',
    ]);
  });

  test('a quote inside a cell does not take the rows below with it', async () => {
    const found = await all([write('r.csv', 'title,text\n一,"甲"乙\n二,丙"丁\n三,戊\n')]);
    expect(found.map((f) => JSON.parse(text(f)).text)).toEqual(['"甲"乙', '丙"丁', '戊']);
  });

  test('GB18030, as spreadsheets write it', async () => {
    // 标题,正文 / 题,好 in GB18030
    const path = write(
      'r.csv',
      Buffer.from([0xb1, 0xea, 0xcc, 0xe2, 0x2c, 0xd5, 0xfd, 0xce, 0xc4, 0x0a, 0xcc, 0xe2, 0x2c, 0xba, 0xc3, 0x0a]),
    );
    expect(JSON.parse(text((await all([path]))[0]))).toEqual({ 标题: '题', 正文: '好' });
  });

  test('the same twice is the same', async () => {
    const path = write('r.csv', 'title,text\n一,甲\n二,乙\n');
    const [a, b] = [await all([path]), await all([path])];
    expect(a).toEqual(b);
  });
});
