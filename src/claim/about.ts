import type { Span } from '../article/article.ts';
import type { ProgramMention, ProgramRef } from '../mention/mention.ts';
import type { Asset, Distance } from './claim.ts';
import { clausesBefore, type Frame } from './frame.ts';
import type { Scene } from './scene.ts';

/** The programs that a claim is about, with the words that name the first. */
export interface AboutFinding {
  readonly programs: readonly ProgramRef[];
  readonly span: Span | null;
  readonly from: Distance;
}

const NONE: AboutFinding = { programs: [], span: null, from: 'document' };

/** The program of a frame: of its clause, its sentence, its paragraph, then of heading or article where the asset fits. */
export function aboutOf(f: Frame, asset: Asset | null): AboutFinding {
  return inClause(f) ?? inSentence(f) ?? inParagraph(f, asset) ?? byArticle(f, asset) ?? NONE;
}

/** Named in the clause itself; else a description in it that the claim turns into a program. */
function inClause(f: Frame): AboutFinding | undefined {
  const { mentions, weak } = f.scene.mentions.programs;
  const named = f.scene.inside(mentions, f.clause);
  const best = nearestTo(f, named) ?? nearestTo(f, f.scene.inside(weak, f.clause));
  return best && { programs: [best.program], span: best, from: 'clause' };
}

function nearestTo(f: Frame, found: readonly ProgramMention[]): ProgramMention | undefined {
  const distance = (m: ProgramMention) =>
    m.end <= f.trigger.start ? f.trigger.start - m.end : m.start - f.trigger.end;
  return [...found].sort((a, b) => distance(a) - distance(b))[0];
}

function inSentence(f: Frame): AboutFinding | undefined {
  for (const clause of clausesBefore(f)) {
    const found = f.scene.inside(f.scene.mentions.programs.mentions, clause).at(-1);
    if (found) return { programs: [found.program], span: found, from: 'sentence' };
  }
  return undefined;
}

/** The program that the sentences before speak of; for equipment, one that equipment can belong to. */
export function inParagraph(f: Frame, asset: Asset | null): AboutFinding | undefined {
  for (const sentence of f.scene.before(f.sentence)) {
    const found = f.scene
      .inside(f.scene.mentions.programs.mentions, sentence)
      .filter((m) => fits(m.program, asset))
      .at(-1);
    if (found) return { programs: [found.program], span: found, from: 'paragraph' };
  }
  return undefined;
}

/** Kinds of programs that a piece of equipment belongs to when the text is about one of them. */
const HOSTS: Readonly<Partial<Record<Asset, readonly ProgramRef['category'][]>>> = {
  camera: ['video_surveillance', 'platform'],
  platform: ['video_surveillance', 'platform', 'grid'],
  checkpoint: ['video_surveillance', 'platform'],
  alarm: ['alarm', 'video_surveillance'],
  patrol_car: ['patrol'],
  assistant_police: ['policing_model', 'patrol'],
  patrol_team: ['patrol', 'policing_model'],
  village_center: ['facility', 'grid', 'campaign'],
};

function fits(program: ProgramRef, asset: Asset | null): boolean {
  const hosts = asset ? HOSTS[asset] : undefined;
  return !hosts || hosts.includes(program.category) || program.category === 'campaign' || program.category === 'other';
}

/** The heading's or the article's own program, when it is of the asset's kind. */
function byArticle(f: Frame, asset: Asset | null): AboutFinding | undefined {
  const hosts = asset ? HOSTS[asset] : undefined;
  const { mentions, weak } = f.scene.mentions.programs;
  for (const heading of f.scene.headings(f.sentence)) {
    const found = f.scene.inside(mentions, heading).find((m) => !hosts || hosts.includes(m.program.category));
    if (found) return { programs: [found.program], span: found, from: 'heading' };
  }
  if (!hosts) return undefined;
  const main = mainProgram(f.scene, mentions, hosts) ?? titleProgram(f.scene, weak, hosts);
  return main && { programs: [main.program], span: main, from: 'document' };
}

/** The only program of its kind that the article names, or the one that it names most. */
function mainProgram(
  scene: Scene,
  mentions: readonly ProgramMention[],
  hosts: readonly ProgramRef['category'][],
): ProgramMention | undefined {
  const tally = new Map<string, { count: number; first: ProgramMention }>();
  for (const m of mentions.filter((x) => hosts.includes(x.program.category) && x.program.category !== 'campaign')) {
    const known = tally.get(m.program.id);
    tally.set(m.program.id, { count: (known?.count ?? 0) + 1, first: known?.first ?? m });
  }
  const ranked = [...tally.values()].sort((a, b) => b.count - a.count || a.first.start - b.first.start);
  const [best, second] = ranked;
  return best && (!second || best.count > second.count) && scene.text.sentences.length < 80 ? best.first : undefined;
}

/** A description that stands in the title and again in the body is what the article is about. */
function titleProgram(
  scene: Scene,
  weak: readonly ProgramMention[],
  hosts: readonly ProgramRef['category'][],
): ProgramMention | undefined {
  const fitting = weak.filter((m) => hosts.includes(m.program.category));
  return fitting.find(
    (m) =>
      fitting.filter((o) => o.program.id === m.program.id).length > 1 && scene.text.paragraphs[0]?.role === 'title',
  );
}
