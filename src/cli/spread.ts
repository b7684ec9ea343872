import { inBoth } from '../explain/words.ts';
import { Network } from '../network/network.ts';
import type { SpreadLevel } from '../network/presence.ts';
import type { Arrival, Spread } from '../network/spread.ts';
import { readNetwork } from '../store/network.ts';
import type { Row } from '../store/store.ts';
import { columns, type Shown } from './columns.ts';
import { type Command, EXIT, line, type Options, type Terminal } from './command.ts';
import { nodeNamed } from './named-node.ts';
import { flat } from './relation-rows.ts';
import { FORMAT_OPTION } from './relations.ts';
import { integer, READING_OPTIONS, STORE_HELP, withStoredGraph } from './settings.ts';
import { columnsOf, csv } from './table.ts';
import { witness, witnessLine } from './witness.ts';

/** `xueliang spread` */
export const spread: Command = {
  name: 'spread',
  args: '<NAME>',
  summary:
    'show how a program, a slogan or a document spread: which place first, which followed, who shares documents and wording',
  help: `NAME is a program. With --words it is words that stand in quotes and titles (a slogan), or a document's number.
For each place the first deed or report that is known: a deed where words date it, else the day of publication, and it says which.
A place follows another only where every day that its date may mean is later. Later is not because: what articles about
different places share (document numbers, wording) stands below.

${STORE_HELP}

Examples:
  xueliang spread 雪亮工程
  xueliang spread 平安建设 --level city
  xueliang spread 雪亮工程 --format csv > spread.csv
  xueliang spread 视频监控 --words`,
  options: [
    ...READING_OPTIONS,
    {
      flags: '--level LEVEL',
      help: 'province, city, county or town; what stands above it is listed apart',
      default: 'county',
      choices: ['province', 'city', 'county', 'town'],
    },
    { flags: '--words', help: 'NAME is words or a document number, no program' },
    { flags: '--first N', help: 'how many places of each list, as text', default: '50' },
    FORMAT_OPTION,
  ],
  run: runSpread,
};

async function runSpread([name = '']: readonly string[], options: Options, terminal: Terminal): Promise<number> {
  const first = integer('first', options.first, 1, 1_000_000);
  const network = new Network(await withStoredGraph('spread', options, terminal, readNetwork));
  const level = options.level as SpreadLevel;
  const found =
    options.words === true
      ? network.spreadOfWords(name, level)
      : network.spread(nodeNamed(network, name, ['program']), level);
  const { stdout } = terminal;
  if (options.format === 'json') line(stdout, JSON.stringify(asJson(network, found), null, 2));
  else if (options.format === 'csv') line(stdout, asCsv(network, found));
  else for (const text of lines(network, found, first)) line(stdout, text);
  return EXIT.ok;
}

function asJson(network: Network, { level, arrivals, undated, above, shared }: Spread) {
  const all = (list: readonly Arrival[]) => list.map((arrival) => rowOf(network, arrival));
  return { level, arrivals: all(arrivals), undated: all(undated), above: all(above), shared };
}

function asCsv(network: Network, { arrivals, undated, above }: Spread): string {
  const lists = { arrivals, undated, above };
  const rows = Object.entries(lists).flatMap(([list, all]) => all.map((a) => ({ list, ...rowOf(network, a) })));
  return csv(rows, rows.length > 0 ? columnsOf(rows) : ['list', 'code', 'place']);
}

function rowOf(network: Network, { place, province, first, facts, sources, after }: Arrival): Row {
  const { from, to, basis, fact, articleId } = first;
  return {
    ...{ code: place.code, place: place.name, province, from, to, basis, facts, sources },
    ...{ afterInProvince: after.inProvince, afterElsewhere: after.elsewhere },
    ...flat(witness(network, fact, articleId)),
  };
}

function lines(network: Network, { arrivals, undated, above, shared }: Spread, first: number): string[] {
  const names = new Map([...arrivals, ...undated].map(({ place }) => [place.code, place.name]));
  const name = (code: string | null) => (code === null ? '—' : (names.get(code) ?? code));
  const shown = (list: readonly Arrival[]) => list.slice(0, first).map((a) => shownArrival(network, a, name));
  const sharing = shared.slice(0, first).map(({ kind, what, places, articleIds }) => ({
    cells: {
      kind: inBoth('relation', kind).join(' '),
      what: kind === 'document' ? what : (network.article(what)?.title ?? what),
      articles: articleIds.length,
      places: places.map(name).join('、'),
    },
  }));
  return [
    ...section('', shown(arrivals)),
    ...section('undated', shown(undated)),
    ...section('above', shown(above)),
    ...section('shared', sharing),
    ...(arrivals.length + undated.length + above.length === 0 ? ['Nothing found.'] : []),
  ];
}

function section(title: string, rows: readonly Shown[]): string[] {
  if (rows.length === 0) return [];
  const head = title === '' ? [] : ['', inBoth('relation', title).join('  ')];
  return [...head, ...columns(rows, (column) => inBoth('relation', column))];
}

function shownArrival(
  network: Network,
  { place, first, facts, sources, after }: Arrival,
  name: (code: string | null) => string,
): Shown {
  const notes = [witnessLine(witness(network, first.fact, first.articleId))];
  const cells = {
    when: when(first.from),
    basis: inBoth('relation', first.basis).join(' '),
    place: place.name,
    afterInProvince: name(after.inProvince),
    afterElsewhere: name(after.elsewhere),
    facts,
    sources,
  };
  return { cells, notes };
}

/** 2017-00-00 as 2017. */
function when(from: string | null): string {
  return from === null ? '—' : from.replace(/-00/g, '');
}
