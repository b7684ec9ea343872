import { related } from '../connection.ts';
import type { Context } from '../context.ts';
import type { GraphObject } from '../graph.ts';
import { asObject } from '../graph.ts';
import { globalId } from '../ids.ts';
import { totalsWithin } from '../totals.ts';

/** Fields of Place that are no property of its node. */
export const Place = {
  id: (place: GraphObject) => globalId('Place', String(place.code)),
  parent: (place: GraphObject, _: unknown, { graph }: Context) => graph.node('Place', place.parent),
  ancestors,
  children: related('Place', 'placeCodesOfPlaces', 'code'),
  agencies: related('Agency', 'agencyIdsOfPlaces', 'code'),
  programs: related('Program', 'programIdsOfPlaces', 'code'),
  claims: related('Claim', 'claimIdsOfPlaces', 'code'),
  facts: related('Fact', 'factIdsOfPlaces', 'code'),
  articles: related('Article', 'articleIdsOfPlaces', 'code'),
  totals: totalsWithin((place: GraphObject) => ({ place: String(place.code) })),
};

async function ancestors(place: GraphObject, _: unknown, { graph }: Context): Promise<GraphObject[]> {
  const rows = await graph.rows('placeAncestors', String(place.code));
  const above = new Map(rows.map((row) => asObject('Place', row.place)).map((p) => [String(p.code), p]));
  const chain: GraphObject[] = [];
  for (let next = above.get(String(place.parent)); next !== undefined; next = above.get(String(next.parent))) {
    chain.push(next);
    above.delete(String(next.code));
  }
  return chain;
}
