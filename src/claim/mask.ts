import { masking } from '../mention/person.ts';
import type { Mentions } from '../mention/read.ts';
import { originalSpan, type Text } from '../text/text.ts';

/** Replaces every person that a text names by as many █, in words of the article and in words made from them. */
export type Mask = (words: string) => string;

/** The mask of one text: its people as the reader reads them, and as the article writes them. */
export function maskOf({ text, mentions }: { readonly text: Text; readonly mentions: Mentions }): Mask {
  if (mentions.persons.length === 0) return (words) => words;
  const written = mentions.persons.map((person) => {
    const { start, end } = originalSpan(text, person);
    return text.article.text.slice(start, end);
  });
  const names = new Set([...written, ...mentions.persons.map((person) => person.surface)]);
  return masking(names);
}
