import { describe, expect, it } from 'vitest';
import { readPage } from '../claim/page.ts';

const programsOf = (title: string, ...paragraphs: string[]) =>
  readPage(title, ...paragraphs).programs.map((p) => [p.name, p.category, p.discovered]);

describe('named programs', () => {
  it.each([
    ['扬州市公安局实施天网工程。', '天网工程', 'video_surveillance', false],
    ['扬州市建设“雪亮工程”。', '雪亮工程', 'video_surveillance', false],
    ['扬州市推行一村一警。', '一村一警', 'policing_model', false],
    ['扬州市推进平安建设。', '平安建设', 'campaign', false],
    ['扬州市推行网格化管理。', '网格化管理', 'grid', false],
    ['扬州市启动“小天网”工程。', '小天网工程', 'video_surveillance', true],
    ['扬州市开展“利剑护民”专项行动。', '利剑护民专项行动', 'campaign', true],
    ['扬州市深入推进“平安扬州”建设。', '平安扬州', 'campaign', true],
    ['扬州市推行“1+3+X”网格化管理模式。', '1+3+X', 'policing_model', true],
    ['扬州市实施“智慧社区”项目。', '智慧社区', 'community', true],
  ])('%s', (sentence, name, category, discovered) => {
    expect(programsOf('扬州市动态', sentence)).toContainEqual([name, category, discovered]);
  });

  it('is one, with or without quotation marks and head', () => {
    const { programs } = readPage('扬州市动态', '扬州市建设“雪亮工程”。', '雪亮工程安装摄像机500个。');
    expect(programs).toMatchObject([{ name: '雪亮工程', nameEn: expect.any(String) }]);
  });

  it('is keyed by its place when it is local', () => {
    const [here] = readPage('扬州市动态', '扬州市启动“春雷行动”。').programs;
    const [there] = readPage('柳州市动态', '柳州市启动“春雷行动”。').programs;
    expect(here?.name).toBe(there?.name);
    expect(here?.id).not.toBe(there?.id);
  });

  it('is one everywhere when it is national', () => {
    const [here] = readPage('扬州市动态', '扬州市实施天网工程。').programs;
    const [there] = readPage('柳州市动态', '柳州市实施天网工程。').programs;
    expect(here?.id).toBe(there?.id);
  });

  it('keeps 平安建设 and 平安扬州 apart', () => {
    const names = programsOf('扬州市动态', '扬州市推进平安建设，深化“平安扬州”建设。').map(([name]) => name);
    expect(names).toEqual(expect.arrayContaining(['平安建设', '平安扬州']));
  });

  it.each(['扬州市建设视频监控系统，民警说这是千里眼。', '扬州市完善社会治安防控体系。', '扬州市群众说“放心多了”。'])(
    'is no description and no figure of speech: %s',
    (sentence) => {
      expect(programsOf('扬州市动态', sentence)).toEqual([]);
    },
  );
});
