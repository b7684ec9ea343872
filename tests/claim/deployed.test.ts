import { describe, expect, it } from 'vitest';
import { claimsOf } from './page.ts';

const deployedOf = (title: string, paragraph: string) =>
  claimsOf(title, paragraph).filter((c) => c.kind === 'DEPLOYED');

describe('equipment and facilities', () => {
  it.each([
    ['霍邱县在城区安装摄像机300个。', 'camera', '摄像机', 300, '个'],
    ['霍邱县公安局安装电子警察56套。', 'camera', '电子警察', 56, '套'],
    ['霍邱县建成治安卡口28个。', 'checkpoint', '治安卡口', 28, '个'],
    ['霍邱县配备巡逻车36辆。', 'patrol_car', '巡逻车', 36, '辆'],
    ['霍邱县设立警务室52个。', 'police_box', '警务室', 52, '个'],
    ['霍邱县为商户安装一键报警装置1500套。', 'alarm', '一键报警装置', 1500, '套'],
    ['霍邱县建成综治中心16个。', 'village_center', '综治中心', 16, '个'],
    ['霍邱县建成视频监控平台19个。', 'platform', '视频监控平台', 19, '个'],
  ])('counts what was put up: %s', (sentence, asset, assetText, count, unit) => {
    expect(deployedOf('霍邱县技防建设', sentence)).toMatchObject([
      { asset, assetText, count, unit, stage: 'done', place: { code: '341522' } },
    ]);
  });

  it('gives each thing of a list its own figure', () => {
    const claims = deployedOf('东至县技防建设', '东至县配备巡逻车36辆、警务室52个。');
    expect(claims.map((c) => [c.asset, c.count])).toEqual([
      ['patrol_car', 36],
      ['police_box', 52],
    ]);
  });

  it('links a part to its total', () => {
    const sentence = '枞阳县投资1500万元，安装摄像机2000个，其中高清摄像机1200个。';
    const [total, part] = deployedOf('枞阳县雪亮工程', sentence);
    expect([total?.count, part?.count]).toEqual([2000, 1200]);
    expect(part).toMatchObject({ scope: 'of_which', partOf: total?.id });
  });

  it('keeps a plan and its progress apart', () => {
    const claims = deployedOf('鹿邑县技防建设', '鹿邑县计划新增摄像机1200个，目前已安装800个。');
    expect(claims.map((c) => [c.count, c.stage])).toEqual([
      [1200, 'planned'],
      [800, 'done'],
    ]);
  });

  it('says that a number counts villages', () => {
    expect(deployedOf('阜宁县技防建设', '阜宁县300余个村安装了视频监控。')).toMatchObject([
      { asset: 'camera', count: 300, countMax: 400, approx: 'over', unit: '个村' },
    ]);
  });

  it('knows a running total from what is new', () => {
    expect(deployedOf('永康市技防建设', '永康市累计建成监控探头近9000个。')).toMatchObject([
      { scope: 'cumulative', approx: 'nearly', countMin: 8100, countMax: 9000 },
    ]);
    expect(deployedOf('乌海市技防建设', '乌海市新增摄像机500个。')).toMatchObject([{ scope: 'new' }]);
  });

  it('reads 万 and the program in quotation marks', () => {
    expect(deployedOf('昭通市技防建设', '昭通市建设“雪亮工程”，安装摄像机1.2万个。')).toMatchObject([
      { count: 12_000, program: '雪亮工程', evidence: { program: { from: 'sentence' } } },
    ]);
  });

  it('names a definite thing without a figure', () => {
    expect(deployedOf('崇左市技防建设', '崇左市建设视频监控系统。')).toMatchObject([
      { count: null, rule: 'deployed/definite', assetText: '视频监控系统' },
    ]);
  });

  it.each(['梓潼县城被盗摩托车40辆，民警调取监控探头12个。', '梓潼县每日派出巡逻车20辆。'])(
    'takes what is only used for nothing new: %s',
    (sentence) => {
      expect(deployedOf('梓潼县一周警讯', sentence)).toEqual([]);
    },
  );
});
