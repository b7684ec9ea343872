import { describe, expect, test } from 'vitest';
import { article, bodyOf } from './source.ts';

const BODY =
  '全县去年投入八百万元，在各乡镇的主要路口装上了六百个摄像头。\n下一步还要把村里的探头接进平台，做到随时能看。';
const record = (fields: Record<string, unknown>) => article(JSON.stringify(fields), 'application/json');

describe('records', () => {
  test('the fields tell everything, the text is the body as it is', () => {
    const a = record({
      title: '青禾县平安建设',
      date: '2017-03-02',
      outlet: '云岭日报',
      url: 'http://x.example/1',
      text: BODY,
    });
    expect(a).toMatchObject({
      title: '青禾县平安建设',
      titleSpan: null,
      publishedOn: '2017-03-02',
      publishedYear: 2017,
      outlet: '云岭日报',
      url: 'http://x.example/1',
      text: BODY,
    });
    expect(bodyOf(a)).toEqual(BODY.split('\n'));
  });

  test('Chinese and other usual names of fields', () => {
    expect(
      record({
        标题: '青禾县平安建设',
        发布时间: '2017年3月2日 10:00',
        来源: '云岭日报',
        链接: 'http://x.example/1',
        正文: BODY,
      }),
    ).toMatchObject({
      title: '青禾县平安建设',
      publishedOn: '2017-03-02',
      outlet: '云岭日报',
      url: 'http://x.example/1',
    });
    expect(record({ Headline: '青禾县平安建设', Publish_Date: 1488470400, content: BODY })).toMatchObject({
      title: '青禾县平安建设',
      publishedOn: '2017-03-03',
    });
    expect(record({ body: BODY, date: '20170302' }).publishedOn).toBe('2017-03-02');
    expect(record({ body: BODY, date: '2017' })).toMatchObject({ publishedOn: null, publishedYear: 2017 });
  });

  test('what the fields do not say, the text may', () => {
    const a = record({
      content: `青禾县群众出门更放心\n2015-06-07 来源：云岭网\n${BODY}\n相关新闻\n邻县花了两千万元。`,
    });
    expect(a).toMatchObject({ title: '青禾县群众出门更放心', publishedOn: '2015-06-07', outlet: '云岭网' });
    expect(bodyOf(a)).toEqual(BODY.split('\n'));
  });

  test('a first heading is not taken for the title that a field names', () => {
    const a = record({ title: '青禾县平安建设纪实', text: `装上“眼睛”\n${BODY}` });
    expect(a.titleSpan).toBeNull();
    expect(bodyOf(a)[0]).toBe('装上“眼睛”');
  });

  test('one sentence is an article', () => {
    expect(bodyOf(record({ text: '全县投资五百万元建设天网工程' }))).toEqual(['全县投资五百万元建设天网工程']);
    expect(bodyOf(record({ title: '青禾县平安建设', text: '村里装了探头。' }))).toEqual(['村里装了探头。']);
  });

  test('a body of markup is read as the page that it is', () => {
    const content = `<p>全县去年投入八百万元，装上了六百个摄像头。</p><p>下一步要接进平台。</p>`;
    const a = record({ title: '青禾县平安建设', content });
    expect(bodyOf(a)).toEqual(['全县去年投入八百万元，装上了六百个摄像头。', '下一步要接进平台。']);
    expect(a.sourceOffsets?.[0]).toBe(3);
  });

  test('a record without a body, and what is no record', () => {
    expect(() => record({ title: '青禾县' })).toThrow(expect.objectContaining({ code: 'RECORD_MALFORMED' }));
    expect(() => record({ text: 7 })).toThrow(expect.objectContaining({ code: 'RECORD_MALFORMED' }));
    expect(() => article('[1]', 'application/json')).toThrow(expect.objectContaining({ code: 'RECORD_MALFORMED' }));
    expect(() => article('{"text":', 'application/json')).toThrow(
      expect.objectContaining({ code: 'RECORD_MALFORMED' }),
    );
  });
});
