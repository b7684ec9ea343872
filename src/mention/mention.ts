import type { Span } from '../article/article.ts';
import type { AgencyType } from '../gazetteer/agency-type.ts';
import type { PlaceRef } from '../gazetteer/place.ts';

/** How exact a stated figure is. `over`: 余, 多, 超; `about`: 约, 左右; `nearly`: 近; `up_to`: 不超过, 以内. */
export type Approximator = 'exact' | 'over' | 'about' | 'nearly' | 'up_to' | 'range';

/** Every mention is a span of `Text.chars` with its surface. */
interface Surface extends Span {
  readonly surface: string;
}

/** A number with what it implies: `value` as stated, and the interval [min, max]; null is unbounded or unknown. */
export interface Figure {
  readonly value: number;
  readonly min: number;
  readonly max: number | null;
  readonly approx: Approximator;
}

/** A sum in yuan; the span covers number, approximators and 元. */
export interface MoneyMention extends Surface, Figure {
  readonly type: 'money';
}

/** A counted number; the span covers number, approximators and unit. */
export interface QuantityMention extends Surface, Figure {
  readonly type: 'quantity';
  /** The measure word or unit as written, Simplified (个, 台, 名, 人次, %, ‰, 公里); '' when none follows. */
  readonly unit: string;
  /** Whether the number is an ordinal or label rather than a count (第四期, 平安50, 110, 1+2+N, 三项). */
  readonly label: boolean;
}

/** A date or period. */
export interface DateMention extends Surface {
  readonly type: 'date';
  /** ISO dates at the precision stated (2017, 2017-04, 2017-04-13); null is open or unknown. */
  readonly from: string | null;
  readonly to: string | null;
  /** ISO date up to which a figure holds (截至11月底, 目前), else null. */
  readonly asOf: string | null;
  /** Year of `from`, or of `asOf` when there is no `from`; null when it cannot be known. */
  readonly year: number | null;
  /** point: a day, month or year; since: 以来; as_of: 截至, 目前; future: 年底前, 明年; recurring: 每日; vague: 近年来. */
  readonly sense: 'point' | 'period' | 'since' | 'as_of' | 'future' | 'recurring' | 'vague';
}

/** The number of an official document (文号). */
export interface DocumentMention extends Surface {
  readonly type: 'document';
  /** Normalised: 国办发〔2016〕12号. */
  readonly number: string;
}

/** A private person, official, reporter or suspect: masked everywhere, never a node. */
export interface PersonMention extends Surface {
  readonly type: 'person';
}

/** A place, linked or left open with its candidates. */
export interface PlaceMention extends Surface {
  readonly type: 'place';
  readonly place: PlaceRef | null;
  /** Official codes that the surface may mean, when it stays unresolved. */
  readonly candidates: readonly string[];
  /** Whether the surface names the place (东营市) or refers to it (全市, 我市, 该县, 镇里). */
  readonly relative: boolean;
}

/** A public body. */
export interface AgencyMention extends Surface {
  readonly type: 'agency';
  readonly agency: AgencyRef;
}

/** A public body as the graph keys it: by place, type and canonical name. */
export interface AgencyRef {
  /** `placeCode/type/name`, or `-` for an unknown place. */
  readonly id: string;
  readonly name: string;
  readonly type: AgencyType;
  readonly place: PlaceRef | null;
  /** Id of the body that it is a branch or unit of. */
  readonly parent: string | null;
}

/** A class of bodies (各派出所, 各镇街道, 交警): an actor, never a node. */
export interface ClassMention extends Surface {
  readonly type: 'class';
}

/** A named program. */
export interface ProgramMention extends Surface {
  readonly type: 'program';
  readonly program: ProgramRef;
}

/** What a program is, coarsely (DESIGN.md, "The words"). */
export type ProgramCategory =
  | 'video_surveillance'
  | 'patrol'
  | 'grid'
  | 'alarm'
  | 'platform'
  | 'campaign'
  | 'policing_model'
  | 'facility'
  | 'community'
  | 'other';

/** A program as the graph keys it: a national one by its name, a local one by place and name. */
export interface ProgramRef {
  readonly id: string;
  readonly name: string;
  readonly nameEn: string | null;
  readonly category: ProgramCategory;
  readonly discovered: boolean;
}

/** Everything that the reader marks in a text. */
export type Mention =
  | PlaceMention
  | AgencyMention
  | ClassMention
  | ProgramMention
  | MoneyMention
  | QuantityMention
  | DateMention
  | DocumentMention
  | PersonMention;
