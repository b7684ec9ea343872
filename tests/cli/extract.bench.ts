import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, bench, describe } from 'vitest';
import { readSources } from '../../src/source/read.ts';

const MAIN = 'dist/cli/main.js';
const folder = mkdtempSync(join(tmpdir(), 'xueliang-length-'));
const pages: string[] = [];
for await (const source of readSources(['evaluation/write/articles'])) {
  if (!(source instanceof Error)) pages.push(Buffer.from(source.bytes).toString());
}

/** The set's pages as one article of so many megabytes, the figures of each round of their own, so that no claim is retold. */
function articleOf(megabytes: number): string {
  const parts: string[] = [];
  let bytes = 0;
  for (let i = 0; bytes < megabytes * 1e6; i++) {
    const round = Math.floor(i / pages.length);
    const page = (pages[i % pages.length] ?? '').replace(
      /(?<![\d年])\d{2,4}(?=[个台路名支套处辆件])/gu,
      (n) => `${Number(n) + 7 * round}`,
    );
    parts.push(page);
    bytes += Buffer.byteLength(page);
  }
  const path = join(folder, `${megabytes}.txt`);
  writeFileSync(path, parts.join('\n'));
  return path;
}

const articles = new Map([1, 10].map((megabytes) => [megabytes, articleOf(megabytes)]));
const peaks = new Map<number, number>();

/** Runs the command on an article in a process of its own, which says at its end how much memory it took. */
function extract(megabytes: number): void {
  const watch = join(folder, 'peak.mjs');
  const out = join(folder, 'peak.txt');
  writeFileSync(
    watch,
    `import { writeFileSync } from 'node:fs';\nprocess.on('exit', () => writeFileSync(${JSON.stringify(out)}, String(process.resourceUsage().maxRSS)));\n`,
  );
  const ran = spawnSync(
    process.execPath,
    ['--import', watch, MAIN, 'extract', articles.get(megabytes) ?? '', '--format', 'jsonl'],
    { maxBuffer: 1e9 },
  );
  if (ran.status !== 0 || ran.stdout.length === 0) throw new Error(`extract failed: ${ran.stderr}`);
  peaks.set(megabytes, Math.max(peaks.get(megabytes) ?? 0, Number(readFileSync(out, 'utf8')) / 1024));
}

/** Milliseconds from the start of the command to its first record, the median of five runs on a page of the set. */
function firstRecord(): number {
  const page = join(folder, 'page.txt');
  writeFileSync(page, pages[0] ?? '');
  const times = Array.from({ length: 5 }, () => {
    const began = performance.now();
    spawnSync(process.execPath, [MAIN, 'extract', page, '--format', 'jsonl']);
    return performance.now() - began;
  });
  return times.sort((a, b) => a - b)[2] ?? Number.NaN;
}

console.log(`start to first record: ${firstRecord().toFixed(0)} ms (bar 1,000)`);
afterAll(() => {
  rmSync(folder, { recursive: true });
  for (const [megabytes, peak] of peaks)
    console.log(`${megabytes} MB in one article: at most ${peak.toFixed(0)} MB of memory (bar 300)`);
});

describe('one article of ten times the length: at most about ten times the time', () => {
  const few = { iterations: 3, warmupIterations: 0, time: 0, warmupTime: 0 };
  for (const megabytes of articles.keys()) bench(`${megabytes} MB`, () => extract(megabytes), few);
});
