import type { AgencyType } from '../gazetteer/agency-type.ts';
import type { PlaceLevel } from '../gazetteer/place.ts';
import type { Approximator, ProgramCategory } from '../mention/mention.ts';
import type { Issue } from '../text/text.ts';

/** What a claim states (DESIGN.md, “Claim kinds”). */
export type ClaimKind = 'FUNDED' | 'DEPLOYED' | 'STAFFED' | 'OPERATES' | 'OUTCOME';
/** Kinds of things built, bought, posted or paid for; `other` matches nothing by itself. */
export type Asset =
  | 'camera'
  | 'platform'
  | 'checkpoint'
  | 'patrol_car'
  | 'police_station'
  | 'police_box'
  | 'assistant_police'
  | 'patrol_team'
  | 'alarm'
  | 'village_center'
  | 'software'
  | 'other';
/** How far the money (FUNDED) or the works are. */
export type Stage = 'planned' | 'tendered' | 'awarded' | 'building' | 'done' | 'accepted' | 'cancelled';
/** What a figure covers; `of_which` is part of another figure. */
export type Scope = 'new' | 'cumulative' | 'of_which' | 'in_use';

/** How far from the figure or trigger the words stand that an attribute rests on. */
export type Distance = 'clause' | 'sentence' | 'paragraph' | 'heading' | 'document';

/** The words that one attribute rests on; offsets into the article text. */
export interface Evidence {
  readonly start: number;
  readonly end: number;
  readonly from: Distance;
}

/** The attributes that words are cited for. */
export type EvidenceField = 'actor' | 'program' | 'place' | 'date' | 'stage' | 'figure';

/** Who acted, as the text says: a body, a place (河口区投资…) or a class of bodies (各镇). */
export interface Actor {
  readonly type: 'agency' | 'place' | 'class';
  /** The agency's id or the place's code; null for a class. */
  readonly ref: string | null;
  readonly name: string;
}

/** Up to 80 characters of the paragraph on either side of a quote, people masked. */
export interface Context {
  readonly before: string;
  readonly after: string;
}

/** One figure or fact, as one article states it (DESIGN.md §4: the extraction record). */
export interface Claim {
  readonly id: string;
  /** Claims of one event (money and what it bought) share it. */
  readonly event: string;
  readonly kind: ClaimKind;
  readonly actors: readonly Actor[];
  readonly recipient?: Actor;
  /** Ids into the record's programs. */
  readonly programs: readonly string[];
  /** Codes into the record's places. */
  readonly places: readonly string[];
  readonly agency: string | null;
  readonly program: string | null;
  readonly place: { readonly code: string; readonly name: string } | null;
  readonly asset: Asset | null;
  readonly assetText: string | null;
  /** What the number counts: cameras, people, villages, cases … */
  readonly counted: string | null;
  readonly count: number | null;
  readonly countMin: number | null;
  readonly countMax: number | null;
  readonly unit: string | null;
  readonly amountCny: number | null;
  readonly amountMin: number | null;
  readonly amountMax: number | null;
  readonly approx: Approximator;
  readonly stage: Stage;
  readonly scope: Scope | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly asOf: string | null;
  readonly year: number | null;
  readonly dateText: string | null;
  readonly partOf?: string;
  readonly paysFor?: string;
  readonly supersedes?: string;
  readonly evidence: Partial<Record<EvidenceField, Evidence>>;
  readonly rule: string;
  readonly rulesVersion: string;
  /** What stands between `start` and `end` in the article text, people masked with █. */
  readonly quote: string;
  readonly start: number;
  readonly end: number;
  /** Absent in journals from before there was one. */
  readonly context?: Context;
}

/** A place that the article names; with candidates, one that it leaves open. */
export interface RecordPlace {
  readonly code: string;
  readonly name: string;
  readonly level: PlaceLevel;
  readonly candidates?: readonly string[];
  /** How often the article mentions it. */
  readonly count?: number;
}

/** A public body that the article names. */
export interface RecordAgency {
  readonly id: string;
  readonly name: string;
  readonly type: AgencyType;
  readonly placeCode: string | null;
  readonly parent?: string;
  readonly aliases: readonly string[];
  /** How often the article mentions it. */
  readonly count?: number;
}

/** A program that the article names. */
export interface RecordProgram {
  readonly id: string;
  readonly name: string;
  readonly nameEn?: string;
  readonly category: ProgramCategory;
  readonly aliases: readonly string[];
  readonly discovered: boolean;
  readonly partOf?: { readonly program: string; readonly start: number; readonly end: number };
  /** How often the article mentions it. */
  readonly count?: number;
}

/** A document number (文号), normalised, with the span of the article text that it stands in. */
export interface RecordDocument {
  readonly number: string;
  readonly start: number;
  readonly end: number;
}

/** What was read in one article: the line that `xueliang extract --format jsonl` prints. */
export interface ExtractionRecord {
  readonly article: {
    readonly id: string;
    readonly file: string;
    readonly title: string | null;
    readonly publishedOn: string | null;
    readonly outlet: string | null;
    readonly url: string | null;
    readonly script: 'Hans' | 'Hant';
    readonly sha256: string;
    readonly textSha256: string;
    readonly subjectPlace: { readonly code: string; readonly name: string } | null;
    /** The official documents that it cites or is; absent in records of older readings. */
    readonly documents?: readonly RecordDocument[];
  };
  readonly places: readonly RecordPlace[];
  readonly agencies: readonly RecordAgency[];
  readonly programs: readonly RecordProgram[];
  readonly claims: readonly Claim[];
  readonly issues: readonly Issue[];
}
