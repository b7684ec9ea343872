import { inBoth } from '../explain/words.ts';
import { Network } from '../network/network.ts';
import { MOST_STEPS } from '../network/path.ts';
import { readNetwork } from '../store/network.ts';
import { type Command, EXIT, line, type Options, type Terminal } from './command.ts';
import { nodeNamed } from './named-node.ts';
import { flat } from './relation-rows.ts';
import { FORMAT_OPTION } from './relations.ts';
import { integer, READING_OPTIONS, STORE_HELP, withStoredGraph } from './settings.ts';
import { columnsOf, csv, printable } from './table.ts';
import { type Witness, witness, witnessLine } from './witness.ts';

/** `xueliang path` */
export const path: Command = {
  name: 'path',
  args: '<A> <B>',
  summary: 'show how two places, agencies or programs are joined, with the quotes on the way',
  help: `The shortest way over facts, and of several the best supported by independent sources; at most ${MOST_STEPS} steps. Who acted is
joined to the program and to the place, a program to its places. A name that means several lists them and exits 2.

${STORE_HELP}

Examples:
  xueliang path 东营市河口区 玉溪市
  xueliang path 东营市河口区 program:雪亮工程 --quotes 5
  xueliang path 武汉市公安局 武汉市人民政府 --format json`,
  options: [
    ...READING_OPTIONS,
    { flags: '--quotes N', help: 'how many facts each step shows', default: '2' },
    FORMAT_OPTION,
  ],
  run: runPath,
};

interface ShownStep {
  readonly from: string;
  readonly to: string;
  readonly roles: readonly string[];
  readonly sources: number;
  readonly facts: number;
  readonly witnesses: readonly Witness[];
}

async function runPath([a = '', b = '']: readonly string[], options: Options, terminal: Terminal): Promise<number> {
  const quotes = integer('quotes', options.quotes, 1, 1000);
  const network = new Network(await withStoredGraph('path', options, terminal, readNetwork));
  const [from, to] = [nodeNamed(network, a), nodeNamed(network, b)];
  const found = network.path(from, to);
  const name = (node: number) => network.nodes[node]?.name ?? '';
  const steps = (found ?? []).map((step): ShownStep => {
    const { roles = [], sources = 0, facts = [] } = network.links[step.link] ?? {};
    const rows = facts.slice(0, quotes).flatMap((fact) => network.fact(fact) ?? []);
    const witnesses = rows.map((fact) => witness(network, fact));
    return { from: name(step.from), to: name(step.to), roles, sources, facts: facts.length, witnesses };
  });
  const { stdout } = terminal;
  if (options.format === 'json') line(stdout, JSON.stringify(found === null ? null : steps, null, 2));
  else if (options.format === 'csv') line(stdout, asCsv(steps));
  else for (const text of found === null ? [none(name(from), name(to))] : lines(name(from), steps)) line(stdout, text);
  return EXIT.ok;
}

function none(from: string, to: string): string {
  return `没有路径 No path of at most ${MOST_STEPS} steps joins ${from} and ${to}.`;
}

function lines(from: string, steps: readonly ShownStep[]): string[] {
  return [
    from,
    ...steps.flatMap(({ to, roles, sources, facts, witnesses }) => [
      `  │ ${roles.map((role) => inBoth('relation', role).join(' ')).join('、')} · ${facts} 事实 facts · ${sources} 来源 sources`,
      ...witnesses.map((words) => `  │   ${printable(witnessLine(words))}`),
      to,
    ]),
  ];
}

function asCsv(steps: readonly ShownStep[]): string {
  const rows = steps.flatMap(({ from, to, roles, sources, facts, witnesses }, i) =>
    witnesses.map((words) => ({ step: i + 1, from, to, roles, sources, facts, ...flat(words) })),
  );
  return csv(rows, rows.length > 0 ? columnsOf(rows) : ['step', 'from', 'to']);
}
