import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { XueliangError } from '../errors.ts';
import { type CypherFile, parseFile, statement, statements } from '../store/queries.ts';
import type { Params, Row, Store, Value } from '../store/store.ts';
import { type Command, EXIT, line, type Options, type Terminal } from './command.ts';
import { pairs, READING_OPTIONS, STORE_HELP, withStoredGraph } from './settings.ts';
import { columnsOf, csv, json, spread, table } from './table.ts';

/** `xueliang query` */
export const query: Command = {
  name: 'query',
  args: '[NAME]',
  summary: 'ask the store one of the named queries; without a name, list them',
  help: `Parameters are words; year, first and limit are whole numbers. A parameter marked ? may be left out.
A file of your own (FILE.cypher) is run on Neo4j only, read-only: the embedded engine answers some
Cypher wrongly without saying so, and only the named queries are tested on both. It returns values and maps:
RETURN p.name, or p {.*}, not p.

${STORE_HELP}

Examples:
  xueliang query                                        the queries, what they answer and take
  xueliang query whoPaid --param place=河口区
  xueliang query whoPaid --param amount=6600余万 --format json
  xueliang query camerasByPlace --param year=2017 --format csv > cameras.csv
  xueliang query mine.cypher --store bolt://localhost:7687 --param place=东营市`,
  options: [
    ...READING_OPTIONS,
    { flags: '--param NAME=VALUE', help: 'a parameter of the query; repeat for each', repeatable: true },
    { flags: '--format FORMAT', help: 'table, json or csv', default: 'table', choices: ['table', 'json', 'csv'] },
    { flags: '--all', help: 'list the queries that the API is made of, too' },
  ],
  run: runQuery,
};

async function runQuery([name]: readonly string[], options: Options, terminal: Terminal): Promise<number> {
  if (name === undefined) {
    for (const text of listing(options.all === true)) line(terminal.stdout, text);
    return EXIT.ok;
  }
  const isFile = name.endsWith('.cypher');
  const params = parameters(pairs('param', options.param));
  const asked = isFile ? fromFile(name, Object.keys(params)) : named(name);
  const rows = await withStoredGraph('query', options, terminal, (store) => {
    if (isFile) refuseEmbedded(store);
    return store.read(asked, params);
  });
  print(spread(rows), asked, options, terminal);
  return EXIT.ok;
}

function print(rows: readonly Row[], { columns }: CypherFile, options: Options, terminal: Terminal): void {
  const heads = rows.length > 0 ? columnsOf(rows) : columns;
  if (options.format === 'json') line(terminal.stdout, json(rows));
  else if (options.format === 'csv') line(terminal.stdout, csv(rows, heads));
  else if (rows.length === 0) line(terminal.stdout, 'No rows.');
  else line(terminal.stdout, table(rows, terminal.stdout.columns ?? 120));
}

function named(name: string): CypherFile {
  try {
    return statement(name);
  } catch {
    throw new XueliangError('QUERY_UNKNOWN', `no query is named ${name}; xueliang query lists them`);
  }
}

/** A file of the user's: without a header it takes what it is given, and returns what it returns. */
function fromFile(path: string, given: readonly string[]): CypherFile {
  try {
    const file = parseFile('read', basename(path), readFileSync(path, 'utf8'));
    return { ...file, params: [...new Set([...file.params, ...given])] };
  } catch (cause) {
    throw new XueliangError('SOURCE_NOT_FOUND', 'no such file', { location: { file: path }, cause });
  }
}

function refuseEmbedded({ engine }: Store): void {
  if (engine.name === 'neo4j') return;
  const reason = 'it answers some Cypher wrongly without saying so, and only the named queries are tested on it';
  throw new XueliangError(
    'USAGE',
    `a Cypher file runs on Neo4j only, not on the embedded engine (${engine.name}): ${reason}`,
  );
}

const WHOLE_NUMBERS: ReadonlySet<string> = new Set(['year', 'first', 'limit', 'below']);

function parameters(given: Readonly<Record<string, string>>): Params {
  return Object.fromEntries(Object.entries(given).map(([name, text]) => [name, parameter(name, text)]));
}

function parameter(name: string, text: string): Value {
  if (name === 'keys') return text.split(',');
  if (!WHOLE_NUMBERS.has(name)) return text === 'true' || text === 'false' ? text === 'true' : text;
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new XueliangError('QUERY_PARAMETER', `--param ${name} takes a whole number, not ${text}`);
}

/** The queries that answer a reader; with `all`, also those that the API and the checks are made of. */
function listing(all: boolean): string[] {
  const shown = statements('read').filter((file) => file.dialect === 'both' && (all || answersReader(file)));
  return shown.flatMap(({ name, params, defaults = {}, purpose }) => {
    const takes = params.map((param) => {
      if (!(param in defaults)) return param;
      const value = defaults[param];
      return value === null || value === '' ? `${param}?` : `${param}=${String(value)}`;
    });
    return [`${name}${takes.length > 0 ? `  (${takes.join(', ')})` : ''}`, `    ${purpose}`];
  });
}

function answersReader({ name, params }: CypherFile): boolean {
  return !params.includes('keys') && !/^((check|dump)[A-Z]|sketches$)/.test(name) && !/Count$/.test(name);
}
