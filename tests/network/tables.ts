import type { FactRow } from '../../src/fact/row.ts';
import { FactTable } from '../../src/fact/table.ts';
import { Network } from '../../src/network/network.ts';
import type { NetworkArticle, NetworkSource } from '../../src/network/source.ts';

const ROW: FactRow = {
  id: '',
  kind: 'DEPLOYED',
  asset: 'camera',
  assetText: '探头',
  counted: null,
  unit: '个',
  figure: 10,
  min: 10,
  max: 10,
  approx: 'exact',
  stage: 'done',
  scope: null,
  first: '2017-00-00',
  last: '2017-99-99',
  dated: false,
  placeCode: null,
  placeName: null,
  actorTypes: [],
  actorRefs: [],
  actorNames: [],
  programIds: [],
  wholes: [],
  buys: [],
  rivals: [],
  claims: 1,
  sources: 1,
  articleIds: [],
  claimId: '',
  quote: '',
  firstReport: null,
  lastReport: null,
};

/** A fact; `by` are references of actors: six digits are a place, `class` a class of bodies, anything else an agency. */
export function fact(id: string, given: Partial<FactRow> & { readonly by?: readonly string[] } = {}): FactRow {
  const { by = [], ...rest } = given;
  const actors = {
    actorTypes: by.map((ref) => (/^\d{6}$/.test(ref) ? 'place' : ref === 'class' ? 'class' : 'agency')),
    actorRefs: by.map((ref) => (ref === 'class' ? '' : ref)),
    actorNames: by.map((ref) => `名${ref}`),
  };
  return { ...ROW, id, claimId: `c-${id}`, quote: `话${id}`, articleIds: [`a-${id}`], ...actors, ...rest };
}

/** An article that mentions nothing, unless given. */
export function told(id: string, given: Partial<NetworkArticle> = {}): NetworkArticle {
  const nothing = { title: `题${id}`, publishedOn: null, outlet: '报', subjectPlace: null, documentNumbers: [] };
  return { id, root: id, ...nothing, agencyIds: [], programIds: [], ...given };
}

/** A network of facts and articles. */
export function networkOf(rows: readonly FactRow[], articles: readonly NetworkArticle[] = []): Network {
  return new Network({ facts: new FactTable(rows), articles, agencies: [], programs: [] });
}

/** The same source with facts, articles and names in another order. */
export function reversed(source: NetworkSource): NetworkSource {
  return {
    facts: new FactTable([...source.facts.rows].reverse()),
    articles: [...source.articles].reverse(),
    agencies: [...source.agencies].reverse(),
    programs: [...source.programs].reverse(),
  };
}
