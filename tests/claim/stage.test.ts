import { describe, expect, it } from 'vitest';
import { readPage } from './page.ts';

const TITLE = '固镇县技防建设';
const first = (sentence: string) => readPage(TITLE, sentence).claims[0];

describe('where the works stand', () => {
  it.each([
    ['固镇县计划安装摄像机3000个。', 'planned'],
    ['固镇县拟建治安岗亭12个。', 'planned'],
    ['固镇县力争今年建成摄像机1500个。', 'planned'],
    ['固镇县将投入400万元，安装摄像机500个。', 'planned'],
    ['固镇县正在安装摄像机3000个。', 'building'],
    ['固镇县正在建设视频监控平台19个。', 'building'],
    ['固镇县已安装摄像机3000个。', 'done'],
    ['固镇县安装摄像机3000个。', 'done'],
    ['固镇县2018年建成治安卡口15个。', 'done'],
    ['固镇县新建治安卡口28个通过验收。', 'accepted'],
  ])('%s is %s', (sentence, stage) => {
    expect(first(sentence)?.stage).toBe(stage);
  });

  it('rests on the words that say it', () => {
    const { claims, text } = readPage(TITLE, '固镇县计划安装摄像机3000个。');
    const { stage } = claims[0]?.evidence ?? {};
    expect(text.slice(stage?.start, stage?.end)).toBe('计划');
    expect(stage?.from).toBe('clause');
  });

  it('is done by default, with no words to show', () => {
    expect(first('固镇县有一支80人的专职巡逻队。')).toMatchObject({ stage: 'done' });
    expect(first('固镇县有一支80人的专职巡逻队。')?.evidence.stage).toBeUndefined();
  });

  it('holds for the whole list of a plan', () => {
    const { claims } = readPage(TITLE, '固镇县计划安装摄像机3000个、治安卡口20个。');
    expect(claims.map((c) => c.stage)).toEqual(['planned', 'planned']);
  });

  it('does not spread from one sentence to the next', () => {
    const { claims } = readPage(TITLE, '固镇县计划安装摄像机3000个。固镇县已建成治安卡口20个。');
    expect(claims.map((c) => c.stage)).toEqual(['planned', 'done']);
  });
});
