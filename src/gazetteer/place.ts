/** Levels of administrative division; `zone` is a functional zone (经开区, 高新区, 管理区). */
export type PlaceLevel = 'province' | 'city' | 'county' | 'town' | 'village' | 'zone';

/** A division as it stands in the gazetteer or is keyed under one that does. */
export interface PlaceRef {
  /** Official statistical code (6 digits to the county, 9 town, 12 village), or `parentCode/name` for one without. */
  readonly code: string;
  /** Canonical name from the prefecture down: 东营市东营区牛庄镇; a province is itself. */
  readonly name: string;
  /** Own name only: 牛庄镇. */
  readonly ownName: string;
  readonly level: PlaceLevel;
  /** Code of the next division up; null for a province. */
  readonly parent: string | null;
}
