import { describe, expect, it } from 'vitest';
import { readPage } from './page.ts';

const read = (...paragraphs: readonly string[]) => readPage('平远县治安防控见闻', ...paragraphs).claims;

/** The last parts of the names of the places that have a figure, in order. */
const placesOf = (text: string, value: number): string[] =>
  read(text)
    .filter((c) => (c.amountCny ?? c.count) === value && c.kind !== 'OPERATES')
    .map((c) => c.place?.name.replace(/^.*平远县(?=.)/u, '') ?? '');

describe('a figure that each of several named places has', () => {
  it.each([
    ['平远县公安局在东石镇、长田镇各设治安卡口2处。', 2, ['东石镇', '长田镇']],
    ['平远县为八尺、差干两镇各配备巡逻车3辆。', 3, ['八尺镇', '差干镇']],
    ['平远县公安局为东石镇、长田镇派出所各配巡逻车3辆。', 3, ['东石镇', '长田镇']],
    ['平远县在东石镇、长田镇各建警务室2个，各派驻民警4名。', 4, ['东石镇', '长田镇']],
    ['平远县在东石镇、长田镇各建警务室2个，配备摩托车各3辆。', 3, ['东石镇', '长田镇']],
    ['平远县长田镇出资15万元、上举镇出资12万元，两镇各聘请巡防队员10名。', 10, ['长田镇', '上举镇']],
    ['平远县东石镇、长田镇各建劝导站2个，配劝导员6名。', 6, ['东石镇', '长田镇']],
    ['平远县的做法将在东石镇、长田镇推开，年内两镇将各招录巡防队员30名。', 30, ['东石镇', '长田镇']],
    ['平远县上举镇组建巡逻队22支；东石镇、长田镇各组建15支。', 15, ['东石镇', '长田镇']],
    ['平远县东石镇、长田镇各成立一支护林队。', 1, ['东石镇', '长田镇']],
  ])('is a claim of each: %s', (text, value, places) => {
    expect(placesOf(text, value)).toEqual(places);
  });

  it.each([
    ['平远县为12个镇各配备巡逻车2辆。', 2, 1],
    ['平远县东石镇、长田镇等6个镇各建警务室2个。', 2, 1],
    ['平远县东石镇、长田镇各装探头12个、15个。', 12, 1],
    ['平远县东石镇、长田镇共设治安卡口2处。', 2, 1],
    ['平远县东石镇、长田镇各有一支护林队。', 1, 0],
    ['平远县东石镇、长田镇各建劝导站2个；招聘辅警90名。', 90, 1],
  ])(
    'stays one where they are only counted, not all named, have one each in their order, or share it: %s',
    (text, value, claims) => {
      expect(placesOf(text, value)).toHaveLength(claims);
    },
  );
});

describe('where and what, behind places', () => {
  it.each([
    ['平远县3艘巡逻艇配给石正派出所，新购的2艘配给八尺派出所。', 2, '八尺镇'],
    ['石正镇综治中心正在改造，县财政局已拨付改造经费46万元。', 460_000, '石正镇'],
  ])('%s', (text, value, place) => {
    expect(placesOf(text, value)).toEqual([place]);
  });

  it('is of the county again after towns were told of one by one', () => {
    const text = '石正镇自筹38万元建成探头92个，八尺镇自筹45万元建成探头104个。推行“一村一警”，选派民警126名。';
    expect(placesOf(text, 126)).toEqual(['梅州市平远县']);
  });

  it('is the thing that the words before handed out, or the last number of a list names', () => {
    const given = read('平远县石正镇、八尺镇免费发放门磁报警器，石正镇300个，八尺镇420个。');
    expect(given.filter((c) => c.count === 420).map((c) => c.asset)).toEqual(['alarm']);
    const listed = read('平远县石正、八尺、差干三镇分别装了23个、18个和20个摄像头。');
    expect(listed.filter((c) => c.count === 23).map((c) => c.asset)).toEqual(['camera']);
  });
});

describe('what is neither money spent nor a thing put up', () => {
  it('is no result as long as it is to be reached', () => {
    const text = '平远县实施“雪亮工程”，设备在线率不低于95%，辅警流失率控制在6%以内，重点部位覆盖率达到98%。';
    const rates = read(text).flatMap((c) => (c.kind === 'OUTCOME' ? [c.count] : []));
    expect(rates).toEqual([98]);
  });

  it('is money for everything where things of one kind are counted', () => {
    const [money] = read('平远县安装探头80个。', '平远县全年平安建设资金合计1174万元。').filter(
      (c) => c.kind === 'FUNDED',
    );
    expect(money?.asset).not.toBe('camera');
  });

  it.each([
    '平远县公安局采购项目中标价468万元，比控制价省31万元。',
    '平远县对前三名的镇各奖励3万元。',
    '平远县全年一般预算支出控制在8亿元以内。',
    '平远县公安局要求投标人注册资金不低于500万元。',
    '平远县应到位的配套资金20万元至今没有到位。',
    '关于由平远县财政每年安排500万元运维经费的意见。',
    '您建议由平远县财政安排专项资金600万元。',
    '平远县公安局公务接待费预算3万元。',
  ])('is no funding: %s', (text) => {
    const other = read(text).filter((c) => c.kind === 'FUNDED' && c.amountCny !== 4_680_000);
    expect(other).toEqual([]);
  });

  it.each([
    '平远县悬挂横幅60条。',
    '平远县是交通要道，日均过境车辆上万台。',
    '平远县东石镇2个点位因线路改造尚未通电。',
    '平远县石正镇有2件纠纷引导走司法程序。',
    '平远县14个派出所全部配齐了警务通。',
    '恳请平远县支持巡逻摩托车6辆。',
  ])('is no deployment: %s', (text) => {
    expect(read(text).filter((c) => c.kind === 'DEPLOYED' && c.count !== null)).toEqual([]);
  });
});

describe('what is to come', () => {
  const stageOf = (value: number, ...paragraphs: readonly string[]) =>
    read(...paragraphs).find((c) => (c.amountCny ?? c.count) === value)?.stage;

  it.each([
    ['a report that turns to the year ahead', '2019年，我们将重点抓好以下工作：', '安排150万元建设县综治中心。'],
    ['tasks', '目标任务：', '安排150万元建设县综治中心。'],
    ['a label in brackets', '平远县治安平稳。', '【下月工作】安排150万元建设县综治中心。'],
  ])('under %s', (_, first, second) => {
    expect(stageOf(1_500_000, first, second)).toBe('planned');
  });

  it('where works are to begin, and not where their site was chosen', () => {
    expect(stageOf(6_200_000, '平远县监控二期工程预算620万元，计划明年动工。')).toBe('planned');
    expect(stageOf(2, '平远县计划在东石镇建警务室2间，目前已完成选址。')).toBe('planned');
  });
});
