import type { Span } from '../article/article.ts';
import type { Frame } from './frame.ts';
import { inSpan, type NamedPlace } from './named-place.ts';
import { ofSubject, type SiteFinding } from './topic-place.ts';

/** The place of a figure that stands for one of several places in their order. */
export const ofEach = (f: Frame): SiteFinding | undefined => ofTwo(f) ?? respectively(f);

/** 和顺镇、猴桥镇已照着做，｜前者配协警9名，后者16名: the first or the second of the two named last. */
function ofTwo(f: Frame): SiteFinding | undefined {
  const word = /^(?:其中)?(前者|后者)/u.exec(f.clauseWords)?.[1];
  if (word === undefined) return undefined;
  const seat = withSeat(f);
  if (seat) return seat === word ? ofSubject(f.scene) : found(f, lastBefore(f));
  const pair = joinedBefore(f, f.clause.start, 2);
  return pair && found(f, pair[word === '前者' ? 0 : 1]);
}

/** 县城和盛乐镇的监控也一并上了: one of the two is the county town; which word means it. */
function withSeat(f: Frame): '前者' | '后者' | undefined {
  const last = lastBefore(f);
  if (last === undefined) return undefined;
  if (/(?:县城|城区)[和与、及]$/u.test(f.scene.chars.slice(Math.max(0, last.start - 3), last.start))) return '前者';
  return /^[和与、及](?:县城|城区)/u.test(f.scene.chars.slice(last.end, last.end + 3)) ? '后者' : undefined;
}

const lastBefore = (f: Frame): NamedPlace | undefined =>
  inSpan(f.scene, { start: f.sentence.start, end: f.clause.start }).at(-1);

/** 曲塘、李堡两镇分别拿出95万元和88万元: the first figure is of the first place, the second of the second. */
function respectively(f: Frame): SiteFinding | undefined {
  const word = distributor(f);
  if (word === undefined || f.figure === null) return undefined;
  const figures = figuresFrom(f, word);
  const mine = figures.findIndex((q) => q.start === f.trigger.start);
  if (figures.length < 2 || mine < 0) return undefined;
  const named = inSpan(f.scene, { start: f.sentence.start, end: word }).slice(-figures.length);
  const list = areJoined(f, named) && named.length === figures.length ? named : undefined;
  const pointed = SUCH.test(f.scene.chars.slice(f.sentence.start, word)) ? joinedBefore(f, word, figures.length) : list;
  return found(f, (list ?? pointed)?.[mine]);
}

/** 三镇｜分别: places that were named before, by their number. */
const SUCH = /[两二三四五六]个?(?:地|镇|乡|村|街道|社区|县|区|处|苏木)[^，。；]{0,6}$/u;

/** Where the word stands by which figures are shared out: 分别 in the sentence, or 各 in the figure's own clause. */
function distributor(f: Frame): number | undefined {
  const apart = f.scene.once('分别', () => f.scene.chars.includes('分别')) ? f.wordsBefore.lastIndexOf('分别') : -1;
  if (apart >= 0) return f.sentence.start + apart;
  const each = EACH.exec(f.leadWords);
  return each ? f.clause.start + each.index : undefined;
}

/** 各配巡逻车2台、3台: each its own, which 各村, 各类 and 各自 are not. */
export const EACH =
  /各(?!派出所|自(?!筹|组建|成立|建|装|设|招|聘|配|买)|[镇乡村类项种级界单部社小地路族区县市街嘎])(?=[^，。；]*$)/u;

/** The figures of one measure word that follow each other from an offset on. */
function figuresFrom(f: Frame, from: number): Span[] {
  const unit = f.figure?.type === 'quantity' ? f.figure.unit : null;
  const alike = f.scene
    .inside(f.scene.figures, { start: from, end: f.sentence.end })
    .filter((q) => (q.type === 'quantity' ? q.unit : null) === unit);
  const apart = alike.findIndex(
    (q, i) => i > 0 && !/^[^，。；]{0,4}[、和及与]$/u.test(f.scene.chars.slice(alike[i - 1]?.end ?? 0, q.start)),
  );
  return apart < 0 ? alike : alike.slice(0, apart);
}

/** The last places before an offset that are joined and so many, in its sentence or the two before. */
export function joinedBefore(f: Frame, end: number, size: number): NamedPlace[] | undefined {
  for (const sentence of [f.sentence, ...f.scene.before(f.sentence).slice(0, 2)]) {
    const named = inSpan(f.scene, { start: sentence.start, end: Math.min(sentence.end, end) });
    for (let last = named.length; last >= size; last--) {
      const list = named.slice(last - size, last);
      if (areJoined(f, list) && !areJoined(f, named.slice(Math.max(0, last - size - 1), last), size)) return list;
    }
  }
  return undefined;
}

/** Whether places stand in one list; `over` asks that they be more than so many. */
export const areJoined = (f: Frame, list: readonly NamedPlace[], over = 0): boolean =>
  list.length > over &&
  list.every(
    (m, i) =>
      i === 0 ||
      // 官道口镇段、五里川镇段; 重安派出所、旧州派出所
      /^(?:段|路段|境|境内|派出所)?[、和及与]$/u.test(f.scene.chars.slice(list[i - 1]?.end ?? 0, m.start)),
  );

const found = (f: Frame, m: NamedPlace | undefined): SiteFinding | undefined =>
  m && { places: [m.place], span: m, from: m.start >= f.sentence.start ? 'sentence' : 'paragraph' };
