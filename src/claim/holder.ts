import type { Span } from '../article/article.ts';
import { assetWords, firstAsset, headAsset } from './asset.ts';
import type { Asset } from './claim.ts';
import { complete, type Draft, type Verdict } from './draft.ts';
import { EQUIPMENT, unitOf } from './equipment.ts';
import type { Frame } from './frame.ts';

/** Units of administration: what they count holds equipment and is none. */
export const HOLDER_ADMIN = /^个(?:村|社区|行政村|自然村|乡镇|小区|村居|自然屯|村民小组|镇街|街道|县|镇)/u;
const HOLDER_UNIT =
  /^(?:户|家|所|栋|幢|处|个|个(?:村|社区|行政村|自然村|乡镇|镇|镇街|街道|小区|村居|自然屯|村民小组))$/u;
const FITTING =
  /(?:都|已|均|全部|先后|陆续)*(?:装上|安上|装好|装了|安装|装配|配备|配上|装有|建起|建有|建立|建成|设有|设立|接入|接进|连上|联上|纳入|入网|开通|用上)了?/u;

/** 10个大型社区和23家网吧已完成监控安装. */
const COMPLETED = /^[\u4e00-\u9fff、\d]{1,14}?(?:已|均|全部)*完成(?:了)?([\u4e00-\u9fff]{2,8})(?:的)?安装/u;

/** 86家网点的报警设施与110联网. */
const JOINED =
  /^[\u4e00-\u9fff、]{2,20}?的([\u4e00-\u9fff]{2,8}?)(?:已|均|全部)*(?:(?:与|和|同)[^，。]{2,20}联网|(?:接进|接入|并入|连进)[^，。]{2,14})/u;

/** 3400余个居民小区已升级为智能安防社区. */
const UPGRADED =
  /^(?:居民|住宅|老旧)*(?:小区|社区|村)(?:已|均|全部)*(?:升级为|建成为?|改造为|改造成|创建为)((?:智能|智慧|智安|平安|安防|技防|雪亮)[\u4e00-\u9fff]{0,6}(?:小区|社区|村))/u;

/** 16处要道，｜架起抓拍设备: the clause behind the holders says what they got. */
const NEXT = /^(?:都|均|已|全部)*(?:架起|装上|装起|安装了?|建起|配上|设起)(?:\d+万?像素的?)?[^\d]*$/u;

/** 首批500余户商铺装上了联网报警设备: holders of equipment whose own number is not given. */
export function equipped(f: Frame, previous: Draft | undefined): Verdict {
  if (f.figure?.type !== 'quantity' || !HOLDER_UNIT.test(f.figure.unit)) return undefined;
  const before = fittedBefore(f, previous);
  if (before) return before;
  const { chars } = f.scene;
  const rest = chars.slice(f.trigger.end, f.clause.end);
  if (/^[^，。]{0,8}?(?:里|中)?已?有\d/u.test(rest)) return undefined;
  // 仍有23个村民组没有监控
  if (/^[^，。]{0,6}(?:没有|没装|未装|尚未|无)/u.test(rest)) return undefined;
  // 6个镇的100个村装上探头
  if (/^[^，。]{0,8}的\d/u.test(rest)) return undefined;
  // 3个村给210户养羊户装了报警器: who got it comes later.
  if (HOLDER_ADMIN.test(f.figure.unit) && /^[^，。]{0,8}(?:给|为)[^，。\d]{0,4}\d/u.test(rest)) return undefined;
  // 以十户为一组安装警铃: how they are grouped
  if (/除了?[^，。]{0,12}$|[以每按]$/u.test(f.leadWords)) return undefined;
  return (
    fittedNext(f, f.figure.unit, rest) ??
    fittedOut(f, f.figure.unit, rest) ??
    fittedWith(f, f.figure.unit, rest, previous)
  );
}

const held = (f: Frame, asset: Asset, assetText: string | null, counted: string | null, rule = 'holders'): Verdict =>
  complete(f, { kind: 'DEPLOYED', rule: `deployed/${rule}`, asset, assetText, counted });

/** What the clause behind the holders says that they got. */
function fittedNext(f: Frame, unit: string, rest: string): Verdict {
  const [next] = f.clausesAfter;
  const named = unit === '户' ? /^[^，\d]{1,16}，$/u : /^[\u4e00-\u9fff（）]{1,10}，$/u;
  if (!next || !/^(?:处|个|条|户)/u.test(unit) || !named.test(rest)) return undefined;
  const thing = NEXT.test(f.scene.slice(next)) ? firstAsset(f.scene.chars, next.start, next.end) : undefined;
  return thing && EQUIPMENT.has(thing.value) ? held(f, thing.value, thing.word, rest.replace('，', '')) : undefined;
}

/** Holders whose equipment was completed or joined, or that became places of another kind. */
function fittedOut(f: Frame, unit: string, rest: string): Verdict {
  const words = COMPLETED.exec(rest)?.[1] ?? JOINED.exec(rest)?.[1];
  const asset = words === undefined ? undefined : firstAsset(words, 0, words.length)?.value;
  if (words !== undefined && asset) return held(f, asset, words, words);
  const kind = unit === '个' ? UPGRADED.exec(rest)?.[1] : undefined;
  return kind === undefined ? undefined : held(f, 'other', kind, kind, 'upgraded');
}

/** The verb behind the holders, and what it governs. */
function fittedWith(f: Frame, unit: string, rest: string, previous: Draft | undefined): Verdict {
  const { chars } = f.scene;
  const verb = FITTING.exec(rest);
  if (!verb) return undefined;
  // 三个镇的主干道装上了探头: towns hold what is built in each of them, and nothing else.
  if (/[镇乡]$|街道$|镇街$/u.test(unit) && !/^(?:全部|都|均|已|全都)*(?:建立|建起|建成|设立|建有|设有)/u.test(rest))
    return undefined;
  const counted = rest.slice(0, verb.index);
  const share = /(?:村|村庄|社区|小区|单位|学校|企业|网吧|商户)[^，。\d]{0,6}(?:已|中)?有$/u.test(f.leadWords);
  // 12家企业自愿出资96万元安装…
  if (/\d万?余?元/u.test(counted)) return undefined;
  if ((unit === '个' && counted === '' && !share) || !/^[\u4e00-\u9fff（）、\d]{0,14}$/u.test(counted))
    return undefined;
  // 自建监控点25个并接入平台: the things themselves, not who got them.
  if (headAsset(chars, f.head.start, f.trigger.start)?.end === f.trigger.start) return undefined;
  const object = { start: f.trigger.end + verb.index + verb[0].length, end: f.clause.end };
  if (
    f.scene.inside(f.scene.mentions.quantities, object).some((q) => !q.label && !chars.startsWith('像素', q.end)) ||
    firstAsset(chars, f.trigger.end, object.start - verb[0].length)
  )
    return undefined;
  const asset =
    firstAsset(chars, object.start, object.end)?.value ??
    hostedAsset(f, object) ??
    (/^[，。；]?$/u.test(f.scene.slice(object)) ? (joinedTo(f, verb[0]) ?? previous?.asset) : undefined);
  if (!asset || !EQUIPMENT.has(asset)) return undefined;
  // 12个移民点全部接入县综治中心: what they are joined to is not what they got.
  if (/接入|接进|连上|纳入/u.test(verb[0]) && /^(?:village_center|platform|police_station)$/u.test(asset))
    return undefined;
  return held(f, asset, f.scene.slice(object).replace(/[，。；]$/u, '') || null, counted);
}

/** 户户装报警器。…到月末，全镇已有3260户｜入网: what the sentences before say that households are joined by. */
function joinedTo(f: Frame, verb: string): Asset | undefined {
  if (!/入网|开通|装上|安上/u.test(verb) || f.figure?.type !== 'quantity' || f.figure.unit !== '户') return undefined;
  return [{ start: f.sentence.start, end: f.trigger.start }, ...f.scene.before(f.sentence)]
    .flatMap((s) => assetWords.find(f.scene.chars, s.start, s.end).reverse())
    .find((t) => t.value === 'alarm' || t.value === 'camera')?.value;
}

/** 电控门装了13522个门栋: doors are counted by the stairways behind them. */
const DOORS = /^(?:门栋|楼栋|单元|楼道)/u;

/** 全镇装了1240户, 入网农户3170户: the verb before the holders, the equipment in the sentence before them. */
function fittedBefore(f: Frame, previous: Draft | undefined): Verdict {
  const { chars } = f.scene;
  if (
    !/^(?:户|栋|幢|家|个)$/u.test(f.figure?.type === 'quantity' ? f.figure.unit : '') ||
    (f.figure?.type === 'quantity' && f.figure.unit === '个' && !DOORS.test(chars.slice(f.trigger.end))) ||
    !/^(?:门栋|楼栋|单元|楼道)?[，。；、]|^$/u.test(chars.slice(f.trigger.end, f.trigger.end + 4))
  )
    return undefined;
  const before = f.leadWords;
  const share = shareOf(f, previous);
  if (share) return held(f, share, null, null);
  const named = /(?:安装|装上|装了|开通|接入|连接|联网|入户)了?(“[^“”]{2,8}”|[\dA-Za-z\u4e00-\u9fff]{2,14})$/u.exec(
    before,
  )?.[1];
  const joined = named !== undefined && firstAsset(named, 0, named.length) !== undefined;
  const verb =
    joined ||
    /(?:装了|装好|装上|装到|安装|装|(?:入网|接入|安装|装铃|装机|联网)(?:农户|用户|商户|商铺|居民|群众|村民|家庭|户数|总数|总户数)?(?:已|就)?|再添|添|入户(?:总数)?|装机户数)(?:达到|达|有|了|将?突破|超过|增至|增加到)?$/u.test(
      before,
    );
  const spread =
    f.figure?.type === 'quantity' && f.figure.unit === '户' && /发展(?:用户|农户)?(?:达|到|至)?$/u.test(before);
  if (!verb && !spread) return undefined;
  const thing = assetWords
    .find(chars, f.sentence.start, f.trigger.start)
    .findLast((t) => EQUIPMENT.has(t.value) && t.value !== 'police_station');
  const asset = thing && thing.value !== 'other' ? thing.value : (alarmNear(f) ?? thing?.value ?? previous?.asset);
  return asset && EQUIPMENT.has(asset) ? held(f, asset, null, null) : undefined;
}

/** 全县已有1.7万户入网，其中梅城镇3860户: a place's share of the households just counted. */
function shareOf(f: Frame, previous: Draft | undefined): Asset | undefined {
  const near =
    previous?.kind === 'DEPLOYED' &&
    unitOf(previous.frame) === '户' &&
    previous.frame.sentence.start === f.sentence.start;
  if (!near || unitOf(f) !== '户') return undefined;
  const place = f.scene.inside(f.scene.mentions.places.mentions, f.head).at(-1);
  const ends = place && /^(?:也?有|则有|占)?(?:近|约)?$/u.test(f.scene.chars.slice(place.end, f.trigger.start));
  return ends ? (previous.asset ?? undefined) : undefined;
}

/** 入网农户达4.6万户，手机一键即可报警: what households are joined by, where the words around speak of alarms. */
function alarmNear(f: Frame): Asset | undefined {
  const said = [f.sentence, ...f.scene.before(f.sentence), ...f.scene.after(f.sentence).slice(0, 1)]
    .map((s) => f.scene.slice(s))
    .join('');
  return unitOf(f) === '户' && /报警|警铃|响铃|接警|求助/u.test(said) ? 'alarm' : undefined;
}

/** What a program that places are joined to consists of (接进“天网工程”). */
function hostedAsset(f: Frame, span: Span): Asset | undefined {
  const program = f.scene.inside(f.scene.mentions.programs.mentions, span)[0]?.program;
  return program?.category === 'video_surveillance' ? 'camera' : program?.category === 'alarm' ? 'alarm' : undefined;
}
