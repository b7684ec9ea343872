import { XueliangError } from '../errors.ts';
import { type Exported, type ExportOptions, exportNeo4jAdmin, writeNeo4jAdmin } from '../export/neo4j-admin.ts';
import { gazetteerDivisions } from '../graph/divisions.ts';
import { JournalView } from '../journal/view.ts';
import { journalGraph } from '../store/journal-graph.ts';
import { statement } from '../store/queries.ts';
import type { Store } from '../store/store.ts';
import { type Command, EXIT, line, type Options, type Terminal } from './command.ts';
import { interruptible } from './interrupt.ts';
import { nodeProgress } from './progress.ts';
import { READING_OPTIONS, STORE_HELP, shown, storeUrl, withStoredGraph } from './settings.ts';

/** `xueliang export` */
export const exportGraph: Command = {
  name: 'export',
  args: '<FORMAT> <FOLDER>',
  summary: 'write the graph as files that another tool takes: neo4j-admin, to fill a new Neo4j in minutes',
  help: `FORMAT is neo4j-admin: CSV files for “neo4j-admin database import full”, which fills a new database many times faster than
any client can, while Neo4j is stopped. FOLDER must be new or empty; what to run then is printed. Constraints and indexes
are made when xueliang first opens the new database, and its digest is that of the store exported.
With --journal there need be no store: the graph is made of what the journal holds, which others may go on writing meanwhile.

${STORE_HELP}

Examples:
  xueliang export neo4j-admin neo4j-import
  cd neo4j-import && neo4j-admin database import full neo4j @import.args
  xueliang check --digest --store bolt://localhost:7687     # Neo4j being started again
  xueliang export neo4j-admin neo4j-import --journal my.db.journal
  xueliang load more/ --store bolt://localhost:7687 --journal my.db.journal`,
  options: [
    ...READING_OPTIONS,
    { flags: '--journal DIR', help: 'make the graph from this journal, without any store' },
  ],
  run: runExport,
};

async function runExport(args: readonly string[], options: Options, terminal: Terminal): Promise<number> {
  const [format = '', folder = ''] = args;
  if (format !== 'neo4j-admin') throw new XueliangError('USAGE', `no such format: ${format}; there is neo4j-admin`);
  const { journal } = options;
  if (typeof journal === 'string') {
    if (options.store !== undefined) throw new XueliangError('USAGE', '--journal is read without a --store; give one');
    const view = await JournalView.open(journal);
    const work = { folder, source: view.folder, total: null };
    return written(work, terminal, (more) => writeNeo4jAdmin(journalGraph(view, gazetteerDivisions), folder, more));
  }
  return withStoredGraph('export', options, terminal, async (store) => {
    const work = { folder, source: shown(storeUrl(options, terminal.env)), total: await nodesIn(store) };
    return written(work, terminal, (more) => exportNeo4jAdmin(store, folder, more));
  });
}

/** Where from and where to, and how many nodes there are, where that is known. */
interface Work {
  readonly folder: string;
  readonly source: string;
  readonly total: number | null;
}

async function written(
  { folder, source, total }: Work,
  terminal: Terminal,
  write: (options: ExportOptions) => Promise<Exported>,
): Promise<number> {
  const shows = nodeProgress(total, terminal);
  const { result } = await interruptible((signal) =>
    write({ signal, onWritten: shows.onWritten })
      .catch((error) => {
        if (signal.aborted) return null;
        throw error;
      })
      .finally(shows.stop),
  );
  if (result === null) {
    line(terminal.stderr, `Stopped; nothing is left in ${folder}.`);
    return EXIT.interrupted;
  }
  const { nodes, relationships } = result;
  line(terminal.stdout, `${nodes} nodes and ${relationships} relationships of ${source} are in ${folder}.`);
  for (const text of nextSteps(folder)) line(terminal.stdout, text);
  return EXIT.ok;
}

async function nodesIn(store: Store): Promise<number> {
  const rows = await store.read(statement('checkLabels'));
  return rows.reduce((sum, { total }) => sum + Number(total), 0);
}

function nextSteps(folder: string): string[] {
  return [
    'With Neo4j stopped, and no database of that name yet (else add --overwrite-destination):',
    `  cd ${/^[\w./-]+$/.test(folder) ? folder : `'${folder.replaceAll("'", "'\\''")}'`}`,
    '  neo4j-admin database import full neo4j @import.args',
    'With Neo4j started, this makes constraints and indexes, and compares:',
    '  xueliang check --digest --store bolt://localhost:7687',
  ];
}
