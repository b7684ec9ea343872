import { hash } from 'node:crypto';
import type { Span } from '../article/article.ts';
import { accountYear } from '../mention/date.ts';
import type { ProgramRef } from '../mention/mention.ts';
import { type Issue, originalSpan } from '../text/text.ts';
import type { Claim, Evidence, EvidenceField, ExtractionRecord } from './claim.ts';
import { contextOf } from './context.ts';
import type { Draft } from './draft.ts';
import type { ClaimReading } from './find.ts';
import { type Links, link } from './link.ts';
import { type Mask, maskOf } from './mask.ts';
import { recordAgencies, recordDocuments, recordPlaces, recordPrograms } from './roster.ts';
import { RULES_VERSION } from './rules.ts';
import type { Scene } from './scene.ts';

/** Turns what was read into the extraction record, with every span in article text and every name masked. */
export function toRecord(scene: Scene, reading: ClaimReading): ExtractionRecord {
  const { article } = scene.text;
  const mask = maskOf(scene);
  const claims = toClaims(scene, reading.drafts, mask);
  const { subject } = scene.mentions.places;
  return {
    article: {
      id: article.id,
      file: article.file,
      title: article.title === null ? null : mask(article.title),
      publishedOn: article.publishedOn,
      outlet: article.outlet,
      url: article.url,
      script: scene.text.script,
      sha256: article.sha256,
      textSha256: article.textSha256,
      subjectPlace: subject && { code: subject.code, name: subject.name },
      documents: recordDocuments(scene),
    },
    places: recordPlaces(scene, reading.drafts),
    agencies: recordAgencies(scene).map((a) => ({ ...a, aliases: a.aliases.map(mask) })),
    programs: recordPrograms(scene, reading.drafts).map((p) => ({ ...p, aliases: p.aliases.map(mask) })),
    claims,
    issues: issues(scene, reading, mask),
  };
}

function issues(scene: Scene, reading: ClaimReading, mask: Mask): Issue[] {
  const rejected = reading.rejections.map((r) => ({
    code: r.code,
    message: mask(r.message),
    ...originalSpan(scene.text, r),
  }));
  const places = scene.mentions.places.issues;
  return [...scene.text.issues, ...places, ...rejected].sort((a, b) => a.start - b.start);
}

function toClaims(scene: Scene, drafts: readonly Draft[], mask: Mask): Claim[] {
  const ids = claimIds(scene, drafts);
  const links = link(drafts);
  return drafts.map((d, i) => toClaim(scene, d, { ids, links, index: i }, mask));
}

/** Hash of article, kind, figure or trigger span and ordinal: corrections outlive a change of rules. */
function claimIds(scene: Scene, drafts: readonly Draft[]): string[] {
  const ordinals = new Map<string, number>();
  return drafts.map((d) => {
    const span = originalSpan(scene.text, d.frame.trigger);
    const key = `${scene.text.article.id}|${d.kind}|${span.start}-${span.end}`;
    const ordinal = ordinals.get(key) ?? 0;
    ordinals.set(key, ordinal + 1);
    return hash('sha256', `${key}|${ordinal}`, 'hex').slice(0, 32);
  });
}

interface Position {
  readonly ids: readonly string[];
  readonly links: Links;
  readonly index: number;
}

function toClaim(scene: Scene, d: Draft, at: Position, mask: Mask): Claim {
  const quote = originalSpan(scene.text, quoteSpan(d));
  const bought = at.links.paysFor.get(at.index);
  const payer = at.links.paidBy.get(at.index);
  const total = at.links.partOf.get(at.index);
  const id = at.ids[at.index] ?? '';
  const agency = d.actor.actors.find((a) => a.type === 'agency');
  const place = d.site.places[0];
  const figure = figureFields(d);
  const period = periodFields(d);
  // A claim has many fields: copied one by one they are made much faster than by spreading.
  return {
    id,
    event: at.ids[payer ?? at.index] ?? id,
    kind: d.kind,
    actors: d.actor.actors.map((a) => ({ ...a, name: mask(a.name) })),
    programs: d.about.programs.map((p: ProgramRef) => p.id),
    places: d.site.places.map((p) => p.code),
    agency: agency?.name ?? null,
    program: d.about.programs[0]?.name ?? null,
    place: place ? { code: place.code, name: place.name } : null,
    asset: d.asset,
    assetText: d.assetText === null ? null : mask(paired(d.assetText)),
    counted: d.counted === null ? null : mask(d.counted),
    count: figure.count,
    countMin: figure.countMin,
    countMax: figure.countMax,
    unit: figure.unit,
    amountCny: figure.amountCny,
    amountMin: figure.amountMin,
    amountMax: figure.amountMax,
    approx: figure.approx,
    stage: d.stage.stage,
    scope: total === undefined ? d.scope : 'of_which',
    from: period.from,
    to: period.to,
    asOf: period.asOf,
    year: period.year,
    dateText: period.dateText,
    ...(total === undefined ? {} : { partOf: at.ids[total] ?? '' }),
    ...(bought === undefined ? {} : { paysFor: at.ids[bought] ?? '' }),
    evidence: evidence(scene, d),
    rule: d.rule,
    rulesVersion: RULES_VERSION,
    quote: mask(scene.text.article.text.slice(quote.start, quote.end)),
    start: quote.start,
    end: quote.end,
    context: contextOf(d.frame, quote, mask),
  };
}

/** Words without a quotation mark at their edge that has no partner among them. */
const paired = (words: string): string =>
  words.includes('“') === words.includes('”') ? words : words.replace(/^“|”$/gu, '');

function figureFields(d: Draft) {
  const { figure } = d.frame;
  const money = figure?.type === 'money' ? figure : null;
  const count = figure?.type === 'quantity' ? figure : null;
  return {
    count: count?.value ?? null,
    countMin: count?.min ?? null,
    countMax: count?.max ?? null,
    unit: count ? (d.rule === 'deployed/equipment' ? count.unit.replace(/^个.+$/u, '个') : count.unit) : null,
    amountCny: money?.value ?? null,
    amountMin: money?.min ?? null,
    amountMax: money?.max ?? null,
    approx: figure?.approx ?? ('exact' as const),
  };
}

/** A claim that no date governs holds as of its article: only its year is given, with no words to show for it. */
function periodFields(d: Draft) {
  const date = d.period?.date;
  const { text } = d.frame.scene;
  const account = d.stage.stage === 'planned' ? null : accountYear(text);
  const published = account ?? text.article.publishedYear;
  if (!date) return { from: null, to: null, asOf: null, year: published, dateText: null };
  return {
    from: date?.from ?? null,
    to: date?.to ?? null,
    asOf: date?.asOf ?? null,
    year: date.year ?? (date.sense === 'vague' && d.frame.figure === null ? null : published),
    dateText: date?.surface ?? null,
  };
}

function evidence(scene: Scene, d: Draft): Partial<Record<EvidenceField, Evidence>> {
  const found: Partial<Record<EvidenceField, Evidence>> = {};
  const put = (field: EvidenceField, span: Span | null | undefined, from: Evidence['from']) => {
    if (!span || span.end <= span.start) return;
    const { start, end } = originalSpan(scene.text, span);
    found[field] = { start, end, from };
  };
  put('actor', d.actor.span, d.actor.from);
  put('program', d.about.span, d.about.from);
  put('place', d.site.span, d.site.from);
  put('date', d.period?.date, d.period?.from ?? 'clause');
  put('stage', d.stage.span, d.stage.from);
  put('figure', d.frame.figure, 'clause');
  return found;
}

/** Longest quote in characters; a longer one begins at the figure's own clause. */
const LONGEST_QUOTE = 160;

/** From the clause that names who, where or what to the end of the figure's clause, in one sentence. */
function quoteSpan(d: Draft): Span {
  const { sentence, clause, scene } = d.frame;
  const starts = [d.actor.span, d.about.span, d.site.span]
    .filter((s): s is Span => s !== null && s.start >= sentence.start && s.end <= clause.end)
    .map((s) => sentence.clauses[scene.clauseIndex(sentence, s.start)]?.start ?? clause.start);
  const start = Math.min(clause.start, ...starts);
  const bought = d.purpose && d.purpose.start >= clause.start && d.purpose.end <= sentence.end ? d.purpose.end : 0;
  let end = Math.max(clause.end, d.frame.trigger.end, bought - clause.start <= LONGEST_QUOTE ? bought : 0);
  while (end > d.frame.trigger.end && /[，。；：、！？\s]/u.test(scene.chars[end - 1] ?? '')) end--;
  return { start: end - start > LONGEST_QUOTE ? clause.start : start, end };
}
