import type { Span } from '../article/article.ts';
import type { Draft } from './draft.ts';
import type { Frame } from './frame.ts';
import { inSpan, isLocal, type NamedPlace } from './named-place.ts';
import { areJoined, EACH, joinedBefore, ofEach } from './respective.ts';

/**
 * 在新兴镇、赤寿乡各设卡口2套: a figure that each of several named places has is a claim of each. Of places that are only
 * counted (16个乡镇各2辆) or not all named (、长岗等6镇各1套) it stays one.
 */
export function forEachPlace(d: Draft): Draft[] {
  const places = d.kind === 'OUTCOME' ? undefined : placesOfEach(d.frame);
  if (places === undefined) return [d];
  const from = (m: NamedPlace) =>
    m.start >= d.frame.clause.start ? 'clause' : m.start >= d.frame.sentence.start ? 'sentence' : 'paragraph';
  return places.map((m) => ({ ...d, site: { places: [m.place], span: m, from: from(m) } }));
}

/** The places of which each has the figure, when a text names all of them. */
export function placesOfEach(f: Frame): readonly NamedPlace[] | undefined {
  const words = f.leadWords;
  const each = EACH.exec(words);
  if (each === null ? !WITH_IT.test(words) : !isOfEach(words.slice(each.index + 1))) return undefined;
  // 相山镇和马鞍镇各有巡逻队11支、14支
  if (ofEach(f) !== undefined) return undefined;
  if (each === null) return withEach(f);
  const at = f.clause.start + each.index;
  const before = words.slice(0, each.index);
  const counted = COUNTED.exec(before)?.[1];
  const own = sites(f, { start: f.clause.start, end: at });
  const list = own.length > 0 ? listAt(f, own, at) : undefined;
  if (list || (own.length > 0 && counted === undefined)) return list;
  if (counted !== undefined) return theseOf(f, f.clause.start, NUMBERS[counted] ?? Number(counted));
  // 在东石镇、长田镇各建警务室2个，｜配备摩托车各3辆
  const bare =
    at + 1 === f.trigger.start && /^[^\d、]{2,14}$/u.test(before) && !/派出所|单位|部门|[镇乡村]/u.test(before);
  return bare || AGAIN.test(before) ? continued(f) : undefined;
}

/** 骔岭镇、百兴镇各建劝导站2个，｜配劝导员6名: what goes with what each of them got, right behind it. */
function withEach(f: Frame): readonly NamedPlace[] | undefined {
  const [previous] = f.clausesBefore;
  if (!previous || f.scene.chars[previous.end - 1] !== '，') return undefined;
  const given = f.scene.chars.slice(previous.start, previous.end - 1);
  const each = EACH.exec(given);
  const own = each && inSpan(f.scene, { start: previous.start, end: previous.start + each.index });
  return own && own.length > 1 ? listAt(f, own, previous.start + each.index) : undefined;
}

const WITH_IT = /^(?:并|另|均|都)?(?:配备|配|设置|设|另设|安装|装|聘请|聘)了?(?!.*[共计])[\u4e00-\u9fff]{1,8}$/u;

/** 永宁乡、三塘乡派出所各配1辆: named places, or those of the stations that a list ends with. */
function sites(f: Frame, span: Span): readonly NamedPlace[] {
  const stations = f.scene
    .inside(f.scene.mentions.agencies.mentions, span)
    .filter((a) => a.agency?.type === 'police_station' && a.surface.endsWith('派出所'));
  const counted = /[两二三四五\d]个?[\u4e00-\u9fff]{0,2}派出所$/u.test(f.scene.slice(span));
  const named =
    stations.length === 0 && !counted
      ? inSpan(f.scene, span)
      : f.scene
          .inside(f.scene.mentions.places.mentions, span)
          .filter((m): m is NamedPlace => m.place !== null && isLocal(m.place));
  // 莲花镇朗山村: one place, by its town and its name
  return named.flatMap((m, i) => {
    const [before, next] = [named[i - 1], named[i + 1]];
    if (next?.start === m.end && next.place.parent === m.place.code) return [];
    return before?.end === m.start && m.place.parent === before.place.code ? [{ ...m, start: before.start }] : [m];
  });
}

/** 长田镇出资15万元、上举镇出资12万元，｜两镇: so many places, in a list or one after the other in the sentence. */
function theseOf(f: Frame, end: number, size: number): readonly NamedPlace[] | undefined {
  const told = inSpan(f.scene, { start: f.sentence.start, end }).filter((m) => isLocal(m.place));
  const distinct = [...new Map(told.map((m) => [m.place.code, m])).values()].filter(
    (m) => !told.some((lower) => lower.place.parent === m.place.code),
  );
  return joinedBefore(f, end, size) ?? (distinct.length === size ? distinct : undefined);
}

/** Whether a figure is of what 各 shares out: no other clause's, and no sum of it (各2辆，共6辆). */
const isOfEach = (between: string): boolean =>
  /^[^，。；：]{0,28}$/u.test(between) &&
  !/共|合计|总计|累计|其中/u.test(between) &&
  !/\d[^、和及与]{7,}$/u.test(between);

/** 两镇, 这3个村: places that were named before, by their number, right before what they each get. */
const COUNTED =
  /(?:^|[为给在又还并应]|[年季]内|[年月]底前?|今年|明年|目前)(?:这|上述|以上|该)?([两二三四五六]|\d)个?(?:地|乡?镇|乡|镇乡|村|街道|社区|村居|县|区|苏木|嘎查)(?:均|都|也|又|还|将|计划|分别|应于?[^，。]{0,6})?$/u;
const NUMBERS: Readonly<Record<string, number>> = { 两: 2, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6 };

/** The list that ends where 各 stands, when it is whole. */
function listAt(f: Frame, own: readonly NamedPlace[], at: number): readonly NamedPlace[] | undefined {
  const list = lastList(f, own);
  const last = list.at(-1);
  if (list.length < 2 || last === undefined) return undefined;
  const between = f.scene.chars.slice(last.end, at);
  const counted = /^([两二三四五六七八九]|\d{1,2})个?/u.exec(between)?.[1];
  const isWhole = counted === undefined || (NUMBERS[counted] ?? Number(counted)) === list.length;
  // 在付店镇、双柳树镇与外县交界的地方设立卡点各1处
  const long = at + 1 === f.trigger.start ? /^[^、，。；等]{0,24}$/u : /^[^、，。；等和与及]{0,12}$/u;
  return isWhole && long.test(between) ? list : undefined;
}

/** The last places that are joined to each other. */
function lastList(f: Frame, own: readonly NamedPlace[]): readonly NamedPlace[] {
  for (let end = own.length; end > 1; end--) {
    for (let from = 0; from < end - 1; from++) {
      const list = own.slice(from, end);
      if (areJoined(f, list)) return list;
    }
  }
  return [];
}

/** Nothing but words that go on. */
const AGAIN =
  /^(?:并|又|还|再|也|均|都|另|同时|另外|将|拟|计划|准备|分别)*(?:[给为](?:自己|本村|各自)?的?[\u4e00-\u9fff]{0,4})?$/u;

/** 给新光村、新升村各建岗亭1个，｜各装报警铃40个: the places of the clause before, when they share that one. */
function continued(f: Frame): readonly NamedPlace[] | undefined {
  for (const clause of f.clausesBefore) {
    const words = f.scene.slice(clause);
    const named = inSpan(f.scene, clause);
    const list = lastList(f, named);
    if (list.length > 1) return /等[\d两三四五六七八九十]*[个镇乡村]/u.test(words) ? undefined : list;
    const counted = named.length === 0 ? POINTED.exec(words)?.[1] : undefined;
    if (counted !== undefined) return theseOf(f, clause.start, NUMBERS[counted] ?? Number(counted));
    if (named.length > 0) return undefined;
  }
  return undefined;
}

/** 两村一共凑了4.6万元, 已将两村列入计划: the places that were named before, by their number. */
const POINTED = /^(?:[^，。；]{0,6}[将把为给在由])?([两二三四五六])个?(?:地|乡?镇|乡|镇乡|村|街道|社区|县|区)/u;
