import { articleOfWords } from '../article/words.ts';
import { maskOf } from '../claim/mask.ts';
import { readMentions } from '../mention/read.ts';
import { readText } from '../text/read.ts';

/** A reviewer's words with the people that they name masked, as in all that is stored or shown. */
export function maskedNote(note: string): string {
  const text = readText(articleOfWords(note));
  return maskOf({ text, mentions: readMentions(text) })(note);
}
