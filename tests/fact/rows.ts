import { periodOf } from '../../src/fact/interval.ts';
import type { FactRow } from '../../src/fact/row.ts';

/** A fact as a test gives it: dates at any precision; bounds that are left out are its figure, null is open. */
export type Stated = Partial<Omit<FactRow, 'first' | 'last'>> & {
  readonly from?: string | null;
  readonly to?: string | null;
  readonly publishedYear?: number | null;
};

/** The fact that a table holds: by default 100 cameras that are there in the year 2017. */
export function rowOf(stated: Stated, number = 0): FactRow {
  const { from = null, to = null, publishedYear = 2017, ...given } = stated;
  const dates = { from, to, asOf: null, year: null, dateText: null };
  const { first, last } = periodOf(dates, publishedYear === null ? null : `${publishedYear}-06-30`);
  const figure = given.figure === undefined ? 100 : given.figure;
  const isMoney = given.kind === 'FUNDED' || given.unit === 'CNY';
  const id = given.id ?? `f${number}`;
  return {
    ...{ id, kind: 'DEPLOYED', asset: 'camera', assetText: null, counted: null, unit: isMoney ? 'CNY' : '个' },
    ...{ figure, min: figure, max: figure, approx: 'exact', stage: 'done', scope: null },
    ...{ first, last, dated: from !== null || to !== null, placeCode: '370503', placeName: null },
    ...{ actorTypes: [], actorRefs: [], actorNames: [], programIds: [], wholes: [], buys: [], rivals: [] },
    ...{ claims: 1, sources: 1, articleIds: [`a-${id}`], claimId: `c-${id}`, quote: `第${id}句` },
    ...{ firstReport: null, lastReport: null },
    ...given,
  };
}

/** 1926 探头 at 河口区 in 2017, stated by one dated article, but for what is given. */
export function row(given: Partial<FactRow> & { readonly id: string }): FactRow {
  const figure = given.figure === undefined ? 1926 : given.figure;
  const cameras = { ...rowOf({ id: given.id }), assetText: '探头', counted: '探头', dated: true };
  const stated = { figure, min: figure, max: figure, firstReport: '2018-01-10', lastReport: '2018-01-10', quote: '…' };
  const told = { articleIds: [`${given.id}-article`], claimId: `${given.id}-claim` };
  return {
    ...cameras,
    ...stated,
    ...told,
    ...{ first: '2017-00-00', last: '2017-99-99', placeName: '东营市河口区' },
    ...given,
  };
}
