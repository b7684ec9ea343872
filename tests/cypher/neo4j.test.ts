import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import neo4j, { type Driver } from 'neo4j-driver';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { load } from '../../src/load.ts';
import { openStore } from '../../src/store/engines.ts';
import { writeRecords } from '../../src/store/load.ts';
import type { Credentials } from '../../src/store/neo4j.ts';
import { openArchive } from '../../src/store/open-archive.ts';
import { corpus, edges } from '../store/corpus.ts';
import { divisions } from '../store/fixture.ts';

const server = inject('neo4j');
const reason = 'reason' in server ? server.reason : null;
const { url, credentials } = 'reason' in server ? { url: '', credentials: {} as Credentials } : server;
const FOLDER = 'cypher/browser/';
const FILES = readdirSync(FOLDER).filter((file) => file.endsWith('.cypher'));
/** Both ends are one node each, found in a unique index: the product is one row. */
const PRODUCT_OF_ONE_ROW = new Set(['15-connected-pair.cypher']);

interface Worked {
  readonly head: readonly string[];
  readonly params: Readonly<Record<string, string>>;
  readonly text: string;
}

interface Step {
  readonly operatorType: string;
  readonly children: readonly Step[];
}

/** A file as a person pastes it: head comments, `:param` lines, one statement. */
function worked(file: string): Worked {
  const lines = readFileSync(FOLDER + file, 'utf8').split('\n');
  const given = lines.map((line) => /^:param (\w+) => '(.*)';$/.exec(line)).filter((match) => match !== null);
  return {
    head: lines.filter((line) => line.startsWith('//')),
    params: Object.fromEntries(given.map(([, name = '', value = '']) => [name, value])),
    text: lines
      .filter((line) => !/^(:|\/\/)/.test(line))
      .join('\n')
      .trim()
      .replace(/;$/, ''),
  };
}

function operators(step: Step): string[] {
  return [step.operatorType.split('@')[0] ?? '', ...step.children.flatMap(operators)];
}

describe.skipIf(reason !== null)(`queries for Neo4j Browser${reason === null ? '' : ` (skipped: ${reason})`}`, () => {
  let driver: Driver;
  const rows = new Map<string, number>();

  const count = async () => {
    for (const file of FILES) {
      const { text, params } = worked(file);
      const { records } = await driver.executeQuery(text, params, { routing: 'READ' });
      rows.set(file, (rows.get(file) ?? 0) + records.length);
    }
  };
  const empty = () => driver.executeQuery('MATCH (n) DETACH DELETE n');

  beforeAll(async () => {
    driver = neo4j.driver(url, credentials.password ? neo4j.auth.basic('neo4j', credentials.password) : undefined);
    await empty();
    const invented = await openStore(url, credentials);
    await writeRecords(invented, [...corpus(), edges()], divisions);
    await invented.close();
    await count();
    await empty();
    const journal = mkdtempSync(join(tmpdir(), 'xueliang-browser-'));
    const demo = await openArchive(url, { ...credentials, journal });
    await load(['demo/articles'], demo);
    await demo.close();
    rmSync(journal, { recursive: true, force: true });
    await count();
  }, 180_000);
  afterAll(() => driver?.close());

  it('are at least twenty', () => {
    expect(FILES.length).toBeGreaterThanOrEqual(20);
  });

  it.each(FILES)('%s says what it answers, in English and Chinese, and finds it', async (file) => {
    const { head, text, params } = worked(file);
    expect(head).toHaveLength(2);
    expect(head[1]).toMatch(/\p{Script=Han}/u);
    expect(text).toMatch(/\bLIMIT \d+\b/);
    expect(rows.get(file)).toBeGreaterThan(0);
    const { summary } = await driver.executeQuery(`EXPLAIN ${text}`, params);
    expect(summary.queryType).toBe('r');
    if (summary.plan === false) throw new Error('no plan');
    const steps = operators(summary.plan);
    expect(steps).not.toContain('AllNodesScan');
    expect(steps.includes('CartesianProduct')).toBe(PRODUCT_OF_ONE_ROW.has(file));
  });
});
