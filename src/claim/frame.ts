import type { Span } from '../article/article.ts';
import type { MoneyMention, QuantityMention } from '../mention/mention.ts';
import type { Sentence } from '../text/text.ts';
import type { Scene } from './scene.ts';

/** A mention that a claim’s figure may be. */
export type FigureMention = MoneyMention | QuantityMention;

/** A figure or trigger in its surroundings: what one claim grows from. */
export interface Frame {
  readonly scene: Scene;
  readonly sentence: Sentence;
  readonly clause: Span;
  readonly clauseIndex: number;
  /** The figure, or the trigger's words for a claim without one. */
  readonly trigger: Span;
  readonly figure: FigureMention | null;
  /** From the clause's start, or the end of the figure before, to the trigger. */
  readonly head: Span;
  /** From the trigger to the clause's end, or the start of the figure after. */
  readonly tail: Span;
}

/** Frames a trigger of a sentence. */
export function frame(scene: Scene, sentence: Sentence, trigger: Span, figure: FigureMention | null): Frame {
  const clauseIndex = scene.clauseIndex(sentence, trigger.start);
  const clause = sentence.clauses[clauseIndex] ?? sentence;
  const figures = scene.inside(scene.figures, clause);
  const earlier = figures.filter((f) => f.end <= trigger.start && f.start >= clause.start);
  const before = Math.max(clause.start, ...earlier.filter((f) => !isBase(scene, f, trigger)).map((f) => f.end));
  const after = Math.min(
    clause.end,
    ...figures.filter((f) => f.start >= trigger.end && f.end <= clause.end).map((f) => f.start),
  );
  return {
    scene,
    sentence,
    clause,
    clauseIndex,
    trigger,
    figure,
    head: { start: before, end: trigger.start },
    tail: { start: trigger.end, end: Math.max(after, trigger.end) },
  };
}

/** 由230个｜增加到｜410个: the figure that a rise starts from belongs to the words before the new one. */
function isBase(scene: Scene, figure: Span, trigger: Span): boolean {
  return /^[\u4e00-\u9fff]{0,2}(?:增加|增长|扩充|扩大|扩容|扩编|扩|增|升|提高|发展)(?:到|至|为)了?(?:现在|目前|如今)?的?$/u.test(
    scene.chars.slice(figure.end, trigger.start),
  );
}

/** The words between the date that a head opens with and the number; null where it opens with none. */
export function afterDate({ scene, head, trigger }: Frame): string | null {
  const [date] = scene.inside(scene.mentions.dates, head);
  return date?.start === head.start ? scene.chars.slice(date.end, trigger.start) : null;
}

/** The clauses of a frame's sentence before its own, nearest first. */
export function clausesBefore(f: Frame): Span[] {
  return f.sentence.clauses.slice(0, f.clauseIndex).reverse();
}

/** The clauses of a frame's sentence after its own, nearest first. */
export function clausesAfter(f: Frame): Span[] {
  return f.sentence.clauses.slice(f.clauseIndex + 1);
}

/** Whether a span holds a figure that counts or sums something. */
export function hasFigure(scene: Scene, span: Span): boolean {
  return scene.inside(scene.figures, span).length > 0;
}
