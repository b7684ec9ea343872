import type { FactRow } from '../../src/fact/row.ts';

/** A fact of cameras at 河口区 in 2017, but for what is given. */
export function row(given: Partial<FactRow> & { readonly id: string }): FactRow {
  const figure = given.figure === undefined ? 1926 : given.figure;
  return {
    ...{ kind: 'DEPLOYED', asset: 'camera', assetText: '探头', counted: '探头', unit: '个', approx: 'exact' },
    ...{ figure, min: figure, max: figure, stage: 'done', scope: null, dated: true },
    ...{ first: '2017-00-00', last: '2017-99-99', placeCode: '370503', placeName: '东营市河口区' },
    ...{ actorTypes: [], actorRefs: [], actorNames: [], programIds: [], wholes: [], buys: [], rivals: [] },
    ...{ claims: 1, sources: 1, articleIds: [`${given.id}-article`], claimId: `${given.id}-claim`, quote: '…' },
    ...{ firstReport: '2018-01-10', lastReport: '2018-01-10' },
    ...given,
  };
}
