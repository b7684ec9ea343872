import { describe, expect, it } from 'vitest';
import { claimsOf, readPage } from './page.ts';

const fundedOf = (title: string, paragraph: string) => claimsOf(title, paragraph).filter((c) => c.kind === 'FUNDED');
const rejected = (title: string, paragraph: string) => readPage(title, paragraph).issues.map((i) => i.code);

describe('money that was spent', () => {
  it('is a sum in yuan with its place and program', () => {
    const [claim] = fundedOf('仁寿县投资天网工程', '仁寿县投资1.26亿元建设天网工程，安装摄像机5300个。');
    expect(claim).toMatchObject({
      amountCny: 126_000_000,
      approx: 'exact',
      asset: 'camera',
      stage: 'done',
      program: '天网工程',
      place: { code: '511421' },
      year: 2019,
      quote: '仁寿县投资1.26亿元建设天网工程，安装摄像机5300个',
    });
  });

  it.each([
    ['怀宁县财政安排资金近800万元，用于视频监控建设。', 'nearly', 7_200_000, 8_000_000],
    ['怀宁县投入500余万元购置巡逻车30辆。', 'over', 5_000_000, 6_000_000],
    ['怀宁县投入约200万元改造监控。', 'about', 1_800_000, 2_200_000],
    ['怀宁县投入不超过300万元，为社区安装技防设施。', 'up_to', 0, 3_000_000],
    ['怀宁县投资四百八十万元安装监控探头。', 'exact', 4_800_000, 4_800_000],
  ])('keeps how exact it is: %s', (sentence, approx, amountMin, amountMax) => {
    expect(fundedOf('怀宁县技防建设', sentence)).toMatchObject([{ approx, amountMin, amountMax }]);
  });

  it('pays for what it bought', () => {
    const claims = claimsOf('广饶县技防建设', '广饶县投入500余万元购置巡逻车30辆。');
    const [money, cars] = claims;
    expect(claims.map((c) => c.kind)).toEqual(['FUNDED', 'DEPLOYED']);
    expect(money?.paysFor).toBe(cars?.id);
    expect(money?.event).toBe(cars?.event);
  });

  it('does not pay for things of another sentence', () => {
    const [money] = claimsOf('庐江县技防建设', '庐江县投入300万元。庐江县安装摄像机400个。');
    expect(money?.paysFor).toBeUndefined();
  });

  it('names the body that paid', () => {
    expect(fundedOf('金寨县技防建设', '县财政局拨付资金120万元。')).toMatchObject([
      { agency: '六安市金寨县财政局', amountCny: 1_200_000 },
    ]);
  });

  it('is planned when it is to be spent', () => {
    expect(fundedOf('宿松县技防建设', '宿松县计划投资3600万元建设视频监控平台。')).toMatchObject([
      { stage: 'planned', asset: 'platform', assetText: '视频监控平台' },
    ]);
  });

  it('belongs to the year that its clause names', () => {
    const claims = fundedOf('定边县技防建设', '定边县2017年投入1100万元，2018年投入1500万元，建设治安卡口。');
    expect(claims.map((c) => [c.year, c.amountCny])).toEqual([
      [2017, 11_000_000],
      [2018, 15_000_000],
    ]);
  });

  it('links the parts of a total to it', () => {
    const sentence = '鄱阳县雪亮工程总投资6800万元，其中县财政出资5000万元，乡镇配套1800万元。';
    const [total, ...parts] = fundedOf('鄱阳县雪亮工程', sentence);
    expect(total?.partOf).toBeUndefined();
    expect(parts.map((c) => [c.amountCny, c.scope, c.partOf])).toEqual([
      [50_000_000, 'of_which', total?.id],
      [18_000_000, 'of_which', total?.id],
    ]);
  });
});

describe('money that is no funding is an issue', () => {
  it.each([
    ['瑞昌市公安局破获一起诈骗案，涉案金额260万元。', 'MONEY_NOT_FUNDING'],
    ['瑞昌市去年道路建设投资9000万元。', 'MONEY_NOT_FUNDING'],
    ['瑞昌市公安局申请专项资金400万元用于安装监控。', 'MONEY_ESTIMATED'],
    ['瑞昌市代表建议投入500万元改造监控。', 'MONEY_ESTIMATED'],
    ['瑞昌市投入200万元改造监控，平均每个探头3000元。', 'MONEY_UNIT_PRICE'],
  ])('%s %s', (sentence, code) => {
    expect(rejected('瑞昌市技防建设', sentence)).toContain(code);
  });

  it('shows where the sum stands', () => {
    const { issues, text } = readPage('瑞昌市破获诈骗案', '瑞昌市公安局破获诈骗案，涉案金额260万元。');
    expect(issues.map((i) => text.slice(i.start, i.end))).toEqual(['260万元']);
  });

  it('is a result when it was saved', () => {
    const claims = claimsOf('泰兴市追赃', '泰兴市公安局利用视频监控系统，为群众挽回损失430万元。');
    expect(claims).toMatchObject([{ kind: 'OUTCOME', amountCny: 4_300_000 }]);
  });
});
