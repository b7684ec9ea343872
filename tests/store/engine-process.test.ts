import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { serve } from '../../src/api/server.ts';
import { type GrafeoOptions, type GrafeoStore, openGrafeo } from '../../src/store/grafeo.ts';
import { statement, writeStatement } from '../../src/store/queries.ts';
import { retry } from '../../src/store/retry.ts';
import { type Fault, recordFaults } from '../reliability/table.ts';
import { testStatement } from './spy.ts';

const opened: GrafeoStore[] = [];
afterEach(async () => {
  for (const store of opened.splice(0)) await store.close().catch(() => undefined);
});

async function open(options: GrafeoOptions = {}, path: string | null = null): Promise<GrafeoStore> {
  const store = await openGrafeo(path, options);
  opened.push(store);
  await store.migrate();
  return store;
}

const put = (name: string) => ({
  statement: writeStatement('putOutlet'),
  rows: [{ key: name, properties: { name } }],
});
const outlets = async (store: GrafeoStore) => (await store.read(statement('outlets'))).length;
/** Two hops over one hub of 16,000 edges: 256 million pairs. */
const RUNAWAY = testStatement(
  'MATCH (a:Spoke)-[:T]->(h:Hub) MATCH (h)<-[:T]-(b:Spoke) WITH a.id + b.id AS sum RETURN count(sum) AS n',
  [],
  ['n'],
);

/** The same pairs, all kept. */
const GREEDY = testStatement(
  'MATCH (a:Spoke)-[:T]->(h:Hub) MATCH (h)<-[:T]-(b:Spoke) RETURN a.id AS a, b.id AS b',
  [],
  ['a', 'b'],
);

async function withHub(options: GrafeoOptions): Promise<GrafeoStore> {
  const store = await open(options);
  const rows = Array.from({ length: 16_000 }, (_, id) => ({ id }));
  const hub = testStatement('UNWIND $rows AS row MERGE (:Hub {id: row.id})', ['rows'], []);
  const spokes = testStatement(
    'UNWIND $rows AS row MATCH (h:Hub {id: 0}) CREATE (:Spoke {id: row.id})-[:T]->(h)',
    ['rows'],
    [],
  );
  await store.write([
    { statement: hub, rows: [{ id: 0 }] },
    { statement: spokes, rows },
  ]);
  return store;
}

function megabytes(pid: number | undefined): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
}

describe('a statement past its limit', () => {
  const faults: Fault[] = [];
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads the pattern, and gives the suite second
  afterAll(({}, suite) => recordFaults(suite, faults));

  it('is stopped within a second of it, memory bounded, and the server answers the next question', async () => {
    const limit = 1500;
    const store = await withHub({ statementLimit: limit });
    const served = await serve(store, { port: 0 });
    const began = Date.now();
    let peak = 0;
    const watch = setInterval(() => {
      if (process.platform === 'linux' && existsSync(`/proc/${store.process.pid}/status`))
        peak = Math.max(peak, megabytes(store.process.pid));
    }, 50);
    await expect(store.read(RUNAWAY)).rejects.toMatchObject({ code: 'STORE_TIMEOUT', retriable: true });
    const took = Date.now() - began;
    clearInterval(watch);
    expect(took).toBeGreaterThanOrEqual(limit);
    expect(took).toBeLessThan(limit + 1000);
    expect(peak).toBeLessThan(2000);
    const answer = await fetch(`${served.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ claims { totalCount } }' }),
    });
    expect(await answer.json()).toEqual({ data: { claims: { totalCount: 0 } } });
    await served.close();
    expect(await store.read(testStatement('MATCH (n:Spoke) RETURN count(n.id) AS n', [], ['n']))).toEqual([
      { n: 16_000 },
    ]);
    faults.push({
      fault: 'a runaway statement on a hub of 16,000 edges, embedded engine, while it serves',
      times: 1,
      seen: `ended ${took - limit} ms past its limit (STORE_TIMEOUT), peak ${Math.round(peak)} MB; the next question answered`,
    });
  });

  it('costs the others nothing: they are asked again', async () => {
    const store = await withHub({ statementLimit: 1000 });
    const runaway = store.read(RUNAWAY).catch((error) => error.code);
    await wait(950);
    const others = Array.from({ length: 40 }, () => outlets(store));
    const write = retry(() => store.write([put('甲')]));
    expect(await runaway).toBe('STORE_TIMEOUT');
    expect(new Set(await Promise.all(others)).size).toBeLessThanOrEqual(2);
    await write;
    expect(await outlets(store)).toBe(1);
  });

  it('is ended for its memory too', async () => {
    const store = await withHub({ memoryLimit: 150_000_000 });
    const error = await store.read(GREEDY).catch((e) => e);
    expect(error).toMatchObject({ code: 'STORE_MEMORY', retriable: false });
    faults.push({
      fault: 'a statement that needs more memory than the embedded engine may have',
      times: 1,
      seen: 'the engine is ended and opened again (STORE_MEMORY)',
    });
  });
});

describe('an engine that dies', () => {
  it('is a clear error at worst, and opened again with all that was committed', async () => {
    const store = await open();
    await store.write([put('甲'), put('乙')]);
    for (let i = 0; i < 3; i++) {
      process.kill(store.process.pid ?? 0, 'SIGKILL');
      expect(await outlets(store)).toBe(2);
    }
  });

  it('under a write is opened again, and the write is done in full or not at all: it may be tried again', async () => {
    const store = await open();
    for (let i = 0; i < 5; i++) {
      const batches = Array.from({ length: 200 }, (_, n) => put(`${i}-${n}`));
      const write = store.write(batches).then(
        () => null,
        (error) => error,
      );
      await wait(i * 3);
      process.kill(store.process.pid ?? 0, 'SIGKILL');
      const failed = await write;
      if (failed !== null) expect(failed).toMatchObject({ code: 'STORE_UNAVAILABLE', retriable: true });
      expect([200 * i, 200 * (i + 1)]).toContain((await store.read(statement('outletsCount')))[0]?.total);
      await retry(() => store.write(batches));
      expect(await outlets(store)).toBe(Math.min(50, 200 * (i + 1)));
      expect(await store.read(statement('outletsCount'))).toEqual([{ total: 200 * (i + 1) }]);
    }
  });

  it('does not outlive who started it, nor does a graph in memory', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'xueliang-orphan-'));
    const scratch = join(folder, 'scratch');
    const child = join(process.cwd(), 'src/store/engine-child.mjs');
    const script = `
      import { fork } from 'node:child_process';
      const child = fork(${JSON.stringify(child)}, [], { serialization: 'advanced' });
      child.on('message', () => console.log(child.pid));
      child.send({ id: 1, op: 'open', path: ${JSON.stringify(join(scratch, 'graph.db'))}, scratch: true, memory: 4e9 });`;
    writeFileSync(join(folder, 'parent.mjs'), script);
    const parent: ChildProcess = spawn(process.execPath, [join(folder, 'parent.mjs')], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [pid] = await once(parent.stdout as NodeJS.ReadableStream, 'data');
    expect(existsSync(scratch)).toBe(true);
    parent.kill('SIGKILL');
    await waitFor(() => !alive(Number(pid)));
    expect(existsSync(scratch)).toBe(false);
    rmSync(folder, { recursive: true });
  });

  it('takes its temporary folder along when it is closed', async () => {
    const store = await open();
    const { pid } = store.process;
    await store.close();
    expect(alive(pid ?? 0)).toBe(false);
    await expect(store.read(statement('outlets'))).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
  });
});

describe('a platform that the engine does not know', () => {
  it('is said in one line, which points to Neo4j', async () => {
    const loader = `export async function resolve(name, context, next) {
      if (name === '@grafeo-db/js') throw new Error('no binding for this platform');
      return next(name, context);
    }`;
    const hook = `import { register } from 'node:module'; register(${JSON.stringify(dataUrl(loader))});`;
    const before = process.env.NODE_OPTIONS;
    process.env.NODE_OPTIONS = `--import=${dataUrl(hook)}`;
    const failed = openGrafeo(null);
    await expect(failed).rejects.toMatchObject({
      code: 'STORE_UNSUPPORTED',
      message: expect.stringMatching(/^the embedded engine does not run on \S+; use Neo4j: --store bolt:.*$/),
    });
    if (before === undefined) delete process.env.NODE_OPTIONS;
    else process.env.NODE_OPTIONS = before;
  });
});

function dataUrl(script: string): string {
  return `data:text/javascript,${encodeURIComponent(script)}`;
}

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !/^\d+ \(.*\) Z/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

async function waitFor(condition: () => boolean): Promise<void> {
  for (let i = 0; i < 100 && !condition(); i++) await wait(50);
  expect(condition()).toBe(true);
}
