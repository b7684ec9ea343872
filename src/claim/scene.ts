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

/** Sentences of one paragraph over which words are referred to. */
const REACH = 40;

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

  private readonly made = new Map<string, unknown>();

  /** What is the same for every claim of the text, made once. */
  once<T>(name: string, make: () => T): T {
    if (!this.made.has(name)) this.made.set(name, make());
    return this.made.get(name) as T;
  }

  /** What is the same for every claim about a sentence, a clause or a figure's frame, made once for each. */
  onceFor<K extends object, T>(name: string, key: K, make: (key: K) => T): T {
    const known = this.once(name, () => new Map<K, T>());
    const made = known.get(key);
    if (made !== undefined || known.has(key)) return made as T;
    const fresh = make(key);
    known.set(key, fresh);
    return fresh;
  }

  get chars(): string {
    return this.text.chars;
  }

  slice(span: Span): string {
    return this.text.chars.slice(span.start, span.end);
  }

  /** The sentences that may state claims: running text and numbered entries (二、采购预算：…), not titles or headings. */
  prose(): readonly Sentence[] {
    return this.once('prose', () => this.text.sentences.filter((s) => this.isProse(s)));
  }

  isProse(sentence: Sentence): boolean {
    const role = this.paragraph(sentence)?.role;
    const isEntry = () => /^[一二三四五六七八九十\d]+[、.][^，。]{1,12}：/u.test(this.slice(sentence));
    return role === 'prose' || (role === 'heading' && isEntry());
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

  /** The sentences before this one in its paragraph, nearest first, as far as words reach. */
  before(sentence: Sentence): Sentence[] {
    const paragraph = this.paragraph(sentence);
    if (!paragraph) return [];
    const own = firstFrom(this.text.sentences, sentence.start);
    return this.text.sentences.slice(Math.max(paragraph.first, own - REACH), own).reverse();
  }

  /** The sentences after this one in its paragraph, nearest first, as far as words reach. */
  after(sentence: Sentence): Sentence[] {
    const paragraph = this.paragraph(sentence);
    if (!paragraph) return [];
    const next = firstFrom(this.text.sentences, sentence.start + 1);
    return this.text.sentences.slice(next, Math.min(paragraph.last, next + REACH));
  }

  /** The prose paragraph before the sentence's own, when no heading stands between. */
  previousParagraph(sentence: Sentence): Paragraph | undefined {
    const previous = this.text.paragraphs[sentence.paragraph - 1];
    return previous?.role === 'prose' ? previous : undefined;
  }

  /** The nearest heading above a sentence, else the title. */
  headings(sentence: Sentence): Paragraph[] {
    const above = this.once('headings', () => this.headingsAbove())[sentence.paragraph];
    return [above?.heading, above?.title].filter((p) => p !== undefined);
  }

  /** For each paragraph the nearest heading and title above it. */
  private headingsAbove(): { heading: Paragraph | undefined; title: Paragraph | undefined }[] {
    let heading: Paragraph | undefined;
    let title: Paragraph | undefined;
    return this.text.paragraphs.map((paragraph) => {
      const above = { heading, title };
      if (paragraph.role === 'heading') heading = paragraph;
      if (paragraph.role === 'title') title = paragraph;
      return above;
    });
  }

  /** The mention of a list, sorted by start and without overlap, that holds an offset. */
  at<T extends Span>(mentions: readonly T[], offset: number): T | undefined {
    const mention = mentions[firstFrom(mentions, offset + 1) - 1];
    return mention && offset < mention.end ? mention : undefined;
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

  /** The last mention of a sorted list that ends at an offset or before it. */
  lastBefore<T extends Span>(mentions: readonly T[], offset: number): T | undefined {
    let i = firstFrom(mentions, offset) - 1;
    while (i >= 0 && (mentions[i]?.end ?? 0) > offset) i--;
    return mentions[i];
  }

  /** Index of the clause that holds an offset. */
  clauseIndex(sentence: Sentence, at: number): number {
    const index = sentence.clauses.findIndex((c) => c.start <= at && at < c.end);
    return index < 0 ? sentence.clauses.length - 1 : index;
  }
}
