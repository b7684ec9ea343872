import { describe, expect, it } from 'vitest';
import type { Claim } from '../../src/claim/claim.ts';
import { read as readSource } from '../../src/extract.ts';
import { readPage } from './page.ts';

const read = (...paragraphs: readonly string[]) => readPage('霍邱县治安防控见闻', ...paragraphs).claims;
const figure = (c: Claim) => c.amountCny ?? c.count;
const find = (claims: readonly Claim[], value: number) => claims.find((c) => figure(c) === value);

describe('money', () => {
  it.each([
    ['霍邱县投入边防资金900万元，其中争取上级资金600万元，建成监控点80个。', 6_000_000, 'done'],
    ['霍邱县争取中央专项资金560万元，新建派出所业务用房两处。', 5_600_000, 'done'],
    ['霍邱县公务用车购置费96万元，购置执法执勤用车6辆。', 960_000, 'done'],
    ['霍邱县雪亮工程运维预算90万元，实际支出85万元。', 900_000, 'planned'],
  ])('%s', (sentence, amount, stage) => {
    expect(find(read(sentence), amount)).toMatchObject({ kind: 'FUNDED', stage });
  });

  it.each([
    '霍邱县积极向省里争取资金300万元。',
    '霍邱县公安局支出总计100万元，年末结转32万元。',
    '与上年相比，霍邱县公安局支出减少64万元。',
    '霍邱县派出所被评为先进，奖励现金8000元。',
    '今年霍邱县安排为民办实事项目20项，计划投资5.6亿元，其中新建幼儿园3所。',
    '霍邱县财政收入9120万元，净增860万元。',
  ])('is none of it: %s', (sentence) => {
    const spent = read(sentence).filter((c) => c.kind === 'FUNDED' && figure(c) !== 1_000_000);
    expect(spent).toEqual([]);
  });

  it('is of what the clause is about, and of the program named on the way to what it bought', () => {
    expect(find(read('这套指挥平台是霍邱县去年投入180万元建成的，已接入探头960路。'), 1_800_000)?.asset).toBe(
      'platform',
    );
    const claims = read('霍邱县安排1500万元，实施“雪亮工程”二期，新增监控探头800个。');
    expect(find(claims, 15_000_000)?.program).toBe('雪亮工程');
  });
});

describe('where', () => {
  it('is not where the help comes from', () => {
    const claims = read('去年，浙江援建资金安排480万元，在霍邱县新建警务站4座；上海对口支援霍邱县300万元。');
    expect(find(claims, 4_800_000)?.place?.code).toBe('341522');
    expect(find(claims, 3_000_000)?.place?.code).toBe('341522');
  });
});

describe('things and people', () => {
  it.each([
    ['霍邱县建成物理拦阻设施86公里、巡逻便道24公里。', 24, 'DEPLOYED', 'other'],
    ['霍邱县政府新建派出所办公楼1栋。', 1, 'DEPLOYED', 'police_station'],
    ['霍邱县城去年花90万元安的130个探头接入平台。', 130, 'DEPLOYED', 'camera'],
    ['霍邱县给农户装报警器。到上月末，全县已有3260户入网。', 3260, 'DEPLOYED', 'alarm'],
    ['霍邱县两镇3个派出所业务用房交付使用。', 3, 'DEPLOYED', 'police_station'],
    ['霍邱县把83名党员编入“红旗护村队”。', 83, 'STAFFED', 'patrol_team'],
    ['霍邱县另聘请6名村民夜间巡更。', 6, 'STAFFED', 'patrol_team'],
    ['霍邱县法院司法警察由12人增加到19人。', 19, 'STAFFED', 'other'],
  ])('%s', (sentence, count, kind, asset) => {
    expect(find(read(sentence), count)).toMatchObject({ kind, asset });
  });

  it.each([
    '霍邱县村级综治中心还有117个未建。',
    '霍邱县以十户为一组安装报警铃。',
    '霍邱县为乡镇卫生院添置救护车10辆。',
  ])('are none: %s', (sentence) => {
    expect(read(sentence).filter((c) => c.kind === 'DEPLOYED' && c.count !== null)).toEqual([]);
  });
});

describe('results', () => {
  it('of a part belong to what their whole belongs to', () => {
    const claims = read('霍邱县在“清网行动”中抓获逃犯138名，其中命案逃犯6名。');
    expect(find(claims, 6)).toMatchObject({ kind: 'OUTCOME', program: '清网行动' });
  });

  it.each([
    '霍邱县开展“清网行动”。前10个月，全县共破获刑事案件1037起。',
    '霍邱县民警通过监控抓人58名；全县诈骗立案数下降24.6%。',
    '霍邱县“天网工程”开通以来盗窃案少了20%，也有严打的作用。',
    '霍邱县民警利用监控把偷走5辆电动车的男子抓获。',
  ])('are nobody’s: %s', (sentence) => {
    expect(read(sentence).filter((c) => c.kind === 'OUTCOME' && c.count !== 58)).toEqual([]);
  });
});

describe('what ties a result', () => {
  const results = (...paragraphs: readonly string[]) =>
    readPage('霍邱县见闻', ...paragraphs).claims.flatMap((c) => (c.kind === 'OUTCOME' ? [[c.count, c.program]] : []));

  it('is the program that the paragraph named, since it began, by the end of its name or by none', () => {
    expect(results('霍邱县实行“三省联勤”机制。联勤开展一年来，警方破案37起，追回苗木1200株。')).toEqual([
      [37, '三省联勤'],
      [1200, '三省联勤'],
    ]);
    expect(results('霍邱县实行“三省联勤”机制。直播开展一年来，警方破案37起。')).toEqual([]);
  });

  it('is an offensive, by what kind of campaign it is', () => {
    expect(results('霍邱县公安局打响“利剑”集中整治。一个月来，整治中共破获刑事案件93起。')).toEqual([
      [93, '利剑集中整治'],
    ]);
  });

  it('ties no base, and nobody who was only sent', () => {
    expect(results('“红十户”工程实施后，霍邱县盗窃案件由上年的37起降至12起。')).toEqual([[12, '红十户工程']]);
    expect(results('霍邱县开展“护秋”专项行动，出动警力3100人次、车辆820台次。')).toEqual([]);
  });
});

describe('what a year is, and whose', () => {
  it('of last year’s figure beside this year’s is its own', () => {
    const claims = read(
      '霍邱县公安局下拨经费27万元，去年为19.5万元；新购巡逻车6台。投入76万元，较上年的55万元多出21万元。',
    );
    expect(claims.map((c) => [c.count ?? c.amountCny, c.year])).toContainEqual([6, 2019]);
    expect(find(claims, 210_000)).toBeUndefined();
  });
});

describe('where, when and whose', () => {
  it('a program of one town is not that of the next', () => {
    const claims = read('霍邱县河口镇建成“平安驿站”3处。周集镇投资68万元改造综治中心。');
    expect(find(claims, 680_000)).toMatchObject({ program: null, place: { name: '六安市霍邱县周集镇' } });
  });

  it('works named by a label stand where their body does', () => {
    const claims = read('（二）河口镇派出所业务用房项目。总投资760万元，其中县级配套160万元。');
    expect(find(claims, 7_600_000)?.place?.name).toBe('六安市霍邱县河口镇');
  });

  it('a base year, and a year of accounts', () => {
    const { claims } = readPage(
      '霍邱县公安局2018年度部门决算说明',
      '巡防队由去年的36人扩到78人。全年利用视频监控破案153起。',
    );
    expect(claims.map((c) => [c.count, c.year])).toEqual([
      [78, 2018],
      [153, 2018],
    ]);
  });

  it('a report given early in a year, of the year before and of the one to come', () => {
    const page =
      '霍邱县政府工作报告（摘登）\n（2010年2月3日）\n\n　　过去的一年，我们发展与稳定两手抓。安装摄像机156台。\n　　今后一年，我们将办好平安实事。建设警务室5间。\n';
    const bytes = Buffer.from(page);
    const { record } = readSource({ uri: 'report.txt', mediaType: 'text/plain', bytes, sha256: 'report' });
    expect(record.claims.map((c) => [c.count, c.year, c.stage])).toEqual([
      [156, 2009, 'done'],
      [5, 2010, 'planned'],
    ]);
  });

  it('a label in brackets is what follows it is about, and 镇里 is of a town that a street has become', () => {
    const { claims } = readPage(
      '贾汪区见闻',
      '【江庄镇】地处交界，靠“联”。安装探头20个。',
      '【大吴镇】人多，靠“专”。镇里建起一支46人的巡防队。',
    );
    expect(claims.map((c) => [c.count, c.place?.name])).toEqual([
      [20, '徐州市贾汪区江庄镇'],
      [46, '徐州市贾汪区大吴街道'],
    ]);
  });

  it('what stands behind a label of plans is planned', () => {
    const claims = read('明年工作打算：一是投资150万元改造指挥中心；二是安装监控探头16个。');
    expect(claims.map((c) => c.stage)).toEqual(['planned', 'planned']);
  });

  it('firms that pay, and a treasury before a semicolon, do not lend the county’s name', () => {
    const [money] = read('霍邱县河口镇政府新建岗亭2座，镇上的板材企业联合出资24万元，雇了40名护厂队员。').filter(
      (c) => c.kind === 'FUNDED',
    );
    expect(money).toMatchObject({ agency: null });
    const claims = read('霍邱县财政局安排150万元增设探头80个；年内建成派出所3个。');
    expect(find(claims, 3)).toMatchObject({ agency: null });
  });

  it('a counted description is no program, and a mediation committee is a body', () => {
    const record = readPage('霍邱县见闻', '霍邱县交通事故纠纷调解委员会成立。全县联网视频监控5620路。');
    expect(record.agencies.map((a) => a.name)).toContain('六安市霍邱县交通事故纠纷调解委员会');
    expect(record.claims.find((c) => c.count === 5620)).toMatchObject({ asset: 'camera', program: null });
  });
});
