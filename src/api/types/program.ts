import type { Row } from '../../store/store.ts';
import { related } from '../connection.ts';
import type { Context } from '../context.ts';
import type { GraphObject } from '../graph.ts';
import { globalId } from '../ids.ts';
import { totalsWithin } from '../totals.ts';
import { spread } from './spread.ts';

/** Fields of Program that are no property of its node. */
export const Program = {
  id: (program: GraphObject) => globalId('Program', String(program.id)),
  key: (program: GraphObject) => program.id,
  aliases: (program: GraphObject) => program.aliases ?? [],
  partOf: (program: GraphObject, _: unknown, { graph }: Context) => graph.rows('programParents', String(program.id)),
  spread,
  parts: related('Program', { query: 'programIdsOfPrograms' }),
  claims: related('Claim', { query: 'claimIdsOfPrograms', counting: 'claimTotalsOfPrograms' }),
  facts: related('Fact', { query: 'factIdsOfPrograms' }),
  articles: related('Article', { query: 'articleIdsOfPrograms' }),
  totals: totalsWithin((program: GraphObject) => ({ program: String(program.id) })),
};

/** Fields of Membership that are no column of `programParents`. */
export const Membership = {
  program: (row: Row, _: unknown, { graph }: Context) => graph.node('Program', row.id),
  article: (row: Row, _: unknown, { graph }: Context) => graph.node('Article', row.articleId),
};
