import type { XueliangError } from '../errors.ts';
import { ARTICLE_LIMIT } from './limit.ts';
import { type Fields, malformed, recordSource, recordTooLarge } from './record.ts';
import type { Source } from './source.ts';
import type { Bytes } from './stream.ts';

interface ByteLine {
  readonly number: number;
  /** Null when the line is longer than an article may be. */
  readonly bytes: Uint8Array | null;
}

/** Reads one article per line; a line that is no JSON object is an error with its number, and the rest goes on. */
export async function* readJsonLines(
  bytes: Bytes,
  file: string,
  fields: Fields,
): AsyncGenerator<Source | XueliangError> {
  for await (const line of byteLines(bytes)) {
    if (line.bytes === null) yield recordTooLarge(file, line.number);
    else if (!isBlank(line.bytes)) yield readLine(line.bytes, line.number, file, fields);
  }
}

const isBlank = (bytes: Uint8Array): boolean => bytes.every((b) => b === 0x20 || b === 0x09 || b === 0x0d);

function readLine(bytes: Uint8Array, number: number, file: string, fields: Fields): Source | XueliangError {
  const text = decodeLine(bytes);
  if (text === null) return malformed(file, number, 'neither UTF-8 nor GB18030');
  let record: unknown;
  try {
    record = JSON.parse(text);
  } catch {
    return malformed(file, number, 'this line is no JSON');
  }
  const isObject = typeof record === 'object' && record !== null && !Array.isArray(record);
  return isObject
    ? recordSource(record as Record<string, unknown>, fields, file, number)
    : malformed(file, number, 'this line is no JSON object');
}

function decodeLine(bytes: Uint8Array): string | null {
  for (const label of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(label, { fatal: true }).decode(bytes);
    } catch {
      // The next character set may fit.
    }
  }
  return null;
}

/** Splits at line feeds; what is too long for an article is counted, not kept. */
async function* byteLines(bytes: Bytes): AsyncGenerator<ByteLine> {
  let parts: Uint8Array[] = [];
  let length = 0;
  let number = 1;
  const add = (part: Uint8Array) => {
    length += part.length;
    if (length <= ARTICLE_LIMIT) parts.push(part);
    else parts = [];
  };
  const take = (): ByteLine => {
    const line = { number: number++, bytes: length > ARTICLE_LIMIT ? null : Buffer.concat(parts) };
    parts = [];
    length = 0;
    return line;
  };
  for await (const chunk of bytes) {
    let from = 0;
    for (let at = chunk.indexOf(0x0a); at >= 0; at = chunk.indexOf(0x0a, from)) {
      add(chunk.subarray(from, at));
      yield take();
      from = at + 1;
    }
    add(chunk.subarray(from));
  }
  if (length > 0) yield take();
}
