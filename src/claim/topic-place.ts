import type { Span } from '../article/article.ts';
import type { PlaceRef } from '../gazetteer/place.ts';
import type { Sentence } from '../text/text.ts';
import type { Distance } from './claim.ts';
import { type Frame, hasFigure } from './frame.ts';
import { hasPlace, inSpan, isLocal, type NamedPlace } from './named-place.ts';
import type { Scene } from './scene.ts';

/** Where a claim holds. */
export interface SiteFinding {
  readonly places: readonly PlaceRef[];
  readonly span: Span | null;
  readonly from: Distance;
}

/** The place that the sentences before speak of, as long as it lies in the article's own place. */
export function earlier(f: Frame): SiteFinding | undefined {
  // 一期…在沱江镇；二期…: another phase need not be where the first was.
  if (/^(?:[今去明]年的?|目前的?|正在[^，。]{0,4}的)?[二三四五]期/u.test(f.sentenceWords)) return undefined;
  for (const sentence of f.scene.before(f.sentence)) {
    const topic = f.scene.onceFor('place to go on from', sentence, () => lastingTopic(f.scene, sentence));
    if (!topic || (topic.place.level === 'village' && SUMS_UP.test(f.sentenceWords))) continue;
    return {
      ...(coordinated(f, listFrom(f.scene, sentence, topic)) ?? { places: [topic.place], span: topic }),
      from: 'paragraph',
    };
  }
  return undefined;
}

/** The place that a sentence is about, where the next sentences may go on with it. */
function lastingTopic(scene: Scene, sentence: Sentence): NamedPlace | undefined {
  // （双峪社区 蒲女士）: who asked.
  if (/^问：|^（[^）]*）$/u.test(scene.slice(sentence))) return undefined;
  const topic = topicPlace(scene, sentence);
  return topic && !isElsewhere(scene, topic) && !isItem(scene, topic) && !isSurvey(scene, sentence) ? topic : undefined;
}

/** 留固镇自筹38万元建成92个，白道口镇自筹45万元建成104个。: what several towns did, one by one, is the county's to go on from. */
function isSurvey(scene: Scene, sentence: Span & { readonly clauses: readonly Span[] }): boolean {
  const { subject } = scene.mentions.places;
  if (subject?.level !== 'county') return false;
  const openers = sentence.clauses.flatMap((c) => {
    const [first] = inSpan(scene, c);
    return first?.start === c.start && first.place.level === 'town' && hasFigure(scene, c) ? [first.place.code] : [];
  });
  return new Set(openers).size > 1;
}

/** 据统计，…; 监控投用以来，…: what sums up does not go on with the village of the story before it. */
const SUMS_UP =
  /^(?:据统计|据介绍|据了解|统计显示|数据显示|(?:目前|截至[^，。]{1,10}，)?已?(?:累计)?拨付|[^，。]{2,16}(?:投用|启用|开通|运行|使用|上线|推行|建成)(?:以来|后)，)/u;

/** 拉萨的飞机落在贡嘎县: another place that only describes. */
const isElsewhere = ({ chars, mentions }: Scene, topic: NamedPlace): boolean =>
  mentions.places.subject?.level === 'county' &&
  // Towns of a county that was renamed have the codes of what it became.
  (chars[topic.end] === '的' && !isLocal(topic.place)
    ? !topic.place.code.startsWith(mentions.places.subject.code)
    : topic.place.code.slice(0, 4) !== mentions.places.subject.code.slice(0, 4) &&
      !holds(topic.place, mentions.places.subject));

const holds = (upper: PlaceRef, lower: PlaceRef): boolean => lower.code.startsWith(upper.code.replace(/0+$/u, ''));

/** 其中社港、沙市2个已搬入新址: a place that counts as one of several says nothing of what follows. */
const isItem = (scene: Scene, topic: NamedPlace): boolean =>
  /其中[^，。]{0,8}$/u.test(scene.chars.slice(0, topic.start).slice(-12)) ||
  /^(?:的|那|境内的?)?(?:、[^，。；]{1,12})?[\d一二两三四五六七八九十]+[个处座家]|^(?:分到|分得)/u.test(
    scene.chars.slice(topic.end, topic.end + 18),
  );

/** A topic place with those that are joined to it (青阳、陈埭、安海三地). */
function listFrom(scene: Scene, sentence: Span, topic: NamedPlace): NamedPlace[] {
  const list = [topic];
  for (const next of inSpan(scene, sentence).filter((m) => m.start >= topic.end)) {
    const last = list.at(-1);
    if (last && scene.chars.slice(last.end, next.start) === '、') list.push(next);
  }
  return list;
}

/** The place that the article is about. */
export function article(scene: Scene): SiteFinding {
  const { home, subjectSpan } = scene.mentions.places;
  return { places: home ? [home] : [], span: subjectSpan, from: 'document' };
}

/** The county or city that the article is about, whatever town of it. */
export function ofSubject(scene: Scene): SiteFinding | undefined {
  const { subject, subjectSpan } = scene.mentions.places;
  return subject ? { places: [subject], span: subjectSpan, from: 'document' } : undefined;
}

/** The last place before the figure; of places joined by 、 the division that holds them all, when the text is about it. */
export function coordinated(f: Frame, found: readonly NamedPlace[]): { places: PlaceRef[]; span: Span } | undefined {
  const last = found.at(-1);
  if (!last) return undefined;
  const apart = inTowns(f, found);
  if (apart) return apart;
  const list = [last];
  for (const mention of [...found].reverse().slice(1)) {
    const next = list[0];
    if (
      next &&
      /^(?:、|和|及|与|等)$/u.test(f.scene.chars.slice(mention.end, next.start)) &&
      mention.place.parent === last.place.parent
    )
      list.unshift(mention);
    else break;
  }
  // 在镇区和杏花村安装: in the town and one of its villages
  const withTown =
    /(?:镇区|集镇|场镇|县城|城区|街上)[和及与、]$/u.test(
      f.scene.chars.slice(Math.max(0, (list[0]?.start ?? 0) - 4), list[0]?.start ?? 0),
    ) && !/分别/u.test(f.clauseWords);
  const span = { start: list[0]?.start ?? last.start, end: last.end };
  const all = list.map((m) => m.place);
  // 塘川、五十、南门峡等8个乡镇, 榆林、临江等农村派出所5个: the last one named is one of more.
  const isOfMore =
    /^等(?![级候待于到])/u.test(f.scene.chars.slice(last.end, last.end + 8)) && last.end <= f.trigger.start;
  const common = list.length > 1 || isOfMore || withTown ? sharedPlace(f.scene, last.place.parent) : undefined;
  return { places: common ? [common, ...all] : all, span };
}

/** 弦山街道七星湖社区、紫水街道和平街社区等地: villages of several towns, each behind its own, are of the county. */
function inTowns(f: Frame, found: readonly NamedPlace[]): { places: PlaceRef[]; span: Span } | undefined {
  const { subject } = f.scene.mentions.places;
  if (found.length < 3) return undefined;
  const villages = found.filter((m, i) => found[i - 1]?.end === m.start && m.place.parent === found[i - 1]?.place.code);
  const [first, last] = [villages.at(-2), villages.at(-1)];
  const next = last && found[found.indexOf(last) - 1];
  if (!subject || !first || !last || !next || found.at(-1) !== last || first.place.parent === last.place.parent)
    return undefined;
  if (!/^[、和及与]$/u.test(f.scene.chars.slice(first.end, next.start))) return undefined;
  if (!last.place.code.startsWith(subject.code.replace(/0+$/u, ''))) return undefined;
  const places = villages.map((m) => m.place);
  return { places: [subject, ...places], span: { start: first.start, end: last.end } };
}

function sharedPlace(scene: Scene, parent: string | null): PlaceRef | undefined {
  const { subject, mentions } = scene.mentions.places;
  if (subject?.code === parent) return subject;
  return scene.once(`place ${parent}`, () => mentions.find((m) => m.place?.code === parent)?.place ?? undefined);
}

/** 在各乡镇布下探头: what a body above did for all of its places. */
const FOR_ALL =
  /^(?:据|据悉，)?[县市区旗][^，。]{1,12}(?:透露|介绍|统计|消息|通报|表示|获悉|算总?账|的数字)|全[县市区]|县城主要|推广到|[\d一二三四五六七八九十]+个(?:乡镇|镇街|镇|乡)|各(?:乡镇|镇|街道|村)|(?:镇级|村级)(?!配套|财政|自筹|补助|投入)/u;

/** Where the body of a span is; one above the article's town counts only where the sentence speaks of all its towns. */
export function agencyPlace(
  scene: Scene,
  span: Span,
  sentence: Span = span,
): { places: PlaceRef[]; span: Span } | undefined {
  const agency = scene
    .inside(scene.mentions.agencies.mentions, span)
    .find((m) => m.agency.place && m.agency.type !== 'enterprise');
  const place = agency?.agency.place;
  if (!agency || !place) return undefined;
  const { home } = scene.mentions.places;
  const above =
    place.code === home?.parent || (place.level === 'province' && home?.code.startsWith(place.code.slice(0, 2)));
  return !above || FOR_ALL.test(scene.slice(sentence)) ? { places: [place], span: agency } : undefined;
}

/** The place that a sentence is about: the first that stands at the head of one of its clauses, or where all of it is. */
export function topicPlace(
  scene: Scene,
  sentence: Span & { readonly clauses: readonly Span[] },
): NamedPlace | undefined {
  if (!hasPlace(scene, sentence)) return undefined;
  const last = inSpan(scene, sentence).at(-1);
  if (last && sentence.end - last.end < 2 && /^[^，；]{2,24}[在是][^，；]{2,20}。?$/u.test(scene.slice(sentence)))
    return last;
  for (const clause of sentence.clauses) {
    // 镇政府挤出26万元…；红安村自己掏了3.8万元: the second of two is not what goes on.
    if (scene.chars.slice(sentence.start, clause.start).includes('；')) break;
    // 【高州专电】高州市长坡镇新装的…: the dateline is not what the sentence is about.
    const dateline = /^【[^】]{2,12}】/u.exec(scene.slice(clause))?.[0].length ?? 0;
    // 【江庄镇】地处两省交界: a label that is nothing but the place
    const [label] = inSpan(scene, { start: clause.start, end: clause.start + dateline });
    if (label?.start === clause.start + 1 && label.end === clause.start + dateline - 1) return label;
    const all = inSpan(scene, { start: clause.start + dateline, end: clause.end });
    const first = all[0];
    // 放在全县看，…: the whole county, whatever town the text is about
    if (
      first &&
      /^(?:放在|放到|从|就)$/u.test(scene.chars.slice(clause.start, first.start)) &&
      /^(?:来?看|范围)/u.test(scene.chars.slice(first.end, clause.end))
    )
      return first;
    // 在云南驿镇，: a place that a sentence opens with alone is what it is about.
    const sets = first && clause.start === sentence.start && scene.chars.slice(clause.start, first.start) === '在';
    if (
      !first ||
      !((sets && scene.chars[first.end] === '，') || leads(scene.chars.slice(clause.start + dateline, first.start)))
    )
      continue;
    let lowest = first;
    for (const next of all) if (next.start === lowest.end) lowest = next;
    // 威县县城东南的姜霍寨村，: a clause that is nothing but where a village lies
    const closes = all.at(-1);
    return closes && isIntroduced(scene, lowest, closes, clause) ? closes : lowest;
  }
  return undefined;
}

const isIntroduced = ({ chars }: Scene, upper: NamedPlace, last: NamedPlace, clause: Span): boolean =>
  chars.slice(last.end, clause.end).length < 2 &&
  /^[^，。；]{0,8}的$/u.test(chars.slice(upper.end, last.start)) &&
  last.place.code !== upper.place.code &&
  holds(upper.place, last.place);

const leads = (words: string): boolean => words.length <= 6 && !/在|到|从|向|与|和|至|往|以|驻/u.test(words);
