import type { Span } from '../article/article.ts';
import type { ExtractionRecord } from '../claim/claim.ts';
import { type Mask, maskOf } from '../claim/mask.ts';
import { untaken } from '../claim/untaken.ts';
import type { Reading } from '../extract.ts';
import { Gazetteer } from '../gazetteer/gazetteer.ts';
import type { PlaceLevel } from '../gazetteer/place.ts';
import type { Mention } from '../mention/mention.ts';
import { inOrder } from '../mention/read.ts';
import { type Issue, originalSpan, type ParagraphRole, type Text } from '../text/text.ts';

/** A place that a name may mean. */
export interface Candidate {
  readonly code: string;
  /** Canonical name; the code again where the gazetteer lacks it. */
  readonly name: string;
}

/** Words that the reader marked, and what they were linked to; offsets into the article text. */
export interface ExplainedMention extends Span {
  readonly type: Mention['type'];
  /** The words, people masked. */
  readonly words: string;
  /** What they mean: a canonical name, or the value of a figure or date; null for a name left open. */
  readonly meaning: string | null;
  /** Place code, agency or program id. */
  readonly ref?: string;
  readonly level?: PlaceLevel;
  /** The places that a name left open may mean. */
  readonly candidates?: readonly Candidate[];
}

/** One paragraph that was read; its `words` are the article's, people masked at equal length. */
export interface ExplainedParagraph extends Span {
  readonly role: ParagraphRole;
  readonly words: string;
}

/** Everything that one article was read as, for people who check it; offsets are UTF-16 into the article text. */
export interface Explanation {
  readonly record: ExtractionRecord;
  readonly paragraphs: readonly ExplainedParagraph[];
  readonly mentions: readonly ExplainedMention[];
  /** Every sum and count that no claim states, with the reason. */
  readonly untaken: readonly Issue[];
  /** Characters of the article text outside title and body (navigation, by-lines, comments): read for hints only. */
  readonly omitted: number;
}

/** Explains a reading. People are masked in all that it holds. */
export function explain({ text, mentions, scene, claims, record }: Reading): Explanation {
  const mask = maskOf(scene);
  const people = mentions.persons.map((person) => originalSpan(text, person));
  const paragraphs = text.paragraphs
    .filter((p) => p.end > p.start)
    .map((p) => {
      const span = originalSpan(text, p);
      return { ...span, role: p.role, words: mask(blackedOut(text.article.text, span, people)) };
    });
  return {
    record,
    paragraphs,
    mentions: inOrder(mentions).map((mention) => explained(text, mention, mask)),
    untaken: untaken(scene, claims).map(({ code, message, ...span }) => ({
      code,
      message: mask(message),
      ...originalSpan(text, span),
    })),
    omitted: text.article.text.length - paragraphs.reduce((sum, p) => sum + p.end - p.start, 0),
  };
}

/** The words of a span, with every character of the people's spans in it replaced. */
function blackedOut(text: string, span: Span, people: readonly Span[]): string {
  let words = text.slice(span.start, span.end);
  for (const { start, end } of people) {
    if (start < span.start || end > span.end) continue;
    words = words.slice(0, start - span.start) + '█'.repeat(end - start) + words.slice(end - span.start);
  }
  return words;
}

function explained(text: Text, mention: Mention, mask: Mask): ExplainedMention {
  const words = mention.type === 'person' ? '█'.repeat(mention.surface.length) : mask(mention.surface);
  return { type: mention.type, ...originalSpan(text, mention), words, ...meaningOf(mention, mask) };
}

type Meaning = Pick<ExplainedMention, 'meaning' | 'ref' | 'level' | 'candidates'>;

function meaningOf(mention: Mention, mask: Mask): Meaning {
  switch (mention.type) {
    case 'place':
      return mention.place
        ? { meaning: mention.place.name, ref: mention.place.code, level: mention.place.level }
        : { meaning: null, candidates: mention.candidates.map(candidate) };
    case 'agency':
      return { meaning: mask(mention.agency.name), ref: mention.agency.id };
    case 'program':
      return { meaning: mask(mention.program.name), ref: mention.program.id };
    case 'money':
      return { meaning: `${interval(mention)} CNY` };
    case 'quantity':
      return { meaning: `${interval(mention)}${mention.unit === '' ? '' : ` ${mention.unit}`}` };
    case 'date':
      return { meaning: [mention.from, mention.to ?? mention.asOf].filter((d) => d !== null).join(' – ') || null };
    case 'document':
      return { meaning: mention.number };
    case 'class':
    case 'person':
      return { meaning: null };
  }
}

const candidate = (code: string): Candidate => ({ code, name: Gazetteer.load().get(code)?.name ?? code });

/** 6600余万 as 66000000 to 67000000; an exact figure as itself. */
function interval({ value, min, max, approx }: Extract<Mention, { type: 'money' | 'quantity' }>): string {
  return approx === 'exact' ? String(value) : `${min} – ${max ?? '…'}`;
}
