import { existsSync } from 'node:fs';
import { describe, XueliangError } from '../errors.ts';
import { filesOf } from '../source/files.ts';
import type { SourceOptions } from '../source/read.ts';
import type { Summary } from '../tally.ts';
import { type CommandOption, EXIT, line, type Options, type Terminal } from './command.ts';
import { pairs } from './settings.ts';

/** The option that says how records name their fields. */
export const FIELD_OPTION: CommandOption = {
  flags: '--field OURS=THEIRS',
  help: 'for JSONL and CSV: which field holds text, title, date, outlet or url; repeat for each',
  repeatable: true,
};

/** What help pages say of paths. */
export const PATH_HELP = `PATH is a file, a folder, a quoted glob, or - for JSONL on standard input. Web pages, plain text, JSONL and CSV
are read, gzipped or not, in UTF-8, GB18030, GBK or Big5. What cannot be read is named at the end, and the rest goes on.
Of a folder, files below it named .txt, .html, .htm, .shtml, .xhtml, .jsonl, .ndjson or .csv are read, .gz after it or not.`;

const OURS = ['text', 'title', 'date', 'outlet', 'url'];

/** How sources are read, as the user says; @throws USAGE. */
export function sourceOptions(options: Options, terminal: Terminal): SourceOptions {
  const fields = pairs('field', options.field);
  const unknown = Object.keys(fields).find((name) => !OURS.includes(name));
  if (unknown !== undefined) throw new XueliangError('USAGE', `--field knows ${OURS.join(', ')}, not ${unknown}`);
  return { fields, stdin: terminal.stdin };
}

/**
 * How many files the paths name.
 * @throws SOURCE_NOT_FOUND for a path that there is not, before anything is read; a folder without articles fails later.
 */
export async function countFiles(paths: readonly string[]): Promise<number> {
  let count = 0;
  for (const path of paths) {
    const files = path === '-' ? ['-'] : await filesOf(path);
    if (!(files instanceof XueliangError)) count += files.length;
    else if (files.code === 'SOURCE_NOT_FOUND' && !existsSync(path)) throw files;
  }
  return count;
}

/** Names what failed, each with its place, and the exit status that follows. */
export function reportFailures({ failures }: Summary, terminal: Terminal): number {
  if (failures.length === 0) return EXIT.ok;
  for (const failure of failures) line(terminal.stderr, describe(failure));
  line(terminal.stderr, `${failures.length} of the inputs failed; the rest is done.`);
  return EXIT.failed;
}

/** The closing lines of a run. */
export function summaryLines(summary: Summary): string[] {
  const kinds = Object.entries(summary.claimsByKind).map(([kind, count]) => `${kind} ${count}`);
  return [
    `articles  ${summary.articles}`,
    `claims    ${summary.claims}${kinds.length > 0 ? `  (${kinds.join(', ')})` : ''}`,
    `places    ${summary.places}`,
    `agencies  ${summary.agencies}`,
    `programs  ${summary.programs}`,
    `issues    ${summary.issues}`,
  ];
}
