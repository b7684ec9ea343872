import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { XueliangError } from '../../src/errors.ts';
import { readSources } from '../../src/source/read.ts';
import type { Source } from '../../src/source/source.ts';
import { encode } from '../article/encode.ts';
import { often } from '../reliability/often.ts';

/** Records are made, written to a file, packed or not, and read back the same; what is broken is named with its line. */
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'xueliang-read-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Found = Source | XueliangError;
async function all(paths: readonly string[], stdin?: Readable): Promise<Found[]> {
  const found: Found[] = [];
  for await (const source of readSources(paths, stdin === undefined ? {} : { stdin })) found.push(source);
  return found;
}

/** Writes a file, packed when asked, and reads it. */
async function through(name: string, data: string | Uint8Array, packed: boolean): Promise<Found[]> {
  const path = join(folder, packed ? `${name}.gz` : name);
  writeFileSync(path, packed ? gzipSync(data) : data);
  return all([path]);
}

/** A record with its line, or the code of an error with its line. */
const told = (found: readonly Found[]): unknown[] =>
  found.map((f) =>
    f instanceof XueliangError
      ? [f.code, f.location.line]
      : [JSON.parse(Buffer.from(f.bytes).toString('utf8')), Number(f.uri.slice(f.uri.lastIndexOf('#') + 1))],
  );

const words = fc.string({
  unit: fc.constantFrom(...'全县投入八百万元装了探头，。“”", \n\r\t;\'{}[]:\\𠮷ab7'),
  maxLength: 40,
});
const name = fc.constantFrom('text', 'title', '正文', 'date', 'url', '__proto__', 'toString', '1');
const value = fc.oneof({ weight: 4, arbitrary: words }, fc.integer(), fc.boolean(), fc.constant(null));
const record = fc.dictionary(name, value, { noNullPrototype: true });

/** Cuts bytes into chunks as a pipe may. */
function chunks(bytes: Buffer, size: number): Buffer[] {
  return Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) => bytes.subarray(i * size, (i + 1) * size));
}

describe('JSONL that was written is read back', () => {
  const broken = fc.constantFrom(
    '{"text":',
    '[1]',
    '7',
    'null',
    '"text"',
    '{"text":"全县"}}',
    '\u0000',
    '{text:1}',
    '全县',
  );
  const line = fc.oneof(
    { weight: 5, arbitrary: record.map((r) => ({ written: JSON.stringify(r), read: r as unknown })) },
    { weight: 2, arbitrary: broken.map((written) => ({ written, read: 'RECORD_MALFORMED' as unknown })) },
    {
      weight: 1,
      arbitrary: fc.constantFrom('', '  ', '\t').map((written) => ({ written, read: undefined as unknown })),
    },
  );
  const file = fc
    .array(line, { minLength: 1, maxLength: 8 })
    .filter((l) => l.some(({ read }) => read !== undefined && read !== 'RECORD_MALFORMED'));
  const expected = (lines: readonly { readonly read: unknown }[]): unknown[] =>
    lines.flatMap(({ read }, i) => (read === undefined ? [] : [[read, i + 1]]));

  test('each record with its line, from files, packed files and a pipe that cuts anywhere', async () => {
    await fc.assert(
      fc.asyncProperty(
        file,
        fc.constantFrom('\n', '\r\n'),
        fc.boolean(),
        fc.integer({ min: 1, max: 50 }),
        async (lines, end, last, size) => {
          const data = Buffer.from(lines.map(({ written }) => written).join(end) + (last ? end : ''));
          if (!data.includes(0))
            for (const packed of [false, true])
              expect(told(await through('r.jsonl', data, packed))).toEqual(expected(lines));
          expect(told(await all(['-'], Readable.from(chunks(data, size))))).toEqual(expected(lines));
        },
      ),
      often(150),
    );
  });
});

interface Written {
  readonly row: string | readonly string[];
  readonly is: string;
}

describe('CSV that was written is read back', () => {
  const quoted = (cell: string, always: boolean): string =>
    always || /[",\r\n]/.test(cell) || cell !== cell.trim() ? `"${cell.replaceAll('"', '""')}"` : cell;
  // A lone CR ends a line for some and not for others: which line follows cannot be said.
  const cell = words.map((w) => w.replace(/\r\n?/g, '\r\n'));
  const cells = fc.array(cell, { minLength: 3, maxLength: 3 });
  const row = fc.oneof(
    { weight: 5, arbitrary: cells.map((row) => ({ row, is: 'whole' })) },
    { weight: 1, arbitrary: fc.array(cell, { minLength: 4, maxLength: 5 }).map((row) => ({ row, is: 'broken' })) },
    { weight: 1, arbitrary: fc.constantFrom('', '甲,"乙"丙,丁', '甲,乙"丙,丁').map((row) => ({ row, is: 'odd' })) },
  );

  /** The rows as a file, and what is to be read from it. */
  function file(rows: readonly Written[], end: string, always: boolean): [string, unknown[]] {
    let line = 2;
    const expected: unknown[] = [];
    const written = rows.map(({ row, is }) => {
      const text = typeof row === 'string' ? row : row.map((c) => quoted(c, always)).join(',');
      const [标题, 正文, 时间] = typeof row === 'string' ? row.split(',') : row;
      if (text !== '') expected.push(is === 'broken' ? ['RECORD_MALFORMED', line] : [{ 标题, 正文, 时间 }, line]);
      line += text.split('\n').length;
      return text;
    });
    return [`标题,正文,时间${end}${written.join(end)}`, expected];
  }

  test('each row, whole, broken or with a quote inside a cell, with the line that it begins in, in UTF-8 and in GB18030', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { minLength: 1, maxLength: 8 }),
        fc.constantFrom('\n', '\r\n'),
        fc.boolean(),
        fc.boolean(),
        async (rows, end, always, packed) => {
          const [text, expected] = file(rows, end, always);
          for (const data of [Buffer.from(`\ufeff${text}`), Buffer.from(text), encode(text, 'gb18030')])
            expect(told(await through('r.csv', data, packed))).toEqual(expected);
        },
      ),
      often(150),
    );
  });
});

describe('any file', () => {
  test('is one source of its own bytes, or an error with a code and its name', async () => {
    const text = fc.oneof(
      words.map((w) => Buffer.from(w)),
      fc.uint8Array({ maxLength: 300 }),
    );
    await fc.assert(
      fc.asyncProperty(text, fc.constantFrom('a.txt', 'a.html', 'a'), fc.boolean(), async (data, name, packed) => {
        const [found, ...more] = await through(name, data, packed);
        expect(more).toEqual([]);
        if (found instanceof XueliangError) {
          expect(found.code).toMatch(data.length === 0 ? /^SOURCE_EMPTY$/ : /^SOURCE_(?:UNKNOWN_FORMAT|UNREADABLE)$/);
          expect(found.location.file).toBe(join(folder, packed ? `${name}.gz` : name));
        } else expect(Buffer.from(found?.bytes ?? []).equals(data)).toBe(true);
      }),
      often(300),
    );
  });

  test('of records is read to its end whatever it holds, and one that is cut short is unreadable', async () => {
    const name = fc.constantFrom('a.jsonl', 'a.csv');
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          words.map((w) => Buffer.from(w)),
          fc.uint8Array({ maxLength: 300 }),
        ),
        name,
        async (data, name) => {
          for (const f of await through(name, data, false)) {
            if (f instanceof XueliangError) expect(f.code).toMatch(/^(?:SOURCE|RECORD)_/);
            else expect(typeof JSON.parse(Buffer.from(f.bytes).toString('utf8'))).toBe('object');
          }
        },
      ),
      often(300),
    );
    const whole = gzipSync(Array.from({ length: 200 }, (_, i) => `{"text":"第${i}条"}`).join('\n'));
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 3, max: whole.length - 1 }), name, async (length, name) => {
        const path = join(folder, `cut-${name}.gz`);
        writeFileSync(path, whole.subarray(0, length));
        expect((await all([path])).at(-1)).toMatchObject({ code: 'SOURCE_UNREADABLE', location: { file: path } });
      }),
      often(60),
    );
  });
});
