import { headAsset } from './asset.ts';
import type { Asset } from './claim.ts';
import type { Draft } from './draft.ts';
import { PEOPLE, unitOf } from './equipment.ts';
import { type Frame, hasFigure } from './frame.ts';

/** “花瑶鸣锣队”18支, “平安义警”队伍146支: teams by a name in quotes, whatever it is, where the text speaks of safety. */
export const namedTeam = (f: Frame): boolean =>
  /(?:队(?:伍)?[”」]?|[”」][\u4e00-\u9fff]{0,4}队(?:伍)?)$/u.test(f.headWords) &&
  /[“「]/u.test(f.headWords) &&
  !/文艺|演出|宣讲|歌舞|龙舟|足球|篮球|服务队|突击队|工作队/u.test(f.headWords);

/** 护港队由118名渔民组成; 吸收护边员、牧民党员一百三十余人; 义务巡逻队1960支（8939人）: the members of a team. */
export function teamOf(f: Frame): boolean {
  const { chars } = f.scene;
  if (f.figure?.type !== 'quantity' || !/^(?:名|人|位|余人)$/u.test(f.figure.unit)) return false;
  const before = f.leadWords;
  if (before.endsWith('由')) {
    const after = chars.slice(f.trigger.end, f.clause.end);
    if (/队(?:伍)?由$/u.test(before) && after.includes('组成')) return true;
    if (/组成的[^，。；]{0,14}(?:巡逻|巡防|联防)[^，。；]{0,2}队/u.test(after)) return true;
  }
  if (chars[f.trigger.end] === '）' && /(?:巡逻|巡防|联防|护\S)队[^（，。]{0,10}（$/u.test(before)) return true;
  const head = f.headWords;
  return (
    (/(?:吸收|吸纳|招募|参与)/u.test(head) &&
      /(?:巡逻|巡防|联防|护\S)队|义警|巡防模式/u.test(chars.slice(f.sentence.start, f.clause.start))) ||
    /(?:参加|参与)(?:夜间|义务|治安)?(?:巡逻|巡防|巡夜|值守|守夜|联防)的(?:村民|群众|居民|党员|农户|志愿者|干部)(?:共|已|有|达|就有)*$/u.test(
      head,
    )
  );
}

/** Teams of helpers, by what they are called. */
export const TEAM_NAMED = /义警|巡逻|巡防|联防|群防|红袖[标章]|平安志愿|护[村校林矿渔港路]/u;

/** 发展到62支、1350人; 邻里巡逻队，165个人; 队员分别为18人和22人: how many the teams just named are. */
export function membersOf(f: Frame, earlier: readonly Draft[]): Asset | undefined {
  if (f.figure?.type !== 'quantity' || !/^[人名个]$/u.test(f.figure.unit)) return undefined;
  const after = f.scene.chars.slice(f.trigger.end, f.trigger.end + 2);
  if (f.figure.unit === '个' ? !/^人(?:[，。；、轮]|$)/u.test(after) : !/^(?:[，。；、和]|$)/u.test(after))
    return undefined;
  const head = f.headWords;
  const last = earlier.at(-1);
  const beside =
    last?.kind === 'STAFFED' &&
    last.frame.sentence.start === f.sentence.start &&
    (last.frame.clause.start === f.clause.start ||
      (unitOf(last.frame) === '支' && last.frame.clauseIndex === f.clauseIndex - 1)) &&
    /^[、和，]?(?:共|计|有|共有|更夫|成员|人员|(?:参加|参与)(?:群众|人员|村民)?)?$/u.test(head);
  if (beside && last.asset !== 'assistant_police') return last.asset ?? undefined;
  return behindTeam(f, head) || ofOwnTeam(head) || hasGrown(f, head) || isSum(f) ? 'patrol_team' : undefined;
}

/** 邻里巡逻队，165个人: the clause before ends with a team, or tells when it began. */
function behindTeam(f: Frame, head: string): boolean {
  const [previous] = f.clausesBefore;
  const words = previous ? f.scene.slice(previous) : '';
  // 联防队2012年4月由派出所发动成立，如今有63人
  const begun =
    /^(?:如今|现在|目前|眼下|现)?(?:共|已)?有$/u.test(head) &&
    /^[^，。；]{0,12}(?:巡逻|巡防|联防|夜巡|巡夜|护\S)队[^，。；]{0,24}(?:成立|组建)，$/u.test(words);
  return begun || (NAMED_BEFORE.test(words) && (COUNTED.test(head) || TAKEN.test(head)));
}

const NAMED_BEFORE = /(?:(?:巡逻|巡防|联防|夜巡|护\S|守\S|义警)[^，。]{0,3}|特?巡特?警[大中])队”?(?:伍)?，$/u;
const COUNTED = /^(?:共|一共|拢共|总共|人数|编制|编|现在|如今|眼下|目前|现)?(?:共|已)?(?:有|计|是|为|达)?$/u;
const TAKEN =
  /^(?:吸收|吸纳|动员|招募|发动|组织|由)[^，。]{2,16}$|^其中[^，。]{1,4}(?:镇|乡|村|街道|社区)$|^(?:党员|村民|青年|民兵|退伍军人|群众|干部)[^，。]{0,12}$/u;

const ofOwnTeam = (head: string): boolean =>
  /(?:那支|这支)队伍?有$|(?:巡逻|巡防|联防|夜巡|骑巡|铁骑|骑警|守护|看园|护\S)队(?:伍)?(?:(?:眼下|现|现在|目前|如今|共|一共)?有|扩至|扩充至|扩编至)$/u.test(
    head,
  ) || /(?:队员|^，?成员)(?:人数)?(?:分别|各)?(?:为|有|共|计|是|合计|多达|达到?)$/u.test(head);

/** 巡警大队由18人扩充到34人. */
function hasGrown(f: Frame, head: string): boolean {
  const said = f.wordsBefore;
  if (!/[到至为]$/u.test(said)) return false;
  return (
    /(?:巡警|巡特警|特警|防暴)[大中]队[^。；]{0,24}(?:扩充|扩编|增加|扩|增)(?:到|至|为)$/u.test(said) ||
    /(?:巡逻|巡防|联防|夜巡|骑巡|护\S)队[^。；]{0,50}(?:扩充|扩大|扩编|发展|增加|壮大|扩|增|添|加)(?:到|至|为)$/u.test(
      said,
    ) ||
    (/队伍[^。；]{0,6}(?:扩大|壮大|发展|扩充|添|增)(?:到|至)$/u.test(head) &&
      TEAM_NAMED.test(f.scene.slice(f.scene.paragraph(f.sentence) ?? f.sentence)))
  );
}

/** 四支队伍总共52人, 三镇的队伍分别为22人, 加起来71人: all the members of teams that the paragraph speaks of. */
function isSum(f: Frame): boolean {
  const head = f.headWords;
  // 成立治安联防队一支｜共24人
  const whole = f.leadWords;
  if (/(?:巡逻|巡防|联防|护\S)[^，。]{0,2}队(?:伍)?[一两\d]+支[共计]$/u.test(whole)) return true;
  return (
    /(?:^，?加起来|队伍?(?:人数)?(?:总共|一共|共|合计|分别|各)*(?:为|有|是)?|人数(?:分别|各|共)?(?:为|有|是)|总人数|实有(?:人员|队员)?)$/u.test(
      head,
    ) &&
    /加起来|总共|一共|共|合计|分别|人数|实有/u.test(head) &&
    /(?:巡逻|巡防|联防|夜巡|打更|护\S)[大中]?队/u.test(
      f.scene.chars.slice(f.scene.paragraph(f.sentence)?.start ?? f.sentence.start, f.trigger.start),
    )
  );
}

/** 各乡镇招聘治安员，柏榆镇10名，｜更刻镇8名: how many of the people that the clause before the list names. */
export function postedIn(f: Frame): Asset | undefined {
  if (f.figure?.type !== 'quantity' || !HEADS_UNIT.test(f.figure.unit) || !/^[，。；、]?$/u.test(f.tailWords))
    return undefined;
  const place = f.scene.inside(f.scene.mentions.places.mentions, f.head).at(-1);
  if (place === undefined || !/^(?:有|则有|也有)?$/u.test(f.scene.chars.slice(place.end, f.head.end))) return undefined;
  const opening = f.clausesBefore.find((c) => !hasFigure(f.scene, c));
  const named =
    opening &&
    /(?:招聘|聘用|聘请|配备|选聘|选派|招募|招录|招|聘|配)了?(?:专职|兼职)?([\u4e00-\u9fff]{1,6}(?:员|警|警务助理))，$/u.exec(
      f.scene.slice(opening),
    );
  // 像这样的驻村辅警，｜邓家铺镇有23名
  const topic =
    opening && /的([\u4e00-\u9fff]{0,4}(?:辅警|协警|网格员|护林员|联防队员|信息员))，$/u.exec(f.scene.slice(opening));
  // 由村民自愿组成护茶队，｜沙塅村15人
  const team =
    opening &&
    /(?:组成|组建|成立|建起)[^，。]{0,6}(?:护|巡|守|联防|义警)[\u4e00-\u9fff]{0,4}队，$/u.test(f.scene.slice(opening));
  if (team) return 'patrol_team';
  const people = named?.[1] ?? topic?.[1];
  if (!opening || !people) return undefined;
  const word = headAsset(people, 0, people.length);
  return word && PEOPLE.has(word.value) ? word.value : 'other';
}

/** 其中专职的96名, 第二批84名, 还要再招77名: more, or a part, of those who were just counted. */
export function partOfStaff(f: Frame, earlier: readonly Draft[]): Asset | undefined {
  if (f.figure?.type !== 'quantity') return undefined;
  const units = f.figure.unit === '支' ? TEAMS_UNIT : HEADS_UNIT;
  // 11支、｜14支
  const before = earlier.at(-1);
  const next =
    before?.kind === 'STAFFED' &&
    before.frame.trigger.end === f.head.start &&
    /^[、和]$/u.test(f.headWords) &&
    isOfUnit(before, units);
  if (next && /^[，。；、和]?$/u.test(f.tailWords)) return before.asset ?? undefined;
  const bare = /^(?:已经|已)?(?:到岗|上岗)?(?:[，。；、]|$)|^的/u.test(f.tailWords);
  if (!units.test(f.figure.unit) || !bare) return undefined;
  const last = earlier.findLast((d) => d.kind === 'STAFFED' && isOfUnit(d, units));
  if (last?.frame.sentence.paragraph !== f.sentence.paragraph) return undefined;
  const beside = last.frame.sentence.start === f.sentence.start && isShare(f);
  return beside || isRanked(f) || PART.test(f.headWords) ? (last.asset ?? undefined) : undefined;
}

/** Words before the number that say whose share of those just counted it is. */
function isShare(f: Frame): boolean {
  const words = f.headWords;
  return (
    // 文峰镇、古路镇各组建15支; 干柏树村砖厂较多，选聘10名
    ALIKE.test(words) ||
    /(?:大队|中队|支队|派出所|分局|所|站)(?:分到|分得|配了?|占了?|有|直管|直属)?$/u.test(words) ||
    /^其中(?!辅警|协警|民警)[\u4e00-\u9fff]{1,5}$/u.test(words) ||
    f.scene.inside(f.scene.mentions.places.mentions, f.head).at(-1)?.end ===
      f.head.end - (/(?:占了?|有|分得|分到|多些，有|仅有?|只有)$/u.exec(words)?.[0].length ?? 0) ||
    /^其他[^，。]{0,10}$|^[，、；]?(?:前者|后者)(?:有|是)?$/u.test(words)
  );
}

/** 平岗镇最多，｜14名. */
function isRanked(f: Frame): boolean {
  const [previous] = f.clausesBefore;
  return (
    previous !== undefined &&
    /^(?:有|只有|要招|达到?)?$/u.test(f.headWords) &&
    /(?:最多|最少|次之|其次)，$/u.test(f.scene.slice(previous))
  );
}

/** The verb of the clause before again, its noun left out. */
const ALIKE = /(?:^|各)(?:也|将|再|新)?(?:组建|建|成立|选聘|招聘|招录|聘请|聘用|招募|挑选)了?$/u;

const TEAMS_UNIT = /^支$/u;
const HEADS_UNIT = /^[名人]$/u;

const isOfUnit = ({ frame }: Draft, units: RegExp): boolean =>
  frame.figure?.type === 'quantity' && units.test(frame.figure.unit);

const PART =
  /^，?(?:已|现已|目前已?)?(?:上岗|到岗|在岗)$|^，?(?:累计|合计|总计)$|补充$|(?:分到|占|有)?其中的?$|(?:(?:专职|兼职|半专职|全职|在编|聘用)的|第[一二三四]批|首批|加起来|(?:今年|本年|全年)?新[增招聘]|再招[录聘]?(?:队员)?|补招|续招|(?:又|再|新)(?:增加|增|招|聘|添)了?)$/u;
