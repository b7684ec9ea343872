import { type Conflict, conflictsOf } from '../fact/desk.ts';
import { outletKind } from '../fact/outlet-kind.ts';
import type { FactRow } from '../fact/row.ts';
import type { FactTable } from '../fact/table.ts';
import type { PairDecision } from '../review/decision.ts';
import { readFactTable } from '../store/fact-table.ts';
import { statement } from '../store/queries.ts';
import { storedReviews } from '../store/review.ts';
import type { Row, Store } from '../store/store.ts';
import { type Command, EXIT, line, type Options, type Terminal } from './command.ts';
import { placeNamed } from './place-name.ts';
import { integer, READING_OPTIONS, STORE_HELP, withStoredGraph } from './settings.ts';
import { csv } from './table.ts';

/** `xueliang conflicts` */
export const conflicts: Command = {
  name: 'conflicts',
  args: '',
  summary: 'set figures side by side that cannot both be true, those that matter most first',
  help: `Facts of independent sources conflict when they speak of the same thing, place and period and their figures cannot
meet. Nothing is retired: both stay, and a person may say which holds, and why:

  xueliang review --claims A,B --verdict settled --holds A --note '以财政局公告为准'

What matters is the gap between the figures, and how large they are among figures of their kind.

${STORE_HELP}

Examples:
  xueliang conflicts
  xueliang conflicts --place 东营市 --format csv > conflicts.csv`,
  options: [
    ...READING_OPTIONS,
    { flags: '--place PLACE', help: 'only of this place, by name or code, and all below it' },
    { flags: '--first N', help: 'how many to show', default: '20' },
    { flags: '--format FORMAT', help: 'text, json or csv', default: 'text', choices: ['text', 'json', 'csv'] },
  ],
  run: runConflicts,
};

/** One side of a conflict, with who said so. */
interface Side {
  readonly figure: number | null;
  readonly min: number | null;
  readonly max: number | null;
  readonly quote: string;
  readonly claimId: string;
  readonly sources: number;
  readonly outlet: string | null;
  readonly outletKind: string | null;
  readonly title: string | null;
  readonly publishedOn: string | null;
  readonly url: string | null;
}

/** A conflict as it is shown. */
interface Shown {
  readonly place: string | null;
  readonly kind: string;
  readonly asset: string | null;
  readonly unit: string | null;
  readonly period: string;
  readonly gap: number;
  readonly weight: number;
  readonly sides: readonly [Side, Side];
  readonly holds: string | null;
  readonly note: string | null;
}

async function runConflicts(_: readonly string[], options: Options, terminal: Terminal): Promise<number> {
  const first = integer('first', options.first, 1, 100_000);
  const { shown, total } = await withStoredGraph('conflicts', options, terminal, async (store) => {
    const all = conflictsAt(await readFactTable(store), options.place);
    return { shown: await complete(store, all.slice(0, first)), total: all.length };
  });
  if (options.format === 'json') line(terminal.stdout, JSON.stringify(shown, null, 2));
  else if (options.format === 'csv') line(terminal.stdout, csv(shown.map(flat), COLUMNS));
  else if (total === 0) line(terminal.stdout, 'No two figures conflict.');
  else {
    for (const text of shown.flatMap(lines)) line(terminal.stdout, text);
    if (total > shown.length) line(terminal.stdout, `… and ${total - shown.length} more (--first)`);
  }
  return EXIT.ok;
}

/** The conflicts of a place and all below it. */
function conflictsAt(table: FactTable, place: Options[string]): Conflict[] {
  const all = conflictsOf(table);
  if (typeof place !== 'string') return all;
  const { code } = placeNamed(table, place);
  return all.filter(({ facts: [{ placeCode }] }) => placeCode !== null && table.places.holds(code, placeCode));
}

/** Adds to conflicts who said so, and what a person said of them. */
async function complete(store: Store, found: readonly Conflict[]): Promise<Shown[]> {
  const facts = found.flatMap((conflict) => conflict.facts);
  const keys = [...new Set(facts.flatMap(({ articleIds }) => articleIds))];
  const read =
    keys.length === 0 ? [] : await store.read(statement('articlesOfClaims'), { keys: facts.map((f) => f.claimId) });
  const articles = new Map(read.map(({ key, article }) => [String(key), article as Row]));
  const reviews = await storedReviews(store);
  const claims = await claimsOf(store, facts);
  return found.map(({ facts: [a, b], gap, weight }) => {
    const settled = pairsOf(claims.get(a.id), claims.get(b.id)).flatMap(([x, y]) => reviews.pair(x, y) ?? []);
    const decision = settled.find((pair): pair is PairDecision => pair.verdict === 'settled');
    return {
      ...{ place: a.placeName, kind: a.kind, asset: a.asset, unit: a.unit, period: periodOf(a, b), gap, weight },
      sides: [sideOf(a, articles.get(a.claimId)), sideOf(b, articles.get(b.claimId))],
      ...{ holds: decision?.holds ?? null, note: decision?.note ?? null },
    };
  });
}

/** The ids of the claims of each fact. */
async function claimsOf(store: Store, facts: readonly FactRow[]): Promise<Map<string, string[]>> {
  const keys = [...new Set(facts.map(({ id }) => id))];
  const rows = keys.length === 0 ? [] : await store.read(statement('claimIdsOfFacts'), { keys, first: 1000 });
  return new Map(rows.map(({ key, ids }) => [String(key), (ids as string[]).map(String)]));
}

function pairsOf(a: readonly string[] = [], b: readonly string[] = []): [string, string][] {
  return a.flatMap((x) => b.map((y): [string, string] => [x, y]));
}

function periodOf(a: FactRow, b: FactRow): string {
  const years = [a, b]
    .flatMap(({ first, last }) => [first.slice(0, 4), last.slice(0, 4)])
    .filter((y) => y !== '' && y !== '9999');
  const [from = '', to = ''] = [years.sort()[0], years.sort().at(-1)];
  return from === to ? from : `${from}–${to}`;
}

function sideOf({ figure, min, max, quote, claimId, sources }: FactRow, article: Row = {}): Side {
  const text = (name: string) => (typeof article[name] === 'string' ? article[name] : null);
  const outlet = text('outlet');
  const said = { outlet, outletKind: outletKind(outlet), title: text('title'), publishedOn: text('publishedOn') };
  return { figure, min, max, quote, claimId, sources, ...said, url: text('url') };
}

function lines({ place, kind, asset, unit, period, gap, sides, holds, note }: Shown): string[] {
  const head = [place, kind, asset, period, `${Math.round(gap * 100)} % apart`].filter(Boolean).join(' · ');
  const told = sides.flatMap((side) => {
    const source = [side.outlet, side.outletKind, side.publishedOn, side.title === null ? null : `《${side.title}》`];
    const mark = holds === side.claimId ? '✓' : ' ';
    return [
      `${mark} ${side.figure ?? ''} ${unit ?? ''}  ${source.filter(Boolean).join(' · ')}  (independent sources: ${side.sources})`,
      `    “${side.quote}”  ${side.claimId}`,
    ];
  });
  return [head, ...told, ...(note === null ? [] : [`  settled: ${note}`]), ''];
}

const COLUMNS = [
  ...[
    'place',
    'kind',
    'asset',
    'unit',
    'period',
    'gap',
    'weight',
    'figure',
    'quote',
    'outlet',
    'outletKind',
    'publishedOn',
  ],
  ...['title', 'url', 'claimId', 'otherFigure', 'otherQuote', 'otherOutlet', 'otherOutletKind', 'otherPublishedOn'],
  ...['otherTitle', 'otherUrl', 'otherClaimId', 'holds', 'note'],
];

function flat({ sides: [a, b], ...conflict }: Shown): Row {
  const others = Object.entries(b).map(([name, value]) => [
    `other${name.charAt(0).toUpperCase()}${name.slice(1)}`,
    value,
  ]);
  return { ...conflict, ...a, ...Object.fromEntries(others) } as Row;
}
