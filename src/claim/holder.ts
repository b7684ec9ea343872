import type { Span } from '../article/article.ts';
import { firstAsset } from './asset.ts';
import type { Asset } from './claim.ts';
import { complete, type Draft, type Verdict } from './draft.ts';
import { EQUIPMENT } from './equipment.ts';
import type { Frame } from './frame.ts';

/** Units of administration: what they count holds equipment and is none. */
export const HOLDER_ADMIN = /^个(?:村|社区|行政村|自然村|乡镇|小区|村居|自然屯|村民小组|镇街|街道|县|镇)/u;
const HOLDER_UNIT = /^(?:户|家|所|栋|幢|个|个(?:村|社区|行政村|自然村|乡镇|小区|村居|自然屯|村民小组))$/u;
const FITTING =
  /(?:都|已|均|全部|先后|陆续)*(?:装上|装好|装了|安装|配备|配上|装有|建起|建有|设立|接入|接进|连上|纳入|入网)了?/u;

/** 首批500余户商铺装上了联网报警设备: holders of equipment whose own number is not given. */
export function equipped(f: Frame, previous: Draft | undefined): Verdict {
  if (f.figure?.type !== 'quantity' || !HOLDER_UNIT.test(f.figure.unit)) return undefined;
  const { chars } = f.scene;
  const whole = fittedBefore(f, previous);
  if (whole) return whole;
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

/** 全镇装了1240户, 入网农户3170户: the verb before the holders, the equipment in the sentence before them. */
function fittedBefore(f: Frame, previous: Draft | undefined): Verdict {
  const { chars } = f.scene;
  if (
    !/^(?:户|栋|幢|家)$/u.test(f.figure?.type === 'quantity' ? f.figure.unit : '') ||
    !/^[，。；、]|^$/u.test(chars.slice(f.trigger.end, f.trigger.end + 1))
  )
    return undefined;
  const verb = /(?:装了|装好|装上|安装|装|入网(?:农户|用户|商户|商铺|居民)?|再添|添)(?:达到|达|有|了)?$/u.exec(
    chars.slice(f.clause.start, f.trigger.start),
  );
  const asset = verb ? (firstAsset(chars, f.sentence.start, f.trigger.start)?.value ?? previous?.asset) : undefined;
  return asset && EQUIPMENT.has(asset)
    ? complete(f, { kind: 'DEPLOYED', rule: 'deployed/holders', asset, assetText: null, counted: null })
    : undefined;
}

/** What a program that places are joined to consists of (接进“天网工程”). */
function hostedAsset(f: Frame, span: Span): Asset | undefined {
  const program = f.scene.inside(f.scene.mentions.programs.mentions, span)[0]?.program;
  return program?.category === 'video_surveillance' ? 'camera' : program?.category === 'alarm' ? 'alarm' : undefined;
}
