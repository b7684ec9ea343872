import { beforeAll, describe, expect, it } from 'vitest';
import { bibtex, cslItems } from '../../src/citation/bibliography.ts';
import { packetOf } from '../../src/citation/make.ts';
import { markdown } from '../../src/citation/markdown.ts';
import { digestOfPacket, type Packet } from '../../src/citation/packet.ts';
import { verifyArticle, verifyPacket } from '../../src/citation/verify.ts';
import { extract } from '../../src/extract.ts';
import { gazetteerDivisions } from '../../src/graph/divisions.ts';
import { sourceOf } from '../../src/source/record.ts';
import { citation } from '../../src/store/citation.ts';
import { openStore } from '../../src/store/engines.ts';
import { writeRecords } from '../../src/store/load.ts';
import { statement } from '../../src/store/queries.ts';
import type { Row } from '../../src/store/store.ts';

const PAGES = [
  '河口区探头建设情况\n来源：东营日报  2018-01-10\n记者王小明报道：2017年，河口区投资6600余万元，新建视频监控探头1926个。\n',
  '河口区技防建设\n来源：河口区人民政府网  2018-02-10\n2017年，河口区投资6650万元，新建视频监控摄像头1926个。\n',
];
const MADE = { by: 'xueliang test', on: '2026-11-26' };
let packets: Readonly<Record<'claim' | 'fact', Packet>>;

beforeAll(async () => {
  const store = await openStore('memory:');
  const records = PAGES.map((page, i) => ({ record: extract(sourceOf(`${i}.txt`, 'text/plain', Buffer.from(page))) }));
  await writeRecords(store, records, gazetteerDivisions);
  const facts = (await store.read(statement('facts'), { kind: 'FUNDED' })).map(({ fact }) => fact as Row);
  const [claim, fact] = [String(facts[0]?.claimId), String(facts[0]?.id)];
  const packet = async (id: string) =>
    packetOf({ ...((await citation(store, id)) as NonNullable<Awaited<ReturnType<typeof citation>>>), made: MADE });
  packets = { claim: await packet(claim), fact: await packet(fact) };
  expect(await citation(store, 'f'.repeat(32))).toBeNull();
  await store.close();
});

const failing = (packet: Packet) =>
  verifyPacket(packet)
    .filter(({ holds }) => !holds)
    .map(({ check }) => check);
/** The packet with its digest made again: as somebody would who wants a lie to hold. */
const forged = (packet: Packet): Packet => ({ ...packet, digest: digestOfPacket(packet) });
const withClaim = (packet: Packet, change: object): Packet =>
  forged({ ...packet, claims: packet.claims.map((claim, i) => (i === 0 ? { ...claim, ...change } : claim)) });

describe('a citation packet', () => {
  it('of a claim, and of a fact with all its claims, holds', () => {
    expect(packets.fact.claims).toHaveLength(2);
    expect(packets.fact.value).toEqual({ figure: 66_000_000, min: 66_500_000, max: 66_500_000, unit: 'CNY' });
    expect([failing(packets.claim), failing(packets.fact)]).toEqual([[], []]);
    expect(verifyPacket(packets.fact).map(({ check }) => check)).toContain('fact');
  });

  it('that was changed is told by its digest', () => {
    expect(failing({ ...packets.claim, subject: { ...packets.claim.subject, type: 'fact' } })).toContain('digest');
  });

  it('that was forged is told by what does not follow', () => {
    expect(failing(withClaim(packets.fact, { amountCny: 76_000_000 }))).toContain('figure');
    expect(failing(withClaim(packets.fact, { start: 0 }))).toContain('quote');
    expect(failing(withClaim(packets.fact, { kind: 'DEPLOYED' }))).toContain('id');
    expect(failing(withClaim(packets.fact, { stage: 'planned' }))).toContain('fact');
    expect(failing(forged({ ...packets.fact, value: { ...packets.fact.value, figure: 1 } }))).toEqual(['value']);
    expect(failing(forged({ ...packets.fact, claims: packets.fact.claims.slice(1) }))).toContain('fact');
  });

  it('is compared with the article that somebody has', () => {
    const { articles, claims } = packets.claim;
    const id = articles[0]?.id ?? '';
    const page = PAGES.find((text) => claims[0]?.quote === text.slice(claims[0]?.start, claims[0]?.end)) ?? '';
    expect(verifyArticle(packets.claim, id, page).map(({ holds }) => holds)).toEqual([true, true]);
    expect(verifyArticle(packets.claim, id, page.replace('6600', '6700')).map(({ holds }) => holds)).toEqual([
      false,
      false,
    ]);
  });

  it('is the same whatever order its parts come in', () => {
    const { format: _, footnote: __, digest: ___, ...parts } = packets.fact;
    const turned = { ...parts, claims: [...parts.claims].reverse(), articles: [...parts.articles].reverse() };
    expect(packetOf(turned)).toEqual(packets.fact);
  });

  it('has a footnote for each source in both languages, and names no person', () => {
    const { zh, en } = packets.fact.footnote;
    for (const outlet of ['东营日报', '河口区人民政府'])
      expect([zh, en].every((note) => note.includes(outlet))).toBe(true);
    const all = [JSON.stringify(packets), markdown(packets.fact, 'zh'), markdown(packets.fact, 'en')].join('');
    expect(all).not.toContain('王小明');
    expect(all).toContain('███');
  });

  it('is a bibliography, in Chinese', () => {
    expect(cslItems(packets.fact).map((item) => item['container-title'])).toEqual([
      '东营日报',
      expect.stringContaining('河口区'),
    ]);
    expect(bibtex(packets.fact)).toMatch(/journal = \{东营日报\},\n\tyear = \{2018\}/);
  });
});
