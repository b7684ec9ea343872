import type { Approximator } from '../mention/mention.ts';
import { digestOf } from './hash.ts';
import { thingOf } from './thing.ts';
import { unitClass } from './unit-class.ts';

/** What a fact needs to know of a claim; read from the properties of a Claim node. */
export interface FactClaim {
  readonly id: string;
  readonly articleId: string;
  readonly kind: string;
  readonly actorTypes: readonly string[];
  readonly actorRefs: readonly string[];
  readonly actorNames: readonly string[];
  /** Who received the money, where the text says so. */
  readonly recipient: string | null;
  readonly programIds: readonly string[];
  readonly program: string | null;
  readonly placeCode: string | null;
  readonly placeName: string | null;
  readonly asset: string | null;
  readonly assetText: string | null;
  readonly counted: string | null;
  readonly unit: string | null;
  /** The stated figure, yuan or count, with its bounds; null where the claim has none. */
  readonly figure: number | null;
  readonly min: number | null;
  readonly max: number | null;
  readonly approx: Approximator;
  readonly stage: string;
  readonly scope: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly asOf: string | null;
  readonly year: number | null;
  /** The words that date it; null when the year is only its article's. */
  readonly dateText: string | null;
  readonly partOf: string | null;
  readonly supersedes: string | null;
  readonly start: number;
  readonly quote: string;
  /** Whether a person put something of it right. */
  readonly corrected: boolean;
}

type Raw = Readonly<Record<string, unknown>>;

/**
 * Reads a claim from its node's properties. All claims share one shape: put together by spreading, each would be a hash
 * table to V8, and a million of them would not fit into memory.
 */
export function factClaim(p: Raw): FactClaim {
  const money = typeof p.amountCny === 'number';
  return {
    id: String(p.id),
    articleId: String(p.articleId),
    kind: String(p.kind),
    actorTypes: list(p.actorTypes),
    actorRefs: list(p.actorRefs),
    actorNames: list(p.actorNames),
    recipient: text(p.recipientRef) ?? text(p.recipientName),
    programIds: list(p.programIds),
    program: text(p.program),
    placeCode: text(p.placeCode),
    placeName: text(p.placeName),
    asset: text(p.asset),
    assetText: text(p.assetText),
    counted: text(p.counted),
    unit: money ? 'CNY' : text(p.unit),
    figure: number(p[money ? 'amountCny' : 'count']),
    min: number(p[money ? 'amountMin' : 'countMin']),
    max: number(p[money ? 'amountMax' : 'countMax']),
    approx: (text(p.approx) ?? 'exact') as Approximator,
    stage: String(p.stage),
    scope: text(p.scope),
    from: text(p.from),
    to: text(p.to),
    asOf: text(p.asOf),
    year: number(p.year),
    dateText: text(p.dateText),
    partOf: text(p.partOf),
    supersedes: text(p.supersedes),
    start: number(p.start) ?? 0,
    quote: String(p.quote),
    corrected: false,
  };
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function number(value: unknown): number | null {
  return typeof value === 'number' || typeof value === 'bigint' ? Number(value) : null;
}

function list(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

/**
 * What claims must share to say the same: kind, actor, recipient, place, programs, the thing counted, its unit class, stage and
 * scope. A claim about nothing that can be matched shares its key with no other.
 */
export function factKey(claim: FactClaim): string {
  const actors = claim.actorNames.map((name, i) => claim.actorRefs[i] || name).sort();
  const thing = thingCounted(claim);
  const alone = thing === null || (actors.length === 0 && claim.placeCode === null);
  const programs = [...claim.programIds].sort();
  const of = [actors, claim.placeCode, programs, thing, claim.kind === 'OPERATES' ? null : unitClass(claim.unit)];
  return digestOf([claim.kind, ...of, ...when(claim), claim.recipient, alone ? claim.id : null]);
}

/** A program is run or not: stage and scope tell no two operations apart. */
function when(claim: FactClaim): (string | null)[] {
  return claim.kind === 'OPERATES' ? [] : [claim.stage, claim.scope];
}

/** `other` or nothing never matches by itself: then the words do, or, for money and operations, the program. */
function thingCounted(claim: FactClaim): string | null {
  if (claim.kind === 'OPERATES') return claim.programIds.length > 0 ? 'program' : null;
  return thingOf(claim) ?? (claim.kind === 'FUNDED' && claim.programIds.length > 0 ? 'program' : null);
}
