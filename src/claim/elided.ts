import { assetWords, headAsset } from './asset.ts';
import type { Asset } from './claim.ts';
import type { Draft } from './draft.ts';
import { EQUIPMENT, unitOf } from './equipment.ts';
import { afterDate, type Frame, hasFigure } from './frame.ts';

/** Measure words that go with one kind of thing at a time. */
const UNIT = /^(?:个|台|套|只|部|支|路|处|座|间|块|辆|顶|枚|盏|根)$/u;

/** What follows a number whose noun is left out: nothing, or a predicate (14只｜还在走线, 12个｜全部调试完毕). */
const PREDICATE =
  /^(?:[，。；、）]|$|还|仍|已|均|都|全部|正在|尚|未|没|也|由|归|是(?!否)|在|看着|对着|盯着|带|能|投用|接通|接入|联网|通电|上线|装在|设在|安在|建在|立在|分布|属|完工|到位|交付|启用|暂|因|要等|将)/u;

/** Right before the number: what is left, or a verb that puts things up. */
const LEAD =
  /(?:(?:余下|剩下|剩余|其余|另有|还有|尚有|另外|还剩|仍有|其中)的?(?:有|是)?|[建装安架立设]的(?:只|就|还|共)?(?:有|占)|(?:装|安|建|架|立|布|添|增|补|买|通|接|竖|挂|设|发)(?:了|好|放|出|成|上|起|到|齐|完|够|下|设|置|加|装|建|通)*|连同(?:过去|原有|原来|以前|原先)的|[数补增加扩添]到了?|完成了?)$/u;

/** No words before the number, or such as only count. */
const BARE = /^(?:一共|总共|共计|共|有)?$/u;

/** Right before the number: whose share it is (渔村那｜17个, 名山镇码头还有｜58个). */
const SHARE =
  /(?:镇|乡|村|社区|街道|县|市|州|旗|寨|苏木|团场|码头|一带|沿线|(?<![小园校社厂矿])区|境内|驻地|大集|广场|一处|校园|工程|[一二三四]期|项目)(?:(?:内|里|的|那|则|另)?(?:有|还有|也有|就有|只有|共有|占|占了|各占|分到|分得)|内|里|的|那|则|另)$/u;

/**
 * The asset of a number without a noun, as long as the number of the same measure word before it counted equipment:
 * 共40只；｜截至10月底装好26只，余下14只还在走线.
 */
export function elided(f: Frame, earlier: readonly Draft[]): Asset | undefined {
  const unit = unitOf(f);
  if (!UNIT.test(unit) || !PREDICATE.test(f.scene.chars.slice(f.trigger.end, f.clause.end))) return undefined;
  const head = f.headWords;
  // 我们博鳌早装了30个: what a reader sets against it.
  if (/我们|咱们?|俺/u.test(f.clauseWords)) return undefined;
  const isBare = BARE.test(head) || /^[是有]?$/u.test(afterDate(f) ?? '-');
  if (!isBare && !LEAD.test(head) && !SHARE.test(head) && !endsInPlace(f)) return undefined;
  return clauseTopic(f) ?? clauseObject(f) ?? askedAbout(f) ?? (isBare ? undefined : countedBefore(f, unit, earlier));
}

/** The asset of the last number of the same measure word, where it counted equipment. */
function countedBefore(f: Frame, unit: string, earlier: readonly Draft[]): Asset | undefined {
  const counted = lastCounted(f, unit);
  if (counted === undefined) return undefined;
  const last = earlier.slice(-NEAR).findLast((d) => d.frame.trigger.start === counted);
  const near = last && f.sentence.paragraph - last.frame.sentence.paragraph <= REACH;
  return near && last.kind === 'DEPLOYED' && last.asset && EQUIPMENT.has(last.asset) ? last.asset : undefined;
}

/** 智能门禁在绿洲街道先行，｜64套已通电使用: what the clause before opens with. */
function clauseTopic(f: Frame): Asset | undefined {
  const [previous] = f.clausesBefore;
  const said = afterDate(f) ?? f.headWords;
  if (!previous || !/^(?:一共|总共|共计|共|有|是)?$/u.test(said) || hasFigure(f.scene, previous)) return undefined;
  const words = assetWords.find(f.scene.chars, previous.start, previous.end);
  const [first] = words;
  const opens =
    first &&
    /^(?:[^，。]{1,10}的)?(?:智能|高清|新|联网|视频|电子)?$/u.test(f.scene.chars.slice(previous.start, first.start));
  return opens && words.length === 1 && EQUIPMENT.has(first.value) && first.value !== 'police_station'
    ? first.value
    : undefined;
}

/** 二期是沿国道竖治安卡口，｜今年已立起5处: what the clause before ends with. */
function clauseObject(f: Frame): Asset | undefined {
  const [previous] = f.clausesBefore;
  if (!previous || hasFigure(f.scene, previous) || !LEAD.test(f.headWords)) return undefined;
  const last = headAsset(f.scene.chars, previous.start, previous.end);
  const ends = last !== undefined && previous.end - last.end <= 1 && EQUIPMENT.has(last.value);
  return ends && last.value !== 'police_station' && last.value !== 'other' ? last.value : undefined;
}

/** 县城的摄像头一共多少？｜县公安局在凤翔镇建的有402个: what the paragraph before asks about. */
function askedAbout(f: Frame): Asset | undefined {
  const question = f.scene.previousParagraph(f.sentence);
  const first = f.scene.paragraph(f.sentence)?.first;
  if (!question || first === undefined || f.scene.text.sentences[first] !== f.sentence) return undefined;
  if (f.clauseIndex > 1 || !/多少|几/u.test(f.scene.slice(question)) || !/？/u.test(f.scene.slice(question)))
    return undefined;
  const thing = assetWords.find(f.scene.chars, question.start, question.end).find((t) => EQUIPMENT.has(t.value));
  return thing?.value === 'police_station' ? undefined : thing?.value;
}

/** Paragraphs and claims over which the noun may be left out. */
const REACH = 2;
const NEAR = 40;

/** Where the number of the same measure word before a frame's begins. */
const lastCounted = ({ scene, trigger }: Frame, unit: string): number | undefined =>
  scene
    .inside(scene.mentions.quantities, { start: Math.max(0, trigger.start - WITHIN), end: trigger.start })
    .findLast((q) => q.unit === unit && !q.label)?.start;

/** Characters over which the noun may be left out. */
const WITHIN = 400;

/** 此次布点｜132个: points of video surveillance, where the text speaks of it. */
export const points = (f: Frame): Asset | undefined =>
  /^(?:个|处|台|路|套)$/u.test(unitOf(f)) &&
  /(?:布点|设点|建点|增点)$/u.test(f.headWords) &&
  /探头|摄像|监控|视频|雪亮|天网/u.test(f.scene.text.chars)
    ? 'camera'
    : undefined;

/** 兴坪镇境内｜52个: a place that is named right before the number. */
const endsInPlace = ({ scene, head }: Frame): boolean => {
  const place = scene.inside(scene.mentions.places.mentions, head).at(-1);
  const before = place && scene.chars.slice(head.start, place.start);
  return (
    place !== undefined &&
    (/^(?:境内|驻地|内)?$/u.test(scene.chars.slice(place.end, head.end)) ||
      (/^[，、；]?(?:其中|另外|还有)?$/u.test(before ?? '') &&
        /^(?:景区|老街|集镇|学校|工业园)?(?:周边|一带|沿线|沿街|附近|主街|路口)$/u.test(
          scene.chars.slice(place.end, head.end),
        )))
  );
};
