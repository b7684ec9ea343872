import { describe, expect, test } from 'vitest';
import { article, bodyOf } from './source.ts';

const P1 = '全县去年投入八百万元，在各乡镇的主要路口装上了六百个摄像头，群众出门更放心，夜里走路也不再害怕。';
const P2 = '据县综治办介绍，下一步还要把村里的探头接进县里的平台，做到一键能看、随时能调，并且由专人值守。';
const P3 = '在柳树村，村民们说，自从路口有了“眼睛”，丢东西的事少了，电动车放在门口也没有人敢动。';

const page = (head: string, body: string): string =>
  `<!DOCTYPE html>\n<html><head><meta charset="utf-8">${head}</head>\n<body>${body}</body></html>`;
const PARAGRAPHS = [P1, P2, P3].map((p) => `<p>　　${p}</p>`).join('\n');
const html = (source: string) => article(source, 'text/html');

/** Every character of the text but blanks and line breaks stands where its offset says, entities apart. */
function expectPositions(source: string): void {
  const a = html(source);
  const { sourceOffsets } = a;
  if (sourceOffsets === undefined) throw new Error('no source offsets');
  expect(sourceOffsets.length).toBe(a.text.length);
  for (let i = 0; i < a.text.length; i++) {
    const at = sourceOffsets[i] ?? -1;
    if (i > 0) expect(at).toBeGreaterThanOrEqual(sourceOffsets[i - 1] ?? 0);
    if (/\s/.test(a.text.charAt(i)) || source[at] === '&') continue;
    expect(source[at]).toBe(a.text[i]);
  }
}

describe('web pages', () => {
  test('meta tags give title, day, outlet and address', () => {
    const a = html(
      page(
        '<title>青禾县群众出门更放心_要闻_云岭网</title><meta property="og:title" content="青禾县群众出门更放心"><meta property="article:published_time" content="2017-12-26T22:30:00Z"><meta name="ContentSource" content="云岭日报"><link rel="canonical" href="https://news.example.cn/a/77.html">',
        `<div class="nav"><a href="/">首页</a> <a href="/n">新闻</a></div><h1>青禾县群众出门更放心</h1><div class="article">${PARAGRAPHS}</div>`,
      ),
    );
    expect(a).toMatchObject({
      title: '青禾县群众出门更放心',
      publishedOn: '2017-12-27',
      outlet: '云岭日报',
      url: 'https://news.example.cn/a/77.html',
    });
    expect(bodyOf(a)).toEqual([P1, P2, P3]);
  });

  test('without meta tags the page text tells', () => {
    const a = html(
      page(
        '<title>云岭网</title>',
        `<ul><li><a href="/">首页</a></li><li><a href="/n">新闻</a></li></ul><div>当前位置：<a href="/">首页</a> &gt; <a href="/y">要闻</a></div><h2>青禾县群众出门更放心</h2><div><span>时间：2011-03-04</span>&nbsp;&nbsp;<span>来源：云岭晚报</span></div><div id="content">${PARAGRAPHS}</div><div class="related"><h3>相关新闻</h3><ul><li><a href="/1">邻县花了两千万元。</a></li></ul></div><div class="footer">版权所有 滇ICP备12345678号</div>`,
      ),
    );
    expect(a).toMatchObject({ title: '青禾县群众出门更放心', publishedOn: '2011-03-04', outlet: '云岭晚报' });
    expect(bodyOf(a)).toEqual([P1, P2, P3]);
  });

  test('a side bar in front of the article is not read', () => {
    const side = Array.from(
      { length: 6 },
      (_, i) => `<li><a href="/${i}">第${i}条：邻县平安建设投了两千万元，装了三千个探头。</a></li>`,
    ).join('');
    const a = html(
      page(
        '<title>青禾县群众出门更放心 - 云岭网</title>',
        `<aside><ul>${side}</ul></aside><article><h1>青禾县群众出门更放心</h1>${PARAGRAPHS}</article>`,
      ),
    );
    expect(bodyOf(a)).toEqual([P1, P2, P3]);
    expect(a.title).toBe('青禾县群众出门更放心');
  });

  test('scripts and hidden parts are no text, a saved page knows its address', () => {
    const a = html(
      `<!DOCTYPE html>\n<!-- saved from url=(0040)http://www.example.cn/2013/0506/11.html -->\n<html><head><title>青禾县群众出门更放心</title><script>var 甲="投资五百万元。"</script></head><body><h1>青禾县群众出门更放心</h1><div style="display:none">股票配资开户送五百万元。</div>${PARAGRAPHS}<script>var 乙="二";</script></body></html>`,
    );
    expect(a.text).not.toMatch(/甲|乙|股票/);
    expect(a).toMatchObject({ url: 'http://www.example.cn/2013/0506/11.html', publishedOn: '2013-05-06' });
  });

  test('linked data tells the day', () => {
    const a = html(
      page(
        '<title>青禾县群众出门更放心</title><script type="application/ld+json">{"pubDate":"2020-01-02T03:04:05"}</script>',
        `<h1>青禾县群众出门更放心</h1>${PARAGRAPHS}`,
      ),
    );
    expect(a.publishedOn).toBe('2020-01-02');
  });

  test('line breaks by br, tables by cells', () => {
    const a = html(
      page(
        '<title>青禾县群众出门更放心</title>',
        `<h1>青禾县群众出门更放心</h1><div>　　${P1}<br><br>　　${P2}<br/>${P3}</div><table><tr><td>探头</td><td>600个</td></tr></table>`,
      ),
    );
    expect(bodyOf(a)).toEqual([P1, P2, P3]);
    expect(a.text).toContain('探头 600个');
  });

  test('positions lead back to the source, entities and CR LF included', () => {
    expectPositions(
      page(
        '<title>青禾县</title>',
        `<h1>青禾县&ldquo;天网&rdquo;</h1>\r\n<p>投入&nbsp;800&#19975;元，\r\n装了<b>600</b>个&amp;更多。</p>${PARAGRAPHS}`,
      ),
    );
    expectPositions('<p>未闭合<div>乱<p>套</b>的<table>标记<tr>也要读。全县装了六百个摄像头');
  });

  test('entities of two units, without their semicolon, and NUL characters do not shift what follows', () => {
    const a = html('<p>全县&#x20BB7;&notit;&ampx&fjlig;\0装了六百个探头。</p>');
    expect(a.text.trim()).toBe('全县𠮷¬it;&xfj装了六百个探头。');
    expect([...(a.sourceOffsets ?? [])].slice(2, 13)).toEqual([5, 5, 14, 18, 19, 20, 21, 25, 26, 26, 34]);
  });

  test('thousands of nested elements do not break the reader', () => {
    const a = html(page('<title>青禾县群众出门更放心</title>', `${'<div>'.repeat(20_000)}${PARAGRAPHS}`));
    expect(bodyOf(a)).toEqual([P1, P2, P3]);
  });
});

describe('beside Readability', () => {
  test('a paragraph full of links inside the article stays', () => {
    const links = Array.from({ length: 8 }, (_, i) => `<a href="/p${i}">柳树${i}村</a>`).join('、');
    const a = html(
      page(
        '<title>青禾县群众出门更放心</title>',
        `<h1>青禾县群众出门更放心</h1><div class="article"><p>${P1}</p><p>${links}都装上了探头。</p><p>${P2}</p><p>${P3}</p></div>`,
      ),
    );
    expect(bodyOf(a)).toHaveLength(4);
  });

  test('a short page is read without it', () => {
    const a = html('<html><body><h1>青禾县装探头</h1><p>全县装了六百个探头。</p></body></html>');
    expect(a.title).toBe('青禾县装探头');
    expect(bodyOf(a)).toEqual(['全县装了六百个探头。']);
  });

  test('GB2312 by its meta tag', () => {
    // <p>探头。</p> in GB2312
    const head = Buffer.from('<html><head><meta charset="gb2312"></head><body><p>');
    const bytes = Buffer.concat([
      head,
      Buffer.from([0xcc, 0xbd, 0xcd, 0xb7, 0xd2, 0xd1, 0xd7, 0xb0, 0xba, 0xc3, 0xa1, 0xa3]),
      Buffer.from('</p></body></html>'),
    ]);
    expect(bodyOf(article(bytes, 'text/html'))).toEqual(['探头已装好。']);
  });
});
