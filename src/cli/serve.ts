import { once } from 'node:events';
import type { Archive } from '../store/archive.ts';
import type { Store } from '../store/store.ts';
import { type Command, type CommandOption, EXIT, line, type Options, type Terminal } from './command.ts';
import { integer, READING_OPTIONS, STORE_HELP, shown, storeUrl, withStoredGraph } from './settings.ts';

/** Options of commands that serve. */
export const SERVE_OPTIONS: readonly CommandOption[] = [
  { flags: '--port PORT', help: 'port to listen on; 0 takes a free one', default: '4000' },
  { flags: '--host HOST', help: 'address to listen on', default: '127.0.0.1' },
  {
    flags: '--allow-host NAME',
    help: 'answer to this host name too, beside localhost and plain addresses; repeat for each',
    repeatable: true,
  },
];

/** `xueliang serve` */
export const serve: Command = {
  name: 'serve',
  args: '',
  summary: 'serve the store: GraphQL on /graphql, a start page on /',
  help: `It listens on this machine only unless --host says otherwise, and stops on Ctrl-C. It writes nothing unless XUELIANG_WRITE_TOKEN
is set, in the environment or in .env here: then who sends that token may add articles (docs/api.md, Writing).

${STORE_HELP}

Examples:
  xueliang serve
  xueliang serve --store neo4j://localhost:7687 --port 8080
  curl http://127.0.0.1:4000/graphql -H 'content-type: application/json' \\
    -d '{"query":"{ claims(filter: {kind: FUNDED}) { nodes { amountCny quote article { title } } } }"}'`,
  options: [...READING_OPTIONS, ...SERVE_OPTIONS],
  run: runServe,
};

async function runServe(_: readonly string[], options: Options, terminal: Terminal): Promise<number> {
  const token = terminal.env.XUELIANG_WRITE_TOKEN ?? '';
  const work = async (store: Store, archive: Archive) => {
    // The server is loaded by the commands that serve.
    const { serve: serveStore } = await import('../api/server.ts');
    const writing = token === '' ? {} : { writing: { archive, token } };
    const served = await serveStore(store, { ...serveOptions(options), ...writing });
    line(terminal.stdout, `${shown(storeUrl(options, terminal.env))} is served on ${served.url}`);
    await untilStopped();
    await served.close();
    return EXIT.ok;
  };
  return withStoredGraph('serve', options, terminal, work, token === '');
}

/** Where to listen, as the user says; @throws USAGE. */
export function serveOptions(options: Options) {
  const allowedHosts = Array.isArray(options.allowHost) ? (options.allowHost as string[]) : [];
  return { port: integer('port', options.port, 0, 65_535), host: String(options.host), allowedHosts };
}

/** Waits for Ctrl-C or a polite kill. */
export async function untilStopped(): Promise<void> {
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
}
