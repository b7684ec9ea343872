import { articleOfWords } from '../article/words.ts';
import type { Figure, MoneyMention, QuantityMention } from '../mention/mention.ts';
import { readMentions } from '../mention/read.ts';
import { readText } from '../text/read.ts';
import { originalSpan } from '../text/text.ts';

/** A figure as it is read again in words that were quoted: yuan, or a number with its unit. */
export type ReadFigure = Figure & { readonly unit: string };

/** The figure that stands at [start, end) of a quote, read from the quote alone; null where none stands there. */
export function figureIn(quote: string, start: number, end: number): ReadFigure | null {
  // Words without a full stop would be read as a heading, which keeps its blanks.
  const text = readText(articleOfWords(`${quote}。`));
  const { money, quantities } = readMentions(text);
  const covers = (mention: MoneyMention | QuantityMention) => {
    const span = originalSpan(text, mention);
    return span.start < end && start < span.end;
  };
  const sum = money.find(covers);
  if (sum !== undefined) return { ...figureOf(sum), unit: 'CNY' };
  const count = quantities.find(covers);
  return count === undefined ? null : { ...figureOf(count), unit: count.unit };
}

function figureOf({ value, min, max, approx }: Figure): Figure {
  return { value, min, max, approx };
}
