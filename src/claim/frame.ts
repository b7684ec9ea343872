import type { Span } from '../article/article.ts';
import type { MoneyMention, QuantityMention } from '../mention/mention.ts';
import type { Sentence } from '../text/text.ts';
import type { Scene } from './scene.ts';

/** A mention that a claim’s figure may be. */
export type FigureMention = MoneyMention | QuantityMention;

/** A figure or trigger in its surroundings: what one claim grows from. Its words are cut out once, for many rules ask for them. */
export class Frame {
  private clauseCut: string | undefined;
  private sentenceCut: string | undefined;
  private headCut: string | undefined;
  private tailCut: string | undefined;
  private leadCut: string | undefined;
  private beforeCut: string | undefined;
  private lastSemicolon: number | undefined;
  private earlier: readonly Span[] | undefined;
  private later: readonly Span[] | undefined;

  constructor(
    readonly scene: Scene,
    readonly sentence: Sentence,
    readonly clause: Span,
    readonly clauseIndex: number,
    /** The figure, or the trigger's words for a claim without one. */
    readonly trigger: Span,
    readonly figure: FigureMention | null,
    /** From the clause's start, or the end of the figure before, to the trigger. */
    readonly head: Span,
    /** From the trigger to the clause's end, or the start of the figure after. */
    readonly tail: Span,
  ) {}

  /** The words of its clause. */
  get clauseWords(): string {
    this.clauseCut ??= this.scene.chars.slice(this.clause.start, this.clause.end);
    return this.clauseCut;
  }

  /** The words of its sentence. */
  get sentenceWords(): string {
    this.sentenceCut ??= this.scene.chars.slice(this.sentence.start, this.sentence.end);
    return this.sentenceCut;
  }

  /** The words of its head. */
  get headWords(): string {
    this.headCut ??= this.scene.chars.slice(this.head.start, this.head.end);
    return this.headCut;
  }

  /** The words of its tail. */
  get tailWords(): string {
    this.tailCut ??= this.scene.chars.slice(this.tail.start, this.tail.end);
    return this.tailCut;
  }

  /** From the clause's start to the trigger. */
  get leadWords(): string {
    this.leadCut ??= this.scene.chars.slice(this.clause.start, this.trigger.start);
    return this.leadCut;
  }

  /** From the sentence's start to the trigger. */
  get wordsBefore(): string {
    this.beforeCut ??= this.scene.chars.slice(this.sentence.start, this.trigger.start);
    return this.beforeCut;
  }

  /** Where the last semicolon of the sentence before the trigger stands; -1 where none does. */
  get semicolon(): number {
    if (this.lastSemicolon === undefined) {
      const at = this.wordsBefore.lastIndexOf('；');
      this.lastSemicolon = at < 0 ? at : this.sentence.start + at;
    }
    return this.lastSemicolon;
  }

  /** The clauses of the sentence before its own, nearest first. */
  get clausesBefore(): readonly Span[] {
    this.earlier ??= this.sentence.clauses.slice(0, this.clauseIndex).reverse();
    return this.earlier;
  }

  /** The clauses of the sentence after its own. */
  get clausesAfter(): readonly Span[] {
    this.later ??= this.sentence.clauses.slice(this.clauseIndex + 1);
    return this.later;
  }
}

/** Frames a trigger of a sentence. */
export function frame(scene: Scene, sentence: Sentence, trigger: Span, figure: FigureMention | null): Frame {
  const clauseIndex = scene.clauseIndex(sentence, trigger.start);
  const clause = sentence.clauses[clauseIndex] ?? sentence;
  // Every rule reads the trigger's offsets: of a plain span that is fast, of a mention of any kind it is not.
  const { start, end } = trigger;
  let before = clause.start;
  let after = clause.end;
  for (const f of scene.inside(scene.figures, clause)) {
    if (f.start >= end && f.start < after) after = f.start;
    if (f.end <= start && f.end > before && !isBase(scene, f, trigger)) before = f.end;
  }
  const head = { start: before, end: start };
  const tail = { start: end, end: Math.max(after, end) };
  return new Frame(scene, sentence, clause, clauseIndex, { start, end }, figure, head, tail);
}

/** The most characters between the figure that a rise starts from and the new one. */
const RISE = 10;

/** 由230个｜增加到｜410个: the figure that a rise starts from belongs to the words before the new one. */
function isBase(scene: Scene, figure: Span, trigger: Span): boolean {
  return (
    trigger.start - figure.end <= RISE &&
    /^[\u4e00-\u9fff]{0,2}(?:增加|增长|扩充|扩大|扩容|扩编|扩|增|升|提高|发展)(?:到|至|为)了?(?:现在|目前|如今)?的?$/u.test(
      scene.chars.slice(figure.end, trigger.start),
    )
  );
}

/** The words between the date that a head opens with and the number; null where it opens with none. */
export function afterDate({ scene, head, trigger }: Frame): string | null {
  const [date] = scene.inside(scene.mentions.dates, head);
  return date?.start === head.start ? scene.chars.slice(date.end, trigger.start) : null;
}

/** Whether a span holds a figure that counts or sums something. */
export const hasFigure = (scene: Scene, span: Span): boolean => scene.holds(scene.figures, span);
