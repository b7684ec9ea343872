import { createHash } from 'node:crypto';
import { expect } from 'vitest';
import type { Claim, ExtractionRecord } from '../../src/claim/claim.ts';
import { type Reading, read } from '../../src/extract.ts';

/** A record with the article text that its offsets refer to. */
export interface ReadPage extends ExtractionRecord {
  readonly text: string;
}

/** Reads a plain page of a title, a date and paragraphs through every stage. */
export function readingOf(title: string, ...paragraphs: readonly string[]): Reading {
  const page = `${title}\n发布时间：2019-05-06\n\n${paragraphs.map((p) => `　　${p}\n`).join('')}`;
  const bytes = Buffer.from(page);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return read({ uri: 'page.txt', mediaType: 'text/plain', bytes, sha256 });
}

/** The record of such a page, checked for what holds of any. */
export function readPage(title: string, ...paragraphs: readonly string[]): ReadPage {
  const { article, record } = readingOf(title, ...paragraphs);
  for (const claim of record.claims) expectSound(claim, record, article.text);
  return { ...record, text: article.text };
}

/** The claims of a page of one paragraph. */
export const claimsOf = (title: string, paragraph: string): readonly Claim[] => readPage(title, paragraph).claims;

/** Quote and evidence stand in the article text, and every reference leads to something in the record. */
function expectSound(claim: Claim, record: ExtractionRecord, text: string): void {
  const stated = text.slice(claim.start, claim.end);
  expect(claim.quote).toHaveLength(stated.length);
  for (const [i, char] of [...claim.quote].entries()) if (char !== '█') expect(char).toBe(stated[i]);
  for (const span of Object.values(claim.evidence)) {
    expect(span.start).toBeGreaterThanOrEqual(0);
    expect(span.end).toBeGreaterThan(span.start);
    expect(span.end).toBeLessThanOrEqual(text.length);
  }
  const ids = record.claims.map((c) => c.id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).toContain(claim.event);
  for (const other of [claim.partOf, claim.paysFor]) if (other !== undefined) expect(ids).toContain(other);
  expect(record.programs.map((p) => p.id)).toEqual(expect.arrayContaining([...claim.programs]));
  expect(record.places.map((p) => p.code)).toEqual(expect.arrayContaining([...claim.places]));
}
