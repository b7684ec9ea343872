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
  private readonly values: ReadonlyMap<string, T>;
  private readonly pattern: RegExp;
  private readonly here: RegExp;

  constructor(entries: Iterable<readonly [string, T]>) {
    this.values = new Map(entries);
    const words = [...this.values.keys()].sort((a, b) => b.length - a.length);
    const source = words.map(literal).join('|');
    this.pattern = new RegExp(source, 'gu');
    this.here = new RegExp(source, 'uy');
  }

  /** All terms inside [start, end) of `chars`, in order. */
  find(chars: string, start = 0, end = chars.length): Term<T>[] {
    const found: Term<T>[] = [];
    this.pattern.lastIndex = 0;
    for (const match of chars.slice(start, end).matchAll(this.pattern)) {
      const value = this.values.get(match[0]);
      if (value === undefined) continue;
      found.push({ start: start + match.index, end: start + match.index + match[0].length, word: match[0], value });
    }
    return found;
  }

  first(chars: string, start = 0, end = chars.length): Term<T> | undefined {
    const slice = chars.slice(start, end);
    this.pattern.lastIndex = 0;
    const match = this.pattern.exec(slice);
    const value = match ? this.values.get(match[0]) : undefined;
    if (!match || value === undefined) return undefined;
    return { start: start + match.index, end: start + match.index + match[0].length, word: match[0], value };
  }

  has(chars: string, start = 0, end = chars.length): boolean {
    return this.first(chars, start, end) !== undefined;
  }

  /** The longest term that starts exactly at `start` and ends by `end`. */
  at(chars: string, start: number, end = chars.length): Term<T> | undefined {
    this.here.lastIndex = start;
    const word = this.here.exec(chars)?.[0];
    const value = word === undefined ? undefined : this.values.get(word);
    if (word === undefined || value === undefined || start + word.length > end) return undefined;
    return { start, end: start + word.length, word, value };
  }

  /** All terms inside [start, end), overlapping ones too (视频监控 and 监控中心 in 视频监控中心). */
  overlapping(chars: string, start: number, end: number): Term<T>[] {
    const found: Term<T>[] = [];
    for (let i = start; i < end; i++) {
      const term = this.at(chars, i, end);
      if (term) found.push(term);
    }
    return found;
  }
}

function literal(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
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
