import type { UnitCost as Cost } from '../../fact/unit-cost.ts';
import type { Context } from '../context.ts';

/** Fields of UnitCost that it does not hold. */
export const UnitCost = {
  money: ({ money }: Cost, _: unknown, { graph }: Context) => graph.node('Fact', money.id),
  bought: ({ bought }: Cost, _: unknown, { graph }: Context) => graph.node('Fact', bought.id),
};
