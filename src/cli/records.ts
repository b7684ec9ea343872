import { readFileSync } from 'node:fs';
import type { ExtractionRecord } from '../claim/claim.ts';
import { describe, XueliangError } from '../errors.ts';

/** The extraction records of a JSONL file, in its order. @throws SOURCE_NOT_FOUND, RECORD_MALFORMED with the line. */
export function recordsOf(file: string): ExtractionRecord[] {
  return parseRecords(readFile(file), file);
}

/** Records out of JSONL, blank lines left out. @throws RECORD_MALFORMED with `file` and the line. */
export function parseRecords(jsonl: string, file: string): ExtractionRecord[] {
  return jsonl.split('\n').flatMap((text, i) => (text.trim() === '' ? [] : [parse(text, file, i + 1)]));
}

function readFile(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new XueliangError('SOURCE_NOT_FOUND', 'there is no such file', { location: { file }, cause });
  }
}

function parse(text: string, file: string, line: number): ExtractionRecord {
  try {
    const record = JSON.parse(text) as ExtractionRecord;
    if (typeof record.article?.file === 'string' && Array.isArray(record.claims)) return record;
    throw new Error('this is no extraction record');
  } catch (cause) {
    throw new XueliangError('RECORD_MALFORMED', describe(cause), { location: { file, line }, cause });
  }
}
