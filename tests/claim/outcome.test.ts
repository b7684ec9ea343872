import { describe, expect, it } from 'vitest';
import { claimsOf } from './page.ts';

const outcomesOf = (title: string, paragraph: string) => claimsOf(title, paragraph).filter((c) => c.kind === 'OUTCOME');

describe('results tied to a program or equipment', () => {
  it('ties by a word such as 利用, along the sentence', () => {
    const claims = outcomesOf('安丘市破案', '安丘市利用天网工程破获案件420起，抓获嫌疑人310名。');
    expect(claims.map((c) => [c.count, c.unit, c.program])).toEqual([
      [420, '起', '天网工程'],
      [310, '名', '天网工程'],
    ]);
  });

  it('names the equipment or facility where no program is named, and keeps two results of one figure apart', () => {
    const claims = outcomesOf(
      '安丘市治安',
      '安丘市民警利用监控探头抓获嫌疑人12名。民警利用监控探头找回走失老人12名。安丘市2个检查站查验车辆4.1万台次。',
    );
    expect(claims.map((c) => [c.count, c.unit, c.asset, c.program, c.assetText])).toEqual([
      [12, '名', 'camera', null, '安丘市民警利用监控探头抓获嫌疑人'],
      [12, '名', 'camera', null, '民警利用监控探头找回走失老人'],
      [41_000, '台次', 'checkpoint', null, '检查站查验车辆'],
    ]);
  });

  it('ties a fall to what was done before it', () => {
    expect(outcomesOf('仙居县治安', '仙居县实施雪亮工程以来，可防性案件下降35.6%。')).toMatchObject([
      { count: 35.6, unit: '%', program: '雪亮工程', assetText: '可防性案件下降' },
    ]);
  });

  it('takes the rate of a program itself', () => {
    expect(outcomesOf('庐江县治安', '庐江县雪亮工程覆盖率达到98%。')).toMatchObject([{ count: 98, unit: '%' }]);
  });

  it('takes what a campaign brought in', () => {
    expect(outcomesOf('金昌市治安', '金昌市开展“利剑护民”专项行动，破获案件310起。')).toMatchObject([
      { count: 310, program: '利剑护民专项行动', place: { code: '620300' } },
    ]);
  });

  it('ties to equipment without a name', () => {
    const claims = outcomesOf('射阳县治安', '射阳县公安局通过视频监控系统抓获逃犯27名，挽回损失150万元。');
    expect(claims.map((c) => c.count ?? c.amountCny)).toEqual([27, 1_500_000]);
    expect(claims[0]).toMatchObject({ program: null, agency: '盐城市射阳县公安局' });
  });

  it.each([
    ['响水县依托综治平台化解纠纷560余起。', 'over', 560, 570],
    ['响水县通过天网工程侦破盗窃案近100起。', 'nearly', 90, 100],
  ])('keeps how exact it is: %s', (sentence, approx, countMin, countMax) => {
    expect(outcomesOf('响水县治安', sentence)).toMatchObject([{ approx, countMin, countMax }]);
  });

  it('ties to a model of policing in force', () => {
    expect(outcomesOf('密山市治安', '密山市“一村一警”推行一年来，化解矛盾纠纷1300件。')).toMatchObject([
      { count: 1300, program: '一村一警' },
    ]);
  });

  it.each(['永济市今年刑事案件下降12%。', '永济市公安局破获案件800起。', '永济市公安局民警抓获嫌疑人2名。'])(
    'leaves a tally that nothing ties: %s',
    (sentence) => {
      expect(outcomesOf('永济市一周', sentence)).toEqual([]);
    },
  );
});
