import { isIP } from 'node:net';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { XueliangError } from '../errors.ts';

/** Which names the server answers to beside localhost and plain addresses, and pages of which sites may ask it. */
export interface Openness {
  readonly allowedHosts: readonly string[];
  /** `https://example.org`, or `*` for all. */
  readonly allowedOrigins: readonly string[];
}

const PREFLIGHT: Readonly<Record<string, string>> = {
  'access-control-allow-methods': 'GET, POST',
  'access-control-allow-headers': 'content-type, authorization, apollo-require-preflight, x-request-id',
  'access-control-max-age': '600',
};

/** A name, or an IPv6 address in brackets, and a port perhaps: nothing else that a URL could hold. */
const HOST = /^(?:\[([\da-f:.]+)\]|([\w.-]+))(?::\d{1,5})?$/i;

/**
 * Answers to its own names only, for a page of another site whose name was made to point here must not read answers; and of
 * pages only to its own and those of allowed sites (CORS). @throws REQUEST_HOST, REQUEST_ORIGIN from its hook.
 */
export function openTo(app: FastifyInstance, { allowedHosts, allowedOrigins }: Openness): void {
  const hosts = new Set(allowedHosts.map((name) => name.toLowerCase()));
  app.addHook('onRequest', async (request, reply) => {
    refuseStrangeHost(request, hosts);
    const { origin } = request.headers;
    if (origin === undefined || isOwn(request, origin)) return;
    if (!allowedOrigins.includes('*') && !allowedOrigins.includes(origin)) {
      throw new XueliangError('REQUEST_ORIGIN', 'pages of that site may not ask here');
    }
    return share(request, reply, origin);
  });
}

function refuseStrangeHost(request: FastifyRequest, hosts: ReadonlySet<string>): void {
  const [, address, plain] = HOST.exec(request.host) ?? [];
  const name = (address ?? plain ?? '').toLowerCase();
  if (name === 'localhost' || isIP(name) !== 0 || hosts.has(name)) return;
  throw new XueliangError('REQUEST_HOST', 'this server does not answer to that name');
}

function isOwn(request: FastifyRequest, origin: string): boolean {
  return URL.canParse(origin) && new URL(origin).host === request.host.toLowerCase();
}

/** Lets a page of an allowed site read the answer; what it asks beforehand is answered here. */
async function share(request: FastifyRequest, reply: FastifyReply, origin: string): Promise<unknown> {
  reply.headers({
    'access-control-allow-origin': origin,
    'cross-origin-resource-policy': 'cross-origin',
    vary: 'origin',
  });
  reply.header('access-control-expose-headers', 'retry-after, x-request-id');
  if (request.method !== 'OPTIONS') return undefined;
  return reply.headers(PREFLIGHT).code(204).send();
}
