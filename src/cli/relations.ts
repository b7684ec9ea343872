import { XueliangError } from '../errors.ts';
import { inBoth } from '../explain/words.ts';
import { Network } from '../network/network.ts';
import type { NetworkNode } from '../network/node.ts';
import { readNetwork } from '../store/network.ts';
import { columns } from './columns.ts';
import { type Command, type CommandOption, EXIT, line, type Options, type Terminal } from './command.ts';
import { nodeNamed } from './named-node.ts';
import {
  type Answer,
  type Asked,
  centralAnswer,
  communitiesAnswer,
  fundersAnswer,
  togetherAnswer,
} from './relation-rows.ts';
import { integer, READING_OPTIONS, STORE_HELP, withStoredGraph } from './settings.ts';
import { columnsOf, csv } from './table.ts';

/** What may be asked, who answers, and which options it takes beside --first and --format. */
const QUESTIONS: Readonly<
  Record<string, { readonly answer: (network: Network, asked: Asked) => Answer; readonly takes: readonly string[] }>
> = {
  together: { answer: togetherAnswer, takes: ['of', 'kind'] },
  funders: { answer: fundersAnswer, takes: ['place', 'program', 'from', 'to'] },
  central: { answer: centralAnswer, takes: ['kind', 'by'] },
  communities: { answer: communitiesAnswer, takes: ['of'] },
};

/** How answers about relations are printed. */
export const FORMAT_OPTION: CommandOption = {
  flags: '--format FORMAT',
  help: 'text, json or csv',
  default: 'text',
  choices: ['text', 'json', 'csv'],
};

/** `xueliang relations` */
export const relations: Command = {
  name: 'relations',
  args: '<QUESTION>',
  summary: 'say who occurs together, who funds what kind of thing, who is central, and which communities there are',
  help: `QUESTION is one of
  together     agencies and programs that sources name together more often than chance has it (--of, --kind)
  funders      which sort of payer pays for which kind of thing: facts and single sums (--place, --program, --from, --to)
  central      places, agencies and programs by degree, betweenness or PageRank (--kind, --by)
  communities  who is joined more closely to each other than to the rest (--of)
Names may be ids (xueliang prints them as json); one that means several lists them and exits 2. See docs/relations.md.

${STORE_HELP}

Examples:
  xueliang relations together --of 雪亮工程
  xueliang relations together --kind program --format json
  xueliang relations funders --place 山东省
  xueliang relations central --kind program --by betweenness
  xueliang relations communities --first 3`,
  options: [
    ...READING_OPTIONS,
    { flags: '--of NAME', help: 'only pairs with this agency or program; only the community of this node' },
    { flags: '--kind KIND', help: 'only place, agency or program', choices: ['place', 'agency', 'program'] },
    {
      flags: '--by MEASURE',
      help: 'degree (the default), betweenness or pagerank',
      choices: ['degree', 'betweenness', 'pagerank'],
    },
    { flags: '--place NAME', help: 'only facts of this place and all below it' },
    { flags: '--program NAME', help: 'only facts of this program' },
    { flags: '--from DATE', help: 'only facts whose period reaches this year, month or day' },
    { flags: '--to DATE', help: 'only facts whose period begins by this year, month or day' },
    { flags: '--first N', help: 'how many rows', default: '20' },
    FORMAT_OPTION,
  ],
  run: runRelations,
};

async function runRelations([name = '']: readonly string[], options: Options, terminal: Terminal): Promise<number> {
  const question = QUESTIONS[name];
  if (question === undefined) {
    throw new XueliangError('USAGE', `relations answers ${Object.keys(QUESTIONS).join(', ')}, not ${name}`);
  }
  const all = Object.values(QUESTIONS).flatMap(({ takes }) => takes);
  const idle = all.find((option) => options[option] !== undefined && !question.takes.includes(option));
  if (idle !== undefined) throw new XueliangError('USAGE', `relations ${name} takes no --${idle}`);
  const first = integer('first', options.first, 1, 1_000_000);
  const source = await withStoredGraph('relations', options, terminal, readNetwork);
  const network = new Network(source);
  printAnswer(question.answer(network, asked(network, options, first)), options, terminal);
  return EXIT.ok;
}

function asked(network: Network, options: Options, first: number): Asked {
  const named = (option: string, kinds?: readonly NetworkNode['kind'][]) => {
    const words = options[option];
    return typeof words === 'string' ? nodeNamed(network, words, kinds) : null;
  };
  const idOf = (number: number | null) => (number === null ? undefined : network.nodes[number]?.id);
  const [place, program] = [idOf(named('place', ['place'])), idOf(named('program', ['program']))];
  const [from, to] = [day('from', options), day('to', options)];
  return {
    of: named('of'),
    kind: (options.kind as NetworkNode['kind'] | undefined) ?? null,
    by: (options.by as Asked['by'] | undefined) ?? 'degree',
    first,
    filter: {
      ...(place === undefined ? {} : { place }),
      ...(program === undefined ? {} : { program }),
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
    },
  };
}

/** A year, month or day; @throws USAGE. */
function day(option: string, options: Options): string | undefined {
  const given = options[option];
  if (given === undefined) return undefined;
  if (typeof given === 'string' && /^\d{4}(-\d{2}(-\d{2})?)?$/.test(given)) return given;
  throw new XueliangError('USAGE', `--${option} takes YYYY, YYYY-MM or YYYY-MM-DD, not ${String(given)}`);
}

/** Prints an answer as it was asked for. */
export function printAnswer({ json, table, shown, remarks }: Answer, options: Options, terminal: Terminal): void {
  const { stdout } = terminal;
  if (options.format === 'json') line(stdout, JSON.stringify(json, null, 2));
  else if (options.format === 'csv') line(stdout, csv(table, columnsOf(table)));
  else if (shown.length === 0) line(stdout, 'Nothing found.');
  else {
    for (const text of columns(shown, (column) => inBoth('relation', column))) line(stdout, text);
    for (const remark of remarks) line(stdout, `— ${remark}`);
  }
}
