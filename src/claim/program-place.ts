import type { Span } from '../article/article.ts';
import type { PlaceRef } from '../gazetteer/place.ts';
import type { ProgramMention } from '../mention/mention.ts';
import { contains } from '../mention/span.ts';
import type { Frame } from './frame.ts';
import { inSpan, isLocal } from './named-place.ts';
import type { Scene } from './scene.ts';

/** 河田镇建成“平安驿站”3处。…濯田镇投资68万元: a local program that the text tells of another town than the figure's. */
export function isElsewhere(f: Frame, m: ProgramMention): boolean {
  if (!m.program.discovered) return false;
  const home = f.scene.onceFor('town of a program', m.program.id, () =>
    isTitled(f.scene, m) ? undefined : placeOfProgram(f.scene, m),
  );
  if (!home) return false;
  const own = localPlace(f.scene, { start: Math.max(f.sentence.start, f.semicolon + 1), end: f.trigger.start });
  return own !== undefined && !isPartOf(home, own) && !isPartOf(own, home);
}

/** The county or city for which the text first tells of a program: the article's, where the words before it name no town. */
export function homeOfProgram(scene: Scene, m: ProgramMention): PlaceRef | undefined {
  const { subject, home } = scene.mentions.places;
  if (subject === null || home?.code !== subject.code) return undefined;
  return scene.onceFor('county of a program', m.program.id, () => {
    const first = told(scene, m).find((x) => scene.prose().some((s) => contains(s, x)));
    const sentence = first && scene.sentenceAt(first.start);
    const paragraph = sentence && scene.paragraph(sentence);
    if (!paragraph || first.start === m.start) return undefined;
    return localPlace(scene, { start: paragraph.start, end: sentence.end }) === undefined ? subject : undefined;
  });
}

/** Whether a division lies in another one, or is it. */
export const isBelow = (lower: PlaceRef, upper: PlaceRef): boolean =>
  lower.code.startsWith(upper.code.replace(/0+$/u, ''));

/** Where the text names the program, in order. */
function told(scene: Scene, m: ProgramMention): ProgramMention[] {
  const { mentions, weak } = scene.mentions.programs;
  return [...mentions, ...weak].filter((x) => x.program.id === m.program.id).sort((a, b) => a.start - b.start);
}

/** The town or village that the sentence which first names a program gives it. */
function placeOfProgram(scene: Scene, m: ProgramMention): PlaceRef | undefined {
  const [first] = told(scene, m);
  const sentence = first && scene.sentenceAt(first.start);
  return (
    first && sentence && localPlace(scene, { start: segmentStart(scene, sentence, first.start), end: first.start })
  );
}

/** The last town or village that a stretch of words names. */
const localPlace = (scene: Scene, span: Span): PlaceRef | undefined =>
  inSpan(scene, span)
    .map((m) => m.place)
    .findLast(isLocal);

/** Where the part of a sentence between semicolons begins that holds an offset. */
const segmentStart = (scene: Scene, sentence: Span, at: number): number =>
  Math.max(sentence.start, scene.chars.slice(0, at).lastIndexOf('；') + 1);

const isPartOf = (a: PlaceRef, b: PlaceRef): boolean => a.code === b.code || b.parent === a.code;

/** Whether the title names the program too. */
function isTitled(scene: Scene, m: ProgramMention): boolean {
  const [title] = scene.text.paragraphs;
  if (title?.role !== 'title') return false;
  const { mentions, weak } = scene.mentions.programs;
  return [...scene.inside(mentions, title), ...scene.inside(weak, title)].some((x) => x.program.id === m.program.id);
}
