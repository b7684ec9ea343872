import { isIP } from 'node:net';
import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import fastifyApollo, { fastifyApolloDrainPlugin } from '@as-integrations/fastify';
import Fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import { ERRORS, XueliangError } from '../errors.ts';
import { Projections } from '../store/projection.ts';
import type { Store } from '../store/store.ts';
import type { Context } from './context.ts';
import { formatError, statusOf } from './errors.ts';
import { Graph } from './graph.ts';
import { checkLimits, LIMITS } from './limits.ts';
import { languageOf, PAGE_HEADERS, type PageStats, pageData, pageFile, pageStyle, renderPage } from './page.ts';
import { stats } from './resolvers/stats.ts';
import { RESOLVERS } from './resolvers.ts';
import { typeDefs } from './schema.ts';
import { Writing, type WritingOptions } from './writing.ts';

/** Where the API listens, and which names it answers to beside localhost and plain addresses. */
export interface ServeOptions {
  readonly host?: string;
  /** 0 takes any free port. */
  readonly port?: number;
  readonly allowedHosts?: readonly string[];
  /** Who bears the token may write into the archive; nobody may where it is left out. */
  readonly writing?: WritingOptions;
}

/** A running API; `close` waits for requests under way, and leaves the store open. */
export interface Served {
  readonly url: string;
  close(): Promise<void>;
}

/** Serves GraphQL on /graphql, the start page on / and /healthz; @throws USAGE when the port is taken. */
export async function serve(store: Store, options: ServeOptions = {}): Promise<Served> {
  const { host = '127.0.0.1', port = 4000, allowedHosts = [] } = options;
  const app = Fastify({ bodyLimit: LIMITS.bytes });
  const apollo = apolloServer(app);
  await apollo.start();
  refuseStrangeHosts(app, allowedHosts);
  app.setErrorHandler((error, _, reply) => {
    if (!(error instanceof XueliangError)) return reply.send(error);
    return reply.code(ERRORS[error.code].http).type('text/plain').send(`${error.message} (${error.code})\n`);
  });
  const projections = new Projections(store);
  const writing = options.writing === undefined ? null : new Writing(options.writing);
  const context = async (request: FastifyRequest) => ({
    graph: new Graph(store),
    projections,
    ...(writing === null ? {} : { writing: writing.visit(request.headers.authorization, request.ip) }),
  });
  await app.register(fastifyApollo(apollo), { path: '/graphql', context });
  startPage(app, store);
  return { url: await listen(app, host, port), close: () => closed(app, writing) };
}

/** What is being written is finished up to the article at hand: whoever closes the store comes after. */
async function closed(app: FastifyInstance, writing: Writing | null): Promise<void> {
  await Promise.all([app.close(), writing?.close()]);
}

function apolloServer(app: FastifyInstance): ApolloServer<Context> {
  return new ApolloServer<Context>({
    typeDefs,
    resolvers: RESOLVERS as never,
    formatError,
    plugins: [ApolloServerPluginLandingPageDisabled(), fastifyApolloDrainPlugin(app), limits(), statuses()],
    csrfPrevention: true,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    persistedQueries: false,
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: LIMITS.tokens },
    maxRecursiveSelections: 2000,
  });
}

function limits(): ApolloServerPlugin<Context> {
  return {
    requestDidStart: async () => ({
      didResolveOperation: async ({ document, operation, request }) =>
        operation && checkLimits(document, operation, request.variables ?? {}),
    }),
  };
}

/** An answer in which nothing could be given bears the status of why. */
function statuses(): ApolloServerPlugin<Context> {
  return {
    requestDidStart: async () => ({
      willSendResponse: async ({ response: { body, http } }) => {
        if (body.kind !== 'single' || Object.values(body.singleResult.data ?? {}).some((part) => part !== null)) return;
        const status = statusOf(body.singleResult.errors?.[0]?.extensions?.code);
        if (status !== undefined) http.status = status;
      },
    }),
  };
}

/** A page of another site whose name was made to point here must not read the answers. */
function refuseStrangeHosts(app: FastifyInstance, allowed: readonly string[]): void {
  app.addHook('onRequest', async (request, reply) => {
    const name = request.hostname.replace(/^\[|\]$/g, '').toLowerCase();
    if (name === 'localhost' || isIP(name) !== 0 || allowed.includes(name)) return;
    await reply.code(421).type('text/plain').send('This server does not answer to that name; see --allow-host.\n');
  });
}

function startPage(app: FastifyInstance, store: Store): void {
  const projections = new Projections(store);
  const read = () => stats(undefined, {}, { graph: new Graph(store), projections }) as Promise<PageStats>;
  app.get<{ Querystring: { lang?: string } }>('/', async (request, reply) => {
    const lang = languageOf(request.query.lang, request.headers['accept-language']);
    const page = renderPage(await read(), lang, `http://${request.host}`);
    return reply.headers(PAGE_HEADERS).type('text/html; charset=utf-8').send(page);
  });
  app.get('/page.css', (_, reply) => reply.headers(PAGE_HEADERS).type('text/css').send(pageStyle()));
  app.get('/page.js', (_, reply) => reply.headers(PAGE_HEADERS).type('text/javascript').send(pageFile('page.js')));
  app.get('/page.json', (_, reply) => reply.headers(PAGE_HEADERS).send(pageData()));
  app.get('/healthz', async (_, reply) => {
    const { articles } = await read();
    return reply.send({ status: 'ok', engine: store.engine, articles });
  });
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
