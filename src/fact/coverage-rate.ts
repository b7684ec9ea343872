/**
 * What is known of a division: a fact of what was asked is there; an article only mentions it; somebody searched and found nothing;
 * nobody looked. None of them is a zero.
 */
export type CoverageState = 'reported' | 'mentioned' | 'searched' | 'not_searched';

/** How many divisions are in each state, and the rates with their denominators. */
export interface CoverageRate {
  readonly divisions: number;
  readonly reported: number;
  readonly mentioned: number;
  readonly searched: number;
  readonly notSearched: number;
  /** Reported, mentioned or searched: the denominator of `rate`. */
  readonly lookedAt: number;
  /** Reported by looked at; null where nobody looked. */
  readonly rate: number | null;
  /** Looked at by all; null where there are none. */
  readonly lookedAtShare: number | null;
}

/** The rates over divisions in these states. */
export function coverageRate(states: readonly CoverageState[]): CoverageRate {
  const of = (state: CoverageState) => states.filter((other) => other === state).length;
  const [reported, mentioned, searched] = [of('reported'), of('mentioned'), of('searched')];
  const lookedAt = reported + mentioned + searched;
  const divisions = states.length;
  return {
    ...{ divisions, reported, mentioned, searched, notSearched: divisions - lookedAt, lookedAt },
    rate: lookedAt === 0 ? null : reported / lookedAt,
    lookedAtShare: divisions === 0 ? null : lookedAt / divisions,
  };
}
