import { describe, expect, it } from 'vitest';
import { claimsOf, readPage } from './page.ts';

const operatesOf = (title: string, paragraph: string) =>
  claimsOf(title, paragraph).filter((c) => c.kind === 'OPERATES');

describe('a body or place runs a named program', () => {
  it.each([
    ['隆昌市公安局启动雪亮工程。', '雪亮工程', '内江市隆昌市公安局'],
    ['隆昌市委政法委深入开展“平安隆昌”创建活动。', '平安隆昌创建活动', '中共内江市隆昌市委政法委员会'],
    ['隆昌市公安局部署开展“春雷行动”。', '春雷行动', '内江市隆昌市公安局'],
    ['隆昌市公安局“平安隆昌”智慧平台上线运行。', '平安隆昌', '内江市隆昌市公安局'],
  ])('%s', (sentence, program, agency) => {
    expect(operatesOf('隆昌市动态', sentence)).toMatchObject([{ program, agency, count: null, amountCny: null }]);
  });

  it.each([
    ['盘州市推行“一村一警”工作机制。', '一村一警'],
    ['盘州市打造“十户联防”品牌。', '十户联防'],
    ['盘州市推行网格化管理。', '网格化管理'],
  ])('is by the place where no body is named: %s', (sentence, program) => {
    expect(operatesOf('盘州市动态', sentence)).toMatchObject([
      { program, agency: null, actors: [{ type: 'place', ref: '520281' }], place: { code: '520281' } },
    ]);
  });

  it('shows the words of program and actor', () => {
    const { claims, text } = readPage('盘州市动态', '盘州市推行“一村一警”工作机制。');
    const { program, actor } = claims[0]?.evidence ?? {};
    expect(text.slice(program?.start, program?.end)).toContain('一村一警');
    expect(text.slice(actor?.start, actor?.end)).toBe('盘州市');
  });

  it('is said once for an actor and a program', () => {
    const sentence = '阳信县公安局部署开展“春雷行动”。春雷行动启动后，各派出所加强巡逻。';
    expect(operatesOf('阳信县动态', sentence)).toHaveLength(1);
  });

  it('is not said where a figure ties the two', () => {
    expect(operatesOf('滦平县动态', '滦平县推进雪亮工程，安装摄像机900个。')).toEqual([]);
  });

  it.each(['德清县居民称赞雪亮工程。', '德清县学习外地天网工程的经验。', '德清县公安局召开会议，民警谈到雪亮工程。'])(
    'is not said by naming it: %s',
    (sentence) => {
      expect(operatesOf('德清县动态', sentence)).toEqual([]);
    },
  );
});
