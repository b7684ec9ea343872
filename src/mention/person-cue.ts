import type { Span } from '../article/article.ts';
import { loadJson } from '../gazetteer/data.ts';
import { Lexicon } from '../gazetteer/lexicon.ts';
import { Needed } from './needed.ts';
import { isHan, SURNAMES, speechAt, surnameLength, surnameRank, TITLES, wordKind } from './person-lexicon.ts';
import { endsName } from './person-name.ts';

/** Given names of peoples whose names have no Chinese surname, as Chinese texts write them. */
const { names: WITHOUT_SURNAME } = loadJson<{ readonly names: readonly string[] }>('names-without-surname.json');
const LONGEST_FIRST = [...WITHOUT_SURNAME].sort((a, b) => b.length - a.length).join('|');

/** 吐尔逊, 那顺巴雅尔, 扎西卓玛: one or two of them, which what follows makes no place (巴音郭楞, 扎西镇). */
const PEOPLES_NAME = new RegExp(`(?:${LONGEST_FIRST}){1,3}(?!·)`, 'uy');
/** The same names, found without trying all of them at every character. */
const PEOPLES_NAMES = new Lexicon(WITHOUT_SURNAME.map((name) => [name, name] as const));
/** Behind a name: how old somebody is. */
const AGE = /^[，（]?(?:今年|现年|年过|年近)?(?:\d{1,2}|[一二三四五六七八九]?十[一二三四五六七八九]?)(?:多|周)?岁/u;
/** Surnames that make other words behind 老 or 小: 老党员, 老城, 小时, 小康. */
const OTHER_WORDS = '党路城车房家师方街年时康米商平高白金花木石明人区字干学校市县镇村';
/** What follows a person and hardly a thing. */
const DEEDS = /^(?:[家的也就都和跟不没]|在家|[，。！？；：”）、])/u;
/** 民警老罗一个人看: whoever serves by this word is a person. */
const SERVES = /^(?:民警|辅警|村民|队员|所长|队长|店主|业主)$/u;
/** 村支书老石: who leads or serves is a person whatever else the two characters may be. */
const LEADS = /^(?:支书|书记|主任|会计|组长|村长|民警|辅警|队长|所长|村民)$/u;
/** What hands do. */
const BUSY = /^(?:[扳指摸捧端拎推攥握掰拉望看笑]着|[拿掏翻搬]出)/u;
/** 民警小王庄村巡逻 is in a village. */
const VILLAGE = /^[\u4e00-\u9fff]?[庄村镇乡屯寨沟路街堡]/u;
/** The tail of a word for what somebody is: 村民, 值守员, 笋农, 女主人. */
const ROLE_TAIL = '民员农工人户师警长主';
/** What somebody is, before a name. */
const ROLE =
  '(?:村民|居民|干部|养[\\u4e00-\\u9fff]{1,2}户|牧民|渔民|农民|市民|[\\u4e00-\\u9fff]农|商户|店主|业主|户主|主人|队员|民警|辅警|[守护查管格检警宣]员|教导员|主任|局长|所长|队长|支书|书记|镇长|乡长|县长|站长|经理|老板|老人|负责人)';
/** What somebody does who is quoted. */
const SAID = '(?=说(?![明法服])|告诉记者|介绍(?:说|道)?[，。：]|表示，|回忆(?:说|道)|坦言)';
/** Names whatever they begin with: 吐尔逊, 朝鲁门, 裔长根. */
const ANY_NAME = new Needed(
  new RegExp(`(?<=${ROLE})[\\u4e00-\\u9fff]{2,5}${SAID}`, 'uy'),
  /说|告诉记者|介绍|表示，|回忆|坦言/gu,
  -5,
  -2,
);
/** 果农行永社指着墙上的报警器, 劝导员关凤山每逢集日都上路: who is seen at work. */
const SEEN = new Needed(
  new RegExp(
    `(?<=${ROLE}|[劝疏引][导解]员|网格员|信息员|协管员)[\\u4e00-\\u9fff]{2,3}(?=[指扳摸拍捧笑骑拿提]着|每逢|每天|每晚|天天|[拿掏翻]出)`,
    'uy',
  ),
  /[指扳摸拍捧笑骑拿提]着|每[逢天晚]|天天|[拿掏翻]出/gu,
  -3,
  -2,
);
/** Characters of adverbs and particles, which no such name holds: 村民们纷纷说, 居民高兴地说. */
const NO_NAME =
  /[的地着了们都也还就又再已曾正在向对跟和与及等把被将从给为以是有没不很更最可会能要想该此这那他她我你您咱一几多各每全双纷普忙]|才(?![让仁旦])|代表|家属|介绍|主动|激动|高兴|自豪|耐心|现场|当场|负责|所长|局长|队长|同志|老人|大爷|大娘|大妈|大叔|师傅/u;

/** 局长扣良庄昨晚…; 刑侦大队应雪琴被评为…: names that a rank with a time, or an honour gives away. */
const TOLD: readonly Needed[] = [
  new Needed(
    /(?<=(?:局长|所长|县长|市长|区长|镇长|乡长|书记|主任))[\u4e00-\u9fff]{3}(?=昨[晚日天]|今[天日晚早]|[上下]午|获[省市县厅国]|荣获|荣立)/uy,
    /昨[晚日天]|今[天日晚早]|[上下]午|获[省市县厅国]|荣[获立]/gu,
    -3,
    -3,
  ),
  new Needed(
    new RegExp(
      `(?<=(?:大队|中队|支队|科|室|派出所))[${SURNAMES.common}${SURNAMES.rare}][\\u4e00-\\u9fff]{1,2}(?=(?:、[\\u4e00-\\u9fff]{4,10})*(?:被评为|被授予|荣获|获评|荣立))`,
      'uy',
    ),
    /[大中支]队|科|室|派出所/gu,
    1,
    3,
  ),
];

/** 村民骆伟强开店, 本村人惠建社给的, 牧民尕藏老人: whom a role and what they do or own give away. */
const LIVES: readonly Needed[] = [
  new Needed(
    new RegExp(
      `(?<=(?:村民|居民|牧民|渔民|农民|店主|业主|商户|本村人|老党员))[${SURNAMES.common}${SURNAMES.rare}][\\u4e00-\\u9fff]{1,2}(?=开(?:了|着|摩|车|店|起)|给的|的?(?:奶奶|爷爷|母亲|父亲|妻子|丈夫|儿子|女儿|媳妇))`,
      'uy',
    ),
    /开[了着摩车店起]|给的|奶奶|爷爷|母亲|父亲|妻子|丈夫|儿子|女儿|媳妇/gu,
    -4,
    -2,
  ),
  new Needed(/(?<=牧民)[\u4e00-\u9fff]{2,4}(?=老人|大爷|大叔|阿妈|阿爸)/uy, /牧民/gu, 2, 2),
  // 在电动工具厂上班的龙小凤是受益者之一
  new Needed(
    new RegExp(
      `(?<=(?:上班|打工|务工|做工|租住|居住|经商|做生意|开店|摆摊|开[\\u4e00-\\u9fff]{1,3}店)的)[${SURNAMES.common}${SURNAMES.rare}][\\u4e00-\\u9fff]{1,2}(?=是|家的?|说|告诉|把|被|也|在|丢|的(?:电动|摩托|店|儿|女))`,
      'uy',
    ),
    /[班工住商意店摊]的/gu,
    2,
    2,
  ),
];

/** Persons told by what stands around names that no surname and no verb of speech gives away. */
export function cuedNames(chars: string): Span[] {
  return [...peoplesNames(chars), ...aged(chars), ...familiar(chars), ...quoted(chars), ...signed(chars)];
}

/** （通讯员 郄宝田）: nothing but a name, whatever it begins with. */
const REPORTER = new Needed(
  /(?<=[（(](?:本[报网台刊站])?(?:特约|实习|见习|首席)?(?:记者|通讯员)[ \u3000：]?)[\u3400-\u9fff]{2,4}(?=[）)])/uy,
  /记者|通讯员/gu,
  2,
  4,
);
/** What a list of names follows in notices. */
const NAMES_FOLLOW =
  /(?:联系人|经办人|嘉宾|受访[人者]|采购人代表|(?:评审|评标|谈判|磋商)(?:专家|委员会成员|小组成员|委员会|小组)(?:名单)?)：/gu;
/** Characters within which such a list ends. */
const NAMES_WITHIN = 60;

function signed(chars: string): Span[] {
  const reporters = REPORTER.in(chars).map((m) => ({ start: m.index, end: m.index + m[0].length }));
  const listed = [...chars.matchAll(NAMES_FOLLOW)].flatMap((m) => namesAt(chars, m.index + m[0].length));
  return [...reporters, ...listed].filter((s) => !TITLES.orgTails.includes(chars.charAt(s.end - 1)));
}

/** 周某某、冉某某（采购人代表）: the names that stand from an offset on, one after the other. */
function namesAt(chars: string, start: number): Span[] {
  const names: Span[] = [];
  for (let at = start; at < start + NAMES_WITHIN; ) {
    const name = /^[\u3400-\u9fff]{2,4}(?=[、，,；。 \u3000\n（(]|$)/u.exec(chars.slice(at, at + 5))?.[0];
    if (name === undefined) break;
    names.push({ start: at, end: at + name.length });
    at +=
      name.length +
      (/^(?:[（(][^（）()]{1,8}[）)])?、/u.exec(chars.slice(at + name.length, at + name.length + 12))?.[0].length ??
        NAMES_WITHIN);
  }
  return names;
}

/** Who is quoted, whatever the name begins with: 教导员朝鲁门说; and who is told of with rank or honour. */
function quoted(chars: string): Span[] {
  return [ANY_NAME, SEEN, ...TOLD, ...LIVES].flatMap((pattern) =>
    pattern.in(chars).flatMap(({ 0: name, index }) => {
      const word = NO_NAME.test(name) || wordKind(name.slice(0, 2)) !== null || /亲自|率队|带队/u.test(name);
      return word || (pattern !== SEEN && isOrganisation(name)) ? [] : [{ start: index, end: index + name.length }];
    }),
  );
}

/** 编辑部, 县志: no person, though a name may end in 志 as well. */
const isOrganisation = (name: string): boolean =>
  TITLES.orgTails.includes(name.slice(-1)) && !/^[\u4e00-\u9fff][^杂日县市史方]志$/u.test(name);

function peoplesNames(chars: string): Span[] {
  const names: Span[] = [];
  let end = 0;
  for (let name = PEOPLES_NAMES.first(chars); name; name = PEOPLES_NAMES.first(chars, end)) {
    const { start } = name;
    PEOPLES_NAME.lastIndex = start;
    const stands = PEOPLES_NAME.test(chars);
    end = stands ? PEOPLES_NAME.lastIndex : start + 1;
    if (stands && isPeoplesName(chars, start, end)) names.push({ start, end });
  }
  return names;
}

/** Whether somebody does something under the name, or is something. */
function isPeoplesName(chars: string, start: number, end: number): boolean {
  const stands = endsName(chars, end) || DEEDS.test(chars.slice(end, end + 2)) || isRole(chars, start);
  const part = isPlaceTail(chars.charAt(end)) || isPlaceTail(chars.charAt(end + 1));
  return stands && !part && !inWord(chars, start);
}

/** A surname with a given name before an age: 奉石生今年61岁. */
function aged(chars: string): Span[] {
  return [...chars.matchAll(/岁/gu)].flatMap(({ index }) => {
    for (let start = Math.max(0, index - 12); start < index - 3; start++) {
      const length = [3, 2].find((n) => isName(chars, start, n) && AGE.test(chars.slice(start + n, start + n + 10)));
      if (length !== undefined && isOpen(chars, start)) return [{ start, end: start + length }];
    }
    return [];
  });
}

/** 老 or 小 with a surname, where somebody does or says something: 村民老靳, 巡查员小曾说, 老吴家的牛圈. */
function familiar(chars: string): Span[] {
  return [...chars.matchAll(/[老小]/gu)].flatMap(({ index }) => {
    const surname = chars.charAt(index + 1);
    const rank = surnameRank(surname);
    const end = index + 2;
    // 村支书老石扳着指头算
    if (rank !== null && LEADS.test(chars.slice(Math.max(0, index - 2), index)) && BUSY.test(chars.slice(end, end + 2)))
      return [{ start: index, end }];
    if (rank === null || rank === 'rare' || OTHER_WORDS.includes(surname)) return [];
    const speaks = speechAt(chars, end) !== '';
    // 在上垟、小梅、安仁: one of a list of places
    const isItem = chars.charAt(end) === '、' && /[、在]/u.test(chars.charAt(index - 1));
    const acts =
      speaks ||
      (rank === 'common' &&
        !isItem &&
        (DEEDS.test(chars.slice(end, end + 2)) ||
          (SERVES.test(chars.slice(Math.max(0, index - 2), index)) && !VILLAGE.test(chars.slice(end, end + 3)))));
    const home = chars.charAt(end) === '家';
    // 老郭家庄 is a village.
    if (home && isPlaceTail(chars.charAt(end + 1))) return [];
    const open = home || isOpen(chars, index) || chars.charAt(index - 1) === '了';
    return acts && open ? [{ start: index, end }] : [];
  });
}

/** A surname and a given name that is no word. */
function isName(chars: string, start: number, length: number): boolean {
  const name = chars.slice(start, start + length);
  const surname = surnameLength(chars, start);
  if (surname === 0 || length <= surname || ![...name].every(isHan)) return false;
  const given = name.slice(surname);
  if (surname === 1 && (surnameRank(name.charAt(0)) === 'function' || wordKind(name.slice(0, 2)) !== null))
    return false;
  return ![...given].some((c) => TITLES.neverGiven.includes(c)) && !isPlaceTail(given.slice(-1));
}

/** Nothing, a mark, a preposition or a word for what somebody is stands before. */
function isOpen(chars: string, at: number): boolean {
  const before = chars.charAt(at - 1);
  return before === '' || !isHan(before) || TITLES.leftOpen.includes(before) || before === '的' || isRole(chars, at);
}

function isRole(chars: string, at: number): boolean {
  return at >= 2 && ROLE_TAIL.includes(chars.charAt(at - 1));
}

/** Whether the name goes on to the left: 科尔沁 is no 尔沁. */
function inWord(chars: string, at: number): boolean {
  const before = chars.charAt(at - 1);
  return before !== '' && isHan(before) && !TITLES.leftOpen.includes(before) && before !== '的' && !isRole(chars, at);
}

function isPlaceTail(c: string): boolean {
  return c !== '' && TITLES.placeTails.includes(c);
}
