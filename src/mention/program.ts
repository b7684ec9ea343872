import type { Span } from '../article/article.ts';
import { Lexicon } from '../gazetteer/lexicon.ts';
import type { Text } from '../text/text.ts';
import { stem } from './agency-body.ts';
import type { ProgramMention, ProgramRef } from './mention.ts';
import { Needed } from './needed.ts';
import type { PlaceReading } from './place.ts';
import { countBefore } from './place-seat.ts';
import { type BareName, bareNames } from './program-campaign.ts';
import { type KnownProgram, knownPrograms, localRef, nameWithHead, nationalRef, plainName } from './program-name.ts';
import { POLICE_PLACE, quotedNames } from './program-quoted.ts';
import { Cover, longestFirst, overlaps } from './span.ts';

/** The programs of a text; `weak` ones are descriptions that only a claim turns into programs. */
export interface ProgramReading {
  readonly mentions: readonly ProgramMention[];
  readonly weak: readonly ProgramMention[];
}

const known = new Lexicon(knownPrograms.flatMap((p) => [p.name, ...p.aliases].map((alias) => [alias, p] as const)));

/** Finds named programs: known ones by the lexicon, local ones by quotation marks, heads and shapes. */
export function findPrograms(text: Text, places: PlaceReading, taken: readonly Span[]): ProgramReading {
  const { chars } = text;
  const runner = places.subject?.code ?? null;
  const bodies = taken.filter((t) => !chars.slice(t.start, t.end).includes('“'));
  const covered = new Cover(bodies);
  const free = (m: Span) => !covered.meets(m.start, m.end);
  const national = known.find(chars).filter((t) => !isOtherWord(chars, t.end, t.word));
  const times = (p: KnownProgram) => national.filter((t) => t.value.name === p.name).length;
  const inPassing = (t: { readonly start: number; readonly value: KnownProgram }) =>
    t.value.general === true && chars[t.start - 1] !== '“' && chars.length > SHORT && times(t.value) < SPOKEN_OF;
  const named = national
    .filter((t) => !t.value.descriptive && !inPassing(t) && !isPartOfQuoted(chars, t) && !isCounted(chars, t))
    .map((t) => mention(text, t, nationalRef(t.value)));
  const quoted = quotedNames(chars)
    .filter(free)
    .map((q) => {
      const hit = knownOf(q.coined) ?? knownOf(`${q.coined}${q.head ?? ''}`);
      const name = nameWithHead(plainName(q.coined), q.qualifier, q.head);
      const span = knownOf(q.coined) ? { start: q.start, end: q.start + q.coined.length + 2 } : q;
      return mention(text, span, hit ? nationalRef(hit) : localRef(name, runner, q.head));
    });
  const local = [...named, ...quoted, ...safePlaces(text, places), ...police110(text, runner)];
  const localCover = new Cover(local);
  const bare = bareNames(chars)
    .map((b) => withoutPlace(b, places))
    .filter((b) => !isPlaceAndHead(b, places))
    .filter((b) => free(b) && !localCover.meets(b.start, b.end));
  const strong = [
    ...bare.filter((b) => b.strength === 'strong' || isOfSeveral(chars, b, bare)),
    ...numbered(chars, bare),
  ]
    .filter(free)
    .map((b) => bareMention(text, b, runner));
  const all = longestFirst([...local, ...strong]);
  const back = bare.filter((b) => b.strength === 'back').flatMap((b) => backReference(text, b, all));
  const weakOnes = [
    ...national.filter((t) => t.value.descriptive).map((t) => mention(text, t, nationalRef(t.value))),
    ...bare.filter((b) => b.strength === 'weak' && !KIND.test(b.name)).map((b) => bareMention(text, b, runner)),
  ];
  const allCover = new Cover(all);
  const short = shortForms(text, all).filter((m) => free(m) && !allCover.meets(m.start, m.end));
  const mentions = alsoCalled(chars, longestFirst([...joinVariants([...all, ...short]), ...back]));
  const cover = new Cover(mentions);
  return { mentions, weak: longestFirst(weakOnes.filter((w) => !cover.meets(w.start, w.end + 1))) };
}

/** 治安监控中心, 县级综治信息平台: a kind of room or platform, whoever's. */
const KIND =
  /^(?:[省市县区镇乡村]级?|[县市区]局|治安|综治|视频|图像|公安|信息|工作|监控|指挥|管理|服务|联网|共享|社会|网格化?|数据|维稳|信访)+(?:中心|平台)$/u;

/** 获评市级平安乡镇, 建成技防村38个: how many places were named or made so. */
const isCounted = (chars: string, { start, end }: Span): boolean =>
  /(?:小区|社区|村|乡镇|街道|校园|单位|村庄)$/u.test(chars.slice(start, end)) &&
  (/^[\d一二三四五六七八九十]+余?个/u.test(chars.slice(end, end + 6)) ||
    /(?:获评|评为|命名|授予|创建成)[^，。]{0,4}$/u.test(chars.slice(Math.max(0, start - 8), start)));

/** 智慧｜平安乡村: a name within a longer one that stands in quotation marks. */
function isPartOfQuoted(chars: string, { start, end }: Span): boolean {
  const open = chars.lastIndexOf('“', start);
  const close = chars.indexOf('”', end);
  if (open < 0 || close < 0 || close - open > QUOTED_NAME || chars.slice(open + 1, start).includes('”')) return false;
  const [before, after] = [chars.slice(open + 1, start), chars.slice(end, close)];
  return `${before}${after}` !== '' && /^[\u4e00-\u9fff]{0,3}$/u.test(before) && after === '';
}

/** Characters of the longest such name with its marks. */
const QUOTED_NAME = 12;

/** How often a text speaks of what every text speaks of (平安建设) when it is about it. */
const SPOKEN_OF = 3;
/** Characters of a text that is about each thing it names. */
const SHORT = 120;

/** 舆情监控平台、应急指挥平台和网格化管理平台: one of three or more that stand side by side. */
function isOfSeveral(chars: string, bare: BareName, all: readonly BareName[]): boolean {
  const joined = (i: number) => {
    const [a, b] = [all[i], all[i + 1]];
    return a !== undefined && b !== undefined && /^[、和及与]$/u.test(chars.slice(a.end, b.start));
  };
  const own = all.indexOf(bare);
  let [first, last] = [own, own];
  while (joined(first - 1)) first--;
  while (joined(last)) last++;
  return last - first + 1 >= SEVERAL;
}

/** From how many descriptions in a row they are taken for names. */
const SEVERAL = 3;

const NUMBERED = new Needed(
  /(?<=[。；\n][一二三四五六七八九十]是)[\u4e00-\u9fff]{3,9}(网|工程|防线|体系)(?=。)/uy,
  /[一二三四五六七八九十]是/gu,
  2,
  2,
);

/** 二是卡点堵截网。: a name that is the whole of a numbered point. */
function numbered(chars: string, taken: readonly Span[]): BareName[] {
  return NUMBERED.in(chars)
    .map((m) => ({
      start: m.index,
      end: m.index + m[0].length,
      name: m[0],
      head: m[1] ?? '',
      strength: 'strong' as const,
    }))
    .filter(
      (b) => !taken.some((t) => overlaps(t, b)) && !/^(?:加强|推进|完善|建设|构建|实施|健全|抓好|打造)/u.test(b.name),
    );
}

/** A place in front of a description is no part of its name (亳州｜农村视频数据平台). */
function withoutPlace(bare: BareName, places: PlaceReading): BareName {
  const place = places.mentions[countBefore(places.mentions, bare.start)];
  return place && place.start <= bare.start && bare.end - place.end >= bare.head.length + 2
    ? { ...bare, start: place.end, name: bare.name.slice(place.end - bare.start) }
    : bare;
}

/** 敦化市视频监控系统 says whose system it is, and names none. */
const isPlaceAndHead = (bare: BareName, places: PlaceReading): boolean =>
  bare.strength === 'weak' &&
  places.mentions.some((p) => p.start <= bare.start && p.end === bare.end - bare.head.length);

function isOtherWord(chars: string, end: number, word: string): boolean {
  return (
    (word === '天网' && chars.startsWith('恢恢', end)) ||
    (word === '平安建设' && /^(?:防护网|防线|最后一公里)/u.test(chars.slice(end, end + 5))) ||
    (/(?:小区|社区)$/u.test(word) && /^(?:管理|服务)?(?:系统|平台)/u.test(chars.slice(end, end + 4))) ||
    (word.endsWith('警务') && POLICE_PLACE.test(chars.slice(end, end + 4))) ||
    (word === '网格化管理' && /^(?:平台|系统|中心)/u.test(chars.slice(end, end + 2)))
  );
}

function knownOf(name: string): KnownProgram | undefined {
  const term = known.first(name);
  return term && !term.value.descriptive && term.end - term.start === name.length ? term.value : undefined;
}

function mention(text: Text, span: Span, program: ProgramRef): ProgramMention {
  return {
    type: 'program',
    start: span.start,
    end: span.end,
    surface: text.chars.slice(span.start, span.end),
    program,
  };
}

function bareMention(text: Text, bare: BareName, runner: string | null): ProgramMention {
  return mention(text, bare, localRef(plainName(bare.name), runner, bare.head));
}

/** 公共安全视频监控建设联网应用（雪亮工程）: the name in brackets is what it is called. */
function alsoCalled(chars: string, mentions: readonly ProgramMention[]): ProgramMention[] {
  return mentions.map((m, i) => {
    const next = mentions[i + 1];
    const bracketed =
      next &&
      /^(?:工程|项目|建设)?（(?:简称|以下简称|即|俗称|又称|也称)?[“]?$/u.test(chars.slice(m.end, next.start)) &&
      /^[”]?）/u.test(chars.slice(next.end, next.end + 2));
    const isLong = m.program.discovered || m.program.name.length > LONG_NAME;
    return bracketed && isLong && !next.program.discovered ? { ...m, program: next.program } : m;
  });
}

/** Characters from which a name is a title rather than what people call it. */
const LONG_NAME = 8;

/** 专项行动 alone means the campaign that was named last. */
function backReference(text: Text, bare: BareName, named: readonly ProgramMention[]): ProgramMention[] {
  if (text.chars[bare.start - 1] === '等') return [];
  const same = (m: ProgramMention) =>
    m.program.name.endsWith(bare.head.slice(-2)) || m.surface.includes(bare.head.slice(-2));
  const last = named
    .filter(
      (m) =>
        m.end <= bare.start && same(m) && (/^(?:工程|项目)$/u.test(bare.head) || m.program.category === 'campaign'),
    )
    .at(-1);
  return last ? [mention(text, bare, last.program)] : [];
}

/** 平安东营: the local name of 平安建设, where a place's name follows 平安. */
function safePlaces(text: Text, places: PlaceReading): ProgramMention[] {
  const stems = new Set(places.mentions.flatMap((m) => (m.place ? [stem(m.place.ownName), m.surface] : [])));
  return [...text.chars.matchAll(/平安/gu)].flatMap((match) => {
    const after = match.index + 2;
    const name = [...stems]
      .filter((s) => s.length >= 2 && text.chars.startsWith(s, after))
      .sort((a, b) => b.length - a.length)[0];
    if (
      !name ||
      /^(?:市|县|区|镇)?(?:公安|派出所)/u.test(text.chars.slice(after + name.length, after + name.length + 4))
    )
      return [];
    const span = { start: match.index, end: after + name.length };
    return [
      mention(text, span, { ...localRef(`平安${name}`, places.subject?.code ?? null, null), category: 'campaign' }),
    ];
  });
}

/** 草原110, 海上110: a service under the police's number. */
function police110(text: Text, runner: string | null): ProgramMention[] {
  return [
    ...text.chars.matchAll(/(?:草原|牧区|海上|水上|渔港|边境|马背|流动|农村|乡村|校园|村村|家庭|平安)110(?!\d)/gu),
  ].map((m) =>
    mention(
      text,
      { start: m.index, end: m.index + m[0].length },
      { ...localRef(m[0], runner, null), category: 'policing_model' },
    ),
  );
}

/** “护城河” for “环京护城河”工程: a quoted part of a local name is that program. */
function shortForms(text: Text, named: readonly ProgramMention[]): ProgramMention[] {
  const local = [...new Map(named.filter((m) => m.program.discovered).map((m) => [m.program.id, m.program])).values()];
  return [...text.chars.matchAll(/“([^“”\n，。]{2,8})”/gu)].flatMap((match) => {
    const program = local.find((p) => p.name.includes(match[1] ?? ''));
    return program ? [mention(text, { start: match.index, end: match.index + match[0].length }, program)] : [];
  });
}

/** A name that is another's with its head cut off, or with a place before it, is the same program. */
function joinVariants(mentions: readonly ProgramMention[]): ProgramMention[] {
  const refs = new Map(mentions.map((m) => [m.program.id, m.program]));
  const canonical = new Map<string, ProgramRef>();
  for (const ref of refs.values()) {
    const fuller = [...refs.values()].find((other) => other.id !== ref.id && isVariant(ref, other));
    if (fuller) canonical.set(ref.id, fuller);
  }
  return mentions.map((m) => ({ ...m, program: canonical.get(m.program.id) ?? m.program }));
}

/** `short` is `long` without its head: 两打一整治 and 两打一整治专项行动. */
function isVariant(short: ProgramRef, long: ProgramRef): boolean {
  return (
    short.discovered &&
    long.name.startsWith(short.name) &&
    /^(?:专项行动|专项整治行动|专项整治|行动|工程|活动|项目|建设)$/u.test(long.name.slice(short.name.length))
  );
}
