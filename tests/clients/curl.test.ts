import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fence, json } from '../docs/blocks.ts';
import { lacks, run, type ServedDemo, servedDemo } from './served.ts';

const PAGE = 'docs/curl.md';
/** A command and what the page shows below it. */
const SHOWN = /```sh\n([\s\S]*?)\n```\n\n```(?:json|text)\n[\s\S]*?```\n/g;
const ADDRESS = 'http://127.0.0.1:4000';
const WITHOUT = await lacks('curl');

describe.skipIf(WITHOUT)(WITHOUT ? 'docs/curl.md (skipped: no curl)' : 'docs/curl.md', () => {
  let demo: ServedDemo;
  beforeAll(async () => {
    demo = await servedDemo();
  });
  afterAll(() => demo?.close());

  /** JSON is laid out for reading; nothing else of it is touched. */
  async function answered(command: string): Promise<string> {
    const env = { XUELIANG_WRITE_TOKEN: demo.token };
    const { status, stdout, stderr } = await run('bash', ['-c', command.replaceAll(ADDRESS, demo.url)], env);
    expect([status, stderr], command).toEqual([0, '']);
    const shown = stdout.trimEnd();
    return shown.startsWith('{') ? fence('json', json(JSON.parse(shown))) : fence('text', shown);
  }

  it('shows what its commands print, one after the other (DOCS_UPDATE=1 makes it anew)', async () => {
    const page = readFileSync(PAGE, 'utf8');
    const blocks = [...page.matchAll(SHOWN)];
    // Every command is followed by its answer, and each is asked.
    expect(blocks.length).toBe(page.match(/^```sh$/gm)?.length);
    let made = '';
    let last = 0;
    for (const { 0: block, 1: command = '', index } of blocks) {
      expect(command).toMatch(/^curl /);
      made += `${page.slice(last, index)}${fence('sh', command)}\n${await answered(command)}`;
      last = index + block.length;
    }
    made += page.slice(last);
    if (process.env.DOCS_UPDATE === '1') writeFileSync(PAGE, made);
    expect(readFileSync(PAGE, 'utf8')).toBe(made);
  });

  it('has what a client needs: variables, filters, pages, sums, search, edges, citations, errors, writing', () => {
    const page = readFileSync(PAGE, 'utf8');
    const commands = [...page.matchAll(SHOWN)].map(([, command]) => command).join('\n');
    for (const word of [
      ...['"variables"', 'filter:', 'orderBy:', 'after', 'total(', 'spending(', 'facets', 'neighborhood('],
      ...['path(', 'citation', 'dryRun: true', 'Bearer $XUELIANG_WRITE_TOKEN', 'conflicts'],
    ]) {
      expect(commands).toContain(word);
    }
    for (const shown of ['6600余万', '河口区', '1926', '"code": "LIMIT_PAGE"', '"outcome": "written"']) {
      expect(page).toContain(shown);
    }
  });
});
