import type { Division, Gazetteer } from '../gazetteer/gazetteer.ts';
import type { PlaceRef } from '../gazetteer/place.ts';
import { Pairs } from './pairs.ts';

/** A town's name without its kind: 牛庄 of 牛庄镇. */
export function townStem(ownName: string): string {
  const kind = TOWN_KINDS.find((k) => ownName.endsWith(k));
  return kind === undefined ? ownName : ownName.slice(0, -kind.length);
}
const TOWN_KINDS = ['镇', '乡', '街道', '苏木'];

/** Names that more counties than this share say little about the county (城关镇, 白沙镇). */
const COMMON = 12;
/** What a town of such a name says, against one of a rarer name. */
const COMMON_WEIGHT = 0.2;

/** How far the towns that a page names speak for a county: what tells namesakes apart. */
export class Parts {
  private readonly page: Pairs;
  private readonly counts = new Map<string, number>();
  private readonly weights = new Map<string, number>();

  constructor(
    private readonly gazetteer: Gazetteer,
    hints: readonly string[],
    private readonly chars: string,
  ) {
    this.page = new Pairs([...hints, chars].join('\n'));
  }

  /** Every offset of the text, not of its hints, at which a name stands; the last first. */
  offsets(name: string): number[] {
    const found: number[] = [];
    const start = this.page.chars.length - this.chars.length;
    for (let at = this.page.last(name); at >= start; at = this.page.before(name, at)) found.push(at - start);
    return found;
  }

  /** Distinct towns of a county, zone or city that the page names, those of common names counting a fifth. */
  of(place: PlaceRef): number {
    const known = this.counts.get(place.code);
    if (known !== undefined) return known;
    const sum = this.gazetteer.towns(place.code).reduce((n, town) => n + this.weight(town), 0);
    this.counts.set(place.code, sum);
    return sum;
  }

  /** The same without one town, for weighing that town's own county. */
  besides(town: Division): number {
    const county = town.parent === null ? undefined : this.gazetteer.get(town.parent);
    return county ? this.of(county) - this.weight(town) : 0;
  }

  /** What a town says for its county, looked for on the page once. */
  private weight(town: Division): number {
    const known = this.weights.get(town.code);
    if (known !== undefined) return known;
    const weight = this.weigh(town);
    this.weights.set(town.code, weight);
    return weight;
  }

  private weigh(town: Division): number {
    const full = this.page.last(town.ownName) >= 0;
    if (!full && !this.inList(townStem(town.ownName))) return 0;
    return this.gazetteer.sharing(town.ownName) > COMMON ? COMMON_WEIGHT : 1;
  }

  /** Whether a stem stands before a word for towns or stations, or in a list. */
  private inList(stem: string): boolean {
    const { chars } = this.page;
    for (let at = this.page.last(stem); at >= 0; at = this.page.before(stem, at)) {
      const after = chars.slice(at + stem.length, at + stem.length + 3);
      if (/^(?:派出所|警务区|司法所|镇|乡|街道)/u.test(after)) return true;
      if (/^(?:、|\s*\|)/u.test(after) && /[，。；：、在与和|\s]/u.test(chars[at - 1] ?? '。')) return true;
    }
    return false;
  }
}
