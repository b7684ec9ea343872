import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { FastifyInstance, FastifyRequest, FastifyServerOptions } from 'fastify';

/** Levels of the log: each shows what is as bad or worse. */
export const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;

/** What is logged, and where to. */
export interface LogOptions {
  readonly level: (typeof LOG_LEVELS)[number];
  readonly stream: NodeJS.WritableStream;
  /** Logs documents and variables too, which may say what a user looks for. */
  readonly queries?: boolean;
}

/** What others say of a request's id is kept if it can do no harm in a log. */
const HARMLESS_ID = /^[\w.-]{1,64}$/;
/** Clients are told apart in the log of one run, and by nobody else. */
const KEY = randomBytes(16);

/** Fastify's options for one JSON line an event; nothing without `log`. */
export function loggerOptions(log: LogOptions | undefined): FastifyServerOptions {
  if (log === undefined || log.level === 'silent') return { genReqId, logger: false };
  const { level, stream } = log;
  const formatters = { level: (label: string) => ({ level: label }) };
  const timestamp = () => `,"time":"${new Date().toISOString()}"`;
  return { genReqId, logger: { level, stream, base: null, formatters, timestamp, serializers: { err: told } } };
}

/** Logs every answer: what was asked for by its declared path, never by its address, and who asked by a mark that changes. */
export function logAnswers(app: FastifyInstance, log: LogOptions | undefined): void {
  app.addHook('onRequest', async (request, reply) => void reply.header('x-request-id', request.id));
  if ((log?.level ?? 'silent') === 'silent') return;
  app.addHook('onResponse', async (request, reply) => {
    const { method, routeOptions } = request;
    const route = routeOptions.url ?? 'none';
    const ms = Math.round(10 * reply.elapsedTime) / 10;
    const line = { method, route, status: reply.statusCode, ms, client: markOf(request.ip) };
    request.log.info(log?.queries === true ? { ...line, asked: askedOf(request) } : line, 'answered');
  });
}

function genReqId({ headers }: IncomingMessage): string {
  const given = headers['x-request-id'];
  return typeof given === 'string' && HARMLESS_ID.test(given) ? given : randomUUID();
}

/** A client in the log: not its address, but the same for all that it asks. */
function markOf(address: string): string {
  return createHmac('sha256', KEY).update(address).digest('hex').slice(0, 8);
}

function askedOf({ body, query }: FastifyRequest): unknown {
  const { query: document, variables } = (body ?? query ?? {}) as { query?: unknown; variables?: unknown };
  return { document, variables };
}

interface LoggedError {
  readonly type: string;
  readonly message: string;
  readonly stack: string;
  readonly cause?: LoggedError;
  readonly [other: string]: unknown;
}

/** An error as it stands in the log, with what caused it. */
function told({ name, message, stack = '', cause }: Error): LoggedError {
  return { type: name, message, stack, ...(cause instanceof Error ? { cause: told(cause) } : {}) };
}
