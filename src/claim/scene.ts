import type { Span } from '../article/article.ts';
import type { MoneyMention, QuantityMention } from '../mention/mention.ts';
import type { Mentions } from '../mention/read.ts';
import { contains } from '../mention/span.ts';
import type { Paragraph, Sentence, Text } from '../text/text.ts';

/** Index of the first span that starts at an offset or after it. */
function firstFrom(spans: readonly Span[], start: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A text with its mentions, and where everything stands: what the claim rules look at. */
export class Scene {
  /** Sums and counts in order; labels (第四期, 三大中心) are neither. */
  readonly figures: readonly (MoneyMention | QuantityMention)[];

  constructor(
    readonly text: Text,
    readonly mentions: Mentions,
  ) {
    const counts = mentions.quantities.filter((q) => !q.label);
    this.figures = [...mentions.money, ...counts].sort((a, b) => a.start - b.start);
  }

  get chars(): string {
    return this.text.chars;
  }

  slice(span: Span): string {
    return this.text.chars.slice(span.start, span.end);
  }

  /** The sentences that may state claims: running text and numbered entries (二、采购预算：…), not titles or headings. */
  prose(): Sentence[] {
    return this.text.sentences.filter((s) => {
      const role = this.paragraph(s)?.role;
      return (
        role === 'prose' ||
        (role === 'heading' && /^[一二三四五六七八九十\d]+[、.][^，。]{1,12}：/u.test(this.slice(s)))
      );
    });
  }

  paragraph(sentence: Sentence): Paragraph | undefined {
    return this.text.paragraphs[sentence.paragraph];
  }

  /** The sentence that holds an offset. */
  sentenceAt(at: number): Sentence | undefined {
    const { sentences } = this.text;
    const next = firstFrom(sentences, at + 1);
    const sentence = sentences[next - 1];
    return sentence && at < sentence.end ? sentence : undefined;
  }

  /** The sentences before this one in its paragraph, nearest first. */
  before(sentence: Sentence): Sentence[] {
    const paragraph = this.paragraph(sentence);
    if (!paragraph) return [];
    const all = this.text.sentences.slice(paragraph.first, paragraph.last);
    return all.filter((s) => s.start < sentence.start).reverse();
  }

  /** The sentences after this one in its paragraph, nearest first. */
  after(sentence: Sentence): Sentence[] {
    const paragraph = this.paragraph(sentence);
    return paragraph
      ? this.text.sentences.slice(paragraph.first, paragraph.last).filter((s) => s.start > sentence.start)
      : [];
  }

  /** The prose paragraph before the sentence's own, when no heading stands between. */
  previousParagraph(sentence: Sentence): Paragraph | undefined {
    const previous = this.text.paragraphs[sentence.paragraph - 1];
    return previous?.role === 'prose' ? previous : undefined;
  }

  /** The nearest heading above a sentence, else the title. */
  headings(sentence: Sentence): Paragraph[] {
    const above = this.text.paragraphs.slice(0, sentence.paragraph).reverse();
    const heading = above.find((p) => p.role === 'heading');
    const title = above.find((p) => p.role === 'title');
    return [heading, title].filter((p) => p !== undefined);
  }

  /** The mentions of a list, sorted by start, that lie inside a span. */
  inside<T extends Span>(mentions: readonly T[], span: Span): T[] {
    const found: T[] = [];
    for (let i = firstFrom(mentions, span.start); i < mentions.length; i++) {
      const mention = mentions[i];
      if (!mention || mention.start >= span.end) break;
      if (contains(span, mention)) found.push(mention);
    }
    return found;
  }

  /** Index of the clause that holds an offset. */
  clauseIndex(sentence: Sentence, at: number): number {
    const index = sentence.clauses.findIndex((c) => c.start <= at && at < c.end);
    return index < 0 ? sentence.clauses.length - 1 : index;
  }
}
