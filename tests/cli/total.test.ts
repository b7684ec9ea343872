import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { amount } from '../../src/cli/amount.ts';
import { total as command } from '../../src/cli/total.ts';
import { lines, xueliang } from './terminal.ts';

const folder = mkdtempSync(join(tmpdir(), 'xueliang-total-'));
const store = `file:${join(folder, 'store.db')}`;
const total = (...args: string[]) => xueliang(['total', ...args, '--store', store]);

beforeAll(async () => {
  expect((await xueliang(['load', 'demo/articles', '--store', store])).status).toBe(0);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('xueliang total', () => {
  it('draws the sum, its bounds, and where it comes from', async () => {
    const { status, out, err } = await total('东营市', '--asset', 'camera');
    expect({ status, err }).toEqual({ status: 0, err: '' });
    const [asked, sum, , city, added, below, county, left, why] = lines(out);
    expect(asked).toBe('东营市 · 建设、配备 · 摄像头 · 已完成');
    expect(sum).toBe('合计 3,557个 (至少 3,557个, 至多 3,557个)');
    expect(city).toBe('东营市  3,557个');
    expect(added).toMatch(/^├ \+ 3,557个 {2}2017 {2}“.*3557个”/);
    expect(below).toContain('1,926个');
    expect(county).toBe('└ 东营市河口区');
    expect(left).toContain('− 1,926个');
    expect(why).toContain('是其中一部分');
  });

  it('speaks English, money in millions, and says what may overlap', async () => {
    const { out } = await total('亳州', '--kind', 'FUNDED', '--lang', 'en');
    expect(out).toContain('亳州市 · funded · done');
    expect(out).toContain(
      'total 2 billion yuan (at least 1.8 billion yuan, at most 2.2 billion yuan; if nothing overlaps, at most 4.345 billion yuan)',
    );
    expect(out).toMatch(/− 1\.95 billion yuan .*\n.*may be counted in [0-9a-f]{8}/);
  });

  it('answers as JSON, with the derivation, and as CSV, a row to a fact', async () => {
    const json = JSON.parse((await total('370500', '--asset', 'camera', '--format', 'json')).out);
    expect(json).toMatchObject({
      request: { kind: 'DEPLOYED', place: '370500' },
      total: { figure: 3557 },
      tree: { below: 1926 },
    });
    const rows = (await total('370500', '--asset', 'camera', '--format', 'csv')).out.split('\r\n');
    expect(rows[0]).toMatch(/^counts,by,place,code,figure,/);
    expect(rows.slice(1).map((row) => row.split(',')[0])).toEqual(['added', 'part']);
  });

  it('gives one total for each place, year, program and asset', async () => {
    const places = await total('山东省', '--asset', 'camera', '--by', 'place');
    expect(lines(places.out).filter((row) => /^37\d{4} /.test(row))).toHaveLength(3);
    expect(places.out).toContain('370500 东营市  3,557个');
    const csv = (await total('--kind', 'FUNDED', '--by', 'year', '--format', 'csv')).out.trimEnd().split('\r\n');
    expect(csv[0]).toMatch(/^key,name,figure,min,max,upTo,/);
    expect(csv.slice(1).map((row) => row.slice(0, 4))).toContain('2015');
    expect((await total('东营市', '--by', 'asset')).out).toContain('摄像头  3,557个');
    const programs = JSON.parse((await total('--by', 'program', '--asset', 'camera', '--format', 'json')).out);
    expect(programs.groups.map(({ key }: { key: string }) => key)).toContain('雪亮工程');
  });

  it('keeps to a program, a period and a stage', async () => {
    expect((await total('武汉市', '--asset', 'camera', '--stage', 'planned')).out).toContain('合计 250,000个');
    expect(
      (await total('东营市', '--asset', 'camera', '--program', '雪亮工程', '--from', '2017', '--to', '2017-12')).out,
    ).toContain('3,557个');
    expect((await total('东营市', '--asset', 'camera', '--from', '2018')).out).toContain('没有一条事实说到这个。');
    expect((await total('--kind', 'FUNDED', '--program', '技防网')).out).toContain('2,400万元');
  });

  it.each([
    [['鼓楼区'], 'one of 4 places; give a code: 320106 南京市鼓楼区'],
    [['无此地'], 'no place is called 无此地'],
    [['--program', '无此工程'], 'no fact is about a program called 无此工程'],
    [['--from', '去年'], '--from takes a date such as 2015'],
    [['--kind', 'OUTCOME'], 'Allowed choices are DEPLOYED, FUNDED, STAFFED'],
  ])('%j: one clear line, exit 2', async (args, message) => {
    const ran = await total(...args);
    expect(ran).toMatchObject({ status: 2, out: '' });
    expect(ran.err).toContain(message);
    expect(lines(ran.err)).toHaveLength(1);
  });

  it('finds a place by its former name, by its names from any level on, and by one that only the text has', async () => {
    for (const name of ['河口区', '东营市河口区', '河口', '370503']) {
      expect((await total(name, '--kind', 'FUNDED')).out).toContain('6,600万元');
    }
    expect((await total('垦利县', '--kind', 'STAFFED')).out).toContain('东营市垦利区 · 人员');
    expect((await total('岳阳经济技术开发区', '--asset', 'camera')).out).toContain('1,000个');
  });

  it('shows examples that run', async () => {
    const examples = command.help
      .split('\n')
      .flatMap((text) => /^ {2}xueliang total (.*?)(?: {2,}| [>|] |$)/.exec(text)?.[1] ?? []);
    expect(examples.length).toBeGreaterThan(3);
    for (const example of examples) {
      const { status, out } = await total(...example.split(' '));
      expect({ example, status, said: out.length > 60 }).toEqual({ example, status: 0, said: true });
    }
  });
});

describe('amounts', () => {
  it.each([
    [66_000_000, 'CNY', '6,600万元', '66 million yuan'],
    [1_950_000_000, 'CNY', '19.5亿元', '1.95 billion yuan'],
    [40_908_300, 'CNY', '4,090.83万元', '40.9083 million yuan'],
    [9_500, 'CNY', '9,500元', '9,500 yuan'],
    [3557, '个', '3,557个', '3,557'],
    [12, null, '12', '12'],
  ] as const)('%d %s', (figure, unit, zh, en) => {
    expect([amount(figure, unit, 'zh'), amount(figure, unit, 'en')]).toEqual([zh, en]);
  });
});
