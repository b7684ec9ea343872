import { describe, expect, test } from 'vitest';
import { article, bodyOf } from './source.ts';

const P1 = '全县去年投入八百万元，在各乡镇的主要路口装上了六百个摄像头，群众出门更放心。';
const P2 = '据县综治办介绍，下一步还要把村里的探头接进县里的平台，做到一键能看、随时能调。';

interface Layout {
  readonly name: string;
  readonly page: string;
  readonly title: string | null;
  readonly on: string | null;
  readonly year?: number | null;
  readonly outlet: string | null;
  readonly body: readonly string[];
  readonly url?: string;
}

const LAYOUTS: readonly Layout[] = [
  {
    name: 'government site: label lines under the title, print bar, footer',
    page: `您当前的位置：首页 > 政务动态 > 部门动态\n青禾县“天网”二期建成投用\n发布日期：2019-08-14 16:20\n信息来源：青禾县政法委\n浏览次数：87\n字号：[ 大 中 小 ]\n\n${P1}\n${P2}\n\n【打印本页】 【关闭窗口】\n主办单位：青禾县人民政府办公室\n网站标识码：1234567890`,
    title: '青禾县“天网”二期建成投用',
    on: '2019-08-14',
    outlet: '青禾县政法委',
    body: [P1, P2],
  },
  {
    name: 'the size of type above the title, the day below it, a heading next',
    page: `青禾县政务网\n首页 | 政务公开 | 县长信箱 | 走进青禾\n您现在的位置：政务公开 >> 政府工作报告\n字体：[大] [中] [小]　　[打印本页]\n\n青禾县政府工作报告（摘要）\n发布时间：2006-3-2　　来源：县政府办公室\n\n一、2005年工作回顾\n${P1}\n${P2}`,
    title: '青禾县政府工作报告（摘要）',
    on: '2006-03-02',
    outlet: '县政府办公室',
    body: ['一、2005年工作回顾', P1, P2],
  },
  {
    name: 'a title that ends as the name of a site would',
    page: `青禾信息港\n首页 -> 要闻 -> 政法\n青禾织密治安防控网\n[ 来源:青禾日报 | 更新时间:2006-8-15 ]\n${P1}\n${P2}`,
    title: '青禾织密治安防控网',
    on: '2006-08-15',
    outlet: '青禾日报',
    body: [P1, P2],
  },
  {
    name: 'labels and values on lines of their own',
    page: `青禾县“天网”二期建成投用\n来源：\n青禾日报\n时间：\n2012年3月9日\n${P1}\n${P2}\n责任编辑：某某`,
    title: '青禾县“天网”二期建成投用',
    on: '2012-03-09',
    outlet: '青禾日报',
    body: [P1, P2],
  },
  {
    name: 'meta line above the title',
    page: `2016-05-03 09:12 来源：云岭在线\n青禾县群众出门更放心\n${P1}\n${P2}`,
    title: '青禾县群众出门更放心',
    on: '2016-05-03',
    outlet: '云岭在线',
    body: [P1, P2],
  },
  {
    name: 'a dateline with the year in the address',
    page: `青禾县群众出门更放心\n原文链接：http://news.example.cn/2014-11/20/content_77.htm\n云岭日报11月19日讯（记者 某某）${P1}\n${P2}`,
    title: '青禾县群众出门更放心',
    on: '2014-11-20',
    outlet: '云岭日报',
    body: [`云岭日报11月19日讯（记者 某某）${P1}`, P2],
    url: 'http://news.example.cn/2014-11/20/content_77.htm',
  },
  {
    name: 'a dateline with only the month known',
    page: `云岭新闻网 > 综治 [2011年7月]\n青禾县群众出门更放心\n本网7月6日讯 ${P1}\n${P2}`,
    title: '青禾县群众出门更放心',
    on: '2011-07-06',
    outlet: '云岭新闻网',
    body: [`本网7月6日讯 ${P1}`, P2],
  },
  {
    name: 'Chinese numerals, signature date at the end',
    page: `关于青禾县视频监控建设情况的通报\n${P1}\n${P2}\n青禾县综治委\n二〇一三年六月十八日`,
    title: '关于青禾县视频监控建设情况的通报',
    on: '2013-06-18',
    outlet: null,
    body: [P1, P2],
  },
  {
    name: 'Traditional script, full-width, comments and spam',
    page: '當前位置：首頁 > 要聞\n青禾縣群眾出門更放心\n發布時間：2018年04月02日　來源：雲嶺日報　瀏覽：31\n\n全縣去年投入八百萬元，在各鄉鎮的主要路口裝上了攝像頭。\n下一步還要把村裡的探頭接進縣裡的平台，做到隨時能看。\n\n網友評論（3）\n說得好。\n代辦發票 加微信\n',
    title: '青禾縣群眾出門更放心',
    on: '2018-04-02',
    outlet: '雲嶺日報',
    body: [
      '全縣去年投入八百萬元，在各鄉鎮的主要路口裝上了攝像頭。',
      '下一步還要把村裡的探頭接進縣裡的平台，做到隨時能看。',
    ],
  },
  {
    name: 'half-width marks, sub-title, heading, share bar between head and body',
    page: `首页/新闻/本地\n守好家门\n——青禾县平安村居建设见闻\n2020.09.30 08:00 青禾融媒\n分享到： 微信 微博 QQ空间\n装上“眼睛”\n去年投入800万元,装了600个摄像头,覆盖各乡镇。\n接进平台\n下一步,村里的探头要接进县里的平台,随时能看。\n延伸阅读\n邻县装了三千个摄像头，花了两千万元。`,
    title: '守好家门',
    on: '2020-09-30',
    outlet: '青禾融媒',
    body: [
      '——青禾县平安村居建设见闻',
      '装上“眼睛”',
      '去年投入800万元,装了600个摄像头,覆盖各乡镇。',
      '接进平台',
      '下一步,村里的探头要接进县里的平台,随时能看。',
    ],
  },
  {
    name: 'today is shown on top, and is not the date',
    page: `今天是2024年5月1日 星期三\n首页 | 新闻 | 政务 | 服务 | 互动\n青禾县群众出门更放心\n更新时间：2017-02-03 10:00 发布时间：2017-02-01 09:00 来源：本站\n${P1}\n${P2}\n上一篇：没有了\n下一篇：关于放假的通知`,
    title: '青禾县群众出门更放心',
    on: '2017-02-01',
    outlet: null,
    body: [P1, P2],
  },
  {
    name: 'abstract that stands again in the body',
    page: `青禾县群众出门更放心\n2015/6/7 来源：云岭网\n摘要：${P1.slice(0, 30)}...\n${P1}\n${P2}\n编辑：某某`,
    title: '青禾县群众出门更放心',
    on: '2015-06-07',
    outlet: '云岭网',
    body: [P1, P2],
  },
  {
    name: 'navigation with one word per line',
    page: `首页\n新闻\n政务\n视频\n青禾县“天网”二期建成投用\n${P1}\n${P2}\n相关阅读：\n邻县花了两千万元。\n热门\n`,
    title: '青禾县“天网”二期建成投用',
    on: null,
    outlet: null,
    body: [P1, P2],
  },
  {
    name: 'related news with many sentences after a short article',
    page: `青禾县“天网”建成\n2015-06-07 来源：云岭网\n${P1}\n${P2}\n推荐阅读\n· 邻县平安建设花了两千万元。\n· 市里开了会。\n【网友留言】我们村也想装。`,
    title: '青禾县“天网”建成',
    on: '2015-06-07',
    outlet: '云岭网',
    body: [P1, P2],
  },
  {
    name: 'bullet in front of the title, by-line, source in the footer',
    page: `■ 青禾县“天网”二期建成投用\n本报记者 某某 通讯员 某某\n${P1}\n${P2}\n（来源：云岭晚报）\n发布时间：2010-01-05`,
    title: '青禾县“天网”二期建成投用',
    on: '2010-01-05',
    outlet: '云岭晚报',
    body: [P1, P2],
  },
  {
    name: 'copyright line names the site',
    page: `青禾县“天网”二期建成投用\n${P1}\n${P2}\n凡本网注明“来源：云岭长安网”的作品，转载须注明。\n版权所有：云岭长安网 滇ICP备12345678号`,
    title: '青禾县“天网”二期建成投用',
    on: null,
    outlet: '云岭长安网',
    body: [P1, P2],
  },
  {
    name: 'no head at all',
    page: `${P1}\n${P2}`,
    title: null,
    on: null,
    outlet: null,
    body: [P1, P2],
  },
  {
    name: 'only a year, said as the present',
    page: `青禾县平安建设\n今年（2009年）以来，全县投入八百万元，装了六百个摄像头。\n${P2}`,
    title: '青禾县平安建设',
    on: null,
    year: 2009,
    outlet: null,
    body: ['今年（2009年）以来，全县投入八百万元，装了六百个摄像头。', P2],
  },
  {
    name: 'paragraphs told apart by ideographic blanks only',
    page: `青禾县群众出门更放心\n2015-06-07 云岭网\n　　${P1}　　${P2}`,
    title: '青禾县群众出门更放心',
    on: '2015-06-07',
    outlet: '云岭网',
    body: [P1, P2],
  },
  {
    name: 'an inner line that begins like furniture is running text',
    page: `青禾县群众出门更放心\n2015-06-07 来源：云岭网\n${P1}\n评论员走进村里，看见每个路口都装上了摄像头，编辑们也来了。\n${P2}\n评论（0）`,
    title: '青禾县群众出门更放心',
    on: '2015-06-07',
    outlet: '云岭网',
    body: [P1, '评论员走进村里，看见每个路口都装上了摄像头，编辑们也来了。', P2],
  },
];

describe('page layouts', () => {
  for (const layout of LAYOUTS) {
    test(layout.name, () => {
      const a = article(layout.page);
      expect({ title: a.title, on: a.publishedOn, outlet: a.outlet }).toEqual({
        title: layout.title,
        on: layout.on,
        outlet: layout.outlet,
      });
      expect(bodyOf(a)).toEqual(layout.body);
      if (layout.year !== undefined) expect(a.publishedYear).toBe(layout.year);
      if (layout.url !== undefined) expect(a.url).toBe(layout.url);
      if (a.titleSpan !== null) expect(a.text.slice(a.titleSpan.start, a.titleSpan.end)).toBe(a.title);
    });
  }
});

describe('dates', () => {
  test('a day that no calendar has is no date', () => {
    expect(article(`青禾县平安建设\n2015-02-30 来源：云岭网\n${P1}`)).toMatchObject({
      publishedOn: null,
      publishedYear: 2015,
    });
  });

  test('the same start named twice fixes the year', () => {
    const text = `2009年11月份以来，财政拨款八百万元。去年11月份以来，侦破案件三十起，抓获十人。`;
    expect(article(`青禾县平安建设\n${text}\n${P1}`)).toMatchObject({ publishedOn: null, publishedYear: 2010 });
  });

  test('截至 a month fixes the year, a future plan does not', () => {
    expect(article(`青禾县平安建设\n截至2012年6月，全县装了六百个摄像头。\n${P1}`).publishedYear).toBe(2012);
    expect(article(`青禾县平安建设\n到2025年，全县要装六百个摄像头。\n${P1}`).publishedYear).toBeNull();
  });
});

test('running text that begins with words of furniture is no furniture', () => {
  const inner = [
    '关闭“黑网吧”12家，取缔窝点3处。',
    '审核1200人次，无一差错，群众都说好。',
    '评论“天网”，村民只有一句话：放心。',
    '打印 复印的小店门口也装了探头。',
  ];
  expect(
    bodyOf(article(`青禾县平安建设\n2015-06-07 来源：云岭网\n${P1}\n${inner.join('\n')}\n${P2}\n评论(3)`)),
  ).toEqual([P1, ...inner, P2]);
});

test('a page without a sentence has no text to read', () => {
  expect(() => article('首页 新闻 政务 视频 互动\n')).toThrow(
    expect.objectContaining({ code: 'ARTICLE_WITHOUT_TEXT' }),
  );
});
