import { related } from '../connection.ts';
import type { Context } from '../context.ts';
import type { GraphObject } from '../graph.ts';
import { globalId } from '../ids.ts';
import { citationOf } from './citation.ts';

/** Fields of Fact that are no property of its node. */
export const Fact = {
  id: (fact: GraphObject) => globalId('Fact', String(fact.id)),
  key: (fact: GraphObject) => fact.id,
  claim: (fact: GraphObject, _: unknown, { graph }: Context) => graph.node('Claim', fact.claimId),
  sourceCount: (fact: GraphObject) => fact.sources,
  actorNames: (fact: GraphObject) => fact.actorNames ?? [],
  place: (fact: GraphObject, _: unknown, { graph }: Context) => graph.node('Place', fact.placeCode),
  programs: (fact: GraphObject, _: unknown, { graph }: Context) => graph.nodes('Program', fact.programIds),
  citation: citationOf('fact'),
  claimCount: (fact: GraphObject) => fact.claims,
  corrected: (fact: GraphObject) => fact.corrected ?? false,
  period: ({ first, last, dated }: GraphObject) => ({ first: day(first), last: day(last), dated }),
  articles: (fact: GraphObject, _: unknown, { graph }: Context) => graph.nodes('Article', fact.articleIds),
  partOf: joined('wholeIdsOfFacts'),
  paidFor: joined('boughtIdsOfFacts'),
  claims: related('Claim', { query: 'claimIdsOfFacts' }),
  conflicts: related('Fact', { query: 'conflictIdsOfFacts' }),
};

/** Facts that a fact is joined to; it is no part of itself, though one of its claims may be part of another. */
function joined(query: string) {
  return async (fact: GraphObject, _: unknown, { graph }: Context): Promise<GraphObject[]> => {
    const rows = await graph.rows(query, String(fact.id));
    return graph.nodes(
      'Fact',
      rows.map(({ id }) => id).filter((id) => id !== fact.id),
    );
  };
}

/** A day of a period without the 00 or 99 of what is open in it; null where it has no end. */
function day(date: unknown): string | null {
  const stated = String(date).replace(/(?:-(?:00|99))+$/, '');
  return stated === '' || stated === '9999' ? null : stated;
}
