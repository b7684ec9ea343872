import type { Span } from '../article/article.ts';
import type { Term } from '../gazetteer/lexicon.ts';
import type { PlaceRef } from '../gazetteer/place.ts';
import type { Text } from '../text/text.ts';
import { type AgencyBody, agencyBodies, agencyRef, officialName, type PlaceLookup, policeName } from './agency-body.ts';
import { findClasses } from './agency-class.ts';
import { findCompanies } from './agency-company.ts';
import { findOffices } from './agency-office.ts';
import { PlacePrefix, type Prefix } from './agency-prefix.ts';
import { findShortPolice } from './agency-short.ts';
import { findSquads } from './agency-squad.ts';
import { findStations } from './agency-station.ts';
import { branchAfter, unitAt } from './agency-unit.ts';
import type { AgencyMention, AgencyRef, ClassMention } from './mention.ts';
import type { PlaceReading } from './place.ts';
import { longestFirst, overlaps } from './span.ts';

/** The public bodies of a text, and the classes of bodies that it lets act. */
export interface AgencyReading {
  readonly mentions: readonly AgencyMention[];
  readonly classes: readonly ClassMention[];
}

/** Finds public bodies by grammar: place, body, branch, unit (市公安局｜河口分局｜五马刑警中队). */
export function findAgencies(
  text: Text,
  places: PlaceReading,
  lookup: PlaceLookup,
  persons: readonly Span[],
): AgencyReading {
  const prefix = new PlacePrefix(text, places);
  const bodies: AgencyMention[] = [];
  for (const term of agencyBodies.find(text.chars))
    bodies.push(...bodyMention(text.chars, term, prefix, lookup, bodies.at(-1)));
  const found = [
    ...bodies,
    ...findStations(text, prefix),
    ...findCompanies(text, prefix),
    ...findOffices(text, prefix),
    ...findShortPolice(text, places, prefix, lookup),
    ...findSquads(text, prefix, lookup),
  ];
  const mentions = longestFirst(found.filter((m) => !persons.some((p) => overlaps(p, m))));
  const taken = (start: number, end: number) => mentions.some((m) => overlaps(m, { start, end }));
  return { mentions, classes: findClasses(text.chars, taken) };
}

/** Words that make 委 part of another word (委员, 委托). */
const NOT_COMMITTEE = /^[员托派任屈婉会]/u;

function bodyMention(
  chars: string,
  term: Term<AgencyBody>,
  prefix: PlacePrefix,
  lookup: PlaceLookup,
  last: AgencyMention | undefined,
): AgencyMention[] {
  const body = term.value;
  if (body.surface === '委' && NOT_COMMITTEE.test(chars.slice(term.end, term.end + 1))) return [];
  const where =
    prefix.before(term.start, body.named ?? false) ??
    listed(chars, term, last) ??
    (body.bare ? prefix.none(term.start, body.type === 'zongzhi') : undefined);
  if (!where || (body.levels && !body.levels.includes(where.place.level))) return [];
  const extended = extend(chars, term, where.place, lookup, prefix);
  return [
    {
      type: 'agency',
      start: where.start,
      end: extended.end,
      surface: chars.slice(where.start, extended.end),
      agency: extended.agency,
    },
  ];
}

/** 区财政局、卫生局: a body in a list belongs where the one before it does. */
function listed(chars: string, term: Term<AgencyBody>, last: AgencyMention | undefined): Prefix | undefined {
  const follows = last?.end === term.start - 1 && /[、和]/u.test(chars[term.start - 1] ?? '') && term.word.length > 2;
  return follows && last.agency.place ? { start: term.start, place: last.agency.place } : undefined;
}

/** Takes in the branch and the unit that follow the body's own words. */
function extend(
  chars: string,
  term: Term<AgencyBody>,
  place: PlaceRef,
  lookup: PlaceLookup,
  prefix: PlacePrefix,
): { end: number; agency: AgencyRef } {
  const body = term.value;
  let name = officialName(body, place, lookup);
  let end = term.end;
  let parent: string | null = null;
  let seat = place;
  const branch = body.surface === '公安局' ? branchAfter(chars, end) : undefined;
  if (branch) {
    parent = agencyRef(name, body.type, place).id;
    seat = prefix.districtOf(place, branch.stem) ?? place;
    name = seat === place ? `${name}${chars.slice(end, branch.end)}` : policeName(seat, lookup);
    end = branch.end;
  }
  const unit =
    body.type === 'public_security' || body.type === 'court'
      ? prefix.unitAfter(chars, end)
      : unitAfterOther(chars, end);
  if (unit) {
    parent = agencyRef(name, body.type, seat).id;
    name += unit.name;
    end = unit.end;
  }
  return { end, agency: agencyRef(name, body.type, seat, parent) };
}

/** A bureau's office is no body of its own here, except where the words go on with a unit. */
function unitAfterOther(chars: string, at: number): { name: string; end: number } | undefined {
  const unit = unitAt(chars, at);
  return unit && unit.name !== '办公室' ? unit : undefined;
}
