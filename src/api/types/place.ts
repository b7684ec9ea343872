import { predecessors } from '../../fact/place-tree.ts';
import { type Division, Gazetteer } from '../../gazetteer/gazetteer.ts';
import type { PlaceRef } from '../../gazetteer/place.ts';
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
  validFrom: ({ code }: GraphObject) => division(code)?.validFrom ?? null,
  validTo: ({ code }: GraphObject) => division(code)?.validTo ?? null,
  successor: ({ code }: GraphObject) => known(division(code)?.successor),
  predecessors: ({ code }: GraphObject) => (predecessors().get(String(code)) ?? []).flatMap((one) => known(one) ?? []),
  aliases: ({ code }: GraphObject) => division(code)?.aliases ?? [],
  formerNames: ({ code }: GraphObject) => division(code)?.formerNames ?? [],
  children: related('Place', { query: 'placeCodesOfPlaces', property: 'code' }),
  agencies: related('Agency', { query: 'agencyIdsOfPlaces', property: 'code' }),
  programs: related('Program', { query: 'programIdsOfPlaces', property: 'code' }),
  claims: related('Claim', { query: 'claimIdsOfPlaces', counting: 'claimTotalsOfPlaces', property: 'code' }),
  facts: related('Fact', { query: 'factIdsOfPlaces', property: 'code' }),
  articles: related('Article', { query: 'articleIdsOfPlaces', property: 'code' }),
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

function division(code: unknown): Division | undefined {
  return Gazetteer.load().get(String(code));
}

/** A division that the gazetteer knows, whether the store has it or not. */
function known(code: string | null | undefined): GraphObject | null {
  const found = division(code);
  return found === undefined || found.code === '' ? null : placeObject(found);
}

/** A place of the gazetteer as an object of the graph: the same properties as its node has. */
export function placeObject({ code, name, ownName, level, parent }: PlaceRef): GraphObject {
  const place = Gazetteer.load().get(code);
  const chain = place === undefined ? [] : Gazetteer.load().chain(place);
  const province = chain.find((one) => one.level === 'province')?.name ?? null;
  return asObject('Place', { code, name, ownName, level, parent, province });
}
