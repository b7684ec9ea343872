import { hash } from 'node:crypto';
import { XueliangError } from '../errors.ts';
import type { MediaType, Source } from '../source/source.ts';
import type { Article } from './article.ts';
import { decode } from './charset.ts';
import { readHtml } from './html.ts';
import { type Reading, readPlain } from './plain.ts';
import { readRecord } from './record.ts';

/** What a format makes of a decoded source: the article text, and what stands in it. */
export type Read = Reading & Pick<Article, 'text' | 'sourceOffsets'>;

const FORMATS: Readonly<Record<MediaType, (decoded: string, uri: string) => Read>> = {
  'text/plain': (text) => ({ text, ...readPlain(text) }),
  'text/html': readHtml,
  'application/json': readRecord,
};

/**
 * Reads a source as the article it is.
 * @throws XueliangError CHARSET_UNDECIDED, RECORD_MALFORMED, ARTICLE_WITHOUT_TEXT
 */
export function readArticle(source: Source): Article {
  const read = FORMATS[source.mediaType](decode(source.bytes, source.uri), source.uri);
  if (read.body.length === 0) {
    throw new XueliangError('ARTICLE_WITHOUT_TEXT', 'no text to read was found', { location: { file: source.uri } });
  }
  const textSha256 = hash('sha256', read.text, 'hex');
  return { id: source.sha256, file: source.uri, sha256: source.sha256, textSha256, ...read };
}
