import { Gazetteer } from '../gazetteer/gazetteer.ts';
import type { Divisions } from './build.ts';

/** The divisions of the gazetteer. */
export const gazetteerDivisions: Divisions = (code) => {
  const gazetteer = Gazetteer.load();
  const division = gazetteer.get(code);
  return division === undefined ? [] : gazetteer.chain(division);
};
