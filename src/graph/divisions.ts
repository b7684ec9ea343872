import { type Division, Gazetteer } from '../gazetteer/gazetteer.ts';
import type { DivisionRef, Divisions } from './build.ts';

/** The divisions of the gazetteer. */
export const gazetteerDivisions: Divisions = (code) => {
  const gazetteer = Gazetteer.load();
  const division = gazetteer.get(code);
  return division === undefined ? [] : gazetteer.chain(division).map(withSuccession);
};

/** One that kept its code under a new name has no successor: it is the same division. */
function withSuccession(division: Division): DivisionRef {
  const { code, name, ownName, level, parent, successor, validTo } = division;
  const place = { code, name, ownName, level, parent };
  if (successor === null || successor === code || validTo === null) return place;
  return { ...place, followedBy: { code: successor, year: validTo } };
}
