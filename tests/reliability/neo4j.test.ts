import { mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import neo4j from 'neo4j-driver';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { missingTools, startNeo4j } from '../../scripts/neo4j-jars.mjs';
import type { Entry } from '../../src/journal/entry.ts';
import { checkInvariants } from '../../src/store/check.ts';
import { digest } from '../../src/store/digest.ts';
import { openStore } from '../../src/store/engines.ts';
import { type ArchiveOptions, openArchive, thisProcess } from '../../src/store/open-archive.ts';
import { statement } from '../../src/store/queries.ts';
import type { Store } from '../../src/store/store.ts';
import { corpus } from '../store/corpus.ts';
import { testStatement } from '../store/spy.ts';
import { type Fault, recordFaults } from './table.ts';

const server = inject('neo4j');
const reason = 'reason' in server ? server.reason : null;
const { url, credentials } = 'reason' in server ? { url: '', credentials: {} } : server;
const me = thisProcess('load');
const entries: Entry[] = corpus().map(({ record, text = '' }) => ({ rulesVersion: '1', record, text, sketch: null }));

async function write(archiveUrl: string, options: ArchiveOptions, what: readonly Entry[]): Promise<string> {
  const archive = await openArchive(archiveUrl, options);
  try {
    const writer = await archive.begin(me);
    await writer.write(what);
    await writer.end();
    return await digest(archive.store);
  } finally {
    await archive.close();
  }
}

async function run(cypher: string, params = {}): Promise<void> {
  const { password } = credentials as { password?: string };
  const driver = neo4j.driver(url, password ? neo4j.auth.basic('neo4j', password) : undefined);
  await driver.executeQuery(cypher, params).finally(() => driver.close());
}

describe.skipIf(reason !== null)(`Neo4j and its journal${reason === null ? '' : ` (skipped: ${reason})`}`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'xueliang-neo4j-journal-'));
  const journal = join(folder, 'one.journal');
  const options = { ...credentials, journal };
  const faults: Fault[] = [];
  let embedded = '';

  beforeAll(async () => {
    await run('MATCH (n) DETACH DELETE n');
    embedded = await write(`file:${join(folder, 'a.db')}`, {}, entries);
  });
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads the pattern, and gives the suite second
  afterAll(({}, suite) => {
    rmSync(folder, { recursive: true, force: true });
    recordFaults(suite, faults);
  });

  it('is written through its journal, gives the digest of the embedded engine, and is rebuilt to it', async () => {
    expect(await write(url, options, entries)).toBe(embedded);
    await run('MATCH (n:Claim) DETACH DELETE n');
    const archive = await openArchive(url, { ...options, rebuild: true });
    const writer = await archive.begin(me);
    expect(await writer.rebuild()).toBe(entries.length);
    await writer.end();
    expect(await digest(archive.store)).toBe(embedded);
    await archive.close();
  }, 180_000);

  it('is rebuilt from the embedded store’s journal, and that from its', async () => {
    const swapped = { ...credentials, journal: join(folder, 'a.db.journal') };
    await expect(openArchive(url, swapped)).rejects.toMatchObject({ code: 'JOURNAL_FOREIGN', retriable: false });
    const archive = await openArchive(url, { ...swapped, adopt: true, rebuild: true });
    const writer = await archive.begin(me);
    await writer.rebuild();
    await writer.end();
    expect(await digest(archive.store)).toBe(embedded);
    await archive.close();
    await expect(openArchive(url, options)).rejects.toMatchObject({ code: 'JOURNAL_FOREIGN' });
    await (await openArchive(url, { ...options, adopt: true })).close();
  });

  it('catches up with what only the journal has, and misses what only it has', async () => {
    await run('MATCH (n:Journal) SET n.sequence = 2');
    const said: string[] = [];
    const notify = (line: string) => void said.push(line);
    await (await openArchive(url, { ...options, notify })).close();
    expect(said).toEqual([`${entries.length - 2} articles written into the graph from the journal`]);
    await run('MATCH (n:Journal) SET n.sequence = 99');
    await expect(openArchive(url, options)).rejects.toMatchObject({ code: 'JOURNAL_SHORT' });
    await (await openArchive(url, { ...options, rebuild: true })).close();
    await run('MATCH (n:Journal) DELETE n');
    await expect(openArchive(url, options)).rejects.toMatchObject({ code: 'JOURNAL_FOREIGN' });
    await (await openArchive(url, { ...options, adopt: true })).close();
  });

  it('is written once when the answer to a commit is lost', async () => {
    await run('MATCH (n) DETACH DELETE n');
    const proxy = await losingCommits(url);
    const options = { ...credentials, journal: join(folder, 'lost.journal') };
    const archive = await openArchive(proxy.url, options);
    const writer = await archive.begin(me);
    proxy.lose(3);
    for (const entry of entries) await writer.write([entry]);
    await writer.end();
    expect(proxy.left()).toBe(0);
    expect(await checkInvariants(archive.store)).toEqual([]);
    expect(await digest(archive.store)).toBe(embedded);
    await archive.close();
    proxy.close();
    await run('MATCH (n) DETACH DELETE n');
    await (await openArchive(url, { ...credentials, journal, rebuild: true })).close();
    await write(url, { ...credentials, journal }, entries);
    faults.push({
      fault: 'Neo4j: the connection lost before a commit is answered',
      times: 3,
      seen: 'asked whether it was made, and written once; same digest as the embedded engine',
    });
  }, 180_000);

  it('has one writer, who is named', async () => {
    const first = await openArchive(url, { ...options, command: 'load' });
    const second = openArchive(url, { ...options, command: 'load' });
    await expect(second).rejects.toMatchObject({
      code: 'STORE_LOCKED',
      message: expect.stringContaining(`${process.pid}`),
    });
    await first.close();
  });

  it('stops a runaway statement on a hub of 16,000 edges, and answers the next question', async () => {
    await run('CREATE (h:TestHub) WITH h UNWIND range(1, 16000) AS i CREATE (:TestSpoke {id: i})-[:T]->(h)');
    const limit = 1500;
    const store: Store = await openStore(url, { ...credentials, statementLimit: limit });
    const runaway = testStatement(
      'MATCH (a:TestSpoke)-[:T]->(h:TestHub) MATCH (h)<-[:T]-(b:TestSpoke) MATCH (h)<-[:T]-(c:TestSpoke) WITH a.id + b.id + c.id AS sum RETURN count(sum) AS n',
      [],
      ['n'],
    );
    const began = Date.now();
    await expect(store.read(runaway)).rejects.toMatchObject({ code: 'STORE_TIMEOUT', retriable: true });
    const took = Date.now() - began;
    expect(took).toBeLessThan(limit + 1000);
    expect(await store.read(statement('articlesCount'))).toEqual([{ total: entries.length }]);
    await store.close();
    await run('MATCH (n) WHERE n:TestHub OR n:TestSpoke CALL (n) { DETACH DELETE n }');
    faults.push({
      fault: 'a runaway statement on a hub of 16,000 edges, Neo4j',
      times: 1,
      seen: `stopped ${took - limit} ms past its limit (STORE_TIMEOUT); the next question answered`,
    });
  });
});

const noTools = missingTools();

describe.skipIf(noTools !== null)(`a Neo4j of its own${noTools === null ? '' : ` (skipped: ${noTools})`}`, () => {
  const faults: Fault[] = [];
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads the pattern, and gives the suite second
  afterAll(({}, suite) => recordFaults(suite, faults));

  it('that stops midway, and one that takes no writes, are said in one line, and the load goes on later', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'xueliang-neo4j-home-'));
    const home = join(folder, 'home');
    const journal = join(folder, 'j.journal');
    const expected = await write(`file:${join(folder, 'a.db')}`, {}, entries);

    const first = await startNeo4j({ home });
    const archive = await openArchive(first.bolt, { journal, patience: 1000 });
    const writer = await archive.begin(me);
    await writer.write(entries.slice(0, 2));
    await first.stop();
    const error = await writer.write(entries.slice(2)).catch((e) => e);
    expect(error).toMatchObject({
      code: 'STORE_UNAVAILABLE',
      message: expect.stringMatching(/^Neo4j does not answer; given up after \d+ s$/),
    });
    await archive.close();

    const second = await startNeo4j({ home });
    expect(await write(second.bolt, { journal }, entries)).toBe(expected);
    await second.stop();

    const third = await startNeo4j({ home, settings: ['server.databases.default_to_read_only=true'] });
    const reader = await openArchive(third.bolt, { readOnly: true });
    expect(await digest(reader.store)).toBe(expected);
    await reader.close();
    const more = { ...entries[0], text: 'other' } as Entry;
    await expect(write(third.bolt, { journal }, [more])).rejects.toMatchObject({
      code: 'STORE_READ_ONLY',
      message: 'the server takes no writes',
    });
    await third.stop();
    rmSync(folder, { recursive: true, force: true });
    faults.push(
      {
        fault: 'Neo4j stopped in the middle of a load, started again, and the same load again',
        times: 1,
        seen: 'one line (STORE_UNAVAILABLE); then the digest of the embedded engine',
      },
      { fault: 'Neo4j that takes no writes', times: 1, seen: 'read as it is; a load is refused (STORE_READ_ONLY)' },
    );
  }, 600_000);
});

describe('a Neo4j that is too old', () => {
  it('is refused with its version', async () => {
    const old = createServer((socket) => answerBolt(socket, 'Neo4j/4.4.12'));
    await new Promise<void>((resolve) => old.listen(0, '127.0.0.1', resolve));
    const { port } = old.address() as { port: number };
    await expect(openStore(`bolt://127.0.0.1:${port}`)).rejects.toMatchObject({
      code: 'STORE_UNSUPPORTED',
      message: expect.stringContaining('Neo4j 4.4.12'),
    });
    old.close();
    await wait(10);
  });
});

/** A way to Neo4j on which the connection breaks before as many commits are answered as `lose` says. */
async function losingCommits(to: string) {
  const { hostname, port } = new URL(to);
  const COMMIT = Buffer.from([0x00, 0x02, 0xb0, 0x12, 0x00, 0x00]);
  let left = 0;
  const server = createServer((client) => {
    const upstream = connect(Number(port), hostname);
    let losing = false;
    client.on('error', () => upstream.destroy()).on('close', () => upstream.end());
    upstream.on('error', () => client.destroy()).on('close', () => client.end());
    client.on('data', (data) => {
      losing = left > 0 && data.includes(COMMIT);
      upstream.write(data);
    });
    upstream.on('data', (data) => {
      if (!losing) return void client.write(data);
      left -= 1;
      client.destroy();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port: own } = server.address() as { port: number };
  return {
    url: `bolt://127.0.0.1:${own}`,
    lose: (times: number) => {
      left = times;
    },
    left: () => left,
    close: () => void server.close(),
  };
}

/** Says yes to every message of Bolt 4.4, in the name of a server. */
function answerBolt(socket: Socket, agent: string): void {
  const text = (words: string) => Buffer.concat([Buffer.from([0xd0, words.length]), Buffer.from(words)]);
  const map = Buffer.concat([Buffer.from([0xa2]), text('server'), text(agent), text('connection_id'), text('1')]);
  const success = Buffer.concat([Buffer.from([0xb1, 0x70]), map]);
  const chunk = Buffer.concat([Buffer.from([0, success.length]), success, Buffer.from([0, 0])]);
  let greeted = false;
  socket.on('error', () => undefined);
  socket.on('data', (data) => {
    if (!greeted) socket.write(Buffer.from([0, 0, 4, 4]));
    const messages = greeted ? 1 : data.length > 20 ? 1 : 0;
    greeted = true;
    for (let i = 0; i < messages; i++) socket.write(chunk);
  });
}
