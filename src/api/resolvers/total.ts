import { totalsOf } from '../../fact/total.ts';
import type { Resolver } from '../context.ts';
import { factsOf } from '../facts.ts';
import { answers, requestOf, type TotalArgs } from '../totals.ts';

/** `Query.total` */
export const total: Resolver<unknown, TotalArgs> = async (_, args, context) => {
  const held = await factsOf(context);
  const request = requestOf(args);
  return answers(totalsOf(held.value.facts, request), held, request)[0];
};
