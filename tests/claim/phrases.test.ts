import { describe, expect, it } from 'vitest';
import type { Claim } from '../../src/claim/claim.ts';
import { claimsOf } from './page.ts';

const said = (c: Claim) => [c.kind, c.count ?? c.amountCny, c.asset, c.stage];
const read = (sentence: string) => claimsOf('霍邱县治安防控见闻', sentence);

describe('turns of phrase', () => {
  it.each([
    ['霍邱县监控点位多了397个。', ['DEPLOYED', 397, 'camera', 'done']],
    ['霍邱县还有110个老式模拟摄像头换成了高清。', ['DEPLOYED', 110, 'camera', 'done']],
    ['霍邱县新设六道治安卡口。', ['DEPLOYED', 6, 'checkpoint', 'done']],
    ['霍邱县另在河边布设电子围栏3公里。', ['DEPLOYED', 3, 'alarm', 'done']],
    ['霍邱县另有警用马匹二十四匹。', ['DEPLOYED', 24, 'other', 'done']],
    ['霍邱县明年初步计划再建60个“智慧平安小区”。', ['DEPLOYED', 60, 'other', 'planned']],
    ['霍邱县的16处要道，架起500万像素的抓拍设备。', ['DEPLOYED', 16, 'camera', 'done']],
    ['霍邱县矿区组建了130人的护矿队。', ['STAFFED', 130, 'patrol_team', 'done']],
    ['霍邱县组织果农成立护果队12支。', ['STAFFED', 12, 'patrol_team', 'done']],
    ['霍邱县义务巡逻队发展到912支。', ['STAFFED', 912, 'patrol_team', 'done']],
    ['霍邱县从村民里挑出36名巡逻队员。', ['STAFFED', 36, 'patrol_team', 'done']],
    ['霍邱县财政全年安排网格员报酬及保险1890万元。', ['FUNDED', 18_900_000, 'other', 'done']],
    ['霍邱县十户联防报警系统入网4.6万户。', ['DEPLOYED', 46_000, 'alarm', 'done']],
  ])('%s', (sentence, claim) => {
    expect(read(sentence).map(said)).toContainEqual(claim);
  });

  it.each([
    '霍邱县花园镇的提案代表建议每个行政村安装4个探头。',
    '霍邱县公安局为26个派出所统一了门牌。',
    '一个镇六万多人，霍邱县的民警管不过来。',
    '霍邱县向省里争取500万元。',
    '霍邱县雪亮工程招标代理服务费11.3万元由中标人支付。',
    '霍邱县治安经费比2010年增加90万元。',
    '到霍邱县城的旅游公路修通了，花了2.3亿元。',
  ])('says nothing of what is there: %s', (sentence) => {
    expect(read(sentence).filter((c) => c.kind !== 'OPERATES')).toEqual([]);
  });

  it('takes what was fitted out, not who got it', () => {
    expect(read('霍邱县公安局为26个派出所配发执法记录仪320部。').map(said)).toEqual([
      ['DEPLOYED', 320, 'other', 'done'],
    ]);
  });

  it('looks back for what was installed, and for what a share is of', () => {
    const installed = read('按钮叫报警器，霍邱县的人家十户一组，谁家按一下，九家同时响铃。全县装了1.87万只。');
    expect(installed.map(said)).toContainEqual(['DEPLOYED', 18_700, 'alarm', 'done']);
    const parts = read('霍邱县建成治安卡口17处、监控点118处。上述118处监控点中，城关镇有46处。');
    expect(parts.map(said)).toContainEqual(['DEPLOYED', 46, 'camera', 'done']);
  });

  it('gives each of several places its own claim', () => {
    const claims = read('霍邱县周集镇、临水镇各装48个探头。').filter((c) => c.kind === 'DEPLOYED');
    expect(claims.map((c) => c.count)).toEqual([48, 48]);
    expect(new Set(claims.map((c) => c.place?.code)).size).toBe(2);
    expect(new Set(claims.map((c) => c.id)).size).toBe(2);
  });

  it('tells the budget and its ceiling as one sum', () => {
    const sums = read('霍邱县视频监控项目预算金额1356.8万元，最高限价1340万元。').filter((c) => c.kind === 'FUNDED');
    expect(sums.map((c) => c.amountCny)).toEqual([13_568_000]);
  });

  it('reads stages from the words behind', () => {
    const stageOf = (sentence: string) => read(sentence).find((c) => c.kind === 'DEPLOYED')?.stage;
    expect(stageOf('原定在霍邱县矿区安装的60处监控点，因地面沉陷停止实施。')).toBe('cancelled');
    expect(stageOf('到2021年底，霍邱县要实现探头总数翻一番，达到4000个。')).toBe('planned');
    expect(stageOf('霍邱县“天网”累计安装摄像机640台，真正在线的只有512台。')).toBe('done');
  });
});
