import type { Division, Gazetteer } from '../gazetteer/gazetteer.ts';
import type { Text } from '../text/text.ts';
import { isHan } from './person-lexicon.ts';
import { isInsideName, isInsideWord, mayBegin } from './place-context.ts';
import { type NameHit, NameIndex, placeWords } from './place-index.ts';
import { type LinkedName, LONGER, link, needsParent, ordinary } from './place-link.ts';
import type { Parts } from './place-parts.ts';
import { Support } from './place-support.ts';
import { bareZones, isBareZone, joinZones } from './place-zone.ts';

/** What was found from province to county, and the evidence that it gives for everything below. */
export interface UpperReading {
  readonly names: readonly LinkedName[];
  readonly support: Support;
}

let index: NameIndex | undefined;

/** Finds and links divisions from province to county, and zones, by what the document says of itself. */
export function upperNames(text: Text, gazetteer: Gazetteer, parts: Parts): UpperReading {
  const { article, chars } = text;
  const found = namesIn(chars, article.publishedYear, gazetteer);
  const ends = new Set(found.map((h) => h.end));
  const hits = found.filter((h) => !isInsideName(chars, h.end) && !isRunInto(chars, h, ends));
  const hints = [...text.hints, article.outlet ?? ''].map((h) => namesIn(h, article.publishedYear, gazetteer));
  const support = new Support(gazetteer);
  for (const hint of hints) for (const hit of hint) if (!isWord(hit)) support.hint(hit, hint.length);
  for (const hint of text.hints) support.host(registeredIn(hint));
  for (const hit of hits) if (isPlain(hit)) support.name(hit.divisions);
  const title = text.paragraphs[0]?.role === 'title' ? text.paragraphs[0].end : 0;
  for (const hit of speaking(chars, hits, title, ends)) support.name(hit.divisions);
  for (const divisions of namesakes(hits)) support.parts(divisions, parts);
  const spelt = [...hits, ...hints.flat()].filter((h) => !h.short && h.divisions.every((d) => d.level === 'zone'));
  const zones = spelt.flatMap((h) => h.divisions.filter((d) => h.divisions.length === 1 || support.local(d) > 0));
  const named = hits.flatMap((h) => (isBareZone(h.name) ? bare(h, zones, support, gazetteer) : [h]));
  // What the first look settles (通州区 by its towns) speaks for what stands beside it (朝阳区).
  for (const n of link(chars, named, support, gazetteer))
    if (n.place && !n.short && n.divisions.length > 1) support.name([n.place]);
  const names = link(chars, named, support, gazetteer);
  if (names.length > 0) return { names, support };
  // A text that names no place otherwise is about the one whose name it runs into another word: 平安和谐三门峡.
  const lone = found.filter((h) => h.short && h.name.length > 2 && h.divisions.length === 1 && !isWord(h));
  return { names: lone.map((h) => ({ ...h, place: h.divisions[0] ?? null })), support };
}

const plates = new Map(placeWords.plates.map((plate) => [plate.slice(0, 1), plate.slice(1)]));

/** The first digits of the province where a site is registered: 鄂ICP备 is 42. */
const registeredIn = (line: string): string | undefined => plates.get(/(.)(?:ICP|公网安备)/u.exec(line)?.[1] ?? '');

function namesIn(chars: string, year: number | null, gazetteer: Gazetteer): NameHit[] {
  index ??= NameIndex.upper(gazetteer);
  const whole = index
    .find(chars)
    .filter((hit) => !isAcross(chars, hit) && !isVerb(chars, hit) && !isVillage(chars, hit));
  const hits = whole.map((hit) => ({ ...hit, divisions: inTime(hit, year) }));
  return joinZones(chars, hits, gazetteer, (h) => isWord(h) && h.divisions.every((d) => d.level !== 'city'));
}

/** 马鞍山村 is a village, not 马鞍山市. */
const isVillage = (chars: string, { short, name, start, end }: NameHit): boolean =>
  short &&
  ((name.length > 2 && /^(?:村(?![里民委])|社区|嘎查|屯)/u.test(chars.slice(end, end + 2))) ||
    // 对郭道村、东阳城村的…
    (/^[^农山乡新各全渔区等的]村(?![里民委])/u.test(chars.slice(end, end + 3)) &&
      /^、$/u.test(chars[start - 1] ?? '')));

/** 会同县综合执法局: 会同 is what one body did with another, but for the county itself. */
const isVerb = (chars: string, { name, end }: NameHit): boolean =>
  name === '会同县' &&
  /^[\u4e00-\u9fff]{2,10}?(?:局|委|办|院|大队|中心|公司)/u.test(chars.slice(end, end + 12)) &&
  !chars.includes('怀化');

/** 白帝镇平安办 is no 镇平: the end of one name and the beginning of an ordinary word. */
const isAcross = (chars: string, { short, name, start }: NameHit): boolean =>
  short &&
  /^[镇乡县区市村]/u.test(name) &&
  isHan(chars.charAt(start - 1)) &&
  ordinary.has(chars.slice(start + 1, start + 3));

const isWord = (hit: NameHit): boolean => (hit.short && ordinary.has(hit.name)) || needsParent.has(hit.name);

/** Names of several counties, once each. */
function namesakes(hits: readonly NameHit[]): (readonly Division[])[] {
  const several = hits.filter((h) => !isWord(h) && h.divisions.length > 1 && h.divisions[0]?.level === 'county');
  return [...new Map(several.map((h) => [h.name, h.divisions])).values()];
}

/** 经开区 and the like: the zones that the document spells out, else those of the cities that it names. */
function bare(hit: NameHit, zones: readonly Division[], support: Support, gazetteer: Gazetteer): NameHit[] {
  const spelt = bareZones(hit.name, zones, gazetteer);
  const near = spelt.length > 0 ? spelt : hit.divisions.filter((d) => d.level === 'zone' && support.local(d) > 0);
  return near.length > 0 ? [{ ...hit, divisions: near, short: true }] : [];
}

/** Divisions that were there in that year; without a year, those last called so; all when none fits. */
function inTime({ name, divisions }: NameHit, year: number | null): readonly Division[] {
  if (year === null) return lastCalled(name, divisions);
  const then = year;
  const fitting = divisions.filter((d) => (d.validFrom ?? 0) <= then && then <= (d.validTo ?? then));
  const lasting = fitting.filter((d) => d.validTo !== then);
  if (lasting.length > 0 && fitting.every((d) => lasting.some((l) => l === d || l.code === d.successor)))
    return lasting;
  return fitting.length > 0 ? fitting : divisions;
}

/** 海安县 without a year is the county, not the 海安市 that it became; of several in turn it is the last. */
function lastCalled(name: string, divisions: readonly Division[]): readonly Division[] {
  const called = divisions.filter((d) => d.ownName === name);
  const fitting = called.length > 0 ? called : divisions;
  const last = fitting.filter((d) => d.validTo === null || !fitting.some((o) => o.code === d.successor));
  const today = last.filter((d) => d.validTo === null);
  return today.length > 0 ? today : last;
}

/** A short form that is no ordinary word and stands twice, or in the title, speaks for itself. */
function speaking(chars: string, hits: readonly NameHit[], title: number, ends: ReadonlySet<number>): NameHit[] {
  const plain = hits.filter(
    (h) =>
      h.short &&
      h.divisions.length === 1 &&
      h.divisions[0]?.level !== 'zone' &&
      !ordinary.has(h.name) &&
      mayBegin(chars, h.start, ends) &&
      !LONGER.test(chars.slice(h.end, h.end + 2)),
  );
  const counts = new Map<string, number>();
  for (const h of plain) counts.set(h.name, (counts.get(h.name) ?? 0) + 1);
  return plain.filter((h) => h.end <= title || (counts.get(h.name) ?? 0) > 1).slice(0, 40);
}

/** A full name of one division that is no ordinary word stands for itself. */
const isPlain = (hit: NameHit): boolean => !hit.short && hit.divisions.length === 1 && !needsParent.has(hit.name);

/** Full names that common words run into (补上｜城区). */
const GENERIC = /^.(?:城区|新区|市区|郊区|矿区|山区|湖区|港区|海区)$/u;
/** The last character of a body, which a verb follows: 县公安局｜会同县财政局. */
const BODY_END = /[局委办队所院府厅部室处]/u;

/** Whether a full name is the end of one word and the start of another. */
const isRunInto = (chars: string, hit: NameHit, ends: ReadonlySet<number>): boolean =>
  isInsideWord(chars, hit.start, hit.end) ||
  isHonour(chars, hit) ||
  (!hit.short &&
    hit.divisions[0]?.level !== 'zone' &&
    ((GENERIC.test(hit.name) && !mayBegin(chars, hit.start, ends)) ||
      (ordinary.has(hit.name.slice(0, -1)) && BODY_END.test(chars[hit.start - 1] ?? ''))));

/** 命名为“平安区”: an ordinary word and a kind, alone in quotation marks. */
const isHonour = (chars: string, { name, start, end }: NameHit): boolean =>
  ordinary.has(name.replace(/[市县区]$/u, '')) && chars[start - 1] === '“' && chars[end] === '”';
