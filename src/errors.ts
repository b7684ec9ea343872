/** Where a fault lies: a file or uri, and in it a line (from 1), a column or a UTF-16 offset. */
export interface Location {
  readonly file?: string;
  readonly line?: number;
  readonly offset?: number;
}

/** What is said of a code: what happened, what to do, whether the same call may succeed later, and how commands end. */
export interface ErrorKind {
  readonly meaning: string;
  readonly action: string;
  readonly retriable: boolean;
  /** Exit status of a command that ends by it. */
  readonly exit: 1 | 2;
  /** HTTP status of a response that could not be given because of it. */
  readonly http: 400 | 403 | 404 | 408 | 413 | 415 | 421 | 422 | 429 | 431 | 500 | 503 | 504;
}

function asked(meaning: string, action: string, http: ErrorKind['http'] = 400): ErrorKind {
  return { meaning, action, retriable: false, exit: 2, http };
}

function failed(meaning: string, action: string): ErrorKind {
  return { meaning, action, retriable: false, exit: 1, http: 500 };
}

function later(meaning: string, action: string, http: 408 | 422 | 429 | 503 | 504 = 503): ErrorKind {
  return { meaning, action, retriable: true, exit: 1, http };
}

/** Every code there is; `docs/errors.md` is written from it (`npm run errors`). */
export const ERRORS = {
  USAGE: asked('The command or call is not one that there is.', 'See `xueliang help COMMAND`.'),
  SOURCE_NOT_FOUND: asked('There is no such file, folder or match.', 'Check the path; quote globs.', 404),
  SOURCE_EMPTY: failed('The file or record has no bytes.', 'Fetch it again.'),
  SOURCE_UNREADABLE: failed('The file cannot be read or unpacked.', 'Check permissions and that the archive is whole.'),
  SOURCE_TOO_LARGE: failed('The file or record is larger than an article can be.', 'Split it.'),
  SOURCE_UNKNOWN_FORMAT: failed('It is no web page, plain text, JSONL or CSV.', 'Convert it to one of these.'),
  RECORD_MALFORMED: failed(
    'A line of JSONL or CSV does not parse, or lacks its text.',
    'See the line named; `--field`.',
  ),
  REVIEW_MALFORMED: failed(
    'A line of a review file does not parse, or is no decision; nothing of the file is applied.',
    'See the line named; `xueliang review --help` shows the format.',
  ),
  PACKET_MALFORMED: failed(
    'The file is no citation packet of a format that is known.',
    'Make it again: `xueliang cite`.',
  ),
  GOLD_MALFORMED: failed('A gold file does not parse, or lacks a list.', 'See docs/annotation.md, “The file”.'),
  CHARSET_UNDECIDED: failed('The encoding cannot be told.', 'Convert the file to UTF-8.'),
  ARTICLE_WITHOUT_TEXT: failed('The page has no article text.', 'Check that the page was saved whole.'),
  OUTPUT_UNWRITABLE: failed('The file that was asked for cannot be written.', 'Check the folder and permissions.'),
  EXPORT_UNSUPPORTED: failed(
    'The format cannot hold a value of the graph, which the message names; nothing of the export is kept.',
    '`xueliang rebuild`, if the store is of an older version; else report it.',
  ),
  CLAIM_WITHOUT_QUOTE: failed(
    'A claim does not cite the words that state it; nothing of its batch is written.',
    'Report it: a fault of the rules.',
  ),
  JOURNAL_DAMAGED: failed(
    'The journal does not read at the segment and offset named, and whole entries follow: nothing is skipped in silence.',
    '`xueliang rebuild --salvage` keeps all that reads; then load again.',
  ),
  JOURNAL_FOREIGN: failed(
    'The store was made from another journal than the one given.',
    'Give its journal (`--journal`), or `--adopt` to make this one its journal.',
  ),
  JOURNAL_SHORT: failed(
    'The store holds entries that the journal has lost.',
    '`xueliang rebuild` makes the store from what the journal has; then load again.',
  ),
  STORE_UNAVAILABLE: later(
    'The store does not answer, or its engine ended under way.',
    'Check that it runs and the address; run the same again: nothing acknowledged is lost, nothing is written twice.',
  ),
  STORE_NOT_FOUND: asked('The server has no database of that name.', 'Set XUELIANG_NEO4J_DATABASE.', 404),
  STORE_LOCKED: later('Another process has the store; the message names it.', 'Wait for it, or end it.'),
  STORE_CONFLICT: later('Another write came in between.', 'Try again.'),
  STORE_AUTH: failed(
    'User or password is wrong, or may not do this.',
    'Set XUELIANG_NEO4J_USER and XUELIANG_NEO4J_PASSWORD.',
  ),
  STORE_CERTIFICATE: failed(
    'The server’s certificate is not trusted, is for another name, or has expired: nothing was sent to it.',
    'Give the file of your authority (XUELIANG_NEO4J_CA), and the name in the certificate; `+ssc` trusts whatever comes.',
  ),
  STORE_UNSUPPORTED: failed(
    'The engine does not run here, or is too old.',
    'Use Neo4j 5 or newer: `--store bolt://…`.',
  ),
  STORE_OLDER: failed(
    'The store was written by an older xueliang, and reading it changes nothing in it.',
    'Run `xueliang upgrade` on it, with the same `--store`; a load or a rebuild upgrades it too.',
  ),
  STORE_NEWER: failed(
    'The store was written by a newer xueliang.',
    'Use that version or a later one; this one neither reads nor writes it.',
  ),
  STORE_READ_ONLY: failed(
    'The store or its folder cannot be written to.',
    'Check permissions, or write to the leader.',
  ),
  STORE_FULL: failed('The disk is full.', 'Make room, then run the same again: nothing acknowledged is lost.'),
  STORE_TIMEOUT: later(
    'The statement took longer than allowed and was stopped.',
    'Ask for less, or raise `--timeout`.',
    422,
  ),
  STORE_MEMORY: {
    ...failed('The embedded engine needed more memory than it may have and was ended.', 'Ask for less, or use Neo4j.'),
    http: 422,
  },
  STORE_DAMAGED: failed('The files of the store do not read.', 'It is rebuilt from its journal: `xueliang rebuild`.'),
  QUERY_UNKNOWN: asked('No query has that name.', '`xueliang query` lists them.', 404),
  QUERY_PARAMETER: asked('A parameter is missing, unknown or of the wrong kind.', 'See the query’s parameters.'),
  QUERY_FAILED: failed(
    'The engine refused or could not answer the statement.',
    'Report it if the query is a named one.',
  ),
  WRITE_OFF: asked('This server writes nothing.', 'Start it with XUELIANG_WRITE_TOKEN set.', 403),
  WRITE_TOKEN: asked('The token is missing or wrong.', 'Send the header `Authorization: Bearer TOKEN`.', 403),
  WRITE_WAIT: later(
    'Wrong tokens came from this client, or many articles wait to be written.',
    'Wait as long as the message says.',
    429,
  ),
  LIMIT_TOKENS: asked('The document has more tokens than allowed.', 'Ask in several requests.'),
  LIMIT_DEPTH: asked('The document goes deeper than allowed.', 'Ask for the lower levels by id, in a second request.'),
  LIMIT_ALIASES: asked('The document has more aliases than allowed.', 'Ask in several requests, or take a list.'),
  LIMIT_DIRECTIVES: asked('The document has more directives than allowed.', 'Leave out what is not asked.'),
  LIMIT_RECURSION: asked('Fragments in fragments come to more selections than allowed.', 'Write out what is asked.'),
  LIMIT_COST: asked('The answer could have more nodes than allowed.', 'Ask for fewer with `first`; page with `after`.'),
  LIMIT_PAGE: asked('A page of a list may hold up to 100.', 'Ask for up to 100, and page with `after`.'),
  LIMIT_BATCH: asked('One request holds one operation.', 'Send one request for each; they may run side by side.'),
  LIMIT_BODY: asked('The request is larger than allowed.', 'Shorten document or variables.', 413),
  LIMIT_HEADERS: asked('The headers of the request are larger than allowed.', 'Send fewer headers.', 431),
  LIMIT_RECEIVE: later('The request did not arrive whole in time.', 'Send it again.', 408),
  LIMIT_TIME: later('The request took longer than allowed; what was left of it was not begun.', 'Ask for less.', 422),
  LIMIT_RATE: later('This client sent more requests in a minute than allowed.', 'Wait as `Retry-After` says.', 429),
  LIMIT_CONCURRENT: later(
    'As many requests as allowed are being answered, of this client or of all.',
    'Wait for an answer, then ask again.',
    429,
  ),
  REQUEST_HOST: asked('The server does not answer to that host name.', 'Start it with `--allow-host NAME`.', 421),
  REQUEST_ORIGIN: asked('Pages of that site may not ask here.', 'Start the server with `--allow-origin ORIGIN`.', 403),
  REQUEST_CSRF: asked(
    'A page of another site could have made a browser send this.',
    'POST with `content-type: application/json`.',
  ),
  REQUEST_MEDIA_TYPE: asked('The body is of a kind that is not read here.', 'POST `application/json`.', 415),
  REQUEST_MALFORMED: asked('The request is no HTTP or no JSON that reads.', 'Check how it is written.'),
  REQUEST_OPERATION: asked('There is no operation of that kind here.', 'Ask a query; docs/api.md has what there is.'),
  REQUEST_NOT_FOUND: asked('There is nothing at that address.', 'GraphQL is on `/graphql`.', 404),
  REQUEST_FORBIDDEN: asked('That address is not for this client.', 'Start the server with `--metrics-for`.', 403),
  INTERNAL: failed('A fault of Xueliang.', 'Report it with the article, command or request id that shows it.'),
} as const satisfies Record<string, ErrorKind>;

/** The stable codes; what each means and what to do stands in `ERRORS` and `docs/errors.md`. */
export type ErrorCode = keyof typeof ERRORS;

/** The one base of every error that Xueliang raises or reports. */
export class XueliangError extends Error {
  readonly code: ErrorCode;
  readonly location: Location;
  /** Whether the same call may succeed later, unchanged; what the table says of the code, unless it is known better. */
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
    this.retriable = options.retriable ?? ERRORS[code].retriable;
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

/** The page that `docs/errors.md` holds: all codes in one table. */
export function errorsPage(errors: Readonly<Record<string, ErrorKind>>): string {
  const rows = Object.entries(errors).map(([code, { meaning, action, retriable, exit, http }]) =>
    `| \`${code}\` | ${meaning} | ${action} | ${retriable ? 'yes' : 'no'} | ${exit} | ${http} |`.replace(/\n/g, ' '),
  );
  return [
    '# Errors',
    '',
    'Every error has one of these codes; commands print `place: message (CODE)`, GraphQL gives it as `extensions.code`.',
    '*Again?* says whether the same may succeed later, unchanged; `exit` is the status of a command that ends by it, `HTTP`',
    'that of a response. Written from `src/errors.ts` by `npm run errors`.',
    '',
    '| Code | Meaning | What to do | Again? | exit | HTTP |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}
