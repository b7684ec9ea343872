/** Where a fault lies: a file or uri, and in it a line (from 1), a column or a UTF-16 offset. */
export interface Location {
  readonly file?: string;
  readonly line?: number;
  readonly offset?: number;
}

/** The stable codes; what each means and what to do stands in `docs/errors.md`. */
export type ErrorCode =
  | 'USAGE'
  | 'SOURCE_NOT_FOUND'
  | 'SOURCE_EMPTY'
  | 'SOURCE_UNREADABLE'
  | 'SOURCE_TOO_LARGE'
  | 'SOURCE_UNKNOWN_FORMAT'
  | 'RECORD_MALFORMED'
  | 'CHARSET_UNDECIDED'
  | 'ARTICLE_WITHOUT_TEXT'
  | 'CLAIM_WITHOUT_QUOTE'
  | 'STORE_UNAVAILABLE'
  | 'STORE_LOCKED'
  | 'STORE_CONFLICT'
  | 'STORE_AUTH'
  | 'STORE_UNSUPPORTED'
  | 'STORE_TIMEOUT'
  | 'STORE_DAMAGED'
  | 'QUERY_UNKNOWN'
  | 'QUERY_PARAMETER'
  | 'QUERY_FAILED'
  | 'INTERNAL';

/** The one base of every error that Xueliang raises or reports. */
export class XueliangError extends Error {
  readonly code: ErrorCode;
  readonly location: Location;
  /** Whether the same call may succeed later, unchanged. */
  readonly retriable: boolean;

  constructor(
    code: ErrorCode,
    message: string,
    options: { location?: Location; cause?: unknown; retriable?: boolean } = {},
  ) {
    super(message, options.cause === undefined ? {} : { cause: options.cause });
    this.name = 'XueliangError';
    this.code = code;
    this.location = options.location ?? {};
    this.retriable = options.retriable ?? false;
  }
}

/** One line for a person: `file:line: message (CODE)`. */
export function describe(error: unknown): string {
  if (!(error instanceof XueliangError)) return error instanceof Error ? error.message : String(error);
  const { file, line, offset } = error.location;
  const place = [file, line ?? (offset === undefined ? undefined : `@${offset}`)]
    .filter((x) => x !== undefined)
    .join(':');
  return `${place ? `${place}: ` : ''}${error.message} (${error.code})`;
}
