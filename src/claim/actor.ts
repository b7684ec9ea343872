import type { Span } from '../article/article.ts';
import type { AgencyMention, ClassMention, PlaceMention } from '../mention/mention.ts';
import { overlaps } from '../mention/span.ts';
import type { Actor, Distance } from './claim.ts';
import type { Frame } from './frame.ts';
import { isPaidByOthers } from './other-payer.ts';
import { pageBody } from './page-body.ts';
import type { Scene } from './scene.ts';

/** Who acted, with the words that name them. */
export interface ActorFinding {
  readonly actors: readonly Actor[];
  readonly span: Span | null;
  readonly from: Distance;
}

type Candidate = AgencyMention | ClassMention | PlaceMention;
/** What may stand between an actor and the verb or figure that it governs. */
const OBJECT_BEFORE =
  /(?:建成|新建|改造|筹建|成立|组建|用于|以|对|向|给|为|把|被|将|从|按照|根据|会同|联合|与|同|在|的|协助|配合|帮助|支援)$/u;

/** The actor of a frame: the subject of its clause, else of the clauses before it in the sentence. */
export function actorOf(f: Frame): ActorFinding {
  const by = payer(f);
  if (by) return toFinding(f.scene, [by], 'clause');
  const own = subject(f.scene, { start: f.clause.start, end: f.trigger.start });
  if (own.length > 0) return (isShare(f, own) ? sharer(f) : undefined) ?? toFinding(f.scene, own, 'clause');
  return isPaidByOthers(f) ? NOBODY : (ofSentence(f) ?? goneOn(f) ?? ofPage(f));
}

const NOBODY: ActorFinding = { actors: [], span: null, from: 'document' };

/** The subject of the clauses before: not who paid for what others put up, nor across a semicolon behind which another place is spoken of. */
function ofSentence(f: Frame): ActorFinding | undefined {
  for (const clause of f.clausesBefore) {
    if (/[时后前]，?$/u.test(f.scene.chars.slice(Math.max(clause.start, clause.end - 2), clause.end))) continue;
    const found = subject(f.scene, clause);
    const last = found.at(-1);
    if (!last || found.every((c) => hasShare(f.scene, c))) continue;
    if (
      f.semicolon >= last.end &&
      f.scene.holds(f.scene.mentions.places.mentions, { start: f.semicolon, end: f.trigger.start })
    )
      return NOBODY;
    const acting = found.filter((c) => !isTreasury(f, c));
    return acting.length > 0 ? toFinding(f.scene, acting, 'sentence') : undefined;
  }
  return undefined;
}

/** What stands between who has a share and its number. */
const HAS = '^(?:各有?|占[了去]?|有|计|得|共|分到|分别)?';
const SHARE = new RegExp(`${HAS}$`, 'u');
const HAS_SHARE = new RegExp(`${HAS}\\d`, 'u');

/** 买了30台摩托，嘉积镇分到18台，花了27万元: a place that has its share does not act. */
const hasShare = (scene: Scene, c: Candidate): boolean =>
  c.type === 'place' && HAS_SHARE.test(scene.chars.slice(c.end, c.end + 6));

/** 县财政安排150万元，新增探头420个: a treasury pays, and puts up nothing. */
const isTreasury = (f: Frame, c: Candidate): boolean =>
  c.type === 'agency' && c.agency.type === 'finance' && f.figure?.type !== 'money';

/** 县公安局建成警务室27个，其中新街镇5个: a place right before its number has a share of what somebody else did. */
const isShare = (f: Frame, own: readonly Candidate[]): boolean => {
  const last = f.scene.lastBefore(f.scene.mentions.places.mentions, f.trigger.start);
  return (
    own.every((c) => c.type === 'place') &&
    last !== undefined &&
    last.start >= f.clause.start &&
    SHARE.test(f.scene.chars.slice(last.end, f.trigger.start))
  );
};

/** Who gave the shares. */
function sharer(f: Frame): ActorFinding | undefined {
  for (const clause of f.clausesBefore) {
    const found = subject(f.scene, clause).filter((c) => c.type !== 'place' && !isTreasury(f, c));
    if (found.length > 0) return toFinding(f.scene, found, 'sentence');
  }
  const elsewhere = goneOn(f) ?? ofPage(f);
  return elsewhere.actors.length > 0 ? elsewhere : undefined;
}

/** 我局在扎塘镇安装88个。今年5月，又在扎其乡装了9个: who acted in the sentence before goes on. */
function goneOn(f: Frame): ActorFinding | undefined {
  const [last] = f.scene.before(f.sentence);
  if (!last || !GOES_ON.test(f.sentenceWords)) return undefined;
  const found = [...last.clauses].reverse().map((clause) => subject(f.scene, clause));
  const nearest = found.find((all) => all.length > 0);
  return nearest && toFinding(f.scene, nearest, 'paragraph');
}

const GOES_ON = /^(?:[^，。；]{0,10}[年月日初末底季]，?)?(?:又|还|再|另|并|同时，?(?:又|还))(?!有|一|次|悉|外|据)/u;

function ofPage(f: Frame): ActorFinding {
  const body = pageBody(f.scene);
  return body ? toFinding(f.scene, [body], 'document') : { actors: [], span: null, from: 'document' };
}

/** 所需经费15万元由县综治委拨付: who pays may stand behind the sum. */
function payer(f: Frame): Candidate | undefined {
  if (f.figure?.type !== 'money') return undefined;
  const by = /^[，]?(?:全部|均|全额)?由/u.exec(f.scene.chars.slice(f.trigger.end, f.sentence.end));
  const start = f.trigger.end + (by?.[0].length ?? 0);
  return by
    ? candidates(f.scene, { start, end: f.sentence.end }).find((c) => c.start === start && c.type !== 'place')
    : undefined;
}

/** The first actor of a clause with what is joined to it; one after 由 goes before all. */
function subject(scene: Scene, span: Span): Candidate[] {
  const all = candidates(scene, span);
  if (all.length === 0) return all;
  const by = all.find((c) => scene.chars[c.start - 1] === '由' && !isWinner(scene, c));
  const first = by ?? all.find((c) => !isObject(scene, span, c) && isFree(scene, c));
  if (!first) return [];
  const joined = [first];
  for (const next of all) {
    const last = joined.at(-1);
    if (
      last &&
      next.start >= first.end &&
      /^(?:、|和|与|及|以及|联合|会同|同)$/u.test(scene.chars.slice(last.end, next.start))
    )
      joined.push(next);
  }
  return joined;
}

/** 抽调民警28名, 协助民警抓获63名: people whom somebody sends or helps do not act. */
function isObject(scene: Scene, span: Span, c: Candidate): boolean {
  const before = scene.chars.slice(span.start, c.type === 'place' ? listStart(scene, span, c.start) : c.start);
  return (
    OBJECT_BEFORE.test(before) ||
    (c.type === 'class' &&
      (FOR_THEM.test(before) ||
        (LEVEL.test(c.surface) && OF_LEVEL.test(scene.chars.slice(c.end, c.end + 2))) ||
        (PEOPLE.test(c.surface) && (SENT.test(before) || COUNTED.test(scene.chars.slice(c.end, c.end + 8))))))
  );
}

/** 在古市镇筏铺村、新铺社区、桑耶镇安装: where the list of places begins in which something is put. */
function listStart(scene: Scene, span: Span, start: number): number {
  const last = scene.lastBefore(scene.mentions.places.mentions, start);
  const isListed = last !== undefined && last.start >= span.start && LISTED.test(scene.chars.slice(last.end, start));
  return isListed ? listStart(scene, span, last.start) : start;
}

const LISTED = /^(?:段|境内|辖区)?[、和与及]?$/u;

/** 为城区各派出所添置巡逻车, 帮群众追回电缆: for whom somebody acts. */
const FOR_THEM = /(?:为|给|向|帮|替)[^，。；、]{1,6}$/u;

/** 村级综治中心15个: a level that only describes what stands behind it. */
const LEVEL = /级$/u;
const OF_LEVEL = /^(?:综治|平台|监控|警务|视频|网格|中心|信息|治安|联防|共享|指挥)/u;

const PEOPLE = /^(?:民警|交警|派出所民警|群众|村民|业主|商户)$/u;
const SENT =
  /(?:抽调|抽派|选派|选调|调派|派出|派驻|派遣|派|安排|组织|配备|配|增派|下派|招聘|下沉|发动|动员|协助|帮助|救助|带领|便于|方便)(?:了|出)?(?:[^，。]{0,4}名)?$|\d余?[名个位]$/u;
const COUNTED = /^(?:、[辅协]警)?(?:约|近|共)?[\d一二两三四五六七八九十]+余?[名人位个]/u;

/** Who tells, publishes or is asked is not who acts. */
const TELLS =
  /^(?:有关|相关)?(?:负责人|负责同志|人士|工作人员|同志|领导|一位|督查室)?(?:介绍|表示|晒出|透露|通报|公布|称|说|获悉|了解|发布|消息|统计|数据|提供|召开|算|反映|宣布|提出需求|回应)/u;

/** 县综治办负责人徐建明表示; 派出所的台账: so does whose people or papers do. */
const SPOKEN =
  /^(?:[\u4e00-\u9fff]{0,6}?(?:负责人|[局所队站镇乡]长|主任|书记|教导员|的人)[\u4e00-\u9fff]{0,4}?(?:介绍|表示|透露|称|说|告诉)|的?(?:一份|一项)?(?:统计|台账|账上|材料|数据|记录)|给(?:记者|我们))/u;

/** 边境大队牵头建设的平台: who made what acts, which is not who acts. */
const BUILT_BY = /^(?:牵头|投资|自主|负责)?(?:建设|开发|研发|搭建|打造|推出)的/u;

/** 石永派出所业务技术用房: the house of a body is not the body. */
const HOUSE =
  /^的?(?:(?:新建)?(?:业务|技术|办公|营房|新址|新楼|综合)?(?:业务|技术|办公)?(?:用房|大楼|综合楼|办公楼|业务楼|营房)|新楼|新址|新营房|(?:迁建|改扩建|扩建|改造|装修)(?:工程|项目|列入|完工|竣工|落成|[，。]))/u;

/** Characters behind a body within which its people speak. */
const SPOKEN_WITHIN = 20;

/** A place with 的 or a noun behind it only describes. */
function isFree(scene: Scene, c: Candidate): boolean {
  if (TELLS.test(scene.chars.slice(c.end, c.end + 12)) || isWinner(scene, c)) return false;
  const after = scene.chars.slice(c.end, c.end + SPOKEN_WITHIN);
  if (c.type === 'agency' && (BUILT_BY.test(after) || HOUSE.test(after) || SPOKEN.test(after))) return false;
  return c.type !== 'place' || !/^(?:辖区|境内|城区)?[的内上下中里]/u.test(scene.chars.slice(c.end, c.end + 3));
}

/** 中标人：某公司: who won is not who pays. */
const isWinner = (scene: Scene, c: Candidate): boolean =>
  c.type === 'agency' &&
  c.agency.type === 'enterprise' &&
  (/^(?:中标|成交|中选)/u.test(scene.chars.slice(c.end, c.end + 2)) ||
    /(?:中标|成交|中选)(?:人|单位|供应商|企业|公司|方)?(?:名称|为|是)?：?$/u.test(
      scene.chars.slice(Math.max(0, c.start - 10), c.start),
    ));

function candidates(scene: Scene, span: Span): Candidate[] {
  const { agencies, places, programs } = scene.mentions;
  const bodies = scene.inside(agencies.mentions, span);
  const classes = scene.inside(agencies.classes, span);
  const named = scene.inside(places.mentions, span);
  if (bodies.length + classes.length + named.length === 0) return bodies;
  const acting = [...bodies, ...classes];
  const names = [acting, scene.inside(programs.mentions, span)];
  const free = named.filter(
    (p) =>
      p.place && !named.some((next) => next.start === p.end) && !names.some((list) => list.some((n) => overlaps(n, p))),
  );
  return acting.length === 0 ? free : [...acting, ...free].sort((a, b) => a.start - b.start);
}

function toFinding(scene: Scene, found: readonly Candidate[], from: Distance): ActorFinding {
  const start = found.reduce((low, c) => Math.min(low, c.start), Number.POSITIVE_INFINITY);
  const end = found.reduce((high, c) => Math.max(high, c.end), 0);
  return { actors: found.map((c) => toActor(scene, c)), span: { start, end }, from };
}

function toActor(scene: Scene, c: Candidate): Actor {
  if (c.type === 'agency') return { type: 'agency', ref: c.agency.id, name: c.agency.name };
  if (c.type === 'place' && c.place) return { type: 'place', ref: c.place.code, name: c.place.name };
  return { type: 'class', ref: null, name: scene.slice(c) };
}
