import type { Division, Gazetteer } from '../gazetteer/gazetteer.ts';
import type { Text } from '../text/text.ts';
import { isInsideName, mayBegin } from './place-context.ts';
import { type NameHit, NameIndex, placeWords } from './place-index.ts';
import { Support } from './place-support.ts';

/** A name with what it was linked to; null when the text does not settle it. */
export interface LinkedName extends NameHit {
  readonly place: Division | null;
}

/** What was found from province to county, and the evidence that it gives for everything below. */
export interface UpperReading {
  readonly names: readonly LinkedName[];
  readonly support: Support;
}

let index: NameIndex | undefined;
const ordinary = new Set(placeWords.ordinary);
const needsParent = new Set(placeWords.needsParent);

/** Finds and links divisions from province to county, and zones, by what the document says of itself. */
export function upperNames(text: Text, gazetteer: Gazetteer): UpperReading {
  index ??= NameIndex.upper(gazetteer);
  const year = text.article.publishedYear;
  const valid = (hit: NameHit): NameHit => ({ ...hit, divisions: inTime(hit.divisions, year) });
  const hits = index
    .find(text.chars)
    .filter((h) => !isInsideName(text.chars, h.end))
    .map(valid);
  const hints = [...text.hints, text.article.outlet ?? ''].map((hint) => (index ? index.find(hint).map(valid) : []));
  const support = new Support(gazetteer);
  for (const hint of hints) for (const hit of hint) support.hint(hit, hint.length);
  for (const hit of hits) if (isPlain(hit)) support.name(hit.divisions);
  support.zones([...text.hints, text.article.outlet ?? '', text.chars.slice(0, 4000)], hits);
  return { names: link(text.chars, hits, support, gazetteer), support };
}

/** Divisions of that year; the present ones when the year is unknown; all when none fits. */
function inTime(divisions: readonly Division[], year: number | null): readonly Division[] {
  const fitting = divisions.filter((d) => d.validTo === null || (year !== null && year <= d.validTo));
  const then = year === null ? [] : fitting.filter((d) => d.validTo !== null);
  if (then.length > 0 && fitting.length > then.length) return fitting;
  return fitting.length > 0 ? fitting : divisions;
}

/** A full name of one division that is no ordinary word stands for itself. */
const isPlain = (hit: NameHit): boolean => !hit.short && hit.divisions.length === 1 && !needsParent.has(hit.name);

function link(chars: string, hits: readonly NameHit[], support: Support, gazetteer: Gazetteer): LinkedName[] {
  const linked: LinkedName[] = [];
  const ends = new Set<number>();
  for (const [i, hit] of hits.entries()) {
    const before = linked.at(-1);
    const parent = before?.end === hit.start ? before.place : null;
    const next = hits[i + 1];
    const children = next?.start === hit.end ? next.divisions : [];
    const place = choose(hit, { parent, children, support, gazetteer });
    if (!isNamed(chars, hit, place ?? null, { ends, parent, children, support })) continue;
    if (place === null && hit.short) continue;
    linked.push({ ...hit, place });
    ends.add(hit.end);
  }
  return linked;
}

interface Neighbours {
  readonly parent: Division | null;
  readonly children: readonly Division[];
  readonly support: Support;
}

/** The candidate with the best evidence; null when two are level. */
function choose(hit: NameHit, near: Neighbours & { readonly gazetteer: Gazetteer }): Division | null {
  const scored = hit.divisions.map((d) => ({ d, score: score(d, near) })).sort((a, b) => b.score - a.score);
  const [best, second] = scored;
  if (!best) return null;
  if (!second || best.score > second.score) return best.d;
  const level = scored.filter((s) => s.score === best.score).map((s) => s.d);
  return (
    level.find((d) => level.every((o) => o === d || near.gazetteer.chain(o).some((up) => up.code === d.code))) ?? null
  );
}

function score(d: Division, near: Neighbours & { readonly gazetteer: Gazetteer }): number {
  const chain = near.gazetteer.chain(d).slice(1);
  const under = near.parent !== null && chain.some((up) => up.code === near.parent?.code);
  const over = near.children.some((c) => c.parent === d.code);
  return (under ? 1000 : 0) + (over ? 500 : 0) + near.support.of(d) + (d.validTo === null ? 0.1 : 0);
}

/** Whether the words are a name here: short forms and ordinary words need an edge and evidence. */
function isNamed(
  chars: string,
  hit: NameHit,
  place: Division | null,
  near: Neighbours & { readonly ends: ReadonlySet<number> },
): boolean {
  const tied = near.parent !== null || near.children.length > 0;
  if (needsParent.has(hit.name)) return tied || (place !== null && near.support.of(place) >= 2);
  if (!hit.short) return true;
  if (!place || !mayBegin(chars, hit.start, near.ends)) return false;
  if (place.level === 'zone') return near.support.of(place) > 0;
  if (ordinary.has(hit.name)) return (tied && near.parent !== null) || near.support.named(place);
  return hit.divisions.length === 1 || near.support.of(place) > 0;
}
