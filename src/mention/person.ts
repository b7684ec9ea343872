import type { Span } from '../article/article.ts';
import { Lexicon } from '../gazetteer/lexicon.ts';
import type { Text } from '../text/text.ts';
import type { PersonMention } from './mention.ts';
import { Needed } from './needed.ts';
import { bylineNames, namesBetweenBlanks } from './person-byline.ts';
import { namesAt } from './person-context.ts';
import { cuedNames } from './person-cue.ts';
import { namesOfPosters, namesOfSpeakers } from './person-dialogue.ts';
import { BEGINS, beginsAt, surnameLength, wordKind } from './person-lexicon.ts';

/** A line that says who wrote, photographed or edited. */
const BYLINE = /记者|通讯员|作者|编辑|责编|摄影|撰稿|编审/;

/**
 * Every person named in a text, in order, without overlap: full names (記者, titles, verbs of speech, lists), the
 * surname with 某 or a form of address, and each later occurrence of a full name. Masked everywhere, never a node.
 */
export function findPersons(text: Text): PersonMention[] {
  const { chars } = text;
  const spans = [...spansIn(chars), ...namesOfSpeakers(text), ...namesOfPosters(text)];
  const names = new Set(spans.map((span) => chars.slice(span.start, span.end)).filter(isFullName));
  return inOrder([...spans, ...occurrences(chars, names)]).map((span) => ({
    type: 'person',
    ...span,
    surface: chars.slice(span.start, span.end),
  }));
}

/** The names in a line outside the body (by-line, source line); offsets into `line`, which may hold blanks. */
export function personsInLine(line: string): Span[] {
  return inOrder(BYLINE.test(line) ? [...spansIn(line), ...namesBetweenBlanks(line)] : spansIn(line));
}

/** Replaces every occurrence of the names by as many █ as it has characters, the longest name that stands there first. */
export function masking(names: ReadonlySet<string>): (value: string) => string {
  if (names.size === 0) return (value) => value;
  const people = lexiconOf(names);
  return (value) => {
    let masked = '';
    let from = 0;
    for (const { start, end } of people.find(value)) {
      masked += value.slice(from, start) + '█'.repeat(end - start);
      from = end;
    }
    return from === 0 ? value : masked + value.slice(from);
  };
}

function lexiconOf(names: ReadonlySet<string>): Lexicon<null> {
  return new Lexicon(Array.from(names, (name) => [name, null] as const));
}

function spansIn(chars: string): Span[] {
  const spans: Span[] = [];
  for (let i = 0; i < chars.length; i++) {
    const begins = beginsAt(chars, i);
    if (begins === 0) continue;
    if ((begins & (BEGINS.byline | BEGINS.sign)) !== 0) spans.push(...bylineNames(chars, i));
    for (const name of namesAt(chars, i, begins)) spans.push(name);
  }
  // 1024路高清: the measure word of a number is no surname.
  return [...spans, ...petNames(chars), ...cuedNames(chars)].filter((s) => !/\d/.test(chars.charAt(s.start - 1)));
}

/** 沈阿根, 王阿毛: a surname with 阿 and a given name. */
const PET_NAME = new Needed(
  /[王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文]阿[根毛宝狗福土水金龙明强妹英花炳发兴祥荣贵大旺庆林良珍芳兰凤生](?![\u4e00-\u9fff]{0,2}[县市镇乡村])|(?<=[。，\n是])[王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马柴牛]老[栓根蔫倔憨拐](?![\u4e00-\u9fff]{0,2}[县市镇乡村])/uy,
  /阿|老[栓根蔫倔憨拐]/gu,
  -1,
  -1,
);

/** 阿木伯, 阿香婶: a familiar name with what one calls such people. */
const KIN_NAME = /阿[\u4e00-\u9fff](?:伯|叔|婶|嫂|婆|哥|姐|爷|姨|公(?![安司路园里共布示告开益交]))/gu;

const petNames = (chars: string): Span[] => [
  ...[...PET_NAME.in(chars), ...chars.matchAll(KIN_NAME)].map((m) => ({
    start: m.index,
    end: m.index + m[0].length,
  })),
  ...occurrences(chars, new Set(ADDRESSED.in(chars).map((m) => m[0]))),
];

/** “毛叔，你家后门的锁该换了。”: a surname with what one calls such people, said to them or told of them. */
const ADDRESSED = new Needed(
  /(?<=^|[“‘，。！？：；、（\n])[王李张刘陈杨赵黄周吴徐孙胡朱林何郭马罗梁宋郑谢韩唐冯董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范石姚谭廖邹熊陆郝孔崔康毛邱秦史顾侯邵孟龙段雷钱汤尹黎易常武乔贺赖龚](?:叔|婶|嫂|伯|姨|爷|哥|姐)(?=[，。！？、：”说家把的笑在正也是])/uy,
  /[叔婶嫂伯姨爷哥姐][，。！？、：”说家把的笑在正也是]/gu,
  -1,
  -1,
);

/** 耿先生 and 马某 stand for one person where they stand; words such as 高峰 are names only there too. */
function isFullName(name: string): boolean {
  // 小曾 stands for somebody where it stands; two characters without a surname may be any word elsewhere.
  if (name.length === 2 && surnameLength(name, 0) === 0) return false;
  return !name.includes('某') && !/先生|女士|小姐|[爷妈娘叔伯姐哥嫂姨奶婆汉太]$/.test(name) && wordKind(name) === null;
}

/** Wherever one of the names stands, the longest that stands there. */
function occurrences(chars: string, names: ReadonlySet<string>): Span[] {
  if (names.size === 0) return [];
  return lexiconOf(names)
    .overlapping(chars, 0, chars.length)
    .map(({ start, end }) => ({ start, end }));
}

/** Sorted, the longer of two that overlap kept. */
function inOrder(spans: readonly Span[]): Span[] {
  const sorted = [...spans].sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Span[] = [];
  for (const span of sorted) {
    const last = kept.at(-1);
    if (last === undefined || span.start >= last.end) kept.push(span);
    else if (span.end - span.start > last.end - last.start) kept[kept.length - 1] = span;
  }
  return kept;
}
