import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Gate } from '../../src/api/gate.ts';
import { type Served, serve } from '../../src/api/server.ts';
import { load } from '../../src/load.ts';
import type { Archive } from '../../src/store/archive.ts';
import { digest } from '../../src/store/digest.ts';
import { openArchive, thisProcess } from '../../src/store/open-archive.ts';
import type { Answer } from './client.ts';

const TOKEN = 'correct-horse-battery-staple';
const DEMO = 'demo/articles';
const PAGES = readdirSync(DEMO)
  .sort()
  .map((file) => ({ page: readFileSync(join(DEMO, file), 'utf8') }));
const INGEST = `mutation ($articles: [ArticleInput!]!, $dryRun: Boolean! = false, $wait: Boolean! = true) {
  ingest(articles: $articles, dryRun: $dryRun, wait: $wait) { id state total ended written unchanged refused
    results { nodes { index outcome articleId claims record error { code message retriable } } } } }`;

const folder = mkdtempSync(join(tmpdir(), 'xueliang-ingest-'));
let archive: Archive;
let served: Served;
beforeAll(async () => {
  archive = await openArchive(`file:${join(folder, 'x.db')}`);
  served = await serve(archive.store, { port: 0, writing: { archive, token: TOKEN } });
});
afterAll(async () => {
  await served.close();
  await archive.close();
  rmSync(folder, { recursive: true });
});

async function ask(
  query: string,
  variables: Record<string, unknown> = {},
  token: string | null = TOKEN,
  at = served.url,
) {
  const authorization = token === null ? {} : { authorization: `Bearer ${token}` };
  const response = await fetch(`${at}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...authorization },
    body: JSON.stringify({ query, variables }),
  });
  return { ...((await response.json()) as Answer), status: response.status };
}

describe('ingest', () => {
  it('reads without writing in a dry run', async () => {
    const { data, errors } = await ask(INGEST, { articles: PAGES.slice(0, 2), dryRun: true });
    expect(errors).toBeUndefined();
    expect(data.ingest).toMatchObject({ state: 'done', total: 2, ended: 2, written: 0 });
    const [first] = data.ingest.results.nodes;
    const { record } = first;
    expect(first).toMatchObject({
      outcome: 'read',
      articleId: `Article:${record.article.id}`,
      claims: record.claims.length,
    });
    expect(record.claims.length).toBeGreaterThan(0);
    expect((await ask('{ stats { articles } }')).data.stats.articles).toBe(0);
  });

  it('writes what loading the same files writes; a second time nothing; a rebuild keeps it', async () => {
    const before = await ask('{ total(place: "370500", asset: camera) { figure } }');
    expect(before.data.total.figure).toBe(0);
    const { data, errors } = await ask(INGEST, { articles: PAGES });
    expect(errors).toBeUndefined();
    expect(data.ingest).toMatchObject({ state: 'done', written: PAGES.length, refused: 0 });
    const loaded = await openArchive('memory:');
    await load([DEMO], loaded);
    const expected = await digest(loaded.store);
    expect(await digest(archive.store)).toBe(expected);
    // Totals are of the graph as it is now.
    const { total } = (await ask('{ total(place: "370500", asset: camera) { figure current } }')).data;
    expect(total).toEqual({ figure: 3557, current: true });
    const again = await ask(INGEST, { articles: PAGES.toReversed() });
    expect(again.data.ingest).toMatchObject({ written: 0, unchanged: PAGES.length });
    const writer = await archive.begin(thisProcess('test'));
    expect(await writer.rebuild()).toBe(PAGES.length);
    await writer.end();
    expect(await digest(archive.store)).toBe(expected);
    await loaded.close();
  }, 120_000);

  it('refuses what is no article with its code, and takes the rest', async () => {
    const { data } = await ask(INGEST, {
      articles: [
        { page: '' },
        { page: '\u0000\u0001' },
        { title: '只有标题' },
        { page: 'x', text: 'y' },
        {
          text: '2016年，河口区投资300万元，新建监控探头120个。',
          title: '新探头',
          date: '2016-05-01',
          outlet: '河口报',
        },
      ],
    });
    expect(data.ingest).toMatchObject({ state: 'done', ended: 5, written: 1, refused: 4 });
    expect(
      data.ingest.results.nodes.map((result: { error: { code: string } | null }) => result.error?.code ?? null),
    ).toEqual([...['SOURCE_EMPTY', 'SOURCE_UNKNOWN_FORMAT', 'RECORD_MALFORMED', 'RECORD_MALFORMED', null]]);
    const id = data.ingest.results.nodes[4].articleId;
    const { node } = (
      await ask(
        'query ($id: ID!) { node(id: $id) { ... on Article { title outlet publishedOn claims { totalCount } } } }',
        { id },
      )
    ).data;
    expect(node).toEqual({ title: '新探头', outlet: '河口报', publishedOn: '2016-05-01', claims: { totalCount: 2 } });
  });

  it('gives a record the id that a line of JSONL gives it', async () => {
    const record = { text: '2015年，西城区安装摄像头75个。', title: '摄像头', date: '2015-03-01' };
    const { data } = await ask(INGEST, { articles: [{ ...record, outlet: null }], dryRun: true });
    const { createHash } = await import('node:crypto');
    const sha256 = createHash('sha256').update(JSON.stringify(record)).digest('hex');
    expect(data.ingest.results.nodes[0].articleId).toBe(`Article:${sha256}`);
  });

  it('answers at once when asked to, says how far it is, and reads go on meanwhile', async () => {
    const articles = Array.from({ length: 60 }, (_, i) => ({
      text: `2014年，东营市东营区安装监控摄像头${200 + i}个，配备巡逻车${3 + i}辆。`,
      title: `第${i}期`,
    }));
    const { data } = await ask(INGEST, { articles, wait: false });
    expect(data.ingest.ended).toBeLessThan(60);
    const states = new Set<string>();
    for (;;) {
      const [now, reading] = await Promise.all([
        ask('query ($id: ID!) { ingestion(id: $id) { state ended written } }', { id: data.ingest.id }),
        ask('{ claims(first: 1) { nodes { quote } } }', {}, null),
      ]);
      expect(reading.data.claims.nodes).toHaveLength(1);
      states.add(now.data.ingestion.state);
      if (now.data.ingestion.state === 'done') {
        expect(now.data.ingestion).toMatchObject({ ended: 60, written: 60 });
        break;
      }
    }
    expect(states.size).toBeGreaterThan(1);
    expect((await ask('{ ingestion(id: "none") { state } }')).data.ingestion).toBeNull();
  }, 120_000);

  it('refuses every article while another writes, and says that it may be tried again', async () => {
    const writer = await archive.begin(thisProcess('load'));
    const { data } = await ask(INGEST, { articles: [{ text: '2013年，利津县安装摄像头30个。' }] });
    expect(data.ingest.results.nodes[0]).toMatchObject({
      outcome: 'refused',
      error: { code: 'STORE_LOCKED', retriable: true },
    });
    await writer.end();
  });

  it('takes no more than a hundred', async () => {
    const articles = Array.from({ length: 101 }, () => ({ text: 'x' }));
    expect((await ask(INGEST, { articles })).errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });
});

describe('the token', () => {
  it('is needed: without one, or with a wrong one, nothing is read or written, and the next has to wait', async () => {
    const own = await serve(archive.store, { port: 0, writing: { archive, token: TOKEN } });
    const articles = [{ text: '2012年，广饶县安装摄像头21个。' }];
    const none = await ask(INGEST, { articles }, null, own.url);
    expect([none.status, none.errors?.[0]?.extensions.code]).toEqual([403, 'WRITE_TOKEN']);
    const wrong = await ask(INGEST, { articles }, `${TOKEN}r`, own.url);
    expect([wrong.status, wrong.errors?.[0]?.extensions.code]).toEqual([403, 'WRITE_TOKEN']);
    expect((await ask('{ ingestion(id: "x") { id } }', {}, null, own.url)).errors?.[0]?.extensions.code).toMatch(
      /^WRITE_/,
    );
    await own.close();
  });

  it('cannot help where writing is off', async () => {
    const own = await serve(archive.store, { port: 0 });
    const { status, errors } = await ask(INGEST, { articles: [] }, TOKEN, own.url);
    expect([status, errors?.[0]?.extensions.code]).toEqual([403, 'WRITE_OFF']);
    await own.close();
  });

  it('must be long', () => {
    expect(() => new Gate('short')).toThrow(/openssl/);
  });

  it('makes who guesses wait ever longer, up to a minute, and nobody else', () => {
    let now = 0;
    const gate = new Gate(TOKEN, () => now);
    const code = (token: string, from: string) => {
      try {
        gate.admit(`Bearer ${token}`, from);
        return null;
      } catch (error) {
        return (error as { code: string }).code;
      }
    };
    const waits: number[] = [];
    for (let i = 0; i < 12; i++) {
      expect(code('wrong-wrong-wrong', '192.0.2.1')).toBe('WRITE_TOKEN');
      const since = now;
      // Each is looked at when the time is up, and not before: by then it is one more.
      while (code('wrong-wrong-wrong', '192.0.2.1') === 'WRITE_WAIT') now += 100;
      waits.push(now - since);
      now += 70_000;
    }
    expect(waits.slice(0, 3)).toEqual([200, 800, 3200]);
    expect(Math.max(...waits)).toBe(60_000);
    expect(code(TOKEN, '192.0.2.2')).toBeNull();
    expect(code('wrong-wrong-wrong', '2001:db8:1:1::1')).toBe('WRITE_TOKEN');
    expect(code(TOKEN, '2001:db8:1:1::2')).toBe('WRITE_WAIT');
    expect(code(TOKEN, '2001:db8:1:2::2')).toBeNull();
    now += 15 * 60_000;
    expect(code(TOKEN, '192.0.2.1')).toBeNull();
  });
});
