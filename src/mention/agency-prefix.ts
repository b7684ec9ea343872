import type { PlaceLevel, PlaceRef } from '../gazetteer/place.ts';
import type { Text } from '../text/text.ts';
import { stem } from './agency-body.ts';
import { unitAt } from './agency-unit.ts';
import type { PlaceMention } from './mention.ts';
import type { PlaceReading } from './place.ts';
import { countBefore } from './place-seat.ts';

/** A place that stands right before a body, named (东营区) or meant (区). */
export interface Prefix {
  readonly start: number;
  readonly place: PlaceRef;
}

/** Levels that the last character of a relative prefix may mean, best first. */
const LEVELS: Readonly<Record<string, readonly PlaceLevel[]>> = {
  省: ['province'],
  市: ['city', 'county', 'province'],
  州: ['city'],
  盟: ['city'],
  县: ['county'],
  旗: ['county'],
  区: ['county', 'zone', 'city'],
  镇: ['town'],
  乡: ['town'],
};
const BEFORE_BARE = /[，。；：、！？（“\n由从经据向与和在为以及当了]/u;

/** Reads the place that a body belongs to out of what stands before it. */
export class PlacePrefix {
  private readonly ends = new Map<number, PlaceMention>();
  private readonly starts = new Map<number, PlaceMention>();
  private readonly named: readonly PlaceMention[];

  constructor(
    private readonly text: Text,
    private readonly places: PlaceReading,
  ) {
    this.named = places.mentions.filter((m) => !m.relative);
    for (const mention of places.mentions) {
      this.ends.set(mention.end, mention);
      this.starts.set(mention.start, mention);
    }
  }

  /** The place right before `at`; only one that is named when `named`. */
  before(at: number, named = false): Prefix | undefined {
    const mention = this.ends.get(at);
    if (mention?.place && !(named && mention.relative)) return this.whole(mention, mention.place);
    return named || mention ? undefined : this.relativeBefore(at);
  }

  /** The article's own place (its town for bodies that towns have), for a body that stands without any place, at a point where a noun may begin. */
  none(at: number, inTowns = false): Prefix | undefined {
    const previous = this.text.chars[at - 1];
    if (previous !== undefined && !BEFORE_BARE.test(previous)) return undefined;
    const { home } = this.places;
    if (inTowns && home?.level === 'town') return { start: at, place: home };
    const place = this.places.subject;
    if (!place || place.level === 'province' || place.level === 'village') return undefined;
    return { start: at, place: place.level === 'town' ? (this.places.at('county', at) ?? place) : place };
  }

  /** The place that is spoken of at an offset, whatever its level. */
  subject(at: number): PlaceRef | null {
    return (
      this.places.at('county', at) ?? this.places.at('zone', at) ?? this.places.at('city', at) ?? this.places.subject
    );
  }

  /** The district of a city whose short name a branch bears (谯城 of 亳州市), when the article names it. */
  districtOf(city: PlaceRef, short: string): PlaceRef | undefined {
    for (const { place } of this.places.mentions) {
      if (place && place.parent === city.code && (stem(place.ownName) === short || place.ownName === short))
        return place;
    }
    return undefined;
  }

  /** A unit right at `at`, with the place in whose name it stands (五马刑警中队). */
  unitAfter(chars: string, at: number): { name: string; end: number } | undefined {
    const direct = unitAt(chars, at);
    if (direct) return direct.name === '办公室' ? undefined : direct;
    const mention = this.starts.get(at);
    const unit = mention ? unitAt(chars, mention.end) : undefined;
    return mention && unit ? { name: `${mention.surface}${unit.name}`, end: unit.end } : undefined;
  }

  /** Takes a higher division right before into the span (东营市｜东营区). */
  private whole(mention: PlaceMention, place: PlaceRef): Prefix {
    let start = mention.start;
    for (let up = this.ends.get(start); up && !up.relative; up = this.ends.get(start)) start = up.start;
    return { start, place };
  }

  private relativeBefore(at: number): Prefix | undefined {
    const { chars } = this.text;
    if (chars.slice(at - 2, at) === '街道' && /[镇乡各（(]/u.test(chars[at - 3] ?? '')) return undefined;
    if (chars.slice(at - 2, at) === '街道') return this.relative('镇', at - 2, '道');
    if (chars.slice(at - 3, at) === '自治区') return this.relative('省', at - 3, '自治区');
    const char = chars[at - 1] ?? '';
    if (!LEVELS[char]) return undefined;
    const doubled = this.ends.get(at - 1);
    if (doubled?.place && doubled.surface.endsWith(char)) return this.whole(doubled, doubled.place);
    if (char === '镇' && chars[at - 2] === '乡') return undefined;
    const start = /[我本该原]/u.test(chars[at - 2] ?? '') ? at - 2 : at - 1;
    if (/[各全两县市省区镇每级]/u.test(chars[start - 1] ?? '')) return undefined;
    return this.relative(char, start, char);
  }

  private relative(char: string, start: number, own: string): Prefix | undefined {
    const subject = this.places.subject;
    const levels = LEVELS[char] ?? [];
    const fits = (p: PlaceRef | null): p is PlaceRef => p?.ownName.endsWith(own) === true && levels.includes(p.level);
    const meant = (level: PlaceLevel) => this.places.at(level, start);
    if (fits(subject) && levels.some((level) => meant(level)?.code === subject.code)) return { start, place: subject };
    // In an article about one town, 镇政府 is that town's again where a paragraph begins.
    const { home } = this.places;
    if (home?.level === 'town' && fits(home) && !this.isBeside(start, fits)) return { start, place: home };
    const named = this.lastNamed(start, fits);
    const place =
      (subject?.level === 'county' ? named : undefined) ??
      levels.map(meant).find(fits) ??
      named ??
      (subject?.ownName.endsWith(own) ? subject : undefined);
    return place ? { start, place } : undefined;
  }

  /** Whether a place that fits is named before an offset in its paragraph. */
  private isBeside(before: number, fits: (place: PlaceRef | null) => place is PlaceRef): boolean {
    const opened = this.text.chars.lastIndexOf('\n', before);
    for (let i = countBefore(this.named, before) - 1; i >= 0; i--) {
      const named = this.named[i];
      if (!named || named.start <= opened) return false;
      if (fits(named.place)) return true;
    }
    return false;
  }

  /** The last place named before an offset that fits. */
  private lastNamed(before: number, fits: (place: PlaceRef | null) => place is PlaceRef): PlaceRef | undefined {
    for (let i = countBefore(this.named, before) - 1; i >= 0; i--) {
      const place = this.named[i]?.place ?? null;
      if (fits(place)) return place;
    }
    return undefined;
  }
}
