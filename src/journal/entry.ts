import type { ExtractionRecord } from '../claim/claim.ts';
import { maskOf } from '../claim/mask.ts';
import { RULES_VERSION } from '../claim/rules.ts';
import type { Mentions } from '../mention/read.ts';
import { type Decision, targetOf } from '../review/decision.ts';
import type { Text } from '../text/text.ts';

/** One article's reading, as the journal keeps it: what the graph is made of. */
export interface ReadingEntry {
  readonly rulesVersion: string;
  readonly record: ExtractionRecord;
  /**
   * The article text at equal length, so that every offset of the record holds in it: people are masked with █, and so is
   * all that stands outside title and body (by-lines, comments), which nobody cites and where names go unseen.
   */
  readonly text: string;
  /** Fingerprints of the words by which copies are told (fact/sketch.ts); null for a text too short to compare. */
  readonly sketch: string | null;
}

/** What a person decided on what was read. */
export interface DecisionEntry {
  readonly decision: Decision;
}

/** What the graph is made of: readings, and decisions on them. */
export type Entry = ReadingEntry | DecisionEntry;

/** An entry with its place in the journal: numbers run from 1 without a gap. */
export type JournalEntry = Entry & { readonly sequence: number };

/** What an entry is about; of several the newest holds. */
export function subjectOf(entry: Entry): string {
  return 'decision' in entry ? targetOf(entry.decision) : entry.record.article.id;
}

/** What the journal keeps of a reading. */
export function entryOf(
  { text, mentions, record }: { text: Text; mentions: Mentions; record: ExtractionRecord },
  sketch: string | null,
): ReadingEntry {
  return { rulesVersion: RULES_VERSION, record, text: maskedText(text, mentions), sketch };
}

const MASK = '█';

/** The article text at equal length, without people and without what is not cited. */
export function maskedText(text: Text, mentions: Mentions): string {
  const { article } = text;
  const mask = maskOf({ text, mentions });
  const kept = article.titleSpan === null ? [...article.body] : [...article.body, article.titleSpan];
  let masked = '';
  let at = 0;
  for (const { start, end } of kept.sort((a, b) => a.start - b.start)) {
    masked += blank(article.text.slice(at, Math.max(at, start)));
    masked += mask(article.text.slice(Math.max(at, start), end));
    at = Math.max(at, end);
  }
  return masked + blank(article.text.slice(at));
}

/** Line ends stay, so that the page keeps its shape. */
function blank(text: string): string {
  return text.replace(/[^\s]/g, MASK);
}

/** Whether an entry is a reading. */
export function isReading(entry: Entry): entry is ReadingEntry {
  return 'record' in entry;
}
