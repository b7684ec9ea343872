import { Gazetteer } from '../gazetteer/gazetteer.ts';
import type { Text } from '../text/text.ts';
import { type AgencyReading, findAgencies } from './agency.ts';
import { findDates } from './date.ts';
import { sincePrograms } from './date-program.ts';
import type { DateMention, MoneyMention, PersonMention, QuantityMention } from './mention.ts';
import { findMoney } from './money.ts';
import { findPersons } from './person.ts';
import { findPlaces, type PlaceReading } from './place.ts';
import { findPrograms, type ProgramReading } from './program.ts';
import { findQuantities } from './quantity.ts';

/** All mentions of a text, by type, each list in order. */
export interface Mentions {
  readonly persons: readonly PersonMention[];
  readonly money: readonly MoneyMention[];
  readonly dates: readonly DateMention[];
  readonly quantities: readonly QuantityMention[];
  readonly places: PlaceReading;
  readonly agencies: AgencyReading;
  readonly programs: ProgramReading;
}

/** Finds and links every mention: people and figures first, then places, then what is named after places. */
export function readMentions(text: Text): Mentions {
  const gazetteer = Gazetteer.load();
  const persons = findPersons(text);
  const money = findMoney(text.chars);
  const dates = findDates(text);
  const quantities = findQuantities(text.chars, [...money, ...dates]);
  const places = findPlaces(text, gazetteer, persons);
  const agencies = findAgencies(text, places, (code) => gazetteer.get(code), persons);
  const programs = findPrograms(text, places, agencies.mentions);
  const since = sincePrograms(text, programs.mentions, dates);
  return {
    persons,
    money,
    dates: [...dates, ...since].sort((a, b) => a.start - b.start),
    quantities,
    places,
    agencies,
    programs,
  };
}
