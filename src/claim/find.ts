import type { Span } from '../article/article.ts';
import { contains } from '../mention/span.ts';
import { type ActorFinding, actorOf } from './actor.ts';
import type { Draft, Rejection, Verdict } from './draft.ts';
import { forEachPlace } from './each-place.ts';
import { buildingFrames, builtThing, deployedWithout } from './facility.ts';
import { type Frame, frame } from './frame.ts';
import { figureKinds } from './kinds.ts';
import { link } from './link.ts';
import { inSpan } from './named-place.ts';
import { isRun, operates } from './operates.ts';
import type { Scene } from './scene.ts';
import { siteOf } from './site.ts';
import type { SiteFinding } from './topic-place.ts';

/** What the claim rules made of a text. */
export interface ClaimReading {
  readonly drafts: readonly Draft[];
  readonly rejections: readonly Rejection[];
}

/** Reads the claims of a text: figures first, then what is built without one, then who runs what. */
export function findClaims(scene: Scene): ClaimReading {
  const drafts: Draft[] = [];
  const rejections: Rejection[] = [];
  for (const f of figureFrames(scene)) judge(f, drafts, rejections);
  const figured = fillMoney(withoutRetold(drafts));
  const plain = [...unfigured(scene, figured), ...running(scene, figured)];
  return { drafts: [...figured, ...plain].sort((a, b) => a.frame.trigger.start - b.frame.trigger.start), rejections };
}

function figureFrames(scene: Scene): Frame[] {
  return scene
    .prose()
    .flatMap((sentence) =>
      scene.inside(scene.figures, sentence).map((figure) => frame(scene, sentence, figure, figure)),
    );
}

/** The first kind that claims the figure wins; a refusal stands only where no kind does. */
function judge(f: Frame, drafts: Draft[], rejections: Rejection[]): void {
  let refused: Rejection | undefined;
  for (const kind of figureKinds) {
    const verdict = kind(f, drafts);
    if (verdict && 'draft' in verdict) {
      drafts.push(...forEachPlace(verdict.draft));
      return;
    }
    if (verdict) refused ??= verdict.rejected;
  }
  if (refused) rejections.push(refused);
}

/**
 * Money whose purpose no words name was for what it is said to have bought, else for what the article counts; a part
 * stands as its total does.
 */
function fillMoney(drafts: readonly Draft[]): readonly Draft[] {
  if (!drafts.some((d) => d.kind === 'FUNDED')) return drafts;
  const links = link(drafts);
  const counted = mostCounted(drafts);
  return drafts.map((d, i) => {
    if (d.kind !== 'FUNDED') return d;
    const bought = drafts[links.paysFor.get(i) ?? -1];
    const total = drafts[links.partOf.get(i) ?? -1];
    const isOpen = d.assetText === null || ONLY_MONEY.test(d.assetText) || holds(d.purpose, bought);
    const said = isOpen && !isFund(d) ? counted : 'other';
    const asset =
      d.asset === null || (d.asset === 'other' && isOpen)
        ? (bought?.asset ?? sharedWith(d, drafts[i + 1]) ?? said ?? d.asset)
        : d.asset;
    const stage = total && d.stage.span === null ? total.stage : d.stage;
    const site = total && isPayerOnly(d) && liesIn(total, d) ? total.site : d.site;
    return { ...d, asset, stage, site };
  });
}

/** 综治中心总投资62万元，其中县委政法委补助20万元: who gave a part says nothing of where it went. */
const isPayerOnly = (d: Draft): boolean =>
  /^，?(?:其中|其余)/u.test(d.frame.headWords) && inSpan(d.frame.scene, d.frame.clause).length === 0;

const liesIn = (lower: Draft, upper: Draft): boolean =>
  lower.site.places[0]?.parent != null && lower.site.places[0].parent === upper.site.places[0]?.code;

/** 镇政府挤出7.2万元，派出所又省出1.8万元，装了…: one more who paid for the same says for what. */
const sharedWith = (d: Draft, next: Draft | undefined): Draft['asset'] =>
  d.assetText === null &&
  next?.kind === 'FUNDED' &&
  next.frame.sentence.start === d.frame.sentence.start &&
  next.frame.clauseIndex === d.frame.clauseIndex + 1 &&
  next.purpose !== null &&
  PAYER.test(next.frame.headWords)
    ? next.asset
    : null;

/** How a clause begins that names one more payer. */
const PAYER = /^(?!其中)[^，。]{0,8}(?:政府|财政|集体|企业|商户|群众|[镇乡村县所局]里?)(?:又|再|也|另)?[^，。]{0,12}$/u;

/** 拟在另外十二个村再装一百九十支: words for what was bought that leave out what it is. */
const holds = (purpose: Span | null, bought: Draft | undefined): boolean =>
  purpose !== null && bought !== undefined && bought.asset !== 'other' && contains(purpose, bought.frame.trigger);

/** 全县平安建设资金合计1174万元，其中县财政726万元: money for all of it, or for people or a campaign, is not for what is counted most. */
const isFund = ({ frame: { scene, sentence, trigger } }: Draft): boolean =>
  FUND.test(scene.chars.slice(sentence.start, Math.min(sentence.end, trigger.end + FUND_WITHIN)));

const FUND =
  /(?:综治|政法|平安建设|治安防控|社会治理|群防群治|维稳|扫黑除恶|禁毒|反诈|行动|网格员?|巡查员|人员|运营)[^，。；]{0,8}(?:经费|资金|薪酬|工资|补助|专项斗争)/u;
/** Characters behind a sum within which such a fund is named. */
const FUND_WITHIN = 12;

/** Words that say of money only that it is money. */
const ONLY_MONEY =
  /^(?![\u4e00-\u9fff]*(?:综治|政法|平安建设|防控|装备|人员|安保|校园))[\u4e00-\u9fff]{0,8}(?:资金|补贴|补助|经费|费用)$/u;
/** The share of the counted things from which they are what an article is about. */
const MOST = 0.6;

/** The asset of most things that an article counts, when it is one. */
function mostCounted(drafts: readonly Draft[]): Draft['asset'] {
  const things = drafts.filter(
    (d, i) => d.kind === 'DEPLOYED' && d.frame.figure !== null && d.frame !== drafts[i - 1]?.frame,
  );
  const tally = new Map<Draft['asset'], number>();
  for (const d of things) tally.set(d.asset, (tally.get(d.asset) ?? 0) + 1);
  const [first] = [...tally].sort((a, b) => b[1] - a[1]);
  return first && first[0] !== 'other' && first[1] >= things.length * MOST ? first[0] : null;
}

/**
 * The same figure of the same thing said again in one article is one claim; 特警20人、武警20人 in one list are two, and so
 * are 100 of 2008 and 100 of 2009.
 */
function withoutRetold(drafts: readonly Draft[]): Draft[] {
  const kept = new Map<number | undefined, Draft[]>();
  return drafts.filter((d) => {
    const { figure, sentence } = d.frame;
    const same = kept.get(figure?.value) ?? [];
    const told = same.findLast((earlier) => isAlike(earlier, d));
    if (figure && told && told.frame.sentence.start !== sentence.start && !isOtherYear(told, d)) return false;
    same.push(d);
    kept.set(figure?.value, same);
    return true;
  });
}

/** Whether two drafts of one value say it of the same thing and place. */
const isAlike = (a: Draft, b: Draft): boolean =>
  a.kind === b.kind &&
  a.frame.figure?.approx === b.frame.figure?.approx &&
  a.asset === b.asset &&
  ((a.asset !== null && a.kind !== 'OUTCOME') || a.assetText === b.assetText) &&
  a.site.places[0]?.code === b.site.places[0]?.code &&
  a.stage.stage === b.stage.stage;

function isOtherYear(a: Draft, b: Draft): boolean {
  const [before, now] = [statedYear(a), statedYear(b)];
  return before !== null && now !== null && before !== now;
}

/** The calendar year that the figure's own sentence names. */
function statedYear({ period }: Draft): string | null {
  return period && period.from !== 'paragraph' ? (/^\d{4}(?=年)/u.exec(period.date.surface)?.[0] ?? null) : null;
}

function unfigured(scene: Scene, figured: readonly Draft[]): Draft[] {
  const said = new Set(figured.filter((d) => d.kind === 'DEPLOYED').map((d) => `${d.asset}|${d.assetText}`));
  return scene.prose().flatMap((sentence) =>
    buildingFrames(scene, sentence).flatMap((f) => {
      const thing = builtThing(f);
      const key = `${thing?.asset}|${thing?.text}`;
      if (!thing || said.has(key)) return [];
      said.add(key);
      return draftOf(deployedWithout(f, thing));
    }),
  );
}

const draftOf = (verdict: Verdict): Draft[] => (verdict && 'draft' in verdict ? [verdict.draft] : []);

/** One OPERATES for each actor and program, unless a figure already ties the two. */
function running(scene: Scene, figured: readonly Draft[]): Draft[] {
  const runners = new Map<string, Set<string>>();
  const tie = (d: Draft) => {
    for (const { id } of d.about.programs)
      runners.set(id, (runners.get(id) ?? new Set()).add(runnerOf(d.actor, () => d.site)));
  };
  for (const d of figured) if (d.kind !== 'OUTCOME') tie(d);
  return scene.prose().flatMap((sentence) =>
    scene.inside(scene.mentions.programs.mentions, sentence).flatMap((mention) => {
      const f = frame(scene, sentence, mention, null);
      if (!isRun(f)) return [];
      // Who runs it is found first: most mentions of a program say again what was said.
      if (runners.get(mention.program.id)?.has(runnerOf(actorOf(f), () => siteOf(f)))) return [];
      const found = draftOf(operates(f, mention));
      found.forEach(tie);
      return found;
    }),
  );
}

/** The first agency or place that acted, else the place where it was. */
const runnerOf = ({ actors }: ActorFinding, site: () => SiteFinding): string =>
  actors.find((a) => a.ref !== null)?.ref ?? site().places[0]?.code ?? '-';
