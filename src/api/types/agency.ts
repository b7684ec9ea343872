import { related } from '../connection.ts';
import type { Context } from '../context.ts';
import type { GraphObject } from '../graph.ts';
import { globalId } from '../ids.ts';

/** Fields of Agency that are no property of its node. */
export const Agency = {
  id: (agency: GraphObject) => globalId('Agency', String(agency.id)),
  key: (agency: GraphObject) => agency.id,
  aliases: (agency: GraphObject) => agency.aliases ?? [],
  place: (agency: GraphObject, _: unknown, { graph }: Context) => graph.node('Place', agency.placeCode),
  parent: async (agency: GraphObject, _: unknown, { graph }: Context) => {
    const [row] = await graph.rows('agencyParents', String(agency.id));
    return graph.node('Agency', row?.id);
  },
  units: related('Agency', { query: 'agencyIdsOfAgencies' }),
  claims: related('Claim', { query: 'claimIdsOfAgencies', counting: 'claimTotalsOfAgencies' }),
  articles: related('Article', { query: 'articleIdsOfAgencies' }),
};
