import type { TypedDocumentString } from './gql/graphql.js';

/** What the server says of an error; codes stay the same (docs/errors.md). */
interface Told {
  readonly message: string;
  readonly extensions: { readonly code: string; readonly action?: string; readonly retriable?: boolean };
}

/** A question that was refused or failed. */
export class Refused extends Error {
  readonly code: string;
  /** Whether the same may succeed later, unchanged. */
  readonly retriable: boolean;

  constructor({ message, extensions: { code, action = '', retriable = false } }: Told) {
    super(`${code}: ${message}. ${action}`.trim());
    this.code = code;
    this.retriable = retriable;
  }
}

const URL = `${process.env.XUELIANG_URL ?? 'http://127.0.0.1:4000'}/graphql`;

/** Asks the server; variables and answer have the types of the document. @throws Refused. */
export async function ask<Answer, Variables>(
  document: TypedDocumentString<Answer, Variables>,
  variables: Variables,
): Promise<Answer> {
  const response = await fetch(URL, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: document.toString(), variables }),
  });
  const { data, errors } = (await response.json()) as { readonly data: Answer; readonly errors?: readonly Told[] };
  const [error] = errors ?? [];
  if (error !== undefined) throw new Refused(error);
  return data;
}
