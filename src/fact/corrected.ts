import type { Correction } from '../review/decision.ts';
import type { FactClaim } from './claims.ts';
import { chainOf } from './place-tree.ts';

/** The claim as a person put it right; the claim itself is not rewritten. A figure without bounds is exact. */
export function corrected(claim: FactClaim, set: Correction): FactClaim {
  const { place, programs, actors, count, amountCny, countMin, countMax, amountMin, amountMax, ...same } = set;
  const figure = amountCny ?? count;
  const [min, max] = [amountMin ?? countMin, amountMax ?? countMax];
  return {
    ...claim,
    ...same,
    ...(place === undefined ? {} : { placeCode: place, placeName: chainOf(place)[0]?.name ?? place }),
    ...(programs === undefined ? {} : { programIds: programs, program: programs[0] ?? null }),
    ...(actors === undefined ? {} : actorsOf(actors)),
    ...(figure === undefined ? {} : { figure, min: figure, max: figure, approx: 'exact' as const }),
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
    ...(amountCny === undefined ? {} : { unit: 'CNY' }),
    corrected: true,
  };
}

/** Three lists in parallel, as the claim has them; a class has no reference. */
function actorsOf(actors: readonly string[]): Pick<FactClaim, 'actorTypes' | 'actorRefs' | 'actorNames'> {
  const parts = actors.map((actor) => {
    const cut = actor.indexOf(':');
    return [actor.slice(0, cut), actor.slice(cut + 1)] as const;
  });
  const nameOf = (type: string, ref: string) =>
    type === 'place' ? (chainOf(ref)[0]?.name ?? ref) : (ref.split('/').at(-1) ?? ref);
  return {
    actorTypes: parts.map(([type]) => type),
    actorRefs: parts.map(([type, ref]) => (type === 'class' ? '' : ref)),
    actorNames: parts.map(([type, ref]) => nameOf(type, ref)),
  };
}
