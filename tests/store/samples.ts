import type { CypherFile } from '../../src/store/queries.ts';
import { statement } from '../../src/store/queries.ts';
import type { Params, Store } from '../../src/store/store.ts';
import { BUREAU, EYES, hash, LOCAL, OFFICE } from './fixture.ts';

const PLACES = ['990000', '990100', '990102', '990102001', '990103', 'nowhere'];
const AGENCIES = [BUREAU.id, OFFICE.id];
const PROGRAMS = [EYES.id, LOCAL.id];
const ARTICLES = ['首报', '转载', '另报', '计划', '队伍', '汇总', '通讯3'].map(hash);
const AREAS = [
  { code: '990100', prefix: '9901', below: '9901' },
  { code: '990102001/新村', prefix: '990102001/新村', below: '990102001/新村/' },
];
/** What conditions need beside themselves. */
const WITH: Readonly<Record<string, Params>> = {
  amountMin: { amountUnknown: 'EXCLUDE' },
  amountMax: { amountUnknown: 'INCLUDE' },
  countMin: { countUnknown: 'EXCLUDE' },
  countMax: { countUnknown: 'INCLUDE' },
  since: { periodUnknown: 'EXCLUDE' },
  until: { periodUnknown: 'INCLUDE' },
  near: { positions: [0, 1, 2, 3, 4, 5] },
};
const PAGES: readonly Params[] = [
  { order: 'AMOUNT', descending: 1, first: 5 },
  { order: 'COUNT', afterKey: '5', afterRank: 12, first: 3 },
  { order: 'DATE', descending: 1, afterKey: '5', afterRank: '2018', first: 3 },
  { order: 'DATE', afterKey: '5', afterOpen: 1, first: 3 },
  { order: 'NAME', first: 4 },
  { order: 'SOURCES', descending: 1, first: 4 },
];
const CLAIMS = ['pay-1', 'cam-1', 'edge-12', 'edge-21'];

/** Statements of which a sound store returns no row. */
export const EMPTY = /^(journal|check(Claims|Reports|Facts|Supports|Loops|Keys\w+))$/;

/** Parameters for a read statement, several where filters change what it does; keys are those of the fixture. */
export async function samples(file: CypherFile, store: Store): Promise<Params[]> {
  const base: Record<string, Params[string]> = {};
  if (file.params.includes('keys')) base.keys = await keysFor(file.name, store);
  if (file.params.includes('areas')) base.areas = AREAS;
  if (file.params.includes('more')) base.more = 1;
  if (file.params.includes('kinds')) base.kinds = ['FUNDED', 'DEPLOYED', 'STAFFED', 'OPERATES', 'PART_OF', 'SERVES'];
  if (file.params.includes('code')) base.code = '990102';
  if (file.params.includes('id')) base.id = (await idsFor(file, store))[0] ?? null;
  if (file.name === 'outlet') base.name = '青石日报';
  if (/^(factsOfTotal|naiveTotal)$/.test(file.name)) Object.assign(base, { place: '990102', kind: 'DEPLOYED' });
  return [base, ...filters(file).map((filter) => ({ ...base, ...filter }))];
}

function filters(file: CypherFile): Params[] {
  const values: Params = {
    kind: 'DEPLOYED',
    year: 2017,
    place: '990102',
    program: EYES.id,
    asset: 'camera',
    stage: 'done',
    name: '河',
    level: 'county',
    parent: '990100',
    type: 'zongzhi',
    category: 'campaign',
    discovered: true,
    outlet: '云岭网',
    title: '报',
    agency: OFFICE.id,
    actor: '990102',
    disputed: true,
    article: hash('首报'),
    amount: '6600余万',
    ...{
      kinds: ['DEPLOYED'],
      years: [2017, 2020],
      assets: ['camera'],
      stages: ['planned', 'done'],
      scopes: ['of_which'],
    },
    ...{ approximators: ['over'], verdicts: ['accept', 'open'], articles: [hash('首报')], programs: [EYES.id] },
    ...{ actors: ['990102', OFFICE.id], codes: ['990102'], within: AREAS, near: ['clause'], fields: ['figure'] },
    ...{
      amountMin: 100_000,
      amountMax: 1_000_000,
      amountUnknown: 'ONLY',
      countMin: 20,
      countMax: 400,
      countUnknown: 'ONLY',
    },
    ...{
      units: ['个', '%'],
      since: '2017-04',
      until: '2018-99-99',
      periodUnknown: 'ONLY',
      text: '探头',
      sourcesMin: 2,
    },
    ...{
      parts: true,
      corrected: false,
      levels: ['county'],
      parents: ['990100'],
      types: ['zongzhi'],
      scripts: ['Hans'],
    },
    ...{ categories: ['campaign'], outlets: ['云岭网'], subjects: ['990102'], states: ['open'] },
  };
  const optional = file.params.filter((name) => file.defaults?.[name] === null);
  const pages = file.params.includes('after') && file.params.includes('first') ? [{ after: '5', first: 3 }] : [];
  const orders = file.params.includes('order') ? PAGES : [];
  const chosen = optional
    .filter((name) => name !== 'positions')
    .map((name) => ({ ...WITH[name], [name]: values[name] ?? null }));
  return [...chosen, ...pages, ...orders];
}

async function keysFor(name: string, store: Store): Promise<(string | number)[]> {
  if (/OfYears(Count)?$/.test(name)) return [2017, 2019];
  if (name === 'programIdsOfCategories') return ['campaign', 'video_surveillance'];
  if (name === 'agencyIdsOfTypes') return ['zongzhi', 'court'];
  if (name === 'placeCodesOfLevels') return ['county', 'town'];
  if (/(At|By)Places(Count)?$/.test(name)) return PLACES;
  if (/ByAgencies(Count)?$/.test(name)) return AGENCIES;
  if (/AboutPrograms(Count)?$/.test(name)) return PROGRAMS;
  if (/(InArticles(Count)?|articleHeads)$/.test(name)) return ARTICLES;
  if (/FromOutlets(Count)?$/.test(name)) return ['青石日报', '云岭网'];
  if (name === 'edgesToAssets') return ['alarm', 'camera'];
  if (/(OfPlaces|placesByCode|placeAncestors|dumpFromPlace|edges(From|To)Places)$/.test(name)) return PLACES;
  if (/(OfAgencies|OfAgency|agenciesById|agencyParents|dumpFromAgency|edges(From|To)Agencies)$/.test(name))
    return AGENCIES;
  if (/(OfPrograms|OfProgram|programsById|programParents|dumpFromProgram|edges(From|To)Programs)$/.test(name))
    return PROGRAMS;
  if (/(OfArticles|articlesById|articleReadings|copiesOf|dumpFromArticle)$/.test(name)) return ARTICLES;
  if (name === 'reviewsById') return ['claim cam-1'];
  if (/(OfClaims|claimsById|dumpFromClaim)$/.test(name)) return CLAIMS;
  if (/(OfOutlets|outletsByName)$/.test(name)) return ['青石日报', '云岭网'];
  if (name === 'dumpFromReview') return ['claim cam-1'];
  if (name === 'assetsByKind') return ['alarm', 'camera'];
  const column = /OfFactKeys$/.test(name) ? 'factKey' : 'id';
  return (await facts(store)).map((fact) => String(fact[column]));
}

async function idsFor(file: CypherFile, store: Store): Promise<string[]> {
  if (/gency$/.test(file.name)) return [OFFICE.id];
  if (/rogram$/.test(file.name)) return PROGRAMS;
  if (/^(article|mentions|claimsOfArticle)$/.test(file.name)) return ARTICLES;
  if (file.name === 'fact') return (await facts(store)).map((fact) => String(fact.id));
  return CLAIMS;
}

async function facts(store: Store): Promise<Params[]> {
  const rows = await store.read(statement('facts'), { year: 2017 });
  return rows.map((row) => row.fact as Params);
}
