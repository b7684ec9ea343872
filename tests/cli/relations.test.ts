import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lines, xueliang } from './terminal.ts';

const dir = mkdtempSync(join(tmpdir(), 'xueliang-relations-'));
const store = `file:${join(dir, 'demo.db')}`;
const ask = (...args: string[]) => xueliang([...args, '--store', store]);
const asked = async (...args: string[]) => JSON.parse((await ask(...args, '--format', 'json')).out);

beforeAll(async () => {
  expect((await ask('load', 'demo/articles')).status).toBe(0);
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

describe('xueliang relations', () => {
  it('together: pairs with the words or the article that show them', async () => {
    const pairs = await asked('relations', 'together', '--of', '雪亮工程');
    expect(pairs.length).toBeGreaterThan(3);
    for (const pair of pairs) {
      expect([pair.a, pair.b]).toContain('雪亮工程');
      expect(pair.witnesses[0].articleId).toMatch(/^[0-9a-f]{64}$/);
    }
    const text = await ask('relations', 'together', '--first', '2');
    expect(text).toMatchObject({ status: 0, err: '' });
    expect(text.out).toMatch(/^ +来源 .*关联度.*\nsources .*G²/);
    expect(text.out).toMatch(/— \d+ more: --first \d+\n$/);
    const programs = await asked('relations', 'together', '--kind', 'program');
    expect(programs.every((pair: { aKey: string }) => pair.aKey.startsWith('program:'))).toBe(true);
  });

  it('funders: single sums with a quote, within a place', async () => {
    const all = await asked('relations', 'funders');
    const here = await asked('relations', 'funders', '--place', '山东省');
    const facts = (rows: readonly { facts: number }[]) => rows.reduce((sum, row) => sum + row.facts, 0);
    expect(facts(here)).toBeGreaterThan(0);
    expect(facts(here)).toBeLessThan(facts(all));
    expect(JSON.stringify(here)).toContain('6600余万元');
    const { out } = await ask('relations', 'funders', '--place', '东营市河口区');
    expect(out).toMatch(/县级 county +摄像头 cameras +完成 done +1 +1 +6600万元 +6700万元/);
    expect(out).toContain('不是合计');
  });

  it('central and communities: by measure, and of one node', async () => {
    const { nodes, pivots, error } = await asked('relations', 'central', '--by', 'betweenness', '--first', '3');
    expect(nodes[0]).toMatchObject({ id: '雪亮工程', kind: 'program' });
    expect(pivots).toBeGreaterThan(nodes.length);
    expect(error).toBe(0);
    const { members } = await asked('relations', 'communities', '--of', '雪亮工程');
    expect(members.map((member: { name: string }) => member.name)).toContain('东营市东营区牛庄镇');
    expect(new Set(members.map((member: { community: number }) => member.community)).size).toBe(1);
    expect((await ask('relations', 'communities')).out).toContain('modularity 0.');
  });

  it('as CSV', async () => {
    const { out } = await ask('relations', 'central', '--format', 'csv', '--kind', 'place');
    expect(lines(out.replaceAll('\r', ''))[0]).toBe('name,kind,neighbours,degree,betweenness,pagerank,id');
    expect(out).not.toContain('雪亮工程');
  });

  it.each([
    [['relations', 'friends'], 'relations answers together, funders, central, communities, not friends'],
    [['relations', 'central', '--place', '山东省'], 'relations central takes no --place'],
    [['relations', 'funders', '--from', 'soon'], '--from takes YYYY, YYYY-MM or YYYY-MM-DD, not soon'],
    [['relations', 'funders', '--place', '雪亮工程'], 'no fact or article of this store names 雪亮工程'],
    [['relations', 'together', '--first', '0'], '--first takes a whole number from 1'],
    [['spread', '西部牛仔'], 'no fact or article of this store names 西部牛仔'],
    [['path', '公安局', '雪亮工程'], '公安局 may mean several; give one of these ids: agency:'],
  ])('%j: one clear line, exit 2', async (args, message) => {
    const ran = await ask(...args);
    expect(ran).toMatchObject({ status: 2, out: '' });
    expect(ran.err).toContain(message);
    expect(lines(ran.err)).toHaveLength(1);
  });
});

describe('xueliang path', () => {
  it('shows the quotes on the way', async () => {
    const steps = await asked('path', '东营市河口区', '玉溪市');
    expect(steps.map((step: { from: string; to: string }) => [step.from, step.to])).toEqual([
      ['东营市河口区', '雪亮工程'],
      ['雪亮工程', '玉溪市'],
    ]);
    for (const step of steps) expect(step.witnesses[0].quote).not.toBe('');
    const { out } = await ask('path', '东营市河口区', '玉溪市');
    expect(out).toContain('“河口区投资6600余万元，新建各类视频监控探头1926个”  东营日报');
    const csv = await ask('path', '东营市河口区', '玉溪市', '--format', 'csv');
    expect(csv.out).toMatch(/^step,from,to,roles,sources,facts,quote,/);
  });

  it('says so where there is none', async () => {
    expect((await ask('path', '东营市河口区', '亳州市')).out).toMatch(/^没有路径 No path of at most 8 steps/);
    expect(await asked('path', '东营市河口区', '亳州市')).toBeNull();
    expect(await asked('path', '雪亮工程', '雪亮工程')).toEqual([]);
  });
});

describe('xueliang spread', () => {
  it('says which place first, dated by what, and who came after', async () => {
    const { arrivals, above } = await asked('spread', '雪亮工程');
    const days = arrivals.map((arrival: { from: string }) => arrival.from);
    expect(days).toEqual([...days].sort());
    expect(arrivals).toContainEqual(
      expect.objectContaining({ code: '370503', basis: 'publication', from: '2017-12-27', afterElsewhere: null }),
    );
    expect(arrivals).toContainEqual(
      expect.objectContaining({ code: '320682', basis: 'deed', afterElsewhere: '370503' }),
    );
    expect(above.map(({ place }: { place: string }) => place)).toContain('东营市');
    const { out } = await ask('spread', '雪亮工程', '--level', 'city');
    expect(out).toContain('见报日期 date of publication');
    expect(out).not.toContain('东营市河口区  ');
    expect((await ask('spread', '雪亮工程', '--format', 'csv')).out).toMatch(/^list,code,place,province,from,/);
  });
});
