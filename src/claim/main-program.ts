import type { ProgramMention, ProgramRef } from '../mention/mention.ts';
import type { Scene } from './scene.ts';

/** The program of its kind that a short article names most, the first of several. */
export function mainProgram(
  scene: Scene,
  mentions: readonly ProgramMention[],
  hosts: readonly ProgramRef['category'][],
): ProgramMention | undefined {
  if (scene.text.sentences.length >= 80) return undefined;
  const tally = new Map<string, { count: number; first: ProgramMention }>();
  for (const m of mentions.filter((x) => hosts.includes(x.program.category) && x.program.category !== 'campaign')) {
    const known = tally.get(m.program.id);
    tally.set(m.program.id, { count: (known?.count ?? 0) + 1, first: known?.first ?? m });
  }
  const ranked = [...tally.values()].sort((a, b) => b.count - a.count || a.first.start - b.first.start);
  return ranked[0]?.first;
}

/** A description that stands in the title and again in the body is what the article is about. */
export function titleProgram(
  scene: Scene,
  weak: readonly ProgramMention[],
  hosts: readonly ProgramRef['category'][],
): ProgramMention | undefined {
  if (scene.text.paragraphs[0]?.role !== 'title') return undefined;
  const fitting = weak.filter((m) => hosts.includes(m.program.category));
  const counts = new Map<string, number>();
  for (const { program } of fitting) counts.set(program.id, (counts.get(program.id) ?? 0) + 1);
  return fitting.find((m) => (counts.get(m.program.id) ?? 0) > 1);
}
