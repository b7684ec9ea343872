import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { ERRORS, XueliangError } from '../errors.ts';

/** A wrong argument of one field; the others are answered. */
export function badRequest(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });
}

/** A request that is not executed: HTTP 400. */
export function refused(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } } });
}

/** What a client sees of an error: our code and message, or GraphQL's own; nothing of what else went wrong. */
export function formatError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const cause = error instanceof GraphQLError ? (error.originalError ?? error) : error;
  if (cause instanceof XueliangError && cause.code !== 'INTERNAL') {
    return { ...formatted, message: cause.message, extensions: { code: cause.code, retriable: cause.retriable } };
  }
  if (cause instanceof GraphQLError) return formatted;
  return { ...formatted, message: 'something went wrong here', extensions: { code: 'INTERNAL' } };
}

/** The HTTP status of one of our codes; undefined for any other. */
export function statusOf(code: unknown): number | undefined {
  return typeof code === 'string' && Object.hasOwn(ERRORS, code) ? ERRORS[code as keyof typeof ERRORS].http : undefined;
}
