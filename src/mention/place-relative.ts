import type { PlaceLevel, PlaceRef } from '../gazetteer/place.ts';
import type { Text } from '../text/text.ts';
import type { PlaceMention } from './mention.ts';

const RELATIVE =
  /(?:全|我|本|该)(省|市|县|区|州|旗|盟|镇|乡|村|街道|社区)(?!场|民|长|委|政|域|级|间|别|容|中|局|块)|(?<=[，。；：“\n由从])(市|县|区|州|旗|镇|乡|村)(?:里|上)(?=[^面])/gu;

const LEVELS: Readonly<Record<string, readonly PlaceLevel[]>> = {
  省: ['province'],
  市: ['city', 'county', 'province'],
  州: ['city'],
  盟: ['city'],
  县: ['county'],
  旗: ['county'],
  区: ['county', 'zone', 'province'],
  镇: ['town'],
  乡: ['town'],
  街道: ['town'],
};

/** Links 全市, 我县, 该镇, 市里 to the place that they mean where they stand. */
export function findRelatives(
  text: Text,
  named: readonly PlaceMention[],
  subject: PlaceRef | null,
  at: (level: PlaceLevel, offset: number) => PlaceRef | null,
): PlaceMention[] {
  return [...text.chars.matchAll(RELATIVE)].flatMap((match) => {
    const kind = match[1] ?? match[2] ?? '';
    const place = meant(kind, match[0], match.index, named, subject, at);
    if (!place) return [];
    const end = match.index + match[0].length;
    return [
      { type: 'place' as const, start: match.index, end, surface: match[0], place, candidates: [], relative: true },
    ];
  });
}

function meant(
  kind: string,
  words: string,
  offset: number,
  named: readonly PlaceMention[],
  subject: PlaceRef | null,
  at: (level: PlaceLevel, offset: number) => PlaceRef | null,
): PlaceRef | null {
  const fits = (place: PlaceRef | null): place is PlaceRef => place !== null && isKind(place, kind);
  const before = named.filter((m) => m.end <= offset && fits(m.place)).at(-1)?.place ?? null;
  if (words.startsWith('该') && before) return before;
  if (kind === '镇' || kind === '乡' || kind === '街道') return before;
  if (fits(subject) && !(words.startsWith('全') && before && isNearer(before, subject, named, offset))) return subject;
  if (before && words.startsWith('全')) return before;
  for (const level of LEVELS[kind] ?? []) {
    const place = at(level, offset);
    if (fits(place)) return place;
  }
  return before;
}

function isKind(place: PlaceRef, kind: string): boolean {
  if (kind === '区') return place.ownName.endsWith('区') && (LEVELS.区 ?? []).includes(place.level);
  if (kind === '省') return place.level === 'province';
  return place.ownName.endsWith(kind) && place.level !== 'village';
}

/**
 * Whether a place named just before is what 全市 means rather than the subject: never one that holds the
 * subject, nor the last of several of its parts.
 */
function isNearer(place: PlaceRef, subject: PlaceRef, named: readonly PlaceMention[], offset: number): boolean {
  const last = named.filter((m) => m.end <= offset && m.place?.code === place.code).at(-1);
  const holds = subject.code.startsWith(place.code.replace(/0+$/u, ''));
  const listed = last !== undefined && named.some((m) => m.end === last.start - 1 && m.place?.level === place.level);
  const part = place.parent === subject.code && listed;
  if (last !== undefined && place.level === 'province' && offset - last.end < 16) return true;
  return last !== undefined && !holds && !part && offset - last.end < 40;
}
