import type { Span } from '../article/article.ts';
import { cueLexicon } from '../gazetteer/lexicon.ts';
import { type AboutFinding, aboutOf, aboutResult, inParagraph } from './about.ts';
import type { Asset } from './claim.ts';
import type { Draft } from './draft.ts';
import type { Frame } from './frame.ts';
import { YEAR_ROUND } from './joint.ts';
import { topicAsset } from './noun.ts';

const tie = cueLexicon('tie');
const POLICE_WORK =
  /破获|侦破|抓获|打掉|刑拘|拘留|逮捕|起诉|查处|化解|调解|调处|取缔|捣毁|摧毁|破案|发案|下降|上升|排查|处结|清理|移送|收缴|拆除|查获|整改|消除|登记|摸排|清查|劝阻|挽回|警情|案件|盘查|核查|救助|端掉|查缴|扑灭|劝离|抓到|逮/u;

/** What ties a result: a word such as 借助 before program or equipment, or the program in its sentence or above. */
export function tiedProgram(f: Frame): AboutFinding | undefined {
  const sentence = sentenceProgram(f) ?? campaignBefore(f) ?? sinceBegun(f);
  if (sentence) return isShared(f, sentence.span) ? undefined : sentence;
  const tool = toolBefore(f) ?? equipmentRate(f) ?? sinceRunning(f) ?? byEquipment(f) ?? byFacility(f);
  if (tool) return tool;
  const posted = postedBefore(f);
  if (posted) return posted;
  const agency = f.scene.inside(f.scene.mentions.agencies.mentions, { start: f.sentence.start, end: f.trigger.end });
  const force = /公安机关|检察机关|审判机关|公安部门/u.test(f.wordsBefore);
  if (agency.length > 0 || force || !POLICE_WORK.test(f.clauseWords)) return undefined;
  if (f.sentenceWords.startsWith('另') || YEAR_ROUND.test(f.sentenceWords)) return undefined;
  const above = inParagraph(f, null);
  return above?.programs[0]?.category === 'campaign' && !isShared(f, above.span) ? above : undefined;
}

/** 巡逻队成立以来, 通过巡防, 巡防大队协助破获: a patrol that works. */
const PATROL =
  /(?:在|于)[^，。]{0,6}巡逻(?:现场|中|时|过程中|期间)|巡航中|(?:巡逻|巡防|联防|夜巡|骑巡)[^，。；]{0,3}队[^，。；]{0,8}(?:成立|组建|上岗|上街)[^，。；]{0,4}(?:以来|后)|(?:通过|借助|依托)[^，。；]{0,4}(?:巡防|巡逻|巡查|巡护)|(?:巡逻|巡防|联防|夜巡)(?:大|中)?队(?:伍)?(?:协助|共|已|累计|先后|当年|全年|现场|今年|去年|每月|半年)/u;

/** 骑巡队救助迷路驴友11人: a team that the text has named, at its work. */
const TEAM_WORKS =
  /(?:(?:骑巡|夜巡|巡夜|巡防|巡逻|联防|守望|护[\u4e00-\u9fff]{1,2}|守[\u4e00-\u9fff]{1,2}|特警|义警|”)(?:大|中|小|分)?队(?:伍|员)?|义警)[^，。；]{0,12}?(?:劝离|移交|处警|拦下|抓获|抓住|救助|劝阻|劝返|劝回|追回|逮住|协破|扭送|巡查|排查|报送|发现|制止|报告|化解|调解|处置|找回|寻回|救起|破获|盘查|查扣|截住|扑灭|叫醒|送回|劝住)/u;
/** 大队抓获143名: the team that the paragraph set up. */
const OWN_TEAM =
  /(?:^|[，；])自?(?:该|这支)?(?:大|中|小)?队(?:伍)?(?:自?[^，。；]{0,6}(?:成立|组建|上街|上路|上岗)[^，。；]{0,8}，)?(?:共|已|累计|先后|现场|当场)*(?:抓获|抓住|抓|截住|扑灭|查扣|救助|劝阻|协破|扭送|化解|调解|处置|盘查|破获|查获|查处|制止|发现|追回|找回|巡查|排查|拦下)/u;

/** The team that a paragraph speaks of: 巡逻特勤大队, 护场队. */
const SET_UP = /(?:巡防|巡逻|联防|骑巡|夜巡|特巡警|巡特警|护[\u4e00-\u9fff])[\u4e00-\u9fff]{0,3}队/u;

/** A word without which no sentence tells of a patrol or of a team at work. */
const NAMES_TEAM = /[巡队]|联防|义警/u;

/** Whether a team works in the sentence, named there or in its paragraph. */
function teamWorks(f: Frame): boolean {
  const words = f.wordsBefore;
  if (TEAM_WORKS.test(words)) return true;
  const paragraph = f.scene.paragraph(f.sentence);
  if (/(?:巡防|巡逻|联防|夜巡)队/u.test(words) && /(?:^|，)自?(?:成立|组建|上岗|上路)以来[^，。；]{0,30}$/u.test(words))
    return true;
  return (
    OWN_TEAM.test(words) &&
    paragraph !== undefined &&
    SET_UP.test(f.scene.chars.slice(paragraph.start, f.sentence.start))
  );
}

/** 在巡逻现场抓获12人: the patrol itself ties, whatever it is called. */
export function onPatrol(f: Frame): AboutFinding | undefined {
  return NAMES_TEAM.test(f.wordsBefore) && (PATROL.test(f.wordsBefore) || teamWorks(f))
    ? aboutResult(f, 'patrol_team')
    : undefined;
}

/** 救助群众46人次，调处纠纷78起: a sentence of results without a subject goes on from the results before it. */
export function continued(f: Frame, earlier: readonly Draft[]): AboutFinding | undefined {
  const last = earlier.at(-1);
  const follows =
    last?.kind === 'OUTCOME' &&
    last.frame.sentence.paragraph === f.sentence.paragraph &&
    (last.frame.sentence.start === f.sentence.start || f.sentence.start - last.frame.sentence.end < 2);
  if (!follows) return undefined;
  const span = { start: f.sentence.start, end: f.trigger.start };
  const { agencies, programs, places } = f.scene.mentions;
  const lists: readonly (readonly Span[])[] = [agencies.mentions, programs.mentions, places.mentions];
  const own = lists.some((list) => f.scene.holds(list, span));
  const tied = last?.about.from === 'clause' || last?.about.from === 'sentence';
  return tied && !own && RESULT_FIRST.test(f.sentenceWords) ? last.about : undefined;
}

/** A sentence that begins with what the police did. */
const RESULT_FIRST =
  /^(?:共|先后|累计|并)?(?:破获|侦破|抓获|打掉|查处|化解|调解|调处|收缴|救助|帮助|服务|挽回|劝阻|排查|盘查|接受|接报|处置|查获|打击)/u;

/** “小案侦防”“云剑”等专项行动: a tally of several campaigns is nobody's (DESIGN.md, "What is a claim, settled"). */
function isShared(f: Frame, span: Span | null): boolean {
  if (!span) return false;
  const before = f.scene.chars.slice(Math.max(f.sentence.start, span.start - 14), span.start);
  return /”(?:行动|工程|活动|专项行动)?(?:、|和|与|及|以及)?$/u.test(before);
}

function sentenceProgram(f: Frame): AboutFinding | undefined {
  const { mentions } = f.scene.mentions.programs;
  const own = f.scene.inside(mentions, { start: f.clause.start, end: f.trigger.start }).at(-1);
  if (own) return { programs: [own.program], span: own, from: 'clause' };
  for (const clause of f.clausesBefore) {
    const found = f.scene.inside(mentions, clause).at(-1);
    if (found) return { programs: [found.program], span: found, from: 'sentence' };
  }
  return undefined;
}

/** 行动共破案64起: the campaign that the text named last. */
function campaignBefore(f: Frame): AboutFinding | undefined {
  if (!/(?:^|，|、|。)(?:行动|攻势|整治|会战|集中整治)(?:期间|中|共|以来|开展|启动|累计)/u.test(f.wordsBefore))
    return undefined;
  const last = f.scene.mentions.programs.mentions
    .filter(
      (m) =>
        m.end <= f.sentence.start &&
        (m.program.category === 'campaign' || /(?:行动|攻势|整治|会战)$/u.test(m.program.name)),
    )
    .at(-1);
  return last && { programs: [last.program], span: last, from: 'document' };
}

/** 联勤开展一年来，…; 推行以来，…: since the program that the paragraph named began, by the end of its name or by none. */
function sinceBegun(f: Frame): AboutFinding | undefined {
  const begun = BEGUN.exec(f.wordsBefore);
  const above = begun ? inParagraph(f, null) : undefined;
  const name = above?.programs[0]?.name.replace(/(?:工程|行动|机制|模式|项目|活动)$/u, '');
  return begun && name?.endsWith(begun[1] ?? '') ? above : undefined;
}

const BEGUN =
  /^(?:自)?([\u4e00-\u9fff]{0,4}?)(?:开展|推行|实行|实施|启动|推开|试行)(?:以来|至今|[一二两三四五六七八九十半几\d]+(?:多)?(?:年|个月|个多月)(?:多)?(?:以?来)?)，/u;

/** 利用视频监控系统，共破获…: the equipment ties, and its program with it. */
function toolBefore(f: Frame): AboutFinding | undefined {
  const { chars } = f.scene;
  for (const span of [{ start: f.clause.start, end: f.trigger.start }, ...f.clausesBefore]) {
    const by = tie.first(chars, span.start, span.end);
    if (by && /^着?(?:[它其此]|该(?:机制|模式|平台|系统|工程|项目|办法))/u.test(chars.slice(by.end, by.end + 5)))
      return inParagraph(f, null) ?? aboutOf(f, null);
    if (by && chars[by.end] === '“') return inParagraph(f, null) ?? aboutResult(f, 'camera');
    if (by && /^[^，。]{0,6}(?:哨长|义警|网格员|守望|信息员)/u.test(chars.slice(by.end, by.end + 10)))
      return aboutResult(f, 'patrol_team');
    const tool = by && topicAsset(f, { start: by.end, end: Math.min(span.end, by.end + 20) });
    if (tool) return aboutResult(f, tool.asset);
    if (
      by &&
      /^着?(?:这套|该|这个|这一|这些|上述)?[^，。]{0,4}?(?:录像|镜头|电子眼|探头|系统|平台|网络|画面|设备|警报|图像)/u.test(
        chars.slice(by.end, by.end + 10),
      )
    )
      return aboutResult(f, 'camera');
  }
  return undefined;
}

/** 260个点位日均抓拍…: the equipment is what did it; 装了门禁的社区里，49个…: where it is. */
const BY_EQUIPMENT =
  /^[^，。；]{0,14}(?:探头|点位|摄像头|监控|卡口|系统|平台|门禁)(?:日均|每天|每日|共|累计|已|先后)*(?:抓拍|采集|预警|捕获|识别|提供)/u;
const EQUIPPED = /(?:装了|安装了|装上|配了|用上)([^，。；]{2,12})的(?:社区|小区|村|路段|地方|单位)/u;

function byEquipment(f: Frame): AboutFinding | undefined {
  if (BY_EQUIPMENT.test(f.clauseWords)) return aboutResult(f, 'camera');
  return EQUIPPED.test(f.wordsBefore) ? aboutOf(f, null) : undefined;
}

/** 这间移动警务室接待牧民1430人次: a facility that works. */
const BY_FACILITY =
  /(?:警务室|警务站|警务工作站|岗亭|检查站|卡点|卡口|警务点|驿站|综治中心|调解室|快警平台|快警站|巡回调解点)(?:里|内)?(?:自?(?:启用|运行|投用|建成|成立)[^，。；]{0,8}，)?(?:共|已|累计|先后|日均|每天|一年|[上下]?半年|全年|运行[^，。；]{2,6}，)*(?:接待|服务|调解|化解|救助|受理|接处警|处警|查获|抓获|盘查|拦截|劝返|调处|检查|查验|接受求助|接受群众求助|排查)|(?:^|，)(?:该)?中心(?:(?:成立|启用|运行)[^，。；]{0,8}，)?(?:共|已)*(?:受理|化解|调解|调处|接待)/u;

function byFacility(f: Frame): AboutFinding | undefined {
  const found = BY_FACILITY.exec(f.wordsBefore);
  return found ? aboutResult(f, facilityOf(found[0])) : undefined;
}

const facilityOf = (words: string): Asset =>
  /综治|调解|中心/u.test(words) ? 'village_center' : /检查站|卡/u.test(words) ? 'checkpoint' : 'police_box';

/** 视频监控系统运行以来, 从画面里抓获: results of the equipment in use. */
const RUNNING =
  /(?:^|，)(?:上线|投用|启用|运行)(?:至今|以来)，|(?:系统|平台|监控|工程|探头|天网|设备|设施|装置|网络|技防|电子眼|卡口|岗亭|警务室|警务站|检查站|试机|试运行|正式运行)[^，。]{0,12}(?:运行|投用|启用|建成|使用|开通|上线|实施|装上|铺开|推开|升级|改造|在内)?(?:以来|后|之后|至今|，总共|半年|[一二两三]年|[\d一二两三四五六七八九十]+个月)|视频巡[查逻防]|网上巡[查逻]|从[^，。]{0,8}画面|从[^，。]{0,6}录像|从监控|从视频|盯(?:着|住)?监控|试运行[^，。]{0,8}(?:里|中|间)|(?:小区|技防|安防)[^，。]{0,8}改造后/u;

function sinceRunning(f: Frame): AboutFinding | undefined {
  return RUNNING.test(f.wordsBefore) ? aboutResult(f, 'camera') : undefined;
}

/** 完成率95%: a rate of the equipment itself belongs to its program. */
function equipmentRate(f: Frame): AboutFinding | undefined {
  if (f.figure?.type !== 'quantity' || f.figure.unit !== '%') return undefined;
  const words = f.scene.chars.slice(f.clause.start, f.trigger.end);
  return /(?:完成|联网|覆盖|在线|完好|建成|接入|安装|开通|入网)率/u.test(words) ? aboutResult(f, 'camera') : undefined;
}

/** 辅警走访2900多户: what people posted by a program did is its result. */
function postedBefore(f: Frame): AboutFinding | undefined {
  const span = { start: f.sentence.start, end: f.trigger.start };
  const who =
    /(?:辅警|警务助理|网格员|机动组|巡组|巡逻组|联户长|巡河员|[哨巡护]员|专班|义警|调解室|工作室|巡逻队|巡防队|队员|治安员|志愿者)[^，。]{0,4}(?=[\u4e00-\u9fff])/u.exec(
      f.scene.slice(span),
    );
  if (!who) return undefined;
  const about = aboutResult(f, /辅警|助理/u.test(who[0]) ? 'assistant_police' : 'patrol_team');
  if (about.programs.length > 0) return about;
  const team = lastClauseWithTeam(f);
  return /^[^，。；]{0,10}(?:巡逻|巡防|联防)[^，。；]{0,2}队(?:伍)?(?:已|共|累计|先后)/u.test(team) ? about : undefined;
}

/** The clause of the sentence, up to the figure's, that names a team. */
function lastClauseWithTeam(f: Frame): string {
  const clauses = [f.clause, ...f.clausesBefore].map((c) => f.scene.slice(c));
  return clauses.find((words) => /(?:巡逻|巡防|联防)[^，。；]{0,2}队/u.test(words)) ?? '';
}
