import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { missingTools, startNeo4j } from '../../scripts/neo4j-jars.mjs';
import { load } from '../../src/load.ts';
import { openArchive } from '../../src/store/open-archive.ts';
import { CHROMIUM, startChromium } from './chromium.ts';

const missing = missingTools() ?? (CHROMIUM === undefined ? 'no Chromium; set XUELIANG_CHROMIUM' : null);
/** In CI a missing part is a failure. */
const WITHOUT = missing !== null && process.env.CI === undefined;
const QUERY = readFileSync('cypher/browser/03-money-flow.cypher', 'utf8').replace(/^\/\/.*\n/gm, '');
const STYLE = readFileSync('cypher/browser/xueliang.grass', 'utf8');

/** The colour that the style gives a label. */
function colour(label: string): string {
  return new RegExp(`node\\.${label} \\{[^}]*\\n  color: (#\\w+)`).exec(STYLE)?.[1] ?? 'none';
}

async function connect(page: Page, bolt: string): Promise<void> {
  await page.locator('select').filter({ hasText: 'No authentication' }).selectOption({ label: 'No authentication' });
  await page.locator('select').filter({ hasText: 'bolt://' }).selectOption({ label: 'bolt://' });
  await page.locator('[data-testid="boltaddress"]').fill(bolt.replace('bolt://', ''));
  await page.locator('button[data-testid="connect"]').click();
  await page.locator('[data-testid="boltaddress"]').waitFor({ state: 'detached' });
}

/** Drops the style file onto the window, as a person does. */
async function dropStyle(page: Page): Promise<void> {
  for (const type of ['dragenter', 'dragover', 'drop']) {
    await page.evaluate(`(() => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([${JSON.stringify(STYLE)}], 'xueliang.grass'));
      const event = new DragEvent('${type}', { bubbles: true, cancelable: true, dataTransfer });
      document.elementFromPoint(700, 500).dispatchEvent(event);
    })()`);
    await page.waitForTimeout(400);
  }
}

describe.skipIf(WITHOUT)(`Neo4j Browser in Chromium${WITHOUT ? ` (skipped: ${missing})` : ''}`, () => {
  const journal = mkdtempSync(join(tmpdir(), 'xueliang-browser-'));
  let server: Awaited<ReturnType<typeof startNeo4j>>;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    server = await startNeo4j();
    const archive = await openArchive(server.bolt, { journal });
    await load(['demo/articles'], archive);
    await archive.close();
    browser = await startChromium();
    page = await browser.newPage({ viewport: { width: 1400, height: 950 } });
    await page.goto(server.browser);
    await connect(page, server.bolt);
    await dropStyle(page);
    await page.locator('.monaco-editor').first().click();
    await page.keyboard.insertText(QUERY);
    await page.keyboard.press('Control+Enter');
    await page.locator('g.node').first().waitFor();
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    rmSync(journal, { recursive: true, force: true });
  });

  it('draws places, agencies, programs and things in the colours of the style', async () => {
    const fills = await page.evaluate<(string | null)[]>(
      "[...document.querySelectorAll('g.node circle')].map((c) => c.getAttribute('fill'))",
    );
    const wanted = ['Place', 'Agency', 'Program', 'Asset'].map(colour);
    expect(new Set(wanted).size).toBe(4);
    expect(fills).toEqual(expect.arrayContaining(wanted));
  });

  it('writes amounts on the edges', async () => {
    await expect.poll(() => page.locator('g.relationship text').allTextContents()).toContain('¥66000000');
  });

  it('is photographed for the guide when asked', async () => {
    await page.locator('[title="Fullscreen"]').first().click();
    await page.locator('[aria-label="zoom-to-fit"]').first().click();
    const path = process.env.DOCS_UPDATE ? 'docs/browser-graph.png' : join(journal, 'graph.png');
    expect((await page.screenshot({ path })).length).toBeLessThan(300_000);
  });
});
