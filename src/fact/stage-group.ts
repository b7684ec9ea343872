/** How far something is said to have come, as far as figures may be compared: what is planned is never set beside what is done. */
export type StageGroup = 'cancelled' | 'planned' | 'building' | 'done';

const GROUPS: readonly (readonly [StageGroup, readonly string[]])[] = [
  ['cancelled', ['cancelled']],
  ['planned', ['planned', 'tendered', 'awarded']],
  ['building', ['building']],
  ['done', ['done', 'accepted']],
];

/** The stages of a group. */
export function stagesOf(group: StageGroup): readonly string[] {
  return GROUPS.find(([name]) => name === group)?.[1] ?? [];
}

/** The group of a stage; a stage that nobody knows is not done. */
export function stageGroup(stage: string): StageGroup {
  return GROUPS.find(([, stages]) => stages.includes(stage))?.[0] ?? 'planned';
}

/** Of two groups the one that has come less far. */
export function lesserGroup(a: StageGroup, b: StageGroup): StageGroup {
  const rank = (group: StageGroup) => GROUPS.findIndex(([name]) => name === group);
  return rank(a) <= rank(b) ? a : b;
}
