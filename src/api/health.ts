import { BlockList, isIP } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { XueliangError } from '../errors.ts';
import { LABELS } from '../graph/schema.ts';
import { statement } from '../store/queries.ts';
import type { Store } from '../store/store.ts';
import type { Metrics } from './metrics.ts';

/** Why the server should get no requests for now, in a few words; null when it should. */
export type Readiness = () => Promise<string | null>;

/** Milliseconds that the store has to show that it is ready. */
const PATIENCE = 2000;
/** Words that no node holds, so that search has to go on to the full-text index. */
const NOWHERE = 'xueliang0readiness1probe';
/** Headers that a proxy adds: what came through one comes from elsewhere, whatever its address. */
const PROXIED = ['forwarded', 'via', 'x-forwarded-for', 'x-real-ip'];

/** What is served to those who watch over the server. */
export interface Watched {
  readonly store: Store;
  readonly metrics: Metrics;
  /** Addresses, or `10.0.0.0/8`, that may read the metrics beside this machine. */
  readonly metricsFor: readonly string[];
  /** Proxies are trusted to say who asks. */
  readonly behindProxy: boolean;
  readonly ready: Readiness;
}

/** /healthz: this process lives, whatever the store does. /readyz: questions can be answered. /metrics: for Prometheus. */
export function watchRoutes(app: FastifyInstance, watched: Watched): void {
  const { store, metrics } = watched;
  let probe: Promise<string | null> | undefined;
  let closing = false;
  app.addHook('preClose', async () => {
    closing = true;
  });
  app.get('/healthz', async () => ({ status: 'ok' }));
  app.get('/readyz', async (_, reply) => {
    // However many ask, the store is asked once at a time.
    probe ??= readiness(watched).finally(() => {
      probe = undefined;
    });
    const reason = closing ? 'the server is being stopped' : await probe;
    if (reason !== null) return reply.code(503).send({ status: 'not ready', reason });
    return { status: 'ready', engine: store.engine };
  });
  const allowed = addressList(watched.metricsFor);
  app.get('/metrics', async (request, reply) => {
    if (!mayWatch(request, allowed, watched.behindProxy)) {
      throw new XueliangError('REQUEST_FORBIDDEN', 'metrics are for this machine, and for whom --metrics-for names');
    }
    const { type, text } = await metrics.page();
    return reply.type(type).send(text);
  });
}

async function readiness({ store, ready }: Watched): Promise<string | null> {
  const late = wait(PATIENCE, `the store does not answer within ${PATIENCE / 1000} s`, { ref: false });
  const asked = ready().then((reason) => reason ?? answers(store));
  return Promise.race([asked, late]).catch((error) =>
    error instanceof XueliangError ? `the store does not answer (${error.code})` : 'the store does not answer',
  );
}

/** Reads a node, and the text index of every label that has one: a store without its schema fails here. */
async function answers(store: Store): Promise<null> {
  const searched = Object.entries(LABELS).filter(([, { search }]) => search !== null);
  const labels = searched.map(([label]) => label);
  await Promise.all([store.read(statement('journal')), store.search(NOWHERE, labels, 1)]);
  return null;
}

/** Loopback, and the addresses and ranges that are named; @throws USAGE for what is neither. */
export function addressList(named: readonly string[]): BlockList {
  const list = new BlockList();
  for (const range of ['127.0.0.0/8', '::1/128', ...named]) {
    const [address = '', bits = isIP(range) === 6 ? '128' : '32'] = range.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    if (isIP(address) === 0 || !/^\d{1,3}$/.test(bits) || Number(bits) > (family === 'ipv6' ? 128 : 32)) {
      throw new XueliangError('USAGE', `not an address or range, as in 10.0.0.0/8: ${range}`);
    }
    list.addSubnet(address, Number(bits), family);
  }
  return list;
}

function mayWatch({ ip, headers }: FastifyRequest, allowed: BlockList, behindProxy: boolean): boolean {
  if (!behindProxy && PROXIED.some((name) => name in headers)) return false;
  const address = ip.replace(/^::ffff:(?=\d+\.)/, '');
  return allowed.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
}
