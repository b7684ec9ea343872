import type { Division, Gazetteer } from '../gazetteer/gazetteer.ts';
import type { PlaceLevel } from '../gazetteer/place.ts';
import type { Text } from '../text/text.ts';
import type { LinkedName } from './place-link.ts';
import type { Support } from './place-support.ts';

/** Words by which a text speaks of its own place, by the last character of that place's name. */
const OWN: Readonly<Record<string, RegExp>> = {
  市: /全市|我市|本市|市里|市委|市政府|市公安局|该市/gu,
  县: /全县|我县|本县|县里|县委|县政府|县公安局|该县/gu,
  区: /全区|我区|本区|区里|区委|区政府|区公安|该区/gu,
  州: /全州|我州|州委|州政府|该州/gu,
  旗: /全旗|我旗|旗委|旗政府|旗里|该旗/gu,
  盟: /全盟|我盟|盟委/gu,
  省: /全省|我省|省委/gu,
};
const INTRODUCING = 0.3;
/** What a mention counts for: any, one in the title, the first in the lead. */
const MENTION = { any: 1, title: 4, lead: 1.5 };
/** Characters behind the title that are the lead. */
const LEAD = 120;
/** What each town says for its county. */
const OF_TOWN = 0.7;
/** What the document's evidence for a division counts for, up to a most. */
const EVIDENCE = { each: 0.7, most: 4 };
/** What each 全市 or 我县 counts for, up to a most. */
const OWN_WORD = { each: 0.6, most: 6 };
/** What each further county of a city says for the city. */
const SHARED = 2;
const LEVELS: readonly PlaceLevel[] = ['county', 'zone', 'city', 'province'];

/** The division that an article is about: named most and first, and in whose words it speaks of 全市 or 我县. */
export function subjectOf(
  text: Text,
  names: readonly LinkedName[],
  towns: readonly Division[],
  support: Support,
  gazetteer: Gazetteer,
): Division | null {
  const scores = new Scores();
  const title = text.paragraphs[0]?.role === 'title' ? text.paragraphs[0].end : 0;
  // 天津市公安局东丽分局 speaks of 东丽区, where it is named again and no other branch is.
  const branches = names.flatMap(({ place, end }) => (place && branchAt(text.chars, place, end, gazetteer)) ?? []);
  const ofBranch = branches.length > 1 && new Set(branches).size === 1;
  for (const [i, { place: named, start, end }] of names.entries()) {
    const place = ofBranch && named ? (branchAt(text.chars, named, end, gazetteer) ?? named) : named;
    if (!place) continue;
    const early = start >= title && start < title + LEAD && scores.once(place.code);
    const [next, second] = [names[i + 1], names[i + 2]];
    const listed = next && second?.start === next.end + 1 && second.place?.parent === place.code;
    // 海口市 in 海口市美兰区 only says where that is; in 贵阳市南明区、云岩区 it is what they share.
    const introduces = next?.start === end && next.place?.parent === place.code && !listed;
    const above = isAuthority(text.chars, start, end);
    scores.add(
      place,
      (MENTION.any + (end <= title ? MENTION.title : 0) + (early ? MENTION.lead : 0)) *
        (introduces || above ? INTRODUCING : 1),
    );
  }
  const words = ownWords(text);
  const get = (code: string | null) => (code === null ? undefined : gazetteer.get(code));
  for (const county of towns.map((town) => get(town.parent))) if (county) scores.add(county, OF_TOWN);
  for (const d of [...scores.divisions(), ...support.hinted().flatMap((code) => get(code) ?? [])])
    if (scores.once(`support ${d.code}`))
      scores.add(d, words(d) + Math.min(support.of(d), EVIDENCE.most) * EVIDENCE.each);
  for (const [city, counties] of sharedCities(names, title, support, gazetteer))
    scores.add(city, (counties - 1) * SHARED);
  const best = scores.best();
  return best?.level === 'city' ? (countyOfTowns(best, names, towns, title, gazetteer) ?? best) : best;
}

/** 被孝感市评为先进, 孝感市护路办下拨38万元: who praises or pays from above. */
const isAuthority = (chars: string, start: number, end: number): boolean =>
  (/[被获受]$/u.test(chars.slice(Math.max(0, start - 1), start)) &&
    /^[^，。]{0,14}(?:评为|评选为|授予|表彰|命名|确定为|列为|通报表扬|嘉奖)/u.test(chars.slice(end, end + 20))) ||
  /^(?:[\u4e00-\u9fff]{2,6}(?:办|局|委|厅))?(?:下拨|下达|拨付|补助|考核|检查验收)/u.test(chars.slice(end, end + 12));

/** Towns of one county, from which a text is about it and not about the city above that it names. */
const TOWNS_OF_ONE = 2;

/**
 * The one county of a city to which all towns of a text belong, where the title does not name the city and the text
 * names no other county of it: 市综治办被孝感市评为先进 is told by a city below.
 */
function countyOfTowns(
  city: Division,
  names: readonly LinkedName[],
  towns: readonly Division[],
  title: number,
  gazetteer: Gazetteer,
): Division | undefined {
  if (names.some((n) => n.place === city && n.end <= title)) return undefined;
  const counties = new Set(names.flatMap((n) => (n.place?.parent === city.code ? [n.place.code] : [])));
  const owners = new Set(towns.map((t) => t.parent));
  const [owner] = owners;
  const often = new Set(towns.map((t) => t.code)).size >= TOWNS_OF_ONE || towns.length > TOWNS_OF_ONE;
  const one = owners.size === 1 && often && owner != null;
  const county = one ? gazetteer.get(owner) : undefined;
  return county?.parent === city.code && [...counties].every((code) => code === county.code) ? county : undefined;
}

const BRANCH = /(?:公安局|[\u4e00-\u9fff]{2,6}局)([\u4e00-\u9fff]{2,4}?)(?:公安)?分局/uy;

/** The district whose branch of a bureau stands right behind its city's name. */
function branchAt(chars: string, city: Division, end: number, gazetteer: Gazetteer): Division | undefined {
  if (city.level !== 'city' && city.level !== 'province') return undefined;
  BRANCH.lastIndex = end;
  const short = BRANCH.exec(chars)?.[1];
  return short === undefined ? undefined : districtsOf(city, gazetteer).find((d) => d.ownName.startsWith(short));
}

/** A municipality's districts stand two levels below it where the gazetteer has a level between. */
const districtsOf = (city: Division, gazetteer: Gazetteer): Division[] =>
  gazetteer.children(city.code).flatMap((d) => (d.level === 'city' ? [...gazetteer.children(d.code)] : [d]));

/** Scores of divisions by code. */
class Scores {
  private readonly entries = new Map<string, { readonly division: Division; score: number }>();
  private readonly seen = new Set<string>();

  add(division: Division, score: number): void {
    const entry = this.entries.get(division.code);
    if (entry) entry.score += score;
    else this.entries.set(division.code, { division, score });
  }

  once(key: string): boolean {
    return !this.seen.has(key) && this.seen.add(key).has(key);
  }

  divisions(): Division[] {
    return [...this.entries.values()].map((e) => e.division);
  }

  /** The highest, of two the lower division; null when two of a level share the lead. */
  best(): Division | null {
    const rank = (d: Division) => LEVELS.indexOf(d.level);
    const [first, second] = [...this.entries.values()]
      .filter((e) => rank(e.division) >= 0)
      .sort((a, b) => b.score - a.score || rank(a.division) - rank(b.division));
    // 沙田镇人民政府关于…的报告: the one town of a text says what it is about, if little.
    if (!first || first.score < (second ? 1 : OF_TOWN)) return null;
    const tied = second?.score === first.score && second.division.level === first.division.level;
    return tied ? null : first.division;
  }
}

/** Cities of which the text names several counties, none of them in the title. */
function sharedCities(
  names: readonly LinkedName[],
  title: number,
  support: Support,
  gazetteer: Gazetteer,
): Map<Division, number> {
  const counties = new Map(names.flatMap((n) => (n.place?.level === 'county' ? [[n.place.code, n.place]] : [])));
  const inTitle = new Set(names.flatMap((n) => (n.end <= title && n.place ? [n.place.parent] : [])));
  const shared = new Map<Division, number>();
  for (const county of counties.values()) {
    const city = county.parent === null || inTitle.has(county.parent) ? undefined : gazetteer.get(county.parent);
    if (city?.level === 'city' && (support.named(city) || names.some((n) => n.place === city)))
      shared.set(city, (shared.get(city) ?? 0) + 1);
  }
  return shared;
}

/** What 全市 and 我县 say for a division, counted once for each kind of division. */
function ownWords(text: Text): (d: Division) => number {
  const counts = new Map<string, number>();
  return ({ ownName }) => {
    const kind = ownName.slice(-1);
    const pattern = OWN[kind];
    const count = counts.get(kind) ?? (pattern ? (text.chars.match(pattern)?.length ?? 0) : 0);
    counts.set(kind, count);
    return Math.min(count, OWN_WORD.most) * OWN_WORD.each;
  };
}
