import { XueliangError } from '../errors.ts';
import { dateFromField } from './date.ts';
import { FURNITURE } from './furniture.ts';
import { readHtml } from './html.ts';
import { type Known, readPlain } from './plain.ts';
import type { Read } from './read.ts';

const plainName = (name: string): string => name.toLowerCase().replace(/[\s_-]/g, '');

/**
 * Reads one record. `text` is its body field as decoded; where that field holds markup, the text is what the markup
 * shows, and `sourceOffsets` lead back into the field.
 * @throws XueliangError RECORD_MALFORMED when it is no object or has no body
 */
export function readRecord(json: string, uri: string): Read {
  const fields = parse(json, uri);
  const text = fieldOf(fields, 'text');
  if (text === null)
    throw malformed(uri, `no body: none of ${FURNITURE.recordFields.text.slice(0, 4).join(', ')} … is a text`);
  const known = knownOf(fields);
  if (/<(?:p|br|div|span|img|a)[\s/>]/i.test(text)) return readHtml(text, uri, known);
  return { text, ...readPlain(text, known) };
}

function parse(json: string, uri: string): Map<string, unknown> {
  let record: unknown;
  try {
    record = JSON.parse(json);
  } catch (cause) {
    throw malformed(uri, 'no JSON', cause);
  }
  if (typeof record !== 'object' || record === null || Array.isArray(record)) throw malformed(uri, 'no JSON object');
  return new Map(Object.entries(record).map(([name, value]) => [plainName(name), value]));
}

function malformed(file: string, reason: string, cause?: unknown): XueliangError {
  return new XueliangError('RECORD_MALFORMED', `not an article: ${reason}`, { location: { file }, cause });
}

/** The first alias that holds a text (or, for dates, a number). */
function fieldOf(fields: ReadonlyMap<string, unknown>, what: keyof typeof FURNITURE.recordFields): string | null {
  for (const alias of FURNITURE.recordFields[what]) {
    const value = fields.get(alias);
    if (typeof value === 'string' && value.trim() !== '') return what === 'text' ? value : value.trim();
    if (what === 'date' && typeof value === 'number') return String(value);
  }
  return null;
}

function knownOf(fields: ReadonlyMap<string, unknown>): Known {
  const date = dateFromField(fieldOf(fields, 'date'));
  return {
    title: fieldOf(fields, 'title'),
    outlet: fieldOf(fields, 'outlet'),
    url: fieldOf(fields, 'url'),
    publishedOn: date?.iso ?? null,
    publishedYear: date?.year ?? null,
  };
}
