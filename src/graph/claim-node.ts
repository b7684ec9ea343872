import type { Claim, ExtractionRecord } from '../claim/claim.ts';
import { XueliangError } from '../errors.ts';
import { searchForm } from '../text/search-form.ts';
import { compact, type GraphNode, type Properties } from './schema.ts';

/** The claim as a node, all its attributes flattened; @throws CLAIM_WITHOUT_QUOTE when it cites no words. */
export function claimNode(record: ExtractionRecord, claim: Claim): GraphNode {
  requireQuote(record, claim);
  const properties = { ...plain(record.article.id, claim), ...actors(claim), ...evidence(claim) };
  return { label: 'Claim', key: claim.id, properties };
}

/** Whether a claim cites words: what stands between `start` and `end`, which count UTF-16 units, as long as it is said to be. */
export function citesWords({ quote, start, end }: Readonly<Record<'quote' | 'start' | 'end', unknown>>): boolean {
  if (typeof quote !== 'string' || !isOffset(start) || !isOffset(end)) return false;
  return end > start && quote.length === end - start;
}

function isOffset(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) >= 0;
}

function requireQuote(record: ExtractionRecord, claim: Claim): void {
  const { start } = claim;
  if (citesWords(claim)) return;
  throw new XueliangError('CLAIM_WITHOUT_QUOTE', `claim ${claim.id} does not cite the words that state it`, {
    location: { file: record.article.file, ...(Number.isInteger(start) ? { offset: start } : {}) },
  });
}

function plain(articleId: string, claim: Claim): Properties {
  const { actors: _a, recipient: _r, programs, places, place, evidence: _e, context, ...rest } = claim;
  return compact({
    ...rest,
    articleId,
    placeCode: place?.code,
    placeName: place?.name,
    programIds: programs,
    placeCodes: places,
    searchText: `${searchForm(claim.quote)} `,
    contextBefore: context?.before || null,
    contextAfter: context?.after || null,
  });
}

/** Actors in parallel lists; a class has no reference, which a list of strings says with ''. */
function actors(claim: Claim): Properties {
  return compact({
    actorTypes: claim.actors.map((a) => a.type),
    actorRefs: claim.actors.map((a) => a.ref ?? ''),
    actorNames: claim.actors.map((a) => a.name),
    recipientType: claim.recipient?.type,
    recipientRef: claim.recipient?.ref,
    recipientName: claim.recipient?.name,
  });
}

function evidence(claim: Claim): Properties {
  const entries = Object.entries(claim.evidence).sort(([a], [b]) => (a < b ? -1 : 1));
  return compact({
    evidenceFields: entries.map(([field]) => field),
    evidenceStarts: entries.map(([, e]) => e.start),
    evidenceEnds: entries.map(([, e]) => e.end),
    evidenceFroms: entries.map(([, e]) => e.from),
  });
}
