import { loadJson } from '../gazetteer/data.ts';
import type { Division, Gazetteer } from '../gazetteer/gazetteer.ts';
import { shortNames } from '../gazetteer/short-name.ts';

/** A name that stands in a text with the divisions that bear it. */
export interface NameHit {
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly divisions: readonly Division[];
  /** Whether it is a short form of all of them. */
  readonly short: boolean;
}

interface Entry {
  readonly full: Division[];
  readonly short: Division[];
}

/** Words of places.json that need care. */
export const placeWords =
  loadJson<Record<'ordinary' | 'ordinaryFollow' | 'needsParent' | 'institution' | 'villageClass', readonly string[]>>(
    'place-words.json',
  );

/** All names of divisions, found leftmost-longest by their first two characters. */
export class NameIndex {
  private readonly entries = new Map<string, Entry>();
  private readonly byHead = new Map<string, number[]>();

  /** An index of upper divisions (province to county and zones) with short forms. */
  static upper(gazetteer: Gazetteer): NameIndex {
    const index = new NameIndex();
    for (const d of gazetteer.all()) {
      if (d.level === 'town') continue;
      const city = d.parent ? (gazetteer.get(d.parent)?.ownName ?? null) : null;
      for (const name of [d.ownName, ...d.formerNames]) index.put(name, d, false);
      for (const short of shortNames(d, city)) index.put(short, d, true);
    }
    return index.sorted();
  }

  /** An index of the full names of towns. */
  static towns(towns: Iterable<Division>): NameIndex {
    const index = new NameIndex();
    for (const d of towns) {
      index.put(d.ownName, d, false);
      if (d.ownName.endsWith('街道') && d.ownName.length > 3) index.put(`${d.ownName}办事处`, d, false);
    }
    return index.sorted();
  }

  find(chars: string): NameHit[] {
    const hits: NameHit[] = [];
    for (let i = 0; i + 1 < chars.length; ) {
      const hit = this.at(chars, i);
      if (hit) hits.push(hit);
      i = hit ? hit.end : i + 1;
    }
    return hits;
  }

  private at(chars: string, start: number): NameHit | undefined {
    for (const length of this.byHead.get(chars.slice(start, start + 2)) ?? []) {
      const name = chars.slice(start, start + length);
      const entry = name.length === length ? this.entries.get(name) : undefined;
      if (entry) {
        const short = entry.full.length === 0;
        return { start, end: start + length, name, divisions: short ? entry.short : entry.full, short };
      }
    }
    return undefined;
  }

  private put(name: string, division: Division, short: boolean): void {
    const entry = this.entries.get(name) ?? { full: [], short: [] };
    (short ? entry.short : entry.full).push(division);
    this.entries.set(name, entry);
    const lengths = this.byHead.get(name.slice(0, 2)) ?? [];
    if (!lengths.includes(name.length)) lengths.push(name.length);
    this.byHead.set(name.slice(0, 2), lengths);
  }

  private sorted(): this {
    for (const lengths of this.byHead.values()) lengths.sort((a, b) => b - a);
    return this;
  }
}
