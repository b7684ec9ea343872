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
export interface Proxy {
  readonly port: number;
  /** What the client has sent, since `listen` was last emptied: for tests that look at what goes over the line. */
  readonly sent: Buffer[];
  be(mood: Mood): void;
  /** Cuts every connection once, after so many more bytes (both ways together). */
  cutAfter(bytes: number): void;
  /** How often `cutAfter` has cut. */
  cuts(): number;
  /** Leads elsewhere from now on. */
  to(port: number): void;
  close(): Promise<void>;
}

interface Pair {
  readonly client: Socket;
  readonly upstream: Socket;
}

export async function startProxy(target: number): Promise<Proxy> {
  let port = target;
  let mood: Mood = { kind: 'pass' };
  let left: number | null = null;
  let cuts = 0;
  const sent: Buffer[] = [];
  const pairs = new Set<Pair>();
  const held: (() => void)[] = [];

  const cut = () => {
    for (const { client, upstream } of pairs) {
      client.destroy();
      upstream.destroy();
    }
    pairs.clear();
  };
  const pass = (to: Socket, data: Buffer) => {
    if (left !== null) left -= data.length;
    if (left !== null && left <= 0) {
      left = null;
      cuts += 1;
      return cut();
    }
    const write = () => void (to.destroyed || to.write(data));
    if (mood.kind === 'stall') held.push(write);
    else if (mood.kind === 'delay') setTimeout(write, mood.by);
    else write();
  };
  const server = createServer((client) => {
    if (mood.kind === 'refuse') return void client.destroy();
    const upstream = connect(port, '127.0.0.1');
    const pair = { client, upstream };
    pairs.add(pair);
    client.on('data', (data) => {
      sent.push(data);
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
        if (mood.kind === 'stall') held.push(() => other.destroy());
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
      if (mood.kind === 'refuse') cut();
      if (mood.kind !== 'stall') for (const release of held.splice(0)) release();
    },
    cutAfter(bytes) {
      left = bytes;
    },
    cuts: () => cuts,
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
