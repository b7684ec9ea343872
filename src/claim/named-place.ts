import type { Span } from '../article/article.ts';
import type { PlaceRef } from '../gazetteer/place.ts';
import type { PlaceMention } from '../mention/mention.ts';
import { overlaps } from '../mention/span.ts';
import type { Scene } from './scene.ts';

/** A place that the text names and that is linked. */
export type NamedPlace = PlaceMention & { readonly place: PlaceRef };

/** Whether a place is a town or a village, below any county. */
export const isLocal = (place: PlaceRef): boolean => place.level === 'town' || place.level === 'village';

/** Linked places in a span that are not parts of a body's or a program's name. */
export function inSpan(scene: Scene, span: Span): NamedPlace[] {
  const found = scene.inside(linked(scene), span);
  if (found.length === 0) return found;
  const { agencies, programs } = scene.mentions;
  const bodies = scene.inside(agencies.mentions, span);
  const named = scene.inside(programs.mentions, span);
  if (bodies.length === 0 && named.length === 0) return found;
  return found.filter((m) => !bodies.some((n) => overlaps(n, m)) && !named.some((n) => overlaps(n, m)));
}

/** Whether a linked place stands in a span, be it in the name of a body or a program. */
export const hasPlace = (scene: Scene, span: Span): boolean => scene.holds(linked(scene), span);

const linked = (scene: Scene): readonly NamedPlace[] => scene.once('named places', () => namedPlaces(scene));

/** The linked places of a text that the words around them leave places. */
const namedPlaces = (scene: Scene): NamedPlace[] =>
  scene.mentions.places.mentions.filter(
    (m): m is NamedPlace =>
      m.place !== null &&
      !isRank(scene, m) &&
      !isCompanion(scene, m) &&
      !isDirection(scene, m) &&
      !isStation(scene, m) &&
      !isOfFirm(scene, m) &&
      !isSlogan(scene, m) &&
      !isWaypoint(scene, m) &&
      !/[随按照]$/u.test(scene.chars.slice(Math.max(0, m.start - 1), m.start)),
  );

/** 县城往桂林、柳州方向的出入城卡口: where a road leads. */
const isDirection = (scene: Scene, m: PlaceMention): boolean =>
  /^(?:、[\u4e00-\u9fff]{2,6})*方向/u.test(scene.chars.slice(m.end, m.end + 24)) ||
  /^(?:、[\u4e00-\u9fff]{2,4}){0,3}(?:[\u4e00-\u9fff]{2,3})?(?:等[省市县]?)?的?(?:交界|接壤|毗邻|相邻|搭界)/u.test(
    scene.chars.slice(m.end, m.end + 8),
  ) ||
  /^(?:至[\u4e00-\u9fff]{2,4})?(?:快速|高速|城际)?(?:通道|公路|高速|铁路|快速路)/u.test(
    scene.chars.slice(m.end, m.end + 12),
  ) ||
  /(?:通往|通向|开往|去往|驶往)$/u.test(scene.chars.slice(Math.max(0, m.start - 2), m.start));

/** 色须、洛须派出所: the first of several stations, not a place. */
const isStation = (scene: Scene, m: PlaceMention): boolean =>
  /^(?:、[\u4e00-\u9fff]{2,4}?)*(?:两|三|四|五)?(?:个)?派出所/u.test(scene.chars.slice(m.end, m.end + 16));

/** 某某科技（上海）有限公司: part of a firm's name. */
const isOfFirm = (scene: Scene, m: PlaceMention): boolean =>
  scene.chars[m.start - 1] === '（' && /^）[\u4e00-\u9fff]{0,10}公司/u.test(scene.chars.slice(m.end, m.end + 14));

/** 六寨镇与贵州省独山县麻尾镇建立…: a place of another prefecture that joins one of the article's. */
function isCompanion({ chars, mentions }: Scene, m: PlaceMention): boolean {
  const { subject } = mentions.places;
  if (!subject || !m.place || subject.code.slice(0, 4) === m.place.code.slice(0, 4)) return false;
  return /[，\u4e00-\u9fff][与和同][\u4e00-\u9fff、]{0,10}$/u.test(chars.slice(Math.max(0, m.start - 12), m.start));
}

/** Longest saying in characters, its opening mark included. */
const SAYING = 40;

/** 按照“县上补一点、镇上出一点”的路子: a place in a saying. */
function isSlogan({ chars }: Scene, m: PlaceMention): boolean {
  if (!m.relative) return false;
  const from = Math.max(0, m.end - SAYING);
  const near = chars.slice(from, m.end + SAYING);
  const open = near.lastIndexOf('“', m.start - from);
  const close = near.indexOf('”', m.end - from);
  if (open < 0 || close < 0 || near.lastIndexOf('”', m.start - from) > open || close - open > SAYING) return false;
  return /[，、]/u.test(near.slice(open, close));
}

/** 环县检查站 in another province: the place that a road leads to names what stands on it. */
const isWaypoint = ({ chars, mentions }: Scene, m: PlaceMention): boolean =>
  /^(?:方向的?)?(?:公安)?(?:检查站|收费站|高速|公路|大道|路口)/u.test(chars.slice(m.end, m.end + 8)) &&
  mentions.places.subject !== null &&
  m.place?.code.slice(0, 2) !== mentions.places.subject.code.slice(0, 2);

/** 为全市首家, 居全省前列: a place to compare with. */
const isRank = (scene: Scene, m: PlaceMention): boolean =>
  m.relative &&
  /^(?:“[^”]{2,10}”)?(?:首|第|试点|示范|率先|前列|前茅|唯一|最|排名|之首|先进|同类|较早|领先|首批|靠前|平均)/u.test(
    scene.chars.slice(m.end, m.end + 14),
  );
