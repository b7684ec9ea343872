import { describe, expect, it } from 'vitest';
import { readPage } from './page.ts';

/** What each claim with a figure says, in the order of the text: kind, figure and the name of the body that acted, without what lies above it. */
const read = (title: string, ...paragraphs: string[]) =>
  readPage(title, ...paragraphs)
    .claims.filter((c) => (c.count ?? c.amountCny) !== null)
    .map((c) =>
      [c.kind, c.count ?? c.amountCny, c.agency?.replace(/^.*(?:市|自治县)(?=.)/u, '') ?? 'nobody'].join(' '),
    );

describe('who paid and who acted', () => {
  it.each([
    [
      'another payer by kind, in the words of the sum',
      '潜山市财政局出资200万元建设技防，镇村配套80万元，驻镇企业出资40万元。',
      ['FUNDED 2000000 财政局', 'FUNDED 800000 nobody', 'FUNDED 400000 nobody'],
    ],
    [
      'another payer behind the sum',
      '潜山市财政局出资200万元建设监控系统，其余180万元由通信运营商垫付。',
      ['FUNDED 2000000 财政局', 'FUNDED 1800000 nobody'],
    ],
    [
      'a treasury that puts nothing up',
      '潜山市财政局安排专项资金200万元，在城区新增探头156个。',
      ['FUNDED 2000000 财政局', 'DEPLOYED 156 nobody'],
    ],
    [
      'a place with its share of what a body did',
      '潜山市公安局建成警务室27间，其中源潭镇15间、余井镇12间。',
      ['DEPLOYED 27 公安局', 'DEPLOYED 15 公安局', 'DEPLOYED 12 公安局'],
    ],
    [
      'another place behind a semicolon',
      '潜山市公安局新装探头120个；源潭镇沿街新装探头35个。',
      ['DEPLOYED 120 公安局', 'DEPLOYED 35 nobody'],
    ],
    ['somebody of a body who tells', '潜山市综治办负责人介绍，监控二期工程投资620万元。', ['FUNDED 6200000 nobody']],
  ])('%s', (_, sentence, expected) => {
    expect(read('潜山市技防', sentence)).toEqual(expected);
  });
});

describe('programs far from the words', () => {
  it('tie nothing that they are not made of', () => {
    const { claims } = readPage(
      '潜山市治安防控见闻',
      '潜山市2016年启动“雪亮工程”，投资800万元。“雪亮工程”让群众安心。',
      '源潭镇另有办法。该镇自筹12万元，为沿街商户安装报警器18套。',
    );
    expect(claims.map((c) => [c.amountCny ?? c.count, c.program])).toEqual([
      [8_000_000, '雪亮工程'],
      [120_000, null],
      [18, null],
    ]);
  });
});

describe('dates of one thing told beside others', () => {
  it.each([
    ['together with', '今年潜山市新装探头96个，连同2014年安装的64个，总数达160个。指挥中心设电视墙1面。'],
    ['from what it was', '潜山市治安员由上年280名增至350名。源潭镇组建联防队17支。'],
    ['what was done before', '潜山市今年新装探头165个，加上2016年前建成的88个。源潭镇聘用辅警4名。'],
  ])('%s: the year of the article', (_, words) => {
    expect(readPage('潜山市技防', words).claims.at(-1)?.year).toBe(2019);
  });
});
