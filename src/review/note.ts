import type { Article } from '../article/article.ts';
import { maskOf } from '../claim/mask.ts';
import { readMentions } from '../mention/read.ts';
import { readText } from '../text/read.ts';

/** A reviewer's words with the people that they name masked, as in all that is stored or shown. */
export function maskedNote(note: string): string {
  const text = readText(articleOf(note));
  return maskOf({ text, mentions: readMentions(text) })(note);
}

/** The words as the body of an article of which nothing else is known. */
function articleOf(text: string): Article {
  const unknown = { title: null, titleSpan: null, publishedOn: null, publishedYear: null, outlet: null, url: null };
  const nameless = { id: '', file: 'note', sha256: '', textSha256: '' };
  return { ...nameless, ...unknown, text, body: [{ start: 0, end: text.length }], hints: [] };
}
