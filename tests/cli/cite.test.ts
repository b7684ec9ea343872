import { readFileSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { digestOfPacket } from '../../src/citation/packet.ts';
import { folder, PAID } from './articles.ts';
import { xueliang } from './terminal.ts';

let dir: ReturnType<typeof folder>;
let claim: string;
const inStore = (...args: string[]) => xueliang([...args, '--store', dir.store]);

beforeEach(async () => {
  dir = folder({ 'a.txt': PAID });
  await inStore('load', dir.path);
  const [row] = JSON.parse((await inStore('query', 'claims', '--param', 'kind=FUNDED', '--format', 'json')).out);
  claim = row.id;
});
afterEach(() => dir.remove());

describe('xueliang cite and verify', () => {
  it('make a packet that proves itself without the store, also against its page', async () => {
    const packet = dir.at('packet.json');
    await inStore('cite', claim, '--format', 'json', '--out', packet);
    const ran = await xueliang(['verify', packet, '--article', dir.at('a.txt')]);
    expect(ran).toMatchObject({ status: 0, err: '' });
    expect(ran.out).toMatch(/✓ figure .* reads as \d+ CNY/);
    expect(ran.out).toContain('✓ article');
    expect((await xueliang(['verify', packet])).out).toContain('Not checked: whether 1 of the 1 articles say so');
  });

  it('carry a total with the facts that it adds and those that it does not', async () => {
    const packet = dir.at('total.json');
    await inStore('total', '--kind', 'FUNDED', '--packet', packet);
    const held = JSON.parse(readFileSync(packet, 'utf8'));
    expect(held.derivation).toMatchObject({ rule: 'total', request: { kind: 'FUNDED', stage: 'done' } });
    const ran = await xueliang(['verify', packet]);
    expect(ran).toMatchObject({
      status: 0,
      out: expect.stringMatching(/✓ total .* no two of which may count the same/),
    });
    expect((await xueliang(['cite', packet])).out).toMatch(/^# 合计 [\s\S]*## 相加\n/);
    expect((await xueliang(['cite', packet, '--format', 'bibtex'])).out).toMatch(/^@article/);
    const forged = { ...held, derivation: { ...held.derivation, added: [] } };
    writeFileSync(packet, JSON.stringify({ ...forged, digest: digestOfPacket(forged) }));
    expect((await xueliang(['verify', packet])).out).toMatch(/✗ total/);
  });

  it('tell a packet that was changed, and one that is none', async () => {
    const packet = dir.at('packet.json');
    await inStore('cite', claim, '--format', 'json', '--out', packet);
    writeFileSync(packet, readFileSync(packet, 'utf8').replace(/"amountCny": (\d)/, '"amountCny": 9$1'));
    const ran = await xueliang(['verify', packet, '--format', 'json']);
    expect(ran.status).toBe(1);
    expect(JSON.parse(ran.out).filter((check: { holds: boolean }) => !check.holds)).not.toEqual([]);
    for (const text of ['{', '{"format":"other"}', 'null']) {
      writeFileSync(packet, text);
      expect(await xueliang(['verify', packet])).toMatchObject({
        status: 1,
        err: expect.stringContaining('PACKET_MALFORMED'),
      });
    }
  });

  it('print the words in their context, a footnote, and bibliographies', async () => {
    expect((await inStore('cite', claim)).out).toMatch(/^# 陈述 [\s\S]*## 依据\n\n> .*\*\*.*\*\*/);
    expect((await inStore('cite', claim, '--format', 'footnote', '--lang', 'en')).out).toContain('characters');
    expect((await inStore('cite', claim, '--format', 'bibtex')).out).toMatch(/^@/);
    expect(JSON.parse((await inStore('cite', claim, '--format', 'csl')).out)).toHaveLength(1);
    expect(await inStore('cite', 'none')).toMatchObject({
      status: 2,
      err: expect.stringContaining('no claim and no fact'),
    });
  });
});
