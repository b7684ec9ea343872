import type { Correction } from '../review/decision.ts';
import type { FactClaim } from './claims.ts';
import { chainOf } from './place-tree.ts';

/** The claim as a person put it right; the claim itself is not rewritten. A figure without bounds is exact. */
export function corrected(claim: FactClaim, set: Correction): FactClaim {
  const { place, programs, count, amountCny, countMin, countMax, amountMin, amountMax, ...same } = set;
  const figure = amountCny ?? count;
  const [min, max] = [amountMin ?? countMin, amountMax ?? countMax];
  return {
    ...claim,
    ...same,
    ...(place === undefined ? {} : { placeCode: place, placeName: chainOf(place)[0]?.name ?? place }),
    ...(programs === undefined ? {} : { programIds: programs, program: programs[0] ?? null }),
    ...(figure === undefined ? {} : { figure, min: figure, max: figure, approx: 'exact' as const }),
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
    ...(amountCny === undefined ? {} : { unit: 'CNY' }),
    corrected: true,
  };
}
