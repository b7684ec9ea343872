/** A half-open range [start, end) of UTF-16 offsets. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** One article: what was published, where, when, in which words. All spans are offsets into `text`. */
export interface Article {
  /** SHA-256 of the source's bytes: the same bytes are the same article. */
  readonly id: string;
  /** The source's uri. */
  readonly file: string;
  readonly sha256: string;
  /**
   * The article text that every offset in a record refers to: for plain text the decoded file without BOM,
   * for HTML the extracted text, for records the decoded body field.
   */
  readonly text: string;
  readonly textSha256: string;
  readonly title: string | null;
  /** Where the title stands in `text`; null when it comes from markup or a record's field. */
  readonly titleSpan: Span | null;
  /** ISO date (YYYY-MM-DD), or null when the page states none to the day. */
  readonly publishedOn: string | null;
  /** The year of publication when the page states only a year or a month, else that of `publishedOn`; null when unknown. */
  readonly publishedYear: number | null;
  readonly outlet: string | null;
  readonly url: string | null;
  /** The paragraphs of the article's body in order, title, by-lines, navigation, related news and comments left out. */
  readonly body: readonly Span[];
  /** Lines outside the body (bread crumbs, site name, source, registration) hint at the place, and claim nothing. */
  readonly hints: readonly Span[];
  /** For HTML: `sourceOffsets[i]` is the offset in the decoded source of `text[i]`. */
  readonly sourceOffsets?: Uint32Array;
}
