import Fastify, {
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify';
import { ERRORS, type ErrorCode, XueliangError } from '../errors.ts';
import { Projections } from '../store/projection.ts';
import type { Store } from '../store/store.ts';
import { graphqlRoute } from './apollo.ts';
import { type Bounds, boundsOf } from './bounds.ts';
import { budgeted } from './budget.ts';
import { Clients } from './clients.ts';
import { told } from './errors.ts';
import { Graph } from './graph.ts';
import { graphiqlRoutes } from './graphiql.ts';
import { SAFE_HEADERS } from './headers.ts';
import { type Readiness, watchRoutes } from './health.ts';
import { type LogOptions, logAnswers, loggerOptions } from './log.ts';
import { Metrics } from './metrics.ts';
import { openTo } from './origins.ts';
import { languageOf, PAGE_HEADERS, type PageStats, pageData, pageFile, pageStyle, renderPage } from './page.ts';
import { stats } from './resolvers/stats.ts';
import { malformed } from './wire.ts';
import { Writing, type WritingOptions } from './writing.ts';

/** Where the API listens, to whom it answers, and how much of anything. */
export interface ServeOptions {
  readonly host?: string;
  /** 0 takes any free port. */
  readonly port?: number;
  /** Names that it answers to beside localhost and plain addresses. */
  readonly allowedHosts?: readonly string[];
  /** Who bears the token may write into the archive; nobody may where it is left out. */
  readonly writing?: WritingOptions;
  /** Sites whose pages may ask: `https://example.org`, or `*`. */
  readonly allowedOrigins?: readonly string[];
  /** Addresses or ranges of proxies that are believed who asks. */
  readonly proxies?: readonly string[];
  /** Addresses or ranges that may read /metrics beside this machine. */
  readonly metricsFor?: readonly string[];
  readonly bounds?: Partial<Bounds>;
  /** Nothing is logged without. */
  readonly log?: LogOptions;
  /** Why it should get no requests for now, beside what the store says. */
  readonly ready?: Readiness;
}

/** A running API; `close` finishes the requests under way, as long as they may take, and leaves the store open. */
export interface Served {
  readonly url: string;
  close(): Promise<void>;
}

/** GraphQL on /graphql, GraphiQL, the start page on /, /healthz, /readyz, /metrics; @throws USAGE when the port is taken. */
export async function serve(store: Store, options: ServeOptions = {}): Promise<Served> {
  const { host = '127.0.0.1', port = 4000, proxies = [], metricsFor = [], ready = async () => null } = options;
  const bounds = boundsOf(options.bounds);
  const app = application(bounds, options);
  const clients = new Clients(bounds);
  const metrics = new Metrics(() => clients.answering);
  const timed = metrics.timed(store);
  const projections = new Projections(timed);
  const writing = options.writing === undefined ? null : new Writing(options.writing);
  const context = (request: FastifyRequest, reply: FastifyReply) => ({
    graph: new Graph(budgeted(timed, bounds.seconds, reply.raw)),
    projections,
    ...(writing === null ? {} : { writing: writing.visit(request.headers.authorization, request.ip) }),
  });
  logAnswers(app, options.log);
  app.addHook('onResponse', async ({ routeOptions }, reply) =>
    metrics.answered(routeOptions.url ?? 'none', reply.statusCode),
  );
  answerErrors(app, metrics);
  openTo(app, { allowedHosts: options.allowedHosts ?? [], allowedOrigins: options.allowedOrigins ?? [] });
  await clients.limitRate(app);
  await graphqlRoute(app, { bounds, clients, metrics, context });
  startPage(app, timed);
  graphiqlRoutes(app);
  watchRoutes(app, { store: timed, metrics, metricsFor, behindProxy: proxies.length > 0, ready });
  return { url: await listen(app, host, port), close: () => closed(app, writing, bounds.drain) };
}

/** What is being written is finished up to the article at hand: whoever closes the store comes after. */
async function closed(app: FastifyInstance, writing: Writing | null, seconds: number): Promise<void> {
  await Promise.all([closeWithin(app, seconds), writing?.close()]);
}

function application(bounds: Bounds, { proxies = [], log }: ServeOptions): FastifyInstance {
  const app = Fastify({
    ...loggerOptions(log),
    // What is answered is logged by `logAnswers`, without addresses and queries.
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'request' }),
    bodyLimit: bounds.bytes,
    trustProxy: proxies.length > 0 ? [...proxies] : false,
    requestTimeout: 1000 * bounds.receive,
    keepAliveTimeout: 5000,
    http: { headersTimeout: 1000 * bounds.receive, connectionsCheckingInterval: 1000 },
    clientErrorHandler: malformed,
  }) as unknown as FastifyInstance;
  app.server.maxConnections = bounds.connections;
  return app;
}

/** Every refusal is said with its code and what to do: as GraphQL says errors, or as a line on pages. */
function answerErrors(app: FastifyInstance, metrics: Metrics): void {
  app.addHook('onRequest', async (_, reply) => void reply.headers(SAFE_HEADERS));
  app.setNotFoundHandler(() => {
    throw new XueliangError('REQUEST_NOT_FOUND', 'there is nothing at that address');
  });
  app.setErrorHandler((error: FastifyError | XueliangError, request, reply) => {
    const known = error instanceof XueliangError ? error : ofFastify(error);
    const { http } = ERRORS[known.code];
    if (http >= 500) request.log.error({ err: error }, 'fault');
    metrics.refused(known.code);
    reply.code(http).header('cache-control', 'no-store');
    const shown = told(known);
    if (request.routeOptions.url === '/graphql') return reply.send({ errors: [shown] });
    return reply.type('text/plain; charset=utf-8').send(`${shown.message} (${known.code})\n`);
  });
}

const OF_FASTIFY: Readonly<Record<string, ErrorCode>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'LIMIT_BODY',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'REQUEST_MEDIA_TYPE',
};

function ofFastify(error: FastifyError): XueliangError {
  const status = error.statusCode ?? 500;
  const code = OF_FASTIFY[error.code] ?? (status < 500 ? 'REQUEST_MALFORMED' : 'INTERNAL');
  return new XueliangError(code, status < 500 ? error.message : 'something went wrong here', { cause: error });
}

function startPage(app: FastifyInstance, store: Store): void {
  const projections = new Projections(store);
  const read = () => stats(undefined, {}, { graph: new Graph(store), projections }) as Promise<PageStats>;
  app.get<{ Querystring: { lang?: string } }>('/', async (request, reply) => {
    const lang = languageOf(request.query.lang, request.headers['accept-language']);
    const page = renderPage(await read(), lang, `${request.protocol}://${request.host}`);
    return reply.headers(PAGE_HEADERS).type('text/html; charset=utf-8').send(page);
  });
  app.get('/page.css', (_, reply) => reply.headers(PAGE_HEADERS).type('text/css').send(pageStyle()));
  app.get('/page.js', (_, reply) => reply.headers(PAGE_HEADERS).type('text/javascript').send(pageFile('page.js')));
  app.get('/page.json', (_, reply) => reply.headers(PAGE_HEADERS).send(pageData()));
}

async function listen(app: FastifyInstance, host: string, port: number): Promise<string> {
  try {
    return await app.listen({ host, port });
  } catch (cause) {
    await app.close();
    const { code } = cause as { code?: string };
    if (code === 'EADDRINUSE') {
      throw new XueliangError('USAGE', `port ${port} on ${host} is taken; choose another with --port`, { cause });
    }
    throw new XueliangError('USAGE', `cannot listen on ${host}, port ${port}: ${(cause as Error).message}`, { cause });
  }
}

/** Takes no more, finishes what is being answered, and hangs up on who is not done by then. */
async function closeWithin(app: FastifyInstance, seconds: number): Promise<void> {
  const timer = setTimeout(() => app.server.closeAllConnections(), 1000 * seconds);
  try {
    await app.close();
  } finally {
    clearTimeout(timer);
  }
}
