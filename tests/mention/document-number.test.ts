import { describe, expect, it } from 'vitest';
import { extract } from '../../src/extract.ts';
import { buildGraph } from '../../src/graph/build.ts';
import { findDocumentNumbers } from '../../src/mention/document-number.ts';
import { sourceOf } from '../../src/source/record.ts';
import { readPage } from '../claim/page.ts';

const numbers = (chars: string) => findDocumentNumbers(chars).map((mention) => mention.number);

describe('document numbers', () => {
  it.each([
    ['国办发〔2016〕12号', '国办发〔2016〕12号'],
    ['《关于加强公共安全视频监控建设的意见》（发改高技〔2015〕996号）', '发改高技〔2015〕996号'],
    ['鲁政办发[2015]3号文件要求', '鲁政办发〔2015〕3号'],
    ['公通字（2012）45号', '公通字〔2012〕45号'],
    ['公通字(2012)45号', '公通字〔2012〕45号'],
    ['皖政秘【2018】7号', '皖政秘〔2018〕7号'],
    ['皖综治办〔２０１７〕２３号', '皖综治办〔2017〕23号'],
    ['沂综治发［2008］31号', '沂综治发〔2008〕31号'],
    ['富政法呈〔2014〕 31 号', '富政法呈〔2014〕31号'],
    ['垫公函﹝2023﹞036号', '垫公函〔2023〕36号'],
    ['耒公通 〔2010〕第17号', '耒公通〔2010〕17号'],
    ['新综治〔2017〕2号', '新综治〔2017〕2号'],
    ['桐公财[2019]3号', '桐公财〔2019〕3号'],
    ['松平安办通[2019]17号', '松平安办通〔2019〕17号'],
    ['闽政文〔2016〕88号', '闽政文〔2016〕88号'],
    ['和政发〔2016〕5号', '和政发〔2016〕5号'],
    ['国发〔1999〕1号', '国发〔1999〕1号'],
  ])('%s is one', (surface, number) => {
    expect(numbers(surface)).toEqual([number]);
  });

  it.each([
    ['根据国办发〔2016〕12号', '国办发〔2016〕12号'],
    ['按照市综治委沂综治发[2008]31号文件', '沂综治发〔2008〕31号'],
    ['东营市公安局东公通〔2016〕12号', '东公通〔2016〕12号'],
    ['市政府办公室印发东政办发〔2016〕12号', '东政办发〔2016〕12号'],
    ['东营市政办发〔2016〕12号', '东营市政办发〔2016〕12号'],
    ['工信部联科〔2016〕12号', '工信部联科〔2016〕12号'],
  ])('%s: the words before it are no part of %s', (surface, number) => {
    expect(numbers(surface)).toEqual([number]);
  });

  it('stand one after the other', () => {
    expect(numbers('落实国办发〔2016〕12号和鲁政发〔2017〕3号、东政发〔2017〕8号')).toEqual([
      '国办发〔2016〕12号',
      '鲁政发〔2017〕3号',
      '东政发〔2017〕8号',
    ]);
  });

  it.each([
    ['（2016）鲁05刑初12号'],
    ['(2019)最高法民终347号'],
    ['鲁刑初字（2006）第12号'],
    ['东公刑立字〔2016〕1025号'],
    ['东公（治）行罚决字〔2018〕10123号'],
    ['鲁E12345号牌'],
    ['GB/T 28181-2016'],
    ['GA/T 669（2008）1号'],
    ['合同编号〔2016〕12号'],
    ['东政采公〔2016〕12号'],
    ['项目招标〔2016〕12号'],
    ['沪网文（2013）0480号'],
    ['京网文[2016]1234-567号'],
    ['粤ICP备12345678号'],
    ['东营年鉴（2016）'],
    ['雪亮工程（2016）12号楼'],
    ['会议于（2016）12号召开'],
    ['劳动仲裁〔2016〕8号'],
    ['京安许可字〔2016〕8号'],
    ['鲁政办发〔2016〕XX号'],
    ['鲁政办发〔216〕12号'],
    ['胜利街道〔2016年〕12号'],
  ])('%s is none', (surface) => {
    expect(numbers(surface)).toEqual([]);
  });

  it('are found in long texts in time that grows with their length', () => {
    const began = performance.now();
    expect(numbers('发〔2016〕'.repeat(40_000))).toEqual([]);
    expect(numbers('国办发'.repeat(100_000))).toEqual([]);
    expect(performance.now() - began).toBeLessThan(2000);
  });
});

describe('documents of an article', () => {
  it('stand in the record with the words that they are, in either script and in the head of the page', () => {
    const { article, text } = readPage(
      '枞阳县推进雪亮工程',
      '枞阳县按照國辦發〔2016〕12號文件投资1500万元，安装摄像机2000个。',
    );
    expect(article.documents?.map(({ number }) => number)).toEqual(['国办发〔2016〕12号']);
    const [found] = article.documents ?? [];
    expect(text.slice(found?.start, found?.end)).toBe('國辦發〔2016〕12號');
  });

  it('are a sorted property of its node; the number in its head is one of them', () => {
    const page =
      '枞阳县综治委文件\n枞综治〔2017〕２号\n\n枞阳县雪亮工程实施方案\n2017年1月12日\n\n' +
      '　　根据中综办〔2016〕40号和皖综治〔2016〕9号文件，枞阳县投资1500万元，安装摄像机2000个。\n' +
      '　　各乡镇按照中综办〔2016〕40号要求，实现全覆盖、全联网。\n';
    const record = extract(sourceOf('page.txt', 'text/plain', Buffer.from(page)));
    expect(record.article.documents?.map(({ number, start, end }) => [number, page.slice(start, end)])).toEqual([
      ['枞综治〔2017〕2号', '枞综治〔2017〕２号'],
      ['中综办〔2016〕40号', '中综办〔2016〕40号'],
      ['皖综治〔2016〕9号', '皖综治〔2016〕9号'],
      ['中综办〔2016〕40号', '中综办〔2016〕40号'],
    ]);
    const [node] = buildGraph(record, () => []).nodes.filter(({ label }) => label === 'Article');
    const numbers = ['中综办〔2016〕40号', '枞综治〔2017〕2号', '皖综治〔2016〕9号'];
    expect(node?.properties.documentNumbers).toEqual(numbers.sort());
    expect(node?.properties).not.toHaveProperty('documents');
  });
});
