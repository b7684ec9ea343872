import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { inspect } from 'node:util';
import neo4j from 'neo4j-driver';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { missingTools, startNeo4j } from '../../../scripts/neo4j-jars.mjs';
import { openStore } from '../../../src/store/engines.ts';
import { openNeo4j } from '../../../src/store/neo4j.ts';
import { statement } from '../../../src/store/queries.ts';
import type { Store } from '../../../src/store/store.ts';
import { folder as articleFolder, PAID } from '../../cli/articles.ts';
import { xueliang } from '../../cli/terminal.ts';
import { startProxy, type Way } from '../../reliability/proxy.ts';
import { testStatement } from '../spy.ts';
import { versions } from '../versions.ts';
import { type Certificates, makeCertificates, missingOpenssl, tlsSettings } from './certificates.ts';

const server = inject('neo4j');
const reason = 'reason' in server ? server.reason : null;
const { url, credentials } = 'reason' in server ? { url: '', credentials: {} } : server;

const rows = (key: string) => ({ statement: MARK, rows: [{ key }] });
const MARK = testStatement('UNWIND $rows AS row MERGE (n:TestMark {key: row.key})', ['rows'], []);
const marks = testStatement('MATCH (n:TestMark) RETURN count(n.key) AS n', [], ['n']);

async function run(cypher: string): Promise<void> {
  const { password } = credentials as { password?: string };
  const driver = neo4j.driver(url, password ? neo4j.auth.basic('neo4j', password) : undefined);
  await driver.executeQuery(cypher).finally(() => driver.close());
}

describe.skipIf(reason !== null)(`a connection to Neo4j${reason === null ? '' : ` (skipped: ${reason})`}`, () => {
  let proxy: Way;
  let way = '';
  beforeAll(async () => {
    proxy = await startProxy(Number(new URL(url).port));
    way = `bolt://127.0.0.1:${proxy.port}`;
    await run('MATCH (n) DETACH DELETE n');
  });
  afterAll(async () => {
    await proxy?.close();
    await run('MATCH (n) DETACH DELETE n');
  });

  versions({
    asBefore: async () => {
      await run('MATCH (n) DETACH DELETE n');
      const store = await openNeo4j(url, credentials);
      await store.migrate();
      return store;
    },
    now: (options) => openStore(url, { ...credentials, ...options }),
  });

  it('by neo4j:// reaches a single server, with the name of its database', async () => {
    const store = await openStore(url.replace('bolt:', 'neo4j:'), { ...credentials, database: 'neo4j' });
    await store.write([rows('routed')]);
    expect(await store.read(marks)).toEqual([{ n: 1 }]);
    await store.close();
  });

  it('says with a read what it wrote before, so that a server that lags behind waits', async () => {
    const store = await openStore(way, { ...credentials, readOnly: true });
    proxy.sent.length = 0;
    await store.write([rows('written')]);
    proxy.sent.length = 0;
    await store.read(marks);
    const asked = Buffer.concat(proxy.sent).toString('latin1');
    expect(asked).toMatch(/bookmarks.{1,4}FB:/s);
    await store.close();
  });

  it('knows every statement about roles that docs/scaling.md gives, though Community has none', async () => {
    const page = readFileSync('docs/scaling.md', 'utf8');
    const [, block = ''] = /<!-- statements: roles -->\n```cypher\n([^`]*)```/.exec(page) ?? [];
    const { password } = credentials as { password?: string };
    const driver = neo4j.driver(url, password ? neo4j.auth.basic('neo4j', password) : undefined);
    const ask = (text: string) => driver.executeQuery(text, {}, { database: 'system' });
    const codes: string[] = [];
    for (const text of block.split(';').filter((part) => part.trim() !== ''))
      codes.push(
        await ask(text).then(
          () => 'done',
          (error) => error.code.replace('Neo.ClientError.Statement.', ''),
        ),
      );
    for (const user of ['xueliang_api', 'xueliang_load']) await ask(`DROP USER ${user} IF EXISTS`);
    await driver.close();
    expect(codes).toHaveLength(16);
    expect([...new Set(codes)].sort()).toEqual(['UnsupportedAdministrationCommand', 'done']);
    expect(codes.filter((code) => code === 'done')).toHaveLength(2);
  });

  it('reads in sessions in which the server refuses to write', async () => {
    const store = await openStore(url, credentials);
    const write = testStatement("CREATE (n:TestMark {key: 'never'}) RETURN n.key AS key", [], ['key']);
    await expect(store.read(write)).rejects.toMatchObject({
      code: 'QUERY_FAILED',
      message: 'the statement writes, and only reading is allowed here',
      cause: expect.objectContaining({ code: 'Neo.ClientError.Statement.AccessMode' }),
    });
    await store.close();
  });

  it('keeps to the size of its pool, waits no longer than told for a connection, and renews old ones', async () => {
    const small = { ...credentials, readOnly: true, poolSize: 1, acquisitionTimeout: 1000, connectionLifetime: 1500 };
    const store = await openStore(way, { ...small, statementLimit: 5000 });
    const before = proxy.seen().connections;
    await Promise.all([1, 2, 3].map(() => store.read(marks)));
    expect(proxy.seen().connections - before).toBeLessThanOrEqual(1);
    const slow = testStatement('UNWIND range(1, 300000000) AS i RETURN sum(i % 7) AS n', [], ['n']);
    const running = store.read(slow).catch((error) => error.code);
    await wait(200);
    await expect(store.read(marks)).rejects.toMatchObject({
      code: 'STORE_UNAVAILABLE',
      message: 'no connection to Neo4j came free in time',
    });
    await running;
    await wait(1600);
    const then = proxy.seen().connections;
    await store.read(marks);
    expect(proxy.seen().connections).toBe(then + 1);
    await store.close();
  }, 60_000);

  describe('under the commands', () => {
    const CANARY = 'kanarienvogel-7319';
    const { password = '' } = credentials as { password?: string };
    const env = (more: Record<string, string>) => ({ XUELIANG_STORE: url, ...more });

    it.each([
      ['a wrong password', { XUELIANG_NEO4J_PASSWORD: CANARY }, 'STORE_AUTH'],
      ['a wrong reader', { XUELIANG_NEO4J_READ_USER: 'reader', XUELIANG_NEO4J_READ_PASSWORD: CANARY }, 'STORE_AUTH'],
      ['nobody there', { XUELIANG_NEO4J_PASSWORD: CANARY, XUELIANG_STORE: 'bolt://127.0.0.1:1' }, 'STORE_UNAVAILABLE'],
      ['a password in the address', { XUELIANG_STORE: `bolt://neo4j:${CANARY}@127.0.0.1:1` }, 'USAGE'],
      ['one with a slash in it', { XUELIANG_STORE: `neo4j://neo4j:a/${CANARY}@127.0.0.1:1` }, 'USAGE'],
      ['one in an address of no engine', { XUELIANG_STORE: `http://neo4j:${CANARY}@127.0.0.1:1` }, 'USAGE'],
      ['a wrong number', { XUELIANG_NEO4J_PASSWORD: CANARY, XUELIANG_NEO4J_POOL: 'many' }, 'USAGE'],
    ])('%s is said in one line without the secret', async (_, given, code) => {
      const ran = await xueliang(['status'], { env: env(given) });
      expect(ran.err).toContain(`(${code})`);
      expect(ran.err.trim().split('\n')).toHaveLength(1);
      expect(ran.out + ran.err).not.toContain(CANARY);
    });

    it('errors do not hold the secret anywhere, for whoever logs them whole', async () => {
      for (const at of [url, 'bolt://127.0.0.1:1', `bolt://neo4j:${CANARY}@127.0.0.1:1`, `x://neo4j:${CANARY}@h`]) {
        const error = await openStore(at, { password: CANARY }).then(
          (store) => store.close(),
          (e) => e,
        );
        expect(error, at).toBeInstanceOf(Error);
        expect(inspect(error, { depth: 20, showHidden: true })).not.toContain(CANARY);
      }
    });

    it('readers log in as the reader, and writers do not', async () => {
      const files = articleFolder({ 'a.txt': PAID });
      const journal = files.at('j.journal');
      const both = { XUELIANG_NEO4J_PASSWORD: password, XUELIANG_NEO4J_READ_USER: 'neo4j' };
      const right = env({ ...both, XUELIANG_NEO4J_READ_PASSWORD: password });
      const wrong = env({ ...both, XUELIANG_NEO4J_READ_PASSWORD: CANARY });
      await run('MATCH (n) DETACH DELETE n');
      const loaded = await xueliang(['load', files.at('a.txt'), '--journal', journal], { env: wrong });
      expect(loaded, loaded.err).toMatchObject({ status: 0 });
      expect(await xueliang(['status'], { env: right })).toMatchObject({ status: 0 });
      if (password !== '') expect((await xueliang(['status'], { env: wrong })).err).toContain('(STORE_AUTH)');
      const upgraded = await xueliang(['upgrade', '--journal', journal], { env: right });
      expect(upgraded.out).toMatch(/ has schema \d+\n$/);
      files.remove();
    });
  });
});

const missing = missingTools() ?? missingOpenssl();

describe.skipIf(missing !== null)(`TLS to Neo4j${missing === null ? '' : ` (skipped: ${missing})`}`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'xueliang-tls-'));
  let own: Certificates;
  let other: Certificates;
  let port = '';
  let plainPort = '';
  let stop: () => Promise<void> = async () => undefined;

  beforeAll(async () => {
    own = makeCertificates(join(folder, 'own'), 'DNS:localhost');
    other = makeCertificates(join(folder, 'other'));
    const started = await startNeo4j({ settings: tlsSettings(own) });
    ({ port } = new URL(started.bolt));
    plainPort = new URL(started.browser).port;
    stop = started.stop;
  }, 300_000);
  afterAll(async () => {
    await stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const opened = (at: string, ca?: string): Promise<Store> => openStore(at, ca === undefined ? {} : { ca });

  it.each(['bolt+s', 'neo4j+s'])('%s trusts the authority that it is given', async (scheme) => {
    const store = await opened(`${scheme}://localhost:${port}`, own.ca);
    await store.write([rows('secret')]);
    expect(await store.read(statement('articlesCount'))).toEqual([{ total: 0 }]);
    await store.close();
  });

  it.each(['bolt+s', 'neo4j+s'])('%s refuses another’s certificate, and another name', async (scheme) => {
    const stranger = { code: 'STORE_CERTIFICATE', message: expect.stringContaining('signed by no authority') };
    await expect(opened(`${scheme}://localhost:${port}`, other.ca)).rejects.toMatchObject(stranger);
    await expect(opened(`${scheme}://localhost:${port}`)).rejects.toMatchObject(stranger);
    const misnamed = { code: 'STORE_CERTIFICATE', message: expect.stringContaining('for another name') };
    await expect(opened(`${scheme}://127.0.0.1:${port}`, own.ca)).rejects.toMatchObject(misnamed);
  });

  it('bolt+ssc takes whatever certificate comes; plain and TLS do not pass for each other', async () => {
    await (await opened(`bolt+ssc://127.0.0.1:${port}`)).close();
    const plain = opened(`bolt+s://localhost:${plainPort}`, own.ca);
    await expect(plain).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE', message: expect.stringContaining('TLS') });
  });

  it('says what is wrong with a file of authorities', async () => {
    const at = `neo4j+s://localhost:${port}`;
    writeFileSync(join(folder, 'empty.pem'), 'nothing');
    const usage = (message: string) => ({ code: 'USAGE', message: expect.stringContaining(message) });
    await expect(opened(at, join(folder, 'none.pem'))).rejects.toMatchObject(usage('cannot be read'));
    await expect(opened(at, join(folder, 'empty.pem'))).rejects.toMatchObject(usage('no certificate'));
    await expect(opened(`bolt://localhost:${port}`, own.ca)).rejects.toMatchObject(usage('neo4j+s://'));
  });
});
