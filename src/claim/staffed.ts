import { cueLexicon } from '../gazetteer/lexicon.ts';
import type { Asset } from './claim.ts';
import { complete, type Draft, type Verdict } from './draft.ts';
import { placesOfEach } from './each-place.ts';
import { unitOf } from './equipment.ts';
import type { Frame } from './frame.ts';
import { type Counted, countedNoun } from './noun.ts';
import { HOLDERS, isReceiver, teamsCounted, VILLAGES } from './receiver.ts';
import { membersOf, namedTeam, partOfStaff, postedIn, TEAM_NAMED, teamOf } from './team.ts';
import { force, hiredToWatch, onRound, takesTurns } from './watch.ts';

const staff = cueLexicon('staff');
const staffNoun = cueLexicon('staffNoun');
const notStaff = cueLexicon('notStaff');
const PERSON_UNIT = /^(?:名|人|位|员|个|余人|多人)$/u;
const TEAM_UNIT = /^(?:支|个|队|组)$/u;
const DAILY = /每日|每天|日均|每晚|24小时/u;
const HONOURED = /每人奖励|受[^，。]{0,12}表彰|累倒|受伤|负伤|牺牲|荣立|立[功一二三]|立个人|获评|被评/u;
const SENT = /出动|调集|组织(?:警力|民警)|队员到场|赶到现场|赶来/u;

/** People posted, by head, by team, or by the villages that they serve. */
export function staffed(f: Frame, earlier: readonly Draft[]): Verdict {
  if (f.figure?.type !== 'quantity') return undefined;
  const { unit } = f.figure;
  const clause = f.clauseWords;
  if (SENT.test(clause) && !DAILY.test(clause)) return undefined;
  if (inGroups(f, earlier)) return post(f, 'patrol_team', 'staffed/team');
  if (isReceiver(f) || /^除了?/u.test(clause) || isBefore(f) || isPopulation(f) || (isRate(f) && !isOfEach(f)))
    return undefined;
  const part = partOfStaff(f, earlier);
  if (part) return post(f, part, 'staffed/part');
  const listed = postedIn(f);
  if (listed) return post(f, listed, 'staffed/part');
  const members = membersOf(f, earlier);
  if (members) return post(f, members, 'staffed/members');
  if (onRound(f) || hiredToWatch(f) || takesTurns(f)) return post(f, 'patrol_team', 'staffed/round');
  // All rules below count heads, teams or the villages that get them.
  if (!PERSON_UNIT.test(unit) && !TEAM_UNIT.test(unit) && !VILLAGES.test(unit)) return undefined;
  const noun = countedNoun(f);
  const words = noun?.text ?? '';
  if (teamOf(f)) return post(f, 'patrol_team', 'staffed/members');
  if (f.figure.value === 1 && f.figure.surface.startsWith('一') && !(isFormed(f) && isOfEach(f))) return undefined;
  if (HONOURED.test(f.tailWords)) return undefined;
  if (
    PERSON_UNIT.test(unit) &&
    noun?.asset !== 'assistant_police' &&
    FORMS.test(f.scene.chars.slice(f.trigger.end, f.sentence.end))
  )
    return post(f, 'patrol_team', 'staffed/formed');
  if (isTeam(f, noun)) return post(f, 'patrol_team', 'staffed/team');
  if (sumOfStaff(f, noun)) return post(f, sumAsset(f), 'staffed/sum');
  const counted = unit === '支' && noun?.from === 'before' && noun.asset === 'patrol_team';
  if (!counted && (notStaff.has(words.replace('村民警', '民警').replace('综治干部', '综治员')) || notStaffBefore(f)))
    return undefined;
  if (
    noun?.asset === 'patrol_team' &&
    !(unit === '个' && HOLDERS.test(f.tailWords) && teamsCounted(f)) &&
    (TEAM_UNIT.test(unit) ||
      PERSON_UNIT.test(unit) ||
      (VILLAGES.test(unit) &&
        !/等$/u.test(f.headWords) &&
        !/[（合招配聘]|^(?:组建|建立|成立)/u.test(words) &&
        !teamsCounted(f)))
  )
    return post(f, 'patrol_team', 'staffed/team');
  if (noun?.asset === 'assistant_police' && (PERSON_UNIT.test(unit) || VILLAGES.test(unit)))
    return post(f, 'assistant_police', 'staffed/assistants');
  if (!PERSON_UNIT.test(unit) || (unit === '个' && noun?.from !== 'after')) return undefined;
  const watched = WATCHMEN.test(f.headWords);
  const posted =
    force(f) ||
    watched ||
    teamAfter(f) !== undefined ||
    isGuard(noun) ||
    inList(f, noun, earlier) ||
    staff.has(f.scene.chars, f.clause.start, f.clause.end);
  return posted && (watched || isStaff(f, noun) || teamAfter(f))
    ? post(f, force(f) ?? teamAfter(f) ?? teamBefore(f, noun) ?? topicOf(f) ?? 'other', 'staffed/people')
    : undefined;
}

const isOfEach = (f: Frame): boolean => placesOfEach(f) !== undefined;

/** 岗子村、杨木村各成立一支护耳队: one was formed in each; of 一支15人的队 the people are counted. */
const isFormed = (f: Frame): boolean =>
  /各(?:自)?(?:成立|组建|组织|建立|建起|拉起)起?了?$/u.test(f.headWords) &&
  !/^\d+[人名]/u.test(f.scene.chars.slice(f.trigger.end, f.trigger.end + 6));

/** 专职巡逻队员16名，分成4个小组: the groups of the patrol just counted. */
const inGroups = (f: Frame, earlier: readonly Draft[]): boolean =>
  /(?:分成|编成|编为|分为)$/u.test(f.headWords) &&
  /^小?组/u.test(f.tailWords) &&
  earlier.at(-1)?.asset === 'patrol_team' &&
  earlier.at(-1)?.frame.sentence.start === f.sentence.start;

/** 编成5支小分队; 像这样的村级巡逻队，全市有372支; “花瑶鸣锣队”18支: teams of helpers, counted as teams. */
function isTeam(f: Frame, noun: Counted | undefined): boolean {
  const unit = unitOf(f);
  if (!/^[支个]$/u.test(unit)) return false;
  const tail = f.tailWords;
  const small = /^[\u4e00-\u9fff]{0,2}(?:小|分|小分)队/u.test(tail) && /巡|护|守夜|骑警|义警/u.test(f.sentenceWords);
  if (small || TEAMS.test(f.scene.chars.slice(f.trigger.end, f.clause.end))) return true;
  if (unit !== '支') return false;
  const [previous] = f.clausesBefore;
  const after = /^(?:义警|巡逻|志愿)?队伍?[，、。；]/u.test(tail) && TEAM_NAMED.test(f.sentenceWords);
  const before = previous !== undefined && /(?:巡逻|巡防|联防|巡夜|夜巡|护\S)队”?，$/u.test(f.scene.slice(previous));
  const such = /(?:这样|此类)的(?:队伍|巡逻队)[^，。]{0,4}$/u.test(f.headWords);
  const tallied =
    /^[，]?(?:共|计|合计|总共|一共)(?:有)?$/u.test(f.headWords) &&
    /(?:巡逻|巡防|联防|打更|护\S)队/u.test(f.wordsBefore);
  const grown =
    /(?:发展|增加|扩大|壮大|增|扩|升)(?:到|至)(?:(?:现在|目前|今年|如今)的?)?$/u.test(f.headWords) &&
    /队/u.test(f.sentenceWords);
  return (
    after ||
    before ||
    such ||
    tallied ||
    (grown && TEAM_NAMED.test(f.sentenceWords)) ||
    OWN_TEAM.test(noun?.text ?? '') ||
    namedTeam(f)
  );
}

/** 招来60名下岗职工，组成“夜猫子”巡逻队; 把30名党员编入“护边队”: whom a team is made of. */
const FORMS =
  /^[^，。；]{0,12}，?(?:组成|编成|编入|编进|加入|组建|成立|当|担任|充当|做)了?[^，。；]{0,12}(?:巡|防|护|守|处突|应急|义警)[\u4e00-\u9fff”]{0,4}(?:队|小?组)|^，(?:编成|组成)了?\d+(?:支(?:小分队|分队|队伍)|[个支](?:小)?[组班])/u;

/** 护果队12支, 打更队186支: teams that guard what a place has. */
const OWN_TEAM =
  /(?:(?:护[\u4e00-\u9fff]{1,2}|打更|守夜|巡[山河林海]|联户联防)队(?:伍)?|(?:巡逻|巡防|联防|夜巡|巡访)(?:小|分|小分)队|(?:打更|联防|巡逻|巡夜|守夜|巡山)(?:小?组|班))$/u;

/** 管理人员232人，维护人员241人: the next item of a list of people. */
const inList = (f: Frame, noun: Counted | undefined, earlier: readonly Draft[]): boolean => {
  const last = earlier.at(-1);
  return (
    noun?.from === 'before' &&
    last?.kind === 'STAFFED' &&
    last.frame.sentence.start === f.sentence.start &&
    noun.span.start - f.head.start < 2
  );
};

/** 几百名, 每室配备民警1名, 两人一辆摩托车: no number, or a rate. */
const isRate = (f: Frame): boolean =>
  /^[数几]/u.test(f.figure?.surface ?? '') ||
  (/各(?:明确|配|配备|选|聘|聘请|派|设|有)了?$/u.test(f.headWords) && !COUNTED_EACH.test(f.headWords)) ||
  /每个?[\u4e00-\u9fff]{0,5}?(?:室|村|站|点|岗|班|组|所|社区|车|小区)[^，。；]{0,16}$/u.test(f.leadWords) ||
  /^一(?:辆|组|车|岗|班|队)/u.test(f.tailWords) ||
  (/各[^，。；]{0,6}一[支个]$/u.test(f.leadWords) && /^以上/u.test(f.tailWords)) ||
  (/(?:编成|分成|分为)$/u.test(f.headWords) && /^组/u.test(f.tailWords));

/** 全镇14个村｜各聘1名: so many places, each of which has them now. */
const COUNTED_EACH = /^个?(?:行政|自然)?(?:村|社区|镇|乡|乡镇)(?:都|均|已)?各(?:聘|聘请|配|配备|选)了?$/u;

/** 由最初的5人发展到现在9人: what there was before. */
const isBefore = (f: Frame): boolean =>
  /(?:缺口|尚缺|还差|尚差)$/u.test(f.headWords) ||
  /原有[^，。]{0,4}$/u.test(f.leadWords) ||
  (/(?:去年|上年|前年|起初|最初|开始)(?:只有|仅有|有|才)?$/u.test(f.headWords) &&
    /^，(?:今年|如今|现在|眼下|目前)[^，。]{0,4}(?:扩|增|发展|壮大|有)/u.test(
      f.scene.chars.slice(f.clause.end - 1, f.sentence.end),
    )) ||
  (/(?:由|从)(?:最初|目前|现在|现有|原来|原先|过去|当初|上年末?|上年底?|去年底?|去年初?|年初|[\d]{4}年底?)?的?$/u.test(
    f.leadWords,
  ) &&
    /^[\u4e00-\u9fff]{0,3}?(?:发展|增加|扩大|扩充|扩编|壮大|扩|升|增)(?:到|至)/u.test(
      f.scene.chars.slice(f.trigger.end, f.clause.end),
    ));

/** 735支3.1万余人组成的社区专职巡防队: teams, and the people in them. */
const TEAMS = /^由?[\d.万千余多]+人(?:员)?(?:组成)?的[^，。；]{0,12}(?:巡逻|巡防|联防)[^，。；]{0,2}队/u;

const GUARD =
  /[\u4e00-\u9fff]员|辅警|村警|协警|协勤|警务助理|志愿者|保安|(?<!便)民警|[交巡特刑]警|司法警察|(?<!执)法警|网格长|楼长|户长|街长|段长|巷长|滩长|湾长|点长|专干/u;

/** Names of posts that say by themselves that somebody is posted. */
const isGuard = (noun: Counted | undefined): boolean =>
  noun !== undefined &&
  GUARD.test(noun.text.slice(0, 12)) &&
  !/(?:人员|成员|党员|学员|职员|官员|会员|演员|运动员|公务员|驾驶员|社员|团员|店员|船员|教员|委员)$/u.test(noun.text);

/** 巡山员38名看护香榧林: posts before the number, whatever they look after. */
const WATCHMEN = /[巡护守][\u4e00-\u9fff]{0,2}员$/u;

function post(f: Frame, asset: Asset, rule: string): Verdict {
  const noun = countedNoun(f);
  return complete(f, { kind: 'STAFFED', rule, asset, assetText: noun?.text ?? null, counted: noun?.text ?? null });
}

/** 一个镇六万多人: who lives there. */
const isPopulation = (f: Frame): boolean =>
  (/(?:人口|[一全]个?[省市县区镇乡村]|老少|户)$/u.test(f.leadWords) && /^[，。；]?$/u.test(f.tailWords)) ||
  /管不过来|不够|忙不过来|不足/u.test(f.tailWords);

/** Suspects, pupils, visitors and voters are counted before the number too: 抓获…28名. */
function notStaffBefore(f: Frame): boolean {
  const { chars } = f.scene;
  if (FROM.test(f.headWords)) return false;
  return notStaff
    .find(chars, f.head.start, f.head.end)
    .some(
      (t) =>
        !(t.word === '村民' && chars[t.end] === '警') &&
        !(t.word === '参加' && chars[t.end] === '的') &&
        !(t.word === '流动人口' && /^(?:服务|管理)/u.test(chars.slice(t.end, t.end + 2))) &&
        !(t.word === '干部' && chars.slice(t.start - 2, t.start) === '综治'),
    );
}

/** 从村民里挑出36名联防队员: whom they were chosen from. */
const FROM = /从[^，。]{1,14}(?:里|中|中间)(?:挑|选|招|聘|抽)[^，。]{0,12}$/u;

/** 从辅警中选调24人: who stay what they were. */
const ASSISTANTS = /从[^，。]{0,4}(?:辅警|协警|协勤)[^，。]{0,4}(?:里|中)[^，。]{1,4}$/u;

function isStaff(f: Frame, noun: Counted | undefined): boolean {
  if (isGuard(noun) || ASSISTANTS.test(f.headWords)) return true;
  const { chars } = f.scene;
  const named = (start: number, end: number) =>
    staffNoun
      .find(chars, start, end)
      .some((t) => t.word.length > 1 && !(t.word === '民警' && chars[t.start - 1] === '便'));
  return (
    (noun !== undefined && named(noun.span.start, noun.span.end)) ||
    (f.figure?.type === 'quantity' && f.figure.unit !== '个' && named(f.trigger.end, f.tail.end)) ||
    named(f.head.start, f.head.end)
  );
}

/** 辅警去年招了50名: what a sentence of people opens with. */
const topicOf = (f: Frame): Asset | undefined =>
  ASSISTANTS.test(f.headWords) ||
  /^(?:\d+[，、.．]?)?(?:专职)?(?:辅警|协警|协勤|警务助理|警务辅助人员)/u.test(f.sentenceWords)
    ? 'assistant_police'
    : undefined;

/** 3支巡逻队、41名队员: the members of the team just counted. */
function teamBefore(f: Frame, noun: Counted | undefined): Asset | undefined {
  const team = /(?:巡逻|巡防|联防|骑巡|夜巡|守护|看园|铁骑|护\S)”?(?:防控|特警|特勤)?(?:大|中)?(?:队|小组)/u.test(
    f.wordsBefore,
  );
  return team && /^(?:全体|专职|有|招聘|在岗|现有)*队员|^人手/u.test(noun?.text ?? '') ? 'patrol_team' : undefined;
}

/** 一共41人，民警11人，协勤30人; 给58个配了看护员，共计116人: people counted together, posts named beside them. */
function sumOfStaff(f: Frame, noun: Counted | undefined): boolean {
  const { chars } = f.scene;
  const bare =
    /^[，、：；]?(?:一共|总共|共计|合计|共有|共|总数|总数达到|总人数达|其中(?:专职|兼职|全职)?|专职|兼职|已有|[^，。]{0,8}就占了?)?$/u.test(
      f.headWords,
    ) && /^(?:已?上岗|到岗|在岗)?[，。；]?$/u.test(f.tailWords);
  if (!bare || noun?.from === 'after' || f.figure?.type !== 'quantity' || !/^[人名]$/u.test(f.figure.unit))
    return false;
  const others = { start: f.sentence.start, end: f.sentence.end };
  return GUARD.test(f.scene.slice(others)) && !notStaff.has(chars, others.start, f.trigger.start);
}

/** A team in the sentences before is what the people make up. */
function sumAsset(f: Frame): Asset {
  const own = f.sentenceWords;
  const said = GUARD.test(own)
    ? own
    : `${own}${f.scene
        .before(f.sentence)
        .map((s) => f.scene.slice(s))
        .join('')}`;
  return /(?:巡逻|巡防|联防)(?:(?:防控)?(?:大|中)?队|人员|员)/u.test(said) ? 'patrol_team' : 'other';
}

/** 80人的专职巡逻队: people of a team. */
function teamAfter(f: Frame): Asset | undefined {
  // 组建了30人、24人和20人的巡防队: all of the list
  if (/^的“[^”]{2,10}队”/u.test(f.tailWords)) return 'patrol_team';
  return /^(?:[、和及]\d+[人名])*(?:组成)?的[^，。；]{0,14}(?:(?:巡逻|巡防|联防)[^，。；]{0,2}|护[\u4e00-\u9fff]{1,2})队/u.test(
    f.scene.chars.slice(f.trigger.end, f.clause.end),
  )
    ? 'patrol_team'
    : undefined;
}
