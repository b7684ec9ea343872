import { describe, expect, it } from 'vitest';
import { csv, table } from '../../src/cli/table.ts';

const WORDS = '某县投资“六百余万元”，新建探头300个;某镇的公安派出所😀再添𠮷祥路口2处。'.repeat(9);

/** What a table that stands shows of its only column. */
const shown = (text: string): string =>
  text
    .split('\n')
    .slice(1, -1)
    .map((line) => line.replace(/^│ .{5} │ /, '').replace(/ *│$/, ''))
    .join('');

describe('a table', () => {
  it.each([40, 63, 80, 120])('loses no character of a long quote, %i cells wide', (width) => {
    expect(shown(table([{ quote: WORDS }], width))).toBe(WORDS);
  });

  it('keeps the lines of what has lines', () => {
    const text = table([{ quote: `${'长'.repeat(60)}\n短` }], 80);
    expect(shown(text)).toBe(`${'长'.repeat(60)}短`);
    expect(text.split('\n').at(-2)).toContain('短');
  });

  it('lets no control character through to the terminal', () => {
    expect(table([{ a: '甲\u001b]0;乙\u0007\t丙\u009b31m' }], 80)).toContain('│ 甲 ]0;乙  丙 31m │');
  });

  it('of a node with many properties is made at once', () => {
    const node = Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`property${i}`, WORDS]));
    const begun = performance.now();
    table([{ key: 'a', node }], 120);
    expect(performance.now() - begun).toBeLessThan(2000);
  });
});

describe('CSV', () => {
  it('runs no formula in a spreadsheet, and leaves numbers as they are', () => {
    expect(csv([{ a: '=1+1', b: -5, c: '一,二' }], ['a', 'b', 'c'])).toBe('a,b,c\r\n\'=1+1,-5,"一,二"');
  });
});
