import type { Draft } from './draft.ts';
import type { Frame } from './frame.ts';

/** How the drafts of one article hang together: indices into the list of drafts. */
export interface Links {
  /** Part → its total. */
  readonly partOf: ReadonlyMap<number, number>;
  /** Money → what it bought. */
  readonly paysFor: ReadonlyMap<number, number>;
  /** What was bought → the first money that paid for it. */
  readonly paidBy: ReadonlyMap<number, number>;
}

/** Ties parts to totals (其中) and money to what it bought, where the words stand together. */
export function link(drafts: readonly Draft[]): Links {
  const partOf = new Map<number, number>();
  const paysFor = new Map<number, number>();
  const paidBy = new Map<number, number>();
  drafts.forEach((draft, i) => {
    const total = totalOf(drafts, i);
    if (total !== undefined) partOf.set(i, total);
    const bought = draft.kind === 'FUNDED' ? boughtBy(drafts, i) : undefined;
    if (bought === undefined) return;
    paysFor.set(i, bought);
    if (!paidBy.has(bought)) paidBy.set(bought, i);
  });
  return { partOf, paysFor, paidBy };
}

/** Where the words stand before a figure that make it a part, -1 where there are none. */
function partMark({ scene, sentence, trigger }: Frame): number {
  const mark = scene.chars.slice(sentence.start, trigger.start).search(/其中|当中|另有|包括/u);
  return mark < 0 ? -1 : sentence.start + mark;
}

/** The figure of the same kind and measure that stands before 其中, in the sentence or the one before. */
function totalOf(drafts: readonly Draft[], part: number): number | undefined {
  const own = drafts[part];
  const mark = own?.frame.figure ? partMark(own.frame) : -1;
  if (!own?.frame.figure || mark < 0) return undefined;
  for (let i = part - 1; i >= 0; i--) {
    const total = drafts[i];
    if (!total || total.frame.sentence.paragraph !== own.frame.sentence.paragraph) return undefined;
    if (total.kind !== own.kind || !total.frame.figure || total.frame.figure.value < own.frame.figure.value) continue;
    if (
      total.frame.trigger.start < mark &&
      own.frame.sentence.start - total.frame.sentence.end < 2 &&
      sameMeasure(total, own)
    )
      return i;
  }
  return undefined;
}

function sameMeasure(a: Draft, b: Draft): boolean {
  return a.kind === 'FUNDED' || a.asset === b.asset;
}

/** The first thing deployed after the money in its sentence, before other money. */
function boughtBy(drafts: readonly Draft[], money: number): number | undefined {
  const own = drafts[money];
  for (let i = money + 1; own && i < drafts.length; i++) {
    const next = drafts[i];
    if (!next || next.frame.sentence.start !== own.frame.sentence.start || next.kind === 'FUNDED') return undefined;
    if (next.kind === 'DEPLOYED' && next.stage.stage === own.stage.stage) return i;
  }
  return undefined;
}
