import { createHash } from 'node:crypto';
import type { FactRow } from '../fact/row.ts';
import type { TotalRequest } from '../fact/total.ts';
import type { Decision } from '../review/decision.ts';

/** The form of this packet; a reader refuses another. */
export const FORMAT = 'xueliang-packet/1';

/** A claim as its node holds it (docs/data-model.md, `Claim`): figure, words, offsets, context, rule and its version. */
export type CitedClaim = Readonly<Record<string, unknown>> & {
  readonly id: string;
  readonly articleId: string;
  readonly kind: string;
  readonly quote: string;
  readonly start: number;
  readonly end: number;
};

/** Who published the words, and by which bytes they can be known again. */
export interface CitedArticle {
  /** SHA-256 of its bytes. */
  readonly id: string;
  /** SHA-256 of the article text that all offsets refer to. */
  readonly textSha256: string;
  readonly title: string | null;
  readonly outlet: string | null;
  readonly publishedOn: string | null;
  readonly url: string | null;
  /** withdrawn, changed or gone, where a person said so. */
  readonly state: string | null;
  /** The earliest of its source family, and when that appeared: copies corroborate nothing. */
  readonly family: { readonly root: string; readonly publishedOn: string | null };
}

/** A fact with the claims that it was made of. */
export type CitedFact = FactRow & { readonly claimIds: readonly string[] };

/** How the value follows from what the packet holds. */
export type Derivation =
  | { readonly rule: 'claim' }
  | { readonly rule: 'fact' }
  | {
      readonly rule: 'total';
      /** What was asked: place, program, kind, asset, period, stage. */
      readonly request: TotalRequest;
      readonly added: readonly string[];
      /** The others that were asked about, why each is left out, and by which fact. */
      readonly leftOut: readonly { readonly fact: string; readonly reason: string; readonly by: string | null }[];
      /** What it would be if all that only may overlap were separate; null is open. */
      readonly upTo: number | null;
      readonly exact: boolean;
    };

/** A number with everything that it rests on: whoever has this needs no store to see where it comes from. */
export interface Packet {
  readonly format: typeof FORMAT;
  readonly made: { readonly by: string; readonly on: string };
  readonly subject: { readonly type: 'claim' | 'fact' | 'total'; readonly id: string };
  /** Yuan (`CNY`) or a number of things; null is open, or no figure. */
  readonly value: Value;
  readonly derivation: Derivation;
  readonly facts: readonly CitedFact[];
  readonly claims: readonly CitedClaim[];
  readonly articles: readonly CitedArticle[];
  /** What a person decided on the claims. */
  readonly decisions: readonly Decision[];
  /** A footnote to copy, in Chinese and in English. */
  readonly footnote: { readonly zh: string; readonly en: string };
  /** SHA-256 over all the above but the footnote. */
  readonly digest: string;
}

/** What a packet is about, as a number. */
export interface Value {
  readonly figure: number | null;
  readonly min: number | null;
  readonly max: number | null;
  readonly unit: string | null;
}

/** SHA-256 (hex) of what a packet holds, its footnote and digest left out; keys in order, so that layout does not count. */
export function digestOfPacket({
  footnote: _,
  digest: __,
  ...held
}: Omit<Packet, 'digest'> & { digest?: string }): string {
  return createHash('sha256').update(canonical(held)).digest('hex');
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return `{${entries
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, inner]) => `${JSON.stringify(name)}:${canonical(inner)}`)
    .join(',')}}`;
}
