import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import neo4j from 'neo4j-driver';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { missingTools, startNeo4j } from '../../../scripts/neo4j-jars.mjs';
import type { Entry } from '../../../src/journal/entry.ts';
import { checkInvariants } from '../../../src/store/check.ts';
import { digest } from '../../../src/store/digest.ts';
import { openStore } from '../../../src/store/engines.ts';
import { type ArchiveOptions, openArchive, thisProcess } from '../../../src/store/open-archive.ts';
import { statement } from '../../../src/store/queries.ts';
import { corpus, hub } from '../../store/corpus.ts';
import { startProxy, type Way } from '../proxy.ts';
import { type Fault, LONG, recordFaults } from '../table.ts';

const server = inject('neo4j');
const reason = 'reason' in server ? server.reason : null;
const { url, credentials } = 'reason' in server ? { url: '', credentials: {} } : server;
const me = thisProcess('load');
const CUTS = LONG ? 40 : 2;
const KILLS = LONG ? 5 : 1;
const articles = [...corpus(), ...(LONG ? hub(40) : [])];
const entries: Entry[] = articles.map(({ record, text = '' }) => ({ rulesVersion: '1', record, text, sketch: null }));

/** How many edges there are of each type: a digest of lines that are added up would not tell two from two. */
async function edges(at: string, auth = credentials): Promise<Record<string, number>> {
  const { password } = auth as { password?: string };
  const driver = neo4j.driver(at, password ? neo4j.auth.basic('neo4j', password) : undefined);
  const { records } = await driver
    .executeQuery('MATCH ()-[r]->() RETURN type(r) AS type, count(r) AS n ORDER BY type')
    .finally(() => driver.close());
  return Object.fromEntries(records.map((record) => [record.get('type'), Number(record.get('n'))]));
}

async function empty(at = url): Promise<void> {
  const { password } = credentials as { password?: string };
  const driver = neo4j.driver(at, password ? neo4j.auth.basic('neo4j', password) : undefined);
  await driver.executeQuery('MATCH (n) DETACH DELETE n').finally(() => driver.close());
}

/** Loads article by article, so that there are many moments. */
async function load(at: string, options: ArchiveOptions, between: (done: number) => unknown = () => undefined) {
  const archive = await openArchive(at, options);
  try {
    const writer = await archive.begin(me);
    for (const [i, entry] of entries.entries()) {
      await between(i);
      await writer.write([entry]);
    }
    await writer.end();
  } finally {
    await archive.close();
  }
}

describe.skipIf(reason !== null)(`the way to Neo4j breaks${reason === null ? '' : ` (skipped: ${reason})`}`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'xueliang-recovery-'));
  const faults: Fault[] = [];
  let journals = 0;
  let proxy: Way;
  let way = '';
  let expected = { digest: '', edges: {} };
  /** Bytes that an undisturbed load takes. */
  let traffic = 0;

  const fresh = (more: ArchiveOptions = {}): ArchiveOptions & { said: string[] } => {
    const said: string[] = [];
    const journal = join(folder, `${journals++}.journal`);
    return { ...credentials, journal, said, notify: (line) => void said.push(line), patience: 60_000, ...more };
  };
  const state = async () => {
    const store = await openStore(url, { ...credentials, readOnly: true });
    try {
      expect(await checkInvariants(store)).toEqual([]);
      return { digest: await digest(store), edges: await edges(url) };
    } finally {
      await store.close();
    }
  };

  beforeAll(async () => {
    proxy = await startProxy(Number(new URL(url).port));
    way = `bolt://127.0.0.1:${proxy.port}`;
    await empty();
    const before = proxy.seen().bytes;
    await load(way, fresh());
    traffic = proxy.seen().bytes - before;
    expected = await state();
  }, 300_000);
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads the pattern, and gives the suite second
  afterAll(async ({}, suite) => {
    await proxy?.close();
    rmSync(folder, { recursive: true, force: true });
    recordFaults(suite, faults);
  });

  it('and a load whose connections are cut at random moments goes on by itself', async () => {
    let cuts = 0;
    for (let i = 0; i < CUTS; i++) {
      await empty();
      const options = fresh();
      const before = proxy.cuts();
      // Opening is not waited for: whoever gives a wrong address is told at once.
      await load(way, options, (done) => (done === 0 ? proxy.cutAfter(Math.random() * traffic * 0.7) : undefined));
      cuts += proxy.cuts() - before;
      expect(await state(), options.said.join('\n')).toEqual(expected);
    }
    expect(cuts).toBeGreaterThan(0);
    faults.push({
      fault: 'Neo4j: all connections cut at a random byte of a load',
      times: cuts,
      seen: 'the load went on by itself; same digest, as many edges of each type',
    });
  }, 3_600_000);

  it('and a load is told, waits while nobody answers, and goes on', async () => {
    await empty();
    const said: string[] = [];
    // Reached again a while after the load has noticed, however slow the machine is.
    const notify = (line: string) => {
      said.push(line);
      if (line.startsWith('Neo4j does not answer')) setTimeout(() => proxy.be({ kind: 'pass' }), 1000);
    };
    await load(way, fresh({ notify }), (done) => (done === 2 ? proxy.be({ kind: 'refuse' }) : undefined));
    // Whoever waits longer than ten seconds says so in between.
    const told = said.filter((line) => !line.startsWith('waiting for the store'));
    expect(told).toEqual(['Neo4j does not answer; trying again for 60 s', 'the store answers again']);
    expect(await state()).toEqual(expected);
    faults.push({
      fault: 'Neo4j not to be reached during a load, until it had said so for a second',
      times: 1,
      seen: `“${told[0]}”, then it went on; same digest, as many edges of each type`,
    });
  }, 300_000);

  it('and a commit that arrives after it was given up is not written a second time', async () => {
    await empty();
    const options = fresh({ silence: 2000 });
    const released: number[] = [];
    await load(way, options, (done) => {
      if (done !== 2) return;
      proxy.holdCommit();
      // Released when the second try has read what there was before, and waits for the first to end.
      setTimeout(() => {
        released.push(Number(proxy.holds()));
        proxy.be({ kind: 'pass' });
      }, 6000);
    });
    expect(released).toEqual([1]);
    expect(await state(), options.said.join('\n')).toEqual(expected);
    faults.push({
      fault: 'Neo4j: a commit held back on the way, given up and tried again, and then delivered',
      times: 1,
      seen: 'the second try found another write in between and asked what there was; nothing twice, same digest',
    });
  }, 300_000);

  it('and a load that gave up says how long it waited; the same load again makes it whole', async () => {
    await empty();
    const options = fresh({ patience: 1000, silence: 1000, statementLimit: 3000, acquisitionTimeout: 3000 });
    let stalled = 0;
    const failed = load(way, options, (done) => {
      if (done !== 3) return;
      stalled = Date.now();
      proxy.be({ kind: 'stall' });
    });
    const { code, message } = await failed.catch((e) => e);
    const took = Date.now() - stalled;
    proxy.be({ kind: 'pass' });
    expect([code, message]).toEqual([
      'STORE_UNAVAILABLE',
      expect.stringMatching(/^Neo4j does not answer; given up after \d+ s$/),
    ]);
    expect(took).toBeLessThan(30_000);
    await load(way, options);
    expect(await state()).toEqual(expected);
    faults.push({
      fault: 'Neo4j: the network fell silent during a load, for longer than it waits (1 s)',
      times: 1,
      seen: `given up ${(took / 1000).toFixed(1)} s later (STORE_UNAVAILABLE); the same load again: same digest`,
    });
  }, 300_000);

  it('and a question ends in one line, silence being no slow statement; the next is answered', async () => {
    const store = await openStore(way, { ...credentials, readOnly: true, statementLimit: 1000 });
    const count = () => store.read(statement('articlesCount'));
    const answer = await count();
    const took: number[] = [];
    for (const kind of ['stall', 'refuse'] as const) {
      proxy.be({ kind });
      const began = Date.now();
      const { code, message } = await count().catch((e) => e);
      took.push(Date.now() - began);
      proxy.be({ kind: 'pass' });
      expect([code, message]).toEqual(['STORE_UNAVAILABLE', 'Neo4j does not answer']);
      expect(await count()).toEqual(answer);
    }
    await store.close();
    faults.push({
      fault: 'Neo4j: the network silent, or cut, under a question',
      times: 2,
      seen: `STORE_UNAVAILABLE after ${took.map((ms) => (ms / 1000).toFixed(1)).join(' and ')} s (limit 1 s); the next is answered`,
    });
  }, 120_000);

  it('and a rebuild that was broken off is begun again by whoever loads next', async () => {
    const options = fresh({ patience: 500 });
    await empty();
    await load(way, options);
    const archive = await openArchive(way, { ...options, rebuild: true });
    const writer = await archive.begin(me);
    proxy.cutAfter(traffic / 6);
    const before = proxy.cuts();
    const watching = setInterval(() => proxy.cuts() > before && proxy.be({ kind: 'refuse' }), 1);
    const code = await writer.rebuild().catch((error) => error.code);
    clearInterval(watching);
    proxy.be({ kind: 'pass' });
    await archive.close();
    expect(code).toBe('STORE_UNAVAILABLE');
    await load(way, options);
    expect(await state()).toEqual(expected);
    faults.push({
      fault: 'Neo4j lost in the middle of a rebuild',
      times: 1,
      seen: 'STORE_UNAVAILABLE; the next load made the graph whole; same digest',
    });
  }, 300_000);

  it('and a graph that was emptied halfway is known by its mark', async () => {
    const options = fresh();
    await empty();
    await load(way, options);
    const { password } = credentials as { password?: string };
    const driver = neo4j.driver(url, password ? neo4j.auth.basic('neo4j', password) : undefined);
    // What a killed rebuild leaves: its mark, and half of the graph.
    await driver.executeQuery("MATCH (n:Journal {key: 'journal'}) SET n.sequence = -1");
    await driver.executeQuery('MATCH (n) WHERE n:Fact OR n:Place DETACH DELETE n').finally(() => driver.close());
    await (await openArchive(way, options)).close();
    expect(options.said).toContain('store: a rebuild was broken off; it is begun again');
    expect(await state()).toEqual(expected);
  }, 300_000);
});

const noTools = missingTools() ?? (process.platform === 'linux' ? null : 'needs /proc');

/** The process whose command line names a home folder. */
function serverOf(home: string): number {
  const found = readdirSync('/proc').filter((pid) => {
    try {
      return /^\d+$/.test(pid) && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(`--home-dir=${home}\0`);
    } catch {
      return false;
    }
  });
  if (found.length !== 1) throw new Error(`${found.length} processes have the home ${home}`);
  return Number(found[0]);
}

// Three starts of a server: `npm run test:long` does it.
const atLength = LONG ? describe.skipIf(noTools !== null) : undefined;
atLength?.(`Neo4j is killed${noTools === null ? '' : ` (skipped: ${noTools})`}`, () => {
  const faults: Fault[] = [];
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads the pattern, and gives the suite second
  afterAll(({}, suite) => recordFaults(suite, faults));

  it('in the middle of a load, started again with the same home, and the load goes on by itself', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'xueliang-killed-'));
    const home = join(folder, 'home');
    const memory = await openArchive('memory:');
    const writer = await memory.begin(me);
    await writer.write(entries);
    const expected = await digest(memory.store);
    await memory.close();

    let current = await startNeo4j({ home });
    const proxy = await startProxy(Number(new URL(current.bolt).port));
    const way = `bolt://127.0.0.1:${proxy.port}`;
    let edgesBefore = {};
    for (let i = 0; i <= KILLS; i++) {
      // The first load is undisturbed: it says how many edges there are.
      if (i > 0) {
        await empty(current.bolt);
      }
      const moment = Math.floor(Math.random() * (entries.length - 1));
      let restarted: Promise<void> = Promise.resolve();
      const said: string[] = [];
      const notify = (line: string) => void said.push(line);
      await load(way, { journal: join(folder, `${i}.journal`), patience: 600_000, notify }, (done) => {
        if (i === 0 || done !== moment) return;
        const kill = async () => {
          await wait(Math.random() * 200);
          process.kill(serverOf(home), 'SIGKILL');
          await current.stop();
          current = await startNeo4j({ home });
          proxy.to(Number(new URL(current.bolt).port));
        };
        restarted = kill();
      });
      await restarted;
      const store = await openStore(current.bolt, { readOnly: true });
      expect(await checkInvariants(store)).toEqual([]);
      expect(await digest(store), said.join('\n')).toBe(expected);
      await store.close();
      if (i === 0) edgesBefore = await edges(current.bolt, {});
      else expect(await edges(current.bolt, {})).toEqual(edgesBefore);
    }
    await proxy.close();
    await current.stop();
    rmSync(folder, { recursive: true, force: true });
    faults.push({
      fault: '`kill -9` of Neo4j at a random moment of a load, and the same home started again',
      times: KILLS,
      seen: 'the load waited and went on by itself; same digest, as many edges of each type',
    });
  }, 3_600_000);
});
