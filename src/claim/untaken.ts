import { cueLexicon } from '../gazetteer/lexicon.ts';
import { isBase } from './base.ts';
import { isArticle, isInUse } from './deployed.ts';
import type { Rejection } from './draft.ts';
import { isThing } from './equipment.ts';
import type { ClaimReading } from './find.ts';
import { type FigureMention, type Frame, frame } from './frame.ts';
import { isResult } from './outcome.ts';
import type { Scene } from './scene.ts';

const notStaff = cueLexicon('notStaff');

/** A reason why a counted figure is no claim: the first that holds is the one that is given. */
interface Reason {
  readonly code: string;
  readonly message: string;
  holds(f: Frame): boolean;
}

const REASONS: readonly Reason[] = [
  {
    code: 'FIGURE_ARTICLE',
    message: '“a” or “some”, not a count',
    holds: isArticle,
  },
  {
    code: 'FIGURE_MEASURE',
    message: 'a length, an area, a weight or a time, not a count of things or people',
    holds: ({ figure }) => figure?.type === 'quantity' && MEASURE.test(figure.unit),
  },
  {
    code: 'FIGURE_UNTIED_RESULT',
    message: 'a result, and no words tie it to a program or to equipment',
    holds: isResult,
  },
  {
    code: 'FIGURE_OTHER_PEOPLE',
    message: 'people, and no words say that they were posted',
    holds: ({ figure }) => figure?.type === 'quantity' && PEOPLE.test(figure.unit),
  },
  {
    code: 'FIGURE_BASE',
    message: 'what there was before, a rate for each, a proposal or what was surveyed, not what there is',
    holds: (f) => isThing(f) && isBase(f),
  },
  {
    code: 'FIGURE_IN_USE',
    message: 'sent out, checked or at work: nobody is said to have built or bought it',
    holds: (f) => isThing(f) && isInUse(f),
  },
  {
    code: 'FIGURE_OTHER_PEOPLE',
    message: 'people, and no words say that they were posted',
    holds: ({ scene, tail }) => notStaff.has(scene.chars, tail.start, tail.end),
  },
];

const MEASURE =
  /公里|千米|^米|平方|亩|公顷|吨|公斤|千克|小时|分钟|^秒|^[年月日天周岁时]$|个月|毫米|厘米|赫兹|[GTM]B?$/u;
const PEOPLE = /^(?:名|人|位|余人|多人|人次|户|余户)$/u;

const OTHER = { code: 'FIGURE_UNEXPLAINED', message: 'no words say that this was built, bought, posted or paid for' };
const LABEL = { code: 'FIGURE_LABEL', message: 'an ordinal or part of a name, not a count' };
const HEADING = { code: 'FIGURE_IN_HEADING', message: 'titles and headings name; claims are read from running text' };
const RETOLD = { code: 'FIGURE_RETOLD', message: 'the same figure of the same thing was told before' };

/**
 * Every sum and count of a text that no claim states, with the reason, in order: what the rules refused, and what they
 * had nothing to say of. For people who check a reading; a record's issues hold the refusals alone.
 */
export function untaken(scene: Scene, { drafts, rejections }: ClaimReading): Rejection[] {
  const taken = new Set(drafts.map((d) => d.frame.trigger.start));
  const refused = new Map(rejections.map((r) => [r.start, r]));
  const labels = scene.mentions.quantities.filter((q) => q.label && /\d|[一二三四五六七八九十百千万]/u.test(q.surface));
  return [...scene.figures, ...labels]
    .filter((figure) => !taken.has(figure.start))
    .sort((a, b) => a.start - b.start)
    .map(
      (figure) =>
        refused.get(figure.start) ?? { start: figure.start, end: figure.end, ...reason(scene, figure, drafts) },
    );
}

function reason(
  scene: Scene,
  figure: FigureMention,
  drafts: ClaimReading['drafts'],
): { code: string; message: string } {
  if (figure.type === 'quantity' && figure.label) return LABEL;
  const sentence = scene.sentenceAt(figure.start);
  if (!sentence || !scene.isProse(sentence)) return HEADING;
  const f = frame(scene, sentence, figure, figure);
  const told = drafts.some((d) => d.frame.figure?.value === figure.value && d.frame.trigger.start < figure.start);
  if (told && /[这该]$/u.test(scene.slice(f.head))) return RETOLD;
  const found = REASONS.find((r) => r.holds(f));
  if (found) return { code: found.code, message: found.message };
  return told ? RETOLD : OTHER;
}
