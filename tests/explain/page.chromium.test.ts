import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { explain } from '../../src/explain/explanation.ts';
import { explanationPage } from '../../src/explain/page.ts';
import { named, startChromium, WITHOUT } from '../browser/chromium.ts';
import { readingOf } from '../claim/page.ts';

const EXPLANATION = explain(
  readingOf(
    '利津县添探头460个',
    '2018年，利津县公安局推进雪亮工程。利津县公安局局长李建国介绍情况。',
    '当年全县投资320余万元，新建视频监控探头460个。挽回损失12万元。鼓楼区也来学习“<b>&amp;”。',
  ),
);

describe.skipIf(WITHOUT)(named('the explain page in Chromium'), () => {
  const folder = mkdtempSync(join(tmpdir(), 'xueliang-explain-'));
  const file = join(folder, 'page.html');
  let browser: Browser;
  let page: Page;
  const asked: string[] = [];
  const faults: string[] = [];

  beforeAll(async () => {
    writeFileSync(file, explanationPage(EXPLANATION, 'zh'));
    browser = await startChromium();
    page = await browser.newPage({ viewport: { width: 1300, height: 800 } });
    page.on('request', (request) => asked.push(request.url()));
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => faults.push(message.text()));
    await page.goto(pathToFileURL(file).href);
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const words = async (selector: string) => (await page.locator(selector).allTextContents()).join('');

  it('asks for nothing else, and holds nobody’s name', async () => {
    expect(asked.filter((url) => !url.startsWith('data:'))).toEqual([pathToFileURL(file).href]);
    expect(await page.content()).not.toContain('李建国');
    expect(await words('.words')).toContain('局长███介绍');
    expect(await words('.words')).toContain('学习“<b>&amp;”');
  });

  it('lights up the words of every attribute that has some', async () => {
    const { claims } = EXPLANATION.record;
    expect(claims.map((c) => c.kind)).toEqual(expect.arrayContaining(['FUNDED', 'DEPLOYED']));
    for (const [i, claim] of claims.entries()) {
      for (const { start, end } of Object.values(claim.evidence)) {
        await page
          .locator(`#c${i + 1} button[data-from="${start}"][data-to="${end}"]`)
          .first()
          .click();
        const paragraph = EXPLANATION.paragraphs.find((p) => p.start <= start && end <= p.end);
        expect(await words('.words .lit')).toBe(paragraph?.words.slice(start - paragraph.start, end - paragraph.start));
      }
    }
  });

  it('says what marked words were read as, and why a figure is no claim', async () => {
    await page.locator('.words .open').click();
    expect(await words('#details .zh')).toContain('可能是');
    expect(await words('#details')).toContain('南京市鼓楼区');
    await page.locator('.words .money.untaken').click();
    expect(await words('#details')).toContain('MONEY_NOT_FUNDING');
    await page.keyboard.press('Escape');
    expect(await page.locator('#details').isHidden()).toBe(true);
  });

  it('turns to English and back', async () => {
    const shown = (lang: 'zh' | 'en') => page.locator(`footer h2 .${lang}`).first().isVisible();
    expect([await shown('zh'), await shown('en')]).toEqual([true, false]);
    await page.locator('#lang').click();
    expect([await shown('zh'), await shown('en')]).toEqual([false, true]);
    await page.locator('#lang').click();
    expect([await shown('zh'), await shown('en')]).toEqual([true, false]);
  });

  it('fits a telephone: nothing stands out at the side', async () => {
    await page.setViewportSize({ width: 360, height: 700 });
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
  });

  it('runs without a fault', () => {
    expect(faults).toEqual([]);
  });
});
