import { boundLines, parseBounds } from '../api/bounds.ts';
import { LOG_LEVELS, type LogOptions } from '../api/log.ts';
import type { ServeOptions } from '../api/server.ts';
import { XueliangError } from '../errors.ts';
import type { Archive } from '../store/archive.ts';
import type { Store } from '../store/store.ts';
import { type Command, type CommandOption, EXIT, line, type Options, type Terminal } from './command.ts';
import { interruption } from './interrupt.ts';
import { integer, READING_OPTIONS, STORE_HELP, shown, storeUrl, withStoredGraph } from './settings.ts';

/** Options of commands that serve. */
export const SERVE_OPTIONS: readonly CommandOption[] = [
  { flags: '--port PORT', help: 'port to listen on; 0 takes a free one', default: '4000' },
  {
    flags: '--host HOST',
    help: 'address to listen on; others than this machine’s own are warned of',
    default: '127.0.0.1',
  },
  {
    flags: '--allow-host NAME',
    help: 'answer to this host name too, beside localhost and plain addresses; repeat for each; else XUELIANG_HOSTS',
    repeatable: true,
  },
  {
    flags: '--allow-origin ORIGIN',
    help: 'let pages of this site (https://example.org, or *) ask; repeat for each; else XUELIANG_ORIGINS',
    repeatable: true,
  },
  {
    flags: '--proxy ADDRESS',
    help: 'believe this proxy (address or range) who asks; repeat for each; else XUELIANG_PROXIES',
    repeatable: true,
  },
  {
    flags: '--metrics-for ADDRESS',
    help: 'let this address or range read /metrics, beside this machine; repeat for each; else XUELIANG_METRICS_FOR',
    repeatable: true,
  },
  {
    flags: '--limit NAME=NUMBER',
    help: 'set a limit, of those below; repeat for each; else XUELIANG_LIMITS, with commas between',
    repeatable: true,
  },
  { flags: '--log LEVEL', help: `JSON lines on standard error: ${LOG_LEVELS.join(', ')}; else XUELIANG_LOG` },
  { flags: '--log-queries', help: 'log documents and variables too; they may say what a user looks for' },
];

/** What help pages say of limits. */
export const LIMITS_HELP = `Limits, with what they are and may be set to; the time of a statement is --timeout:
${boundLines().join('\n')}`;

/** `xueliang serve` */
export const serve: Command = {
  name: 'serve',
  args: '',
  summary: 'serve the store: GraphQL on /graphql, GraphiQL on /graphiql, a start page on /',
  help: `It listens on this machine only unless --host says otherwise. It writes nothing unless XUELIANG_WRITE_TOKEN is set, in the
environment or in .env here: then who sends that token may add articles (docs/api.md, Writing). On Ctrl-C or SIGTERM it takes no
more requests, finishes those under way, and stops. /healthz says that it lives, /readyz that it can answer, /metrics how
much of everything (docs/serving.md).

${LIMITS_HELP}

${STORE_HELP}

Examples:
  xueliang serve
  xueliang serve --store neo4j://localhost:7687 --port 8080
  xueliang serve --allow-host data.example.org --proxy 127.0.0.1 --limit rate=300
  curl http://127.0.0.1:4000/graphql -H 'content-type: application/json' \\
    -d '{"query":"{ claims(filter: {kind: FUNDED}) { nodes { amountCny quote article { title } } } }"}'`,
  options: [...READING_OPTIONS, ...SERVE_OPTIONS],
  run: runServe,
};

async function runServe(_: readonly string[], options: Options, terminal: Terminal): Promise<number> {
  const token = terminal.env.XUELIANG_WRITE_TOKEN ?? '';
  const work = async (store: Store, archive: Archive) => {
    const listening = serveOptions(options, terminal, 'info');
    // The server is loaded by the commands that serve.
    const { serve: serveStore } = await import('../api/server.ts');
    const ready = async () => ((await archive.rebuilding()) ? 'the graph is being made again from its journal' : null);
    const writing = token === '' ? {} : { writing: { archive, token } };
    const served = await serveStore(store, { ...listening, ready, ...writing });
    line(terminal.stdout, `${shown(storeUrl(options, terminal.env))} is served on ${served.url}`);
    await interruption();
    await served.close();
    return EXIT.ok;
  };
  return withStoredGraph('serve', options, terminal, work, token === '');
}

/** How to serve, as the user says; warns on standard error of an address that others reach. @throws USAGE. */
export function serveOptions(options: Options, terminal: Terminal, logged: LogOptions['level']): ServeOptions {
  const { env, stderr } = terminal;
  const host = String(options.host);
  if (!isLoopback(host)) warn(terminal, host);
  return {
    ...{ host, port: integer('port', options.port, 0, 65_535) },
    allowedHosts: listOf(options.allowHost, env.XUELIANG_HOSTS),
    allowedOrigins: listOf(options.allowOrigin, env.XUELIANG_ORIGINS),
    proxies: listOf(options.proxy, env.XUELIANG_PROXIES),
    metricsFor: listOf(options.metricsFor, env.XUELIANG_METRICS_FOR),
    bounds: parseBounds(listOf(options.limit, env.XUELIANG_LIMITS)),
    log: {
      level: logLevel(options.log ?? env.XUELIANG_LOG, logged),
      stream: stderr,
      queries: options.logQueries === true,
    },
  };
}

function listOf(given: Options[string], env: string | undefined): readonly string[] {
  if (Array.isArray(given)) return given;
  return (env ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function logLevel(given: Options[string], usual: LogOptions['level']): LogOptions['level'] {
  if (given === undefined || given === '') return usual;
  const level = LOG_LEVELS.find((known) => known === given);
  if (level !== undefined) return level;
  throw new XueliangError('USAGE', `--log takes one of ${LOG_LEVELS.join(', ')}, not ${String(given)}`);
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host);
}

function warn({ stderr }: Terminal, host: string): void {
  line(
    stderr,
    `xueliang: warning: ${host} is open to whoever reaches this machine; docs/serving.md says how to put it behind a proxy`,
  );
  line(stderr, `xueliang: 注意：${host} 对能连到本机的任何人开放；放在反向代理之后的办法见 docs/serving.md`);
}
