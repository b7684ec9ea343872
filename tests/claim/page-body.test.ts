import { describe, expect, it } from 'vitest';
import { readPage } from './page.ts';

const actors = (title: string, ...paragraphs: readonly string[]) =>
  readPage(title, ...paragraphs).claims.map((c) => [c.count ?? c.amountCny, c.agency]);

const BUREAU = '六安市霍邱县公安局';

describe('who acts where a sentence names nobody', () => {
  it('is who buys, in a notice', () => {
    expect(
      actors(
        '霍邱县治安卡口采购项目中标公告',
        '采购人：霍邱县公安局',
        '第一包：卡口设备4套，由合肥某某科技有限公司中标，中标金额98万元。',
      ),
    ).toEqual([
      [4, BUREAU],
      [980_000, BUREAU],
    ]);
  });

  it('is whose notice, or whose budget, the title says it is', () => {
    expect(actors('霍邱县公安局视频监控扩容项目中标结果公告', '高清摄像机380台。')).toEqual([[380, BUREAU]]);
    expect(actors('霍邱县公安局2019年部门预算情况说明', '项目预算安排90万元，更新巡逻车6辆。')).toEqual([
      [900_000, BUREAU],
      [6, BUREAU],
    ]);
  });

  it('is nobody elsewhere: a title that names a body tells of it', () => {
    expect(actors('霍邱县公安局见闻', '年内安装探头80个。')).toEqual([[80, null]]);
  });

  it('is who acted in the sentence before, where the next goes on', () => {
    expect(actors('霍邱县见闻', '去年，县公安局安装探头88个。今年5月，又在河口镇装了9个探头。')).toEqual([
      [88, BUREAU],
      [9, BUREAU],
    ]);
  });
});

describe('who does not act', () => {
  it.each([
    ['people who are sent', '县公安局开展“金盾护民”行动，抽调民警26名。', 26],
    ['people who are helped', '县公安局推行“一村一警”，协助民警抓获嫌疑人63名。', 63],
    ['stations that are given something', '霍邱县公安局近日为城区各派出所添置巡逻车20辆。', 20],
    ['the second of two places', '县公安局争取财政资金，在河口镇、周集镇安装探头88个。', 88],
  ])('%s', (_, words, value) => {
    expect(actors('霍邱县见闻', words).find(([figure]) => figure === value)?.[1]).toBe(BUREAU);
  });
});

describe('bodies under the names that a letter or a report gives them', () => {
  const names = (words: string) => readPage('霍邱县见闻', words).agencies.map((a) => a.name);

  it('of its own bureau', () => {
    expect(names('县公安局通报，全局共破获案件94起。')).toEqual([BUREAU]);
    expect(names('会战中河口派出所破案21起。')).toEqual(['六安市霍邱县河口派出所']);
  });

  it('never with the verbs that stand beside them', () => {
    expect(names('以前出了事要等派出所的人。乡镇共整合派出所、司法所人员87名。')).toEqual([]);
    expect(names('县公安局建成岗亭3座；另为巡警大队新配摩托车5辆。')).toEqual([BUREAU, `${BUREAU}巡警大队`]);
  });
});

describe('a program far from the words', () => {
  it('is a claim’s where it equips such a thing, and no police box’s or team’s', () => {
    const { claims } = readPage(
      '霍邱县河口镇见闻',
      '河口镇实施“天眼进村”工程。',
      '镇里安装探头80个。新建派出所1个，招聘辅警30名。',
    );
    expect(claims.filter((c) => c.count !== null).map((c) => [c.count, c.program])).toEqual([
      [80, '天眼进村工程'],
      [1, null],
      [30, null],
    ]);
  });
});
