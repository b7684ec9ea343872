import { XueliangError } from '../errors.ts';
import { territory } from '../fact/place-tree.ts';
import type { FactTable } from '../fact/table.ts';
import { Gazetteer } from '../gazetteer/gazetteer.ts';
import type { PlaceRef } from '../gazetteer/place.ts';
import { shortNames } from '../gazetteer/short-name.ts';

/**
 * The place that a code or name means: 370503, 河口区, 东营市河口区, 东营, 垦利县. Of several of a name those count that facts are about.
 * @throws USAGE for a name that no place has, and for one that several have, with their codes
 */
export function placeNamed({ places }: FactTable, words: string): PlaceRef {
  const gazetteer = Gazetteer.load();
  const byCode = places.get(words) ?? gazetteer.get(words);
  if (byCode !== undefined) return byCode;
  const named = [...gazetteer.all()].filter(
    (place) => isCalled(place, words) || shortNames(place, null).includes(words),
  );
  const all = new Map<string, PlaceRef>();
  for (const { code, ...place } of named)
    all.set(territory(code), gazetteer.get(territory(code)) ?? { code, ...place });
  for (const place of places.all()) if (isCalled(place, words)) all.set(place.code, place);
  const known = [...all.values()].filter(({ code }) => places.get(code) !== undefined);
  const [only, ...others] = known.length > 0 ? known : [...all.values()];
  if (only === undefined) throw new XueliangError('USAGE', `no place is called ${words}; give its name or its code`);
  if (others.length === 0) return only;
  const listed = [only, ...others]
    .sort((a, b) => (a.code < b.code ? -1 : 1))
    .map(({ code, name }) => `${code} ${name}`);
  throw new XueliangError('USAGE', `${words} is one of ${listed.length} places; give a code: ${listed.join(', ')}`);
}

/** Whether the words are the place's name, whole or from some division on: 牛庄镇, 东营区牛庄镇, 东营市东营区牛庄镇. */
function isCalled({ name, ownName }: PlaceRef, words: string): boolean {
  return words === ownName || (name.endsWith(words) && words.endsWith(ownName));
}
