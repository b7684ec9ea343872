import type { Span } from '../article/article.ts';
import type { PlaceRef } from '../gazetteer/place.ts';
import type { Sentence } from '../text/text.ts';
import type { Frame } from './frame.ts';
import { inSpan, isLocal, type NamedPlace } from './named-place.ts';
import { actorPlace, payerPlace } from './payer-place.ts';
import { homeOfProgram, isBelow } from './program-place.ts';
import { placedAfter } from './put-place.ts';
import { ofEach } from './respective.ts';
import type { Scene } from './scene.ts';
import { ofCounty, ofCountyTown, ofSpeaker } from './spoken-place.ts';
import { agencyPlace, article, coordinated, earlier, ofSubject, type SiteFinding, topicPlace } from './topic-place.ts';

/** A turn of words that says where a figure holds, or leaves it to the next. */
interface Turn {
  readonly name: string;
  find(f: Frame): SiteFinding | undefined;
}

/** From what the words say outright to what they leave open. */
const TURNS: readonly Turn[] = [
  { name: 'the first figure of the first place', find: ofEach },
  { name: 'put somewhere by the clause after', find: placedAfter },
  { name: 'of the county', find: ofCounty },
  { name: 'in the county town', find: ofCountyTown },
  { name: 'of who speaks', find: ofSpeaker },
  { name: 'named in the clause', find: inClause },
  { name: 'the works or the place of the sentence before', find: spokenOf },
  { name: 'the village of 村里', find: (f) => ownVillage(f) },
  { name: 'in it, whoever pays', find: locative },
  { name: 'where the body of the clause is', find: actorPlace },
  { name: 'of all towns', find: ofTowns },
  { name: 'the others', find: ofOthers },
  { name: 'the clauses before', find: inClausesBefore },
  { name: 'where its program runs', find: ofProgram },
  { name: 'the sentences before', find: earlier },
];

/** The place of a frame: named in its clause, its sentence, the sentences before it, else the article's own. */
export function siteOf(f: Frame): SiteFinding {
  for (const turn of TURNS) {
    const found = turn.find(f);
    if (found) return found;
  }
  return article(f.scene);
}

/** The nearest place of the clause before the figure, else the first after it. */
function inClause(f: Frame): SiteFinding | undefined {
  const own = inSpan(f.scene, f.clause).filter((m) => !isAside(f, m));
  const before = own.filter((m) => m.end <= f.trigger.start);
  // 其中镇区40个、桥头村8个: of the town itself, whatever follows
  if (before.length === 0 && /(?:镇区|集镇|场镇|县城|城区|圩镇)$/u.test(f.headWords)) return undefined;
  const found = coordinated(f, before.length > 0 ? before : own.filter((m) => m.start >= f.trigger.end));
  return found && { ...found, from: 'clause' };
}

/** 这里, 该镇, 该工程: of what the sentence before spoke. */
function spokenOf(f: Frame): SiteFinding | undefined {
  return /^(?:这里|那里|当地|该[镇乡村](?!\d))/u.test(f.sentenceWords) || isHere(f) ? earlier(f) : sameWorks(f);
}

const isHere = (f: Frame): boolean =>
  pointsHere(f.scene) &&
  ((f.clauseIndex === 0 && /在这[里儿]|在此(?![之前后期])/u.test(f.leadWords)) ||
    /在这[里儿](?:设立|设置|设|新?建|安装|装)/u.test(f.scene.chars.slice(f.sentence.start, f.clause.start)));

/** Whether a text says 在这里 or 在此 anywhere. */
const pointsHere = (scene: Scene): boolean => scene.once('here', () => /在这[里儿]|在此/u.test(scene.chars));

function ofTowns(f: Frame): SiteFinding | undefined {
  if (!OF_TOWNS.test(f.leadWords)) return undefined;
  // 乡镇专职巡逻队, in an article about one town: of its county
  return (f.scene.mentions.places.home?.level === 'town' ? ofSubject(f.scene) : undefined) ?? article(f.scene);
}

/** 兴仁镇安装探头97个。｜“天网工程”投用半年来，破案83起: of the whole county, when that is where the text told of the program. */
function ofProgram(f: Frame): SiteFinding | undefined {
  const words = { start: f.sentence.start, end: f.trigger.start };
  const named = f.scene.inside(f.scene.mentions.programs.mentions, words).at(-1);
  const home = named && homeOfProgram(f.scene, named);
  const [below] = (home && earlier(f)?.places) ?? [];
  const wider = home && below && home.code !== below.code && isBelow(below, home);
  return wider ? { places: [home], span: named, from: 'paragraph' } : undefined;
}

function ofOthers(f: Frame): SiteFinding | undefined {
  if (!/^(?:其他|其余)/u.test(f.clauseWords)) return undefined;
  // 河头镇6个村共安装54个，其中河头村12个，｜其余4个村各8个
  const [first] = f.clauseIndex > 0 ? inSpan(f.scene, f.sentence.clauses[0] ?? f.clause) : [];
  const whole = first?.start === f.sentence.start && isLocal(first.place) ? first : undefined;
  return whole ? { places: [whole.place], span: whole, from: 'sentence' } : (earlier(f) ?? article(f.scene));
}

/** What the clauses before the figure's own name, nearest first, as long as they speak of the same. */
function inClausesBefore(f: Frame): SiteFinding | undefined {
  for (const previous of f.clausesBefore) {
    const words = f.scene.slice(previous);
    if (isApart(f, previous)) return undefined;
    if (paysPart(f, words)) continue;
    // 在七营村补装32个，探头总数达到200个: a sum is not of the spot where the last were put
    if (words.startsWith('在') && /总数|总量/u.test(f.headWords)) continue;
    // 其中镇区40个、桥头村8个，并为水库加装: parts say nothing of what else was done.
    if (
      /^其中[^，。]{1,14}\d[^，。]*、[^，。]*\d/u.test(words) &&
      /^(?:并|同时|另|还|与|累计|共|合计|总计)/u.test(f.clauseWords)
    )
      continue;
    // 在新寨村建警务室1个；公开招聘巡防队员8名: where one point was built says nothing of the next.
    if (isOtherPoint(f, previous)) continue;
    if (PAYS.test(words) || /(?:分到|分得)\d/u.test(words)) continue;
    // 其中朝阳镇60名；为巡防队配备…: a part of the figure before says nothing of what follows the semicolon.
    if (words.endsWith('；') && /其中/u.test(words)) return undefined;
    if (isOfPart(f, previous)) continue;
    const found = ownVillage(f, previous) ?? openPlace(f, previous) ?? payerPlace(f, previous);
    if (found) return found;
  }
  return undefined;
}

/** Whether a semicolon behind a clause begins what has nothing to do with it. */
function isApart(f: Frame, previous: Span): boolean {
  if (f.semicolon < previous.end - 1) return false;
  const between = f.scene.chars.slice(previous.end - 1, f.trigger.start);
  return (
    // 一是…；二是招录辅警80名: another point of the sentence.
    /；[二三四五六七八九十]是/u.test(between) ||
    // 在三个派出所建成分控中心3处；在入境公路建成卡口2个: each where it says.
    (between.startsWith('；') &&
      /^在[^，。；]{2,8}?(?:新建|建成|建设|设立|设置|增设|安装|建|设|装)/u.test(f.clauseWords)) ||
    // 二期是沿国道建治安卡口，今年已立起5处: the phase before says nothing of it.
    /；[二三四]期/u.test(between)
  );
}

function openPlace(f: Frame, clause: Span): SiteFinding | undefined {
  const all = inSpan(f.scene, clause);
  if (all.length === 0) return undefined;
  // 落实沛县“雪亮工程”，…: in an article about one town, its county is where the program is from.
  const { home } = f.scene.mentions.places;
  const above = (m: NamedPlace) =>
    home?.level === 'town' && m.place.code === home.parent && !m.relative && m.start > clause.start;
  const open = all.filter((m) => !isAside(f, m) && !above(m));
  const named = leading(all, clause) ?? coordinated(f, open);
  return named && { ...named, from: 'sentence' };
}

/** 上海援藏资金, 江苏对口支援…: who helps, not where. */
const HELPS = /^市?(?:对口|援(?:助|建|[藏疆青甘黔滇川桂陕宁渝蒙])|帮扶|支援|扶贫协作)/u;

/** A helper from elsewhere; or a place in brackets that close before the figure (（其中潘垫村28台）之外的). */
const isAside = (f: Frame, m: NamedPlace): boolean => {
  if (HELPS.test(f.scene.chars.slice(m.end, m.end + 5))) return true;
  if (m.start >= f.trigger.end) return /（[^）]*$/u.test(f.scene.chars.slice(f.trigger.end, m.start));
  const between = f.scene.chars.slice(m.end, f.trigger.start);
  return between.includes('）') && !/（[^）]*）/u.test(between);
};

/** 老四平镇派出所业务用房尾款95万元。｜该工程总投资460万元: the works of the sentence before stand where its body does. */
function sameWorks(f: Frame): SiteFinding | undefined {
  const before = f.scene.before(f.sentence);
  const labels = f.scene.once('labels of works', () => labelsOf(f.scene));
  const points = /^(?:该|这项|此项|这个)(?:工程|项目)/u.test(f.sentenceWords);
  const last = points ? before[0] : labels.size > 0 ? before.find((s) => labels.has(s)) : undefined;
  if (!last) return undefined;
  const local = topicPlace(f.scene, last) ? undefined : agencyPlace(f.scene, last);
  return local && { ...local, from: 'paragraph' };
}

/** The sentences of a text that are nothing but the name of works. */
const labelsOf = ({ chars, text }: Scene): ReadonlySet<Sentence> =>
  new Set(
    chars.includes('项目。') || chars.includes('工程。')
      ? text.sentences.filter((s) => LABEL.test(chars.slice(s.start, s.end)))
      : [],
  );

/** （二）佳木镇派出所业务用房项目。: a sentence that is the name of the works that the next ones speak of. */
const LABEL = /^(?:（[一二三四五六七八九十\d]+）|[一二三四五六七八九十\d]+[、.．])?[^，。、；]{4,24}(?:项目|工程)。$/u;

/** 乡镇综治中心已升级9个: of towns, not of the one named before. */
const OF_TOWNS =
  /^(?:另外|此外|还有)?(?:(?:全部|所有)?(?:各|多个)?(?:乡镇|农村|镇街|街镇|乡镇街道|镇村)|在(?:农村|各?乡镇))(?!级|政府|自筹|配套|两级)/u;

/** 先从马东村试起，｜村集体再掏4.5万元: the village that the words before name last. */
function ownVillage(f: Frame, clause: Span = f.clause): SiteFinding | undefined {
  if (!/^(?:村集体|村委会|村里|村上|社区里|村民)/u.test(f.scene.slice(clause))) return undefined;
  const paragraph = f.scene.paragraph(f.sentence);
  const before = paragraph ? inSpan(f.scene, { start: paragraph.start, end: clause.start }) : [];
  const last = before.filter((m) => m.place.level === 'village').at(-1);
  const from = last && last.start >= f.sentence.start ? 'sentence' : 'paragraph';
  return last && { places: [last.place], span: last, from };
}

/** 其中五云街道388个、壶镇镇174个；第四期新增166个: parts before a semicolon say nothing of what follows it. */
function isOfPart(f: Frame, clause: Span): boolean {
  const { chars } = f.scene;
  const cut = f.semicolon;
  if (cut < clause.end - 1) return false;
  const from = Math.max(f.sentence.start, chars.lastIndexOf('；', cut - 1) + 1);
  const part = chars.indexOf('其中', from);
  return part >= 0 && part <= clause.start;
}

/** A point behind a semicolon, in a village or town of the article's place where the point before was built. */
function isOtherPoint(f: Frame, clause: Span): boolean {
  const { chars, mentions } = f.scene;
  if (isHiring(f, clause)) return true;
  if (f.semicolon < clause.end - 1) return false;
  const last = inSpan(f.scene, clause).at(-1);
  const { home } = mentions.places;
  // 三里屯街道的6座警务亭已经动工；投资1600万元的二期…
  if (last && /^的\d/u.test(chars.slice(last.end, last.end + 2))) return true;
  return (
    last !== undefined &&
    chars[last.start - 1] === '在' &&
    last.place.code !== home?.code &&
    /^(?:公开|同步|新增|增设|招聘|招录|购置|采购|更换|添置|为|给)/u.test(f.clauseWords)
  );
}

/** 在三官寺乡设立警务室2个，｜公开招聘辅警80人: who is hired by all is not hired where one thing was set up. */
const isHiring = (f: Frame, clause: Span): boolean =>
  clause.start !== f.sentence.start &&
  /^在[^，。；]{2,10}(?:设立|新建|增设|建成|设)/u.test(f.scene.slice(clause)) &&
  /^(?:公开|面向社会)[^，。]{0,4}(?:招聘|招录|选聘)/u.test(f.clauseWords);

/** 其中县财政补助35万元，｜镇财政投入31万元: the payer of one part says nothing of the next. */
const paysPart = (f: Frame, clause: string): boolean =>
  f.figure?.type === 'money' &&
  /^其中[^，。]{1,14}(?:补助|配套|负担|安排|拨付|投入|自筹|承担|拨款|补贴|出资|支出)[\d.]/u.test(clause) &&
  /^，?(?:[镇乡村]|各|社会|企业|群众|其余|剩余)/u.test(f.headWords);

/** 由县财政承担1900万元、怀城镇配套480万元: who paid what says nothing of where things stand. */
const PAYS = /承担[^，。]{0,12}元[、和][^，。]{2,12}(?:配套|承担|分担)/u;

/** 在吉布库镇的夏牧场，县公安局搭起…: where it stands, whoever set it up; 在这里 is the place that the sentence opens with. */
function locative(f: Frame): SiteFinding | undefined {
  const first = f.clausesBefore.at(-1);
  if (!first || f.semicolon >= 0) return undefined;
  const words = f.wordsBefore;
  const [upper, ...rest] = inSpan(f.scene, first);
  if (!upper) return undefined;
  // 在玉亭镇毛溪社区，: the lowest of what follows on each other
  const lowest = rest.reduce((low, m) => (m.start === low.end ? m : low), upper);
  // 在与平江县交界的塘湖镇，
  const closing = rest.at(-1);
  const borders =
    closing && /(?:交界|接壤|毗邻|相邻)的$/u.test(f.scene.chars.slice(Math.max(0, closing.start - 3), closing.start));
  const place = borders ? closing : lowest;
  if (!isLocal(place.place) || rest.some((m) => m.start > place.end)) return undefined;
  // 在同州街道选取12个小区试点，…，县财政补助96万元
  const alone = borders && f.scene.chars[place.end] === '，' && words.startsWith('在');
  const tried =
    alone ||
    (f.scene.chars[place.start - 1] === '在' &&
      /^(?:【[^】]{2,12}】[ \u3000]?)?在[^，]{2,9}(?:选取|选择|选定|试点|先行|新建|建设|建成|安装)/u.test(words));
  return tried ||
    (pointsHere(f.scene) && /在这里|在这儿|在此(?![之前后期])/u.test(words)) ||
    /^在[^，]{2,9}(?:的[^，]{1,6})?，/u.test(words)
    ? { places: [place.place], span: place, from: 'sentence' }
    : undefined;
}

/** 该县抓住全市推进的机遇，｜投入…: the place that a clause opens with and says nothing of, where another follows. */
function leading(named: readonly NamedPlace[], clause: Span): { places: PlaceRef[]; span: Span } | undefined {
  const [first, second] = named;
  const isTopic = first && (first.start === clause.start || first.surface.startsWith('该'));
  const opens = isTopic && second && /^[全我]/u.test(second.surface);
  return opens ? { places: [first.place], span: first } : undefined;
}
