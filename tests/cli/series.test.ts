import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { folder } from './articles.ts';
import { lines, xueliang } from './terminal.ts';

const SEARCHED = `code,name,on,where,found
370522,,2026-11-20,百度,no
,广饶县,2026-11,百度,
370883,,2026-11,,yes
,鼓楼区,2026-11,,
370500,,2026-11,,
370523,,soon,,
370523,,2026-11,,maybe
`;
const JINAN = (year: number, count: number) =>
  `济南市探头\n来源：大众日报  ${year}-12-20\n截至${year}年底，济南市累计建成视频监控探头${count}个。\n`;

let demo: ReturnType<typeof folder>;
let years: ReturnType<typeof folder>;
const ask = (...args: string[]) => xueliang([...args, '--store', demo.store]);

beforeAll(async () => {
  demo = folder({
    'searched.csv': SEARCHED,
    'searched.jsonl': '{"code":"370522","on":"2026-11-20"}\n{"code":"370522"\n',
    'note.txt': '找过',
  });
  await ask('load', 'demo/articles');
  years = folder({
    'a.txt': JINAN(2016, 10000),
    'b.txt': JINAN(2019, 18000),
    'c.txt': JINAN(2020, 21000),
    'd.txt': '垦利县探头\n来源：东营日报  2015-03-02\n2015年，垦利县计划新建视频监控探头500个。\n',
    'e.txt': '垦利区探头\n来源：东营日报  2016-12-20\n2016年，垦利区新建视频监控探头460个。\n',
  });
  await xueliang(['load', years.path, '--store', years.store]);
}, 60_000);
afterAll(() => {
  demo.remove();
  years.remove();
});

describe('xueliang costs', () => {
  it('says 3.43 to 3.48 万元 for 6600余万 and 1926, with the words', async () => {
    const { status, out, err } = await ask('costs', '--place', '河口区');
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(lines(out)).toEqual([
      '摄像头 · 视频监控探头 · 个 · 已完成',
      '  计入采购 1: 中位数 3.43 万元  (不足五起，不判断有无离群)',
      '  3.43–3.48万元/个  东营市河口区 2017',
      '      “河口区投资6600余万元，新建各类视频监控探头1926个”',
      '',
    ]);
  });

  it('says at most where the words tie the money to more, and draws the distribution of the others', async () => {
    const { out } = await ask('costs', '--asset', 'camera', '--lang', 'en');
    expect(out).toContain('  ≤ 1.16 万元/台  济宁市 2017  [the money bought more than this: at most]');
    expect(out).toMatch(/0\.726 ▕█ {38}█▏ 3\.43/);
    expect(out).not.toContain('patrol');
  });

  it('gives rows with both figures and quotes as CSV, all of it as JSON', async () => {
    const rows = lines((await ask('costs', '--format', 'csv')).out);
    expect(rows[0]).toMatch(/^asset,measure,stage,placeCode,.*moneyQuote,boughtQuote/);
    expect(rows.find((row) => row.includes('370503'))).toContain('66000000,66000000,67000000,1926,1926,1926');
    const { costs, summaries } = JSON.parse((await ask('costs', '--format', 'json')).out);
    expect(costs).toHaveLength(rows.length - 1);
    expect(summaries.map(({ asset }: { asset: string }) => asset)).toContain('patrol_car');
  });

  it('says so when no words tie money to anything', async () => {
    expect((await ask('costs', '--asset', 'alarm')).out).toBe('没有哪句话把一笔钱和它买了多少说在一起。\n');
  });
});

describe('xueliang timeline', () => {
  const at = (...args: string[]) => xueliang(['timeline', ...args, '--store', years.store]);

  it('goes down the years with the words, and says what changed, but for boundaries', async () => {
    const shown = lines((await at('济南市')).out);
    expect(shown.filter((text) => /^\d{4}$/.test(text))).toEqual(['2016', '2019', '2020']);
    expect(shown.filter((text) => text.includes('↑'))).toEqual([
      expect.stringMatching(/↑ 比 2016.* 多 8,000个 \(×1\.8\) {2}\[其间区划有变: 2018 莱芜市/),
      expect.stringMatching(/↑ 比 2019.* 多 3,000个 \(×1\.17\)$/),
    ]);
  });

  it('follows a county to its new code, and sets the plan beside what was reported', async () => {
    for (const name of ['垦利县', '垦利区', '370521']) {
      const { out } = await at(name);
      expect(lines(out).at(-1)).toMatch(/计划 2015: 500个 → 已完成 2016: 460个$/);
    }
  });

  it('says of a plan without a report only that', async () => {
    const { out } = await ask('timeline', '玉溪市', '--lang', 'en');
    expect(out).toContain('planned 2022: 45,000 → not reported as done (which is not the same as not done)');
  });

  it('is of a program too, and of what lies below a place', async () => {
    expect((await ask('timeline', '技防网', '--format', 'json')).out).toContain('"name": "技防网"');
    const [alone, below] = [
      await ask('timeline', '370502', '--format', 'csv'),
      await ask('timeline', '370502', '--below', '--format', 'csv'),
    ];
    expect([lines(alone.out).length, lines(below.out).length]).toEqual([1, 3]);
    expect((await ask('timeline', '东营区', '--lang', 'en')).out).toContain('No fact speaks of it.');
  });

  it.each([
    ['鼓楼区', /^xueliang: 鼓楼区 is one of 4 places; give a code: 320106 南京市鼓楼区, /],
    ['没有', /^xueliang: no place and no program that facts are about is called 没有 \(USAGE\)\n$/],
  ])('%s: one clear line, exit 2', async (name, message) => {
    const ran = await ask('timeline', name);
    expect(ran).toMatchObject({ status: 2, out: '' });
    expect(ran.err).toMatch(message);
  });
});

describe('xueliang coverage', () => {
  it('is a line for each prefecture and a character for each county', async () => {
    const { status, out } = await ask('coverage', '--place', '山东省', '--asset', 'camera');
    expect(status).toBe(0);
    const shown = lines(out);
    expect(shown[0]).toBe('█ 有报道   ▒ 只被提及   · 搜过，没有   (空白) 没人找过');
    expect(shown).toContain('山东省  有报道 1 / 8 (13%); 看过的 8 / 136 (6%)');
    expect(shown).toContain('  东营市 │▒█▒▒ │ 1/4  (1 条事实只说到全域)');
    expect(shown).toContain('  青岛市 │          │ –');
    expect(shown).toContain('  █ 东营港经济开发区、临沂临港经济开发区');
    expect(shown.slice(1).filter((text) => /│.*\b0\b/.test(text))).toEqual([]);
  });

  it('takes what was searched, and names lines that say nothing, each with its place', async () => {
    const { status, out, err } = await ask(
      'coverage',
      '--place',
      '370000',
      '--asset',
      'camera',
      '--searched',
      demo.at('searched.csv'),
    );
    expect(status).toBe(1);
    expect(out).toContain('东营市 │▒█▒▒·│ 1/5');
    expect(out).toContain('1 个县的搜索记录说找到了，而没有装入文章: 济宁市邹城市');
    expect(lines(err).map((text) => text.replace(/^.*\//, '').replace(/;.*$/, ''))).toEqual([
      'searched.csv:5: 鼓楼区 is one of 4 divisions',
      'searched.csv:6: 370500 is the code of no county-level division and of no zone (RECORD_MALFORMED)',
      'searched.csv:7: on is the day of the search, such as 2026-11-26 (RECORD_MALFORMED)',
      'searched.csv:8: found is yes or no, not maybe (RECORD_MALFORMED)',
    ]);
  });

  it('reads JSONL, and no other file', async () => {
    const jsonl = await ask('coverage', '--place', '370500', '--searched', demo.at('searched.jsonl'));
    expect(jsonl.status).toBe(1);
    expect(jsonl.err).toContain('searched.jsonl:2: not a record: this line is no JSON');
    const text = await ask('coverage', '--place', '370500', '--searched', demo.at('note.txt'));
    expect(text.err).toContain('note.txt: a search log is a CSV or JSONL file');
    const missing = await ask('coverage', '--searched', demo.at('none.csv'));
    expect(missing.err).toContain('no such file');
  });

  it('gives a row for each county and zone as CSV: what is absent is empty', async () => {
    const rows = lines(
      (await ask('coverage', '--program', '雪亮工程', '--place', '370500', '--format', 'csv')).out.replaceAll('\r', ''),
    );
    expect(rows[0]).toBe('code,name,level,prefecture,province,state,facts,sources,articles,searchedOn,foundElsewhere');
    expect(rows[2]).toBe('370503,东营市河口区,county,370500,370000,reported,2,1,1,,false');
    expect(rows.find((row) => row.startsWith('370523'))).toBe(
      '370523,东营市广饶县,county,370500,370000,not_searched,,,,,false',
    );
    expect(rows.find((row) => row.startsWith('370572'))).toMatch(/^370572,东营港经济开发区,zone,,,mentioned,,,1,/);
  });

  it('takes the divisions and the facts of a year', async () => {
    const of = async (year: string) =>
      JSON.parse(
        (await xueliang(['coverage', '--year', year, '--place', '370500', '--format', 'json', '--store', years.store]))
          .out,
      );
    const names = ({ prefectures }: { prefectures: { counties: { ownName: string; state: string }[] }[] }) =>
      prefectures[0]?.counties
        .filter(({ state }) => state !== 'not_searched')
        .map(({ ownName, state }) => [ownName, state]);
    expect(names(await of('2015'))).toEqual([['垦利县', 'reported']]);
    expect(names(await of('2016'))).toEqual([['垦利区', 'reported']]);
    expect(names(await of('2018'))).toEqual([['垦利区', 'mentioned']]);
    expect((await ask('coverage', '--year', 'soon')).err).toContain('--year takes a whole number');
    expect((await ask('coverage', '--program', '无此工程')).err).toContain(
      'no fact is about a program called 无此工程',
    );
  });
});

describe('--help', () => {
  it.each(['costs', 'timeline', 'coverage'])('of %s teaches with examples of the demo articles', async (name) => {
    const { status, out } = await xueliang([name, '--help']);
    expect(status).toBe(0);
    expect(out).toContain(`Examples (after xueliang load demo/articles):\n  xueliang ${name}`);
  });
});
