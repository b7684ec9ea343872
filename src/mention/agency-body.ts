import type { AgencyType } from '../gazetteer/agency-type.ts';
import { loadJson } from '../gazetteer/data.ts';
import { Lexicon } from '../gazetteer/lexicon.ts';
import type { PlaceLevel, PlaceRef } from '../gazetteer/place.ts';
import type { AgencyRef } from './mention.ts';

/** A kind of body: the words that name it and the pattern of its official name. */
export interface AgencyBody {
  readonly surface: string;
  /** `{place}` canonical place, `{stem}` its short name, `{police}` the place's 公安局 or 分局, `{branch:X局}` the city's X局 with its branch. */
  readonly official: string;
  /** The same for a town's, where it is called otherwise. */
  readonly inTown?: string;
  readonly type: AgencyType;
  /** Whether it may stand without a place before it and then means the body of the article's place. */
  readonly bare?: boolean;
  /** Whether a place must be named before it; 市, 县 and 区 alone do not do. */
  readonly named?: boolean;
  /** Levels at which the words name a body; all when absent. */
  readonly levels?: readonly PlaceLevel[];
}

/** Looks a division up by its code. */
export type PlaceLookup = (code: string) => PlaceRef | undefined;

const bodies = loadJson<readonly AgencyBody[]>('agency-bodies.json');

/** All kinds of bodies by their words (公安局, 政法委, 财政 …). */
export const agencyBodies = new Lexicon(bodies.map((body) => [body.surface, body] as const));

/** The official name of a body at a place: 财政 at 东营区 is 东营市东营区财政局. */
export function officialName(body: AgencyBody, place: PlaceRef, lookup: PlaceLookup): string {
  const pattern = place.level === 'town' ? (body.inTown ?? body.official) : body.official;
  return pattern
    .replace('{place}', place.name)
    .replace('{stem}', stem(place.ownName))
    .replace('{police}', () => policeName(place, lookup))
    .replace(/\{branch:([^}]*)\}/u, (_, bureau: string) => branchName(place, bureau, lookup));
}

/** A district's or zone's police is a branch of its city's bureau (东营市公安局河口分局), a county's a bureau. */
export function policeName(place: PlaceRef, lookup: PlaceLookup): string {
  if (place.level === 'province' && !place.ownName.endsWith('市')) return `${place.name}公安厅`;
  const district = place.level === 'zone' || (place.level === 'county' && place.ownName.endsWith('区'));
  return district ? branchName(place, '公安局', lookup) : `${place.name}公安局`;
}

function branchName(place: PlaceRef, bureau: string, lookup: PlaceLookup): string {
  const city = place.parent === null ? undefined : lookup(place.parent);
  if (!city) return `${place.name}${bureau}`;
  const own = place.ownName.startsWith(stem(city.ownName))
    ? place.ownName.slice(stem(city.ownName).length)
    : place.ownName;
  return `${city.name}${bureau}${place.level === 'zone' ? own.replace(/^市/u, '') : stem(place.ownName)}分局`;
}

/** The key and the shape of a body as the graph has it. */
export function agencyRef(
  name: string,
  type: AgencyRef['type'],
  place: PlaceRef | null,
  parent: string | null = null,
): AgencyRef {
  return { id: `${place?.code ?? '-'}/${type}/${name}`, name, type, place, parent };
}

/** A division's name without its kind: 河口区 → 河口; one that would keep a single character stays whole. */
export function stem(ownName: string): string {
  const bare = ownName.replace(/(?:特别行政区|自治区|自治州|自治县|自治旗|地区|街道|省|市|区|县|旗|镇|乡|盟|州)$/u, '');
  return bare.length >= 2 ? bare : ownName;
}
