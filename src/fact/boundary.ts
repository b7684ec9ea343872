import { type Division, Gazetteer } from '../gazetteer/gazetteer.ts';
import { chainOf, territory } from './place-tree.ts';

/** A division ended, and its territory came to a place or left it. */
export interface BoundaryChange {
  readonly year: number;
  /** Name of the division that ended, and of the one that followed it. */
  readonly from: string;
  readonly to: string;
}

let known: Map<string, BoundaryChange[]> | undefined;

/**
 * The changes that moved territory into a place or out of it, by year, as the gazetteer knows them: divisions that ended, not towns
 * that moved. A county that only got another code is not one.
 * @param code under which its territory stands today (`territory`)
 */
export function boundaryChanges(code: string): readonly BoundaryChange[] {
  known ??= allChanges();
  return known.get(code) ?? [];
}

function allChanges(): Map<string, BoundaryChange[]> {
  const found = new Map<string, BoundaryChange[]>();
  const gazetteer = Gazetteer.load();
  for (const ended of gazetteer.all()) {
    const next = ended.successor === null ? undefined : gazetteer.get(ended.successor);
    if (next === undefined || ended.validTo === null) continue;
    const change = { year: ended.validTo, from: ended.name, to: next.name };
    for (const place of moved(ended, next)) found.set(place, [...(found.get(place) ?? []), change]);
  }
  for (const changes of found.values()) changes.sort((a, b) => a.year - b.year || (a.from < b.from ? -1 : 1));
  return found;
}

/** The places that held the one division and not the other. */
function moved(ended: Division, next: Division): string[] {
  const [before, after] = [ended, next].map(({ code }) => new Set(chainOf(code).map((place) => territory(place.code))));
  const gained = [...(after ?? [])].filter((code) => before?.has(code) !== true);
  const lost = [...(before ?? [])].filter((code) => after?.has(code) !== true);
  return [...gained, ...lost];
}
