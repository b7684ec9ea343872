import { cueLexicon } from '../gazetteer/lexicon.ts';
import { contains } from '../mention/span.ts';
import { assetWords, firstAsset, headAsset } from './asset.ts';
import { isBase } from './base.ts';
import type { Asset } from './claim.ts';
import { isDenied } from './denied.ts';
import { complete, type Draft, type Verdict } from './draft.ts';
import { elided, points } from './elided.ts';
import { COVERED, EQUIPMENT, isThing, PEOPLE, unitOf } from './equipment.ts';
import { namedFacility } from './facility.ts';
import { type Frame, hasFigure } from './frame.ts';
import { equipped, HOLDER_ADMIN } from './holder.ts';
import { type Counted, countedNoun } from './noun.ts';
import {
  amongThose,
  byMeasure,
  inheritedAsset,
  installedAlike,
  installedBefore,
  lastAlike,
  ledBy,
  namedAtEnd,
  nextInList,
  sameAgain,
  sharedBefore,
  shortened,
} from './reference.ts';

const deploy = cueLexicon('deploy');
const exist = cueLexicon('exist');
const usage = cueLexicon('usage');

/** Equipment, facilities and platforms built, bought, installed or connected, with their number. */
export function deployed(f: Frame, earlier: readonly Draft[]): Verdict {
  if (f.figure?.type !== 'quantity' || isArticle(f)) return undefined;
  const previous = lastAlike(f, earlier);
  const fitted = equipped(f, previous);
  if (fitted) return fitted;
  if (!isThing(f)) return undefined;
  if (isInUse(f) || isBase(f) || isDenied(f)) return undefined;
  const joined = JOINED.test(f.headWords);
  const noun = joined ? undefined : countedNoun(f);
  if (unitOf(f) === '支' && /队(?:伍)?$/u.test(noun?.text ?? '')) return undefined;
  if (HOLDER_ADMIN.test(f.figure.unit) && /在$/u.test(f.headWords)) return undefined;
  if (noun?.asset && (PEOPLE.has(noun.asset) || isGiven(f, noun))) return undefined;
  if (HOLDER_ADMIN.test(f.figure.unit) && (noun?.from !== 'after' || f.scene.chars.startsWith('的', f.trigger.end)))
    return undefined;
  if (noun?.from === 'after' && isBuiltNext(f, noun)) return undefined;
  if (noun && isHolder(f, noun)) return undefined;
  const shared = sharedOut(f, noun, previous);
  if (shared) return made(f, undefined, shared, 'deployed/continued');
  // 4个人 are no things.
  if (/^(?:(?:人|小?组)(?:[，。；、]|$)|(?:民警|干警|辅警|警力|人手))/u.test(f.tailWords)) return undefined;
  if (noun?.asset && EQUIPMENT.has(noun.asset))
    return isSaid(f, noun) ? made(f, noun, noun.asset, 'deployed/equipment') : undefined;
  if (noun && SMART.test(noun.text) && (builtHere(f, noun) || /完成|建成|创建成|建设/u.test(f.clauseWords)))
    return made(f, noun, 'other', 'deployed/compound');
  if (noun && isCar(f, noun)) return made(f, noun, 'patrol_car', 'deployed/car');
  const inherited =
    amongThose(f) ??
    (noun === undefined || noun.asset === null ? (ledBy(f) ?? sharedBefore(f) ?? namedAtEnd(f)) : undefined) ??
    nextInList(f, previous) ??
    shortened(f, noun) ??
    installedAlike(f, previous) ??
    byMeasure(f) ??
    (!joined && isSaid(f) ? inheritedAsset(f, noun) : undefined) ??
    sameAgain(f, noun, previous) ??
    installedBefore(f);
  if (inherited) return made(f, noun, inherited, 'deployed/continued');
  const left = elided(f, earlier) ?? points(f);
  if (left) return made(f, undefined, left, 'deployed/elided');
  if (noun && listed(f, noun, earlier)) return made(f, noun, 'other', 'deployed/list');
  const named = namedFacility(f);
  if (named) return made(f, noun, 'other', 'deployed/named');
  if (
    !noun ||
    !/[\u4e00-\u9fff]{2}/u.test(noun.text) ||
    COVERED.test(noun.text) ||
    /充电/u.test(noun.text) ||
    !builtHere(f, noun)
  )
    return undefined;
  return made(f, noun, 'other', 'deployed/built');
}

/** 14个派出所全部配齐了警务通: who was equipped. */
const isHolder = (f: Frame, noun: Counted): boolean =>
  noun.from === 'after' &&
  (noun.asset === 'police_station' || noun.asset === 'checkpoint') &&
  /^(?:和\d+[^，。；]{2,8})?(?:全部|都|均|已|分别|各)*(?:配齐|配备|配上|装上|安装|装备|更新|配发|添置)/u.test(
    f.scene.chars.slice(noun.span.end, f.clause.end),
  ) &&
  !deploy.has(f.scene.chars, f.clause.start, f.trigger.start);

/** 7条胶园便道装探头84个, 6个乡镇共装探头138个: where it was built is counted too, and is not what was built. */
const isBuiltNext = (f: Frame, noun: Counted): boolean =>
  /[\u4e00-\u9fff]?(?:装|建|设|架|配|购|安)[\u4e00-\u9fff]{2,8}$/u.test(noun.text) &&
  !/^(?:新建|新装|自建|在建|装备|建成|配套)/u.test(noun.text) &&
  f.scene.figures.some((q) => q.start === noun.span.end && q.type === 'quantity' && !q.label);

/** 其中28台下派出所，交警大队8台: which bodies got how many of the things of that measure word. */
function sharedOut(f: Frame, noun: Counted | undefined, previous: Draft | undefined): Asset | undefined {
  const unit = unitOf(f);
  const alike =
    previous?.kind === 'DEPLOYED' &&
    unitOf(previous.frame) === unit &&
    previous.frame.sentence.start === f.sentence.start;
  const body =
    noun?.asset === 'police_station' || /(?:大队|中队|支队|派出所|分局)(?:有|得|分得|分到)?$/u.test(f.headWords);
  return alike && body && /^[辆台部只套支架]$/u.test(unit) ? (previous.asset ?? undefined) : undefined;
}

/** 接入县公安局监控平台的有｜95个: what they are joined to is not what is counted. */
const JOINED = /(?:接入|并入|连到|汇入|接到)[^，。]{0,14}的(?:共|就|已)?有?$/u;

/** 为26个派出所配发…: who got something is not what was built. */
const isGiven = (f: Frame, noun: Counted): boolean =>
  (noun.asset === 'police_station' || noun.asset === 'village_center') &&
  /[为给向]$|(?:^|，)[为给][^，。；]{1,12}$|给[^，。；]{0,8}(?:和|及|、)$|[分配发]给[^，。]{0,14}$/u.test(f.headWords);

/** 给联防队配了摩托车24辆: vehicles that the police or their helpers were given. */
const isCar = (f: Frame, noun: Counted): boolean =>
  /^[辆台]$/u.test(unitOf(f)) &&
  /车$|三轮$/u.test(noun.text) &&
  !COVERED.test(noun.text.replace(/(?:电动|三轮|自行)车$/u, '')) &&
  /配|购|买|添|置办/u.test(f.headWords) &&
  !/丢|偷|盗|捐/u.test(f.headWords) &&
  /警|巡|联防|护\S员|护边|守夜|队/u.test(f.sentenceWords);

/** 智慧小区981个, 10个“雪亮智慧小区”: compounds that are equipped as such. */
const SMART = /(?:智慧|智安|技防|安防|雪亮|智能)[\u4e00-\u9fff]{0,6}(?:小区|社区|村|镇|校园|街道)”?$/u;

/** 一个 and 一套 are articles rather than counts, a vehicle that was bought is counted, and 数万 is no number. */
export const isArticle = (f: Frame): boolean =>
  f.figure !== null &&
  (/^[数几]/u.test(f.figure.surface) ||
    (f.figure.value === 1 && f.figure.surface.startsWith('一') && !isBoughtCar(f) && !isListed(f) && !isFacility(f)));

const isBoughtCar = (f: Frame): boolean =>
  /(?:购置|购买|采购|配备|添置|[买添购换]了)了?$/u.test(f.headWords) &&
  (/^[辆艘架]$/u.test(unitOf(f)) ||
    (unitOf(f) === '台' && /^[\u4e00-\u9fff]{0,6}(?:车|吉普|皮卡|摩托)/u.test(f.tailWords)));

/** 在景区门口设了一座警务室: a facility that was built, whatever stands for its number. */
function isFacility(f: Frame): boolean {
  if (!BUILT_ONE.test(f.headWords) || !/^[座处间所个]$/u.test(unitOf(f))) return false;
  const thing = firstAsset(f.scene.chars, f.tail.start, Math.min(f.tail.end, f.tail.start + FACILITY));
  return thing !== undefined && FACILITIES.has(thing.value);
}

const BUILT_ONE = /(?:新设|新建|增设|设立|设置|修建|建成|建起|盖起|搭起|起|设|建|盖)了?$/u;
/** Characters within which the facility stands behind its number. */
const FACILITY = 10;
const FACILITIES: ReadonlySet<Asset> = new Set(['police_box', 'checkpoint', 'police_station']);

/** 建成监控室一间，: behind its noun, at the end of its clause, 一 counts. */
const isListed = (f: Frame): boolean =>
  /^[，。；、\d]?$/u.test(f.scene.chars.slice(f.trigger.end, f.trigger.end + 1)) &&
  headAsset(f.scene.chars, f.head.start, f.trigger.start)?.end === f.trigger.start;

/** 岗亭68座，电动街门39扇; 警务站325个、520个武装震慑点: the next item of a list of equipment. */
function listed(f: Frame, noun: Counted, earlier: readonly Draft[]): boolean {
  const last = earlier.at(-1);
  const sameSentence = last?.kind === 'DEPLOYED' && last.frame.sentence.start === f.sentence.start;
  if (noun.from === 'after')
    return (
      earlier.at(-1)?.frame.sentence.start === f.sentence.start &&
      earlier.slice(-8).some((d) => d.kind === 'DEPLOYED' && d.frame.clause.start === f.clause.start) &&
      f.scene.chars[f.trigger.start - 1] === '、' &&
      /^[\u4e00-\u9fff]{2,8}(?:点|站|亭|室|岗|卡|台|所)$/u.test(noun.text)
    );
  const own = noun.from === 'before' && noun.span.end === f.trigger.start && !COVERED.test(noun.text);
  return (
    sameSentence &&
    own &&
    !REST.test(noun.text) &&
    /^[\u4e00-\u9fff]{2,8}$/u.test(noun.text) &&
    /^[，、；]?$/u.test(f.scene.chars.slice(f.head.start, noun.span.start))
  );
}

/** Words for the rest of what was counted, which name nothing. */
const REST = /^(?:其中|另外|其余|余下|剩余|剩下|首批|第[一二三]批)的?$/u;

function made(f: Frame, noun: Counted | undefined, asset: Asset, rule: string): Verdict {
  const words = noun === undefined || REST.test(noun.text) ? null : noun.text;
  // 4辆“流动警务室” are cars.
  const isMobile = unitOf(f) === '辆' || (unitOf(f) === '台' && /移动|流动/u.test(words ?? ''));
  const counted = isMobile && asset === 'police_box' ? 'patrol_car' : asset;
  return complete(f, { kind: 'DEPLOYED', rule, asset: counted, assetText: words, counted: words });
}

/** Sent out, stolen, checked or broken: equipment in use or in a story, not equipment built. */
export function isInUse(f: Frame): boolean {
  const { chars } = f.scene;
  const usages = usage.find(chars, f.clause.start, f.trigger.start);
  if (usages.length === 0) return false;
  const things = assetWords.find(chars, f.clause.start, f.trigger.start);
  const used = usages
    .filter((t) => !things.some((thing) => contains(thing, t)))
    // X光检查仪2台: a part of what the thing is called
    .filter((t) => !(t.word === '检查' && /[站仪点亭岗室]/u.test(chars[t.end] ?? '')))
    // 更换故障摄像机93台: what they were replaced for
    .filter((t) => !/(?:更换|换下|替换|换)(?:了)?$/u.test(chars.slice(f.clause.start, t.start)))
    .at(-1);
  if (used === undefined) return false;
  // 查扣｜改装摩托车27辆: the verb that follows describes what was seized.
  const built = deploy
    .find(chars, f.clause.start, f.trigger.start)
    .filter((t) => t.start !== used.end)
    .at(-1);
  return !built || built.start < used.start;
}

/** 监控摄像头已｜超过16万个: what may stand between a thing and how many there are. */
const NUMBERS = /^(?:将|会|已经|已|总数|数量|总量|共|达到|达|有|为|增至|增加到|突破|多了|又多了|添了|又添了|就|也)*$/u;

/** Equipment counts as said where a verb builds it, or states that it is there, in the clause or the list before. */
function isSaid(f: Frame, noun?: Counted): boolean {
  const { chars } = f.scene;
  if (noun?.from === 'before' && NUMBERS.test(chars.slice(noun.span.end, f.trigger.start))) return true;
  if (noun?.from === 'after' && noun.asset && isThere(f) && !AT_WORK.test(chars.slice(noun.span.end, f.clause.end)))
    return true;
  // 中心连同前端102个探头
  if (
    noun?.from === 'after' &&
    noun.asset &&
    /连同[^，。]{0,4}$|(?:连着|连接着|连接)[^，。]{1,20}的$/u.test(f.headWords)
  )
    return true;
  // 列入计划的34个点位已取消
  if (
    noun?.from === 'after' &&
    noun.asset &&
    /^[^，。]{0,4}(?:取消|停建|搁置|叫停)/u.test(chars.slice(noun.span.end, f.clause.end))
  )
    return true;
  if (
    noun?.asset &&
    /各$/u.test(chars.slice(f.head.start, f.trigger.start)) &&
    f.scene.holds(f.scene.mentions.places.mentions, f.head)
  )
    return true;
  const [next] = f.clausesAfter;
  if (noun?.asset && next && !hasFigure(f.scene, next) && /再装|才装|才能装|要装|待装/u.test(f.scene.slice(next)))
    return true;
  // 去年花420万元安的130个探头
  if (noun?.asset && /[安装架立配设]的$/u.test(chars.slice(f.head.start, f.trigger.start))) return true;
  const near = { start: f.clause.start, end: Math.min(f.clause.end, f.tail.end + 12) };
  if (deploy.has(chars, near.start, near.end) || exist.has(chars, near.start, near.end)) return true;
  return f.clausesBefore.some((c) => deploy.has(chars, c.start, c.end) || exist.has(chars, c.start, c.end));
}

/** 借助22300个监控探头, 全辖区100个“电子警察”已…: what is used, or what a clause is about, is there. */
function isThere(f: Frame): boolean {
  const before = f.leadWords;
  return (
    USED.test(before) ||
    ((/^\d/u.test(f.figure?.surface ?? '') || (f.figure?.value ?? 0) >= MANY) && LEADS.test(before))
  );
}

/** From this number on, written in characters, it is no article (一个, 两处). */
const MANY = 10;

/** 2个检查站共查验…: what they did is said, not that they are there. */
const AT_WORK = /^(?:共|已|累计|先后)?(?:查验|盘查|检查|抓获|查获|破获)/u;

const USED = /[一二三四两首前]期的$|(?:借助|依托|利用|依靠|凭借|来自于?|通过)[^，。]{0,8}$/u;
const LEADS =
  /^(?:[“‘]|(?:目前|如今|现在|眼下)，?)?(?:[^，。]{0,10}?(?:市|县|区|镇|乡|村|街道|州|省|旗|辖区|城区|境内)(?:内|的)?共?)?$/u;

/** Something unlisted is deployed only where a building verb governs the number directly. */
function builtHere(f: Frame, noun: Counted): boolean {
  const { chars } = f.scene;
  const verb =
    /(?:新?建成|建立|建起|建有|新建|再建|设立|设置|设有|购置|购买|采购|安装|新装|配备|配置|打造|创建|布设|[共加再新各已]装|各建|增设|增配|成立|开设|建好|发放|配发|添置|改造|买回|购进|购发|投放|改建|更换|更新|设起|换上|架起|竖起|立起|盖起|盖了|(?:^|[，、])购(?!房)|置办)/u;
  const before = chars.slice(Math.max(f.clause.start, f.trigger.start - 16), f.trigger.start);
  const after = chars.slice(f.trigger.end, Math.min(f.clause.end, f.trigger.end + 22));
  return (
    verb.test(before) ||
    (/(?:添|买|换|装|架|立)了$/u.test(before) && noun.from === 'after' && !/路灯|我们|咱|俺/u.test(f.clauseWords)) ||
    /(?:已|均|全部|也已|陆续)(?:通过验收|建成|建好|安装|装好|配齐|投用|投入使用)/u.test(after)
  );
}
