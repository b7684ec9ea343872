import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { ExtractionRecord } from '../claim/claim.ts';
import { difference, type Records } from '../compare/difference.ts';
import { differenceLines } from '../compare/lines.ts';
import { differencePage } from '../compare/page.ts';
import { XueliangError } from '../errors.ts';
import { damaged, wholeJournal } from '../journal/scan.ts';
import { readings } from '../readings.ts';
import { Tally } from '../tally.ts';
import { type Command, line, type Options, type Terminal } from './command.ts';
import { reportFailures } from './paths.ts';
import { recordsOf } from './records.ts';
import { readAtRevision } from './revision.ts';
import { saveText } from './save.ts';

/** `xueliang diff` */
export const diff: Command = {
  name: 'diff',
  args: '<BEFORE> <AFTER>',
  summary: 'show which claims appeared, vanished or changed between two readings, and why',
  help: `BEFORE and AFTER are each a JSONL file of extraction records, the folder of a journal, now (read the corpus with these
rules), or rev:REVISION (read it with the rules of a git revision of this clone, built aside).

Examples:
  xueliang diff rev:HEAD~5 now --corpus evaluation/write/articles
  xueliang diff rev:main now --corpus articles/ --format html --out review.html
  xueliang diff old.journal new.journal --format json | jq '.differences[].claims[] | [.status, .after.quote]'
  xueliang extract articles/ > before.jsonl; …; xueliang diff before.jsonl now --corpus articles/`,
  options: [
    {
      flags: '--corpus PATH',
      help: 'what now and rev: read: a file, a folder or a quoted glob; repeat for each',
      repeatable: true,
    },
    { flags: '--format FORMAT', help: 'text, html or json', default: 'text', choices: ['text', 'html', 'json'] },
    { flags: '--out FILE', help: 'write to a file instead of standard output' },
  ],
  run: runDiff,
};

async function runDiff(args: readonly string[], options: Options, terminal: Terminal): Promise<number> {
  const [before = '', after = ''] = args;
  const corpus = Array.isArray(options.corpus) ? (options.corpus as readonly string[]) : [];
  const run = new Tally();
  const result = difference(await readingOf(before, corpus, run), await readingOf(after, corpus, run));
  const text =
    options.format === 'json'
      ? JSON.stringify(result)
      : options.format === 'html'
        ? differencePage(result, { before, after })
        : differenceLines(result).join('\n');
  if (typeof options.out === 'string') saveText(options.out, text, terminal);
  else line(terminal.stdout, text);
  return reportFailures(run.summary(), terminal);
}

async function readingOf(source: string, corpus: readonly string[], run: Tally): Promise<Records> {
  if (source === 'now') return byArticle(await readNow(named(corpus), run));
  if (source.startsWith('rev:')) return byArticle(readAtRevision(source.slice('rev:'.length), named(corpus)));
  if (existsSync(source) && statSync(source).isDirectory()) return byArticle(await inJournal(source));
  return byArticle(recordsOf(source));
}

function named(corpus: readonly string[]): readonly string[] {
  if (corpus.length > 0) return corpus;
  throw new XueliangError('USAGE', 'now and rev: read a corpus; name it with --corpus PATH');
}

async function readNow(paths: readonly string[], run: Tally): Promise<ExtractionRecord[]> {
  const records: ExtractionRecord[] = [];
  for await (const { record } of readings(paths, run)) records.push(record);
  return records;
}

async function inJournal(folder: string): Promise<ExtractionRecord[]> {
  if (!existsSync(join(folder, 'journal.json')))
    throw new XueliangError('USAGE', 'this folder holds no journal', { location: { file: folder } });
  const records: ExtractionRecord[] = [];
  for await (const part of wholeJournal(folder)) {
    if ('damage' in part) throw damaged(folder, part.damage);
    if ('record' in part.entry) records.push(part.entry.record);
  }
  return records;
}

/** The newest record of each article. */
const byArticle = (records: readonly ExtractionRecord[]): Records => new Map(records.map((r) => [r.article.id, r]));
