import { request } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serve } from '../../src/api/server.ts';
import { ERRORS } from '../../src/errors.ts';
import { openStore } from '../../src/store/engines.ts';
import { writeRecords } from '../../src/store/load.ts';
import type { Store } from '../../src/store/store.ts';
import { corpus } from '../store/corpus.ts';
import { divisions } from '../store/fixture.ts';

/** What no answer may hold: a stack, a path of this machine, a module. */
const LEAK = /node_modules|\bat [\w.<>]+ \(|\.[cm]?[jt]s:\d+|\/(?:tmp|home|root|usr|work)\/|grafeo/;
const JSON_TYPE = { 'content-type': 'application/json' };

let store: Store;
let served: Awaited<ReturnType<typeof serve>>;
beforeAll(async () => {
  store = await openStore('memory:');
  await writeRecords(store, corpus(), divisions);
  served = await serve(store, { port: 0, bounds: { rate: 0, receive: 1 } });
});
afterAll(async () => {
  await served.close();
  await store.close();
});

interface Seen {
  readonly status: number;
  readonly body: string;
  /** The codes of its errors. */
  readonly codes: readonly string[];
}

/** Sends a body as it is; every answer is looked at for what it must never be. */
async function send(
  body: string,
  headers: Record<string, string> = JSON_TYPE,
  path = '/graphql',
  method = 'POST',
): Promise<Seen> {
  const response = await fetch(served.url + path, { method, headers, ...(method === 'GET' ? {} : { body }) });
  return looked(response.status, await response.text());
}

function looked(status: number, body: string): Seen {
  expect(status, body.slice(0, 300)).toBeLessThan(500);
  expect(body).not.toMatch(LEAK);
  const { errors = [] } = body.startsWith('{') ? JSON.parse(body) : {};
  return {
    status,
    body,
    codes: errors.map((error: { extensions?: { code: string } }) => error.extensions?.code ?? ''),
  };
}

const ask = (query: string, variables?: object) => send(JSON.stringify({ query, variables }));
const many = (times: number, part: (i: number) => string, between = ' ') =>
  Array.from({ length: times }, (_, i) => part(i)).join(between);

async function stillServes(): Promise<void> {
  expect((await ask('{ stats { articles } }')).body).toBe('{"data":{"stats":{"articles":5}}}\n');
}

describe('documents that ask too much', () => {
  const deep = (levels: number) => `{ places { nodes ${'{ parent '.repeat(levels)}{ code }${' }'.repeat(levels)} } }`;
  const bomb = many(12, (i) => `fragment f${i} on Query { ...f${i + 1} ...f${i + 1} }`);
  it.each<readonly [string, string, string]>([
    ['alias bomb', `{ ${many(60, (i) => `a${i}: stats { articles }`)} }`, 'LIMIT_ALIASES'],
    [
      'aliases hidden in a fragment',
      `{ ...f } fragment f on Query { ${many(31, (i) => `a${i}: __typename`)} }`,
      'LIMIT_ALIASES',
    ],
    ['aliases of introspection', `{ __schema { ${many(40, (i) => `a${i}: types { name }`)} } }`, 'LIMIT_ALIASES'],
    ['the same field a thousand times', `{ ${'stats { articles } '.repeat(400)} }`, 'LIMIT_TOKENS'],
    [
      'fragments that double, twelve times',
      `{ ...f0 } ${bomb} fragment f12 on Query { stats { articles } }`,
      'LIMIT_RECURSION',
    ],
    ['a fragment in itself', '{ ...a } fragment a on Query { ...a }', 'GRAPHQL_VALIDATION_FAILED'],
    [
      'fragments in a circle',
      '{ ...a } fragment a on Query { ...b } fragment b on Query { ...a }',
      'GRAPHQL_VALIDATION_FAILED',
    ],
    [
      'directives, overloaded',
      `{ stats ${'@include(if: true) '.repeat(60)} { articles } }`,
      'GRAPHQL_VALIDATION_FAILED',
    ],
    ['directives on many fields', `{ ${many(60, () => 'stats @include(if: true) { articles }')} }`, 'LIMIT_DIRECTIVES'],
    [
      'directives that there are not',
      `{ stats ${many(100, (i) => `@d${i}`)} { articles } }`,
      'GRAPHQL_VALIDATION_FAILED',
    ],
    ['depth', deep(40), 'LIMIT_DEPTH'],
    [
      'depth in inline fragments',
      `{ places { nodes { ${'... { parent { '.repeat(20)}code${' } }'.repeat(20)} } } }`,
      'LIMIT_DEPTH',
    ],
    [
      'introspection in circles',
      '{ __schema { types { fields { type { fields { type { fields { type { fields { name } } } } } } } } } }',
      'LIMIT_DEPTH',
    ],
    [
      'lists of lists',
      '{ places(first: 100) { nodes { claims(first: 100) { nodes { programs { claims(first: 100) { nodes { id } } } } } } } }',
      'LIMIT_COST',
    ],
    ['a page too large', '{ claims(first: 101) { nodes { id } } }', 'LIMIT_PAGE'],
    ['a page beyond any number', '{ claims(first: 2147483647) { nodes { id } } }', 'LIMIT_PAGE'],
    ['a page beyond 32 bits', '{ claims(first: 99999999999999999999) { nodes { id } } }', 'GRAPHQL_VALIDATION_FAILED'],
    ['a page by its default', 'query ($n: Int = 5000) { claims(first: $n) { nodes { id } } }', 'LIMIT_PAGE'],
    ['two fields under one name', `{ stats { a: articles a: claims } }`, 'GRAPHQL_VALIDATION_FAILED'],
    ['brackets without end', `{ ${'a { '.repeat(300)}`, 'GRAPHQL_PARSE_FAILED'],
    [
      'a value in values',
      `{ claims(filter: ${'['.repeat(450)}${']'.repeat(450)}) { totalCount } }`,
      'GRAPHQL_VALIDATION_FAILED',
    ],
    ['a mutation that there is not', 'mutation { reset }', 'GRAPHQL_VALIDATION_FAILED'],
    ['a subscription', 'subscription { claims }', 'REQUEST_OPERATION'],
    ['no operation', 'fragment a on Query { stats { articles } }', 'GRAPHQL_VALIDATION_FAILED'],
    [
      'two operations, and none is named',
      'query a { __typename } query b { __typename }',
      'OPERATION_RESOLUTION_FAILURE',
    ],
  ])('%s', async (_, query, code) => {
    const seen = await ask(query);
    expect([seen.status, seen.codes[0]]).toEqual([400, code]);
    await stillServes();
  });

  it('says what to do of each of its limits', async () => {
    const { body } = await ask('{ claims(first: 101) { nodes { id } } }');
    expect(JSON.parse(body)).toEqual({
      errors: [
        {
          message: 'a page holds up to 100, not 101',
          extensions: { code: 'LIMIT_PAGE', action: ERRORS.LIMIT_PAGE.action, retriable: false },
        },
      ],
    });
  });

  it('validates quickly what is made to be slow', async () => {
    const slow = [
      `{ ${many(480, () => 'stats { articles }', ' ').slice(0, 4000)} }`,
      `{ ${many(150, (i) => `...f${i % 10}`)} } ${many(10, (i) => `fragment f${i} on Query { stats { ${many(40, () => 'articles')} } }`)}`,
      `query (${many(150, (i) => `$v${i}: Int`)}) { stats { articles } }`,
      `{ ${'{'.repeat(900)} }`,
    ];
    const began = performance.now();
    for (const query of slow) await ask(query);
    expect(performance.now() - began).toBeLessThan(5000);
  });
});

describe('requests that are none', () => {
  it.each<readonly [string, string, Record<string, string>, number, string]>([
    [
      'a batch',
      JSON.stringify([{ query: '{ __typename }' }, { query: '{ __typename }' }]),
      JSON_TYPE,
      400,
      'LIMIT_BATCH',
    ],
    ['an empty batch', '[]', JSON_TYPE, 400, 'LIMIT_BATCH'],
    [
      'a form',
      'query=%7B__typename%7D',
      { 'content-type': 'application/x-www-form-urlencoded' },
      415,
      'REQUEST_MEDIA_TYPE',
    ],
    ['plain text', '{"query":"{ __typename }"}', { 'content-type': 'text/plain' }, 400, 'REQUEST_CSRF'],
    ['a multipart form', '--x\r\n', { 'content-type': 'multipart/form-data; boundary=x' }, 415, 'REQUEST_MEDIA_TYPE'],
    ['no type at all', '{"query":"{ __typename }"}', { 'content-type': '' }, 415, 'REQUEST_MEDIA_TYPE'],
    [
      'a type with a comma',
      '{"query":"{ __typename }"}',
      { 'content-type': 'text/plain, application/json' },
      415,
      'REQUEST_MEDIA_TYPE',
    ],
    ['JSON cut short', '{"query":"{ __type', JSON_TYPE, 400, 'REQUEST_MALFORMED'],
    ['no body', '', JSON_TYPE, 400, 'REQUEST_MALFORMED'],
    ['null', 'null', JSON_TYPE, 400, 'BAD_REQUEST'],
    ['a number', '7', JSON_TYPE, 400, 'BAD_REQUEST'],
    ['a query that is a list', '{"query":["{ __typename }"]}', JSON_TYPE, 400, 'BAD_REQUEST'],
    ['variables that are a text', '{"query":"{ __typename }","variables":"{}"}', JSON_TYPE, 400, 'BAD_REQUEST'],
    ['a prototype', '{"query":"{ __typename }","__proto__":{"x":1}}', JSON_TYPE, 400, 'REQUEST_MALFORMED'],
    [
      'a constructor',
      '{"query":"{ __typename }","constructor":{"prototype":{"x":1}}}',
      JSON_TYPE,
      400,
      'REQUEST_MALFORMED',
    ],
    [
      'a stored query',
      '{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"00"}}}',
      JSON_TYPE,
      200,
      'PERSISTED_QUERY_NOT_SUPPORTED',
    ],
    [
      'too large a body',
      JSON.stringify({ query: '{ __typename }', variables: { x: 'x'.repeat(200_000) } }),
      JSON_TYPE,
      413,
      'LIMIT_BODY',
    ],
  ])('%s', async (_, body, headers, status, code) => {
    const seen = await send(body, headers);
    expect([seen.status, seen.codes[0]]).toEqual([status, code]);
    await stillServes();
  });

  it.each<readonly [string, string, number, string]>([
    ['a link to a query, as another site could make', '/graphql?query=%7B__typename%7D', 400, 'REQUEST_CSRF'],
    ['the same query twice', '/graphql?query=%7Ba%7D&query=%7Bb%7D', 400, 'REQUEST_CSRF'],
  ])('%s', async (_, path, status, code) => {
    const seen = await send('', {}, path, 'GET');
    expect([seen.status, seen.codes[0]]).toEqual([status, code]);
  });

  it('a mutation by GET is refused, even with the header that lets a GET through', async () => {
    const headers = { 'apollo-require-preflight': '1' };
    const seen = await send(
      '',
      headers,
      `/graphql?query=${encodeURIComponent('mutation { ingest(articles: []) { id } }')}`,
      'GET',
    );
    expect(seen.status).toBe(405);
    expect((await send('', headers, '/graphql?query=%7B__typename%7D', 'GET')).status).toBe(200);
  });

  it.each(['PUT', 'DELETE', 'PATCH', 'TRACE'])('the method %s', async (method) => {
    const status = await new Promise((resolve, reject) => {
      request(`${served.url}/graphql`, { method }, (answer) => resolve(answer.resume().statusCode))
        .on('error', reject)
        .end();
    });
    expect([400, 404]).toContain(status);
    await stillServes();
  });

  it('names of hosts that are odd, or look like ours', async () => {
    const body = JSON.stringify({ query: '{ __typename }' });
    const of = (host: string) =>
      new Promise<number | undefined>((resolve, reject) => {
        const headers = { host, ...JSON_TYPE };
        request(`${served.url}/graphql`, { method: 'POST', headers }, (answer) => resolve(answer.resume().statusCode))
          .on('error', reject)
          .end(body);
      });
    for (const host of ['localhost', 'LOCALHOST:80', '127.0.0.1', '[::1]', '[::1]:4000', '[::ffff:127.0.0.1]']) {
      expect(await of(host), host).toBe(200);
    }
    const strange = [
      'evil.example',
      'localhost.evil.example',
      'evil@localhost',
      'localhost@evil',
      'localhost:80:evil',
      '[::1',
    ];
    for (const host of [...strange, ' ', ':80', 'localhost/', 'localhost?', 'localhost%00', '127.0.0.1.nip.example']) {
      expect([400, 421], host).toContain(await of(host));
    }
    await stillServes();
  });

  it('JSON that is deep, or wide', async () => {
    const deep = `{"query":"{ __typename }","variables":{"x":${'['.repeat(45_000)}${']'.repeat(45_000)}}}`;
    expect((await send(deep)).status).toBeLessThan(500);
    const wide = JSON.stringify({
      query: '{ __typename }',
      variables: Object.fromEntries(Array.from({ length: 8000 }, (_, i) => [`v${i}`, i])),
    });
    expect((await send(wide)).status).toBe(200);
    const filter = JSON.parse(`${'{"kind":'.repeat(3000)}1${'}'.repeat(3000)}`);
    expect((await ask('query ($f: ClaimFilter) { claims(filter: $f) { totalCount } }', { f: filter })).status).toBe(
      400,
    );
    await stillServes();
  });

  it('strange addresses', async () => {
    for (const path of [
      '/..%2f..%2fetc/passwd',
      '/graphiql/assets/..%2f..%2f..%2fpackage.json',
      '/%00',
      '/graphql/',
      '/.env',
      '/%ff',
    ]) {
      const response = await fetch(served.url + path);
      expect([400, 404], path).toContain(response.status);
      expect(await response.text()).not.toMatch(LEAK);
    }
  });
});

describe('what pretends to be data', () => {
  const TEXTS = [
    ...[
      "' OR 1=1 //",
      '"}) DETACH DELETE n //',
      '`}) RETURN n',
      "\\' }) MATCH (n) SET n.x = 1 //",
      '$' + '{7*7}',
      '{{7*7}}',
      '$where',
    ],
    ...[
      'name:*',
      '*:*',
      '+a -b && c || !d',
      '(((((',
      '[* TO *]',
      '/.*/',
      'a~0.1^100',
      '"unclosed',
      'AND OR NOT',
      '\\',
      'a\\',
    ],
    ...[
      '\u0000',
      'a\u0000b',
      '\ud800',
      '\udfff\ud800',
      '\u202e',
      '\ufeff',
      '\u2028\u2029',
      '👨‍👩‍👧‍👦',
      'İ',
      'ﬀ',
      '𠀀',
      'é'.normalize('NFD'),
    ],
    ...[
      '../../etc/passwd',
      'file:///etc/passwd',
      '<script>alert(1)</script>',
      '%s%n%x',
      '\r\nX: y',
      ' '.repeat(500),
      '雪'.repeat(5000),
    ],
  ];

  it('finds nothing that it should not, and harms nothing, in search', async () => {
    for (const text of TEXTS) {
      const seen = await ask('query ($text: String!) { search(text: $text, first: 3) { hits { type name } } }', {
        text,
      });
      const codes = text.length > 1000 ? ['BAD_USER_INPUT'] : [];
      expect([seen.status, seen.codes], JSON.stringify(text.slice(0, 50))).toEqual([200, codes]);
    }
    await stillServes();
  });

  it('is no Cypher in filters, ids and cursors', async () => {
    for (const text of TEXTS) {
      const seen = await ask(
        `query ($t: String!, $id: ID!) {
          agency(id: $id) { id } program(id: $id) { id } claim(id: $id) { id } outlet(name: $id) { id }
          claims(filter: { program: [$id], actor: [$id], outlet: [$t], text: $t }) { totalCount }
          articles(filter: { title: $t }) { totalCount }
        }`,
        { t: text, id: text },
      );
      // An id of the wrong form and a text that is too long are told so; nothing else happens.
      expect([seen.status < 500, seen.codes.filter((code) => code !== 'BAD_USER_INPUT')], JSON.stringify(text)).toEqual(
        [true, []],
      );
      const place = await ask('query ($c: PlaceCode!) { place(code: $c) { code } }', { c: text });
      expect(place.codes, JSON.stringify(text)).toEqual(['BAD_USER_INPUT']);
      const cursor = Buffer.from(`after:${text}`).toString('base64url');
      for (const after of [text, cursor]) {
        const page = await ask('query ($after: String) { claims(first: 2, after: $after) { totalCount } }', { after });
        expect(
          page.codes.filter((code) => code !== 'BAD_USER_INPUT'),
          JSON.stringify(after),
        ).toEqual([]);
      }
    }
    await stillServes();
  });

  it('is nobody else’s id', async () => {
    const ids = [
      'Place:',
      ':',
      'Place',
      'Claim:*',
      'Review:1',
      'Journal:1',
      '__proto__:x',
      'constructor:x',
      'toString',
      'Person:1',
      'x'.repeat(50_000),
    ];
    for (const id of ids) {
      const seen = await ask('query ($id: ID!) { node(id: $id) { id } }', { id });
      expect([200, 400], id).toContain(seen.status);
      expect(seen.body).not.toContain('"id":"');
    }
  });

  it('is refused where it is of another kind', async () => {
    const query = 'query ($v: Int) { claims(first: $v) { totalCount } }';
    for (const v of ['1', 1.5, true, {}, [], [1], 1e300, -1, 2 ** 31]) {
      const seen = await ask(query, { v });
      expect([200, 400], JSON.stringify(v)).toContain(seen.status);
      // What GraphQL takes for one number is one, and fewer than none are refused by the field.
      if (seen.status === 200) expect([[1], -1]).toContainEqual(v);
      if (v === -1) expect(seen.codes).toEqual(['BAD_USER_INPUT']);
    }
  });
});

describe('what errors tell', () => {
  it('names of the schema, which is public, and nothing else', async () => {
    const hinted = await ask('{ plac(code: "1") { nam } claims { nodes { amount } } }');
    const suggested = [...hinted.body.matchAll(/\\"(\w+)\\"/g)].map((match) => match[1] ?? '');
    const { data } = JSON.parse((await ask('{ __schema { types { name fields { name } } } }')).body);
    const known = new Set<string>(['plac', 'nam', 'amount']);
    for (const type of data.__schema.types) {
      known.add(type.name);
      for (const field of type.fields ?? []) known.add(field.name);
    }
    expect(suggested.length).toBeGreaterThan(3);
    expect(suggested.filter((name) => !known.has(name))).toEqual([]);
  });

  it('no stack, though the environment is one of development', async () => {
    expect(process.env.NODE_ENV).not.toBe('production');
    expect((await ask('{ claims(first: -1) { totalCount } }')).body).not.toContain('stacktrace');
  });
});

describe('connections', () => {
  /** Writes raw bytes, and reads what comes back until the server hangs up. */
  function raw(write: (send: (text: string) => void) => void): Promise<{ readonly text: string; readonly ms: number }> {
    const began = Date.now();
    return new Promise((resolve, reject) => {
      let text = '';
      const socket = connect(Number(new URL(served.url).port), '127.0.0.1', () => write((part) => socket.write(part)));
      socket.on('data', (data) => (text += data));
      socket.on('close', () => resolve({ text, ms: Date.now() - began }));
      socket.on('error', (error: NodeJS.ErrnoException) =>
        error.code === 'ECONNRESET' || error.code === 'EPIPE' ? undefined : reject(error),
      );
    });
  }

  it('headers without end are cut off', async () => {
    const { text } = await raw((write) =>
      write(`GET / HTTP/1.1\r\nhost: localhost\r\n${many(3000, (i) => `x-${i}: y`, '\r\n')}\r\n\r\n`),
    );
    expect(text).toContain('HTTP/1.1 431');
    expect(text).toContain('LIMIT_HEADERS');
    await stillServes();
  });

  it.each([
    ['headers', 'POST /graphql HTTP/1.1\r\nhost: localhost\r\n'],
    [
      'body',
      'POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: 1000\r\n\r\n{',
    ],
  ])('%s that trickle in are hung up on in time, and hold nobody else up', async (_, head) => {
    const timers: NodeJS.Timeout[] = [];
    const slow = Promise.all(
      Array.from({ length: 40 }, () =>
        raw((write) => {
          write(head);
          timers.push(setInterval(() => write('a'), 200));
        }),
      ),
    );
    await stillServes();
    const all = await slow;
    for (const timer of timers) clearInterval(timer);
    for (const { text, ms } of all) {
      expect(ms).toBeLessThan(5000);
      expect(text).toMatch(/^HTTP\/1\.1 408/);
    }
    await stillServes();
  });

  it.each(['GET /healthz HTTP/1.1\r\nhost: \r\n', 'GET /healthz HTTP/1.1\r\n', 'GET /healthz HTTP/1.0\r\n'])(
    'a request to nobody: %j',
    async (head) => {
      const { text } = await raw((write) => write(`${head}connection: close\r\n\r\n`));
      expect(text).toMatch(/^HTTP\/1\.1 4(?:00|21)/);
    },
  );

  it('what is no HTTP is answered once, and hung up on', async () => {
    for (const bytes of [
      '\u0016\u0003\u0001\u0002',
      'hello\r\n\r\n',
      'GET / HTTP/9.9\r\n\r\n',
      'POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\nGET',
    ]) {
      const { text } = await raw((write) => write(bytes));
      expect(text).toMatch(/^HTTP\/1\.1 400/);
      expect(text).toContain('REQUEST_MALFORMED');
    }
    await stillServes();
  });
});
