import type { Frame } from './frame.ts';
import { inSpan, isLocal } from './named-place.ts';
import { agencyPlace, article, ofSubject, type SiteFinding } from './topic-place.ts';

/** 在拔山镇建21个，设县级监控中心1个: what is called the county's is of the county. */
export function ofCounty(f: Frame): SiteFinding | undefined {
  const { subject: county, home } = f.scene.mentions.places;
  // The home is the county as it was called in the article's year.
  const subject = home && home.level === county?.level ? home : county;
  const own =
    subject &&
    (COUNTY_LEVEL[subject.level]?.test(f.headWords) ||
      /[县区市旗]级[^，。；、]{0,10}(?:中心|平台|机房)[\d一]*[个处座]、[^，。；在、]{0,12}$/u.test(f.leadWords));
  return own ? { ...article(f.scene), places: [subject] } : undefined;
}

/** …安装摄像机412台，其中｜城区摄像机268台; ；县城“天眼工程”一期: the seat of the county, which is kept as the county. */
export function ofCountyTown(f: Frame): SiteFinding | undefined {
  if (!f.scene.once('county towns', () => /县城|[城市]区/u.test(f.scene.chars))) return undefined;
  const { home } = f.scene.mentions.places;
  const { chars } = f.scene;
  const words = f.headWords.replace(/^[，、；]/u, '');
  const opens = f.leadWords;
  const apart = f.clause.start === f.sentence.start || chars[f.clause.start - 1] === '；';
  // 县城“天眼工程”一期…，安探头80个
  const opened = f.clausesBefore.find((c) => SEAT.test(f.scene.slice(c)));
  const from =
    opened && (opened.start === f.sentence.start || chars[opened.start - 1] === '；') ? opened.start : undefined;
  const goesOn = from !== undefined && !chars.slice(from, f.trigger.start).includes('；');
  const alone = goesOn && inSpan(f.scene, { start: from, end: f.trigger.start }).length === 0;
  const said = alone || /^其中(?:县城|城区|市区)/u.test(words) || (apart && SEAT.test(opens));
  const named = f.scene.holds(f.scene.mentions.places.mentions, f.head);
  return said && home?.level !== 'village' && !named ? ofSubject(f.scene) : undefined;
}

/** 县城 or 城区 at the head of a clause, not as part of a longer word or list. */
const SEAT = /^(?:县城|城区)(?![和及与、驻老新周郊街出重主地])/u;

/** “我们镇自己花18万元装过24个探头。”文宫镇一名干部说: the town of who is quoted. */
export function ofSpeaker(f: Frame): SiteFinding | undefined {
  if (!f.scene.once('our towns', () => /[我咱俺]们?[镇村乡]/u.test(f.scene.chars))) return undefined;
  if (!/我们?[镇村乡]|咱们?[镇村乡]|俺们?[镇村乡]/u.test(f.wordsBefore)) return undefined;
  const close = f.scene.chars.indexOf('”', f.trigger.end);
  if (close < 0 || close > f.trigger.end + QUOTE) return undefined;
  const speaker = { start: close + 1, end: Math.min(close + 1 + SPEAKER, f.scene.chars.length) };
  if (!/(?:说|介绍|告诉|表示|坦言)/u.test(f.scene.slice(speaker))) return undefined;
  const [named] = f.scene.inside(f.scene.mentions.places.mentions, speaker);
  const body = agencyPlace(f.scene, speaker);
  const place = named?.place ?? body?.places[0];
  return place && isLocal(place)
    ? { places: [place], span: named?.place ? named : (body?.span ?? null), from: 'paragraph' }
    : undefined;
}

/** Characters over which a quotation may go on, and within which its speaker is named. */
const QUOTE = 80;
const SPEAKER = 24;

/** What is of a county or a city as a whole, right before the number. */
const COUNTY_LEVEL: Readonly<Record<string, RegExp | undefined>> = {
  county: /(?:县|区|市|旗)(?:级[^，。；、]{0,10}|局[^，。；、]{0,6})(?:中心|平台|机房|指挥室)$/u,
  prefecture: /市级[^，。；、]{0,10}(?:中心|平台|机房|指挥室)$/u,
};
