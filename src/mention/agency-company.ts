import type { PlaceRef } from '../gazetteer/place.ts';
import type { Text } from '../text/text.ts';
import { agencyRef, stem } from './agency-body.ts';
import type { PlacePrefix } from './agency-prefix.ts';
import type { AgencyMention, AgencyRef } from './mention.ts';
import { Needed } from './needed.ts';

const OPERATOR = new Needed(
  /中国(?:移动|电信|联通|铁塔|广电|网通)(?:通信|网络)?(?:集团)?[\u4e00-\u9fff]{0,10}?(?:分公司|公司)(?:[\u4e00-\u9fff]{2,4}分公司)?/uy,
  /中国(?:移动|电信|联通|铁塔|广电|网通)/gu,
  0,
  0,
);
const SHORT_OPERATOR = /(?:移动|电信|联通|铁塔|广电网络|广电|网通)(?:公司|分公司)?/gu;
/** 移动洛阳分公司, 广电网络青神分公司: the brand before the place. */
const BRAND_FIRST = new Needed(
  /(?<!中国)(?:(?![\u4e00-\u9fff]?[与和由向同给付交])[\u4e00-\u9fff]{2}(?=电信|移动|联通))?(?:移动|电信|联通|铁塔|广电网络|广电)(?:公司)?([\u4e00-\u9fff]{2,4})分公司/uy,
  /分公司/gu,
  -12,
  -4,
);
const CONTRACTOR = new Needed(
  /[\u4e00-\u9fff（）]{4,20}?(?:股份有限公司|有限责任公司|有限公司|集团公司)/uy,
  /股份有限公司|有限责任公司|有限公司|集团公司/gu,
  -20,
  -4,
);
/** 引进中宽通信公司投资: a firm by its trade, where it is brought in or acts. */
const BY_TRADE = new Needed(
  /(?<=引进|引入|委托|授权|联合|由|与|和|向|，|。)[\u4e00-\u9fff]{2,6}?(?:通信|科技|电子|网络|安防|信息|技术|智能|保安服务)公司/uy,
  /(?:通信|科技|电子|网络|安防|信息|技术|智能|保安服务)公司/gu,
  -6,
  -2,
);
/** 辖区的湘维公司出资28万元: a firm by its own short name, where it pays. */
const PAYER = new Needed(
  /(?<=[的，。、由])(?![该本某各两几多](?:家)?公司)[\u4e00-\u9fff]{2,4}公司(?=(?:自愿|主动|先行)?(?:出资|捐资|垫资|投资))/uy,
  /公司(?:自愿|主动|先行)?[出捐垫投]资/gu,
  -4,
  -2,
);
const KIND_OF_FIRM = /电信|移动|联通|网通|广电|铁塔|通信|物业|保安|开发|建筑|家|运营|承建|建设|施工|中标|总/u;
/** 胜利石油管理局, 十八站林业局: enterprises that are called bureaus. */
const BUREAU = new Needed(
  /(?<=[，。；：“（、在向由据与和同对\n])[\u4e00-\u9fff]{2,4}(?:石油管理局|矿务局|林业局|农垦局)(?!长)/uy,
  /石油管理局|矿务局|林业局|农垦局/gu,
  -4,
  -2,
);
/** A firm is a body of the graph only where it acts in public works. */
const ACTS = /中标|承建|承包|签约|签订|签下|投资|出资|垫资|建设|合作|施工|运维/u;
const ALIAS = /^（(?:以下简称|下称|简称)“([^”]{2,10})”）/u;

/** Finds firms that act: operators, broadcasters, contractors, and their short names. */
export function findCompanies(text: Text, prefix: PlacePrefix): AgencyMention[] {
  const named = [
    ...fullNames(text, prefix, OPERATOR),
    ...fullNames(text, prefix, CONTRACTOR, ACTS),
    ...fullNames(text, prefix, BY_TRADE, ACTS),
  ];
  return [
    ...named,
    ...bureaus(text, prefix),
    ...brandFirst(text, prefix),
    ...payers(text, prefix),
    ...aliases(text, named),
    ...shortNames(text, prefix, named),
    ...backReferences(text, named),
  ];
}

function fullNames(text: Text, prefix: PlacePrefix, pattern: Needed, only?: RegExp): AgencyMention[] {
  return pattern.in(text.chars).flatMap((match) => {
    const start = nameStart(match[0]) + match.index;
    const end = match.index + match[0].length;
    const name = text.chars.slice(start, end);
    if (name.length < 6 || (only && !only.test(text.chars.slice(Math.max(0, start - 30), end + 30)))) return [];
    return [mention(text, start, end, firm(name, prefix.subject(start)))];
  });
}

/** The name begins after the last word that cannot be part of it. */
function nameStart(words: string): number {
  const match =
    /^.*(?:引进|引入|委托|授权|联合|中标人|成交人|中标单位|承建单位|由|与|和|同|向|让|给|对|为|经|据|是|被|的|了|在|某)(?=[\u4e00-\u9fff]{4,}$)/u.exec(
      words,
    );
  return match ? match[0].length : 0;
}

function bureaus(text: Text, prefix: PlacePrefix): AgencyMention[] {
  return BUREAU.in(text.chars).flatMap((match) => {
    const end = match.index + match[0].length;
    const kind = /(?:石油管理局|矿务局|林业局|农垦局)$/u.exec(match[0])?.[0].length ?? 0;
    return prefix.before(end - kind) || /[市县区省该各全]/u.test(match[0])
      ? []
      : [mention(text, match.index, end, firm(match[0], null))];
  });
}

function brandFirst(text: Text, prefix: PlacePrefix): AgencyMention[] {
  return BRAND_FIRST.in(text.chars).map((match) => {
    const end = match.index + match[0].length;
    return mention(text, match.index, end, firm(match[0], prefix.subject(match.index)));
  });
}

function payers(text: Text, prefix: PlacePrefix): AgencyMention[] {
  return PAYER.in(text.chars)
    .filter((match) => !KIND_OF_FIRM.test(match[0].slice(0, -2)))
    .map((match) => {
      const end = match.index + match[0].length;
      return mention(text, match.index, end, firm(match[0], prefix.subject(match.index)));
    });
}

function aliases(text: Text, named: readonly AgencyMention[]): AgencyMention[] {
  return named.flatMap((company) => {
    const alias = ALIAS.exec(text.chars.slice(company.end, company.end + 24))?.[1];
    return alias ? occurrences(text, alias).map((at) => mention(text, at, at + alias.length, company.agency)) : [];
  });
}

/** 玉溪移动, 市移动公司: an operator with its place before it. */
function shortNames(text: Text, prefix: PlacePrefix, named: readonly AgencyMention[]): AgencyMention[] {
  return [...text.chars.matchAll(SHORT_OPERATOR)].flatMap((match) => {
    const end = match.index + match[0].length;
    const company = match[0].endsWith('公司');
    const where = prefix.before(match.index, !company);
    if (
      !where ||
      (!company &&
        /^[\u4e00-\u9fff]*(?:网|信号|终端|支付|互联|警务|通信|诈骗|视频|电视)/u.test(text.chars.slice(end, end + 3)))
    )
      return [];
    const brand = match[0].replace(/(?:分公司|公司)$/u, '');
    const name = !company ? text.chars.slice(where.start, end) : `${where.place.name}${match[0]}`;
    const full = named.find((m) => m.agency.name.includes(brand) && m.agency.name.includes(stem(where.place.ownName)));
    return [mention(text, where.start, end, full?.agency ?? firm(name, where.place))];
  });
}

/** 该公司 means the firm that was named last. */
function backReferences(text: Text, named: readonly AgencyMention[]): AgencyMention[] {
  return occurrences(text, '该公司').flatMap((at) => {
    const last = named.filter((company) => company.end <= at).at(-1);
    return last ? [mention(text, at, at + 3, last.agency)] : [];
  });
}

function occurrences(text: Text, words: string): number[] {
  const found: number[] = [];
  for (let at = text.chars.indexOf(words); at >= 0; at = text.chars.indexOf(words, at + words.length)) found.push(at);
  return found;
}

const firm = (name: string, place: PlaceRef | null): AgencyRef => agencyRef(name, 'enterprise', place);

function mention(text: Text, start: number, end: number, agency: AgencyRef): AgencyMention {
  return { type: 'agency', start, end, surface: text.chars.slice(start, end), agency };
}
