import { XueliangError } from '../errors.ts';
import { stageSequences } from '../fact/stages.ts';
import type { FactTable } from '../fact/table.ts';
import { type TimelineEntry, type TimelineRequest, timelineOf } from '../fact/timeline.ts';
import { readFactTable } from '../store/fact-table.ts';
import type { Row } from '../store/store.ts';
import { type Command, EXIT, line, type Options, type Terminal } from './command.ts';
import { placeNamed } from './place-name.ts';
import { programNamed } from './program-name.ts';
import { READING_OPTIONS, STORE_HELP, withStoredGraph } from './settings.ts';
import { csv } from './table.ts';
import { TimelineText } from './timeline-text.ts';

/** `xueliang timeline` */
export const timeline: Command = {
  name: 'timeline',
  args: '<NAME>',
  summary: 'what was reported of a place or program, year by year, and what came of plans',
  help: `NAME is a place or a program, by name or code: 河口区, 370503, 雪亮工程. A change is stated only between figures that can be
compared: one thing, place, program and stage, and both totals or both new in periods of one length. It is marked where the
boundaries changed in between, and claims no direction where both figures may be the same (docs/costs.md). A plan of
which no result is found is not reported as done, which is not the same as not done.

${STORE_HELP}

Examples (after xueliang load demo/articles):
  xueliang timeline 武汉市
  xueliang timeline 东营市 --below --lang en           with its districts and towns
  xueliang timeline 雪亮工程 --format csv > eyes.csv
  xueliang timeline 玉溪市 --format json | jq '.plans[].plans[] | [.plan.figure, .reached]'`,
  options: [
    ...READING_OPTIONS,
    { flags: '--below', help: 'with all places below the place' },
    { flags: '--format FORMAT', help: 'text, json or csv', default: 'text', choices: ['text', 'json', 'csv'] },
    { flags: '--lang LANG', help: 'the language of the text: zh or en', default: 'zh', choices: ['zh', 'en'] },
  ],
  run: runTimeline,
};

async function runTimeline([words = '']: readonly string[], options: Options, terminal: Terminal): Promise<number> {
  const { stdout } = terminal;
  const table = await withStoredGraph('timeline', options, terminal, (store) => readFactTable(store));
  const { name, request } = named(table, words, options.below === true);
  const entries = timelineOf(table, request);
  const plans = stageSequences(table, request);
  if (options.format === 'json') line(stdout, JSON.stringify({ name, entries, plans }, null, 2));
  else if (options.format === 'csv') line(stdout, csv(entries.map(flat), COLUMNS));
  else {
    const text = new TimelineText(entries, options.lang === 'en' ? 'en' : 'zh');
    for (const shown of text.lines(name, entries, plans)) line(stdout, shown);
  }
  return EXIT.ok;
}

/** A program that facts are about, else a place. @throws USAGE for what is neither */
function named(table: FactTable, words: string, below: boolean): { name: string; request: TimelineRequest } {
  const program = programNamed(table, words);
  if (program !== null) return { name: words, request: { program } };
  try {
    const { code, name } = placeNamed(table, words);
    return { name: `${name} ${code}`, request: { place: code, below } };
  } catch (error) {
    if (!(error instanceof XueliangError) || !error.message.startsWith('no place')) throw error;
    throw new XueliangError('USAGE', `no place and no program that facts are about is called ${words}`);
  }
}

const COLUMNS = [
  ...[
    'first',
    'last',
    'dated',
    'kind',
    'placeCode',
    'placeName',
    'programIds',
    'asset',
    'counted',
    'figure',
    'min',
    'max',
  ],
  ...[
    'unit',
    'stage',
    'scope',
    'series',
    'former',
    'direction',
    'difference',
    'differenceMin',
    'differenceMax',
    'ratio',
  ],
  ...['changeFrom', 'changeFlags', 'boundaries', 'sources', 'quote', 'factId', 'claimId'],
];

function flat({ fact, series, change, former }: TimelineEntry): Row {
  const { difference, ratio, direction = null, from = null, flags = [], boundaries = [] } = change ?? {};
  return {
    ...fact,
    ...{ factId: fact.id, series, former, direction, changeFrom: from, changeFlags: flags },
    ...{
      difference: difference?.figure ?? null,
      differenceMin: difference?.min ?? null,
      differenceMax: difference?.max ?? null,
    },
    ratio: ratio?.figure ?? null,
    boundaries: boundaries.map(({ year, from: old, to }) => `${year} ${old} → ${to}`),
  };
}
