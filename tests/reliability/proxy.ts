import { connect, createServer, type Socket } from 'node:net';

/** What a way to a server does with what it is given. */
export type Mood =
  | { readonly kind: 'pass' }
  /** Nobody listens any more, and what was open is cut. */
  | { readonly kind: 'refuse' }
  /** Connections stay open, and nothing comes or goes. */
  | { readonly kind: 'stall' }
  /** Every piece comes so many milliseconds late. */
  | { readonly kind: 'delay'; readonly by: number };

/** A way to a server on 127.0.0.1 that can break as networks do. */
export interface Way {
  readonly port: number;
  /** What the client has sent, since `listen` was last emptied: for tests that look at what goes over the line. */
  readonly sent: Buffer[];
  be(mood: Mood): void;
  /** Cuts every connection once, after so many more bytes (both ways together). */
  cutAfter(bytes: number): void;
  /** How often `cutAfter` has cut. */
  cuts(): number;
  /** Holds back, until `be`, the next commit that a client sends, and what follows it on that connection alone. */
  holdCommit(): void;
  /** Whether it holds one. */
  holds(): boolean;
  /** Bytes that went either way, and connections that were made, so far. */
  seen(): { readonly bytes: number; readonly connections: number };
  /** Leads elsewhere from now on. */
  to(port: number): void;
  close(): Promise<void>;
}

interface Pair {
  readonly client: Socket;
  readonly upstream: Socket;
}

const COMMIT = Buffer.from([0x00, 0x02, 0xb0, 0x12, 0x00, 0x00]);

/** Starts one on a free port. */
export async function startProxy(target: number): Promise<Way> {
  let port = target;
  let mood: Mood = { kind: 'pass' };
  let left: number | null = null;
  let cuts = 0;
  const sent: Buffer[] = [];
  const pairs = new Set<Pair>();
  const held: (() => void)[] = [];
  let waiting = false;
  let stuck: Socket | null = null;
  let bytes = 0;
  let connections = 0;

  const cut = () => {
    for (const { client, upstream } of pairs) {
      client.destroy();
      upstream.destroy();
    }
    pairs.clear();
  };
  const pass = (to: Socket, data: Buffer) => {
    bytes += data.length;
    if (left !== null) left -= data.length;
    if (left !== null && left <= 0) {
      left = null;
      cuts += 1;
      return cut();
    }
    const write = () => void (to.destroyed || to.write(data));
    if (mood.kind === 'stall' || to === stuck) held.push(write);
    else if (mood.kind === 'delay') setTimeout(write, mood.by);
    else write();
  };
  const server = createServer((client) => {
    if (mood.kind === 'refuse') return void client.destroy();
    connections += 1;
    const upstream = connect(port, '127.0.0.1');
    const pair = { client, upstream };
    pairs.add(pair);
    client.on('data', (data) => {
      sent.push(data);
      if (waiting && data.includes(COMMIT)) {
        waiting = false;
        stuck = upstream;
      }
      pass(upstream, data);
    });
    upstream.on('data', (data) => pass(client, data));
    for (const [one, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      one.on('error', () => other.destroy());
      one.on('close', () => {
        pairs.delete(pair);
        if (mood.kind === 'stall' || stuck === upstream) held.push(() => other.end());
        else other.destroy();
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    sent,
    be(next) {
      mood = next;
      stuck = null;
      if (mood.kind === 'refuse') cut();
      if (mood.kind !== 'stall') for (const release of held.splice(0)) release();
    },
    cutAfter(bytes) {
      left = bytes;
    },
    cuts: () => cuts,
    holdCommit() {
      waiting = true;
    },
    holds: () => stuck !== null,
    seen: () => ({ bytes, connections }),
    to(next) {
      port = next;
    },
    close: () =>
      new Promise((resolve) => {
        cut();
        server.close(() => resolve());
      }),
  };
}
