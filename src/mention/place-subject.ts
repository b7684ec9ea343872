import type { Division, Gazetteer } from '../gazetteer/gazetteer.ts';
import type { PlaceLevel } from '../gazetteer/place.ts';
import type { Text } from '../text/text.ts';
import type { Support } from './place-support.ts';
import type { LinkedName } from './place-upper.ts';

/** Words by which a text speaks of its own place, by the last character of that place's name. */
const OWN: Readonly<Record<string, RegExp>> = {
  市: /全市|我市|本市|市里|市委|市政府|市公安局|该市/gu,
  县: /全县|我县|本县|县里|县委|县政府|县公安局|该县/gu,
  区: /全区|我区|本区|区里|区委|区政府|区公安|该区/gu,
  州: /全州|我州|州委|州政府|该州/gu,
  旗: /全旗|我旗|旗委|旗政府|旗里|该旗/gu,
  盟: /全盟|我盟|盟委/gu,
  省: /全省|我省|省委/gu,
};
const LEVELS: readonly PlaceLevel[] = ['county', 'zone', 'city', 'province'];

/** The division that an article is about: named most and first, and in whose words it speaks of 全市 or 我县. */
export function subjectOf(
  text: Text,
  names: readonly LinkedName[],
  towns: readonly Division[],
  support: Support,
  gazetteer: Gazetteer,
): Division | null {
  const scores = new Map<Division, number>();
  const add = (d: Division, score: number) => scores.set(d, (scores.get(d) ?? 0) + score);
  const title = text.paragraphs[0]?.role === 'title' ? text.paragraphs[0].end : 0;
  for (const n of names) {
    if (n.place) add(n.place, 1 + (n.end <= title ? 4 : 0) + (isEarly(text, n, title) ? 1.5 : 0));
  }
  for (const town of towns) for (const up of gazetteer.chain(town).slice(1, 2)) addCode(gazetteer, up.code, add, 0.7);
  const known = [...scores.keys(), ...hinted(gazetteer, support, scores)];
  for (const d of new Set(known)) add(d, ownWords(text, d) + Math.min(support.of(d), 4) * 0.7);
  return best(scores);
}

function isEarly(text: Text, n: LinkedName, title: number): boolean {
  return n.start >= title && n.start < title + 120 && n.start < text.chars.length;
}

function addCode(gazetteer: Gazetteer, code: string, add: (d: Division, score: number) => void, score: number): void {
  const d = gazetteer.get(code);
  if (d) add(d, score);
}

/** Divisions that only the head lines name. */
function hinted(gazetteer: Gazetteer, support: Support, scores: ReadonlyMap<Division, number>): Division[] {
  return support.hinted().flatMap((code) => {
    const d = gazetteer.get(code);
    return d && !scores.has(d) ? [d] : [];
  });
}

function ownWords(text: Text, d: Division): number {
  const pattern = OWN[d.ownName.slice(-1)];
  return pattern ? Math.min(text.chars.match(pattern)?.length ?? 0, 6) * 0.6 : 0;
}

function best(scores: ReadonlyMap<Division, number>): Division | null {
  const ranked = [...scores]
    .filter(([d]) => LEVELS.includes(d.level))
    .sort((a, b) => b[1] - a[1] || LEVELS.indexOf(a[0].level) - LEVELS.indexOf(b[0].level));
  const [first, second] = ranked;
  if (!first || first[1] < 1) return null;
  return second && second[1] === first[1] && second[0].level === first[0].level ? null : first[0];
}
