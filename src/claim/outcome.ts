import { cueLexicon } from '../gazetteer/lexicon.ts';
import type { AboutFinding } from './about.ts';
import { complete, type Draft, type Verdict } from './draft.ts';
import type { Frame } from './frame.ts';
import { isGift, isJoint, isOverall } from './joint.ts';
import { continued, onPatrol, tiedProgram } from './result-tie.ts';

const result = cueLexicon('result');
const RESULT_UNIT =
  /^(?:起|件|次|人次|例|宗|桩|条|%|‰|个百分点|人|名|位|个|家|户|处|批|辆|吨|公斤|克|米|所|台|部|支|把|发|枚|头|匹|只|艘|发|根|台次|辆次|车次|人份|条|笔|斤|分钟|株|棵|艘次|艇次|头次|袋|箱|户次|件次)$/u;
const RECOVERED = /收缴[^，。]{0,4}[赌毒赃]|缴获[^，。]{0,4}[赌毒赃]|挽回|挽损|追回|理赔|止付|冻结|追缴|返还|执行到位/u;

/** A rate or result that the words tie to a named program or to equipment. */
export function outcome(f: Frame, earlier: readonly Draft[]): Verdict {
  const { figure } = f;
  const part = figure && partOfResult(f, earlier);
  if (part) return tied(f, part);
  if (!figure || !isResult(f) || isArticle(f) || isGift(f) || isJoint(f) || isOverall(f)) return undefined;
  const about = tiedProgram(f) ?? onPatrol(f) ?? continued(f, earlier);
  return about && tied(f, about);
}

function tied(f: Frame, about: AboutFinding): Verdict {
  const words = resultWords(f);
  return complete(f, {
    kind: 'OUTCOME',
    rule: `outcome/${about.from}`,
    asset: about.programs.length === 0 ? (about.tool ?? null) : null,
    assetText: words,
    counted: words,
    about,
  });
}

/** 抓获在逃人员138名，其中命案逃犯6名: a part of the result before it. */
function partOfResult(f: Frame, earlier: readonly Draft[]): AboutFinding | undefined {
  const last = earlier.at(-1);
  const { figure } = f;
  const same =
    last?.kind === 'OUTCOME' &&
    last.frame.sentence.start === f.sentence.start &&
    figure?.type === 'quantity' &&
    last.frame.figure?.type === 'quantity' &&
    last.frame.figure.unit === figure.unit &&
    last.frame.figure.value >= figure.value;
  return same && /^其中[^，。；]{2,10}$/u.test(f.headWords) ? last.about : undefined;
}

/** 一起 before its noun is an article; after it (案件一起) it counts. */
function isArticle(f: Frame): boolean {
  const one = f.figure?.value === 1 && f.figure.surface.startsWith('一');
  return one && !/^[，。；、！]|^$/u.test(f.scene.chars.slice(f.trigger.end, f.trigger.end + 1));
}

/** Whether words or unit make the figure a rate or result, tied or not. */
export function isResult(f: Frame): boolean {
  const { chars } = f.scene;
  if (f.figure?.type === 'money') return RECOVERED.test(f.leadWords) && !/价值|值$/u.test(f.headWords);
  if (f.figure?.type !== 'quantity' || !RESULT_UNIT.test(f.figure.unit)) return false;
  const said =
    /^[%‰起件例宗次]|^人次|^个百分点/u.test(f.figure.unit) || result.has(chars, f.clause.start, f.clause.end);
  return said && !notResult(f);
}

/** Shares of cost, and 三件事, are no results. */
function notResult(f: Frame): boolean {
  const { chars } = f.scene;
  const before = f.leadWords;
  return (
    /(?:较|比)(?:上年|去年|上一年|年初|同期)(?:增加|增长|多出|多|减少|少)了?$/u.test(before) ||
    (/[由从](?:(?:[去上前]年|\d{4}年|原来|过去|最初)(?:同期)?的?)?$/u.test(before) &&
      /^[升增降提减缩压]/u.test(chars.slice(f.trigger.end, f.trigger.end + 1))) ||
    // 每季度会商一次: how often, not how many
    (f.figure?.type === 'quantity' &&
      f.figure.unit === '次' &&
      /每(?:[天日周月季年]|季度|半年)[^，。；]{0,4}$/u.test(before)) ||
    // 把偷走5辆电动车的男子抓获
    /(?:偷走|盗走|抢走)了?$/u.test(f.headWords) ||
    /力争|争取|确保|不低于|不少于|考核指标|绩效目标/u.test(before) ||
    // 设备在线率｜不低于95%, 流失率控制在6%以内: what is to be, the word a part of the figure
    /^不[低少]于/u.test(f.figure?.surface ?? '') ||
    /控制在$/u.test(f.headWords) ||
    // 出动警力3100人次、车辆820台次: what was sent, not what came of it
    /出动(?:警力|民警|人员|车辆)?[^，。；]{0,16}$/u.test(before) ||
    // 安排经费2600万元，比今年的1980万元｜增长31.3%
    /(?:比|较)[^，。；]{0,16}(?:元|经费|资金)[^，。；]{0,6}(?:增长|增加|下降|减少)了?$/u.test(before) ||
    /^(?:至于|同期|同一时期)/u.test(f.sentenceWords) ||
    /补助|配套|占总投资|花费|成本|造价|价格|预算|估算|便宜|节支|首付/u.test(before) ||
    /^(?:内|后|的(?:任务|目标|要求|指标)|事|大事|实事|好事|小事|下发|召开|督导|之后|以后|以内|开外)/u.test(
      chars.slice(f.trigger.end, f.trigger.end + 4),
    )
  );
}

/** The words between the clause's start and its end that say what the figure is. */
function resultWords(f: Frame): string {
  const before = f.headWords.replace(/^[，、；：]+/u, '');
  const after = f.tailWords.replace(/[，。；：、！？]+$/u, '');
  return (before.length >= 2 ? before : after).slice(-24);
}
