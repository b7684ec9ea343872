import { footnotes } from './footnote.ts';
import { type CitedFact, digestOfPacket, FORMAT, type Packet, type Value } from './packet.ts';

/** What a packet is made of: its subject, and the claims, articles, facts and decisions behind it, in any order. */
export type Parts = Omit<Packet, 'format' | 'footnote' | 'digest'>;

/** The packet of a claim, fact or total: the same parts give the same packet, whatever their order. */
export function packetOf(parts: Parts): Packet {
  const held = {
    format: FORMAT,
    ...parts,
    facts: byId(parts.facts),
    claims: byId(parts.claims),
    articles: byId(parts.articles),
  } as const;
  return { ...held, footnote: footnotes(held), digest: digestOfPacket({ ...held, footnote: { zh: '', en: '' } }) };
}

/** The figure of a claim's node, in yuan or with its unit. */
export function valueOfClaim(claim: Readonly<Record<string, unknown>>): Value {
  const money = typeof claim.amountCny === 'number';
  const number = (name: string) => (typeof claim[name] === 'number' ? (claim[name] as number) : null);
  return {
    figure: number(money ? 'amountCny' : 'count'),
    min: number(money ? 'amountMin' : 'countMin'),
    max: number(money ? 'amountMax' : 'countMax'),
    unit: money ? 'CNY' : typeof claim.unit === 'string' ? claim.unit : null,
  };
}

/** The figure of a fact: what all its claims leave possible. */
export function valueOfFact({ figure, min, max, unit }: CitedFact): Value {
  return { figure, min, max, unit };
}

function byId<T extends { readonly id: string }>(items: readonly T[]): T[] {
  return [...items].sort((a, b) => (a.id < b.id ? -1 : 1));
}
