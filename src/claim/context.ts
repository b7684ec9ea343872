import type { Span } from '../article/article.ts';
import { originalSpan } from '../text/text.ts';
import type { Context } from './claim.ts';
import type { Frame } from './frame.ts';
import type { Mask } from './mask.ts';

/** Characters on either side of a quote. */
const REACH = 80;

/** What stands around a quote in its paragraph, people masked: enough to see how the words are meant. */
export function contextOf({ scene, sentence }: Frame, quote: Span, mask: Mask): Context {
  const paragraph = scene.paragraph(sentence);
  if (paragraph === undefined) return { before: '', after: '' };
  const { start, end } = originalSpan(scene.text, paragraph);
  const words = scene.onceFor('masked', paragraph, () => mask(scene.text.article.text.slice(start, end)));
  const from = Math.max(0, quote.start - start - REACH);
  return {
    before: words.slice(from, Math.max(0, quote.start - start)),
    after: words.slice(quote.end - start, quote.end - start + REACH),
  };
}
