import type { Span } from '../article/article.ts';
import type { Term } from '../gazetteer/lexicon.ts';
import type { PlaceRef } from '../gazetteer/place.ts';
import type { Text } from '../text/text.ts';
import { backReferences } from './agency-back.ts';
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
import { Cover, longestFirst } from './span.ts';

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
  const people = new Cover(persons);
  const named = longestFirst(found.filter((m) => !people.meets(m.start, m.end)));
  const mentions = longestFirst([...named, ...backReferences(text, named)]);
  const taken = new Cover(mentions);
  return { mentions, classes: findClasses(text.chars, (start, end) => taken.meets(start, end)) };
}

/** Words that make 委 part of another word (委员, 委托), or of a person's title (市委常委). */
const NOT_COMMITTEE = /^(?:[员托派任屈婉会]|常委)/u;

/** 全市公安机关, 黑龙江省公安机关: all of them, and no one body. */
const isEvery = (chars: string, where: Prefix, term: Term<AgencyBody>): boolean =>
  /^全[省市县区州旗]/u.test(chars.slice(where.start, term.start)) ||
  (where.place.level === 'province' && term.word !== '公安' && !where.place.ownName.endsWith('市'));

/** 江西公安特巡警, 全市公安民警: those who serve, and no body. */
const POLICE_FORCE = /^(?:特警|特巡警|巡特警|交警|民警|干警|队伍|系统|战线|工作|事业)/u;

function bodyMention(
  chars: string,
  term: Term<AgencyBody>,
  prefix: PlacePrefix,
  lookup: PlaceLookup,
  last: AgencyMention | undefined,
): AgencyMention[] {
  const body = term.value;
  if (body.surface === '公安' && POLICE_FORCE.test(chars.slice(term.end, term.end + 3))) return [];
  if (body.surface === '委' && NOT_COMMITTEE.test(chars.slice(term.end, term.end + 2))) return [];
  const where =
    prefix.before(term.start, body.named ?? false) ??
    listed(chars, term, last) ??
    withParty(chars, term, last) ??
    (body.bare ? prefix.none(term.start, body.type === 'zongzhi') : undefined);
  if (!where || (body.levels && !body.levels.includes(where.place.level))) return [];
  if (/^公安(?:机关|部门)?$/u.test(body.surface) && isEvery(chars, where, term)) return [];
  if (body.surface === '委' && chars[where.start - 1] === '团') return [youthLeague(chars, where, term.end)];
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

/** 团县委: the place stands inside the name. */
function youthLeague(chars: string, { start, place }: Prefix, end: number): AgencyMention {
  const agency = agencyRef(`共青团${place.name}委员会`, 'mass_organisation', place);
  return { type: 'agency', start: start - 1, end, surface: chars.slice(start - 1, end), agency };
}

/** 区财政局、卫生局: a body in a list belongs where the one before it does. */
function listed(chars: string, term: Term<AgencyBody>, last: AgencyMention | undefined): Prefix | undefined {
  const follows = last?.end === term.start - 1 && /[、和]/u.test(chars[term.start - 1] ?? '') && term.word.length > 2;
  return follows && last.agency.place ? { start: term.start, place: last.agency.place } : undefined;
}

/** 镇党委政府, 市委、政府: a government in one breath with its party committee. */
function withParty(chars: string, term: Term<AgencyBody>, last: AgencyMention | undefined): Prefix | undefined {
  const joined = last && /^[、和]?$/u.test(chars.slice(last.end, term.start)) && last.agency.type === 'party_committee';
  return joined && last.agency.place && term.word.endsWith('政府')
    ? { start: term.start, place: last.agency.place }
    : undefined;
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
