import type { Article, Span } from '../../src/article/article.ts';

/** An article whose body are the lines of a text. */
export function lines(text: string, rest: Partial<Article> = {}): Article {
  const body: Span[] = [];
  for (const match of text.matchAll(/[^\n]+/g)) body.push({ start: match.index, end: match.index + match[0].length });
  return {
    id: 'x',
    file: 'x',
    sha256: 'x',
    textSha256: 'x',
    text,
    body,
    hints: [],
    title: null,
    titleSpan: null,
    publishedOn: null,
    publishedYear: null,
    outlet: null,
    url: null,
    ...rest,
  };
}
