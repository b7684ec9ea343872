import { gapOf } from '../../fact/desk.ts';
import type { Decision } from '../../review/decision.ts';
import type { Context } from '../context.ts';
import { asObject, type GraphObject } from '../graph.ts';

/** Two facts that cannot both be true, by their keys. */
export interface ConflictPair {
  readonly key: string;
  readonly other: string;
}

/** Fields of Conflict. */
export const Conflict = {
  facts: facts,
  gap: async (pair: ConflictPair, _: unknown, context: Context) => {
    const [small, large] = await facts(pair, {}, context);
    return small === undefined || large === undefined ? 0 : gapOf(bounds(small), bounds(large));
  },
  why: async (pair: ConflictPair, { language }: { readonly language: 'zh' | 'en' }, context: Context) => {
    const [small, large] = (await facts(pair, {}, context)).map(said);
    const unit = String((await facts(pair, {}, context))[0]?.unit ?? '');
    return language === 'zh'
      ? `所指相同，来源相互独立，数字却不能同时成立：一说${small}${unit}，一说${large}${unit}。`
      : `Independent sources speak of the same, and both figures cannot be true: ${small} and ${large} ${unit}.`;
  },
  reviews: async (pair: ConflictPair, _: unknown, { graph }: Context) => {
    const [mine, others] = await Promise.all([claimsOf(graph, pair.key), claimsOf(graph, pair.other)]);
    const rows = (await Promise.all(mine.map((claim) => graph.rows('decisionsOfClaims', claim)))).flat();
    const between = rows.filter(({ id }) => isBetween(String(id), others));
    const byId = new Map(between.map((row) => [String(row.id), row]));
    return [...byId.values()].map(({ id, decision }) => {
      const { verdict, note = null, on = null } = JSON.parse(String(decision)) as Decision;
      return asObject('Review', { id: id ?? null, verdict, note, on, decision: decision ?? null });
    });
  },
};

/** Both facts, the one with the smaller figure first. */
async function facts({ key, other }: ConflictPair, _: unknown, { graph }: Context): Promise<GraphObject[]> {
  const both = await graph.nodes('Fact', [key, other]);
  return both.sort((a, b) => Number(a.figure ?? 0) - Number(b.figure ?? 0) || (String(a.id) < String(b.id) ? -1 : 1));
}

async function claimsOf(graph: Context['graph'], fact: string): Promise<readonly string[]> {
  return (await graph.related('claimIdsOfFacts', fact, '', MOST)).ids;
}

/** More claims than any fact has. */
const MOST = 1_000_000;

function isBetween(target: string, others: readonly string[]): boolean {
  return target.startsWith('claims ') && others.some((claim) => target.includes(claim));
}

function bounds({ figure, min, max }: GraphObject) {
  const number = (value: unknown) => (value === null || value === undefined ? null : Number(value));
  return { figure: number(figure), min: number(min), max: number(max) };
}

function said({ figure, min, max }: GraphObject): string {
  const isExact = min === figure && max === figure;
  return isExact ? String(figure) : `${figure} [${min ?? '…'}, ${max ?? '…'}]`;
}
