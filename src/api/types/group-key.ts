import type { Dimension, Key } from '../../fact/dimension.ts';
import { chainOf } from '../../fact/place-tree.ts';
import type { Context } from '../context.ts';

/** The values of one group, and what they are of. */
interface GroupKeyObject {
  readonly by: readonly Dimension[];
  readonly keys: readonly Key[];
}

/** Fields of GroupKey. */
export const GroupKey = {
  place: (key: GroupKeyObject, _: unknown, { graph }: Context) => graph.node('Place', keyIn(key, 'place')),
  placeCode: (key: GroupKeyObject) => keyIn(key, 'place'),
  placeName: (key: GroupKeyObject) => nameOf(keyIn(key, 'place')),
  program: (key: GroupKeyObject, _: unknown, { graph }: Context) => graph.node('Program', keyIn(key, 'program')),
  programKey: (key: GroupKeyObject) => keyIn(key, 'program'),
  category: (key: GroupKeyObject) => keyIn(key, 'category'),
  asset: (key: GroupKeyObject) => keyIn(key, 'asset'),
  agencyType: (key: GroupKeyObject) => keyIn(key, 'agencyType'),
  year: (key: GroupKeyObject) => {
    const year = keyIn(key, 'year');
    return year === null ? null : Number(year);
  },
  stage: (key: GroupKeyObject) => keyIn(key, 'stage'),
};

function keyIn({ by, keys }: GroupKeyObject, dimension: Dimension): Key {
  return keys[by.indexOf(dimension)] ?? null;
}

/** From the gazetteer: a division that only articles of its parts name is no node. */
function nameOf(code: Key): string | null {
  return code === null ? null : (chainOf(code)[0]?.name ?? null);
}
