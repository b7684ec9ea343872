import { cueLexicon } from '../gazetteer/lexicon.ts';
import type { Asset } from './claim.ts';
import { complete, type Verdict } from './draft.ts';
import type { Frame } from './frame.ts';
import { type Counted, countedNoun } from './noun.ts';

const staff = cueLexicon('staff');
const staffNoun = cueLexicon('staffNoun');
const notStaff = cueLexicon('notStaff');
const PERSON_UNIT = /^(?:名|人|位|员|个|余人|多人)$/u;
const TEAM_UNIT = /^(?:支|个|队|组)$/u;
const VILLAGES = /^个(?:村|社区|行政村|乡镇|小区|村居)/u;
const DAILY = /每日|每天|日均|每晚|24小时/u;
const SENT = /出动|抽调|调集|组织(?:警力|民警)/u;

/** People posted, by head, by team, or by the villages that they serve. */
export function staffed(f: Frame): Verdict {
  if (f.figure?.type !== 'quantity') return undefined;
  const { unit } = f.figure;
  const noun = countedNoun(f);
  const words = `${noun?.text ?? ''}`;
  if (SENT.test(clauseText(f)) && !DAILY.test(clauseText(f))) return undefined;
  if (notStaff.has(words) || notStaffBefore(f)) return undefined;
  if (noun?.asset === 'patrol_team' && (TEAM_UNIT.test(unit) || PERSON_UNIT.test(unit)))
    return post(f, noun, 'patrol_team', 'staffed/team');
  if (noun?.asset === 'assistant_police' && (PERSON_UNIT.test(unit) || VILLAGES.test(unit)))
    return post(f, noun, 'assistant_police', 'staffed/assistants');
  if (!PERSON_UNIT.test(unit) || (unit === '个' && noun?.from !== 'after')) return undefined;
  const posted = staff.has(f.scene.chars, f.clause.start, f.clause.end);
  return posted && isStaff(f, noun) ? post(f, noun, teamAfter(f) ?? 'other', 'staffed/people') : undefined;
}

function post(f: Frame, noun: Counted | undefined, asset: Asset, rule: string): Verdict {
  return complete(f, { kind: 'STAFFED', rule, asset, assetText: noun?.text ?? null, counted: noun?.text ?? null });
}

const clauseText = (f: Frame): string => f.scene.slice(f.clause);

/** Suspects, pupils, visitors and voters are counted before the number too: 抓获…28名. */
function notStaffBefore(f: Frame): boolean {
  return notStaff.has(f.scene.chars, f.head.start, f.head.end);
}

function isStaff(f: Frame, noun: Counted | undefined): boolean {
  const { chars } = f.scene;
  const named = (start: number, end: number) => staffNoun.find(chars, start, end).some((t) => t.word.length > 1);
  return (
    (noun !== undefined && named(noun.span.start, noun.span.end)) ||
    named(f.trigger.end, f.tail.end) ||
    named(f.head.start, f.head.end)
  );
}

/** 80人的专职巡逻队: people of a team. */
function teamAfter(f: Frame): Asset | undefined {
  return /^的[^，。；]{0,14}(?:巡逻|巡防|联防)[^，。；]{0,2}队/u.test(f.scene.slice(f.tail))
    ? 'patrol_team'
    : undefined;
}
