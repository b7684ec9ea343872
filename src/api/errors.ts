import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { ERRORS, type ErrorCode, XueliangError } from '../errors.ts';

/** A wrong argument of one field; the others are answered. */
export function badRequest(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });
}

/** What an error is to a client, as an element of `errors`: its code, what to do, and whether to try again. */
export function told(error: XueliangError): GraphQLFormattedError {
  const { http, meaning, action } = ERRORS[error.code];
  // What is wrong on our side may name files or addresses: its own words stay in the log.
  const message = http >= 500 ? meaning : error.message;
  return { message, extensions: { code: error.code, action, retriable: error.retriable } };
}

/** Refusals that are raised by libraries, by what they say. */
const RAISED: readonly (readonly [RegExp, ErrorCode])[] = [
  [/^Syntax Error: Document contains more that \d+ tokens/, 'LIMIT_TOKENS'],
  [/recursively requests too many selections\.$/, 'LIMIT_RECURSION'],
  [/^Maximum introspection depth exceeded/, 'LIMIT_DEPTH'],
  [/^Operation batching disabled/, 'LIMIT_BATCH'],
  [/^This operation has been blocked as a potential Cross-Site Request Forgery/, 'REQUEST_CSRF'],
];

/** What a client sees of an error: our code and message, or GraphQL's own; nothing of what else went wrong. */
export function formatError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const cause = causeOf(error);
  if (cause instanceof XueliangError) return { ...formatted, ...told(cause) };
  if (!(cause instanceof GraphQLError)) {
    return { ...formatted, ...told(new XueliangError('INTERNAL', 'something went wrong here')) };
  }
  const raised = RAISED.find(([pattern]) => pattern.test(formatted.message))?.[1];
  return raised === undefined ? formatted : { ...formatted, ...told(new XueliangError(raised, formatted.message)) };
}

/** What an error of GraphQL was raised for: one of ours, something unforeseen, or itself. */
export function causeOf(error: unknown): unknown {
  return error instanceof GraphQLError ? (error.originalError ?? error) : error;
}

/** Whether something went wrong on our side. What GraphQL or a resolver says of a wrong question did not: it has words of the question. */
export function isFault(cause: unknown): boolean {
  return !(cause instanceof GraphQLError) && (statusOf((cause as { code?: unknown } | null)?.code) ?? 500) >= 500;
}

/** The HTTP status of one of our codes; undefined for any other. */
export function statusOf(code: unknown): number | undefined {
  return typeof code === 'string' && Object.hasOwn(ERRORS, code) ? ERRORS[code as ErrorCode].http : undefined;
}
