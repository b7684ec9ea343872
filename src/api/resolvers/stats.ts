import type { Row } from '../../store/store.ts';
import type { Resolver } from '../context.ts';

const FIELDS = {
  articles: 'Article',
  claims: 'Claim',
  facts: 'Fact',
  places: 'Place',
  agencies: 'Agency',
  programs: 'Program',
  outlets: 'Outlet',
};

/** `Query.stats` */
export const stats: Resolver = async (_, __, { graph }) => {
  const rows = await graph.read('stats');
  const total = (label: string) => rows.find((row) => row.label === label && row.kind === null)?.total ?? 0;
  const counts = Object.entries(FIELDS).map(([field, label]) => [field, total(label)] as const);
  return {
    engine: graph.store.engine,
    ...Object.fromEntries(counts),
    claimsByKind: byKind(rows, 'Claim'),
    factsByKind: byKind(rows, 'Fact'),
  };
};

function byKind(rows: readonly Row[], label: string): Row[] {
  const kinds = rows.filter((row) => row.label === label && row.kind !== null);
  return kinds.sort((a, b) => Number(b.total) - Number(a.total));
}
