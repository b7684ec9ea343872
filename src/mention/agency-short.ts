import type { Text } from '../text/text.ts';
import { agencyRef, type PlaceLookup, policeName, stem } from './agency-body.ts';
import type { PlacePrefix } from './agency-prefix.ts';
import type { AgencyMention } from './mention.ts';
import { Needed } from './needed.ts';
import type { PlaceReading } from './place.ts';

/** 市局, 县局, 省厅: the police, in a text that speaks of them. */
const SHORT = new Needed(
  /(?<=[，。；：“（、在向由据经报到]|^)(市局|县局|省厅|分局)(?![长党领势面部])|(?:我|本)(?:分局|局(?!面|势|限|部|长))|全局(?=共|民警|破获|抓获|抽调|查处|打掉)/uy,
  /市局|县局|省厅|分局|[我本全]局/gu,
  -1,
  0,
);
/** 公安通州分局: the branch between the words of its bureau. */
const SPLIT = new Needed(/公安([\u4e00-\u9fff]{2,4})分局/uy, /分局/gu, -6, -4);
/** 宜阳公安分局: a branch of the city's bureau that bears no division's name. */
const OWN_BRANCH = new Needed(
  /(?<=[，。；：“（、在向由据经报到\n])([\u4e00-\u9fff]{2,3})公安分局/uy,
  /公安分局/gu,
  -3,
  -2,
);

/** 与开发区分局、滨海公安局建立…: bodies by what they are called, of the article's city. */
const OWN_BUREAU = new Needed(
  /(?<=[与和同、由对])([\u4e00-\u9fff]{2,3})(公安局|分局)(?=[、，。建共联的与和]|协作|共同|合作)/uy,
  /公安局|分局/gu,
  -3,
  -2,
);

/** Finds the short forms under which the police are spoken of. */
export function findShortPolice(
  text: Text,
  places: PlaceReading,
  prefix: PlacePrefix,
  lookup: PlaceLookup,
): AgencyMention[] {
  if (!/公安|民警|派出所/u.test(text.chars)) return [];
  const short = SHORT.in(text.chars).flatMap((match) => {
    const isOwn = /^[我本全]/u.test(match[0]);
    if (isOwn && isOtherBureau(text)) return [];
    const level = { 市: 'city', 县: 'county', 省: 'province', 分: 'county' }[match[0].charAt(0)] as
      | 'city'
      | 'county'
      | 'province'
      | undefined;
    const subject = places.subject;
    const place =
      isOwn || (match[0] === '市局' && subject?.ownName.endsWith('市'))
        ? subject
        : level
          ? places.at(level, match.index)
          : null;
    return place ? [mention(text, match.index, match.index + match[0].length, policeName(place, lookup), place)] : [];
  });
  const split = SPLIT.in(text.chars).flatMap((match) => {
    const subject = prefix.subject(match.index);
    const city = subject?.parent ? lookup(subject.parent) : undefined;
    const place =
      subject && stem(subject.ownName) === match[1]
        ? subject
        : city
          ? prefix.districtOf(city, match[1] ?? '')
          : undefined;
    return place ? [mention(text, match.index, match.index + match[0].length, policeName(place, lookup), place)] : [];
  });
  return [...short, ...split, ...ownBranches(text, prefix, lookup), ...ownBureaus(text, prefix, lookup)];
}

/** 我局 in what another bureau than the police wrote. */
function isOtherBureau(text: Text): boolean {
  const { article } = text;
  const head = [
    ...article.hints.map((h) => article.text.slice(h.start, h.end)),
    article.title ?? '',
    article.outlet ?? '',
  ];
  return head.some((words) => /[\u4e00-\u9fff]局/u.test(words.replace(/公安(?:分)?局|[市县縣区區]局/gu, '')));
}

function ownBranches(text: Text, prefix: PlacePrefix, lookup: PlaceLookup): AgencyMention[] {
  return OWN_BRANCH.in(text.chars).flatMap((match) => {
    const end = match.index + match[0].length;
    const subject = prefix.subject(match.index);
    const city = subject?.level === 'city' ? subject : subject?.parent ? lookup(subject.parent) : undefined;
    if (city?.level !== 'city' || prefix.before(end - '公安分局'.length, true) || /[市县区该各]/u.test(match[1] ?? ''))
      return [];
    return [mention(text, match.index, end, `${policeName(city, lookup)}${match[1]}分局`, city)];
  });
}

function ownBureaus(text: Text, prefix: PlacePrefix, lookup: PlaceLookup): AgencyMention[] {
  return OWN_BUREAU.in(text.chars).flatMap((match) => {
    const [words, own = '', kind = ''] = match;
    const end = match.index + words.length;
    const subject = prefix.subject(match.index);
    const city = subject?.level === 'city' ? subject : subject?.parent ? lookup(subject.parent) : undefined;
    const isOther =
      /[市县区省该各市公]$|^(?:公安|环保|国土|工商|税务|规划|交警|各|该|市|县|区)/u.test(own) && own !== '开发区';
    if (city?.level !== 'city' || isOther || prefix.before(end - kind.length, true)) return [];
    const name = kind === '分局' ? `${policeName(city, lookup)}${own}分局` : `${own}公安局`;
    return [mention(text, match.index, end, name, city)];
  });
}

function mention(
  text: Text,
  start: number,
  end: number,
  name: string,
  place: Parameters<typeof agencyRef>[2],
): AgencyMention {
  return {
    type: 'agency',
    start,
    end,
    surface: text.chars.slice(start, end),
    agency: agencyRef(name, 'public_security', place),
  };
}
