import { LABELS, type Label } from '../../src/graph/schema.ts';
import type { CypherFile } from '../../src/store/queries.ts';
import { statement } from '../../src/store/queries.ts';
import type { Params, Row, Store } from '../../src/store/store.ts';
import { keysOf } from './dump.ts';
import { BUREAU, EYES, hash, LOCAL, OFFICE } from './fixture.ts';

/** What a graph has, to ask for: keys by label, and what filters may hold. */
export interface Known {
  readonly keys: Readonly<Record<Label, readonly string[]>>;
  readonly filters: Params;
}

/** Divisions to ask for with all below them, as filters give them. */
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

/** What the fixture has; facts are asked of the store. */
const FIXTURE: Known = {
  keys: {
    Place: ['990102', '990000', '990100', '990102001', '990103', 'nowhere'],
    Agency: [OFFICE.id, BUREAU.id],
    Program: [EYES.id, LOCAL.id],
    Article: ['首报', '转载', '另报', '计划', '队伍', '汇总', '通讯3'].map(hash),
    Claim: ['pay-1', 'cam-1', 'edge-12', 'edge-21'],
    Outlet: ['青石日报', '云岭网'],
    Asset: ['alarm', 'camera'],
    Fact: [],
    Review: ['claim cam-1'],
  },
  filters: {
    kind: 'DEPLOYED',
    year: 2017,
    place: '990102',
    program: EYES.id,
    asset: 'camera',
    stage: 'done',
    name: '河',
    wanted: ['id', 'quote', 'programIds'],
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
    ...{ kinds: ['DEPLOYED'], years: [2017, 2020], assets: ['camera'], stages: ['planned', 'done'] },
    ...{ scopes: ['of_which'], approximators: ['over'], verdicts: ['accept', 'open'], articles: [hash('首报')] },
    ...{ programs: [EYES.id], actors: ['990102', OFFICE.id], codes: ['990102'], within: AREAS, near: ['clause'] },
    ...{ fields: ['figure'], amountMin: 100_000, amountMax: 1_000_000, amountUnknown: 'ONLY' },
    ...{ countMin: 20, countMax: 400, countUnknown: 'ONLY', units: ['个', '%'] },
    ...{ since: '2017-04', until: '2018-99-99', periodUnknown: 'ONLY', text: '探头', sourcesMin: 2 },
    ...{ parts: true, corrected: false, levels: ['county'], parents: ['990100'], types: ['zongzhi'] },
    ...{ scripts: ['Hans'], categories: ['campaign'], outlets: ['云岭网'], subjects: ['990102'], states: ['open'] },
  },
};

/** Statements of which a sound store returns no row. */
export const EMPTY = /^(journal|check(Reports|Facts|Supports|Loops|Keys\w+))$/;

/** What to ask of any graph: some keys of every label, spread evenly, and filters that let something through. */
export async function knownOf(store: Store, most = 12): Promise<Known> {
  const keys = {} as Record<Label, readonly string[]>;
  for (const label of Object.keys(LABELS) as Label[]) keys[label] = spread(await keysOf(store, label), most);
  const [row] = await store.read(statement('factsById'), { keys: keys.Fact.slice(0, 1) });
  const [place] = await store.read(statement('placesByCode'), { keys: keys.Place.slice(-1) });
  const fact = (row?.fact ?? {}) as Row;
  const filters = {
    ...FIXTURE.filters,
    ...{ year: fact.year ?? null, place: fact.placeCode ?? keys.Place[0] ?? null, outlet: keys.Outlet[0] ?? null },
    ...{ program: keys.Program[0] ?? null, agency: keys.Agency[0] ?? null, actor: fact.placeCode ?? null },
    ...{ parent: ((place?.place ?? {}) as Row).parent ?? null, article: keys.Article[0] ?? null, amount: '万元' },
    ...{ name: '安', title: '年', programs: keys.Program.slice(0, 2), outlets: keys.Outlet.slice(0, 2) },
    ...{ articles: keys.Article.slice(0, 3), actors: [...keys.Place.slice(0, 2), ...keys.Agency.slice(0, 2)] },
    ...{ codes: keys.Place.slice(0, 2), subjects: keys.Place.slice(0, 2) },
  };
  return { keys, filters };
}

function spread(all: readonly string[], most: number): string[] {
  const step = Math.max(1, Math.ceil(all.length / most));
  return all.filter((_, i) => i % step === 0);
}

/** Parameters for a read statement, several where filters change what it does. */
export async function samples(file: CypherFile, store: Store, known: Known = FIXTURE): Promise<Params[]> {
  const base: Record<string, Params[string]> = {};
  const { keys, filters } = known;
  if (file.params.includes('keys')) base.keys = await keysFor(file.name, store, keys);
  if (file.params.includes('key')) base.key = (await idsFor(file, store, keys))[0] ?? null;
  if (file.params.includes('areas')) base.areas = AREAS;
  if (file.params.includes('more')) base.more = 1;
  if (file.params.includes('kinds')) base.kinds = ['FUNDED', 'DEPLOYED', 'STAFFED', 'OPERATES', 'PART_OF', 'SERVES'];
  if (file.params.includes('code')) base.code = keys.Place[0] ?? '';
  if (file.params.includes('word')) Object.assign(base, wordsFor(file));
  if (file.params.includes('id')) base.id = (await idsFor(file, store, keys))[0] ?? null;
  if (file.name === 'outlet') base.name = keys.Outlet[0] ?? '';
  if (/^(factsOfTotal|naiveTotal)$/.test(file.name))
    Object.assign(base, { place: filters.place ?? null, kind: 'DEPLOYED' });
  return [base, ...filtersOf(file, filters).map((filter) => ({ ...base, ...filter }))];
}

/** One character that each label of the fixture has in its words; what marks names is left to the search's own tests. */
function wordsFor(file: CypherFile): Params {
  const common: Readonly<Record<string, string>> = { Places: '河', Agencies: '河', Programs: '亮', Claims: '建' };
  const word = common[/found([A-Z][a-z]+)/.exec(file.name)?.[1] ?? ''] ?? '报';
  const marks = { exact: `=${word} `, begins: `=${word}`, other: `|${word}`, limit: 3 };
  return { word, words: [word], ...(file.params.includes('exact') ? marks : {}) };
}

function filtersOf(file: CypherFile, values: Params): Params[] {
  const optional = file.params.filter((name) => file.defaults?.[name] === null);
  const pages = file.params.includes('after') && file.params.includes('first') ? [{ after: '5', first: 3 }] : [];
  // Places, bodies and outlets have no order by a number.
  const ranked = /^(claims|facts)/.test(file.name);
  const orders = file.params.includes('order')
    ? PAGES.filter(({ afterRank }) => ranked || typeof afterRank !== 'number')
    : [];
  const chosen = optional
    .filter((name) => name !== 'positions')
    .map((name) => ({ ...WITH[name], [name]: values[name] ?? null }));
  return [...chosen, ...pages, ...orders];
}

async function keysFor(name: string, store: Store, keys: Known['keys']): Promise<readonly (string | number)[]> {
  if (/OfYears(Count)?$/.test(name)) return [2017, 2019];
  if (name === 'programIdsOfCategories') return ['campaign', 'video_surveillance'];
  if (name === 'agencyIdsOfTypes') return ['zongzhi', 'court'];
  if (name === 'placeCodesOfLevels') return ['county', 'town'];
  if (/(At|By)Places(Count)?$/.test(name)) return keys.Place;
  if (/ByAgencies(Count)?$/.test(name)) return keys.Agency;
  if (/AboutPrograms(Count)?$/.test(name)) return keys.Program;
  if (/(InArticles(Count)?|articleHeads)$/.test(name)) return keys.Article;
  if (/FromOutlets(Count)?$/.test(name)) return keys.Outlet;
  if (name === 'edgesOfAssets') return keys.Asset;
  if (/(OfPlaces|placesByCode|placeAncestors|dumpFromPlace)$/.test(name)) return keys.Place;
  if (/(OfAgencies|OfAgency|agenciesById|agencyParents|dumpFromAgency)$/.test(name)) return keys.Agency;
  if (/(OfPrograms|OfProgram|programsById|programParents|dumpFromProgram)$/.test(name)) return keys.Program;
  if (/(OfArticles|articlesById|articleReadings|copiesOf|dumpFromArticle)$/.test(name)) return keys.Article;
  if (/(OfClaims|claimsById|dumpFromClaim)$/.test(name)) return keys.Claim;
  if (/(OfOutlets|outletsByName)$/.test(name)) return keys.Outlet;
  if (/^(reviewsById|dumpFromReview)$/.test(name)) return keys.Review;
  if (name === 'assetsByKind') return keys.Asset;
  const column = /OfFactKeys$/.test(name) ? 'factKey' : 'id';
  return (await facts(store, keys)).map((fact) => String(fact[column]));
}

async function idsFor(file: CypherFile, store: Store, keys: Known['keys']): Promise<readonly string[]> {
  if (/gency$/.test(file.name)) return keys.Agency;
  if (/rogram$/.test(file.name)) return keys.Program;
  if (/OfPlace$/.test(file.name)) return keys.Place;
  if (/^(article|mentions|claimsOfArticle)$/.test(file.name)) return keys.Article;
  if (file.name === 'fact') return (await facts(store, keys)).map((fact) => String(fact.id));
  return keys.Claim;
}

async function facts(store: Store, keys: Known['keys']): Promise<Params[]> {
  const rows =
    keys.Fact.length > 0
      ? await store.read(statement('factsById'), { keys: keys.Fact })
      : await store.read(statement('facts'), { year: 2017 });
  return rows.map((row) => row.fact as Params);
}
