import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { scorecard } from '../score/card.ts';
import { type Scored, scoreFolder } from '../score/folder.ts';
import { baseName } from '../score/gold.ts';
import { markdownCard, missLine, plainCard } from '../score/report.ts';
import { Tally } from '../tally.ts';
import { type Command, line, type Options, type Terminal } from './command.ts';
import { reportFailures } from './paths.ts';
import { recordsOf } from './records.ts';

/** `xueliang score` */
export const score: Command = {
  name: 'score',
  args: '<DIR>',
  summary: 'compare what is read with what careful readers took from the same articles',
  help: `DIR holds articles/ and gold/, one JSON file per article (docs/annotation.md). Precision, recall and F1 per field and per
kind of claim, pooled over the articles, with 95 % bootstrap intervals over articles.

Examples:
  xueliang score evaluation/report                        the articles kept for measuring
  xueliang score evaluation/write --misses                what was missed, wrong or different, line by line
  xueliang score evaluation/write --got other.jsonl       records of another version or another tool
  xueliang score evaluation/report --format json | jq '.rows[] | select(.field == "claims core") | .f1'`,
  options: [
    { flags: '--got FILE', help: 'score these extraction records (JSONL) instead of reading the articles now' },
    { flags: '--misses', help: 'list what was missed, wrong or different' },
    {
      flags: '--format FORMAT',
      help: 'table, markdown or json',
      default: 'table',
      choices: ['table', 'markdown', 'json'],
    },
  ],
  run: runScore,
};

async function runScore([dir = '']: readonly string[], options: Options, terminal: Terminal): Promise<number> {
  const run = new Tally();
  const records = typeof options.got === 'string' ? scoredIn(options.got, join(dir, 'articles')) : undefined;
  const tallies = await scoreFolder(dir, run, records);
  const rows = scorecard(tallies);
  const misses = options.misses === true ? tallies.flatMap((t) => t.misses) : [];
  if (options.format === 'json') line(terminal.stdout, JSON.stringify({ articles: tallies.length, rows, misses }));
  else {
    for (const miss of misses) line(terminal.stdout, missLine(miss));
    line(terminal.stdout, `${tallies.length} articles`);
    line(terminal.stdout, options.format === 'markdown' ? `\n${markdownCard(rows)}` : plainCard(rows));
  }
  return reportFailures(run.summary(), terminal);
}

/** Records from a file, with the texts of their articles where these are plain and there. */
function scoredIn(file: string, folder: string): Map<string, Scored> {
  return new Map(
    recordsOf(file).map((record) => {
      const path = join(folder, basename(record.article.file));
      const text = existsSync(path) ? readFileSync(path, 'utf8').replace(/^\uFEFF/, '') : null;
      return [baseName(record.article.file), { record, text }];
    }),
  );
}
