import { cueLexicon } from '../gazetteer/lexicon.ts';
import type { ProgramMention } from '../mention/mention.ts';
import type { Sentence } from '../text/text.ts';
import { complete, type Verdict } from './draft.ts';
import { frame } from './frame.ts';
import type { Scene } from './scene.ts';

const operate = cueLexicon('operate');

/** 工程由县综治办牵头: who runs it stands behind its name. */
const LED = /^(?:，)?由[^，。]{2,16}(?:牵头|负责|主办|组织实施|承办|实施|主导)/u;

/** A body or place runs or launches a named program: a verb of running before its name, or 启动, 上线 after it. */
export function operates(scene: Scene, sentence: Sentence, mention: ProgramMention): Verdict {
  const f = frame(scene, sentence, mention, null);
  // 该村是县里推进平安建设的一个缩影
  if (/^[”]?的(?:一个|生动)?(?:缩影|写照|样本|例子)/u.test(scene.chars.slice(mention.end, mention.end + 8)))
    return undefined;
  const before = operate.find(scene.chars, f.clause.start, mention.start).at(-1);
  const after = operate.first(scene.chars, mention.end, Math.min(f.clause.end, mention.end + 8));
  const led = LED.test(scene.chars.slice(mention.end, f.clause.end));
  const carried =
    /[、和与及]$|^[“]/u.test(scene.chars.slice(f.clause.start, mention.start)) || mention.start === f.clause.start;
  const grasped = /[抓搞建办]“?$/u.test(scene.chars.slice(Math.max(0, mention.start - 2), mention.start));
  if (!before && !after && !grasped && !led && !(carried && operate.has(scene.chars, sentence.start, mention.start)))
    return undefined;
  const about = { programs: [mention.program], span: mention, from: 'clause' as const };
  return complete(f, { kind: 'OPERATES', rule: 'operates/verb', asset: null, assetText: null, about });
}
