import { expect, test } from 'vitest';
import { article, bodyOf } from './source.ts';

/** Heads and tails that are rarer than those of layouts.test.ts; all words are invented. */
const P1 = '今年以来，柳树镇投资三十五万元，在各村主要路口装了一百零三个探头，由派出所专人值守。';
const P2 = '下一步，镇里还要把探头接进县里的平台，做到随时能看、随时能调，让群众出门更放心。';

interface Want {
  readonly title: string | null;
  readonly on: string | null;
  readonly outlet?: string | null;
  readonly body?: readonly string[];
  readonly year?: number;
}

const PAGES: readonly (readonly [string, string, Want])[] = [
  [
    'a government portal with a table of labels and values in cells',
    `首页 > 政务公开 > 工作动态\n索 引 号：\tLX0001-2013-00025\t主题分类：\t社会治安\n发布机构：\t柳县人民政府\t成文日期：\t2013年05月06日\n标　　题：\t柳树镇技防建设见成效\n发文字号：\t无\t主 题 词：\t\n柳树镇技防建设见成效\n字体：[大 中 小]\n\n　　${P1}\n\n　　${P2}\n\n【打印本页】 【关闭窗口】`,
    { title: '柳树镇技防建设见成效', on: '2013-05-06', outlet: '柳县人民政府', body: [P1, P2] },
  ],
  [
    'the same table, one cell a line',
    `政府信息公开\n索引号\nLX0001-2013-00025\n发布机构\n柳县人民政府办公室\n成文日期\n2013-05-06\n名称\n柳树镇技防建设见成效\n\n柳树镇技防建设见成效\n\n${P1}\n${P2}\n`,
    { title: '柳树镇技防建设见成效', on: '2013-05-06', outlet: '柳县人民政府办公室', body: [P1, P2] },
  ],
  [
    'an account of WeChat',
    `柳树镇探头装到家门口\n原创 柳小平 平安柳县 2021-03-09 18:30 柳州\n收录于合集 #平安建设 12个\n点击蓝字 关注我们\n\n${P1}\n\n${P2}\n\nEND\n\n来源：柳树镇综治办\n编辑：柳小平\n点个在看你最好看`,
    { title: '柳树镇探头装到家门口', on: '2021-03-09', body: [P1, P2] },
  ],
  [
    'a newspaper as a PDF export',
    `柳江日报 2016年3月11日 星期五 A03版 要闻\n责编/柳某 版式/杨某\n探头看住三十村\n□ 本报记者 柳小平\n本报讯 ${P1}\n${P2}\n(下转第2版)\n`,
    { title: '探头看住三十村', on: '2016-03-11', outlet: '柳江日报', body: [`本报讯 ${P1}`, P2] },
  ],
  [
    'a paper of a county with issue number and two-digit year',
    `今日柳县（总第1024期）\n13-05-06　第二版\n探头看住三十村\n通讯员 柳小平\n\n　　【本报讯】${P1}\n　　${P2}\n`,
    { title: '探头看住三十村', on: '2013-05-06', body: [`【本报讯】${P1}`, P2] },
  ],
  [
    'a paper, the day and the name of the page in one line',
    `柳县信息报　2013年5月6日　综合新闻\n本报讯（记者 柳小平）\n\n探头看住三十村\n\n　　${P1}\n　　${P2}\n`,
    { title: '探头看住三十村', on: '2013-05-06', outlet: '柳县信息报', body: [P1, P2] },
  ],
  [
    'a paper, the title, who wrote it and the day above what somebody says',
    `柳江时报\n探头看住三十村 喇叭喊进农家\n本报通讯员 柳小平\n2013年5月6日　第二版\n\n　　清晨，院坝边的喇叭就响了：“各位乡亲，记得锁门……”\n　　${P1}\n`,
    { title: '探头看住三十村 喇叭喊进农家', on: '2013-05-06' },
  ],
  [
    'a report with its issuer below the title',
    `关于柳树镇平安创建有关情况的汇报\n柳县柳树镇人民政府\n（2013年5月6日）\n\n县平安办：\n　　${P1}\n　　${P2}\n`,
    { title: '关于柳树镇平安创建有关情况的汇报', on: '2013-05-06' },
  ],
  [
    'a report of a session, on a portal',
    `柳县人民政府门户网站　政府工作报告\n柳县政府工作报告（节选）\n——2013年1月9日在柳县第十七届人民代表大会第二次会议上\n县长　柳大海\n\n　　${P1}\n　　${P2}\n`,
    { title: '柳县政府工作报告（节选）', on: '2013-01-09' },
  ],
  [
    'a forum repost',
    `柳县论坛 » 柳树镇 » 镇务公开\n[转帖] 柳树镇给三十个村装上探头 [复制链接]\n楼主 发表于 2013-5-6 10:11:12 | 只看该作者 | 倒序浏览\n\n${P1}\n\n${P2}\n\n回复 使用道具 举报\n沙发 柳小平 发表于 2013-5-7 08:00\n早该装了。\n`,
    { title: '柳树镇给三十个村装上探头', on: '2013-05-06', body: [P1, P2] },
  ],
  [
    'English navigation and a date with dots',
    `Home | News | Society | Photos | Video\nEnglish Français Español\n柳树镇给三十个村装上探头\nUpdated: 2013.05.06 10:11 (柳江在线)\n\n${P1}\n${P2}\n\nCopyright 2013 Liujiang Online. All rights reserved.`,
    { title: '柳树镇给三十个村装上探头', on: '2013-05-06', outlet: '柳江在线', body: [P1, P2] },
  ],
  [
    'an agency: the dateline has day and month, the head a month in Chinese numerals',
    `二○一三年五月\n柳树镇给三十个村装上探头\n新华网柳州5月6日电（记者柳小平）${P1}\n${P2}\n`,
    { title: '柳树镇给三十个村装上探头', on: '2013-05-06', outlet: '新华网', year: 2013 },
  ],
  [
    'a printed page whose address alone tells the day',
    `柳树镇给三十个村装上探头\n\n${P1}\n\n${P2}\n\nhttp://www.liujiang.example/news/2013-05/06/content_1234.htm 1/1\n`,
    { title: '柳树镇给三十个村装上探头', on: '2013-05-06', body: [P1, P2] },
  ],
  [
    'everything in brackets',
    `【打印】【关闭】【大 中 小】\n〔县区新闻〕\n“三十个村”的探头是怎样装起来的\n[来源：柳江新闻网][作者：柳小平][时间：2013/5/6 9:03:00][点击：12次]\n\n${P1}\n${P2}\n\n〖上一篇〗没有了\n〖下一篇〗柳县召开会议`,
    { title: '“三十个村”的探头是怎样装起来的', on: '2013-05-06', outlet: '柳江新闻网', body: [P1, P2] },
  ],
  [
    'briefs about other places, letters, weather',
    `探头看住三十村\n2013-5-6　柳江讯\n\n${P1}\n\n${P2}\n\n又讯：杨县装探头六百个；榆县夜巡队上街。\n读者来信：城东李女士问，小区能不能装？答：能。\n`,
    { title: '探头看住三十村', on: '2013-05-06', outlet: '柳江讯', body: [P1, P2] },
  ],
  [
    'ASCII punctuation throughout',
    `柳县网→新闻→乡镇\n柳树镇给三十个村装上探头\n2013-5-6 10:11:12\n\n(本网讯)今年以来,柳树镇投资三十五万元,装了103个探头.值守的是派出所.\n\n下一步,镇里要把探头接进县里的平台,随时能看.\n`,
    {
      title: '柳树镇给三十个村装上探头',
      on: '2013-05-06',
      body: [
        '(本网讯)今年以来,柳树镇投资三十五万元,装了103个探头.值守的是派出所.',
        '下一步,镇里要把探头接进县里的平台,随时能看.',
      ],
    },
  ],
  [
    'a title in two lines, a kicker above, the signature and its date below',
    `平安建设巡礼\n柳树镇给三十个村装上探头\n——综治工作记事之二\n\n${P1}\n\n${P2}\n\n柳县综治办\n二〇一三年五月六日\n`,
    { title: '柳树镇给三十个村装上探头', on: '2013-05-06' },
  ],
  [
    'the day written last, as sites built abroad do',
    `柳树镇给三十个村装上探头\n\n${P1}\n\n${P2}\n\n编辑:柳小平  06.05.2013 20:21\n杨县 榆县 | 柳江文化周开幕\n`,
    { title: '柳树镇给三十个村装上探头', on: '2013-05-06', body: [P1, P2] },
  ],
  [
    'a work that calls itself a second stage is no masthead',
    `柳江新闻网 > 柳县       [2010年11月]\n三十个村探头联网 第二期工程进展顺利\n\n${P1}\n\n${P2}\n`,
    { title: '三十个村探头联网 第二期工程进展顺利', on: null, year: 2010, body: [P1, P2] },
  ],
  [
    'a microblog: the day below the text',
    `【柳县发布】柳树镇给三十个村装上探头\n${P1}\n${P2}\n#平安柳县#\n2013-5-6 来自 微博\n转发 12 评论 3 赞 8\n`,
    { title: '【柳县发布】柳树镇给三十个村装上探头', on: '2013-05-06', body: [P1, P2] },
  ],
  [
    'the page of a paper: lists of pages, then names without a word for them',
    `第3版：要闻\n上一版 下一版\n2013年5月6日\n按日期检索\n探头看住三十村\n柳小平 杨小青\n本报讯 ${P1}\n${P2}\n`,
    { title: '探头看住三十村', on: '2013-05-06', body: [`本报讯 ${P1}`, P2] },
  ],
  [
    'the title of the browser in front of the title',
    `柳江日报数字报-探头看住三十村\n柳江日报 2013年05月06日 星期一\n放大 缩小 默认\n探头看住三十村\n${P1}\n${P2}\n`,
    { title: '探头看住三十村', on: '2013-05-06', outlet: '柳江日报', body: [P1, P2] },
  ],
  [
    'a notice under its number',
    `文号：柳综治〔2013〕5号\n关于加强技防建设的通报\n各乡镇综治办：\n${P1}\n${P2}\n柳县综治办\n2013年5月6日\n`,
    { title: '关于加强技防建设的通报', on: '2013-05-06', outlet: null },
  ],
  [
    'a record as labels and values',
    `标题：柳树镇给三十个村装上探头\n日期：2013-05-06\n来源：柳江日报\n正文：\n${P1}\n${P2}\n`,
    { title: '柳树镇给三十个村装上探头', on: '2013-05-06', outlet: '柳江日报', body: [P1, P2] },
  ],
  [
    'a weekly: the year in the issue, the day behind it',
    `法治柳县周刊 2013年第18期（总第230期） 5月6日出版\n□本刊通讯员 柳小平\n三十个村的眼睛\n${P1}\n${P2}\n`,
    { title: '三十个村的眼睛', on: '2013-05-06', outlet: '法治柳县周刊', body: [P1, P2] },
  ],
  [
    'a dateline in the title, the body has only “last year”',
    `柳江日报讯 2014年1月8日电 三十个村装上探头\n\n从去年起，${P1}\n\n${P2}\n\n（完）\n`,
    { title: '柳江日报讯 2014年1月8日电 三十个村装上探头', on: '2014-01-08', body: [`从去年起，${P1}`, P2] },
  ],
  [
    'date and outlet in brackets, a box of links behind',
    `柳树镇：“三十个村”，“一张网”\n(2013-05-06)\n（柳江日报）\n${P1}\n\n${P2}\n\n■链接\n杨县：装探头600个，投资300万元。榆县夜巡队上街，增加队员50人。\n`,
    { title: '柳树镇：“三十个村”，“一张网”', on: '2013-05-06', outlet: '柳江日报', body: [P1, P2] },
  ],
  [
    'crumbs between closing angle brackets',
    `【字体：大 中 小】\n[返回首页]\n平安柳县网 〉〉 工作动态\n柳树镇技防显成效（图）\n2013-5-6 9:12:00 来源：柳树镇综治办 浏览次数：87 次\n${P1}\n${P2}\n[1] [2] 下一页\n`,
    { title: '柳树镇技防显成效（图）', on: '2013-05-06', outlet: '柳树镇综治办', body: [P1, P2] },
  ],
  [
    'an official document under its red head',
    `柳县人民政府文件\n柳政发〔2013〕18号\n柳县人民政府关于加强技防建设的意见\n各乡镇人民政府，县直各单位：\n${P1}\n一、总体要求\n${P2}\n附件：柳县技防建设任务表\n柳县人民政府\n二○一三年五月六日\n（此件公开发布）\n抄送：县委各部门，县人大办，县政协办。\n`,
    { title: '柳县人民政府关于加强技防建设的意见', on: '2013-05-06' },
  ],
];

test.each(PAGES)('%s', (_name, page, want) => {
  const a = article(page);
  expect(a.title).toBe(want.title);
  expect(a.publishedOn).toBe(want.on);
  if (want.year !== undefined) expect(a.publishedYear).toBe(want.year);
  if (want.outlet !== undefined) expect(a.outlet).toBe(want.outlet);
  if (want.body !== undefined) expect(bodyOf(a)).toEqual(want.body);
});
