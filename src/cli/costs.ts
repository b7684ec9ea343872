import { costSummaries } from '../fact/cost-summary.ts';
import { type CostRequest, type UnitCost, unitCosts } from '../fact/unit-cost.ts';
import { readFactTable } from '../store/fact-table.ts';
import type { Row } from '../store/store.ts';
import { type Command, EXIT, line, type Options, type Terminal } from './command.ts';
import { costsText } from './costs-text.ts';
import { placeNamed } from './place-name.ts';
import { READING_OPTIONS, STORE_HELP, withStoredGraph } from './settings.ts';
import { csv } from './table.ts';

/** `xueliang costs` */
export const costs: Command = {
  name: 'costs',
  args: '',
  summary: 'what one camera, platform or post cost, where words tie a sum to what it bought',
  help: `A unit cost is a sum by a number that the words of one article tie together (投资6600余万元，新建探头1926个: 3.43 to 3.48 万元), with
the bounds that they leave. Money that bought more than the one thing says only what it cost at most; each purchase
counts once; what stands apart is marked with the reason and stays (docs/costs.md). --place is a name or a code.

${STORE_HELP}

Examples (after xueliang load demo/articles):
  xueliang costs                                       every kind of thing
  xueliang costs --asset camera --lang en              cameras: the distribution, then each with its words
  xueliang costs --place 河口区
  xueliang costs --asset camera --format csv > cameras.csv
  xueliang costs --format json | jq '.costs[] | select(.outlier) | [.yuan, .outlier.times]'`,
  options: [
    ...READING_OPTIONS,
    { flags: '--asset ASSET', help: 'of one kind of thing: camera, platform, patrol_car, assistant_police …' },
    { flags: '--place PLACE', help: 'at this place or below it' },
    { flags: '--format FORMAT', help: 'text, json or csv', default: 'text', choices: ['text', 'json', 'csv'] },
    { flags: '--lang LANG', help: 'the language of the text: zh or en', default: 'zh', choices: ['zh', 'en'] },
  ],
  run: runCosts,
};

async function runCosts(_: readonly string[], options: Options, terminal: Terminal): Promise<number> {
  const { stdout } = terminal;
  const table = await withStoredGraph('costs', options, terminal, (store) => readFactTable(store));
  const request: CostRequest = {
    ...(typeof options.asset === 'string' ? { asset: options.asset } : {}),
    ...(typeof options.place === 'string' ? { place: placeNamed(table, options.place).code } : {}),
  };
  const found = unitCosts(table, request);
  const summaries = costSummaries(found);
  if (options.format === 'json') line(stdout, JSON.stringify({ summaries, costs: found }, null, 2));
  else if (options.format === 'csv') line(stdout, csv(found.map(flat), COLUMNS));
  else for (const text of costsText(summaries, found, options.lang === 'en' ? 'en' : 'zh')) line(stdout, text);
  return EXIT.ok;
}

const COLUMNS = [
  ...[
    'asset',
    'measure',
    'stage',
    'placeCode',
    'placeName',
    'level',
    'first',
    'last',
    'yuan',
    'min',
    'max',
    'unit',
    'flags',
  ],
  ...['outlierScore', 'timesMedian', 'among', 'amountCny', 'amountMin', 'amountMax', 'count', 'countMin', 'countMax'],
  ...['moneyQuote', 'boughtQuote', 'moneyFactId', 'boughtFactId', 'moneyClaimId', 'boughtClaimId'],
];

function flat({ money, bought, outlier, ...cost }: UnitCost): Row {
  return {
    ...cost,
    ...{
      asset: bought.asset,
      unit: bought.unit,
      outlierScore: outlier?.score ?? null,
      timesMedian: outlier?.times ?? null,
    },
    ...{ amountCny: money.figure, amountMin: money.min, amountMax: money.max },
    ...{ count: bought.figure, countMin: bought.min, countMax: bought.max },
    ...{ moneyQuote: money.quote, boughtQuote: bought.quote, moneyFactId: money.id, boughtFactId: bought.id },
    ...{ moneyClaimId: money.claimId, boughtClaimId: bought.claimId },
  };
}
