import type { PlaceLevel, PlaceRef } from '../gazetteer/place.ts';
import type { Text } from '../text/text.ts';
import type { PlaceMention } from './mention.ts';
import { countBefore } from './place-seat.ts';

const RELATIVE =
  /(?:全|我|本|该)(省|市|县|区|州|旗|盟|镇|乡|村|街道|社区)(?!场|民|长|委|政|域|级|间|别|容|中|局|块)|(?<=[，。；：“\n由从]|(?<!的)是)(市|县|区|州|旗|镇|乡|村)(?:里|上)(?=[^面])/gu;

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

/** What an article is about: its county or city, and the one town of it, if it is about one. */
interface Own {
  readonly subject: PlaceRef | null;
  readonly town: PlaceRef | null;
}

/** Links 全市, 我县, 该镇, 市里 to the place that they mean where they stand. */
export function findRelatives(
  text: Text,
  named: readonly PlaceMention[],
  own: Own,
  at: (level: PlaceLevel, offset: number) => PlaceRef | null,
): PlaceMention[] {
  const before = new Named(named);
  return [...text.chars.matchAll(RELATIVE)].flatMap((match) => {
    const kind = match[1] ?? match[2] ?? '';
    const place = meant(text.chars, kind, match[0], match.index, before, own, at);
    if (!place) return [];
    const end = match.index + match[0].length;
    return [
      { type: 'place' as const, start: match.index, end, surface: match[0], place, candidates: [], relative: true },
    ];
  });
}

function meant(
  chars: string,
  kind: string,
  words: string,
  offset: number,
  named: Named,
  { subject, town }: Own,
  at: (level: PlaceLevel, offset: number) => PlaceRef | null,
): PlaceRef | null {
  const fits = (place: PlaceRef | null): place is PlaceRef => place !== null && isKind(place, kind);
  const last = named.last(kind, offset);
  const beside = last !== undefined && !chars.slice(last.end, offset).includes('\n');
  const before = last?.place ?? null;
  if (words.startsWith('该') && before) return before;
  // In an article about one town, 全镇 is that town again where a paragraph begins.
  if (kind === '镇' || kind === '乡' || kind === '街道')
    return named.townOfVillage(kind, last, offset) ?? (!beside && fits(town) ? town : before);
  if (subject && beside && words.startsWith('全') && isNearer(last, subject, named, offset)) return before;
  if (fits(subject)) return subject;
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

/** A town that the text still calls by the kind it was of (大吴镇, today 大吴街道). */
const isCalled = ({ place, surface }: LinkedMention, kind: string): boolean =>
  place.level === 'town' && surface.endsWith(kind);

/**
 * Whether a place named just before is what 全市 means rather than the subject: never one that holds the
 * subject, nor the last of several of its parts.
 */
function isNearer(last: LinkedMention, subject: PlaceRef, named: Named, offset: number): boolean {
  const { place } = last;
  const holds = subject.code.startsWith(place.code.replace(/0+$/u, ''));
  const part = place.parent === subject.code && named.endingAt(last.start - 1)?.place.level === place.level;
  if (place.level === 'province' && offset - last.end < NEXT) return true;
  return !holds && !part && offset - last.end < NEAR;
}

/** How far, in characters, a province named before is what 全省 and the like mean, and any other place. */
const NEXT = 16;
const NEAR = 40;

type LinkedMention = PlaceMention & { readonly place: PlaceRef };

/** The places that a text names, asked for the last of a kind before an offset. */
class Named {
  private readonly linked: readonly LinkedMention[];
  private readonly ends: ReadonlyMap<number, LinkedMention>;
  private readonly kinds = new Map<string, LinkedMention[]>();

  constructor(named: readonly PlaceMention[]) {
    this.linked = named.flatMap((m) => (m.place ? [{ ...m, place: m.place }] : []));
    this.ends = new Map(this.linked.map((m) => [m.end, m]));
  }

  endingAt(offset: number): LinkedMention | undefined {
    return this.ends.get(offset);
  }

  /** 崇木凼村的辅警…，乡里成立…: the town of a village that was named later than any town. */
  townOfVillage(kind: string, town: LinkedMention | undefined, offset: number): PlaceRef | null {
    const village = this.linked[countBefore(this.linked, offset) - 1];
    if (village?.place.level !== 'village' || (town && town.start > village.start)) return null;
    const holder = this.linked.find((m) => m.place.code === village.place.parent)?.place;
    return holder !== undefined && isKind(holder, kind) ? holder : null;
  }

  last(kind: string, offset: number): LinkedMention | undefined {
    const fitting = this.kinds.get(kind) ?? this.linked.filter((m) => isKind(m.place, kind) || isCalled(m, kind));
    this.kinds.set(kind, fitting);
    return fitting[countBefore(fitting, offset) - 1];
  }
}
