import type { Span } from '../article/article.ts';
import type { PlaceRef } from '../gazetteer/place.ts';
import type { Distance } from './claim.ts';
import { clausesAfter, clausesBefore, type Frame, hasFigure } from './frame.ts';
import { inSpan, type NamedPlace } from './named-place.ts';
import type { Scene } from './scene.ts';

/** Where a claim holds. */
export interface SiteFinding {
  readonly places: readonly PlaceRef[];
  readonly span: Span | null;
  readonly from: Distance;
}

/** The place of a frame: named in its clause, its sentence, the sentences before it, else the article's own. */
export function siteOf(f: Frame): SiteFinding {
  const each = respectively(f);
  if (each) return each;
  const put = placedAfter(f);
  if (put) return put;
  const own = inSpan(f.scene, f.clause).filter((m) => !isAside(f, m));
  const before = own.filter((m) => m.end <= f.trigger.start);
  const clause = coordinated(f, before.length > 0 ? before : own.filter((m) => m.start >= f.trigger.end));
  if (clause) return { ...clause, from: 'clause' };
  const here = /^(?:这里|那里|当地|该[镇乡村](?!\d))/u.test(f.scene.slice(f.sentence)) ? earlier(f) : sameWorks(f);
  if (here) return here;
  const village = ownVillage(f);
  if (village) return village;
  const spot = locative(f);
  if (spot) return { places: [spot.place], span: spot, from: 'sentence' };
  const actor = agencyPlace(f.scene, { start: f.clause.start, end: f.trigger.start }, f.sentence);
  if (actor) return builtAt(f, actor.places[0]) ?? { ...actor, from: 'clause' };
  if (OF_TOWNS.test(f.scene.slice({ start: f.clause.start, end: f.trigger.start }))) return article(f.scene);
  if (/^(?:其他|其余)/u.test(f.scene.slice(f.clause))) return earlier(f) ?? article(f.scene);
  for (const previous of clausesBefore(f)) {
    if (PAYS.test(f.scene.slice(previous)) || /(?:分到|分得)\d/u.test(f.scene.slice(previous))) continue;
    // 其中朝阳镇60名；为巡防队配备…: a part of the figure before says nothing of what follows the semicolon.
    if (f.scene.slice(previous).endsWith('；') && /其中/u.test(f.scene.slice(previous))) break;
    if (isOfPart(f, previous)) continue;
    const village = ownVillage(f, previous);
    if (village) return village;
    const open = inSpan(f.scene, previous).filter((m) => !isAside(f, m));
    const named = leading(f.scene, previous) ?? coordinated(f, open);
    if (named) return { ...named, from: 'sentence' };
    const actor = agencyPlace(f.scene, previous, f.sentence);
    if (actor) return builtAt(f, actor.places[0]) ?? localTopic(f, actor.places[0]) ?? { ...actor, from: 'sentence' };
  }
  return earlier(f) ?? article(f.scene);
}

/** （其中潘垫村28台）之外的: a place in brackets that close before the figure says nothing of it. */
const isAside = (f: Frame, m: NamedPlace): boolean => {
  if (m.start >= f.trigger.end) return /（[^）]*$/u.test(f.scene.chars.slice(f.trigger.end, m.start));
  const between = f.scene.chars.slice(m.end, f.trigger.start);
  return between.includes('）') && !/（[^）]*）/u.test(between);
};

/** 老四平镇派出所业务用房尾款95万元。｜该工程总投资460万元: the works of the sentence before stand where its body does. */
function sameWorks(f: Frame): SiteFinding | undefined {
  const [last] = f.scene.before(f.sentence);
  if (!last || !/^(?:该|这项|此项|这个)(?:工程|项目)/u.test(f.scene.slice(f.sentence))) return undefined;
  const local = topicPlace(f.scene, last) ? undefined : agencyPlace(f.scene, last);
  return local && { ...local, from: 'paragraph' };
}

/** 乡镇综治中心已升级9个: of towns, not of the one named before. */
const OF_TOWNS =
  /^(?:另外|此外|还有)?(?:全部|所有)?(?:各|多个)?(?:乡镇|镇街|街镇|乡镇街道|镇村)(?!级|政府|自筹|配套|两级)/u;

/** 添移动警务室3间，放在吉布胡郎图苏木: the clause after says where. */
function placedAfter(f: Frame): SiteFinding | undefined {
  const [next] = clausesAfter(f);
  const words = next ? f.scene.slice(next) : '';
  const put =
    next && /^(?:都|均|全部)在|^(?:都|均|全部|分别)?(?:放|设|建|装|安|立|落|架|坐落|位于)(?:在|到|于)?/u.exec(words);
  if (!next || !put || hasFigure(f.scene, next)) return undefined;
  const [first, ...rest] = inSpan(f.scene, next);
  if (first?.start !== next.start + put[0].length) return undefined;
  const found = coordinated(f, [first, ...rest]);
  return found && { ...found, from: 'sentence' };
}

/** 先从马东村试起，｜村集体再掏4.5万元: the village that the words before name last. */
function ownVillage(f: Frame, clause: Span = f.clause): SiteFinding | undefined {
  if (!/^(?:村集体|村委会|村里|村上|社区里|村民)/u.test(f.scene.slice(clause))) return undefined;
  const paragraph = f.scene.paragraph(f.sentence);
  const before = paragraph ? inSpan(f.scene, { start: paragraph.start, end: clause.start }) : [];
  const last = before.filter((m) => m.place.level === 'village').at(-1);
  const from = last && last.start >= f.sentence.start ? 'sentence' : 'paragraph';
  return last && { places: [last.place], span: last, from };
}

/** 检查站在茅荆坝乡落成，县局自筹35万元: what a body above paid for stands where the sentence says that it was built. */
function builtAt(f: Frame, payer: PlaceRef | undefined): SiteFinding | undefined {
  for (const clause of clausesBefore(f)) {
    if (!/[在于][^，。]{2,14}(?:落成|建成|建起|启用|揭牌|挂牌|开工|动工)/u.test(f.scene.slice(clause))) continue;
    const spot = inSpan(f.scene, clause).find((m) => /[在于]$/u.test(f.scene.chars.slice(clause.start, m.start)));
    if (spot && payer && spot.place.code.startsWith(payer.code.replace(/0+$/u, '')))
      return { places: [spot.place], span: spot, from: 'sentence' };
  }
  return undefined;
}

/** 其中五云街道388个、壶镇镇174个；第四期新增166个: parts before a semicolon say nothing of what follows it. */
function isOfPart(f: Frame, clause: Span): boolean {
  const { chars } = f.scene;
  const cut = chars.lastIndexOf('；', f.trigger.start);
  if (cut < clause.end - 1 || cut < f.sentence.start) return false;
  const from = Math.max(f.sentence.start, chars.lastIndexOf('；', cut - 1) + 1);
  const part = chars.indexOf('其中', from);
  return part >= 0 && part <= clause.start;
}

/** 匼河村没有集体收入。｜镇政府补助1.5万元，盖起岗楼1座: a body above helped the village that the text speaks of. */
function localTopic(f: Frame, payer: PlaceRef | undefined): SiteFinding | undefined {
  if (f.figure?.type === 'money') return undefined;
  const topic = earlier(f);
  const [place] = topic?.places ?? [];
  if (payer?.level !== 'town') return undefined;
  const below = place && payer && place.code !== payer.code && place.code.startsWith(payer.code.replace(/0+$/u, ''));
  return below && /^(?:town|village)$/u.test(place.level) ? topic : undefined;
}

/** 由县财政承担1900万元、怀城镇配套480万元: who paid what says nothing of where things stand. */
const PAYS = /承担[^，。]{0,12}元[、和][^，。]{2,12}(?:配套|承担|分担)/u;

/** 在吉布库镇的夏牧场，县公安局搭起…: where it stands, whoever set it up; 在这里 is the place that the sentence opens with. */
function locative(f: Frame): NamedPlace | undefined {
  const spans = [f.clause, ...clausesBefore(f)];
  const first = spans.at(-1) ?? f.clause;
  const words = f.scene.chars.slice(f.sentence.start, f.trigger.start);
  const [place, other] = inSpan(f.scene, first);
  if (spans.length < 2 || !place || other || words.includes('；') || !/^(?:town|village)$/u.test(place.place.level))
    return undefined;
  return /在这里|在这儿|在此地/u.test(words) || /^在[^，]{2,9}(?:的[^，]{1,6})?，/u.test(words) ? place : undefined;
}

/** 该县抓住全市推进的机遇，｜投入…: the place that a clause opens with and says nothing of, where another follows. */
function leading(scene: Scene, clause: Span): { places: PlaceRef[]; span: Span } | undefined {
  const [first, second] = inSpan(scene, clause);
  const isTopic = first && (first.start === clause.start || first.surface.startsWith('该'));
  const opens = isTopic && second && /^[全我]/u.test(second.surface);
  return opens ? { places: [first.place], span: first } : undefined;
}

/** 曲塘、李堡两镇分别拿出95万元和88万元: the first figure is of the first place, the second of the second. */
function respectively(f: Frame): SiteFinding | undefined {
  const { chars } = f.scene;
  const at = chars.slice(f.sentence.start, f.trigger.start).lastIndexOf('分别');
  if (at < 0 || f.figure === null) return undefined;
  const word = f.sentence.start + at;
  const unit = f.figure.type === 'quantity' ? f.figure.unit : null;
  const figures = f.scene
    .inside(f.scene.figures, { start: word, end: f.sentence.end })
    .filter((q) => (q.type === 'quantity' ? q.unit : null) === unit);
  const named = inSpan(f.scene, { start: f.sentence.start, end: word });
  const list = named.slice(-figures.length);
  const joined = list.every((m, i) => i === 0 || /^[、和及与]$/u.test(chars.slice(list[i - 1]?.end ?? 0, m.start)));
  const mine = list[figures.findIndex((q) => q.start === f.trigger.start)];
  return figures.length > 1 && list.length === figures.length && joined && mine
    ? { places: [mine.place], span: mine, from: 'sentence' }
    : undefined;
}

/** The place that the sentences before speak of, as long as it lies in the article's own place. */
function earlier(f: Frame): SiteFinding | undefined {
  for (const sentence of f.scene.before(f.sentence)) {
    // （双峪社区 蒲女士）: who asked.
    if (/^问：|^（[^）]*）$/u.test(f.scene.slice(sentence))) continue;
    const topic = topicPlace(f.scene, sentence);
    if (topic && isElsewhere(f.scene, topic)) continue;
    if (topic && !isItem(f.scene, topic))
      return {
        ...(coordinated(f, listFrom(f.scene, sentence, topic)) ?? { places: [topic.place], span: topic }),
        from: 'paragraph',
      };
  }
  return undefined;
}

/** 拉萨的飞机落在贡嘎县: another place that only describes. */
const isElsewhere = ({ chars, mentions }: Scene, topic: NamedPlace): boolean =>
  chars[topic.end] === '的' &&
  mentions.places.subject?.level === 'county' &&
  !topic.place.code.startsWith(mentions.places.subject.code);

/** 其中社港、沙市2个已搬入新址: a place that counts as one of several says nothing of what follows. */
const isItem = (scene: Scene, topic: NamedPlace): boolean =>
  /其中[^，。]{0,8}$/u.test(scene.chars.slice(0, topic.start).slice(-12)) ||
  /^(?:、[^，。；]{1,12})?[\d一二两三四五六七八九十]+[个处座家]/u.test(scene.chars.slice(topic.end, topic.end + 18));

/** A topic place with those that are joined to it (青阳、陈埭、安海三地). */
function listFrom(scene: Scene, sentence: Span, topic: NamedPlace): NamedPlace[] {
  const list = [topic];
  for (const next of inSpan(scene, sentence).filter((m) => m.start >= topic.end)) {
    const last = list.at(-1);
    if (last && scene.chars.slice(last.end, next.start) === '、') list.push(next);
  }
  return list;
}

function article(scene: Scene): SiteFinding {
  const { home, subjectSpan } = scene.mentions.places;
  return { places: home ? [home] : [], span: subjectSpan, from: 'document' };
}

/** The last place before the figure; of places joined by 、 the division that holds them all, when the text is about it. */
function coordinated(f: Frame, found: readonly NamedPlace[]): { places: PlaceRef[]; span: Span } | undefined {
  const last = found.at(-1);
  if (!last) return undefined;
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
  const span = { start: list[0]?.start ?? last.start, end: last.end };
  const all = list.map((m) => m.place);
  // 塘川、五十、南门峡等8个乡镇: the last one named is one of more.
  const isOfMore = /^等[\d一二三四五六七八九十]+个?(?:乡|镇|街|村)/u.test(f.scene.chars.slice(last.end, last.end + 8));
  const common = list.length > 1 || isOfMore ? sharedPlace(f.scene, last.place.parent) : undefined;
  return { places: common ? [common, ...all] : all, span };
}

function sharedPlace(scene: Scene, parent: string | null): PlaceRef | undefined {
  const { subject, mentions } = scene.mentions.places;
  if (subject?.code === parent) return subject;
  return scene.once(`place ${parent}`, () => mentions.find((m) => m.place?.code === parent)?.place ?? undefined);
}

/** 在各乡镇布下探头: what a body above did for all of its places. */
const FOR_ALL = /全[县市区]|各(?:乡镇|镇|街道|村)|镇级|村级/u;

/** Where the body of a span is; one above the article's town counts only where the sentence speaks of all its towns. */
function agencyPlace(scene: Scene, span: Span, sentence: Span = span): { places: PlaceRef[]; span: Span } | undefined {
  const agency = scene
    .inside(scene.mentions.agencies.mentions, span)
    .find((m) => m.agency.place && m.agency.type !== 'enterprise');
  const place = agency?.agency.place;
  const { home } = scene.mentions.places;
  const above =
    place?.code === home?.parent || (place?.level === 'province' && home?.code.startsWith(place.code.slice(0, 2)));
  return agency && place && (!above || FOR_ALL.test(scene.slice(sentence)))
    ? { places: [place], span: agency }
    : undefined;
}

/** The place that a sentence is about: the first that stands at the head of one of its clauses, or where all of it is. */
function topicPlace(scene: Scene, sentence: Span & { readonly clauses: readonly Span[] }): NamedPlace | undefined {
  const words = scene.slice(sentence);
  const last = inSpan(scene, sentence).at(-1);
  if (
    last &&
    /^[^，；]{2,24}[在是][^，；]{2,20}。?$/u.test(words) &&
    scene.chars.slice(last.end, sentence.end).length < 2
  )
    return last;
  for (const clause of sentence.clauses) {
    // 镇政府挤出26万元…；红安村自己掏了3.8万元: the second of two is not what goes on.
    if (scene.chars.slice(sentence.start, clause.start).includes('；')) break;
    const all = inSpan(scene, clause);
    const first = all[0];
    if (!first || !leads(scene.chars.slice(clause.start, first.start))) continue;
    let lowest = first;
    for (const next of all) if (next.start === lowest.end) lowest = next;
    return lowest;
  }
  return undefined;
}

const leads = (words: string): boolean => words.length <= 6 && !/在|到|从|向|与|和|至|往|以|驻/u.test(words);
