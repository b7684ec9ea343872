import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const KNOWN = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The browser that pages are looked at in: `XUELIANG_CHROMIUM`, else where systems put it; undefined when there is none. */
export const CHROMIUM = process.env.XUELIANG_CHROMIUM ?? KNOWN.find((path) => existsSync(path));

/** Groups of browser tests say why they skip; in CI they never do. */
export const WITHOUT = CHROMIUM === undefined && process.env.CI === undefined;
/** The name of a group, with the reason when it is skipped. */
export const named = (name: string): string =>
  WITHOUT ? `${name} (skipped: no Chromium; set XUELIANG_CHROMIUM)` : name;

/** Starts it without the background connections that it would make by itself. */
export function startChromium(): Promise<Browser> {
  const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-quic'];
  return chromium.launch({
    executablePath: CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--no-first-run', ...quiet],
  });
}
