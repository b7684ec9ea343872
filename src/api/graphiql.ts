import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { XueliangError } from '../errors.ts';

/** What `npm run build` made of `graphiql/`; the same place seen from src/ and from dist/. */
const FOLDER = new URL('../../dist/graphiql/', import.meta.url);
const TYPES: Readonly<Record<string, string>> = {
  ...{
    '.html': 'text/html; charset=utf-8',
    '.js': 'text/javascript; charset=utf-8',
    '.css': 'text/css; charset=utf-8',
  },
  '.ttf': 'font/ttf',
};
/** Scripts and workers from here only; fonts stand in GraphiQL's style as data, and Monaco writes style elements, so both are let. */
const HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self' data:; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
};
const YEAR = 'public, max-age=31536000, immutable';

interface Asset {
  readonly type: string;
  readonly bytes: Buffer;
  /** Made when first asked for. */
  packed?: Promise<Buffer>;
}

const packed = promisify(gzip);

/** GraphiQL on /graphiql: only files that are there are served, by name, so that no address leads elsewhere. */
export function graphiqlRoutes(app: FastifyInstance): void {
  const assets = new Map<string, Asset>();
  app.get('/graphiql', (_, reply) => send(reply, assets, 'index.html'));
  app.get('/graphiql/', (_, reply) => send(reply, assets, 'index.html'));
  app.get<{ Params: { name: string } }>('/graphiql/assets/:name', (request, reply) => {
    reply.header('cache-control', YEAR);
    return send(reply, assets, `assets/${request.params.name}`);
  });
}

async function send(reply: FastifyReply, assets: Map<string, Asset>, path: string): Promise<unknown> {
  if (assets.size === 0) read(assets);
  const asset = assets.get(path);
  if (asset === undefined) throw new XueliangError('REQUEST_NOT_FOUND', 'no such file; npm run build makes GraphiQL');
  reply.headers(HEADERS).type(asset.type).header('vary', 'accept-encoding');
  if (!/\bgzip\b/.test(String(reply.request.headers['accept-encoding']))) return reply.send(asset.bytes);
  asset.packed ??= packed(asset.bytes);
  return reply.header('content-encoding', 'gzip').send(await asset.packed);
}

function read(assets: Map<string, Asset>): void {
  if (!existsSync(FOLDER)) return;
  for (const path of readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })) {
    const type = TYPES[extname(path)];
    if (type !== undefined)
      assets.set(path.replaceAll('\\', '/'), { type, bytes: readFileSync(new URL(path, FOLDER)) });
  }
}
