import type { Span } from '../article/article.ts';
import { SURNAMES, TITLES, wordKind } from './person-lexicon.ts';

const ROLE =
  '(?:村民|居民|牧民|渔民|农民|市民|[\\u4e00-\\u9fff]农|商户|店主|业主|户主|主人|队员|民警|辅警|[守护查管格检警宣]员|教导员|主任|局长|所长|队长|支书|书记|镇长|乡长|县长|站长|经理|老板|老人)';
const SAID = '(?=说(?![明法服])|告诉记者|介绍(?:说|道)?，|表示，|回忆(?:说|道)|坦言)';
/** Names whatever they begin with: 吐尔逊, 朝鲁门, 裔长根. */
const ANY_NAME = new RegExp(`(?<=${ROLE})[\\u4e00-\\u9fff]{2,5}${SAID}`, 'gu');
/** Characters of adverbs and particles, which no such name holds: 村民们纷纷说, 居民高兴地说. */
const NO_NAME =
  /[的地着了们都也还就又再已曾正在向对跟和与及等把被将从给为以是有没不很更最可会能要想该此这那他她我你您咱一几多各每全双纷普忙]|才(?![让仁旦])|代表|家属|介绍|主动|激动|高兴|自豪|耐心|现场|当场|负责|所长|局长|队长|同志|老人|大爷|大娘|大妈|大叔|师傅/u;

/** 牧民那顺巴雅尔已经…: three or more syllables of Mongolian, Tibetan and Turkic names behind who it is. */
const SYLLABLES =
  /(?<=(?:牧民|村民|农民|居民|牧户|主人|护边员|网格员|民警|辅警|队员))[阿艾买提吐尔江尼亚孜古丽木拉卡热依合力麦努扎西次仁旦巴多吉卓玛桑洛央金格勒斯塔日娜其乌苏叶波那顺雅朝鲁宝音根布才让]{3,6}/gu;

/** 奉石生今年61岁; 局长扣良庄昨晚…; 刑侦大队应雪琴被评为…: names that an age, a rank with a time, or an honour gives away. */
const TOLD: readonly RegExp[] = [
  /(?<=^|[，。”：\n\u3000 ])[\u4e00-\u9fff]{3}(?=，?今年[2-9]\d岁)/gu,
  /(?<=(?:局长|所长|县长|市长|区长|镇长|乡长|书记|主任))[\u4e00-\u9fff]{3}(?=昨[晚日天]|今[天日晚早]|[上下]午)/gu,
  new RegExp(
    `(?<=(?:大队|中队|支队|科|室|派出所))[${SURNAMES.common}${SURNAMES.rare}][\\u4e00-\\u9fff]{1,2}(?=(?:、[\\u4e00-\\u9fff]{4,10})*(?:被评为|被授予|荣获|获评|荣立))`,
    'gu',
  ),
];

/** 小曾说, 老魏家, 民警老罗: 老 or 小 with a surname. */
const SURNAME = `[${SURNAMES.common}靳羿]`;
const HOME =
  '家(?=[的里门院人也有，。])|(?=夫[妻妇]|两口子|一家|[说讲道]|告诉|介绍|笑着|指着|乐呵|感慨|回忆|坦言|表示)';
const NICKNAME = new RegExp(`[老小](?![康路方江龙])${SURNAME}(?:${HOME})`, 'gu');
const NICKNAME_OF_ROLE = new RegExp(
  `(?<=${ROLE})[老小]${SURNAME}(?![\\u4e00-\\u9fff]?[镇乡村庄街路区河山桥院屯寨店沟湾])`,
  'gu',
);
/** Those who speak or whose home is told under a name that no surname of the list begins, or under a nickname. */
export function namesOfThoseTold(chars: string): Span[] {
  const span = (m: RegExpExecArray, length: number): Span => ({ start: m.index, end: m.index + length });
  const said = [...chars.matchAll(ANY_NAME)].filter(
    (m) => !NO_NAME.test(m[0]) && wordKind(m[0].slice(0, 2)) === null && !isBody(m[0]),
  );
  return [
    ...[...said, ...chars.matchAll(SYLLABLES), ...told(chars)].map((m) => span(m, m[0].length)),
    ...[...chars.matchAll(NICKNAME), ...chars.matchAll(NICKNAME_OF_ROLE)].map((m) => span(m, 2)),
  ];
}

const told = (chars: string): RegExpExecArray[] =>
  TOLD.flatMap((pattern) => [...chars.matchAll(pattern)]).filter(
    (m) => !NO_NAME.test(m[0]) && !/亲自|率队|带队/u.test(m[0]),
  );

const isBody = (words: string): boolean => TITLES.orgTails.includes(words.slice(-1));
