import { madeNow } from '../citation/made.ts';
import { packetOf } from '../citation/make.ts';
import { XueliangError } from '../errors.ts';
import { derivationOf } from '../fact/derivation.ts';
import type { FactTable } from '../fact/table.ts';
import { type Total, type TotalKind, type TotalRequest, type TotalStage, totalOf, totalsOf } from '../fact/total.ts';
import { type Grouping, totalsBy } from '../fact/total-groups.ts';
import { totalCitation } from '../store/citation.ts';
import { readFactTable } from '../store/fact-table.ts';
import type { Row } from '../store/store.ts';
import { type Command, EXIT, line, type Options, type Terminal } from './command.ts';
import { placeNamed } from './place-name.ts';
import { programOption } from './program-name.ts';
import { saveText } from './save.ts';
import { READING_OPTIONS, STORE_HELP, withStoredGraph } from './settings.ts';
import { csv } from './table.ts';
import { TotalText } from './total-text.ts';

/** `xueliang total` */
export const total: Command = {
  name: 'total',
  args: '[PLACE]',
  summary: 'how many, or how much, the facts prove for a place, and what was not added for it may count twice',
  help: `PLACE is a name or a code: 东营市, 河口区, 370503; without one, all places. Nothing is added that may be the same twice: no part
to its whole, no county to its city, no plan to a result (docs/totals.md). + is added; − is not, and why, with the
start of the id of the fact that it may overlap with.

${STORE_HELP}

Examples:
  xueliang total 东营市 --asset camera                   3557, of which 1926 are in one district
  xueliang total 亳州市 --kind FUNDED --lang en          two reports of one project are one sum
  xueliang total --asset camera --by place               each province; a city for its counties
  xueliang total --kind FUNDED --by year --format csv > money.csv
  xueliang total 武汉市 --asset camera --stage planned --format json | jq '.total.leftOut[].reason'`,
  options: [
    ...READING_OPTIONS,
    {
      flags: '--kind KIND',
      help: 'DEPLOYED, FUNDED or STAFFED',
      default: 'DEPLOYED',
      choices: ['DEPLOYED', 'FUNDED', 'STAFFED'],
    },
    { flags: '--program PROGRAM', help: 'of one program: its name, or its id where several have the name' },
    { flags: '--asset ASSET', help: 'of one kind of thing: camera, platform, patrol_car, assistant_police …' },
    { flags: '--from DATE', help: 'what shares a day with the period from then: 2015, 2015-06, 2015-06-30' },
    { flags: '--to DATE', help: 'to then, included' },
    {
      flags: '--stage STAGE',
      help: 'done, building or planned',
      default: 'done',
      choices: ['done', 'building', 'planned'],
    },
    {
      flags: '--by GROUP',
      help: 'a total for each place of the next level, year, program or asset',
      choices: ['place', 'year', 'program', 'asset'],
    },
    { flags: '--format FORMAT', help: 'text, json or csv', default: 'text', choices: ['text', 'json', 'csv'] },
    { flags: '--packet FILE', help: 'write there what the total rests on, for xueliang verify' },
    { flags: '--lang LANG', help: 'the language of the text: zh or en', default: 'zh', choices: ['zh', 'en'] },
  ],
  run: runTotal,
};

async function runTotal([place]: readonly string[], options: Options, terminal: Terminal): Promise<number> {
  return withStoredGraph('total', options, terminal, async (store) => {
    const { table, request, name } = question(await readFactTable(store), place, options);
    if (typeof options.packet === 'string') {
      const packet = packetOf({ ...(await totalCitation(store, request, totalOf(table, request))), made: madeNow() });
      saveText(options.packet, `${JSON.stringify(packet, null, 2)}\n`, terminal);
    }
    print(table, request, name, options, terminal);
    return EXIT.ok;
  });
}

/** What is asked, of which facts. */
function question(table: FactTable, place: string | undefined, options: Options) {
  const dates = { ...dateOption('from', options.from), ...dateOption('to', options.to) };
  const at = place === undefined ? undefined : placeNamed(table, place);
  const request: TotalRequest = {
    kind: options.kind as TotalKind,
    stage: options.stage as TotalStage,
    ...dates,
    ...(at === undefined ? {} : { place: at.code }),
    ...(typeof options.asset === 'string' ? { asset: options.asset } : {}),
    ...(typeof options.program === 'string' ? { program: programOption(table, options.program) } : {}),
  };
  return { table, request, name: at?.name ?? null };
}

function print(
  table: FactTable,
  request: TotalRequest,
  name: string | null,
  options: Options,
  { stdout }: Terminal,
): void {
  const [first, ...others] = totalsOf(table, request);
  if (first === undefined) return;
  const text = new TotalText(options.lang === 'en' ? 'en' : 'zh');
  if (typeof options.by === 'string') {
    const groups = totalsBy(table, request, options.by as Grouping);
    const rows = groups.map(({ key, name: of, total: one }) => ({ key, name: of, ...summary(one) }));
    if (options.format === 'json') line(stdout, JSON.stringify({ request, total: first, groups }, null, 2));
    else if (options.format === 'csv') line(stdout, csv(rows, ['key', 'name', ...Object.keys(summary(first))]));
    else for (const words of text.groups(request, name, first, groups)) line(stdout, words);
    return;
  }
  const tree = derivationOf(table, first, request.place);
  if (options.format === 'json') line(stdout, JSON.stringify({ request, total: first, others, tree }, null, 2));
  else if (options.format === 'csv') line(stdout, csv(factRows(first), FACT_COLUMNS));
  else for (const words of text.lines(request, name, first, tree, others)) line(stdout, words);
}

function summary({ added, leftOut, measure, unit, figure, min, max, upTo, exact, disputed }: Total) {
  const counts = { added: added.length, leftOut: leftOut.length };
  return { figure, min, max, upTo, unit, measure, ...counts, exact, disputed };
}

const FACT_COLUMNS = [
  'counts',
  'by',
  'place',
  'code',
  'figure',
  'min',
  'max',
  'unit',
  'stage',
  'scope',
  'first',
  'last',
  'quote',
  'factId',
  'claimId',
];

function factRows({ added, leftOut }: Total): Row[] {
  const all = [
    ...added.map(({ fact, min, max }) => ({ fact, min, max, counts: 'added', by: null })),
    ...leftOut.map(({ fact, reason, by }) => ({ fact, min: fact.min, max: fact.max, counts: reason, by })),
  ];
  return all.map(({ fact, min, max, counts, by }) => ({
    ...{ counts, by, place: fact.placeName, code: fact.placeCode, figure: fact.figure, min, max, unit: fact.unit },
    ...{ stage: fact.stage, scope: fact.scope, first: fact.first, last: fact.last, quote: fact.quote },
    ...{ factId: fact.id, claimId: fact.claimId },
  }));
}

/** @throws USAGE for what is no date. */
function dateOption(name: 'from' | 'to', given: Options[string]): Partial<TotalRequest> {
  if (given === undefined) return {};
  if (typeof given === 'string' && /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/.test(given)) return { [name]: given };
  throw new XueliangError('USAGE', `--${name} takes a date such as 2015, 2015-06 or 2015-06-30, not ${String(given)}`);
}
