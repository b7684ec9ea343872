import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Packet } from '../../src/citation/packet.ts';
import { verifyPacket } from '../../src/citation/verify.ts';
import { DENIAL, lacks, run, type ServedDemo, servedDemo } from './served.ts';

interface Notebook {
  readonly nbformat: number;
  readonly cells: readonly {
    readonly cell_type: 'markdown' | 'code';
    readonly source: readonly string[];
    readonly outputs?: readonly unknown[];
  }[];
}

const { cells, nbformat } = JSON.parse(readFileSync('examples/notebook/xueliang.ipynb', 'utf8')) as Notebook;
const code = cells.filter((cell) => cell.cell_type === 'code');
const WITHOUT = await lacks('python3');
/** Printed between cells, so that each is looked at by itself. */
const CUT = '\u2702';

describe.skipIf(WITHOUT)(WITHOUT ? 'the notebook (skipped: no python3)' : 'the notebook', () => {
  let demo: ServedDemo;
  beforeAll(async () => {
    demo = await servedDemo();
  });
  afterAll(() => demo?.close());

  /** What each cell prints, in order, in one run of Python. */
  async function printedCells(): Promise<string[]> {
    const script = code.map(({ source }) => `${source.join('')}\nprint("${CUT}")\n`).join('\n');
    const env = { XUELIANG_URL: demo.url, XUELIANG_PACKET: join(demo.folder, 'packet.json'), PYTHONUTF8: '1' };
    const { status, stdout, stderr } = await run('python3', ['-W', 'error', '-c', script], env);
    expect([status, stderr]).toEqual([0, '']);
    return stdout.split(`${CUT}\n`).slice(0, -1);
  }

  it('prints what the demo articles say, cell by cell', async () => {
    const printed = await printedCells();
    expect(printed).toHaveLength(code.length);
    const [stats, money, total, pages, conflicts, citation, refused] = printed;
    expect(stats).toContain('16 篇文章');
    expect(money).toMatch(/东营市河口区 +66,000,000 +67,000,000 +1926个 +东营日报 2017-12-27\n/);
    expect(money).toContain('“河口区投资6600余万元，新建各类视频监控探头1926个”');
    expect(total).toMatch(/^3557个.*\n.*\n\+ +3557 +东营市\n- +1926 +东营市河口区 +是其中一部分 · part of it\n/);
    const [, asked, held, all] = /^(\d+) 页，(\d+) 项 · .* of (\d+)\n/.exec(pages ?? '') ?? [];
    expect(Number(asked)).toBeGreaterThan(1);
    expect(held).toBe(all);
    expect(pages).toMatch(/\n687000 +个 +陕西省\n/);
    expect(conflicts).toBe('0 处矛盾 · conflicts: 0\n');
    expect(citation).toContain('东营日报. 河口区添探头1926个 投资6600余万元');
    expect(citation).toContain('xueliang-packet/1: 1926, 1 条说法');
    expect(refused).toMatch(/^LIMIT_PAGE: a page holds up to 100, not 1000\. /);
    const packet = JSON.parse(readFileSync(join(demo.folder, 'packet.json'), 'utf8')) as Packet;
    expect(packet.value.figure).toBe(1926);
    expect(verifyPacket(packet).filter(({ holds }) => !holds)).toEqual([]);
  });

  it('tells of sources that disagree, where there are some', async () => {
    const response = await fetch(`${demo.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${demo.token}` },
      body: JSON.stringify({
        query: 'mutation ($articles: [ArticleInput!]!) { ingest(articles: $articles) { written } }',
        variables: { articles: [DENIAL] },
      }),
    });
    expect(await response.json()).toEqual({ data: { ingest: { written: 1 } } });
    const [, , total, , conflicts] = await printedCells();
    expect(conflicts).toMatch(/^1 处矛盾.*\n.*3557个.*4100个.*\n.*\n {2}3557个: 东营日报\n {2}4100个: 示例日报\n$/);
    expect(total).toContain('互相矛盾 · denied');
  });
});

describe('the notebook', () => {
  it('is of a format that tools read, stores no outputs, and installs nothing', () => {
    expect(nbformat).toBe(4);
    expect(code.length).toBeGreaterThan(5);
    expect(code.flatMap(({ outputs }) => outputs)).toEqual([]);
    const imported = code.flatMap(({ source }) => source.join('').match(/^(?:import|from) \w+/gm) ?? []);
    const names = imported.map((line) => line.split(' ')[1] ?? '');
    expect(names.filter((name) => !['json', 'os', 'unicodedata', 'urllib'].includes(name))).toEqual([]);
    expect(code.flatMap(({ source }) => source.join('').match(/^[!%].*/gm) ?? [])).toEqual([]);
  });

  it('is told in Chinese and English', () => {
    const told = cells.filter((cell) => cell.cell_type === 'markdown').map(({ source }) => source.join(''));
    for (const text of told) expect(text).toMatch(/^#.*\p{Script=Han}.* · [A-Z]/u);
  });
});
