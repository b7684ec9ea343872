import type { Socket } from 'node:net';
import { deserialize, serialize } from 'node:v8';

const PREFIX = 4;

/**
 * Messages over a local socket: four bytes of length, then V8's own serialisation, which keeps bigints. Both ends are
 * processes of one user and one version: the socket is theirs alone.
 */
export class Wire {
  readonly socket: Socket;
  #parts: Buffer[] = [];
  #size = 0;

  constructor(socket: Socket, onMessage: (message: unknown) => void) {
    this.socket = socket;
    socket.on('data', (data) => this.#take(data, onMessage));
    socket.on('error', () => socket.destroy());
  }

  send(message: unknown): void {
    if (this.socket.destroyed) return;
    const body = serialize(message);
    const head = Buffer.alloc(PREFIX);
    head.writeUInt32BE(body.length);
    this.socket.write(Buffer.concat([head, body]));
  }

  #take(data: Buffer, onMessage: (message: unknown) => void): void {
    this.#parts.push(data);
    this.#size += data.length;
    for (;;) {
      const message = this.#next();
      if (message === null) return;
      onMessage(deserialize(message));
    }
  }

  #next(): Buffer | null {
    if (this.#size < PREFIX) return null;
    const all = this.#parts.length === 1 ? (this.#parts[0] as Buffer) : Buffer.concat(this.#parts);
    this.#parts = [all];
    const end = PREFIX + all.readUInt32BE(0);
    if (all.length < end) return null;
    this.#parts = [all.subarray(end)];
    this.#size = all.length - end;
    return all.subarray(PREFIX, end);
  }
}
