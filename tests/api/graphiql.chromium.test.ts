import { existsSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EXAMPLES } from '../../graphiql/examples.js';
import { named, startChromium, WITHOUT } from '../browser/chromium.ts';
import { type Client, client } from './client.ts';

describe.skipIf(WITHOUT)(named('GraphiQL in Chromium'), () => {
  let api: Client;
  let browser: Browser;
  let page: Page;
  const asked: string[] = [];
  const faults: string[] = [];

  beforeAll(async () => {
    expect(existsSync('dist/graphiql/index.html'), 'npm run build makes GraphiQL').toBe(true);
    api = await client();
    browser = await startChromium();
    page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
    page.on('request', (request) => asked.push(request.url()));
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
    await page.addInitScript(
      "globalThis.violations = []; addEventListener('securitypolicyviolation', (e) => violations.push(e.violatedDirective + ' ' + e.blockedURI))",
    );
    await page.goto(`${api.url}/graphiql`);
  });
  afterAll(async () => {
    await browser?.close();
    await api?.close();
  });

  it('opens with the examples in tabs, and answers the first with its words', async () => {
    const run = page.locator('.graphiql-execute-button');
    await run.waitFor();
    expect(await page.locator('.graphiql-tab').count()).toBe(EXAMPLES.length);
    // The button asks nothing before the editor has its document.
    await page.locator('.graphiql-query-editor .view-lines').getByText('Money').first().waitFor();
    await run.click();
    await page.locator('.result-window').getByText('东河区投资6600余万元').first().waitFor();
  });

  it('completes fields, by its own workers', async () => {
    await page.locator('.graphiql-query-editor .view-line').nth(5).click();
    await page.keyboard.press('End');
    await page.keyboard.type(' disp');
    await page.locator('.suggest-widget .monaco-list-row').getByText('disputed').first().waitFor();
  });

  it('asked nothing of anybody else, under its policy', async () => {
    expect(asked.length).toBeGreaterThan(10);
    expect(asked.filter((url) => !url.startsWith(`${api.url}/`) && !url.startsWith('data:'))).toEqual([]);
    expect(await page.evaluate('violations')).toEqual([]);
    expect(faults).toEqual([]);
    const policy = (await fetch(`${api.url}/graphiql`)).headers.get('content-security-policy') ?? '';
    expect(policy).toContain("script-src 'self';");
    expect(policy).not.toMatch(/unsafe-eval|\*|https?:|script-src[^;]*unsafe/);
  });

  it('serves its own files only, packed for who can unpack', async () => {
    for (const path of ['../server.js', '..%2f..%2fpackage.json', 'index.html', 'nothing.js']) {
      expect((await fetch(`${api.url}/graphiql/assets/${path}`)).status, path).toBe(404);
    }
    const script = asked.find((url) => url.endsWith('.js')) ?? '';
    const plain = await fetch(script, { headers: { 'accept-encoding': 'identity' } });
    const packed = await fetch(script, { headers: { 'accept-encoding': 'gzip' } });
    expect(packed.headers.get('content-encoding')).toBe('gzip');
    expect(await packed.text()).toBe(await plain.text());
  });
});
