import { cueLexicon } from '../gazetteer/lexicon.ts';
import type { ProgramMention } from '../mention/mention.ts';
import { complete, type Verdict } from './draft.ts';
import type { Frame } from './frame.ts';

const operate = cueLexicon('operate');

/** 工程由县综治办牵头: who runs it stands behind its name. */
const LED = /^(?:，)?由[^，。]{2,16}(?:牵头|负责|主办|组织实施|承办|实施|主导)/u;

/** Whether a body or place runs or launches the program that a frame is about: a verb of running before its name, or 启动, 上线 after it. */
export function isRun({ scene: { chars }, sentence, clause, trigger }: Frame): boolean {
  const { start, end } = trigger;
  // 该村是县里推进平安建设的一个缩影
  if (/^[”]?的(?:一个|生动)?(?:缩影|写照|样本|例子)/u.test(chars.slice(end, end + 8))) return false;
  const before = chars.slice(clause.start, start);
  return (
    LED.test(chars.slice(end, clause.end)) ||
    /[抓搞建办]“?$/u.test(chars.slice(Math.max(0, start - 2), start)) ||
    operate.has(chars, end, Math.min(clause.end, end + 8)) ||
    operate.has(chars, clause.start, start) ||
    ((before === '' || /[、和与及]$|^[“]/u.test(before)) && operate.has(chars, sentence.start, start))
  );
}

/** The claim that a program is run, by who acts in its frame. */
export function operates(f: Frame, mention: ProgramMention): Verdict {
  const about = { programs: [mention.program], span: mention, from: 'clause' as const };
  return complete(f, { kind: 'OPERATES', rule: 'operates/verb', asset: null, assetText: null, about });
}
