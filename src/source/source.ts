/** Media types that a source may have; `application/json` is one record of a JSONL or CSV file. */
export type MediaType = 'text/html' | 'text/plain' | 'application/json';

/** The bytes of exactly one article, as they were found. */
export interface Source {
  /** The path as given, with `#line` for a record of a JSONL or CSV file, or `-#line` for standard input. */
  readonly uri: string;
  readonly mediaType: MediaType;
  /** Decompressed bytes; for a record, its JSON in UTF-8. */
  readonly bytes: Uint8Array;
  /** Lower-case hex SHA-256 of `bytes`: the article's id rests on it. */
  readonly sha256: string;
}
