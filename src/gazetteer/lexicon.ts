import { loadJson } from './data.ts';

/** A word of a lexicon where it stands in a string. */
export interface Term<T = string> {
  readonly start: number;
  readonly end: number;
  readonly word: string;
  readonly value: T;
}

/** Words with a value each, found leftmost-longest. */
export class Lexicon<T> {
  /** By their first UTF-16 unit, the longest first. */
  private readonly words = new Map<number, (readonly [string, T])[]>();
  /** One bit for each UTF-16 unit that begins a word: nearly every unit begins none. */
  private readonly begins = new Uint32Array(0x10000 / 32);

  constructor(entries: Iterable<readonly [string, T]>) {
    const sorted = [...new Map(entries)].sort(([a], [b]) => b.length - a.length);
    for (const entry of sorted) {
      const unit = entry[0].charCodeAt(0);
      this.begins[unit >>> 5] = (this.begins[unit >>> 5] ?? 0) | (1 << (unit & 31));
      const same = this.words.get(unit);
      if (same) same.push(entry);
      else this.words.set(unit, [entry]);
    }
  }

  /** All terms inside [start, end) of `chars`, in order. */
  find(chars: string, start = 0, end = chars.length): Term<T>[] {
    const found: Term<T>[] = [];
    for (let term = this.first(chars, start, end); term; term = this.first(chars, term.end, end)) found.push(term);
    return found;
  }

  first(chars: string, start = 0, end = chars.length): Term<T> | undefined {
    for (let i = Math.max(0, start); i < end; i++) {
      if (!this.begin(chars.charCodeAt(i))) continue;
      const term = this.at(chars, i, end);
      if (term) return term;
    }
    return undefined;
  }

  has(chars: string, start = 0, end = chars.length): boolean {
    return this.first(chars, start, end) !== undefined;
  }

  /** The longest term that starts exactly at `start` and ends by `end`. */
  at(chars: string, start: number, end = chars.length): Term<T> | undefined {
    const unit = chars.charCodeAt(start);
    if (!this.begin(unit)) return undefined;
    const next = chars.charCodeAt(start + 1);
    for (const entry of this.words.get(unit) ?? []) {
      const [word] = entry;
      if (start + word.length > end || (word.length > 1 && word.charCodeAt(1) !== next)) continue;
      if (word.length <= 2 || chars.startsWith(word, start))
        return { start, end: start + word.length, word, value: entry[1] };
    }
    return undefined;
  }

  private begin(unit: number): boolean {
    return (((this.begins[unit >>> 5] ?? 0) >>> (unit & 31)) & 1) !== 0;
  }

  /** All terms inside [start, end), overlapping ones too (视频监控 and 监控中心 in 视频监控中心). */
  overlapping(chars: string, start: number, end: number): Term<T>[] {
    const found: Term<T>[] = [];
    for (let i = start; i < end; i++) {
      const term = this.begin(chars.charCodeAt(i)) ? this.at(chars, i, end) : undefined;
      if (term) found.push(term);
    }
    return found;
  }
}

const lists = loadJson<Record<string, readonly string[]>>('cues.json');

/** The cue words of one name in `cues.json`: 计划 for planned, 拨付 for fund … */
export function cueWords(name: string): readonly string[] {
  const words = lists[name];
  if (!words) throw new RangeError(`no such cue list: ${name}`);
  return words;
}

/** One list of `cues.json`, found leftmost-longest. */
export function cueLexicon(name: string): Lexicon<string> {
  return new Lexicon(cueWords(name).map((word) => [word, name] as const));
}

/** One lexicon over several lists of `cues.json`, each word valued with its list; a later list wins a shared word. */
export function cueLexicons<N extends string>(...names: readonly N[]): Lexicon<N> {
  return new Lexicon(names.flatMap((name) => (lists[name] ?? []).map((word) => [word, name] as const)));
}
