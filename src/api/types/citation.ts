import { bibtex, cslItems } from '../../citation/bibliography.ts';
import { madeNow } from '../../citation/made.ts';
import { packetOf } from '../../citation/make.ts';
import { type Language, markdown } from '../../citation/markdown.ts';
import type { Packet } from '../../citation/packet.ts';
import { claimCitations, factCitations } from '../../store/citation.ts';
import type { Context } from '../context.ts';
import type { GraphObject } from '../graph.ts';

interface Asked {
  readonly language: Language;
}

/** Fields of Citation: a packet, and what is made of it when it is asked for. */
export const Citation = {
  packet: (packet: Packet) => packet,
  footnote: ({ footnote }: Packet, { language }: Asked) => footnote[language],
  markdown: (packet: Packet, { language }: Asked) => markdown(packet, language),
  csl: (packet: Packet) => cslItems(packet),
  bibtex: (packet: Packet) => bibtex(packet).trimEnd(),
};

/** `Claim.citation` and `Fact.citation`: what the number rests on, read for all of a list at once. */
export function citationOf(type: 'claim' | 'fact') {
  const make = type === 'claim' ? claimCitations : factCitations;
  return async (node: GraphObject, _: unknown, { graph }: Context): Promise<Packet | null> => {
    const found = await graph.made(`citation ${type}`, make, String(node.id));
    return found === null ? null : packetOf({ ...found, made: madeNow() });
  };
}
