import { describe, expect, it } from 'vitest';
import type { Claim } from '../../src/claim/claim.ts';
import { readPage } from './page.ts';

const read = (...paragraphs: readonly string[]) => readPage('霍邱县治安防控见闻', ...paragraphs).claims;
const figure = (c: Claim) => c.amountCny ?? c.count;
const find = (claims: readonly Claim[], value: number) => claims.find((c) => figure(c) === value);

describe('numbers whose noun is left out', () => {
  it.each([
    ['霍邱县二期共装摄像机40只；到10月底装好26只，余下14只还在走线。', 26, 'camera', 'done'],
    ['霍邱县二期共装摄像机40只；到10月底装好26只，余下14只还在走线。', 14, 'camera', 'building'],
    ['霍邱县沿江共装摄像头88个，城关镇境内52个，河口镇那17个还带喊话功能。', 17, 'camera', 'done'],
    ['霍邱县建成监控点320个和480个。', 480, 'camera', 'done'],
    ['霍邱县沿国道竖治安卡口，今年已立起5处。', 5, 'checkpoint', 'done'],
    ['霍邱县今年新增摄像头84个，加上天网工程的436个，共520个。', 436, 'camera', 'done'],
    ['霍邱县在景区门口新设了一座警务室。', 1, 'police_box', 'done'],
  ])('%s %i', (sentence, count, asset, stage) => {
    expect(find(read(sentence), count)).toMatchObject({ kind: 'DEPLOYED', asset, stage });
  });

  it('is what the paragraph before asked about', () => {
    const claims = read('听众：城关镇街上的摄像头这两年越装越多，一共有多少？', '霍邱县公安局在城关镇建的有402个。');
    expect(find(claims, 402)).toMatchObject({ asset: 'camera', place: { name: '六安市霍邱县城关镇' } });
  });

  it.each([
    ['70个村庄里已有51个通了自来水。', 51],
    ['霍邱县仍有23个村民组没有监控。', 23],
    ['霍邱县公安局下辖派出所12个。', 12],
    ['霍邱县全部监控点里，老小区的24个并未算在内。', 24],
  ])('counts nothing that was put up: %s', (sentence, count) => {
    expect(find(read('霍邱县安装摄像机300个。', sentence), count)).toBeUndefined();
  });
});

describe('what a sum was for', () => {
  it.each([
    ['城关派出所业务用房投资312万元，中央补助200万元，本级配套112万元。', 1_120_000, 'police_station'],
    ['霍邱县沿江治安卡口2处正在施工，用的是省里拨下来的补助120万元。', 1_200_000, 'checkpoint'],
    ['霍邱县新设警务室1个（工程造价38.4万元），购买巡逻车15辆。', 384_000, 'police_box'],
    ['镇综治中心完成升级改造，投资76万元，装上会商设备。', 760_000, 'village_center'],
    ['第2包（平台及机房）：预算423万元，中标金额411.2万元。', 4_112_000, 'platform'],
    ['镇政府挤出7.2万元，派出所又省出1.8万元，装了报警器450只。', 72_000, 'alarm'],
    ['街上装摄像机26部，由8名治安员看守。这批设备连同线路共用去48万元。', 480_000, 'camera'],
  ])('%s', (sentence, amount, asset) => {
    expect(find(read(sentence), amount)).toMatchObject({ kind: 'FUNDED', asset });
  });
});

describe('what is still to come', () => {
  it.each([
    ['工程尾款220万元列入明年预算。', 2_200_000],
    ['霍邱县二期工程预算1150万元，拟于5月招标。', 11_500_000],
    ['霍邱县还将更换老旧探头，县财政已预算240万元。', 2_400_000],
  ])('%s', (sentence, amount) => {
    expect(find(read(sentence), amount)?.stage).toBe('planned');
  });

  it('is all that a plan sets out, but not what it tells of before', () => {
    const { claims } = readPage(
      '关于印发霍邱县视频监控建设实施方案的通知',
      '全县新建视频监控点380个。',
      '目前已建成卡口8个。',
    );
    expect([find(claims, 380)?.stage, find(claims, 8)?.stage]).toEqual(['planned', 'done']);
  });
});

describe('where', () => {
  it.each([
    ['霍邱县在周集镇建监控点21个，设县级监控中心1个。', 1, '六安市霍邱县'],
    ['霍邱县装人脸摄像机120台，全部安装在周集镇。', 120, '六安市霍邱县周集镇'],
    ['“我们镇自己装过24个探头。”周集镇一名干部说。', 24, '六安市霍邱县周集镇'],
    ['霍邱县在通往河南的路口安装摄像机54个。', 54, '六安市霍邱县'],
    ['周集镇、河口镇分别投入98万元、64万元，剩余164万元用于其他乡镇。', 640_000, '六安市霍邱县河口镇'],
  ])('%s', (sentence, value, name) => {
    expect(find(read(sentence), value)?.place?.name).toBe(name);
  });
});

describe('teams', () => {
  it.each([
    ['霍邱县成立护果队17支，参加群众340多人。', 340, 'patrol_team'],
    ['霍邱县请来11名村民当护村队员。', 11, 'patrol_team'],
    ['周集镇、河口镇成立治安联防队，其中周集镇28人、河口镇22人。', 22, 'patrol_team'],
    ['霍邱县公安局从辅警中选调24人专职看守。', 24, 'assistant_police'],
    ['周集镇雇了巡山员38名看护茶林。', 38, 'other'],
  ])('%s', (sentence, count, asset) => {
    expect(find(read(sentence), count)).toMatchObject({ kind: 'STAFFED', asset });
  });

  it('are not who was there before', () => {
    expect(find(read('霍邱县巡防队去年30人，今年扩到45人。'), 30)).toBeUndefined();
  });
});
