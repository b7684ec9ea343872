import type { Span } from '../article/article.ts';
import type { MoneyMention, QuantityMention } from '../mention/mention.ts';
import type { Mentions } from '../mention/read.ts';
import type { Paragraph, Sentence, Text } from '../text/text.ts';

/** Where the spans of a list stand. Spans are of many kinds, and reading an offset of any kind is slow; numbers are not. */
interface Offsets {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

function offsetsOf(spans: readonly Span[]): Offsets {
  const starts: number[] = [];
  const ends: number[] = [];
  for (const { start, end } of spans) {
    starts.push(start);
    ends.push(end);
  }
  return { starts, ends };
}

/** Index of the first span that starts at an offset or after it. */
function firstFrom({ starts }: Offsets, start: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) < start) low = middle + 1;
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

  private readonly offsets = new Map<readonly Span[], Offsets>();
  private readonly above = new Map<Sentence, readonly Sentence[]>();

  /** What is the same for every claim of the text, made once. */
  once<T>(name: string, make: () => T): T {
    const known = this.made.get(name);
    if (known !== undefined || this.made.has(name)) return known as T;
    const fresh = make();
    this.made.set(name, fresh);
    return fresh;
  }

  /** What is the same for every claim about a sentence, a clause, a figure's frame or a program by its id, made once for each. */
  onceFor<K extends object | string, T>(name: string, key: K, make: (key: K) => T): T {
    let known = this.made.get(name) as Map<K, T> | undefined;
    if (known === undefined) {
      known = new Map();
      this.made.set(name, known);
    }
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

  /** Where the spans of a list of the text stand, made once. */
  private of(spans: readonly Span[]): Offsets {
    const known = this.offsets.get(spans);
    if (known) return known;
    const fresh = offsetsOf(spans);
    this.offsets.set(spans, fresh);
    return fresh;
  }

  /** The sentence that holds an offset. */
  sentenceAt(at: number): Sentence | undefined {
    return this.at(this.text.sentences, at);
  }

  /** The sentences before this one in its paragraph, nearest first, as far as words reach. */
  before(sentence: Sentence): readonly Sentence[] {
    const known = this.above.get(sentence);
    if (known) return known;
    const paragraph = this.paragraph(sentence);
    const own = firstFrom(this.of(this.text.sentences), sentence.start);
    const found = paragraph ? this.text.sentences.slice(Math.max(paragraph.first, own - REACH), own).reverse() : [];
    this.above.set(sentence, found);
    return found;
  }

  /** The sentences after this one in its paragraph, nearest first, as far as words reach. */
  after(sentence: Sentence): Sentence[] {
    const paragraph = this.paragraph(sentence);
    if (!paragraph) return [];
    const next = firstFrom(this.of(this.text.sentences), sentence.start + 1);
    return this.text.sentences.slice(next, Math.min(paragraph.last, next + REACH));
  }

  /** The sentence right after this one in its paragraph. */
  next(sentence: Sentence): Sentence | undefined {
    const next = firstFrom(this.of(this.text.sentences), sentence.start + 1);
    return next < (this.paragraph(sentence)?.last ?? 0) ? this.text.sentences[next] : undefined;
  }

  /** The prose paragraph before the sentence's own, when no heading stands between. */
  previousParagraph(sentence: Sentence): Paragraph | undefined {
    const previous = this.text.paragraphs[sentence.paragraph - 1];
    return previous?.role === 'prose' ? previous : undefined;
  }

  /** The nearest heading above a sentence, else the title. */
  headings(sentence: Sentence): readonly Paragraph[] {
    return this.once('headings', () => this.headingsAbove())[sentence.paragraph] ?? [];
  }

  /** For each paragraph the nearest heading and title above it. */
  private headingsAbove(): (readonly Paragraph[])[] {
    let heading: Paragraph | undefined;
    let title: Paragraph | undefined;
    let above: readonly Paragraph[] = [];
    return this.text.paragraphs.map((paragraph) => {
      const own = above;
      if (paragraph.role === 'heading') heading = paragraph;
      if (paragraph.role === 'title') title = paragraph;
      if (paragraph.role !== 'prose') above = [heading, title].filter((p) => p !== undefined);
      return own;
    });
  }

  /** The span of a list, sorted by start and without overlap, that holds an offset. */
  at<T extends Span>(spans: readonly T[], offset: number): T | undefined {
    if (spans.length === 0) return undefined;
    const offsets = this.of(spans);
    const last = firstFrom(offsets, offset + 1) - 1;
    return offset < (offsets.ends[last] ?? 0) ? spans[last] : undefined;
  }

  /** The mentions of a list, sorted by start, that lie inside a span. */
  inside<T extends Span>(mentions: readonly T[], { start, end }: Span): T[] {
    const found: T[] = [];
    if (mentions.length === 0) return found;
    const offsets = this.of(mentions);
    const { starts, ends } = offsets;
    for (let i = firstFrom(offsets, start); (starts[i] ?? end) < end; i++) {
      const mention = (starts[i] ?? 0) >= start && (ends[i] ?? 0) <= end ? mentions[i] : undefined;
      if (mention) found.push(mention);
    }
    return found;
  }

  /** Whether a mention of a list, sorted by start, lies inside a span. */
  holds(mentions: readonly Span[], { start, end }: Span): boolean {
    if (mentions.length === 0) return false;
    const offsets = this.of(mentions);
    const { starts, ends } = offsets;
    for (let i = firstFrom(offsets, start); (starts[i] ?? end) < end; i++)
      if ((starts[i] ?? 0) >= start && (ends[i] ?? 0) <= end) return true;
    return false;
  }

  /** The last mention of a sorted list that ends at an offset or before it. */
  lastBefore<T extends Span>(mentions: readonly T[], offset: number): T | undefined {
    if (mentions.length === 0) return undefined;
    const offsets = this.of(mentions);
    let i = firstFrom(offsets, offset) - 1;
    while (i >= 0 && (offsets.ends[i] ?? 0) > offset) i--;
    return mentions[i];
  }

  /** Index of the clause that holds an offset. */
  clauseIndex(sentence: Sentence, at: number): number {
    const { clauses } = sentence;
    let index = 0;
    for (const clause of clauses) {
      if (clause.start <= at && at < clause.end) return index;
      index++;
    }
    return clauses.length - 1;
  }
}
