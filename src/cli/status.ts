import { statement } from '../store/queries.ts';
import { type Command, EXIT, line, type Options, type Terminal } from './command.ts';
import { READING_OPTIONS, STORE_HELP, shown, storeUrl, withStoredGraph } from './settings.ts';

/** `xueliang status` */
export const status: Command = {
  name: 'status',
  args: '',
  summary: 'say what is in the store, in which engine and version',
  help: `${STORE_HELP}

Examples:
  xueliang status
  xueliang status --store bolt://localhost:7687`,
  options: READING_OPTIONS,
  run: runStatus,
};

async function runStatus(_: readonly string[], options: Options, terminal: Terminal): Promise<number> {
  return withStoredGraph('status', options, terminal, async (store) => {
    const rows = await store.read(statement('stats'));
    const versions = await store.read(statement('metadata'));
    line(terminal.stdout, `store     ${shown(storeUrl(options, terminal.env))}`);
    line(terminal.stdout, `engine    ${store.engine.name} ${store.engine.version}`);
    for (const { label, kind, total } of rows) {
      const name = kind === null ? String(label) : `  ${label} ${kind}`;
      line(terminal.stdout, `${name.padEnd(18)} ${total}`);
    }
    for (const { rulesVersion, claims } of versions) line(terminal.stdout, `rules ${rulesVersion}: ${claims} claims`);
    return EXIT.ok;
  });
}
