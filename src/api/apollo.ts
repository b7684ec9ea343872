import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyBaseLogger, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import { XueliangError } from '../errors.ts';
import type { Bounds } from './bounds.ts';
import type { Clients } from './clients.ts';
import type { Context } from './context.ts';
import { causeOf, formatError, statusOf } from './errors.ts';
import { checkLimits } from './limits.ts';
import type { Metrics } from './metrics.ts';
import { RESOLVERS } from './resolvers.ts';
import { typeDefs } from './schema.ts';
import { fieldsIn } from './selected.ts';

/** What answering GraphQL needs of the server. */
export interface Answering {
  readonly bounds: Bounds;
  readonly clients: Clients;
  readonly metrics: Metrics;
  /** What the resolvers of one request share. */
  readonly context: (request: FastifyRequest, reply: FastifyReply) => Context;
}

/** The log of each request under way, which holds its id; Apollo copies the context, but not what is in it. */
type Logs = WeakMap<Context['graph'], FastifyBaseLogger>;

/** GraphQL over HTTP on /graphql: one operation a request, POST, or GET for what only reads. */
export async function graphqlRoute(app: FastifyInstance, answering: Answering): Promise<void> {
  const { clients, context } = answering;
  const logs: Logs = new WeakMap();
  const apollo = apolloServer(answering, app.log, logs);
  await apollo.start();
  const handle = fastifyApolloHandler(apollo, {
    context: async (request, reply) => {
      const made = context(request, reply);
      logs.set(made.graph, request.log);
      return made;
    },
  });
  app.route({
    method: ['GET', 'POST'],
    url: '/graphql',
    handler: (request, reply) => {
      if (Array.isArray(request.body)) throw new XueliangError('LIMIT_BATCH', 'one request holds one operation');
      reply.header('cache-control', 'no-store');
      return clients.answer(request, reply, async () => handle.call(app, request as never, reply as never));
    },
  });
  app.addHook('onClose', () => apollo.stop());
}

/** What Apollo brings by itself: a page, and looking at each field for how long it may be kept, when nothing may. */
const NOT_OURS = [ApolloServerPluginLandingPageDisabled(), ApolloServerPluginCacheControlDisabled()];

function apolloServer({ bounds, metrics }: Answering, log: FastifyBaseLogger, logs: Logs): ApolloServer<Context> {
  return new ApolloServer<Context>({
    typeDefs,
    resolvers: RESOLVERS as never,
    formatError,
    logger: log,
    plugins: [...NOT_OURS, limits(bounds), statuses(), counted(metrics), faults(logs)],
    csrfPrevention: true,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    persistedQueries: false,
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: bounds.tokens },
    maxRecursiveSelections: bounds.selections,
  });
}

function limits(bounds: Bounds): ApolloServerPlugin<Context> {
  return {
    requestDidStart: async () => ({
      didResolveOperation: async ({ schema, document, operation, contextValue, request: { variables = {} } }) => {
        if (operation) checkLimits({ schema, document, operation, variables }, bounds);
        contextValue.graph.ask(fieldsIn(document));
      },
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

/** Counts and times operations, by name; a document that is not parsed was known. */
function counted(metrics: Metrics): ApolloServerPlugin<Context> {
  return {
    requestDidStart: async () => {
      const began = performance.now();
      let known = true;
      return {
        parsingDidStart: async () => {
          known = false;
        },
        willSendResponse: async ({ operationName, response: { body } }) => {
          const errors = body.kind === 'single' ? (body.singleResult.errors ?? []) : [];
          for (const { extensions } of errors) {
            if (statusOf(extensions?.code) !== undefined) metrics.refused(String(extensions?.code));
          }
          const seconds = (performance.now() - began) / 1000;
          metrics.operation(operationName, errors.length === 0 ? 'ok' : 'errors', seconds, known);
        },
      };
    },
  };
}

/** What went wrong on our side is logged, for the client is not told. */
function faults(logs: Logs): ApolloServerPlugin<Context> {
  return {
    requestDidStart: async ({ contextValue }) => ({
      didEncounterErrors: async ({ errors }) => {
        for (const error of errors) {
          const cause = causeOf(error);
          if (cause instanceof GraphQLError || (statusOf((cause as XueliangError).code) ?? 500) < 500) continue;
          logs.get(contextValue.graph)?.error({ err: cause }, 'fault');
        }
      },
    }),
  };
}
