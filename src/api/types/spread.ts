import type { Sharing } from '../../network/sharing.ts';
import type { Sighting } from '../../network/sighting.ts';
import { type Arrival, type Spread, spreadOf } from '../../network/spread.ts';
import { readSeen } from '../../store/spread.ts';
import type { Context } from '../context.ts';
import type { GraphObject } from '../graph.ts';
import { placeObject } from './place.ts';

/** `Program.spread`: made for all programs of a list at once. */
export async function spread(
  program: GraphObject,
  { level }: { readonly level: Spread['level'] },
  { graph }: Context,
): Promise<Spread | null> {
  const seen = await graph.made('spread', readSeen, String(program.id));
  return seen === null ? null : spreadOf(seen, level);
}

/** Fields of ProgramArrival. */
export const ProgramArrival = {
  place: ({ place }: Arrival) => placeObject(place),
  sourceCount: ({ sources }: Arrival) => sources,
  factCount: ({ facts }: Arrival) => facts,
  afterInProvince: ({ after }: Arrival, _: unknown, { graph }: Context) => graph.node('Place', after.inProvince),
  afterElsewhere: ({ after }: Arrival, _: unknown, { graph }: Context) => graph.node('Place', after.elsewhere),
};

/** Fields of Sighting. */
export const ProgramSighting = {
  from: ({ from }: Sighting) => stated(from),
  to: ({ to }: Sighting) => stated(to),
  fact: ({ fact }: Sighting, _: unknown, { graph }: Context) => graph.node('Fact', fact?.id),
  article: ({ articleId }: Sighting, _: unknown, { graph }: Context) => graph.node('Article', articleId),
};

/** Fields of SharedSource. */
export const SharedSource = {
  places: ({ places }: Sharing, _: unknown, { graph }: Context) => graph.nodes('Place', places),
  articles: ({ articleIds }: Sharing, _: unknown, { graph }: Context) => graph.nodes('Article', articleIds),
};

/** A date without the 00 or 99 that stands for what is open in it. */
function stated(date: string | null): string | null {
  return date === null ? null : date.replace(/(?:-(?:00|99))+$/, '');
}
