import { Gazetteer } from '../gazetteer/gazetteer.ts';
import type { Text } from '../text/text.ts';
import { type AgencyReading, findAgencies } from './agency.ts';
import { findDates } from './date.ts';
import { sincePrograms } from './date-program.ts';
import { findDocumentNumbers } from './document-number.ts';
import type { DateMention, DocumentMention, Mention, MoneyMention, PersonMention, QuantityMention } from './mention.ts';
import { findMoney } from './money.ts';
import { findNumbers } from './number.ts';
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
  readonly documents: readonly DocumentMention[];
  readonly places: PlaceReading;
  readonly agencies: AgencyReading;
  readonly programs: ProgramReading;
}

/** Finds and links every mention: people and figures first, then places, then what is named after places. */
export function readMentions(text: Text): Mentions {
  const gazetteer = Gazetteer.load();
  const persons = findPersons(text);
  const numbers = findNumbers(text.chars);
  const money = findMoney(text.chars, numbers);
  const dates = findDates(text);
  const quantities = findQuantities(text.chars, [...money, ...dates], numbers);
  const places = findPlaces(text, gazetteer, persons);
  const agencies = findAgencies(text, places, (code) => gazetteer.get(code), persons);
  const programs = findPrograms(text, places, agencies.mentions);
  const since = sincePrograms(text, programs.mentions, dates);
  return {
    persons,
    money,
    dates: [...dates, ...since].sort((a, b) => a.start - b.start),
    quantities,
    documents: findDocumentNumbers(text.chars, (at) => text.article.text.charAt(text.offsets[at] ?? 0)),
    places,
    agencies,
    programs,
  };
}

/** All mentions by their place in the text, the longer of two that start together first; labels are left out. */
export function inOrder(mentions: Mentions): readonly Mention[] {
  const { persons, money, dates, quantities, documents, places, agencies, programs } = mentions;
  const named = [...persons, ...places.mentions, ...agencies.mentions, ...agencies.classes, ...programs.mentions];
  const all: Mention[] = [
    ...named,
    ...money,
    ...dates,
    ...documents,
    ...quantities.filter((quantity) => !quantity.label),
  ];
  return all.sort((a, b) => a.start - b.start || b.end - a.end);
}
