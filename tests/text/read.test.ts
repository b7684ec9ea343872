import { describe, expect, test } from 'vitest';
import type { Article } from '../../src/article/article.ts';
import { readText } from '../../src/text/read.ts';
import { originalSpan, type Text } from '../../src/text/text.ts';
import { lines } from './lines.ts';

const chars = (text: string, rest?: Partial<Article>): string => readText(lines(text, rest)).chars;
const sentences = (t: Text): string[] => t.sentences.map((s) => t.chars.slice(s.start, s.end));
const clauses = (t: Text): string[] => t.sentences.flatMap((s) => s.clauses.map((c) => t.chars.slice(c.start, c.end)));
const paragraphs = (t: Text): [string, string][] => t.paragraphs.map((p) => [p.role, t.chars.slice(p.start, p.end)]);

describe('one form of every character', () => {
  const CASES: readonly (readonly [string, string, string])[] = [
    ['full-width digits, letters and per cent', '共２０１７年ＰＴＵ，增８８．４９％。', '共2017年PTU，增88.49%。'],
    ['half-width marks between Chinese', '探头,平台;村里:有(新)的!好?是.', '探头，平台；村里：有（新）的！好？是。'],
    ['numbers keep their marks', '投入3,557万元,增4090.83倍,10:30开会。', '投入3,557万元，增4090.83倍，10:30开会。'],
    [
      'a comma between two figures is no thousands mark',
      '共8起,300人,2010,2011两年。',
      '共8起，300人，2010,2011两年。'.replace('2010,2011', '2010，2011'),
    ],
    ['full-width marks inside numbers', '投入3，557万元，10：30开会。', '投入3,557万元，10:30开会。'],
    ['straight quotes in pairs', '"雪亮工程"和"天网"。', '“雪亮工程”和“天网”。'],
    ['corner quotes, and titles left alone', '「平安」『小』《通知》。', '“平安”‘小’《通知》。'],
    ['apostrophes of English stay', "it's 好。'是'。", "it's好。‘是’。"],
    [
      'blanks between Chinese and in front of units',
      '经费 共计4090.83 万元 ，覆 盖 931 人。',
      '经费共计4090.83万元，覆盖931人。',
    ],
    ['blanks of English stay, single', 'Smart  City 平台。', 'Smart City平台。'],
    ['control and zero-width characters', '探\u200b头\u0007装\ufeff好\u00ad了。', '探头装好了。'],
    ['stray backslashes', '‘打\\’击。', '‘打’击。'],
    ['pinyin glosses', '监(jiān)控（kòng）都装好了。', '监控都装好了。'],
    ['round zeros of years', '二○一七年', '二〇一七年'],
    ['middle dots', '平安•青禾‧', '平安·青禾·'],
  ];
  for (const [name, given, want] of CASES) test(name, () => expect(chars(given)).toBe(want));
});

describe('script', () => {
  test('Traditional text is read in Simplified, by phrases', () => {
    const t = readText(lines('乾隆年間的著名古鎮裝著攝像頭，乾淨、顯著、著力、瞭望、瞭解，這裏設後臺。'));
    expect(t.script).toBe('Hant');
    expect(t.chars).toBe('乾隆年间的著名古镇装着摄像头，干净、显著、着力、瞭望、了解，这里设后台。');
  });

  test('Simplified text keeps what it shares with Traditional, and one old character does not make it Traditional', () => {
    const t = readText(
      lines('乾安县、乾县成效显著，於潜镇装了摄像头，全县群众出门更放心，夜里走路也不再害怕，老字号國的招牌也拍得清。'),
    );
    expect(t.script).toBe('Hans');
    expect(t.chars).toBe(
      '乾安县、乾县成效显著，於潜镇装了摄像头，全县群众出门更放心，夜里走路也不再害怕，老字号国的招牌也拍得清。',
    );
  });
});

describe('watermarks', () => {
  test('a token glued to the outlet, between a figure and its unit', () => {
    const t = readText(lines('投入2024万Qk7云岭平安台元，装了Zz3云岭平安台探头。', { outlet: '云岭平安台' }));
    expect(t.chars).toBe('投入2024万元，装了探头。');
    expect(t.issues.map((i) => i.code)).toEqual(['WATERMARK', 'WATERMARK']);
    const money = t.chars.indexOf('2024万元');
    expect(t.article.text.slice(...Object.values(originalSpan(t, { start: money, end: money + 6 })))).toBe(
      '2024万Qk7云岭平安台元',
    );
  });

  test('the site that a crumb names, in Traditional too', () => {
    const text = '雲嶺新聞網 > 要聞\n裝了aB2雲嶺新聞網探頭，群眾說這裡更安全了。';
    const a = { ...lines(text), body: [{ start: 11, end: text.length }], hints: [{ start: 0, end: 10 }] };
    expect(readText(a).chars).toBe('装了探头，群众说这里更安全了。');
  });

  test('a mark that comes twice, and one at the very end', () => {
    expect(chars('先装Xy1云岭网探头，再装Pq8云岭网平台。')).toBe('先装探头，再装平台。');
    expect(chars('情况就是这样。7Ku云岭快讯网\n下一步要联网。')).toBe('情况就是这样。\n下一步要联网。');
  });

  test('web addresses and what copiers add', () => {
    expect(chars('更多情况www.example.com.cn请看（http://a.example/b?c=1）平台。本文来自织梦')).toBe(
      '更多情况请看平台。',
    );
  });

  test('abbreviations, road names and figures are no marks', () => {
    for (const text of [
      'PTU巡逻队在G20峰会中心网点执勤。',
      '110报警台接警12起，5G网络全覆盖。',
      '建成1个A级网站、2个4K电视台。',
    ])
      expect(chars(text)).toBe(text);
  });
});

test('damaged characters are reported with their place', () => {
  expect(readText(lines('装了\ufffd\ufffd探头。')).issues).toEqual([
    { start: 2, end: 4, code: 'GARBLED', message: expect.any(String) },
  ]);
});

describe('paragraphs', () => {
  test('title, headings and prose', () => {
    const text =
      '群众更放心 出门更安全\n——青禾县见闻\n装上“眼睛”\n去年投入八百万元。\n谁来出钱？\n县里、乡里各出一半。';
    const t = readText(lines(text, { titleSpan: { start: 0, end: 11 }, body: lines(text).body.slice(1) }));
    expect(paragraphs(t)).toEqual([
      ['title', '群众更放心 出门更安全'],
      ['heading', '——青禾县见闻'],
      ['heading', '装上“眼睛”'],
      ['prose', '去年投入八百万元。'],
      ['heading', '谁来出钱？'],
      ['prose', '县里、乡里各出一半。'],
    ]);
  });

  test('without a title in the text there is none', () => {
    expect(readText(lines('去年投入八百万元。')).paragraphs.map((p) => p.role)).toEqual(['prose']);
  });

  test('a sentence that lines break is one', () => {
    expect(paragraphs(readText(lines('去年投入八百万元，\n装了六百个\n摄像头。\n下一步接进平台。')))).toEqual([
      ['prose', '去年投入八百万元，装了六百个摄像头。'],
      ['prose', '下一步接进平台。'],
    ]);
    expect(chars('全县装探头3557\n个。')).toBe('全县装探头3557个。');
    expect(chars('县里说，“探头\n要接进平台”。')).toBe('县里说，“探头要接进平台”。');
    expect(chars('装好了。村民很\n\n高兴，都来看。')).toBe('装好了。村民很高兴，都来看。');
  });

  test('wrapped text is read by its width', () => {
    const sentence =
      '全县去年投入八百万元在各乡镇的主要路口装上了六百个摄像头群众出门更放心夜里走路也不再害怕电动车放在门口也没有人敢动';
    const wrapped = `${sentence}${sentence}。`.match(/.{1,20}/gu)?.join('\n') ?? '';
    expect(readText(lines(wrapped)).paragraphs).toHaveLength(1);
  });

  test('a list of short lines is not a run of headings', () => {
    expect(
      paragraphs(readText(lines('主要做法如下。\n新建探头200个\n新建平台1个\n新建卡口3处\n群众很满意。'))).map(
        ([role]) => role,
      ),
    ).toEqual(Array(5).fill('prose'));
  });
});

describe('sentences and clauses', () => {
  test('end with their closing quotes', () => {
    expect(sentences(readText(lines('“装好了。”村民说。“真的？”他问，“好！”的声音不断……大家笑了')))).toEqual([
      '“装好了。”',
      '村民说。',
      '“真的？”他问，“好！”的声音不断……',
      '大家笑了',
    ]);
  });

  test('are cut outside quotes, brackets and numbers', () => {
    expect(clauses(readText(lines('河东区投入3,557万元，建成“天网,一号”（含村,镇）；下一步：10:30开会。')))).toEqual([
      '河东区投入3,557万元，',
      '建成“天网，一号”（含村，镇）；',
      '下一步：',
      '10:30开会。',
    ]);
  });

  test('a quote that runs into the next sentence hides no comma', () => {
    expect(clauses(readText(lines('他说：“装了探头，放心了。夜里也敢走。”')))).toEqual([
      '他说：',
      '“装了探头，',
      '放心了。',
      '夜里也敢走。”',
    ]);
  });
});
