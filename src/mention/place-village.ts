import type { Gazetteer } from '../gazetteer/gazetteer.ts';
import type { PlaceRef } from '../gazetteer/place.ts';
import { placeWords } from './place-index.ts';

/** A village or community linked in a text. */
export interface LinkedVillage {
  readonly start: number;
  readonly end: number;
  readonly place: PlaceRef;
}

interface Seat {
  readonly start: number;
  readonly end: number;
  readonly place: PlaceRef;
}

const SUFFIX =
  /(?:村(?!队)|居委会?|居民区|社区(?!巡|警|矫正|网格|戒毒|治安|联防|安保|保安|干部|工作)|小区|嘎查|管区)(?!民|委|级|里|居(?!委)|屯|部|庄|镇|务|组|史|口|头(?![\u4e00-\u9fff]*村)|（社区）|（居）|落|域|医|规|情|干)/gu;
const classes = new Set(placeWords.villageClass);
/** Names that begin like a particle (和平, 为民). */
const proper = new Set(placeWords.villageName);
const STOP =
  /[的了在和与及到从对向由把被将各全该本每个这那某市县区镇乡州旗省，。；：、！？（）“”《》\d\sA-Za-z住即叫是为有或讯以年像等]/u;
/** What no name goes over: 和平村 and 向阳村 hold words that STOP takes for particles. */
const SPLIT = /[的了，。；：、！？（）“”《》\d\sA-Za-z]/u;
/** Longest name of a village without 村, in characters. */
const LONGEST = 6;
const EDGE = /[，。；：、！？（）“”\n在到从由与和及的对向自往赴如以像据了接至]/u;

/** Finds villages behind their town, in a list of villages, or alone at an edge when the town or county is known. */
export function findVillages(
  chars: string,
  seats: readonly Seat[],
  home: (at: number) => PlaceRef | null,
  gazetteer: Gazetteer,
  inName: (at: number) => boolean,
): LinkedVillage[] {
  const found: LinkedVillage[] = [];
  const ends = new Map(seats.map((s) => [s.end, s]));
  const villages = new Map<number, PlaceRef>();
  for (const match of chars.matchAll(SUFFIX)) {
    const end = match.index + match[0].length;
    if (inName(match.index)) continue;
    const village = villageAt(chars, match.index, end, ends, villages, home, gazetteer);
    if (village) {
      found.push(village);
      ends.set(village.end, village);
      villages.set(village.end, village.place);
    }
  }
  return found;
}

function villageAt(
  chars: string,
  suffix: number,
  end: number,
  ends: ReadonlyMap<number, Seat>,
  villages: ReadonlyMap<number, PlaceRef>,
  home: (at: number) => PlaceRef | null,
  gazetteer: Gazetteer,
): LinkedVillage | undefined {
  const start = proper.has(chars.slice(suffix - 2, suffix)) ? suffix - 2 : nameStart(chars, suffix, ends);
  const far = reach(chars, suffix, ends, SPLIT);
  const holder = ends.get(far)?.place ?? (EDGE.test(chars[far - 1] ?? '，') ? home(far) : null);
  const whole = far < start && holder && !isClass(chars.slice(far, suffix));
  const exact = whole ? knownVillage(chars, far, suffix, end, holder, gazetteer) : undefined;
  if (exact?.start === far) return exact;
  const seat = ends.get(start);
  const own = chars.slice(start, suffix);
  if (own.length < 1 || own.length > LONGEST) return undefined;
  const sibling = chars[start - 1] === '、' ? villages.get(start - 1) : undefined;
  const parent = seat?.place ?? (sibling ? townOf(sibling) : home(start));
  if (!parent || parent.level === 'province') return undefined;
  // 平安寨村: a kind of village by its words, and a village all the same where the list has it
  if (isClass(own)) {
    const named = own.length > 2 || seat ? knownVillage(chars, start, suffix, end, parent, gazetteer) : undefined;
    return named?.start === start ? named : undefined;
  }
  return (
    knownVillage(chars, start, suffix, end, parent, gazetteer) ??
    ((own.length > 1 || seat) &&
    !isPhrase(own) &&
    !isTownName(own, parent, gazetteer) &&
    (seat || sibling || isClean(chars, start, own))
      ? keyed(chars, start, end, parent)
      : undefined)
  );
}

/** Where a name may begin that ends at an offset: behind a seat or a character of `stop`, or the longest name back. */
function reach(chars: string, end: number, seats: ReadonlyMap<number, Seat>, stop: RegExp): number {
  let start = end;
  while (start > 0 && end - start < LONGEST && !seats.has(start) && !stop.test(chars[start - 1] ?? '')) start--;
  return start;
}

/** Where the name behind a suffix begins; 其中 is never part of one. */
function nameStart(chars: string, suffix: number, seats: ReadonlyMap<number, Seat>): number {
  const start = reach(chars, suffix, seats, STOP);
  const among = chars.slice(start, suffix).lastIndexOf('其中');
  return among < 0 ? start : start + among + 2;
}

function townOf(sibling: PlaceRef): PlaceRef {
  return {
    code: sibling.parent ?? '',
    name: sibling.name.slice(0, -sibling.ownName.length),
    ownName: '',
    level: 'town',
    parent: null,
  };
}

/** The longest ending of the words that the gazetteer knows as a village of the county or town. */
function knownVillage(
  chars: string,
  from: number,
  suffix: number,
  end: number,
  parent: PlaceRef,
  gazetteer: Gazetteer,
): LinkedVillage | undefined {
  const county = /^\d{6}/u.exec(parent.code)?.[0];
  if (chars[end] === '村') {
    const doubled = knownVillage(chars, from, suffix + 1, end + 1, parent, gazetteer);
    if (doubled) return doubled;
  }
  for (let start = from; county && suffix - start >= 1; start++) {
    const name = chars.slice(start, end);
    // Lists write 赵村 as 赵村村民委员会: with one 村 or with two.
    const names = new Set([
      name,
      name.replace(/社区$|居委会?$/u, ''),
      name.replace(/居委会?$/u, '社区'),
      name.replace(/居民区$/u, '居委会'),
      name.replace(/居民区$/u, ''),
      ...(name.endsWith('村') ? [`${name}村`] : []),
    ]);
    const all = [...names].flatMap((n) => gazetteer.villageCodes(county, n));
    const codes = /^\d{9}$/u.test(parent.code) ? all.filter((code) => code.startsWith(parent.code)) : all;
    const [code] = codes;
    const town = code ? gazetteer.get(code.slice(0, 9)) : undefined;
    if (code && codes.length === 1 && town && (suffix - start >= 2 || isShort(chars, start, end)))
      return {
        start,
        end,
        place: { code, name: `${town.name}${name}`, ownName: name, level: 'village', parent: town.code },
      };
  }
  return undefined;
}

/** 赵村: a name of one character needs people of its own, or to be said again. */
const isShort = (chars: string, start: number, end: number): boolean =>
  !/[新老旧前后东西南北中上下大小本该全各农山水乡一二三四五六七八九十两几多城]/u.test(chars[start] ?? '') &&
  (/^(?:村民|民(?!警)|一个村|一户|委|两委|支部)/u.test(chars.slice(end, end + 3)) ||
    (/[，。；]/u.test(chars[start - 1] ?? '') && /^(?:还|自己|自筹|集体)/u.test(chars.slice(end, end + 2))) ||
    // 段村：28个: a label of its own line
    (chars[start - 1] === '\n' && chars[end] === '：') ||
    chars.split(chars.slice(start, end)).length > 2);

/** 标杆村, 农村: a kind of village, by the words or their ending. */
const isClass = (own: string): boolean =>
  classes.has(own) ||
  classes.has(own.slice(-2)) ||
  (own.length > 2 && classes.has(own.slice(0, 2))) ||
  /[农乡各该全每两几多老]$/u.test(own);

const isClean = (chars: string, start: number, own: string): boolean =>
  (start === 0 || EDGE.test(chars[start - 1] ?? '')) && own.length >= 2 && own.length <= 4;

/** Words that run into 村 or 社区 without naming one: 推行一村一警, 新建社区. */
const isPhrase = (own: string): boolean =>
  /[一二两三四五六七八九十百千万多数]$|自建|新建|组建|建设|建成|打造|推行|推进|开展|实施|启动|组织|完成|平安|示范|智慧|治安|监控|网格|管理|成立|涉及|覆盖|安装|利用|增派|选派|选聘|聘请|帮助|走进|牧业|林业|护村|护林|改善|着力|筑好|筑牢|建立|形成|构建|汇聚|汇集|提升|加强|强化|深入|全面|整治|升级|守护|维护|进村|投入|出资|自筹|率先|实现|[一二两三四几多\d]条|结合|充分|运用|高发|三无|俺们|咱们|我们|减少|针对|新增|精品|封闭|设置|依托|坚持|剩余|进出|出入|义务|聘用|批驻|度假|而据|借助|民警|辅警|协警|干警|影视|避暑|养老|[一两几多\d]名|[又给让使并也都就还再把巡]|[大小]事不出|夜里|带起|出自/u.test(
    own,
  );

/** 走出星村: the town of 星村镇 at the end of other words. */
const isTownName = (own: string, parent: PlaceRef, gazetteer: Gazetteer): boolean =>
  own.length > 1 &&
  gazetteer.towns(parent.code.slice(0, 6)).some((t) => t.ownName.replace(/[镇乡]$/u, '') === `${own.slice(-1)}村`);

function keyed(chars: string, start: number, end: number, parent: PlaceRef): LinkedVillage {
  const ownName = chars.slice(start, end);
  const level = ownName.endsWith('管区') ? ('zone' as const) : ('village' as const);
  return {
    start,
    end,
    place: { code: `${parent.code}/${ownName}`, name: `${parent.name}${ownName}`, ownName, level, parent: parent.code },
  };
}
