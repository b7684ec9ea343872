import type { FactTable } from '../fact/table.ts';

/** An article as relations need it; its text is not here. */
export interface NetworkArticle {
  readonly id: string;
  readonly title: string | null;
  /** `YYYY-MM-DD`, or null. */
  readonly publishedOn: string | null;
  readonly outlet: string | null;
  /** Code of the place that it is about. */
  readonly subjectPlace: string | null;
  /** Normalised document numbers (文号). */
  readonly documentNumbers: readonly string[];
  /** Id of the earliest article of which it is a copy; its own where it is none. */
  readonly root: string;
  /** Ids of the agencies and programs that it mentions. */
  readonly agencyIds: readonly string[];
  readonly programIds: readonly string[];
}

/** An agency or program by its names; `sort` is the agency's type or the program's category. */
export interface Named {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly sort: string | null;
}

/** All that a network is made of: the facts of a store, and beside them what facts do not carry. */
export interface NetworkSource {
  readonly facts: FactTable;
  readonly articles: readonly NetworkArticle[];
  readonly agencies: readonly Named[];
  readonly programs: readonly Named[];
}
