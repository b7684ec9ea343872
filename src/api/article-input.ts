import { XueliangError } from '../errors.ts';
import { recordSource, sourceOf } from '../source/record.ts';
import { sniff } from '../source/sniff.ts';
import type { Source } from '../source/source.ts';

/** An article as a client sends it: a record, or a page as it was saved. */
export interface ArticleInput {
  readonly page?: string | null;
  readonly text?: string | null;
  readonly title?: string | null;
  readonly date?: string | null;
  readonly outlet?: string | null;
  readonly url?: string | null;
}

/** How the source of an article is called that no file holds: the same wherever it stands among others, so that it stays unchanged. */
const NAME = 'ingest';

/**
 * The source that loading the same from a file would give: a record is what a line of JSONL with these fields in this order is; a page, a
 * file with it in UTF-8. So an article has one id, whichever way it came. @param number counts from 1.
 */
export function sourceOfInput(input: ArticleInput, number: number): Source | XueliangError {
  const { page, text, title, date, outlet, url } = input;
  const location = { file: NAME, line: number };
  if (typeof page === 'string' && typeof text === 'string') {
    return new XueliangError('RECORD_MALFORMED', 'either page or text, not both', { location });
  }
  if (typeof page === 'string') return sourceOfPage(page, location);
  const fields = Object.entries({ text, title, date, outlet, url }).filter(([, value]) => value != null);
  const source = recordSource(Object.fromEntries(fields), {}, NAME, number);
  return source instanceof XueliangError ? source : { ...source, uri: NAME };
}

function sourceOfPage(
  page: string,
  location: { readonly file: string; readonly line: number },
): Source | XueliangError {
  const bytes = Buffer.from(page, 'utf8');
  const content = sniff(bytes.subarray(0, 8192), '');
  if (content === 'empty') return new XueliangError('SOURCE_EMPTY', 'this page is empty', { location });
  if (content === 'binary')
    return new XueliangError('SOURCE_UNKNOWN_FORMAT', 'neither a web page nor text', { location });
  return sourceOf(NAME, content === 'html' ? 'text/html' : 'text/plain', bytes);
}
