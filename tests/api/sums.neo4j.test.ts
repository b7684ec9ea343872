import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import neo4j from 'neo4j-driver';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { serve } from '../../src/api/server.ts';
import { load } from '../../src/load.ts';
import type { Archive } from '../../src/store/archive.ts';
import type { Credentials } from '../../src/store/neo4j.ts';
import { openArchive } from '../../src/store/open-archive.ts';

const server = inject('neo4j');
const reason = 'reason' in server ? server.reason : null;
const { url, credentials } = 'reason' in server ? { url: '', credentials: {} as Credentials } : server;
const TOKEN = 'correct-horse-battery-staple';

const QUESTIONS = [
  `{ total(place: "370500", asset: camera) { figure min max sources added { nodes { fact { id } } } leftOutBecause { reason facts } } }`,
  `{ spending(by: [place, year], first: 50) { nodes { key { placeName year } facts total { figure max } } } }`,
  `{ deployments(by: [category, agencyType], first: 50) { nodes { key { category agencyType } total { figure } } } }`,
  `{ unitCosts { summaries { thing stage all { median count } } costs(first: 50) { nodes { yuan flags } } } }`,
  `{ neighborhood(id: "Program:雪亮工程", depth: 2) { truncated counts { kind total drawn } nodes { id label type depth } edges { id figure factId } } }`,
  `{ path(from: "东营市河口区", to: "Place:530400") { nodes { id } steps { roles sources facts { id } } } }`,
];

async function answers(archive: Archive, articles: readonly object[] = []): Promise<unknown[]> {
  const served = await serve(archive.store, { port: 0, writing: { archive, token: TOKEN } });
  const ask = async (query: string, variables = {}) => {
    const response = await fetch(`${served.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${TOKEN}` },
      body: JSON.stringify({ query, variables }),
    });
    return response.json();
  };
  const found: unknown[] = [];
  for (const query of QUESTIONS) found.push(await ask(query));
  const ingest = `mutation ($articles: [ArticleInput!]!) { ingest(articles: $articles) { written unchanged refused } }`;
  found.push(await ask(ingest, { articles }), await ask(ingest, { articles }));
  found.push(await ask('{ total(kind: STAFFED) { figure current } }'));
  await served.close();
  return found;
}

describe.skipIf(reason !== null)(`the API on Neo4j${reason === null ? '' : ` (skipped: ${reason})`}`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'xueliang-api-neo4j-'));
  let archive: Archive;
  beforeAll(async () => {
    const auth = credentials.password ? neo4j.auth.basic('neo4j', credentials.password) : undefined;
    const driver = neo4j.driver(url, auth);
    await driver.executeQuery('MATCH (n) DETACH DELETE n');
    await driver.close();
    archive = await openArchive(url, { ...credentials, journal: join(folder, 'journal') });
    await load(['demo/articles'], archive);
  }, 180_000);
  afterAll(async () => {
    await archive.close();
    rmSync(folder, { recursive: true });
  });

  it('adds up, draws, finds ways and takes articles as on the embedded engine', async () => {
    const embedded = await openArchive(`file:${join(folder, 'x.db')}`);
    await load(['demo/articles'], embedded);
    const known = { page: readFileSync('demo/articles/01_东营河口_2017.txt', 'utf8') };
    const fresh = { text: '2019年，利津县配备专职巡防队员86名。', title: '巡防', date: '2019-05-01' };
    const [here, there] = [await answers(embedded, [known, fresh]), await answers(archive, [known, fresh])];
    expect(there).toEqual(here);
    expect(here.filter((answer) => (answer as { errors?: unknown }).errors !== undefined)).toEqual([]);
    // What was loaded from a file is written once more, for its path is another now.
    expect(here.slice(-3, -1)).toEqual([
      { data: { ingest: { written: 2, unchanged: 0, refused: 0 } } },
      { data: { ingest: { written: 0, unchanged: 2, refused: 0 } } },
    ]);
    await embedded.close();
  }, 180_000);
});
