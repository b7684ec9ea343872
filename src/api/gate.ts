import { createHash, timingSafeEqual } from 'node:crypto';
import { XueliangError } from '../errors.ts';

/** How long the first wrong token keeps a client waiting, and how long any: it doubles each time. */
const FIRST_MS = 200;
const LONGEST_MS = 60_000;
/** After so long without a wrong one all is forgotten; of more clients than these the earliest is. */
const FORGOTTEN_MS = 15 * 60_000;
const REMEMBERED = 10_000;
const SHORTEST = 16;

interface Mistakes {
  readonly count: number;
  readonly last: number;
  readonly until: number;
}

/**
 * Lets through who bears the token. Tokens are compared by their hashes in constant time; after a wrong one a client's next is
 * not looked at before ever longer has gone by, so that nothing is held open for who guesses.
 */
export class Gate {
  readonly #hash: Buffer;
  readonly #now: () => number;
  readonly #mistakes = new Map<string, Mistakes>();

  /** @throws USAGE for a token that is too short to keep anybody out. */
  constructor(token: string, now: () => number = Date.now) {
    if (token.length < SHORTEST) {
      throw new XueliangError(
        'USAGE',
        `XUELIANG_WRITE_TOKEN needs ${SHORTEST} characters or more: openssl rand -hex 32`,
      );
    }
    this.#hash = hashOf(token);
    this.#now = now;
  }

  /** @throws WRITE_WAIT for a client that has to wait, WRITE_TOKEN for a missing or wrong token. */
  admit(authorization: string | undefined, address: string): void {
    const client = networkOf(address);
    const before = this.#mistakesOf(client);
    const wait = (before?.until ?? 0) - this.#now();
    if (wait > 0) {
      throw new XueliangError(
        'WRITE_WAIT',
        `wrong tokens came from this client; ask again in ${Math.ceil(wait / 1000)} s`,
      );
    }
    const given = /^Bearer ([\x21-\x7e]+)$/i.exec(authorization ?? '')?.[1];
    // Who sends none guesses nothing.
    if (given === undefined) throw new XueliangError('WRITE_TOKEN', 'writing needs a token');
    if (timingSafeEqual(hashOf(given), this.#hash)) {
      this.#mistakes.delete(client);
      return;
    }
    this.#remember(client, (before?.count ?? 0) + 1);
    throw new XueliangError('WRITE_TOKEN', 'this is not the token');
  }

  #mistakesOf(client: string): Mistakes | undefined {
    const known = this.#mistakes.get(client);
    return known !== undefined && this.#now() - known.last < FORGOTTEN_MS ? known : undefined;
  }

  #remember(client: string, count: number): void {
    const last = this.#now();
    this.#mistakes.delete(client);
    this.#mistakes.set(client, { count, last, until: last + Math.min(LONGEST_MS, FIRST_MS * 2 ** (count - 1)) });
    const [earliest] = this.#mistakes.keys();
    if (this.#mistakes.size > REMEMBERED && earliest !== undefined) this.#mistakes.delete(earliest);
  }
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** An address; of IPv6 its /64, which one client has whole. */
function networkOf(address: string): string {
  return address.includes(':') && !address.includes('.') ? address.split(':').slice(0, 4).join(':') : address;
}
