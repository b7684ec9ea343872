import type { Span } from '../article/article.ts';
import type { Sentence } from '../text/text.ts';
import type { Frame } from './frame.ts';
import type { StageFinding } from './notice.ts';
import type { Scene } from './scene.ts';

/** What the words above a sentence make of all that it says. */
export const plannedAbove = (f: Frame): StageFinding | undefined =>
  f.scene.onceFor('planned above', f.sentence, () => askedPlan(f) ?? headedPlan(f) ?? announcedPlan(f));

/** 明年怎么干？: what follows a question about the future is planned. */
function askedPlan(f: Frame): StageFinding | undefined {
  if (!f.scene.once('questions', () => f.scene.chars.includes('？'))) return undefined;
  for (const sentence of f.scene.before(f.sentence)) {
    const match = AHEAD.exec(f.scene.slice(sentence));
    if (!match) continue;
    const start = sentence.start + match.index;
    return { stage: 'planned', span: { start, end: start + match[0].length }, from: 'paragraph' };
  }
  return undefined;
}

/** 2024年工作要点: what stands under a heading about what is to come, or behind such a sentence. */
function headedPlan(f: Frame): StageFinding | undefined {
  const { scene } = f;
  const { openings, labels } = scene.once('openings of plans', () => openingsOf(scene));
  const opening = openings.size > 0 ? scene.before(f.sentence).find((s) => openings.has(s)) : undefined;
  const labelled = labels.size > 0 ? [f.sentence, ...scene.before(f.sentence)].find((s) => labels.has(s)) : undefined;
  const [above] = scene.headings(f.sentence);
  const heading = opening ?? labelled?.clauses[0] ?? boxed(f) ?? (above && ofPlans(f, above) ? above : undefined);
  return heading && { stage: 'planned', span: { start: heading.start, end: heading.end }, from: 'heading' };
}

/** The sentences that are a label of plans, and those whose first clause is one (2015年工作打算：一是…；二是…). */
function openingsOf(scene: Scene): {
  readonly openings: ReadonlySet<Sentence>;
  readonly labels: ReadonlySet<Sentence>;
} {
  const { chars, text } = scene;
  const openings = text.sentences.filter((s) => s.end - s.start <= LABEL && isOpening(scene.slice(s)));
  const labels = text.sentences.filter(
    ({ clauses: [c] }) => c && chars[c.end - 1] === '：' && TO_COME.test(scene.slice(c)),
  );
  return { openings: new Set(openings), labels: new Set(labels) };
}

const isOpening = (words: string): boolean =>
  /^(?:[一二三四五六]、)?[^，。]{0,12}。$/u.test(words) && TO_COME.test(words);

/** UTF-16 units that a sentence which is a label may have. */
const LABEL = 27;

/** Whether a heading is of plans for what its sentence tells; 去年 tells of what was. */
function ofPlans(f: Frame, heading: Span): boolean {
  const kind = f.scene.onceFor('kind of heading', heading, () => kindOf(f.scene, heading));
  return kind === 'plans' || (kind === 'tasks' && !/^[^，。]{0,6}去年/u.test(f.sentenceWords));
}

function kindOf(scene: Scene, heading: Span): 'plans' | 'tasks' | undefined {
  const words = scene.slice(heading);
  if (/总结|完成情况|回顾/u.test(words)) return undefined;
  if (TO_COME.test(words) || isNextYear(scene, heading, words)) return 'plans';
  return isTasks(scene, heading, words) ? 'tasks' : undefined;
}

/** 【下月工作】8月份，在康庄村建警务室1处: a label in brackets that the paragraph opens with. */
function boxed(f: Frame): Span | undefined {
  const paragraph = f.scene.paragraph(f.sentence);
  const label =
    paragraph && /^【[^】]{0,4}(?:下月|下一?步|下周|下阶段|明年|来年|打算)[^】]{0,6}】/u.exec(f.scene.slice(paragraph));
  return label ? { start: paragraph.start, end: paragraph.start + label[0].length } : undefined;
}

/** 2018年，我们将重点抓好以下工作……: all that a report says from there on, until it looks back. */
function announcedPlan(f: Frame): StageFinding | undefined {
  const { chars } = f.scene;
  const plans = f.scene.once('announced plans', () => spans(chars, ANNOUNCED));
  const said = f.scene.lastBefore(plans, f.sentence.start);
  if (!said) return undefined;
  const looks = f.scene.once('looks back', () => spans(chars, LOOKS_BACK));
  const back = f.scene.lastBefore(looks, f.sentence.start);
  return back && back.start >= said.end ? undefined : { stage: 'planned', span: said, from: 'paragraph' };
}

const spans = (chars: string, pattern: RegExp): Span[] =>
  [...chars.matchAll(pattern)].map((m) => ({ start: m.index, end: m.index + m[0].length }));

const LOOKS_BACK = /总结|回顾/gu;

const ANNOUNCED =
  /\n[\s\u3000]*(?:(?:19|20)\d{2}年|今年|新的一年|(?:今后|未来|新)一年)[^。\n]{0,14}(?:将|要)[^，。\n]{0,4}(?:(?:抓好|做好|推进|完成|办好)(?:以下|下列|如下|好)[^，。\n]{0,8}(?:工作|任务|实事)|办好[^，。\n]{0,8}(?:实事|事))[：。…]|\n[\s\u3000]*(?:[一二三四五六七八九十]、)?(?:年度)?(?:目标任务|重点任务|建设任务|任务分解)[：]\n/gu;

const TO_COME =
  /(?:工作要点|下月工作|下月安排|下月打算|下阶段工作|工作打算|工作计划|工作安排|下一步|下步|明年怎么|来年|今后|(?:明年|下年|下半年|\d{4}年|下年度)的?(?:打算|计划|安排|思路|预算(?:安排|草案)?|资金安排)|的打算)[^，。？]{0,8}[。？：]?$/u;

/** 二、2019年重点工作 of a report whose first part looks back. */
const isNextYear = (scene: Scene, heading: Span, words: string): boolean =>
  /\d{4}年的?(?:主要任务|重点任务|工作任务|重点工作|主要工作|目标任务|工作目标|工作重点|工作部署)[。：]?$/u.test(
    words,
  ) && /工作回顾|回顾\n|工作报告/u.test(scene.chars.slice(0, heading.start));

/** 今年的主要任务（五）：… of a report on work: a heading of what the year is to bring. */
const isTasks = (scene: Scene, heading: Span, words: string): boolean =>
  /^(?:[一二三四五六]、)?今年的?(?:主要|重点|目标)?(?:任务|工作)/u.test(words) &&
  /工作报告/u.test(scene.chars.slice(0, heading.start));

const AHEAD = /(?:有(?:什么|哪些)(?:新的?)?(?:打算|计划)|明年|下一步|下步|今后|接下来|未来|来年)[^，。？]{0,12}？/u;
