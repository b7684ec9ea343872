import { writeFileSync } from 'node:fs';
import { XueliangError } from '../errors.ts';
import { line, type Terminal } from './command.ts';

/** Writes a text to the file that the user named, and says so. @throws OUTPUT_UNWRITABLE */
export function saveText(file: string, text: string, { stderr }: Terminal): void {
  try {
    writeFileSync(file, text);
  } catch (cause) {
    throw new XueliangError('OUTPUT_UNWRITABLE', 'cannot write here', { location: { file }, cause });
  }
  line(stderr, `written to ${file}`);
}
