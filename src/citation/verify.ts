import { createHash } from 'node:crypto';
import { type FactClaim, factClaim, factKey } from '../fact/claims.ts';
import { corrected } from '../fact/corrected.ts';
import { type Fact, factsOfGroup } from '../fact/facts.ts';
import type { Families } from '../fact/statements.ts';
import { FactTable } from '../fact/table.ts';
import { totalOf } from '../fact/total.ts';
import { Reviews } from '../review/reviews.ts';
import { figureIn } from './figure.ts';
import { valueOfClaim } from './make.ts';
import { type CitedClaim, type CitedFact, digestOfPacket, type Packet, type Value } from './packet.ts';

/** One thing that was looked at, and whether it holds. */
export interface Check {
  readonly check: 'digest' | 'quote' | 'id' | 'figure' | 'fact' | 'value' | 'total' | 'article';
  /** The id of the claim, fact or article; of the packet's subject for what concerns it as a whole. */
  readonly of: string;
  readonly holds: boolean;
  readonly message: string;
}

/**
 * Derives the number of a packet again from what the packet holds, and says what it looked at: nothing is taken from a
 * store, and nothing that was not derived again is called sound.
 */
export function verifyPacket(packet: Packet): Check[] {
  const digest = digestOfPacket(packet) === packet.digest;
  const whole = packet.subject.id;
  return [
    check(
      'digest',
      whole,
      digest,
      'the packet is as it was made',
      'something of the packet was changed after it was made',
    ),
    ...packet.claims.flatMap(claimChecks),
    ...packet.facts.map((fact) => factCheck(packet, fact)),
    packet.subject.type === 'total' ? totalCheck(packet) : valueCheck(packet),
  ];
}

function check(name: Check['check'], of: string, holds: boolean, good: string, bad: string): Check {
  return { check: name, of, holds, message: holds ? good : bad };
}

function claimChecks(claim: CitedClaim): Check[] {
  const { id, quote, start, end } = claim;
  const cites = quote !== '' && quote.length === end - start;
  return [
    check('quote', id, cites, `cites characters ${start} to ${end}`, 'the quote is not as long as its span'),
    ...idCheck(claim),
    ...figureCheck(claim),
  ];
}

/** A claim's id is the hash of article, kind, span of the figure and ordinal; those without a figure rest on a trigger. */
function idCheck({ id, articleId, kind, ...claim }: CitedClaim): Check[] {
  const span = spanOf(claim, 'figure');
  if (span === null) return [];
  const ids = Array.from({ length: ORDINALS }, (_, ordinal) =>
    createHash('sha256').update(`${articleId}|${kind}|${span[0]}-${span[1]}|${ordinal}`).digest('hex').slice(0, 32),
  );
  const message = 'the id is the hash of article, kind and place of the figure';
  return [check('id', id, ids.includes(id), message, `it is not so that ${message}`)];
}

/** So many claims may one figure make: one for each of several places. */
const ORDINALS = 50;

function figureCheck(claim: CitedClaim): Check[] {
  const value = valueOfClaim(claim);
  const span = spanOf(claim, 'figure');
  if (value.figure === null || span === null) return [];
  const read = figureIn(claim.quote, span[0] - claim.start, span[1] - claim.start);
  const same = read !== null && read.value === value.figure && read.min === value.min && read.max === value.max;
  const words = claim.quote.slice(span[0] - claim.start, span[1] - claim.start);
  const good = `“${words}” reads as ${said(value)}`;
  return [check('figure', claim.id, same, good, `“${words}” does not read as ${said(value)}`)];
}

/** Where an attribute's words stand, by the node's parallel lists. */
function spanOf(claim: Readonly<Record<string, unknown>>, field: string): readonly [number, number] | null {
  const [fields, starts, ends] = [claim.evidenceFields, claim.evidenceStarts, claim.evidenceEnds] as unknown[][];
  const i = fields?.indexOf(field) ?? -1;
  return i < 0 ? null : [Number(starts?.[i]), Number(ends?.[i])];
}

function said({ figure, min, max, unit }: Value): string {
  const bounds = min === figure && max === figure ? '' : ` [${min ?? '?'}, ${max ?? '…'}]`;
  return `${figure} ${unit ?? ''}${bounds}`.trim();
}

/** The claims, put right where a person did so, make exactly the fact, with its id and its bounds. */
function factCheck(packet: Packet, fact: CitedFact): Check {
  const made = factsFrom(packet, fact);
  const again = made.find(({ id }) => id === fact.id);
  const same =
    again?.min === fact.min &&
    again.max === fact.max &&
    again.claim.figure === fact.figure &&
    again.claims.length === fact.claims;
  const sources = again?.sources.length ?? 0;
  const good = `${fact.claims} claims of ${sources} independent sources make this fact: ${said(fact)}`;
  return check(
    'fact',
    fact.id,
    same && sources === fact.sources,
    good,
    'the claims of the packet do not make this fact',
  );
}

function factsFrom(packet: Packet, { claimIds }: CitedFact): Fact[] {
  const reviews = new Reviews(packet.decisions);
  const families: Families = (id) =>
    packet.articles.find((article) => article.id === id)?.family ?? { root: id, publishedOn: null };
  const claims = packet.claims.filter(({ id }) => claimIds.includes(id)).flatMap((claim) => reviewed(claim, reviews));
  const keys = new Set(claims.map(factKey));
  const [key = ''] = keys;
  return keys.size === 1 ? factsOfGroup(key, claims, families, (a, b) => reviews.apart(a, b)) : [];
}

function reviewed(claim: CitedClaim, reviews: Reviews): FactClaim[] {
  const decision = reviews.claim(claim.id);
  if (decision?.verdict === 'reject') return [];
  const own = factClaim(claim);
  return [decision?.set === undefined ? own : corrected(own, decision.set)];
}

/** The facts of the packet, none else, give the total that was asked for: the same facts added, the same bounds. */
function totalCheck({ subject, value, derivation, facts }: Packet): Check {
  if (derivation.rule !== 'total')
    return check('total', subject.id, false, '', 'the packet does not say what was asked');
  const total = totalOf(new FactTable(facts), derivation.request);
  const added = total.added.map(({ fact }) => fact.id).sort();
  const same = (['figure', 'min', 'max', 'unit'] as const).every((name) => total[name] === value[name]);
  const holds = same && total.upTo === derivation.upTo && added.join() === [...derivation.added].sort().join();
  const good = `of ${facts.length} facts ${added.length} are added, no two of which may count the same: ${said(value)}`;
  return check('total', subject.id, holds, good, 'the facts of the packet do not give this total');
}

/** The value is that of the claim or fact that the packet is about. */
function valueCheck(packet: Packet): Check {
  const { subject, value } = packet;
  const own = subject.type === 'claim' ? packet.claims.find(({ id }) => id === subject.id) : undefined;
  const fact = subject.type === 'fact' ? packet.facts.find(({ id }) => id === subject.id) : undefined;
  const expected = own !== undefined ? valueOfClaim(own) : fact;
  const same =
    expected !== undefined &&
    (['figure', 'min', 'max', 'unit'] as const).every((name) => expected[name] === value[name]);
  return check('value', subject.id, same, `the value is ${said(value)}`, 'the value is not that of what it is about');
}

/** Whether the article that somebody has is the one that was read, and says what is quoted: people are masked with █. */
export function verifyArticle(packet: Packet, id: string, text: string): Check[] {
  const hash = createHash('sha256').update(text).digest('hex');
  const article = packet.articles.find((one) => one.id === id);
  const same = article?.textSha256 === hash;
  const quotes = packet.claims.filter((claim) => claim.articleId === id);
  return [
    check(
      'article',
      id,
      same,
      'the article text is the one that was read',
      'the article text is another than the one that was read',
    ),
    ...quotes.map((claim) => {
      const words = text.slice(claim.start, claim.end);
      const stands =
        words.length === claim.quote.length &&
        claim.quote.split('').every((char, i) => char === '█' || char === words[i]);
      return check('quote', claim.id, stands, 'the article says so', 'the article does not say so at this place');
    }),
  ];
}
