import { expect, test } from 'vitest';
import { article, bodyOf } from './source.ts';

/** Head and foot as they stand on real sites of many kinds; all words are invented. */
const P1 = '今年以来，柳树镇投资三十五万元，在各村主要路口装了一百零三个探头，由派出所专人值守。';
const P2 = '下一步，镇里还要把探头接进县里的平台，做到随时能看、随时能调，让群众出门更放心。';

type Want = {
  title: string | null;
  on: string | null;
  outlet: string | null;
  body?: readonly string[];
  url?: string;
  year?: number;
};

const PAGES: readonly (readonly [string, string, Want])[] = [
  [
    'source, author and address below the text',
    `当前位置:\n\n柳县:织密天网 助力平安\n\n  红柳网柳州站8月27日讯(通讯员 某某)${P1}\n\n  ${P2}\n\n来源:红柳网柳州站\n\n作者:某某\n\n编辑:某某\n\n本文为柳州站原创文章,转载请附上原文出处链接和本声明。\n\n本文链接:https://lz.hongliu.example/c/2015/08/27/221.htm\n\n相关链接\n\n    频道精选\n\n  • 重要新闻\n  • 县市区\n`,
    {
      title: '柳县:织密天网 助力平安',
      on: '2015-08-27',
      outlet: '红柳网柳州站',
      url: 'https://lz.hongliu.example/c/2015/08/27/221.htm',
    },
  ],
  [
    'a newspaper page: date and weekday on top, dateline without day',
    `2015年04月24日 星期五\n柳树镇派出所改造“天网工程”\n\n    云岭日报讯 (某某)${P1}\n\n京ICP备06005110`,
    { title: '柳树镇派出所改造“天网工程”', on: '2015-04-24', outlet: '云岭日报' },
  ],
  [
    'a newspaper page with its page number',
    `2017年9月15日 星期五\n科技兴警\n\n  ${P1}\n\n  ${P2}\n\n  通讯员 某某某 摄\n\n2017年9月15日 星期五\n\n第03版:柳县新闻 上一版3  4下一版`,
    { title: '科技兴警', on: '2017-09-15', outlet: null, body: [P1, P2] },
  ],
  [
    'a bar in front of the time',
    `柳树镇:问题频发区域 增设探头\n| 2016-03-11 10:03:13\n柳江传媒网讯 ${P1}(某某 某某)\n分享\n精彩推荐`,
    { title: '柳树镇:问题频发区域 增设探头', on: '2016-03-11', outlet: '柳江传媒网' },
  ],
  [
    'blanks around colons and arrows',
    `您当前的位置 : 中国柳州网  >  新闻中心  >  柳州  >  时政·经济\n明年建成覆盖全县的监控系统\n稿源: 柳州日报  | 2007-09-27 03:28:47\n  中国柳州网讯 (记者某某)${P1}\n\n  ${P2}\n【编辑:某某】`,
    { title: '明年建成覆盖全县的监控系统', on: '2007-09-27', outlet: '柳州日报' },
  ],
  [
    'an advertisement of the app on top, comments below',
    `小贴士\n2步打开 柳州新闻APP\n  • 点击右上角“…” 按钮\n  • 使用浏览器打开\n\n投资三千万建天眼!柳县多数村达标\n\n2019-04-20 18:12   柳州新闻客户端  \n\n柳州新闻网讯 ${P1}\n\n${P2}\n\n0 条评论\n来说两句吧。。。\n最热评论\n最新评论\n已有0人参与,点击查看更多精彩评论\n加载中。。。。\n`,
    {
      title: '投资三千万建天眼!柳县多数村达标',
      on: '2019-04-20',
      outlet: '柳州新闻客户端',
      body: [`柳州新闻网讯 ${P1}`, P2],
    },
  ],
  [
    'a forum',
    `某某网友 发表于 2016-9-10 10:37:46\n\n柳树镇:村民集资安装探头 保平安出行\n\n    ${P1}\n    ${P2}(柳县政府网)\n页: [1]\n查看完整版本: 柳树镇:村民集资安装探头 保平安出行`,
    {
      title: '柳树镇:村民集资安装探头 保平安出行',
      on: '2016-09-10',
      outlet: '柳县政府网',
      body: [P1, `${P2}(柳县政府网)`],
    },
  ],
  [
    'a source line and no title',
    `发布日期:2013-11-18 11:12|柳树镇|\n${P1}\n${P2}`,
    { title: null, on: '2013-11-18', outlet: null, body: [P1, P2] },
  ],
  [
    'an empty crumb',
    `您的当前位置:\n\n社区警务建设\n\n  ${P1} (某 某)`,
    { title: '社区警务建设', on: null, outlet: null },
  ],
  [
    'an abstract that is the whole text, and votes',
    `万余监控点遍布街头保平安\n本报柳州讯 首席记者某某报道:${P1}\n本报柳州讯 首席记者某某报道:${P1}\n对本文中的事件或人物打分: | |\n当前平均分:-0.19 (31次打分) | |\n网友评论仅供网友表达个人看法,并不表明柳州平安网同意其观点或证实其描述。`,
    { title: '万余监控点遍布街头保平安', on: null, outlet: null, body: [`本报柳州讯 首席记者某某报道:${P1}`] },
  ],
  [
    'a page for mobile phones with the pager and the clock',
    `柳县全力推进视频监控建设\n日期:2014-07-28 14:57\n  ${P1}\n\n 监控建设取得较大进展\n\n ${P2}\n1/17 下一页 上一页 首页 尾页\n返回 |  刷新 |  WAP首页 |  网页版  | 登录\n06/30 17:34`,
    { title: '柳县全力推进视频监控建设', on: '2014-07-28', outlet: null, body: [P1, '监控建设取得较大进展', P2] },
  ],
  [
    'the site and its address at the end',
    `${P1}\n${P2}\n柳州旅游网http://www.liuzhou.example\n|`,
    { title: null, on: null, outlet: '柳州旅游网', body: [P1, P2] },
  ],
  [
    'glosses of a copying site in the labels',
    '柳樹鎮(zhèn)裝上探頭保平安\n來源：柳州日報(bào) 發(fā)布時(shí)間：2021-03-02\n今年以來，柳樹鎮(zhèn)投資三十五萬元，裝了一百零三個(gè)探頭，由派出所專人值守。',
    { title: '柳樹鎮裝上探頭保平安', on: '2021-03-02', outlet: '柳州日報' },
  ],
  [
    'question marks where blanks were',
    `????今年以来，柳树镇投资三十五万元，装了一百零三个探头。\n????下一步还要接进平台，做到随时能看。`,
    { title: null, on: null, outlet: null },
  ],
  [
    'WeChat: title, account, day, note below',
    `柳县“雪亮工程”建成啦\n原创 平安柳县 平安柳县 2021-06-18 18:30\n收录于合集 #平安建设\n${P1}\n${P2}\n来源：县委政法委\n编辑：某某\n审核：某某\n点亮“在看”，转发给更多人`,
    { title: '柳县“雪亮工程”建成啦', on: '2021-06-18', outlet: '县委政法委', body: [P1, P2] },
  ],
  [
    'an open-government table on top',
    `索 引 号：000014349/2016-00012\n信息分类：政务动态\n发布机构：柳县公安局\n发文日期：2016年05月20日\n名　　称：柳县公安局“天网工程”建设情况\n文　　号：无\n柳县公安局“天网工程”建设情况\n${P1}\n${P2}\n扫一扫在手机打开当前页`,
    { title: '柳县公安局“天网工程”建设情况', on: '2016-05-20', outlet: '柳县公安局', body: [P1, P2] },
  ],
];

for (const [name, page, want] of PAGES) {
  test(name, () => {
    const a = article(page);
    expect({ title: a.title, on: a.publishedOn, outlet: a.outlet }).toEqual({
      title: want.title,
      on: want.on,
      outlet: want.outlet,
    });
    if (want.url !== undefined) expect(a.url).toBe(want.url);
    const body = bodyOf(a);
    if (want.body !== undefined) expect(body).toEqual(want.body);
    expect(body.join('\n')).toMatch(/探[头頭]/);
    expect(body.join('\n')).not.toMatch(/分享|评论|ICP|编辑|上一|下一[页版]|打分|审核|扫一扫|链接/);
  });
}
