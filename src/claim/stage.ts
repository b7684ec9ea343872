import type { Span } from '../article/article.ts';
import { cueLexicons, type Term } from '../gazetteer/lexicon.ts';
import type { DateMention } from '../mention/mention.ts';
import type { Distance, Scope, Stage } from './claim.ts';
import { isObtained } from './estimate.ts';
import { type Frame, hasFigure } from './frame.ts';
import { inSpan, isLocal } from './named-place.ts';
import {
  begun,
  budget,
  budgeted,
  failedTender,
  HELD,
  isHeld,
  planDocument,
  type StageFinding,
  tender,
} from './notice.ts';
import { plannedAbove } from './planned-above.ts';
import { stageCues } from './stage-cues.ts';

/** Stages that a weaker `done` word in the same clause does not undo. */
const STRONG: ReadonlySet<string> = new Set(['planned', 'building', 'cancelled', 'tendered', 'awarded']);

/** Words that say of a whole clause where the works stand. */
const FINITE =
  /正在|尚未|仍在|还在|在建|开工|动工|施工|调试|试运行|未完工|均已|都已|已|验收|投入使用|招标|投用|上线|搁置|取消|停建|叫停|终止|停止|停了|未能实施|撤销|作罢|搁浅|撤项|不买|不建|没建成|废标|流标/u;
/** A clause about another phase or the rest says nothing of this figure. */
const OTHER_PART = /[一二三四五六首]期|其余|剩余|余下|其他|后续|农村部分|下一步/u;

/** The stage of the works or the money: by the clause, else by the words that govern it, else done. */
export function stageOf(f: Frame): StageFinding {
  const money = f.figure?.type === 'money';
  const own = nearest(
    f,
    stageCues(f, f.clause).filter(
      (t) =>
        (!money || t.value !== 'building') &&
        !describes(f, t) &&
        !(t.word.startsWith('争取') && money && isObtained(f)),
    ),
  );
  const later = laterCues(f).filter((t) => !money || t.value === 'cancelled' || t.value === 'tendered');
  const failed = failedTender(f);
  if (failed) return failed;
  const due = dueDate(f) ?? budgeted(f);
  if (due) return due;
  const arrived = money ? arrivedAfter(f) : undefined;
  if (arrived) return arrived;
  const begins = own && startsAhead(f, own) ? own : later.find((t) => startsAhead(f, t));
  if (begins) return { ...finding(begins, 'sentence'), stage: 'planned' };
  const tenderAhead = later.find((t) => t.value === 'tendered' && isAhead(f, t));
  if (tenderAhead && money) return { ...finding(tenderAhead, 'sentence'), stage: 'planned' };
  const going = later.find(
    (t) => t.value === 'building' || t.value === 'cancelled' || (money && t.value === 'tendered'),
  );
  if (going && (going.value === 'cancelled' || own?.value !== 'planned')) return finding(going, 'sentence');
  if (own && (own.value !== 'done' || isHeld(f, own))) return finding(own, 'clause');
  const shown = later.find(
    (t) => /均已|都已|已/u.test(t.word) && !/招标|中标|开标|立项|批复/u.test(f.scene.chars.slice(t.start, t.end + 6)),
  );
  if (shown) return finding(shown, 'sentence');
  const perfect = perfective(f);
  if (perfect) return perfect;
  const plan = carriedStage(f) ?? plannedAbove(f);
  // 三期已于本月动工，…安装探头260个，预计国庆前投入使用
  if (plan?.stage === 'building' && !money && isDue(f)) return plan;
  if (plan && (plan.stage !== 'building' || /^(?:主要)?(?:包括|是)/u.test(f.clauseWords))) return plan;
  const notice = tender(f) ?? begun(f) ?? budget(f, own) ?? planDocument(f);
  if (notice) return notice;
  if (own && isFirm(own)) return finding(own, 'clause');
  const proven = later.find((t) => t.value === 'accepted' || isFirm(t));
  if (proven) return finding(proven, 'sentence');
  return plan ?? (own ? finding(own, 'clause') : { stage: 'done', span: null, from: 'document' });
}

/** 再把已经建成的4000个点整合进来: what the things are already, not what is done with them. */
const describes = (f: Frame, t: Term<Stage>): boolean =>
  t.end <= f.trigger.start &&
  /^[^，。]{0,6}的$/u.test(f.scene.chars.slice(t.end, f.trigger.start)) &&
  /[把将]/u.test(f.scene.chars.slice(f.clause.start, t.start));

const isDue = (f: Frame): boolean =>
  f.clausesAfter.some((c) =>
    /^(?:预计|计划|将|力争|确保|有望)[^，。]{0,14}(?:投入使用|投用|完工|竣工|建成|启用)/u.test(f.scene.slice(c)),
  );

/** 年底前建成: a date in the clause that lay ahead when the article appeared. */
function dueDate(f: Frame): StageFinding | undefined {
  const { dates } = f.scene.mentions;
  if (dates.length === 0) return undefined;
  const ahead = (d: DateMention) => (d.sense === 'future' && d.to !== null) || liesAhead(f, d);
  const date = f.scene.inside(dates, f.clause).find(ahead) ?? datesNext(f).find(ahead) ?? openingDates(f).find(ahead);
  return date && !/已|原计划|提前/u.test(f.clauseWords) ? { stage: 'planned', span: date, from: 'clause' } : undefined;
}

/** 采购探头40个，｜年底前装完: the dates of the clause after, which says when it ends. */
function datesNext(f: Frame): readonly DateMention[] {
  const [next] = f.clausesAfter;
  const found = next ? f.scene.inside(f.scene.mentions.dates, next) : [];
  if (!next || found.length === 0) return [];
  const ends =
    !/正在|在建|施工|(?<!将|拟|于|底|年|才)[动开]工/u.test(f.clauseWords) &&
    !(
      f.figure?.type === 'money' &&
      (/在建|正在/u.test(f.wordsBefore) || /^(?:当年|年内|累计|已)?完成/u.test(f.clauseWords))
    ) &&
    !hasFigure(f.scene, next) &&
    f.scene.chars[f.clause.end - 1] !== '；' &&
    !OTHER_PART.test(f.scene.slice(next)) &&
    /^[^，。]{2,14}(?:收工|完工|交付|建成|完成|装完|建完|到位|到货|送到|才能?装|再装|装上|安装|开建|修完|启用|投用|投入使用|动工|开工)/u.test(
      f.scene.slice(next),
    );
  return ends ? found : [];
}

/** 到2016年底，全县要实现总数翻一番，达到4000个: the date that a sentence opens with. */
function openingDates(f: Frame): readonly DateMention[] {
  const first = f.clausesBefore.at(-1);
  return first && /^到[^，]{4,9}，$/u.test(f.scene.slice(first)) ? f.scene.inside(f.scene.mentions.dates, first) : [];
}

/** 要推到11月再装: a month that had not come when the article appeared. */
const liesAhead = (f: Frame, d: DateMention): boolean => {
  const published = f.scene.text.article.publishedOn;
  return (
    published !== null &&
    /^(?:point|period)$/u.test(d.sense) &&
    /^\d{4}-\d{2}/u.test(d.from ?? '') &&
    (d.from ?? '') > published
  );
};

/** 拟于5月招标: a tender that is still to come. */
const isAhead = ({ scene }: Frame, t: Term<Stage>): boolean =>
  /(?:拟|将|计划)(?:于)?[^，。]{0,10}$/u.test(scene.chars.slice(Math.max(0, t.start - 14), t.start));

/** 补助资金75万元，｜已于8月到账: the clause after says that the money came. */
function arrivedAfter(f: Frame): StageFinding | undefined {
  const [next] = f.clausesAfter;
  const match =
    next &&
    /^(?:现|均|都)?已(?:经)?(?:于[^，。]{1,8})?(?:全部)?(?:到账|到位|拨付|下达|拨付到位|支付)/u.exec(
      f.scene.slice(next),
    );
  return match && next
    ? { stage: 'done', span: { start: next.start, end: next.start + match[0].length }, from: 'sentence' }
    : undefined;
}

/** 8月中旬开工 in a text of July: work that has not begun. */
const startsAhead = (f: Frame, t: Term<Stage>): boolean =>
  t.value === 'building' &&
  /^[开动]工$/u.test(t.word) &&
  f.scene
    .inside(f.scene.mentions.dates, { start: Math.max(0, t.start - 8), end: t.start })
    .some((d) => liesAhead(f, d));

/** 装到了, 买了: a verb with 了 before the figure says that it is done. */
const PERFECT =
  /(?:装|建|架|立|配|设|投|买|购|换|添|铺|接|拿|花|掏|筹|凑|改造|升级|完成|招|聘|挑|拨|付)(?:到|好|成|起来|上|起|进|设|下|入|出)?了/u;

function perfective(f: Frame): StageFinding | undefined {
  const match = PERFECT.exec(f.scene.chars.slice(f.clause.start, f.tail.end));
  const start = f.clause.start + (match?.index ?? 0);
  return match ? { stage: 'done', span: { start, end: start + match[0].length }, from: 'clause' } : undefined;
}

/** Cues of the clauses right after the figure's own that have no figure, up to the next semicolon. */
function laterCues(f: Frame): Term<Stage>[] {
  const found: Term<Stage>[] = [];
  if (f.scene.chars[f.clause.end - 1] === '；') return found;
  for (const clause of f.clausesAfter) {
    if (hasFigure(f.scene, clause) || OTHER_PART.test(f.scene.slice(clause)) || isOfAnother(f, clause)) break;
    found.push(...stageCues(f, clause).filter((t) => FINITE.test(t.word)));
    if (f.scene.chars[clause.end - 1] === '；') break;
  }
  return found;
}

/** 明仁苏木安装46处，｜黄花塔拉苏木因流标未开工: a clause that opens with another town or village. */
const isOfAnother = (f: Frame, clause: Span): boolean => {
  const [first] = inSpan(f.scene, clause);
  if (first?.start !== clause.start || !isLocal(first.place)) return false;
  const before = inSpan(f.scene, { start: f.sentence.start, end: f.trigger.start });
  return before.length > 0 && before.every((m) => m.place.code !== first.place.code);
};

/** A list goes on in the stage of the clause that opens it: 要建的…是572个、报警点57个; 其中 goes on from the sentence before. */
function carriedStage(f: Frame): StageFinding | undefined {
  const last = f.scene.before(f.sentence)[0];
  const goesOn = last && f.scene.chars.startsWith('其中', f.sentence.start) && !PERFECT.test(f.scene.slice(last));
  const above = goesOn ? [...last.clauses].reverse() : [];
  if (f.clausesBefore.length === 0 && above.length === 0) return undefined;
  const cut = f.semicolon < 0 ? f.sentence.start - 1 : f.semicolon;
  const isNew = f.semicolon >= 0 && /截至|目前|眼下|至今|到位/u.test(f.scene.chars.slice(cut, f.trigger.start));
  const passed: Span[] = [];
  for (const clause of [...f.clausesBefore, ...above]) {
    // 计划总投资310万元；截至12月底，到位205万元: what has come of the plan is over.
    if (isNew && clause.end <= cut + 1) return undefined;
    // 后者预计明年3月竣工；规范工作站278个
    if (clause.end <= cut + 1 && /^(?:前者|后者|余下|其余|剩余)/u.test(f.scene.slice(clause))) return undefined;
    passed.push(clause);
    const terms = stageCues(f, clause);
    if (terms.length === 0) continue;
    if (terms.at(-1)?.value === 'accepted') return undefined;
    const strong = terms.findLast((t) => STRONG.has(t.value) && (t.value !== 'building' || f.figure?.type !== 'money'));
    if (strong) return isOver(f) || passed.some((c) => plansEnd(f, c)) ? undefined : finding(strong, 'sentence');
    if (terms.some((t) => HELD.test(t.word))) return undefined;
  }
  return undefined;
}

/** Whether the figure's own clause tells of what was done. */
const isOver = (f: Frame): boolean =>
  /^(?:已|当年|本年|年内|累计|分别|先后|[至到]年[末底]|[至到]目前)*完成|(?:分别|先后)完成|^实际|^(?:目前|现|到[^，。]{2,6})?已?(?:装好|装了|建好|建了|到位)|^(?:眼下|目前|现在|至今)?已?(?:完工|建成|装好|完成|竣工)的(?:是|有)|^[^，。]{2,8}(?:上半年|前三季度|目前|已)到位(?:资金)?|^截至[^，。]{2,8}(?:支出|支付|到位|拨付|使用|执行)/u.test(
    f.clauseWords,
  );

const plansEnd = ({ scene }: Frame, clause: Span): boolean =>
  scene.onceFor('ends a plan', clause, () => endsPlan(scene.slice(clause)));

/** 已于9月底完工: what a clause says is over is no plan. */
const endsPlan = (clause: string): boolean =>
  /已经?完成[^，。]{0,14}(?:安装|调试|建设)|(?:动工|开工|启动)、[^，。]{0,8}(?:完工|竣工|建成|投用)|(?:已于|\d{4}年(?:底|末|初|\d{1,2}月)?|^[^，。]{0,4}\d{1,2}月(?:底|份|初)?)[^，。]{0,6}(?:收尾|完工|竣工|完成|投用|建成)/u.test(
    clause,
  ) && !/计划|拟|将|力争|预计|争取|确保/u.test(clause);

const isFirm = (term: Term<Stage>): boolean =>
  /^(?:已|均已|都已|建成|完成|安装了|装好|装下|装上|投入使用|投用|上线|新增|累计|用去|花了|现有|建起|配齐|建好|立好|新建)/u.test(
    term.word,
  );

function finding(term: Term<Stage>, from: Distance): StageFinding {
  return { stage: term.value, span: { start: term.start, end: term.end }, from };
}

/** The cue that governs the figure: the last strong one before it, else the first after, else the last of all before. */
function nearest(f: Frame, terms: readonly Term<Stage>[]): Term<Stage> | undefined {
  if (terms.length === 0) return undefined;
  const before = terms.filter((t) => t.end <= f.trigger.start);
  const after = terms.filter((t) => t.start >= f.trigger.end);
  const off = after.find((t) => t.value === 'cancelled');
  if (off) return off;
  const strong = before.filter((t) => STRONG.has(t.value)).at(-1);
  if (strong && !before.some((t) => t.start > strong.start && /已/u.test(t.word))) return strong;
  const [first] = after;
  const begun =
    first && after.find((t) => (t.value === 'building' || t.value === 'tendered') && t.start - first.end < BEGUN);
  if (first && /^(?:已|均已|都已)/u.test(first.word) && first.value === 'done') return begun ?? first;
  const next = after.find((t) => STRONG.has(t.value) || t.value === 'accepted');
  return next ?? before.filter(isFirm).at(-1) ?? after.find(isFirm) ?? before.at(-1) ?? after[0];
}

/** Characters between 已 and what has only begun (已于上月｜开工). */
const BEGUN = 7;

const scopes = cueLexicons('cumulative', 'newly', 'inUse', 'ofWhich');

/** Whether a figure is new, a running total, a part, or what is in use. */
export function scopeOf(f: Frame): { scope: Scope | null; span: Span | null } {
  const term = scopes.find(f.scene.chars, f.clause.start, f.trigger.start).at(-1);
  if (!term) return { scope: null, span: null };
  const scope = ({ cumulative: 'cumulative', newly: 'new', inUse: 'in_use', ofWhich: 'of_which' } as const)[term.value];
  return { scope, span: { start: term.start, end: term.end } };
}
