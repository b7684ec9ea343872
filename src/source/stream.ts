import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { pipeline, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { ARTICLE_LIMIT } from './limit.ts';
import { HEAD_BYTES, isGzip } from './sniff.ts';

/** The bytes of a file as they come, decompressed. */
export type Bytes = AsyncIterable<Uint8Array>;

/** An opened file: its first bytes, and all of them (the first included) as a stream. */
export interface Opened {
  readonly head: Uint8Array;
  readonly bytes: Bytes;
  /** The size when it is known before reading, else null. */
  readonly size: number | null;
  readonly close: () => void;
}

/** Opens a file, gunzipping what gzip wrote whatever its name; throws what the file system throws. */
export async function open(path: string): Promise<Opened> {
  const size = (await stat(path)).size;
  const raw = createReadStream(path);
  const first = await peek(raw);
  if (!isGzip(first.head)) return { ...first, size, close: () => raw.destroy() };
  raw.destroy();
  const gunzip = createGunzip();
  const file = createReadStream(path);
  pipeline(file, gunzip, () => {});
  const close = () => {
    file.destroy();
    gunzip.destroy();
  };
  try {
    return { ...(await peek(gunzip)), size: null, close };
  } catch (error) {
    close();
    throw error;
  }
}

/** Reads the first bytes of a stream and gives them back in front of the rest. */
async function peek(stream: Readable): Promise<{ head: Uint8Array; bytes: Bytes }> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const rest = stream[Symbol.asyncIterator]();
  while (length < HEAD_BYTES) {
    const next = await rest.next();
    if (next.done === true) break;
    chunks.push(next.value);
    length += next.value.length;
  }
  return { head: Buffer.concat(chunks).subarray(0, HEAD_BYTES), bytes: chained(chunks, rest) };
}

async function* chained(chunks: readonly Uint8Array[], rest: AsyncIterator<Uint8Array>): Bytes {
  yield* chunks;
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
}

/** All bytes of one article, or null as soon as they are more than the limit. */
export async function readWhole(bytes: Bytes): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of bytes) {
    length += chunk.length;
    if (length > ARTICLE_LIMIT) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
