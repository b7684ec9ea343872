import { related } from '../connection.ts';
import type { GraphObject } from '../graph.ts';
import { globalId } from '../ids.ts';

/** Fields of Outlet that are no property of its node. */
export const Outlet = {
  id: (outlet: GraphObject) => globalId('Outlet', String(outlet.name)),
  articles: related('Article', { query: 'articleIdsOfOutlets', property: 'name' }),
};
