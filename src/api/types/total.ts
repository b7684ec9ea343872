import { packetOf } from '../../citation/make.ts';
import type { Packet } from '../../citation/packet.ts';
import { derivationOf, type PlaceStep } from '../../fact/derivation.ts';
import type { AddedFact, LeftOutFact } from '../../fact/total.ts';
import { totalCitation } from '../../store/citation.ts';
import { accuraciesOf } from '../accuracies.ts';
import type { Context } from '../context.ts';
import { badRequest } from '../errors.ts';
import { type ListArgs, listing } from '../listing.ts';
import { maker } from '../maker.ts';
import { exactSum } from '../sum.ts';
import type { TotalAnswer } from '../totals.ts';

/** A packet of more facts than these is made by `xueliang total --packet`. */
const MOST_CITED = 2000;

interface LeftOutArgs extends ListArgs {
  readonly reason?: string | null;
}

/** Fields of Total. */
export const Total = {
  measure: ({ total }: TotalAnswer) => total.measure,
  unit: ({ total }: TotalAnswer) => total.unit,
  figure: ({ total }: TotalAnswer) => exactSum(total.added.map(({ fact }) => fact.figure ?? 0)),
  min: ({ total }: TotalAnswer) => exactSum(total.added.map(({ min }) => min)),
  max: ({ total }: TotalAnswer) => exactSum(total.added.map(({ max }) => max)),
  upTo: ({ total }: TotalAnswer) => total.upTo,
  proven: ({ total }: TotalAnswer) => total.exact,
  disputed: ({ total }: TotalAnswer) => total.disputed,
  sources,
  singleSourced: ({ total }: TotalAnswer) => total.added.filter(({ fact }) => fact.sources < 2).length,
  added: ({ total }: TotalAnswer, args: ListArgs) => listing(total.added, idOf, args),
  leftOut: ({ total }: TotalAnswer, { reason, ...args }: LeftOutArgs) =>
    listing(reason == null ? total.leftOut : total.leftOut.filter((one) => one.reason === reason), idOf, args),
  leftOutBecause: ({ total }: TotalAnswer) => countsByReason(total.leftOut),
  derivation: ({ total, held, place }: TotalAnswer) => derivationOf(held.value.facts, total, place),
  accuracy: ({ kind }: TotalAnswer) => accuraciesOf([kind]),
  packet,
  current: ({ held }: TotalAnswer) => held.isCurrent,
};

/** Fields of AddedFact that it does not hold. */
export const AddedFactFields = {
  fact: ({ fact }: AddedFact, _: unknown, { graph }: Context) => graph.node('Fact', fact.id),
};

/** Fields of LeftOutFact that it does not hold. */
export const LeftOutFactFields = {
  fact: ({ fact }: LeftOutFact, _: unknown, { graph }: Context) => graph.node('Fact', fact.id),
  by: ({ by }: LeftOutFact, _: unknown, { graph }: Context) => graph.node('Fact', by),
};

/** Fields of TotalStep. */
export const TotalStep = {
  place: (step: PlaceStep, _: unknown, { graph }: Context) => graph.node('Place', step.place?.code),
  placeCode: ({ place }: PlaceStep) => place?.code ?? null,
  placeName: ({ place }: PlaceStep) => place?.name ?? null,
  added: ({ added }: PlaceStep, args: ListArgs) => listing(added, idOf, args),
  leftOut: ({ leftOut }: PlaceStep, args: ListArgs) => listing(leftOut, idOf, args),
  steps: ({ steps }: PlaceStep, args: ListArgs) => listing(steps, ({ place }) => place?.code ?? '', args),
};

function idOf({ fact }: AddedFact | LeftOutFact): string {
  return fact.id;
}

/** How many source families state at least one of the added facts: copies are one. */
function sources({ total, held }: TotalAnswer): number {
  const { copies } = held.value;
  return new Set(total.added.flatMap(({ fact }) => fact.articleIds.map((id) => copies.get(id) ?? id))).size;
}

function countsByReason(leftOut: readonly LeftOutFact[]): { readonly reason: string; readonly facts: number }[] {
  const counts = new Map<string, number>();
  for (const { reason } of leftOut) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([reason, facts]) => ({ reason, facts }));
}

/** @throws BAD_USER_INPUT for more facts than a response should carry. */
async function packet({ total, request }: TotalAnswer, _: unknown, { graph }: Context): Promise<Packet | null> {
  if (request === null) return null;
  const facts = total.added.length + total.leftOut.length;
  if (facts > MOST_CITED) {
    throw badRequest(`packet: ${facts} facts, more than ${MOST_CITED}; ask for less, or use xueliang total --packet`);
  }
  return packetOf({ ...(await totalCitation(graph.store, request, total)), made: maker() });
}
