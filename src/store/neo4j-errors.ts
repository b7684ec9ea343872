import type { Neo4jError } from 'neo4j-driver';
import { type ErrorCode, XueliangError } from '../errors.ts';

/** The one line for a server that cannot be reached, or fell silent. */
export const NO_ANSWER = 'Neo4j does not answer';

const ALL_BUSY = 'no connection to Neo4j came free in time';

const CERTIFICATE =
  /not trusted|certificate|self[- ]signed|CERT_|UNABLE_TO_(GET|VERIFY)|altnames|DEPTH_ZERO|ERR_TLS_CERT/i;
const NO_TLS = /wrong version number|packet length too long|EPROTO|secure TLS connection was established/i;

const BY_CODE: readonly (readonly [RegExp, ErrorCode, string | null])[] = [
  [/^Neo\.ClientError\.Security/, 'STORE_AUTH', 'the user name or password is wrong, or may not do this'],
  [/DatabaseNotFound$/, 'STORE_NOT_FOUND', 'the server has no database of that name'],
  [
    /NotALeader|ForbiddenOnReadOnlyDatabase|General\.WriteOnReadOnly|ReadOnly/,
    'STORE_READ_ONLY',
    'the server takes no writes',
  ],
  [/Statement\.AccessMode$/, 'QUERY_FAILED', 'the statement writes, and only reading is allowed here'],
  [/TransactionTimedOut/, 'STORE_TIMEOUT', 'the statement took too long'],
  [/^(ServiceUnavailable|SessionExpired)$|DatabaseUnavailable$/, 'STORE_UNAVAILABLE', NO_ANSWER],
  [/^Neo\.TransientError|Lock/, 'STORE_CONFLICT', null],
];

/** An error of the driver as ours. Its own words are kept as the cause; addresses in `where` have no credentials. */
export function translate(error: unknown, where?: string): XueliangError {
  if (error instanceof XueliangError) return error;
  const { code = '', message = String(error), retriable = false } = error as Partial<Neo4jError>;
  const place = where === undefined ? '' : `${where}: `;
  const transport = transportError(`${message} ${causes(error)}`, code);
  if (transport !== null) return new XueliangError(transport[0], place + transport[1], { cause: error });
  const known = BY_CODE.find(([pattern]) => pattern.test(code));
  if (known === undefined) return new XueliangError('QUERY_FAILED', place + message, { cause: error });
  // A client error to Neo4j; but what took too long now may be quick later.
  const again = known[1] === 'STORE_TIMEOUT' ? {} : { retriable: retriable || known[1] === 'STORE_UNAVAILABLE' };
  return new XueliangError(known[1], place + (known[2] ?? message), { cause: error, ...again });
}

/** What went wrong below Bolt, if it did: the driver has no codes for it. */
function transportError(words: string, code: string): readonly [ErrorCode, string] | null {
  if (code.startsWith('Neo.')) return null;
  if (NO_TLS.test(words)) return ['STORE_UNAVAILABLE', 'the server does not speak TLS there; try bolt:// or neo4j://'];
  // The pool's own words: with connections in use there are too few of them, with none nobody answers.
  if (/acquisition timed out/.test(words))
    return ['STORE_UNAVAILABLE', /Active conn count = [1-9]/.test(words) ? ALL_BUSY : NO_ANSWER];
  if (/Server responded HTTP/.test(words)) return ['STORE_UNAVAILABLE', 'what answers there is a web server, not Bolt'];
  if (/altnames|ALTNAME/i.test(words)) return ['STORE_CERTIFICATE', 'the server’s certificate is for another name'];
  if (/expired/i.test(words) && CERTIFICATE.test(words))
    return ['STORE_CERTIFICATE', 'the server’s certificate has expired'];
  if (CERTIFICATE.test(words))
    return ['STORE_CERTIFICATE', 'the server’s certificate is signed by no authority that is trusted here'];
  return null;
}

function causes(error: unknown): string {
  const inner = error instanceof Error ? error.cause : undefined;
  return inner instanceof Error ? `${inner.message} ${causes(inner)}` : '';
}
