import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CsvTable, LIST_SEPARATOR } from '../../src/export/csv-table.ts';
import type { Row } from '../../src/store/store.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'xueliang-csv-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const read = (name: string): string => readFileSync(join(folder, name), 'utf8');

async function written(columns: readonly string[], rows: readonly Row[]): Promise<Record<string, string[][]>> {
  const table = new CsvTable(folder, 'Claim', ['id:ID(Claim)'], columns);
  rows.forEach((row, i) => void table.add([`c${i}`], row));
  const files = await table.finish();
  return Object.fromEntries(files.map(({ header, data }) => [read(header), parse(read(data)) as string[][]]));
}

describe('a table of CSV', () => {
  it('has one column per property, each with its type, and tells nothing from an empty text', async () => {
    const rows = [{ a: 'x "y", z\r\nw', n: 12, big: 2n ** 60n, b: true, l: ['p', ''] }, { a: '' }, {}];
    expect(await written(['a', 'n', 'big', 'b', 'l', 'never'], rows)).toEqual({
      'id:ID(Claim),a:string,n:long,big:long,b:boolean,l:string[],never:string': [
        ['c0', 'x "y", z\r\nw', '12', '1152921504606846976', 'true', `p${LIST_SEPARATOR}`, ''],
        ['c1', '', '', '', '', '', ''],
        ['c2', '', '', '', '', '', ''],
      ],
    });
    expect(read('Claim.csv')).toContain('\n"c1","",,,,,\n"c2",,,,,,\n');
  });

  it('puts a figure that is not whole into a file of its own, and everything else into the first that bears it', async () => {
    const tables = await written(['n', 's'], [{ n: 1 }, { n: 35.5 }, { s: 'a' }, { n: 2 }, { n: 1.5, s: 'b' }]);
    expect(Object.entries(tables).map(([header, rows]) => [header, rows.map((row) => row[0])])).toEqual([
      ['id:ID(Claim),n:long,s:string', ['c0', 'c2', 'c3']],
      ['id:ID(Claim),n:double,s:string', ['c1', 'c4']],
    ]);
  });

  it.each([
    ['a property that the schema lacks', { other: 1 }],
    ['a list of one empty text, which would be read as none', { l: [''] }],
    ['a list whose item holds the separator', { l: [`a${LIST_SEPARATOR}b`] }],
    ['a list of more than one type', { l: ['a', 1] }],
    ['a map', { l: { a: 1 } }],
    ['null', { l: null }],
  ])('refuses %s, and names it', (_, row) => {
    const table = new CsvTable(folder, 'Claim', ['id:ID(Claim)'], ['l']);
    expect(() => table.add(['c0'], row)).toThrow(expect.objectContaining({ code: 'EXPORT_UNSUPPORTED' }));
    expect(() => table.add(['c0'], row)).toThrow(/Claim c0: CSV cannot hold its (l|other)/);
  });

  it('says where it cannot write', async () => {
    writeFileSync(join(folder, 'file'), '');
    const table = new CsvTable(join(folder, 'file'), 'Claim', ['id:ID(Claim)'], []);
    table.add(['c0'], {});
    await expect(table.finish()).rejects.toMatchObject({ code: 'OUTPUT_UNWRITABLE' });
    await table.close();
  });
});
