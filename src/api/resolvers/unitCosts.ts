import { costSummaries } from '../../fact/cost-summary.ts';
import type { Group } from '../../fact/dimension.ts';
import { agencyTypesOf, categoriesOf, type Selection } from '../../fact/selection.ts';
import { day } from '../../fact/table.ts';
import { unitCosts as allUnitCosts, type UnitCost } from '../../fact/unit-cost.ts';
import type { Projection } from '../../store/projection.ts';
import { accuraciesOf } from '../accuracies.ts';
import type { Resolver } from '../context.ts';
import { factsOf } from '../facts.ts';
import { type FigureFilter, type GroupArgs, grouped, selectionOf } from '../grouping.ts';
import { type ListArgs, listing } from '../listing.ts';

/** `Query.unitCosts` */
export const unitCosts: Resolver<unknown, GroupArgs> = async (_, args, context) => {
  const held = await factsOf(context);
  const filter = args.filter ?? {};
  const selection = selectionOf(filter);
  const costs = asked(held.value, selection, filter);
  const by = [...new Set(args.by ?? [])];
  const groups = by.length === 0 ? [] : grouped(costs.map(sidesOf), args, selection, held.value);
  const page = listing(groups, ({ keys }) => JSON.stringify(keys), args);
  return {
    ...page,
    nodes: page.nodes.map((group) => ({ key: { by, keys: group.keys }, ...answerOf(membersOf(costs, group)) })),
    ...answerOf(costs),
    accuracy: accuraciesOf(['DEPLOYED', 'FUNDED', 'STAFFED']),
    current: held.isCurrent,
  };
};

function answerOf(costs: readonly UnitCost[]) {
  return {
    summaries: () => costSummaries(costs).map((summary) => ({ ...summary, leftOutBecause: flagsOf(costs, summary) })),
    costs: (args: ListArgs) => listing(costs, ({ money, bought }) => `${money.id} ${bought.id}`, args),
  };
}

function membersOf(costs: readonly UnitCost[], { members }: Group): UnitCost[] {
  return members.flatMap((i) => costs[i] ?? []);
}

/** Of one measure and stage, how many costs each flag keeps out of the statistics. */
function flagsOf(costs: readonly UnitCost[], { measure, stage }: Pick<UnitCost, 'measure' | 'stage'>) {
  const own = costs.filter((cost) => cost.measure === measure && cost.stage === stage);
  const counted = (['shared', 'partial', 'repeat'] as const).map((reason) => ({
    reason,
    costs: own.filter(({ flags }) => flags.includes(reason)).length,
  }));
  return counted.filter(({ costs: number }) => number > 0);
}

/** What of money and bought thing together groups depend on: programs of either, the payers, the stage that counts. */
function sidesOf({ money, bought, placeCode, first, last, stage }: UnitCost) {
  const programIds = [...new Set([...money.programIds, ...bought.programIds])];
  const { actorTypes, actorRefs } = money;
  return { placeCode, programIds, asset: bought.asset, actorTypes, actorRefs, first, last, stage };
}

function asked({ facts, categories }: Projection, selection: Selection, { stage }: FigureFilter): readonly UnitCost[] {
  const { asset, place, program, category, agencyType, scope, from, to } = selection;
  const request = {
    ...(asset === undefined ? {} : { asset }),
    ...(place === undefined ? {} : { place }),
    ...(program === undefined ? {} : { program }),
  };
  const [least, most] = [
    from === undefined ? 0 : day(from, '0000-00-00'),
    to === undefined ? Number.POSITIVE_INFINITY : day(to, '9999-99-99'),
  ];
  return allUnitCosts(facts, request).filter((cost) => {
    const sides = sidesOf(cost);
    if (stage != null && cost.stage !== stage) return false;
    if (scope !== undefined && cost.bought.scope !== scope) return false;
    if (category !== undefined && !categoriesOf(sides, categories).includes(category)) return false;
    if (agencyType !== undefined && !agencyTypesOf(sides).includes(agencyType)) return false;
    return day(cost.first, '0000-00-00') <= most && day(cost.last, '9999-99-99') >= least;
  });
}
