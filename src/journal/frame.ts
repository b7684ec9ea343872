import { createHash } from 'node:crypto';

/**
 * One entry on disk is one line: eight hexadecimal digits for the bytes of its body, a blank, the body's SHA-256 (hex), a
 * blank, the body (JSON in UTF-8, so without a line end), a line end. A person can read it, and a reader that meets
 * damage can find the next whole line.
 */
export interface Frame {
  /** Bytes from the start of the segment. */
  readonly offset: number;
  /** Where the next frame begins. */
  readonly end: number;
  readonly sha256: string;
  readonly body: string;
}

/** Bytes of a segment that are no whole entry. */
export interface Gap {
  readonly offset: number;
  readonly end: number;
}

const LINE_END = 0x0a;
const LENGTH_DIGITS = 8;
const HEAD = LENGTH_DIGITS + 1 + 64 + 1;

/** The hash that the frame of a body carries. */
export function hashOf(body: string | Uint8Array): string {
  return createHash('sha256').update(body).digest('hex');
}

/** The frame of a body, as bytes. */
export function frame(body: string): Buffer {
  const bytes = Buffer.from(body, 'utf8');
  const length = bytes.length.toString(16).padStart(LENGTH_DIGITS, '0');
  return Buffer.concat([Buffer.from(`${length} ${hashOf(bytes)} `, 'latin1'), bytes, Buffer.from('\n', 'latin1')]);
}

/** All whole entries of a segment, and what lies between them. */
export function* frames(segment: Buffer): Generator<Frame | Gap> {
  let gap = -1;
  for (let at = 0; at < segment.length; ) {
    const found = frameAt(segment, at);
    if (found !== null) {
      if (gap >= 0) yield { offset: gap, end: at };
      gap = -1;
      yield found;
      at = found.end;
      continue;
    }
    if (gap < 0) gap = at;
    const next = segment.indexOf(LINE_END, at);
    at = next < 0 ? segment.length : next + 1;
  }
  if (gap >= 0) yield { offset: gap, end: segment.length };
}

function frameAt(segment: Buffer, offset: number): Frame | null {
  const head = segment.toString('latin1', offset, offset + HEAD);
  if (!/^[0-9a-f]{8} [0-9a-f]{64} $/.test(head)) return null;
  const start = offset + HEAD;
  const stop = start + Number.parseInt(head, 16);
  if (segment[stop] !== LINE_END) return null;
  const bytes = segment.subarray(start, stop);
  const sha256 = head.slice(LENGTH_DIGITS + 1, HEAD - 1);
  if (hashOf(bytes) !== sha256) return null;
  return { offset, end: stop + 1, sha256, body: bytes.toString('utf8') };
}
