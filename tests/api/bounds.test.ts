import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { BOUNDS, boundsOf, parseBounds } from '../../src/api/bounds.ts';
import { type Served, type ServeOptions, serve } from '../../src/api/server.ts';
import { openGrafeo } from '../../src/store/grafeo.ts';
import type { Store } from '../../src/store/store.ts';
import { testStatement } from '../store/spy.ts';
import { type Answer, waiting } from './client.ts';

const opened: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of opened.splice(0).reverse()) await close();
});

/** A store that answers when it is let, as many at a time as are asked. */
async function gated(options: ServeOptions = {}) {
  const gate = waiting();
  const served = await serve(gate.store, { port: 0, ...options });
  opened.push(() => served.close());
  return { served, gate };
}

function ask(served: Served, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${served.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: '{"query":"{ claims { totalCount } }"}',
  });
}

const codeOf = async (response: Response) => ((await response.json()) as Answer).errors?.[0]?.extensions.code;

describe('a client', () => {
  it('that asks too often is told when to come again, and the others are not', async () => {
    const { served, gate } = await gated({ bounds: { rate: 3 }, proxies: ['127.0.0.1'] });
    gate.open();
    const of = (address: string) => ask(served, { 'x-forwarded-for': address });
    for (let i = 0; i < 3; i++) expect((await of('192.0.2.1')).status).toBe(200);
    const refused = await of('192.0.2.1');
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(Number(refused.headers.get('retry-after'))).toBeLessThanOrEqual(60);
    expect(await codeOf(refused)).toBe('LIMIT_RATE');
    expect((await of('192.0.2.2')).status).toBe(200);
    // Who watches is not turned away.
    expect((await fetch(`${served.url}/healthz`, { headers: { 'x-forwarded-for': '192.0.2.1' } })).status).toBe(200);
    expect((await fetch(`${served.url}/nothing`, { headers: { 'x-forwarded-for': '192.0.2.1' } })).status).toBe(429);
  });

  it('is a /64 of IPv6, and is not believed who it is without a proxy', async () => {
    const { served, gate } = await gated({ bounds: { rate: 2 }, proxies: ['127.0.0.1'] });
    gate.open();
    for (const end of ['1', '2', '3']) {
      const { status } = await ask(served, { 'x-forwarded-for': `2001:db8:1:2::${end}` });
      expect(status).toBe(end === '3' ? 429 : 200);
    }
    const plain = await gated({ bounds: { rate: 2 } });
    plain.gate.open();
    for (const end of ['1', '2', '3']) {
      const { status } = await ask(plain.served, { 'x-forwarded-for': `192.0.2.${end}` });
      expect(status).toBe(end === '3' ? 429 : 200);
    }
  });

  it('has so many requests under way, and gets its turn back when one is answered', async () => {
    const { served, gate } = await gated({ bounds: { concurrent: 2 } });
    const first = [ask(served), ask(served)];
    await gate.waitFor(2);
    const refused = await ask(served);
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '1']);
    expect(await codeOf(refused)).toBe('LIMIT_CONCURRENT');
    gate.open();
    for (const answer of await Promise.all(first)) expect(answer.status).toBe(200);
    expect((await ask(served)).status).toBe(200);
  });

  it('shares the server with the others', async () => {
    const { served, gate } = await gated({ bounds: { busy: 1 }, proxies: ['127.0.0.1'] });
    const first = ask(served, { 'x-forwarded-for': '192.0.2.1' });
    await gate.waitFor(1);
    expect(await codeOf(await ask(served, { 'x-forwarded-for': '192.0.2.2' }))).toBe('LIMIT_CONCURRENT');
    gate.open();
    expect((await first).status).toBe(200);
  });

  it('that goes away leaves no further statements behind', async () => {
    const { served, gate } = await gated();
    const stop = new AbortController();
    const query = '{ place(code: "370503") { code claims { totalCount } } }';
    const gone = fetch(`${served.url}/graphql`, {
      ...{ method: 'POST', headers: { 'content-type': 'application/json' }, signal: stop.signal },
      body: JSON.stringify({ query }),
    }).catch((error: Error) => error.name);
    await gate.waitFor(1);
    stop.abort();
    expect(await gone).toBe('AbortError');
    await wait(100);
    gate.open();
    await wait(100);
    expect(gate.asked()).toEqual(['placesByCode']);
  });
});

describe('a request', () => {
  it('begins no statement after its time', async () => {
    const { served, gate } = await gated({ bounds: { seconds: 1 } });
    const query = '{ place(code: "370503") { code claims { totalCount } } }';
    const answer = fetch(`${served.url}/graphql`, {
      ...{ method: 'POST', headers: { 'content-type': 'application/json' } },
      body: JSON.stringify({ query }),
    });
    await gate.waitFor(1);
    await wait(1100);
    gate.open();
    expect(await codeOf(await answer)).toBe('LIMIT_TIME');
    expect(gate.asked()).toEqual(['placesByCode']);
  });

  it('that runs away in the embedded engine is ended with its process, and the next is answered by a new one', async () => {
    const store = await openGrafeo(null, { statementLimit: 1500 });
    opened.push(() => store.close());
    await store.migrate();
    const served = await serve(runawayOn('claimsInOrderCount', store), { port: 0 });
    opened.push(() => served.close());
    const rows = Array.from({ length: 16_000 }, (_, id) => ({ id }));
    await store.write([
      { statement: testStatement('UNWIND $rows AS row MERGE (:Hub {id: row.id})', ['rows'], []), rows: [{ id: 0 }] },
      {
        statement: testStatement(
          'UNWIND $rows AS row MATCH (h:Hub {id: 0}) CREATE (:Spoke {id: row.id})-[:T]->(h)',
          ['rows'],
          [],
        ),
        rows,
      },
    ]);
    const { pid } = store.process;
    const began = Date.now();
    const stopped = await ask(served);
    expect(Date.now() - began).toBeLessThan(4000);
    expect([stopped.status, await codeOf(stopped)]).toEqual([422, 'STORE_TIMEOUT']);
    const next = await fetch(`${served.url}/graphql`, {
      ...{ method: 'POST', headers: { 'content-type': 'application/json' } },
      body: '{"query":"{ stats { claims } }"}',
    });
    expect(await next.json()).toEqual({ data: { stats: { claims: 0 } } });
    expect(store.process.pid).not.toBe(pid);
    expect(() => process.kill(pid ?? 0, 0)).toThrow();
  });
});

/** The store, but one statement is two hops over one hub of 16,000 edges: 256 million pairs. */
function runawayOn(name: string, store: Store): Store {
  const pairs =
    'MATCH (a:Spoke)-[:T]->(h:Hub) MATCH (h)<-[:T]-(b:Spoke) WITH a.id + b.id AS sum RETURN count(sum) AS total';
  const runaway = testStatement(pairs, [], ['total']);
  return {
    ...{ engine: store.engine, migrate: () => store.migrate(), reset: () => store.reset() },
    ...{ checkpoint: () => store.checkpoint(), close: () => store.close(), write: (batches) => store.write(batches) },
    search: (query, labels, limit) => store.search(query, labels, limit),
    read: (statement, params) => (statement.name === name ? store.read(runaway) : store.read(statement, params)),
  };
}

describe('limits are set', () => {
  it('by name, within reason', () => {
    expect(boundsOf({ depth: 20 })).toEqual({ ...boundsOf(), depth: 20 });
    expect(parseBounds(['depth=20', 'rate=0'])).toEqual({ depth: 20, rate: 0 });
    for (const { usual, least, most } of Object.values(BOUNDS)) expect(usual >= least && usual <= most).toBe(true);
  });

  it.each(['depth', 'depth=', 'depth=x', 'depth=-1', 'depth=1', 'depth=51', 'toString=3', '__proto__=3', 'tokens=1e3'])(
    '%s is not one',
    (pair) => {
      expect(() => parseBounds([pair])).toThrow(expect.objectContaining({ code: 'USAGE' }));
    },
  );

  it('lower, and hold', async () => {
    const { served, gate } = await gated({ bounds: { depth: 2, tokens: 100, bytes: 1000 } });
    gate.open();
    const of = async (query: string) =>
      codeOf(
        await fetch(`${served.url}/graphql`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ query }),
        }),
      );
    expect(await of('{ stats { engine { name } } }')).toBe('LIMIT_DEPTH');
    expect(await of(`{ ${'stats { articles } '.repeat(30)} }`)).toBe('LIMIT_TOKENS');
    expect(await of(`{ stats { articles } } #${'x'.repeat(1000)}`)).toBe('LIMIT_BODY');
  });
});
