import { loadJson } from '../gazetteer/data.ts';
import type { Division, Gazetteer } from '../gazetteer/gazetteer.ts';
import { shortNames } from '../gazetteer/short-name.ts';
import { Trie } from './place-trie.ts';

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
  loadJson<
    Record<
      'ordinary' | 'ordinaryFollow' | 'needsParent' | 'institution' | 'villageClass' | 'villageName',
      readonly string[]
    >
  >('place-words.json');

/** All names of divisions, found leftmost-longest. */
export class NameIndex {
  private readonly names: string[];
  private readonly entries: Entry[];
  private readonly trie: Trie;

  private constructor(entries: ReadonlyMap<string, Entry>) {
    this.names = [...entries.keys()];
    this.entries = [...entries.values()];
    this.trie = new Trie(this.names);
  }

  /** An index of upper divisions (province to county and zones) with short forms. */
  static upper(gazetteer: Gazetteer): NameIndex {
    const entries = new Map<string, Entry>();
    for (const d of gazetteer.all()) {
      if (d.level === 'town') continue;
      const city = d.parent ? (gazetteer.get(d.parent)?.ownName ?? null) : null;
      for (const name of [d.ownName, ...d.formerNames]) put(entries, name, d, false);
      for (const short of shortNames(d, city)) put(entries, short, d, true);
    }
    return new NameIndex(entries);
  }

  /** An index of the full names of towns. */
  static towns(towns: Iterable<Division>): NameIndex {
    const entries = new Map<string, Entry>();
    for (const d of towns) {
      put(entries, d.ownName, d, false);
      if (d.ownName.endsWith('街道') && d.ownName.length > 3) put(entries, `${d.ownName}办事处`, d, false);
    }
    return new NameIndex(entries);
  }

  find(chars: string): NameHit[] {
    const hits: NameHit[] = [];
    for (let start = 0; start + 1 < chars.length; ) {
      const found = this.trie.longest(chars, start);
      if (found < 0) {
        start += 1;
        continue;
      }
      const entry = this.entries[found >>> 8];
      const end = start + (found & 255);
      if (entry) hits.push(hitOf(entry, this.names[found >>> 8] ?? '', start, end));
      start = end;
    }
    return hits;
  }
}

/** A full name of one division outweighs the short forms of others. */
function hitOf(entry: Entry, name: string, start: number, end: number): NameHit {
  const short = entry.full.length === 0;
  return { start, end, name, divisions: short ? entry.short : entry.full, short };
}

function put(entries: Map<string, Entry>, name: string, division: Division, short: boolean): void {
  const entry = entries.get(name) ?? { full: [], short: [] };
  (short ? entry.short : entry.full).push(division);
  entries.set(name, entry);
}
