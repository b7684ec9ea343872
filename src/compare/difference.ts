import type { Claim, EvidenceField, ExtractionRecord } from '../claim/claim.ts';

/** One attribute of a claim that reads differently, in words. */
export interface FieldChange {
  readonly field: string;
  readonly before: string;
  readonly after: string;
  /** Where the words that it rests on stood before and stand now, when they moved: `sentence 40-44 → paragraph 12-15`. */
  readonly evidence?: string;
}

/** A claim that only one reading has, or that the two read differently. */
export interface ClaimChange {
  readonly status: 'appeared' | 'vanished' | 'changed';
  readonly before: Claim | null;
  readonly after: Claim | null;
  readonly fields: readonly FieldChange[];
  /** Why one reading has no claim here: what it says of the same figure (`MONEY_ESTIMATED: …`). */
  readonly reason: string | null;
}

/** Names that only one reading found. */
export interface NameChange {
  readonly list: 'places' | 'agencies' | 'programs';
  readonly appeared: readonly string[];
  readonly vanished: readonly string[];
}

/** What two readings of one article differ in. */
export interface ArticleDifference {
  readonly file: string;
  readonly title: string | null;
  readonly articleId: string;
  /** Set when only one of the two has the article. */
  readonly onlyIn?: 'before' | 'after';
  readonly claims: readonly ClaimChange[];
  readonly names: readonly NameChange[];
}

/** What two readings of a corpus differ in: articles with a difference, in the order of their files. */
export interface Difference {
  readonly rules: { readonly before: readonly string[]; readonly after: readonly string[] };
  readonly articles: number;
  readonly same: number;
  readonly appeared: number;
  readonly vanished: number;
  readonly changed: number;
  readonly differences: readonly ArticleDifference[];
}

/** Records by article id, the newest of each. */
export type Records = ReadonlyMap<string, ExtractionRecord>;

/** Compares two readings. Claims are the same by id (article, kind, figure's span), else by the span of their figure. */
export function difference(before: Records, after: Records): Difference {
  const ids = [...new Set([...before.keys(), ...after.keys()])];
  const all = ids.map((id) => articleDifference(before.get(id), after.get(id)));
  const count = (status: ClaimChange['status']) =>
    all.reduce((sum, a) => sum + a.claims.filter((c) => c.status === status).length, 0);
  const differing = all.filter((a) => a.onlyIn !== undefined || a.claims.length > 0 || a.names.length > 0);
  const changed = count('changed');
  const total = [...before.values()].reduce((sum, r) => sum + r.claims.length, 0);
  return {
    rules: { before: rulesOf(before), after: rulesOf(after) },
    articles: ids.length,
    same: total - count('vanished') - changed,
    appeared: count('appeared'),
    vanished: count('vanished'),
    changed,
    differences: differing.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0)),
  };
}

const rulesOf = (records: Records): string[] =>
  [...new Set([...records.values()].flatMap((r) => r.claims.map((c) => c.rulesVersion)))].sort();

function articleDifference(before?: ExtractionRecord, after?: ExtractionRecord): ArticleDifference {
  const record = after ?? before;
  const only = before ? (after ? {} : { onlyIn: 'before' as const }) : { onlyIn: 'after' as const };
  return {
    file: record?.article.file ?? '',
    title: record?.article.title ?? null,
    articleId: record?.article.id ?? '',
    ...only,
    claims: claimChanges(before, after),
    names: (['places', 'agencies', 'programs'] as const).flatMap((list) => nameChange(list, before, after)),
  };
}

function claimChanges(before?: ExtractionRecord, after?: ExtractionRecord): ClaimChange[] {
  const left = new Set(before?.claims ?? []);
  const changes: ClaimChange[] = [];
  for (const claim of after?.claims ?? []) {
    const old = [...left].find((c) => c.id === claim.id) ?? [...left].find((c) => sameFigure(c, claim, after));
    if (old) left.delete(old);
    const fields = old ? fieldChanges(old, claim) : [];
    if (!old) changes.push({ status: 'appeared', before: null, after: claim, fields, reason: reasonAt(before, claim) });
    else if (fields.length > 0) changes.push({ status: 'changed', before: old, after: claim, fields, reason: null });
  }
  for (const claim of left)
    changes.push({ status: 'vanished', before: claim, after: null, fields: [], reason: reasonAt(after, claim) });
  return changes.sort((a, b) => startOf(a) - startOf(b));
}

const startOf = ({ before, after }: ClaimChange): number => (after ?? before)?.start ?? 0;

/** The same figure, claimed as another kind, that the newer reading does not also have under the old id. */
function sameFigure(old: Claim, claim: Claim, after?: ExtractionRecord): boolean {
  const [a, b] = [old.evidence.figure, claim.evidence.figure];
  const kept = after?.claims.some((c) => c.id === old.id) === true;
  return a !== undefined && b !== undefined && a.start === b.start && a.end === b.end && !kept;
}

/** What a reading says of the words of a figure that it has no claim of. */
function reasonAt(record: ExtractionRecord | undefined, claim: Claim): string | null {
  const span = claim.evidence.figure ?? claim;
  const issue = record?.issues.find((i) => i.start < span.end && i.end > span.start);
  return issue ? `${issue.code}: ${issue.message}` : null;
}

const FIELDS: readonly (readonly [field: string, value: (c: Claim) => unknown, evidence?: EvidenceField])[] = [
  ['kind', (c) => c.kind],
  ['figure', (c) => c.amountCny ?? c.count, 'figure'],
  ['bounds', (c) => bounds(c)],
  ['unit', (c) => c.unit],
  ['approx', (c) => c.approx],
  ['asset', (c) => c.asset],
  ['assetText', (c) => c.assetText],
  ['actors', (c) => c.actors.map((a) => a.name).join('、'), 'actor'],
  ['programs', (c) => c.programs.join('、'), 'program'],
  ['places', (c) => c.places.join('、'), 'place'],
  ['place', (c) => c.place?.name, 'place'],
  ['stage', (c) => c.stage, 'stage'],
  ['scope', (c) => c.scope],
  ['period', (c) => [c.from, c.to, c.asOf].map((d) => d ?? '…').join(' '), 'date'],
  ['year', (c) => c.year, 'date'],
  ['partOf', (c) => c.partOf],
  ['paysFor', (c) => c.paysFor],
  ['quote', (c) => c.quote],
  ['rule', (c) => c.rule],
];

const bounds = (c: Claim): string => {
  const [min, max] = c.amountCny === null ? [c.countMin, c.countMax] : [c.amountMin, c.amountMax];
  return `${min ?? '…'} – ${max ?? '…'}`;
};

function fieldChanges(before: Claim, after: Claim): FieldChange[] {
  return FIELDS.flatMap(([field, value, evidence]) => {
    const [old, now] = [shown(value(before)), shown(value(after))];
    if (old === now) return [];
    const moved = evidence ? movedEvidence(before, after, evidence) : null;
    return [{ field, before: old, after: now, ...(moved === null ? {} : { evidence: moved }) }];
  });
}

const shown = (value: unknown): string => (value === null || value === undefined || value === '' ? '–' : String(value));

function movedEvidence(before: Claim, after: Claim, field: EvidenceField): string | null {
  const [old, now] = [before.evidence[field], after.evidence[field]].map((e) =>
    e ? `${e.from} ${e.start}-${e.end}` : 'no words',
  );
  return old === now ? null : `${old} → ${now}`;
}

function nameChange(list: NameChange['list'], before?: ExtractionRecord, after?: ExtractionRecord): NameChange[] {
  const [old, now] = [namesIn(before, list), namesIn(after, list)];
  const appeared = now.filter((name) => !old.includes(name));
  const vanished = old.filter((name) => !now.includes(name));
  return appeared.length + vanished.length === 0 ? [] : [{ list, appeared, vanished }];
}

const namesIn = (record: ExtractionRecord | undefined, list: NameChange['list']): string[] =>
  (record?.[list] ?? []).map((x) => `${x.name}${'code' in x ? ` ${x.code}` : ''}`);
