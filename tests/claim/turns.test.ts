import { describe, expect, it } from 'vitest';
import type { Claim } from '../../src/claim/claim.ts';
import { claimsOf, readPage } from './page.ts';

const read = (...paragraphs: readonly string[]) => readPage('霍邱县治安防控见闻', ...paragraphs).claims;
const figure = (c: Claim) => c.amountCny ?? c.count;
const find = (claims: readonly Claim[], kind: Claim['kind'], value: number) =>
  claims.find((c) => c.kind === kind && figure(c) === value);

describe('money', () => {
  it.each([
    ['霍邱县今年拿了180万买探头。', 1_800_000, 'camera'],
    ['霍邱县的治安检查站在河口镇落成，省公安厅补助120万元。', 1_200_000, 'checkpoint'],
    ['霍邱县组建夜巡队，招聘队员60名，全年经费95万元。', 950_000, 'patrol_team'],
    ['霍邱县公安局出资15万元，从下岗职工中招了48名夜巡队员。', 150_000, 'patrol_team'],
    ['霍邱县出资38万元为山区派出所更换警车4辆。', 380_000, 'patrol_car'],
    ['霍邱县河口镇政府补贴6万元，村集体再掏4万元，买回报警器380台。', 60_000, 'alarm'],
    ['霍邱县采购巡逻车8辆，支出39万元；建成警务室2个，支出24万元。', 390_000, 'patrol_car'],
    ['霍邱县河口镇从门票分红中划出15万元，装了33个摄像头。', 150_000, 'camera'],
    ['霍邱县所需的21万元，县政府已经拨付，用于安装探头。', 210_000, 'camera'],
  ])('%s', (sentence, amount, asset) => {
    expect(find(read(sentence), 'FUNDED', amount)).toMatchObject({ asset });
  });

  it.each([
    '霍邱县止付冻结涉案资金1450万元。',
    '霍邱县联防有功，市公安局为此奖励20万元。',
    '听说霍邱县装监控花了900多万元。',
    '霍邱县代理服务费：4.2万元，由中标人支付。',
    '霍邱县每处造价约4万元的监控杆由一家企业捐建。',
    '霍邱县财政下拨的40万元，还有21万元未使用。',
  ])('is none of it: %s', (sentence) => {
    expect(read(sentence).filter((c) => c.kind === 'FUNDED' && figure(c) !== 400_000)).toEqual([]);
  });

  it('of a budget is planned, and its lines need no verb', () => {
    const { claims } = readPage(
      '霍邱县公安局2021年部门预算公开说明',
      '1.治安岗亭18万元，用于车站广场。2.辅警经费1896万元，保障在岗辅警395名。3.现有探头420个。',
    );
    expect(claims.map((c) => [figure(c), c.stage])).toEqual(
      expect.arrayContaining([
        [180_000, 'planned'],
        [18_960_000, 'planned'],
        [420, 'done'],
      ]),
    );
  });
});

describe('things', () => {
  it.each([
    ['霍邱县建成监控室一间。', 1, 'platform', 'done'],
    ['霍邱县盖起岗楼2座。', 2, 'police_box', 'done'],
    ['霍邱县自去年七月动工的天网，至今年九月底安装高清摄像头720个。', 720, 'camera', 'done'],
    ['霍邱县另有19个探头在等光缆，要到2020年5月才能装。', 19, 'camera', 'planned'],
    ['霍邱县应建摄像头90个，仅建成37个。', 37, 'camera', 'done'],
  ])('%s', (sentence, count, asset, stage) => {
    expect(find(read(sentence), 'DEPLOYED', count)).toMatchObject({ asset, stage });
  });

  it.each([
    '听说霍邱县要装2000个探头？',
    '有人提议霍邱县再建10座警务亭。',
    '霍邱县今年修路拆下探头9个。',
    '霍邱县检获赃车23部。',
  ])('are not there: %s', (sentence) => {
    expect(read(sentence).filter((c) => c.kind === 'DEPLOYED' && figure(c) !== null)).toEqual([]);
  });
});

describe('people', () => {
  it.each([
    ['霍邱县“河湾义警”发展到62支、1350人。', 1350],
    ['霍邱县招来60名下岗职工，组成“夜猫子”巡逻队。', 60],
    ['霍邱县护秋队从去年的30人扩充到76人。', 76],
    ['霍邱县办起夜巡队，165个人。', 165],
  ])('%s', (sentence, count) => {
    expect(find(read(sentence), 'STAFFED', count)).toMatchObject({ asset: 'patrol_team' });
  });

  it('who were honoured are not posted', () => {
    expect(read('霍邱县12名民警受市级以上表彰。')).toEqual([]);
  });
});

describe('results', () => {
  it.each([
    ['霍邱县夜巡队劝阻酒后闹事47起，抓获扒手5名。', [47, 5]],
    ['霍邱县流动警务室接待群众1430人次。', [1430]],
    ['霍邱县推行“十户联防”机制，依托该机制破案86起。', [86]],
  ])('%s', (sentence, counts) => {
    expect(
      read(sentence)
        .filter((c) => c.kind === 'OUTCOME')
        .map(figure),
    ).toEqual(counts);
  });

  it.each(['霍邱县一家公司向巡逻队捐赠棉衣300件。', '霍邱县两项行动合计挽回损失410万元。'])(
    'are none: %s',
    (sentence) => {
      expect(read(sentence).filter((c) => c.kind === 'OUTCOME')).toEqual([]);
    },
  );
});

describe('places', () => {
  const placeOf = (paragraph: string, kind: Claim['kind'], value: number) =>
    find(claimsOf('霍邱县治安防控见闻', paragraph), kind, value)?.place?.name;

  it.each([
    ['霍邱县计划添警务室3间，放在河口镇。', 'DEPLOYED', 3, '六安市霍邱县河口镇'],
    ['霍邱县新装探头412台（其中河口镇28台），卡口36套。', 'DEPLOYED', 36, '六安市霍邱县'],
    ['霍邱县建成监控点712个，其中河口镇388个；四期新增的166个已计入上数。', 'DEPLOYED', 166, '六安市霍邱县'],
    ['霍邱县河口镇综治中心正在装修。乡镇综治中心去年已升级9个。', 'DEPLOYED', 9, '六安市霍邱县'],
  ] as const)('%s', (paragraph, kind, value, place) => {
    expect(placeOf(paragraph, kind, value)).toBe(place);
  });

  it('a village that the title names is what the article is about', () => {
    const { claims } = readPage('霍邱县河口镇团结村夜里有人巡', '该村去年开始联防。村口装探头16个。');
    expect(find(claims, 'DEPLOYED', 16)?.place?.name).toMatch(/河口镇团结村$/u);
  });
});

describe('work that is no team’s', () => {
  it.each(['霍邱县公安局维护稳定，全年化解纠纷120件。', '霍邱县民警保护群众化解矛盾80起。'])('%s', (sentence) => {
    expect(read(sentence).filter((c) => c.kind === 'OUTCOME')).toEqual([]);
  });
});

it('parts of a plan that names its year are planned, too', () => {
  const claims = read('霍邱县计划到2020年底建成摄像头25万个。其中一类摄像头5500个，由县公安局控制。');
  expect(find(claims, 'DEPLOYED', 5500)).toMatchObject({ stage: 'planned' });
});
