import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { folder } from './articles.ts';
import { lines, xueliang } from './terminal.ts';

const told = (outlet: string, date: string, count: number) =>
  `河口区探头建设情况\n来源：${outlet}  ${date}\n2017年，河口区新建视频监控探头${count}个。\n`;

let dir: ReturnType<typeof folder>;
const inStore = (...args: string[]) => xueliang([...args, '--store', dir.store]);

beforeEach(async () => {
  dir = folder({
    'a.txt': told('东营日报', '2018-01-10', 1926),
    'b.txt': told('河口区人民政府网', '2018-02-10', 2100),
  });
  await inStore('load', dir.path);
});
afterEach(() => dir.remove());

describe('xueliang conflicts', () => {
  it('sets both figures side by side with who said so, and marks the one that a person holds for right', async () => {
    const [conflict] = JSON.parse((await inStore('conflicts', '--format', 'json')).out);
    expect(conflict).toMatchObject({
      ...{ place: '东营市河口区', asset: 'camera', period: '2017', note: null },
      sides: [
        { figure: 1926, outlet: '东营日报', outletKind: 'paper', publishedOn: '2018-01-10' },
        { figure: 2100, outletKind: 'government' },
      ],
    });
    expect(conflict.gap).toBeCloseTo(174 / 2100);
    const [a, b] = conflict.sides.map((side: { claimId: string }) => side.claimId);
    await inStore('review', '--claims', `${a},${b}`, '--verdict', 'settled', '--holds', b, '--note', '以政府网为准');
    const after = lines((await inStore('conflicts')).out);
    expect(after[0]).toBe('东营市河口区 · DEPLOYED · camera · 2017 · 8 % apart');
    expect(after.filter((text) => text.startsWith('✓'))).toEqual([expect.stringContaining('2100')]);
    expect(after).toContain('  settled: 以政府网为准');
    await inStore('review', '--claims', `${a},${b}`, '--verdict', 'different');
    expect((await inStore('conflicts')).out).toBe('No two figures conflict.\n');
  });

  it('keeps to a place, and writes one row a conflict as CSV', async () => {
    expect((await inStore('conflicts', '--place', '济南市')).out).toBe('No two figures conflict.\n');
    const [head, row, ...more] = (await inStore('conflicts', '--place', '370503', '--format', 'csv')).out
      .trim()
      .split('\r\n');
    expect([head?.split(',')[0], row?.split(',')[0], more]).toEqual(['place', '东营市河口区', []]);
  });
});
