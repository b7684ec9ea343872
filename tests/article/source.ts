import { createHash } from 'node:crypto';
import type { Article } from '../../src/article/article.ts';
import { readArticle } from '../../src/article/read.ts';
import type { MediaType } from '../../src/source/source.ts';

/** Reads text or bytes as an article. */
export function article(data: string | Uint8Array, mediaType: MediaType = 'text/plain'): Article {
  const bytes = typeof data === 'string' ? Buffer.from(data, 'utf8') : data;
  return readArticle({ uri: 'test', mediaType, bytes, sha256: createHash('sha256').update(bytes).digest('hex') });
}

/** The body's paragraphs as words. */
export const bodyOf = (a: Article): string[] => a.body.map((s) => a.text.slice(s.start, s.end));
