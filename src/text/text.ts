import type { Article, Span } from '../article/article.ts';

/** Something that was seen and not taken, or not understood; offsets into the article text. */
export interface Issue extends Span {
  readonly code: string;
  readonly message: string;
}

/** What a paragraph is for the reader: the title, a heading inside the body, or running text. */
export type ParagraphRole = 'title' | 'heading' | 'prose';

/** A run of `chars` between two line ends; spans are offsets into `Text.chars`. */
export interface Paragraph extends Span {
  readonly role: ParagraphRole;
  /** Indices into `Text.sentences`: [first, last). */
  readonly first: number;
  readonly last: number;
}

/** A sentence up to and including its final 。！？；…, with its closing quotes; spans are offsets into `Text.chars`. */
export interface Sentence extends Span {
  /** Index into `Text.paragraphs`. */
  readonly paragraph: number;
  /** Clauses, cut at commas, colons and semicolons that stand outside quotes, brackets and numbers. */
  readonly clauses: readonly Span[];
}

/**
 * The characters that the reader reads: title and body, Simplified, half-width digits, letters and ASCII
 * punctuation folded to one form (，。：；！？（）“” stay full-width), watermarks, stray marks and blanks removed.
 * Every character keeps the offset that it had in the article text.
 */
export interface Text {
  readonly article: Article;
  readonly chars: string;
  /** `offsets[i]` is the offset of `chars[i]` in `article.text`. */
  readonly offsets: Uint32Array;
  readonly script: 'Hans' | 'Hant';
  readonly paragraphs: readonly Paragraph[];
  readonly sentences: readonly Sentence[];
  /** Head lines (bread crumbs, site name, source line), Simplified: for resolving places only. */
  readonly hints: readonly string[];
  readonly issues: readonly Issue[];
}

/** The range of the article text that a range of `chars` stands for. */
export function originalSpan(text: Text, span: Span): Span {
  const start = text.offsets[span.start];
  const last = text.offsets[span.end - 1];
  if (start === undefined || last === undefined) throw new RangeError(`no such span: ${span.start}-${span.end}`);
  return { start, end: last + 1 };
}
