import { once } from 'node:events';
import { connect } from 'node:net';
import { Writable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type ServeOptions, serve } from '../../src/api/server.ts';
import { XueliangError } from '../../src/errors.ts';
import { openStore } from '../../src/store/engines.ts';
import type { Store } from '../../src/store/store.ts';
import { folder, PAID } from '../cli/articles.ts';
import { run, start } from '../reliability/commands.ts';
import { type Answer, waiting } from './client.ts';

const opened: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of opened.splice(0).reverse()) await close();
});

async function served(store: Store, options: ServeOptions = {}): Promise<string> {
  const { url, close } = await serve(store, { port: 0, ...options });
  opened.push(close);
  return url;
}

let empty: Store;
beforeAll(async () => {
  empty = await openStore('memory:');
});
afterAll(() => empty.close());

function ask(url: string, body: object, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
}

const STATS = { query: '{ stats { articles } }' };

describe('/readyz', () => {
  const of = async (url: string) => {
    const response = await fetch(`${url}/readyz`);
    return [response.status, ((await response.json()) as { reason?: string }).reason];
  };

  it('is ready when the store answers and has its schema', async () => {
    expect(await of(await served(empty))).toEqual([200, undefined]);
  });

  it('is not, and the process still lives, while the store does not answer, or not in time', async () => {
    const broken: Store = {
      ...waiting().store,
      read: () => Promise.reject(new XueliangError('STORE_UNAVAILABLE', 'bolt://secret:7687 is gone')),
      search: async () => [],
    };
    const url = await served(broken);
    expect(await of(url)).toEqual([503, 'the store does not answer (STORE_UNAVAILABLE)']);
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    const stuck = waiting();
    const slow = await served(stuck.store);
    expect(await of(slow)).toEqual([503, 'the store does not answer within 2 s']);
    stuck.open();
    expect(await of(slow)).toEqual([200, undefined]);
  });

  it('asks the store once, however many ask', async () => {
    const gate = waiting();
    const url = await served(gate.store);
    const all = Promise.all(Array.from({ length: 20 }, () => of(url)));
    await gate.waitFor(2);
    await wait(100);
    gate.open();
    expect(new Set((await all).map(([status]) => status))).toEqual(new Set([200]));
    expect(gate.asked()).toHaveLength(2);
  });

  it('is not while the caller says so', async () => {
    let reason: string | null = 'the graph is being made again';
    const url = await served(empty, { ready: async () => reason });
    expect(await of(url)).toEqual([503, reason]);
    reason = null;
    expect((await of(url))[0]).toBe(200);
  });
});

describe('/metrics', () => {
  const page = async (url: string) => (await fetch(`${url}/metrics`)).text();
  const value = (text: string, line: string) =>
    Number(
      text
        .split('\n')
        .find((l) => l.startsWith(`xueliang_${line} `))
        ?.split(' ')
        .at(-1) ?? Number.NaN,
    );

  it('count what was asked, by names that are few', async () => {
    const url = await served(empty);
    const named = (name: string) => ask(url, { query: `query ${name} { stats { articles } }` });
    await named('Alpha');
    await named('Alpha');
    await ask(url, { query: '{ claims(first: 1000) { totalCount } }' });
    for (let i = 0; i < 60; i++) await named(`N${i}`);
    await named(`Long${'g'.repeat(100)}`);
    await fetch(`${url}/some/secret/path`);
    const text = await page(url);
    expect(value(text, 'operations_total{operation="Alpha",outcome="ok"}')).toBe(2);
    expect(value(text, 'operations_total{operation="unnamed",outcome="errors"}')).toBe(1);
    expect(value(text, 'operation_seconds_count{operation="Alpha"}')).toBe(2);
    expect(value(text, 'operations_total{operation="other",outcome="ok"}')).toBe(12);
    expect(value(text, 'documents_total{cache="hit"}')).toBe(1);
    expect(value(text, 'refusals_total{code="LIMIT_PAGE"}')).toBe(1);
    expect(value(text, 'statement_seconds_count{statement="stats",outcome="ok"}')).toBe(63);
    expect(value(text, 'http_requests_total{route="none",status="404"}')).toBe(1);
    expect(value(text, 'process_resident_memory_bytes')).toBeGreaterThan(1e6);
    expect(text).not.toMatch(/secret|ggg/);
  });

  it('are for this machine only, and for whom they are meant', async () => {
    const url = await served(empty);
    for (const header of ['x-forwarded-for', 'forwarded', 'via', 'x-real-ip']) {
      expect((await fetch(`${url}/metrics`, { headers: { [header]: '127.0.0.1' } })).status, header).toBe(403);
    }
    const options = { proxies: ['127.0.0.1'], metricsFor: ['10.1.0.0/16'] };
    const behind = await served(empty, options);
    const as = async (from: string) =>
      (await fetch(`${behind}/metrics`, { headers: { 'x-forwarded-for': from } })).status;
    expect([await as('10.1.2.3'), await as('10.2.0.1'), await as('2001:db8::1')]).toEqual([200, 403, 403]);
    await expect(serve(empty, { port: 0, metricsFor: ['everyone'] })).rejects.toMatchObject({
      code: 'USAGE',
    });
  });
});

describe('the log', () => {
  function logged(queries = false) {
    const lines: Record<string, unknown>[] = [];
    const stream = new Writable({
      write(chunk, _, done) {
        for (const line of String(chunk).trim().split('\n')) lines.push(JSON.parse(line));
        done();
      },
    });
    return { lines, log: { level: 'info', stream, queries } as const };
  }
  const SECRET = {
    query: 'query Q($text: String!) { search(text: $text) { hits { name } } }',
    variables: { text: '我在找的人' },
  };

  it('has one line an answer, with its id, and nothing of what was asked or who asked', async () => {
    const { lines, log } = logged();
    const url = await served(empty, { log });
    const answer = await ask(url, SECRET, { 'x-request-id': 'mine-1' });
    expect(answer.headers.get('x-request-id')).toBe('mine-1');
    const other = await fetch(`${url}/graphql?query=${encodeURIComponent('{ secretField }')}`, {
      headers: { 'x-request-id': 'a b\u00e9', 'apollo-require-preflight': '1' },
    });
    expect(other.headers.get('x-request-id')).toMatch(/^[\da-f-]{36}$/);
    await expect.poll(() => lines.filter(({ msg }) => msg === 'answered')).toHaveLength(2);
    const [first] = lines.filter(({ msg }) => msg === 'answered');
    expect(first).toMatchObject({ level: 'info', request: 'mine-1', method: 'POST', route: '/graphql', status: 200 });
    expect(first?.client).toMatch(/^[\da-f]{8}$/);
    expect(JSON.stringify(lines)).not.toMatch(/我在找的人|secretField|search/);
    expect(JSON.stringify(lines.filter(({ msg }) => msg === 'answered'))).not.toContain('127.0.0.1');
  });

  it.each([
    ['an unknown field', '{ secretField }'],
    ['an argument of another type', '{ search(text: 1.5) { hits { name } } }'],
    ['an argument that a resolver refuses', '{ places(after: "我在找的人") { nodes { code } } }'],
    ['one that is missing', '{ search { hits { name } } }'],
  ])('takes %s for no fault of ours', async (_, query) => {
    const { lines, log } = logged();
    await ask(await served(empty, { log }), { query });
    await expect.poll(() => lines.filter(({ msg }) => msg === 'answered')).toHaveLength(1);
    expect(lines.filter(({ msg }) => msg === 'fault')).toEqual([]);
  });

  it('has queries when asked for', async () => {
    const { lines, log } = logged(true);
    await ask(await served(empty, { log }), SECRET);
    await expect
      .poll(() => lines.find(({ msg }) => msg === 'answered')?.asked)
      .toEqual({
        document: SECRET.query,
        variables: SECRET.variables,
      });
  });

  it('has our faults with their stack, of which the client sees nothing', async () => {
    const { lines, log } = logged();
    const store: Store = { ...waiting().store, read: () => Promise.reject(new TypeError('secret /path')) };
    const answer = await ask(await served(store, { log }), STATS, { 'x-request-id': 'broken' });
    expect(answer.status).toBe(500);
    expect(((await answer.json()) as Answer).errors?.[0]?.message).toBe('A fault of Xueliang.');
    const fault = lines.find(({ msg }) => msg === 'fault');
    expect(fault).toMatchObject({
      level: 'error',
      request: 'broken',
      err: { type: 'TypeError', message: 'secret /path' },
    });
    expect(JSON.stringify(fault)).toContain('operations.test.ts');
  });
});

describe('other sites', () => {
  const ORIGIN = 'https://example.org';
  const from = (url: string, origin: string, method = 'POST') =>
    fetch(`${url}/graphql`, {
      method,
      headers: { origin, 'content-type': 'application/json' },
      ...(method === 'POST' ? { body: JSON.stringify(STATS) } : {}),
    });

  it('may not ask, before as after', async () => {
    const url = await served(empty);
    for (const origin of [ORIGIN, 'null', 'http://127.0.0.1:1', 'not an origin']) {
      const refused = await from(url, origin);
      expect([refused.status, refused.headers.get('access-control-allow-origin')]).toEqual([403, null]);
      expect(((await refused.json()) as Answer).errors?.[0]?.extensions.code).toBe('REQUEST_ORIGIN');
      expect((await from(url, origin, 'OPTIONS')).status).toBe(403);
    }
    expect((await from(url, url)).status).toBe(200);
  });

  it('that are allowed may, and no others', async () => {
    const url = await served(empty, { allowedOrigins: [ORIGIN] });
    const answer = await from(url, ORIGIN);
    expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([200, ORIGIN]);
    expect(answer.headers.get('vary')).toContain('origin');
    expect(answer.headers.get('access-control-allow-credentials')).toBeNull();
    const before = await from(url, ORIGIN, 'OPTIONS');
    expect([before.status, before.headers.get('access-control-allow-methods')]).toEqual([204, 'GET, POST']);
    expect((await from(url, `${ORIGIN}.evil`)).status).toBe(403);
    const open = await served(empty, { allowedOrigins: ['*'] });
    expect((await from(open, 'https://anybody.example')).status).toBe(200);
  });

  it('never frame, sniff or learn anything of an answer', async () => {
    const url = await served(empty);
    for (const path of ['/', '/page.js', '/graphiql', '/healthz', '/readyz', '/metrics', '/nothing', '/graphql']) {
      const { headers } = await fetch(url + path);
      expect(headers.get('content-security-policy'), path).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
      expect(headers.get('x-content-type-options'), path).toBe('nosniff');
      expect(headers.get('referrer-policy'), path).toBe('no-referrer');
      expect(headers.get('x-powered-by'), path).toBeNull();
      expect(headers.get('server'), path).toBeNull();
    }
  });
});

describe('stopping', () => {
  it('finishes what is being answered, and takes no more', async () => {
    const gate = waiting();
    const { url, close } = await serve(gate.store, { port: 0 });
    const underWay = ask(url, STATS);
    await gate.waitFor(1);
    let closed = false;
    const closing = close().then(() => (closed = true));
    await expect.poll(() => fetch(`${url}/healthz`).catch((error) => error.cause?.code)).toBe('ECONNREFUSED');
    expect(closed).toBe(false);
    gate.open();
    expect((await underWay).status).toBe(200);
    await closing;
  });

  it('waits no longer than it may', async () => {
    const gate = waiting();
    const { url, close } = await serve(gate.store, { port: 0, bounds: { drain: 1 } });
    const underWay = ask(url, STATS).catch((error: Error) => error.name);
    await gate.waitFor(1);
    await close();
    expect(await underWay).toBe('TypeError');
    gate.open();
  });
});

describe('the command', () => {
  it('answers while another process loads, and on SIGTERM finishes what was begun, refuses what is new, exits with 0', async () => {
    const dir = folder({ 'a.txt': PAID });
    expect((await run('load', dir.path, '--store', dir.store)).status).toBe(0);
    const server = start('serve', '--store', dir.store, '--port', '0', '--log', 'silent', '--limit', 'rate=0');
    const [line] = (await once(server.process.stdout as NodeJS.ReadableStream, 'data')).map(String);
    const url = /http:\S+/.exec(line ?? '')?.[0] ?? '';
    await answersDuringLoad(url, dir.store);
    await finishesOnSigterm(url, () => server.process.kill('SIGTERM'));
    expect((await server.done).status).toBe(0);
    dir.remove();
  });

  async function answersDuringLoad(url: string, store: string): Promise<void> {
    const load = start('load', 'demo/articles', '--store', store);
    let loading = true;
    const loaded = load.done.finally(() => (loading = false));
    const query = '{ stats { articles } claims(first: 20) { nodes { quote article { title } } } }';
    const seen: number[] = [];
    while (loading) {
      const answer = await ask(url, { query });
      expect([answer.status, (await fetch(`${url}/readyz`)).status]).toEqual([200, 200]);
      seen.push(((await answer.json()) as Answer).data.stats.articles);
    }
    expect((await loaded).status).toBe(0);
    expect(((await (await ask(url, STATS)).json()) as Answer).data.stats.articles).toBe(17);
    expect(seen.length).toBeGreaterThan(5);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
  }

  /** A request that has arrived in part is under way: the rest of it comes after the signal. */
  async function finishesOnSigterm(url: string, signal: () => void): Promise<void> {
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    await once(socket, 'connect');
    const body = JSON.stringify(STATS);
    const headers = ['host: localhost', 'content-type: application/json', `content-length: ${body.length}`];
    socket.write(`POST /graphql HTTP/1.1\r\n${headers.join('\r\n')}\r\n\r\n${body.slice(0, 5)}`);
    await wait(200);
    signal();
    const refused = () => fetch(`${url}/healthz`).catch((error) => error.cause?.code);
    await expect.poll(refused, { timeout: 5000 }).toBe('ECONNREFUSED');
    socket.write(body.slice(5));
    let answer = '';
    for await (const chunk of socket) answer += chunk;
    expect(answer).toContain('HTTP/1.1 200');
    expect(answer).toContain('{"data":{"stats":{"articles":17}}}');
  }
});
