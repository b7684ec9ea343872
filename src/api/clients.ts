import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { XueliangError } from '../errors.ts';
import type { Bounds } from './bounds.ts';

/** Those who watch over the server are not to be turned away. */
const UNCOUNTED = new Set(['/healthz', '/readyz', '/metrics']);
/** Clients whose requests are counted at a time; the one that has been silent longest is forgotten first. */
const REMEMBERED = 20_000;

/** Counts what each client asks; a client is an address, or a /64 of IPv6. */
export class Clients {
  readonly #bounds: Bounds;
  readonly #names = new WeakMap<FastifyRequest, string>();
  readonly #answering = new Map<string, number>();
  #all = 0;

  constructor(bounds: Bounds) {
    this.#bounds = bounds;
  }

  /** Refuses, with a 429 that says when to come again, who sends more in a minute than allowed. */
  async limitRate(app: FastifyInstance): Promise<void> {
    const { rate } = this.#bounds;
    await app.register(rateLimit, { global: false, max: Math.max(1, rate), timeWindow: 60_000, cache: REMEMBERED });
    const count = app.createRateLimit();
    app.addHook('onRequest', async (request, reply) => {
      if (UNCOUNTED.has(request.routeOptions.url ?? '')) return;
      const seen = await count(request);
      this.#names.set(request, seen.key);
      if (rate === 0 || seen.isAllowed || !seen.isExceeded) return;
      reply.header('retry-after', seen.ttlInSeconds);
      throw new XueliangError(
        'LIMIT_RATE',
        `more than ${rate} requests in a minute; ask again in ${seen.ttlInSeconds} s`,
      );
    });
  }

  /** Does the work of one answer, unless this client or all together have as many under way as allowed. */
  async answer<T>(request: FastifyRequest, reply: FastifyReply, work: () => Promise<T>): Promise<T> {
    const name = this.#names.get(request) ?? request.ip;
    const mine = this.#answering.get(name) ?? 0;
    this.#refuse(reply, mine, this.#bounds.concurrent, 'requests of this client are being answered');
    this.#refuse(reply, this.#all, this.#bounds.busy, 'requests are being answered');
    this.#answering.set(name, mine + 1);
    this.#all += 1;
    try {
      return await work();
    } finally {
      this.#all -= 1;
      const left = (this.#answering.get(name) ?? 1) - 1;
      if (left === 0) this.#answering.delete(name);
      else this.#answering.set(name, left);
    }
  }

  /** How many requests are being answered. */
  get answering(): number {
    return this.#all;
  }

  #refuse(reply: FastifyReply, now: number, most: number, of: string): void {
    if (now < most) return;
    reply.header('retry-after', 1);
    throw new XueliangError('LIMIT_CONCURRENT', `${now} ${of}, as many as are allowed`);
  }
}
