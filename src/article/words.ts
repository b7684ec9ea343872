import type { Article } from './article.ts';

/** Words as the body of an article of which nothing else is known: a reviewer's note, a quote that is read again. */
export function articleOfWords(text: string): Article {
  const unknown = { title: null, titleSpan: null, publishedOn: null, publishedYear: null, outlet: null, url: null };
  const nameless = { id: '', file: '', sha256: '', textSha256: '' };
  return { ...nameless, ...unknown, text, body: [{ start: 0, end: text.length }], hints: [] };
}
