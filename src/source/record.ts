import { createHash } from 'node:crypto';
import { XueliangError } from '../errors.ts';
import { ARTICLE_LIMIT } from './limit.ts';
import type { MediaType, Source } from './source.ts';

/** Which field of the records holds `text`, `title`, `date`, `outlet`, `url`: Xueliang's name → theirs. */
export type Fields = Readonly<Record<string, string>>;

/** A source of these bytes. */
export function sourceOf(uri: string, mediaType: MediaType, bytes: Uint8Array): Source {
  return { uri, mediaType, bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
}

/** One record as a source: its JSON, the mapped fields under Xueliang's names. */
export function recordSource(
  record: Readonly<Record<string, unknown>>,
  fields: Fields,
  file: string,
  line: number,
): Source | XueliangError {
  const bytes = Buffer.from(JSON.stringify(renamed(record, fields)), 'utf8');
  return bytes.length > ARTICLE_LIMIT
    ? recordTooLarge(file, line)
    : sourceOf(`${file}#${line}`, 'application/json', bytes);
}

function renamed(record: Readonly<Record<string, unknown>>, fields: Fields): Record<string, unknown> {
  const theirs = new Map(Object.entries(fields).map(([ours, name]) => [name, ours]));
  const entries = Object.entries(record).map(
    ([name, value]) => [theirs.get(name) ?? name, value, theirs.has(name)] as const,
  );
  const mapped = new Set(entries.filter(([, , isMapped]) => isMapped).map(([name]) => name));
  return Object.fromEntries(
    entries.filter(([name, , isMapped]) => isMapped || !mapped.has(name)).map(([name, value]) => [name, value]),
  );
}

/** A line or row that is no record, in its place. */
export function malformed(file: string, line: number, reason: string): XueliangError {
  return new XueliangError('RECORD_MALFORMED', `not a record: ${reason}`, { location: { file, line } });
}

/** A record beyond the limit of one article, in its place. */
export function recordTooLarge(file: string, line: number): XueliangError {
  return new XueliangError('SOURCE_TOO_LARGE', 'this record is larger than 20 MB', { location: { file, line } });
}
