import { deployed } from './deployed.ts';
import type { Draft, Verdict } from './draft.ts';
import type { Frame } from './frame.ts';
import { funded } from './funded.ts';
import { outcome } from './outcome.ts';
import { staffed } from './staffed.ts';

/**
 * The kinds that a figure may state, given the drafts before it, tried in this order; the first draft wins. Results go before money and people,
 * for 挽回损失80万元 and 抓获28名 are results; equipment goes before people, for its measure words are narrower.
 */
export const figureKinds: readonly ((f: Frame, earlier: readonly Draft[]) => Verdict)[] = [
  deployed,
  staffed,
  outcome,
  funded,
];
