import { XueliangError } from '../errors.ts';

/** What a person may put right in a claim: fields of the extraction record (DESIGN.md §4), amounts in yuan, dates in ISO. */
export interface Correction {
  /** Code of a place. */
  readonly place?: string;
  readonly programs?: readonly string[];
  /** Who acted: `place:CODE`, `agency:ID` or `class:各镇`; empty for nobody named. */
  readonly actors?: readonly string[];
  readonly asset?: string;
  readonly assetText?: string;
  readonly counted?: string;
  readonly unit?: string;
  readonly count?: number;
  readonly countMin?: number;
  readonly countMax?: number;
  readonly amountCny?: number;
  readonly amountMin?: number;
  readonly amountMax?: number;
  readonly stage?: string;
  readonly scope?: string;
  readonly from?: string;
  readonly to?: string;
  readonly asOf?: string;
  readonly year?: number;
}

interface Reasoned {
  /** Why; no names of people. */
  readonly note?: string;
  /** Day of the decision. */
  readonly on?: string;
}

/** On one claim; `open` takes an earlier decision back. */
export interface ClaimDecision extends Reasoned {
  readonly claim: string;
  readonly verdict: 'accept' | 'reject' | 'correct' | 'open';
  readonly set?: Correction;
}

/** On two claims: that they are never one fact nor in conflict (`different`), or which of two that conflict holds (`settled`). */
export interface PairDecision extends Reasoned {
  /** Sorted. */
  readonly claims: readonly [string, string];
  readonly verdict: 'different' | 'settled' | 'open';
  /** The one that holds. */
  readonly holds?: string;
}

/** On an article whose source took it back, changed it, or no longer answers. It is marked, never dropped. */
export interface ArticleDecision extends Reasoned {
  readonly article: string;
  readonly verdict: 'withdrawn' | 'changed' | 'gone' | 'open';
}

/** What a person decided; kept apart from claims, which nobody rewrites, and applied to them again after every load. */
export type Decision = ClaimDecision | PairDecision | ArticleDecision;

const VERDICTS = {
  claim: ['accept', 'reject', 'correct', 'open'],
  claims: ['different', 'settled', 'open'],
  article: ['withdrawn', 'changed', 'gone', 'open'],
} as const;
const WORDS = ['place', 'asset', 'assetText', 'counted', 'unit', 'stage', 'scope', 'from', 'to', 'asOf'] as const;
const NUMBERS = ['count', 'countMin', 'countMax', 'amountCny', 'amountMin', 'amountMax', 'year'] as const;
const ACTOR = /^(?:place|agency|class):.+/u;
/** The fields that a correction may set. */
export const CORRECTABLE: readonly string[] = [...WORDS, ...NUMBERS, 'programs', 'actors'];

/** What a decision is about: of several on one target the newest holds. */
export function targetOf(decision: Decision): string {
  if ('claim' in decision) return `claim ${decision.claim}`;
  return 'claims' in decision ? `claims ${decision.claims.join(' ')}` : `article ${decision.article}`;
}

/** The claims that a decision is about. */
export function claimsOf(decision: Decision): readonly string[] {
  if ('claim' in decision) return [decision.claim];
  return 'claims' in decision ? decision.claims : [];
}

/**
 * A decision from one line of a review file.
 * @throws XueliangError REVIEW_MALFORMED that says what is wrong with it, and where.
 */
export function parseDecision(
  value: unknown,
  location: { readonly file?: string; readonly line?: number } = {},
): Decision {
  const fail = (what: string) => new XueliangError('REVIEW_MALFORMED', what, { location });
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw fail('a decision is a JSON object');
  const given = value as Readonly<Record<string, unknown>>;
  const about = (['claim', 'claims', 'article'] as const).filter((name) => given[name] !== undefined);
  const [target] = about;
  if (target === undefined || about.length > 1) throw fail('a decision is about one of claim, claims or article');
  const verdicts: readonly string[] = VERDICTS[target];
  if (!verdicts.includes(String(given.verdict))) throw fail(`the verdict on ${target} is ${verdicts.join(', ')}`);
  const known = ['claim', 'claims', 'article', 'verdict', 'set', 'holds', 'note', 'on'];
  const strange = Object.keys(given).find((name) => !known.includes(name));
  if (strange !== undefined) throw fail(`a decision has no field ${strange}; it may have ${known.join(', ')}`);
  const why = { ...text(given, 'note', fail), ...day(given, fail) };
  const verdict = given.verdict as never;
  if (target === 'claim') return { claim: id(given.claim, fail), verdict, ...correction(given, fail), ...why };
  if (target === 'article') return { article: id(given.article, fail), verdict, ...why };
  return { ...pair(given, fail), verdict, ...why };
}

type Fail = (what: string) => XueliangError;
type Given = Readonly<Record<string, unknown>>;

function id(value: unknown, fail: Fail): string {
  if (typeof value === 'string' && /^[0-9a-f]{32,64}$/.test(value)) return value;
  throw fail('an id is 32 or 64 hexadecimal digits, as in the extraction record');
}

function text(given: Given, name: string, fail: Fail): Record<string, string> {
  const value = given[name];
  if (value === undefined) return {};
  if (typeof value === 'string') return { [name]: value };
  throw fail(`${name} is words`);
}

function day(given: Given, fail: Fail): { on?: string } {
  const on = text(given, 'on', fail);
  if (on.on === undefined || /^\d{4}-\d{2}-\d{2}$/.test(on.on)) return on;
  throw fail('on is a day: 2026-11-26');
}

function pair(given: Given, fail: Fail): Pick<PairDecision, 'claims' | 'holds'> {
  const list = Array.isArray(given.claims) ? given.claims.map((one) => id(one, fail)).sort() : [];
  const [a = '', b = ''] = list;
  if (list.length !== 2 || a === b) throw fail('claims are the ids of two claims');
  if (given.verdict !== 'settled') return { claims: [a, b] };
  const holds = id(given.holds, fail);
  if (holds !== a && holds !== b) throw fail('holds is one of the two claims');
  return { claims: [a, b], holds };
}

function correction(given: Given, fail: Fail): { set?: Correction } {
  if (given.verdict !== 'correct') return {};
  const set = given.set;
  if (typeof set !== 'object' || set === null || Object.keys(set).length === 0) throw fail('correct needs what to set');
  for (const [name, value] of Object.entries(set)) {
    if (!CORRECTABLE.includes(name)) throw fail(`${name} cannot be corrected; what can: ${CORRECTABLE.join(', ')}`);
    if (!fits(name, value)) throw fail(`${name} cannot be ${JSON.stringify(value)}`);
  }
  return { set: set as Correction };
}

function fits(name: string, value: unknown): boolean {
  if (name === 'programs') return Array.isArray(value) && value.every((program) => typeof program === 'string');
  if (name === 'actors') return Array.isArray(value) && value.every((actor) => ACTOR.test(String(actor)));
  if ((NUMBERS as readonly string[]).includes(name)) return typeof value === 'number' && Number.isFinite(value);
  return typeof value === 'string';
}
