import type { Span } from '../article/article.ts';
import { cueLexicon } from '../gazetteer/lexicon.ts';
import { aboutPurpose } from './about.ts';
import { firstAsset } from './asset.ts';
import type { Asset } from './claim.ts';
import { complete, type Draft, type Verdict } from './draft.ts';
import { clausesBefore, type Frame, frame, hasFigure } from './frame.ts';
import { type Counted, countedNoun, topicAsset } from './noun.ts';

const deploy = cueLexicon('deploy');
const exist = cueLexicon('exist');
const usage = cueLexicon('usage');
/** Measure words of things; people, cases, shares and spans of time are no equipment. */
const THING_UNIT =
  /^(?:个|台|套|处|座|路|支|只|部|辆|块|组|间|所|条|架|盏|根|面|枚|把|艘|门|对|副|顶|点|具|张|棵)$|^个[\u4e00-\u9fff]{1,4}$|^$/u;
/** Nouns that a network covers or an office handles; they are counted, not installed. */
const COVERED =
  /学校|幼儿园|医院|企业|单位|门店|商铺|商户|场所|网点|农户|用户|家庭|案件|线索|问题|隐患|会议|文件|班次|乡镇$|街道$|^村|社区$|小区$|部门|行业|项目$|课|活动|次数|环节|方面|昼夜|小时|月|年|天|周|路口$|路段|人次|团伙|窝点|纠纷|矛盾|事项|实事|件事|制度|机制|方案|意见|岗位|领域|阶段|重点|批次|品牌|奖|称号|荣誉|楼栋|楼$|平方|出租|网吧|宾馆|酒店|车次|电动车|三轮车|自行车|数万|班子|民族|村民|地区|县市|镇街/u;
const EQUIPMENT: ReadonlySet<Asset> = new Set([
  'other',
  'camera',
  'platform',
  'checkpoint',
  'alarm',
  'police_box',
  'village_center',
  'police_station',
  'software',
  'patrol_car',
]);
const PEOPLE: ReadonlySet<Asset> = new Set(['assistant_police', 'patrol_team']);

/** Equipment, facilities and platforms built, bought, installed or connected, with their number. */
export function deployed(f: Frame, earlier: readonly Draft[]): Verdict {
  if (isArticle(f)) return undefined;
  const previous = lastAlike(f, earlier);
  const fitted = equipped(f, previous);
  if (fitted) return fitted;
  if (f.figure?.type !== 'quantity' || !isThing(f)) return undefined;
  if (inUse(f) || isBase(f)) return undefined;
  const noun = countedNoun(f);
  if (noun?.asset && PEOPLE.has(noun.asset)) return undefined;
  if (HOLDER_ADMIN.test(f.figure.unit) && noun?.from !== 'after') return undefined;
  if (noun?.asset && EQUIPMENT.has(noun.asset))
    return isSaid(f, noun) ? made(f, noun, noun.asset, 'deployed/equipment') : undefined;
  const inherited = inheritedAsset(f, noun) ?? sameAgain(f, noun, previous);
  if (inherited) return made(f, noun, inherited, 'deployed/continued');
  const named = namedFacility(f);
  if (named) return made(f, noun, 'other', 'deployed/named');
  if (!noun || !/[\u4e00-\u9fff]{2}/u.test(noun.text) || COVERED.test(noun.text) || !builtHere(f)) return undefined;
  return made(f, noun, 'other', 'deployed/built');
}

const HOLDER_ADMIN = /^个(?:村|社区|行政村|自然村|乡镇|小区|村居|自然屯|村民小组|镇街|街道|县|镇)/u;
const HOLDER_UNIT = /^(?:户|家|所|个|个(?:村|社区|行政村|自然村|乡镇|小区|村居|自然屯|村民小组))$/u;
const FITTING = /(?:都|已|均|全部|先后|陆续)*(?:装上|安装|配备|配上|装有|建起|建有|设立|接入|接进|连上|纳入)了?/u;

/** 首批500余户商铺装上了联网报警设备: holders of equipment whose own number is not given. */
function equipped(f: Frame, previous: Draft | undefined): Verdict {
  if (f.figure?.type !== 'quantity' || !HOLDER_UNIT.test(f.figure.unit)) return undefined;
  const { chars } = f.scene;
  const rest = chars.slice(f.trigger.end, f.clause.end);
  const verb = FITTING.exec(rest);
  const counted = rest.slice(0, verb?.index ?? 0);
  if (!verb || (f.figure.unit === '个' && counted === '') || !/^[\u4e00-\u9fff（）、\d]{0,14}$/u.test(counted))
    return undefined;
  const object = { start: f.trigger.end + verb.index + verb[0].length, end: f.clause.end };
  if (
    f.scene.inside(f.scene.mentions.quantities, object).some((q) => !q.label) ||
    firstAsset(chars, f.trigger.end, object.start - verb[0].length)
  )
    return undefined;
  const asset =
    firstAsset(chars, object.start, object.end)?.value ??
    hostedAsset(f, object) ??
    (/^[，。；]?$/u.test(f.scene.slice(object)) ? previous?.asset : undefined);
  if (!asset || !EQUIPMENT.has(asset)) return undefined;
  return complete(f, {
    kind: 'DEPLOYED',
    rule: 'deployed/holders',
    asset,
    assetText: f.scene.slice(object).replace(/[，。；]$/u, '') || null,
    counted,
  });
}

/** What a program that places are joined to consists of (接进“天网工程”). */
function hostedAsset(f: Frame, span: Span): Asset | undefined {
  const program = f.scene.inside(f.scene.mentions.programs.mentions, span)[0]?.program;
  return program?.category === 'video_surveillance' ? 'camera' : program?.category === 'alarm' ? 'alarm' : undefined;
}

/** A measure word of things, or a length of cable. */
function isThing(f: Frame): boolean {
  const { chars } = f.scene;
  if (THING_UNIT.test(unitOf(f))) return true;
  return (
    /^(?:米|公里|千米|皮长公里)$/u.test(unitOf(f)) &&
    /光缆|光纤|电缆|线缆|网线/u.test(chars.slice(f.head.start, f.tail.end))
  );
}

/** 由原来的230个增加到410个; 少建120台; 每村5个; 两个合并为一个: not what is there. */
function isBase(f: Frame): boolean {
  const { chars } = f.scene;
  const before = chars.slice(f.clause.start, f.trigger.start);
  const after = chars.slice(f.trigger.end, f.trigger.end + 12);
  const from =
    /(?:由|从)(?:原来|原先|最初|过去|当初|以往|此前)?的?$/u.test(before) &&
    /^[\u4e00-\u9fff]{0,4}?(?:增加|增长|扩|升|增|提高|发展|跃升|提升)/u.test(after);
  const each = /每(?:个?)(?:村|户|镇|乡|社区|小区|站|室|人|家|校|县|处|路|班|组)[\u4e00-\u9fff]{0,4}$/u.test(before);
  return (
    from ||
    each ||
    /(?:少|多)(?:建|装|配|了)$/u.test(before) ||
    /^[\u4e00-\u9fff]{0,8}合并/u.test(after) ||
    /合并为$/u.test(before)
  );
}

/** 一个 and 一套 are articles rather than counts, and 数万 is no number. */
function isArticle(f: Frame): boolean {
  return (
    f.figure !== null &&
    (/^[数几]/u.test(f.figure.surface) || (f.figure.value === 1 && f.figure.surface.startsWith('一')))
  );
}

function made(f: Frame, noun: Counted | undefined, asset: Asset, rule: string): Verdict {
  return complete(f, { kind: 'DEPLOYED', rule, asset, assetText: noun?.text ?? null, counted: noun?.text ?? null });
}

/** Sent out, stolen, checked or broken: equipment in use or in a story, not equipment built. */
function inUse(f: Frame): boolean {
  const { chars } = f.scene;
  const used = usage.find(chars, f.clause.start, f.trigger.start).at(-1);
  const built = deploy.find(chars, f.clause.start, f.trigger.start).at(-1);
  return used !== undefined && (!built || built.start < used.start);
}

/** Equipment counts as said where a verb builds it, or states that it is there, in the clause or the list before. */
function isSaid(f: Frame, noun?: Counted): boolean {
  const { chars } = f.scene;
  if (noun?.from === 'before' && noun.span.end === f.trigger.start) return true;
  const near = { start: f.clause.start, end: Math.min(f.clause.end, f.tail.end + 12) };
  if (deploy.has(chars, near.start, near.end) || exist.has(chars, near.start, near.end)) return true;
  return clausesBefore(f).some((c) => deploy.has(chars, c.start, c.end) || exist.has(chars, c.start, c.end));
}

/** Something unlisted is deployed only where a building verb governs the number directly. */
function builtHere(f: Frame): boolean {
  const { chars } = f.scene;
  const verb =
    /(?:新?建成|建立|建起|建有|新建|再建|设立|设置|设有|购置|购买|采购|安装|新装|配备|配置|打造|创建|布设|[共加再新各已]装|增设|增配|成立|开设|建好|发放|配发|添置|改造)/u;
  const before = chars.slice(Math.max(f.clause.start, f.trigger.start - 16), f.trigger.start);
  const after = chars.slice(f.trigger.end, Math.min(f.clause.end, f.trigger.end + 22));
  return verb.test(before) || /(?:已|均|全部|也已|陆续)(?:建成|建好|安装|装好|配齐|投用|投入使用)/u.test(after);
}

/** Words before a number that pick out some of the things just counted. */
const SUBSET =
  /(?:自建|共建|建|接入|安装|装|投入|城区|农村|乡镇|社会|企业|单位|部门|公安|其中|新增|[一二三四五]期|余下|另外|老|旧|高清|标清|智能)的?$/u;

/** 公安自建的有1427个: no noun of its own, the equipment is that of the figure before or the topic of the clause. */
function inheritedAsset(f: Frame, noun: Counted | undefined): Asset | undefined {
  if (noun && (COVERED.test(noun.text) || (noun.from === 'before' && !SUBSET.test(noun.text)))) return undefined;
  if (noun && noun.from === 'after' && (COVERED.test(noun.text) || /^[\u4e00-\u9fff]{2,}$/u.test(noun.text))) {
    return undefined;
  }
  if (
    !isSaid(f) ||
    !/^(?:个|台|套|处|路|支|只|部|点|辆|座|间|块|所)?$/u.test(f.figure?.type === 'quantity' ? f.figure.unit : '-')
  )
    return undefined;
  const own = topicAsset(f, f.head);
  if (own && own.asset !== 'police_station' && EQUIPMENT.has(own.asset)) return own.asset;
  const cars = f.figure?.type === 'quantity' && f.figure.unit === '辆';
  for (const clause of clausesBefore(f)) {
    const topic =
      hasFigure(f.scene, clause) || deploy.has(f.scene.chars, clause.start, clause.end)
        ? topicAsset(f, clause)
        : undefined;
    if (
      topic &&
      topic.asset !== 'police_station' &&
      EQUIPMENT.has(topic.asset) &&
      (topic.asset === 'patrol_car') === cars
    )
      return topic.asset;
  }
  return undefined;
}

/** The last equipment before, within a few paragraphs, of the figure's measure word where there is one. */
function lastAlike(f: Frame, earlier: readonly Draft[]): Draft | undefined {
  const near = earlier.filter(
    (d) => d.kind === 'DEPLOYED' && f.sentence.paragraph - d.frame.sentence.paragraph < REACH,
  );
  const unit = unitOf(f);
  return near.filter((d) => unitOf(d.frame) === unit).at(-1) ?? near.at(-1);
}

/** Paragraphs over which a bare number may refer back. */
const REACH = 5;
const unitOf = (f: Frame): string => (f.figure?.type === 'quantity' ? f.figure.unit : '');

/** 余下34个, 再装403个: a number without a noun counts on what the figure before it counted. */
function sameAgain(f: Frame, noun: Counted | undefined, previous: Draft | undefined): Asset | undefined {
  const before = previous?.frame.figure;
  if (previous?.kind !== 'DEPLOYED' || before?.type !== 'quantity' || f.figure?.type !== 'quantity') return undefined;
  if (before.unit !== f.figure.unit || (noun && noun.text.length > 2)) return undefined;
  const { chars } = f.scene;
  const words = chars.slice(f.head.start, f.head.end);
  const bare = /(?:再|又|另|还|余下|剩下|其余|新|拟|计划|已|现|共|加起来)[\u4e00-\u9fff]{0,8}$/u.test(words);
  return bare && f.tail.end - f.tail.start <= 8 ? (previous.asset ?? undefined) : undefined;
}

/** 120个“智慧平安小区”: a number right before the quoted name of a kind of facility. */
function namedFacility(f: Frame): boolean {
  const program = f.scene.mentions.programs.mentions.find(
    (m) => m.start >= f.tail.start && m.start <= f.tail.start + 2 && m.end <= f.tail.end + 1,
  );
  return (
    program !== undefined &&
    /(?:小区|社区|村|点|站|室|中心|街道|学校|医院|单位)”?$/u.test(program.surface) &&
    isPlace(program.program.category)
  );
}

const isPlace = (category: string): boolean => category === 'community' || category === 'facility';

const DEFINITE =
  /(?:建成|建立了?|建起了?|搭建了?|成立了?|设立了?|开通了?|建设了?|研发了?|安装了?|购置了?|组建了?)([^，。；：！？“”]{0,24}?)/u;

/** A definite facility or platform said to be built, with no number (建成拘留所, 建立…监控中心). */
export function deployedWithout(f: Frame): Verdict {
  const { chars } = f.scene;
  const noun = topicAsset(f, f.tail);
  const words = chars.slice(f.tail.start, f.tail.end);
  if (!DEFINITE.test(chars.slice(f.trigger.start, f.trigger.end)) || /^(?:健全|完善|工作|步伐|进程|水平)/u.test(words))
    return undefined;
  if (noun && (EQUIPMENT.has(noun.asset) || noun.asset === 'other')) {
    return complete(f, {
      kind: 'DEPLOYED',
      rule: 'deployed/definite',
      asset: noun.asset,
      assetText: chars.slice(f.tail.start, noun.span.end).replace(/^了/u, ''),
      about: aboutPurpose(f, f.tail, noun.asset),
    });
  }
  const facility = /^了?([\u4e00-\u9fff（）]{0,16}(?:所|站|室|中心|基地|大厅|法庭|平台|系统))(?:$|[，。；])/u.exec(
    words,
  );
  return facility?.[1]
    ? complete(f, { kind: 'DEPLOYED', rule: 'deployed/definite', asset: 'other', assetText: facility[1] })
    : undefined;
}

/** The verbs of a sentence that build something definite in a clause without any number. */
export function buildingFrames(f: Frame): Frame[] {
  const { scene, sentence } = f;
  return sentence.clauses
    .filter((c) => scene.inside(scene.mentions.quantities, c).every((q) => q.label))
    .flatMap((c) =>
      deploy
        .find(scene.chars, c.start, c.end)
        .filter((t) => /^(?:建成|建立|建起|搭建|成立|设立|开通|建设|安装|购置|组建)$/u.test(t.word))
        .slice(0, 1),
    )
    .map((t) => frame(scene, sentence, { start: t.start, end: t.end }, null));
}
