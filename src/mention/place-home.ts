import type { PlaceRef } from '../gazetteer/place.ts';
import type { Text } from '../text/text.ts';
import { goesOn } from './place-link.ts';
import { townStem } from './place-parts.ts';
import type { LinkedTown } from './place-town.ts';
import type { LinkedVillage } from './place-village.ts';

/** The one town that an article is about: in its title, or named three times with no other. */
export function homeTown(text: Text, towns: readonly LinkedTown[], subject: PlaceRef | null): PlaceRef | null {
  const own = [...new Map(towns.map((t) => [t.place.code, t.place])).values()].filter(
    (t) => t.parent === subject?.code,
  );
  if (repliesForCounty(text)) return null;
  // 墨竹工卡县 does not name 工卡镇.
  const title = titleOf(text).replaceAll(subject?.ownName ?? '\n', '');
  // 绥中县绥中镇: a seat that bears the county's name.
  const isSeat = (t: PlaceRef) =>
    subject?.ownName.startsWith(townStem(t.ownName)) === true && !title.includes(t.ownName);
  // 平安建设 names no 平安街道.
  const isNamed = ({ ownName }: PlaceRef) => {
    const stem = townStem(ownName);
    const at = title.indexOf(stem);
    return at >= 0 && (title.includes(ownName) || !goesOn(title, at + stem.length));
  };
  const titled = own.filter((t) => isNamed(t) && !isSeat(t));
  if (titled.length === 1) return titled[0] ?? null;
  // 文昌市公安局…说明: a title that names the county speaks for all of it.
  if (titled.length === 0 && subject && titleOf(text).includes(subject.ownName)) return null;
  const times = own.map((place) => ({
    place,
    count: text.chars.split(isSeat(place) ? place.ownName : townStem(place.ownName)).length - 1,
  }));
  const [most, next] = times.sort((a, b) => b.count - a.count);
  const above = subject ? text.chars.split(subject.ownName.slice(0, 2)).length - 1 + spokenOf(text, subject) : 0;
  // 2010年，宁海县公安局设…: a text that opens with the county is about it.
  const opening = text.chars.slice(title.length, title.length + OPENING);
  const ofCounty =
    subject && opening.includes(subject.ownName) && !(most && opening.includes(townStem(most.place.ownName)));
  if (ofCounty) return null;
  const alone = most && (own.length === 1 || most.count >= (next?.count ?? 0) * LEAD);
  if (alone && speaksAsTown(text, most.place.ownName)) return most.place;
  const leads = most && most.count >= ENOUGH && most.count >= (next?.count ?? 0) * LEAD && most.count >= above;
  return leads ? most.place : null;
}

/** 我镇共有20个行政村，…镇里负担10万元: a text in a town's own words. */
function speaksAsTown({ chars, article, hints }: Text, name: string): boolean {
  const isOwn = /我[镇乡]/u.test(chars) || [article.outlet ?? '', ...hints].some((line) => line.includes(name));
  const times = (words: RegExp) => [...chars.matchAll(words)].length;
  const town = times(/我[镇乡]|全[镇乡]|[镇乡]里(?!的?路)|[镇乡](?:政府|党委|财政|综治|派出所)/gu);
  return isOwn && town >= OWN && town > 2 * times(/我[县市区旗]|全[县市区旗]/gu);
}

/** How often a text speaks of 全镇 that is in its words. */
const OWN = 3;

/** 网友您好，我县…: who answers a letter speaks for the county, whatever town was asked about. */
const repliesForCounty = ({ chars }: Text): boolean =>
  /(?:答复|回复)(?:如下|：)|来[信电]收悉|留言(?:已)?收悉|[提议]案(?:的)?答复/u.test(chars) &&
  /我[县区市旗局]|县公安局[^，。\n]{0,10}(?:回复|答复)|(?:回复|答复)[^，。\n]{0,10}[县区市]公安局/u.test(chars) &&
  !/我[镇乡]|我街道|我所/u.test(chars);

/** The title, with a line under it that begins with a dash (——某县公安局某某派出所工作见闻). */
function titleOf(text: Text): string {
  const [title, next] = text.paragraphs;
  if (title?.role !== 'title') return '';
  const under = next && next.role !== 'prose' && /^[—-]{1,2}/u.test(text.chars.slice(next.start, next.end));
  return text.chars.slice(0, under ? next.end : title.end);
}

/** The one village that a title names, when the text goes on about it. */
export function homeVillage(text: Text, villages: readonly LinkedVillage[]): PlaceRef | null {
  const [title] = text.paragraphs;
  if (title?.role !== 'title') return null;
  const named = new Map(villages.filter((v) => v.end <= title.end).map((v) => [v.place.code, v.place]));
  const [only] = named.values();
  return named.size === 1 && only && /该村|村集体|村里|村治安/u.test(text.chars) ? only : null;
}

/** How often a text speaks of its county or city by its kind: 全市, 市财政, 县公安局. */
function spokenOf(text: Text, subject: PlaceRef): number {
  const kind = subject.ownName.slice(-1);
  return (
    text.chars.match(new RegExp(`[全我]${kind}|(?<![省市县区镇])${kind}(?:里|委|政府|公安局|财政)`, 'gu'))?.length ?? 0
  );
}

/** Characters behind the title that say what a text is about. */
const OPENING = 160;
/** How often a town must be named, and how many times as often as any other, to be an article's own. */
const ENOUGH = 3;
const LEAD = 2;
