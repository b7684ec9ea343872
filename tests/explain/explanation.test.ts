import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { explain } from '../../src/explain/explanation.ts';
import { read } from '../../src/extract.ts';
import { readSources } from '../../src/source/read.ts';
import { readingOf } from '../claim/page.ts';

const explained = (...paragraphs: readonly string[]) => explain(readingOf('利津县治安防控见闻', ...paragraphs));
const reasons = (sentence: string) => explained(sentence).untaken.map((u) => u.code);

describe('figures that are not taken', () => {
  it.each([
    ['利津县破案挽回损失300万元。', 'MONEY_NOT_FUNDING'],
    ['利津县申请资金300万元用于安装探头。', 'MONEY_ESTIMATED'],
    ['利津县有一个派出所。', 'FIGURE_ARTICLE'],
    ['利津县街头巷尾，巡逻路线长达120公里。', 'FIGURE_MEASURE'],
    ['利津县去年共发生刑事案件812起。', 'FIGURE_UNTIED_RESULT'],
    ['利津县来了320名游客。', 'FIGURE_OTHER_PEOPLE'],
    ['利津县雪亮工程第二期开工。', 'FIGURE_LABEL'],
    ['利津县每个村5个探头。', 'FIGURE_BASE'],
    ['利津县种了900棵树。', 'FIGURE_UNEXPLAINED'],
  ])('%s', (sentence, code) => {
    expect(reasons(sentence)).toEqual([code]);
  });

  it('names a figure of the title, and one that is told again', () => {
    const page = explain(
      readingOf('利津县添探头460个', '利津县新建视频监控探头460个。', '据了解，这460个探头已投入使用。'),
    );
    expect(page.untaken.map((u) => u.code)).toEqual(['FIGURE_IN_HEADING', 'FIGURE_RETOLD']);
  });

  it('are, with the claims, all the figures that there are', async () => {
    for await (const source of readSources(['demo/articles'])) {
      if (source instanceof Error) throw source;
      const reading = read(source);
      const { record, untaken } = explain(reading);
      const { money, quantities } = reading.mentions;
      const figures = money.length + quantities.filter((q) => !q.label).length;
      const starts = new Set(record.claims.flatMap((c) => (c.evidence.figure ? [c.evidence.figure.start] : [])));
      expect(starts.size + untaken.filter((u) => u.code !== 'FIGURE_LABEL').length).toBe(figures);
    }
    expect(readdirSync('demo/articles').length).toBeGreaterThan(10);
  });
});

describe('an explanation', () => {
  it('gives what each name means, and the candidates of one left open', () => {
    const { mentions } = explained('利津县公安局说，城关镇、鼓楼区都来学过。');
    expect(mentions.find((m) => m.type === 'agency')).toMatchObject({
      words: '利津县公安局',
      meaning: '东营市利津县公安局',
    });
    const open = mentions.find((m) => m.words === '鼓楼区');
    expect(open?.meaning).toBeNull();
    expect(open?.candidates?.map((c) => c.name)).toEqual(expect.arrayContaining(['南京市鼓楼区', '福州市鼓楼区']));
  });

  it('holds nobody’s name, and keeps every offset', () => {
    const reading = readingOf(
      '利津县治安防控见闻',
      '利津县公安局局长李建国说，新建探头460个。李建国还说，辅警有120名。',
    );
    const explanation = explain(reading);
    expect(JSON.stringify(explanation)).not.toContain('李建国');
    for (const { start, end, words } of explanation.paragraphs) {
      expect(words).toHaveLength(end - start);
      const stated = reading.article.text.slice(start, end);
      for (let i = 0; i < words.length; i++) if (words[i] !== '█') expect(words[i]).toBe(stated[i]);
    }
    expect(explanation.paragraphs.at(-1)?.words).toContain('███说');
  });

  it('counts what it leaves out', () => {
    const reading = readingOf('利津县治安防控见闻', '利津县新建探头460个。');
    const shown = explain(reading).paragraphs.reduce((sum, p) => sum + p.words.length, 0);
    expect(explain(reading).omitted).toBe(reading.article.text.length - shown);
  });
});
