import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import type { PlaceLevel, PlaceRef } from './place.ts';

/** A division of the gazetteer, in time: years are those of the official change, null is open. */
export interface Division extends PlaceRef {
  readonly validFrom: number | null;
  readonly validTo: number | null;
  /** Code of the division that followed this one. */
  readonly successor: string | null;
  /** Short names that the sources give; rules add more (gazetteer/short-name.ts). */
  readonly aliases: readonly string[];
  /** Full names that it bore before, under the same code. */
  readonly formerNames: readonly string[];
}

const LEVELS: Readonly<Record<string, PlaceLevel>> = { p: 'province', c: 'city', t2: 'county', z: 'zone', t: 'town' };

interface Index {
  readonly upper: number;
  readonly villages: readonly (readonly [county: string, bytes: number])[];
}

/** Every division from province to town, and the villages of a county when it is asked for. */
export class Gazetteer {
  private static loaded: Gazetteer | undefined;
  private readonly byCode = new Map<string, Division>();
  private readonly below = new Map<string, Division[]>();
  private readonly sharers = new Map<string, number>();
  private readonly blocks = new Map<string, Uint8Array>();
  private readonly villages = new Map<string, ReadonlyMap<string, readonly string[]>>();

  private constructor(bytes: Uint8Array) {
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    const start = 4 + view.getUint32(0, true);
    const index = JSON.parse(new TextDecoder().decode(bytes.subarray(4, start))) as Index;
    let at = start + index.upper;
    for (const [county, length] of index.villages) {
      this.blocks.set(county, bytes.subarray(at, at + length));
      at += length;
    }
    for (const line of inflate(bytes.subarray(start, start + index.upper)).split('\n')) this.add(line.split('\t'));
  }

  /** The gazetteer of this package, read once. */
  static load(): Gazetteer {
    Gazetteer.loaded ??= new Gazetteer(readFileSync(new URL('places.bin', import.meta.url)));
    return Gazetteer.loaded;
  }

  get(code: string): Division | undefined {
    return this.byCode.get(code);
  }

  /** How many divisions bear this name. */
  sharing(ownName: string): number {
    return this.sharers.get(ownName) ?? 0;
  }

  all(): IterableIterator<Division> {
    return this.byCode.values();
  }

  /** The divisions right below one. */
  children(code: string): readonly Division[] {
    return this.below.get(code) ?? [];
  }

  /** The towns of a county, zone or city without counties; of one that ended, those of its successor. */
  towns(code: string): readonly Division[] {
    const own = this.children(code).filter((d) => d.level === 'town');
    const next = this.byCode.get(code)?.successor;
    return own.length > 0 || !next || next === code ? own : this.children(next).filter((d) => d.level === 'town');
  }

  /** A place and the divisions that hold it, lowest first. */
  chain<P extends PlaceRef>(place: P): (P | Division)[] {
    const chain: (P | Division)[] = [place];
    for (let up = place.parent; up !== null; ) {
      const next = this.byCode.get(up);
      if (!next) break;
      chain.push(next);
      up = next.parent;
    }
    return chain;
  }

  /** Codes (12 digits) of the villages of a county that bear a name; the county is its 6-digit code. */
  villageCodes(county: string, name: string): readonly string[] {
    return this.villagesOf(county).get(name) ?? [];
  }

  private villagesOf(county: string): ReadonlyMap<string, readonly string[]> {
    const known = this.villages.get(county);
    if (known) return known;
    const block = this.blocks.get(county);
    const names = new Map<string, string[]>();
    for (const line of block ? inflate(block).split('\n') : []) {
      const name = line.slice(6);
      if (name) names.set(name, [...(names.get(name) ?? []), county + line.slice(0, 6)]);
    }
    this.villages.set(county, names);
    return names;
  }

  private add(row: readonly string[]): void {
    const [
      code = '',
      ownName = '',
      level = '',
      parent = '',
      from = '',
      to = '',
      successor = '',
      aliases = '',
      former = '',
    ] = row;
    const up = this.byCode.get(parent);
    const division: Division = {
      code,
      ownName,
      level: LEVELS[level] ?? 'county',
      parent: parent || null,
      name: fullName(ownName, LEVELS[level], up),
      validFrom: from ? Number(from) : null,
      validTo: to ? Number(to) : null,
      successor: successor || null,
      aliases: aliases ? aliases.split(',') : [],
      formerNames: former ? former.split(',') : [],
    };
    this.byCode.set(code, division);
    this.sharers.set(ownName, this.sharing(ownName) + 1);
    if (up) push(this.below, parent, division);
  }
}

/** From the prefecture down; a municipality counts as one, a zone is known by its own name. */
function fullName(ownName: string, level: PlaceLevel | undefined, up: Division | undefined): string {
  if (!up || level === 'zone') return ownName;
  if (up.level === 'province' && !/^(?:北京|天津|上海|重庆)市$/u.test(up.ownName)) return ownName;
  return `${up.name}${ownName}`;
}

const inflate = (bytes: Uint8Array): string => brotliDecompressSync(bytes).toString('utf8');

function push(lists: Map<string, Division[]>, key: string, division: Division): void {
  const list = lists.get(key);
  if (list) list.push(division);
  else lists.set(key, [division]);
}
