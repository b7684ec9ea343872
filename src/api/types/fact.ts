import { related } from '../connection.ts';
import type { Context } from '../context.ts';
import type { GraphObject } from '../graph.ts';
import { globalId } from '../ids.ts';

/** Fields of Fact that are no property of its node. */
export const Fact = {
  id: (fact: GraphObject) => globalId('Fact', String(fact.id)),
  key: (fact: GraphObject) => fact.id,
  claim: (fact: GraphObject, _: unknown, { graph }: Context) => graph.node('Claim', fact.claimId),
  sourceCount: (fact: GraphObject) => fact.sources,
  actorNames: (fact: GraphObject) => fact.actorNames ?? [],
  place: (fact: GraphObject, _: unknown, { graph }: Context) => graph.node('Place', fact.placeCode),
  programs: (fact: GraphObject, _: unknown, { graph }: Context) => graph.nodes('Program', fact.programIds),
  claims: related('Claim', 'claimIdsOfFacts'),
  conflicts: related('Fact', 'conflictIdsOfFacts'),
};
