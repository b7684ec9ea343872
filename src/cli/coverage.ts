import { describe } from '../errors.ts';
import { type Coverage, type CoverageRequest, coverageOf } from '../fact/coverage.ts';
import type { FactTable } from '../fact/table.ts';
import { readFactTable } from '../store/fact-table.ts';
import { readCopies, readMentionCounts } from '../store/looked-at.ts';
import type { Row } from '../store/store.ts';
import { type Command, EXIT, line, type Options, type Terminal } from './command.ts';
import { coverageText } from './coverage-text.ts';
import { placeNamed } from './place-name.ts';
import { programOption } from './program-name.ts';
import { readSearchLog } from './search-log.ts';
import { integer, READING_OPTIONS, STORE_HELP, withStoredGraph } from './settings.ts';
import { csv } from './table.ts';

/** `xueliang coverage` */
export const coverage: Command = {
  name: 'coverage',
  args: '',
  summary:
    'of every county: whether what is asked for was reported, only mentioned, searched in vain, or nobody looked',
  help: `A line for each prefecture, a character for each county: █ a fact of what is asked for, ▒ an article mentions it and says
nothing of that, · a search log says that nothing was found, blank: nobody looked. Rates are of the counties that
anybody looked at, with that number beside; absence is never shown as zero (docs/costs.md).

A search log is CSV or JSONL with the columns code or name, on (the day), and where and found, if you like:

  code,on,where,found
  370522,2026-11-20,百度,no

--year takes the divisions of that year, and the facts whose period shares a day with it; without it, the divisions of
today and all facts.

${STORE_HELP}

Examples (after xueliang load demo/articles):
  xueliang coverage --place 山东省
  xueliang coverage --asset camera --place 安徽省 --searched searches.csv
  xueliang coverage --program 雪亮工程 --lang en
  xueliang coverage --year 2017 --format csv > counties.csv`,
  options: [
    ...READING_OPTIONS,
    { flags: '--place PLACE', help: 'only of a province, a prefecture or a county' },
    { flags: '--program PROGRAM', help: 'of one program: its name, or its id where several have the name' },
    { flags: '--asset ASSET', help: 'of one kind of thing: camera, platform, patrol_car, assistant_police …' },
    { flags: '--year YEAR', help: 'of one year, and with its divisions' },
    { flags: '--searched FILE', help: 'what you searched, as CSV or JSONL' },
    { flags: '--format FORMAT', help: 'text, json or csv', default: 'text', choices: ['text', 'json', 'csv'] },
    { flags: '--lang LANG', help: 'the language of the text: zh or en', default: 'zh', choices: ['zh', 'en'] },
  ],
  run: runCoverage,
};

async function runCoverage(_: readonly string[], options: Options, terminal: Terminal): Promise<number> {
  const year = options.year === undefined ? new Date().getFullYear() : integer('year', options.year, 1998, 2100);
  const log = typeof options.searched === 'string' ? await readSearchLog(options.searched, year) : null;
  const searches = log?.searches ?? new Map();
  await withStoredGraph('coverage', options, terminal, async (store) => {
    const table = await readFactTable(store);
    const looked = { mentions: await readMentionCounts(store), copyOf: await readCopies(store), searches };
    const place = typeof options.place === 'string' ? placeNamed(table, options.place) : null;
    const request = { ...requestOf(table, options, year), ...(place === null ? {} : { place: place.code }) };
    print(coverageOf(table, request, looked), place?.name ?? null, options, terminal);
  });
  for (const failure of log?.failures ?? []) line(terminal.stderr, describe(failure));
  return log === null || log.failures.length === 0 ? EXIT.ok : EXIT.failed;
}

function requestOf(table: FactTable, { program, asset, year: given }: Options, year: number): CoverageRequest {
  return {
    year,
    ...(given === undefined ? {} : { from: String(year), to: String(year) }),
    ...(typeof program === 'string' ? { program: programOption(table, program) } : {}),
    ...(typeof asset === 'string' ? { asset } : {}),
  };
}

function print(found: Coverage, name: string | null, { format, lang }: Options, { stdout }: Terminal): void {
  if (format === 'json') line(stdout, JSON.stringify(found, null, 2));
  else if (format === 'csv') line(stdout, csv(rowsOf(found), COLUMNS));
  else for (const text of coverageText(found, name, lang === 'en' ? 'en' : 'zh')) line(stdout, text);
}

const COLUMNS = [
  ...['code', 'name', 'level', 'prefecture', 'province', 'state', 'facts', 'sources', 'articles', 'searchedOn'],
  'foundElsewhere',
];

function rowsOf({ prefectures, zones }: Coverage): Row[] {
  const counties = prefectures.flatMap(({ code, province, counties: members }) =>
    members.map((county) => ({ ...county, prefecture: code, province })),
  );
  return [...counties, ...zones.map((zone) => ({ ...zone, prefecture: null, province: null }))];
}
