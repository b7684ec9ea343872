import type { Span } from '../article/article.ts';
import type { PlaceRef } from '../gazetteer/place.ts';
import { type Frame, hasFigure } from './frame.ts';
import { inSpan, isLocal } from './named-place.ts';
import { isBelow } from './program-place.ts';
import { agencyPlace, earlier, type SiteFinding } from './topic-place.ts';

/** Where the body of the figure's own clause is, or where its words say that it acts. */
export function actorPlace(f: Frame): SiteFinding | undefined {
  // 其中县财政补助100万元、镇财政出资150万元: each part has its own payer.
  const own = /^、(?:[镇乡村]|各|[\u4e00-\u9fff]{2,8}(?:派出所|中队|大队))/u.test(f.headWords)
    ? f.head.start
    : f.clause.start;
  const actor = agencyPlace(f.scene, { start: own, end: f.trigger.start }, f.sentence);
  return actor && (builtAt(f, actor.places[0]) ?? helpedTopic(f, actor.places[0]) ?? { ...actor, from: 'clause' });
}

/** 投入1120万元的｜下两派出所业务用房: what was built stands where the station is. */
function ownWorks(f: Frame): SiteFinding | undefined {
  const words = f.tailWords;
  if (!/^的?[\u4e00-\u9fff]{2,8}派出所(?:业务用房|办公楼|用房|综合楼)/u.test(words)) return undefined;
  const found = agencyPlace(f.scene, f.tail, f.sentence);
  return found?.places[0] && isLocal(found.places[0]) ? { ...found, from: 'clause' } : undefined;
}

/** Where the body of a clause before is, or where it acts for the figure. */
export function payerPlace(f: Frame, clause: Span): SiteFinding | undefined {
  const actor = agencyPlace(f.scene, clause, f.sentence);
  // 新建立仓派出所、岳坊派出所用房2处；规范工作站278个: what was built before the semicolon pays for nothing behind it.
  if (actor && f.semicolon >= clause.end - 1 && actor.span.start > clause.start) return undefined;
  const works = ownWorks(f);
  if (works) return works;
  return (
    actor &&
    (builtAt(f, actor.places[0]) ??
      helpedTopic(f, actor.places[0]) ??
      localTopic(f, actor.places[0]) ?? { ...actor, from: 'sentence' })
  );
}

/** 检查站在茅荆坝乡落成，县局自筹35万元: what a body above paid for stands where the sentence says that it was built. */
function builtAt(f: Frame, payer: PlaceRef | undefined): SiteFinding | undefined {
  for (const clause of f.clausesBefore) {
    // 水车镇综治中心改造正在施工，县财政局已下达46万元
    const [first] = f.scene.inside(f.scene.mentions.places.mentions, clause);
    const opens =
      first?.place &&
      isLocal(first.place) &&
      /^(?:[一二三四五六七八九十\d]+[、.．])?$/u.test(f.scene.chars.slice(clause.start, first.start));
    if (
      opens &&
      f.scene.chars[clause.end - 1] === '，' &&
      clause === f.clausesBefore[0] &&
      !hasFigure(f.scene, clause) &&
      payer &&
      first.place.code.startsWith(payer.code.replace(/0+$/u, ''))
    )
      return { places: [first.place], span: first, from: 'sentence' };
    if (!/[在于][^，。]{2,14}(?:落成|建成|建起|启用|揭牌|挂牌|开工|动工)/u.test(f.scene.slice(clause))) continue;
    const spot = inSpan(f.scene, clause).find((m) => /[在于]$/u.test(f.scene.chars.slice(clause.start, m.start)));
    if (spot && payer && spot.place.code.startsWith(payer.code.replace(/0+$/u, '')))
      return { places: [spot.place], span: spot, from: 'sentence' };
  }
  return undefined;
}

/** 匼河村没有集体收入。｜镇政府补助1.5万元，盖起岗楼1座: a body above helped the village that the text speaks of. */
function localTopic(f: Frame, payer: PlaceRef | undefined): SiteFinding | undefined {
  if (f.figure?.type === 'money') return undefined;
  const topic = earlier(f);
  const [place] = topic?.places ?? [];
  if (payer?.level !== 'town') return undefined;
  const below = place && payer && place.code !== payer.code && place.code.startsWith(payer.code.replace(/0+$/u, ''));
  return below && isLocal(place) ? topic : undefined;
}

/** 名州镇车站扒窃多发。｜县公安局投资64万元，在千狮桥等处安装…: a body above acts in the town that the text speaks of. */
function helpedTopic(f: Frame, payer: PlaceRef | undefined): SiteFinding | undefined {
  const { chars } = f.scene;
  const [next] = f.clausesAfter;
  const from = Math.max(f.sentence.start, f.semicolon);
  const to = chars.slice(f.clause.end - 1, f.clause.end + 1).includes('；')
    ? f.clause.end
    : (next?.end ?? f.clause.end);
  if (!payer || !STAYS.test(chars.slice(from, to)) || inSpan(f.scene, f.sentence).some((m) => isLocal(m.place)))
    return undefined;
  const topic = earlier(f);
  const [place] = topic?.places ?? [];
  return place && isLocal(place) && place.code !== payer.code && isBelow(place, payer) ? topic : undefined;
}

/** Words that leave a sentence where the one before was. */
const STAYS =
  /又在|给(?:他们|她们|村里|该[所镇乡村])|(?:为|将|把)(?:辖区|[两几][村镇个]|村里|该[所镇乡村])|在[^，。；]{2,18}(?:等处|等地|门口|路口)/u;
