import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { driverOf, SERVERS, type Server } from '../store/servers.ts';
import { folder, PAID, POSTED } from './articles.ts';
import { errors, lines, xueliang } from './terminal.ts';

describe.each(SERVERS)('$title', (server) => {
  describe.skipIf(server.reason !== null)('under the commands', () => on(server));
});

function on(server: Server): void {
  const { url } = server;
  const { username, password } = server.credentials;
  const env = {
    XUELIANG_STORE: url,
    ...(username ? { XUELIANG_NEO4J_USER: username } : {}),
    ...(password ? { XUELIANG_NEO4J_PASSWORD: password } : {}),
  };
  const dir = folder({ 'a.txt': PAID, 'b.txt': POSTED });
  const onNeo4j = (...args: string[]) => xueliang(args, { env });

  beforeAll(async () => {
    const driver = driverOf(server);
    await driver.executeQuery('MATCH (n) DETACH DELETE n');
    await driver.close();
  });
  afterAll(() => dir.remove());

  it('load, twice, and give the digest of the embedded engine', async () => {
    const loaded = await onNeo4j('load', dir.path);
    expect([loaded.status, errors(loaded)]).toEqual([0, []]);
    const once = lines((await onNeo4j('check', '--digest')).out).at(-1);
    expect((await onNeo4j('load', dir.path)).status).toBe(0);
    expect(lines((await onNeo4j('check', '--digest')).out)).toEqual(['All invariants hold.', once]);
    await xueliang(['load', dir.path, '--store', dir.store]);
    expect(lines((await xueliang(['check', '--digest', '--store', dir.store])).out).at(-1)).toBe(once);
    expect((await onNeo4j('status')).out).toMatch(/engine +neo4j \d/);
  });

  it('answer the same named query as the embedded engine', async () => {
    const asked = ['query', 'whoPaid', '--param', 'amount=320余万', '--format', 'json'];
    const [there, here] = [await onNeo4j(...asked), await xueliang([...asked, '--store', dir.store])];
    expect(there.out).toContain('3200000');
    expect(there.out).toBe(here.out);
  });

  it('run a Cypher file, with parameters, and never to write', async () => {
    const file = dir.at('mine.cypher');
    writeFileSync(file, 'MATCH (c:Claim {kind: $kind}) RETURN c.kind AS kind, count(c.id) AS n');
    const ran = await onNeo4j('query', file, '--param', 'kind=FUNDED', '--format', 'json');
    expect(JSON.parse(ran.out)).toEqual([{ kind: 'FUNDED', n: expect.any(Number) }]);
    writeFileSync(file, 'CREATE (n:Person {name: "x"}) RETURN 1 AS n');
    const refused = await onNeo4j('query', file);
    expect(refused.status).toBe(1);
    expect((await onNeo4j('check')).status).toBe(0);
  });

  it('say in one line that a password is wrong, and do not show it', async () => {
    if (!password) return;
    const ran = await xueliang(['status'], { env: { ...env, XUELIANG_NEO4J_PASSWORD: 'wrong-secret' } });
    expect(ran.status).toBe(1);
    expect(lines(ran.err)).toHaveLength(1);
    expect(ran.err).not.toContain('wrong-secret');
  });
}
