import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serve } from '../../src/api/server.ts';
import { XueliangError } from '../../src/errors.ts';
import type { Store } from '../../src/store/store.ts';
import { type Client, client } from './client.ts';

let api: Client;
beforeAll(async () => {
  api = await client();
});
afterAll(() => api.close());

const JSON_TYPE = { 'content-type': 'application/json' };

function post(body: string, headers: Record<string, string> = JSON_TYPE): Promise<Response> {
  return fetch(`${api.url}/graphql`, { method: 'POST', headers, body });
}

describe('the server refuses', () => {
  it.each([
    [
      'a query that goes too deep',
      `{ places { nodes ${'{ children { nodes '.repeat(7)}{ code }${' } }'.repeat(7)} } }`,
    ],
    ['too many aliases', `{ ${Array.from({ length: 31 }, (_, i) => `a${i}: stats { articles }`).join(' ')} }`],
    [
      'lists of lists of lists',
      '{ places(first: 100) { nodes { claims(first: 100) { nodes { article { claims(first: 100) { nodes { id } } } } } } } }',
    ],
    ['too many tokens', `{ ${'stats { articles } '.repeat(400)} }`],
    ['a field that there is not', '{ people { name } }'],
    [
      'fragments that multiply',
      `{ ...a } ${'abcdefghijkl'
        .split('')
        .map((f, i, all) => `fragment ${f} on Query { ...${all[i + 1] ?? 'z'} ...${all[i + 1] ?? 'z'} }`)
        .join(' ')} fragment z on Query { stats { articles } }`,
    ],
  ])('%s', async (_, query) => {
    const { status, errors } = await api.ask(query);
    expect(status).toBe(400);
    expect(errors?.[0]?.message).not.toBe('');
    expect(JSON.stringify(errors)).not.toMatch(/stacktrace|node_modules|src\//);
  });

  it('the same size asked for by a variable', async () => {
    const query =
      'query ($n: Int) { places(first: $n) { nodes { claims(first: $n) { nodes { article { claims(first: $n) { nodes { id } } } } } } } }';
    expect((await api.ask(query, { n: 100 })).status).toBe(400);
    expect((await api.ask(query, { n: 5 })).status).toBe(200);
  });

  it('a page of less than nothing, cursors and ids that it did not give', async () => {
    for (const query of [
      '{ claims(first: -1) { totalCount } }',
      '{ claims(after: "x") { totalCount } }',
      '{ node(id: "x") { id } }',
    ]) {
      expect((await api.ask(query)).errors?.[0]?.extensions.code, query).toBe('BAD_USER_INPUT');
    }
  });

  it('requests that another site could make a browser send', async () => {
    expect((await fetch(`${api.url}/graphql?query=%7Bstats%7Barticles%7D%7D`)).status).toBe(400);
    expect((await post('{"query":"{ stats { articles } }"}', { 'content-type': 'text/plain' })).status).toBe(400);
    expect((await post(JSON.stringify([{ query: '{ stats { articles } }' }]))).status).toBe(400);
    expect((await post('x'.repeat(200 * 1024))).status).toBe(413);
  });

  it('names that are not its own', async () => {
    expect(await statusFor('evil.example')).toBe(421);
    expect(await statusFor('localhost:4000')).toBe(200);
    expect(await statusFor('127.0.0.1')).toBe(200);
    expect(await statusFor('[::1]:4000')).toBe(200);
  });

  function statusFor(host: string): Promise<number | undefined> {
    return new Promise((resolve, reject) => {
      request(`${api.url}/healthz`, { headers: { host } }, (response) => {
        response.resume();
        resolve(response.statusCode);
      })
        .on('error', reject)
        .end();
    });
  }

  it('a port that is taken, in one line', async () => {
    const port = Number(new URL(api.url).port);
    await expect(serve({} as Store, { port })).rejects.toMatchObject({
      code: 'USAGE',
      message: expect.stringContaining(`port ${port}`),
    });
  });
});

describe('a fault of ours', () => {
  it('tells the client nothing but that there was one', async () => {
    const broken = {
      engine: { name: 'x', version: '1' },
      read: () => Promise.reject(new Error('secret path /root/x')),
    } as unknown as Store;
    const served = await serve(broken, { port: 0 });
    const response = await fetch(`${served.url}/graphql`, {
      method: 'POST',
      headers: JSON_TYPE,
      body: '{"query":"{ stats { articles } }"}',
    });
    const body = await response.text();
    await served.close();
    expect(body).toContain('INTERNAL');
    expect(body).not.toMatch(/secret|stacktrace/);
  });
});

describe('a store that does not answer', () => {
  it('is said with the status of its code, in GraphQL as on the page', async () => {
    const late = () => Promise.reject(new XueliangError('STORE_TIMEOUT', 'stopped after 10 s'));
    const served = await serve({ engine: { name: 'x', version: '1' }, read: late } as unknown as Store, { port: 0 });
    const body = '{"query":"{ stats { articles } }"}';
    const answer = await fetch(`${served.url}/graphql`, { method: 'POST', headers: JSON_TYPE, body });
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code: 'STORE_TIMEOUT', retriable: true } }] });
    const page = await fetch(`${served.url}/`);
    expect([page.status, await page.text()]).toEqual([422, 'stopped after 10 s (STORE_TIMEOUT)\n']);
    await served.close();
  });
});

describe('the start page', () => {
  it.each(['zh', 'en'])('says in %s what is there, and loads nothing from elsewhere', async (lang) => {
    const response = await fetch(`${api.url}/`, { headers: { 'accept-language': lang } });
    const html = await response.text();
    expect(html).toContain(`<html lang="${lang}" data-lang="${lang}">`);
    expect(html).toContain('<dd>11</dd>');
    expect(html).not.toContain('{{');
    expect(html.match(/(?:src|href)="(?!\/|data:,")[^"]*"/g)).toBeNull();
    expect(html).not.toMatch(/<script(?![^>]*src=)|style="|\son\w+="/);
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it('asks examples that the schema answers', async () => {
    const { examples, search } = (await (await fetch(`${api.url}/page.json`)).json()) as {
      examples: { query: string; zh: string; en: string }[];
      search: string;
    };
    expect(examples).toHaveLength(3);
    for (const { query } of examples)
      expect(await api.ask(query)).toMatchObject({ status: 200, data: expect.anything() });
    for (const { query } of examples) expect((await api.ask(query)).errors).toBeUndefined();
    expect((await api.ask(search, { text: '雪亮' })).errors).toBeUndefined();
  });

  it('has its script and style, and a health check', async () => {
    expect((await fetch(`${api.url}/page.js`)).headers.get('content-type')).toMatch(/javascript/);
    expect((await fetch(`${api.url}/page.css`)).headers.get('content-type')).toMatch(/css/);
    expect(await (await fetch(`${api.url}/healthz`)).json()).toEqual({ status: 'ok' });
  });
});
