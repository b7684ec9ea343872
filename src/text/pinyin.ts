import { loadJson } from '../gazetteer/data.ts';

/** Syllables without tones (ü is v) with their characters, and names whose characters read otherwise there. */
interface PinyinData {
  readonly syllables: Readonly<Record<string, string>>;
  readonly names: Readonly<Record<string, string>>;
}

/** How a name is typed: all its syllables, and their first letters; what is not Chinese stands as it is. */
export interface Pinyin {
  readonly full: string;
  readonly initials: string;
}

let loaded:
  | { readonly syllables: ReadonlyMap<string, string>; readonly names: ReadonlyMap<string, string[]> }
  | undefined;

/**
 * The pinyin of a Simplified name without blanks, null when there is no Chinese character with a known reading in it. Readings are
 * those of pypinyin (scripts/build-pinyin.py): one for each character, others only in the names of divisions from the county up
 * (重庆 chongqing, 六安 luan).
 */
export function pinyin(name: string): Pinyin | null {
  const { syllables, names } = data();
  const chars = [...name];
  const read: string[] = [];
  let known = false;
  for (let i = 0; i < chars.length; ) {
    const odd = [4, 3, 2].map((length) => names.get(chars.slice(i, i + length).join(''))).find((name) => name);
    const one = syllables.get(chars[i] ?? '');
    known ||= odd !== undefined || one !== undefined;
    read.push(...(odd ?? [one ?? chars[i] ?? '']));
    i += odd?.length ?? 1;
  }
  if (!known) return null;
  const initials = read.map((syllable, i) => (syllable === chars[i] ? syllable : (syllable[0] ?? '')));
  return { full: read.join(''), initials: initials.join('') };
}

function data(): NonNullable<typeof loaded> {
  if (loaded !== undefined) return loaded;
  const { syllables, names } = loadJson<PinyinData>('pinyin.json');
  const pairs = Object.entries(syllables).flatMap(([syllable, chars]) => [...chars].map((c) => [c, syllable] as const));
  const odd = Object.entries(names).map(([name, read]) => [name, read.split(' ')] as const);
  loaded = { syllables: new Map(pairs), names: new Map(odd) };
  return loaded;
}
